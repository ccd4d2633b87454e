/* What the theme's search lacks: filters, a count that is read aloud, a way out of an empty list, the query in the
   address. The theme keeps its worker to itself; its messages pass here on their way. Without this file the search
   still works. The build gives it what there is to choose among, kinds and bodies, as data. */

import { all, button, element, one, pageData } from "../common/page.js";

const QUERY = 2;
const RESULT = 3;
const NOTED_MS = 300; // after the last key the query goes into the address

function list(label, first, choices, chosen) {
  const select = element("select", {}, ...[["", first], ...choices].map(([value, words]) => new Option(words, value)));
  select.value = chosen ?? "";
  if (select.selectedIndex < 0) select.value = "";
  return { select, box: element("label", {}, element("span", { textContent: label }), select) };
}

/** The theme's search and, above its results, two lists: what is chosen there stands in the address. */
function search(choices) {
  const given = new URLSearchParams(location.search);
  const kind = list("Loại", "Mọi loại", choices.kinds, given.get("loai"));
  const body = list("Cơ quan", "Mọi cơ quan", choices.bodies, given.get("co-quan"));
  const bar = element("div", { className: "search-filters" }, kind.box, body.box);
  const output = one(document, ".md-search__output", HTMLElement);
  output.prepend(bar);
  const form = one(document, "form[name=search]", HTMLFormElement);
  const input = one(form, "[name=query]", HTMLInputElement);
  const toggle = one(document, "#__search", HTMLInputElement);
  const meta = one(document, ".md-search-result__meta", HTMLElement);
  meta.setAttribute("role", "status");
  return { choices, kind: kind.select, body: body.select, bar, output, toggle, form, input, meta };
}

/* The theme waits for a key to come up: words that are pasted, dictated or put right by a phone have none. */
const typed = ({ input }) => input.dispatchEvent(new KeyboardEvent("keyup"));

/* The theme's message to its worker, with the filters; its answer, with what the theme does not show. */
function carry(parts) {
  const { input, kind, body } = parts;
  const query = (text) => ({ type: QUERY, data: { text, kind: kind.value, body: body.value } });
  const post = Worker.prototype.postMessage;
  let worker = null;

  function ask() {
    if (worker) post.call(worker, query(input.value));
    else typed(parts);
  }

  Worker.prototype.postMessage = function (message, /** @type {any} */ more) {
    if (message?.type !== QUERY || typeof message.data !== "string") return post.call(this, message, more);
    if (!worker) {
      worker = this;
      worker.addEventListener("message", ({ data: { type, data } }) => {
        if (type === RESULT && data.text === input.value) show(parts, data, ask);
      });
    }
    return post.call(this, query(message.data));
  };
  kind.addEventListener("change", ask);
  body.addEventListener("change", ask);
}

function show(parts, result, ask) {
  const { choices, kind, body, meta } = parts;
  const text = result.text.trim();
  choices.kinds.forEach(([value, words], place) => {
    kind.options[place + 1].textContent = text ? `${words} (${result.kinds[value] || 0})` : words;
  });
  if (!text && !kind.value && !body.value) return;
  meta.textContent = result.total ? counted(result) : `Không tìm thấy${text ? ` “${text}”` : ""}.`;
  if (!result.total) wayOut(parts, result, ask);
}

function counted({ total, items, scattered }) {
  const pages = items.length > 1 && items.length < total ? ` ở ${items.length} trang` : "";
  const places = `${total} kết quả${pages}`;
  return scattered ? `Không thấy cả cụm từ. ${places} có các từ này.` : `Có ${places}.`;
}

/* What else to do where nothing was found. */
function wayOut({ kind, body, input, meta }, { failed, filtered, suggestion }, ask) {
  function offer(words, act) {
    const pressed = () => {
      act();
      ask();
      input.focus();
    };
    meta.append(" ", button(words, pressed, { className: "" }));
  }

  if (failed) {
    meta.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi gõ lại.";
  } else if (filtered) {
    offer(`Bỏ lọc: ${filtered} kết quả`, () => {
      kind.value = "";
      body.value = "";
    });
  } else if (suggestion) {
    meta.append(" Có trong: ");
    offer(suggestion, () => {
      input.value = suggestion;
    });
  } else {
    meta.append(" Hãy thử ít từ hơn, hoặc chọn cơ quan ở trên.");
  }
}

/* The theme closes the search at Tab, and takes every other key for its box. Tab goes to the filters, as anywhere. */
function keepKeys({ toggle, bar, meta, input }) {
  window.addEventListener("keydown", (event) => {
    const { key, target, shiftKey } = event;
    if (!toggle.checked || key === "Escape" || !(target instanceof Node)) return;
    const onward = key === "Tab" && target === input && !shiftKey;
    if (onward || bar.contains(target) || meta.contains(target)) event.stopImmediatePropagation();
  }, true);
}

/* The address carries the query while the search is open. The theme reads ?q= when a page opens. */
function keepAddress({ toggle, form, bar, input, kind, body }) {
  let wait;

  function write() {
    const address = new URL(location.href);
    const words = { q: input.value.trim(), loai: kind.value, "co-quan": body.value };
    for (const [name, value] of Object.entries(words)) {
      if (toggle.checked && value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function note() {
    clearTimeout(wait);
    wait = setTimeout(write, NOTED_MS);
  }

  ["input", "reset"].forEach((what) => form.addEventListener(what, note));
  [bar, toggle].forEach((chooser) => chooser.addEventListener("change", note));
}

const choices = pageData("bo-loc");
if (choices) {
  const parts = search(choices);
  carry(parts);
  parts.input.addEventListener("input", () => typed(parts));
  keepKeys(parts);
  keepAddress(parts);
  // The theme makes the tags of each result a landmark without a name: to a screen reader they are words, no way to go.
  new MutationObserver(() => {
    all(parts.output, "nav.md-tags:not([role])").forEach((tags) => tags.setAttribute("role", "none"));
  }).observe(parts.output, { subtree: true, childList: true });
}
