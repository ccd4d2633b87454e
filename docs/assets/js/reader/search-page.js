/* What the theme's search lacks: filters, a count that is read aloud, a way out of an empty list, the query in the address.
   The theme keeps its worker to itself; its messages pass here on their way. Without this file the search still works.
   The build gives it what there is to choose among, kinds and bodies, as data. */

import { pageData } from "../common/page.js";

function begin() {
  const QUERY = 2, RESULT = 3;
  const toggle = document.getElementById("__search");
  const form = document.forms.search;
  const meta = document.querySelector(".md-search-result__meta");
  const output = document.querySelector(".md-search__output");
  const choices = pageData("bo-loc");
  if (!toggle || !form || !meta || !output || !choices) { return; }
  const input = form.query;
  let worker = null;

  /* Filters: two lists above the results. */
  const bar = document.createElement("div");
  bar.className = "search-filters";
  const kind = list("Loại", "Mọi loại", choices.kinds);
  const body = list("Cơ quan", "Mọi cơ quan", choices.bodies);
  output.insertBefore(bar, output.firstChild);
  meta.setAttribute("role", "status");

  function list(label, all, found) {
    const box = document.createElement("label");
    const name = document.createElement("span");
    const select = document.createElement("select");
    name.textContent = label;
    [["", all]].concat(found).forEach(function (choice) { select.add(new Option(choice[1], choice[0])); });
    select.addEventListener("change", ask);
    box.append(name, select);
    bar.append(box);
    return select;
  }

  /* The theme's message to its worker, with the filters; its answer, with what the theme does not show. */
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (!message || message.type !== QUERY || typeof message.data !== "string") { return post.apply(this, arguments); }
    if (!worker) {
      worker = this;
      worker.addEventListener("message", function (event) { if (event.data.type === RESULT) { show(event.data.data); } });
    }
    return post.call(this, { type: QUERY, data: query(message.data) });
  };

  function query(text) { return { text: text, kind: kind.value, body: body.value }; }
  function ask() {
    if (worker) { post.call(worker, { type: QUERY, data: query(input.value) }); }
    else { typed(); }
  }

  /* The theme waits for a key to come up: words that are pasted, dictated or put right by a phone's keyboard have none. */
  function typed() { input.dispatchEvent(new KeyboardEvent("keyup")); }
  input.addEventListener("input", typed);

  function show(result) {
    if (result.text !== input.value) { return; }
    Array.prototype.forEach.call(kind.options, function (option, place) {
      if (!place) { return; }
      const count = result.kinds[option.value] || 0;
      option.textContent = choices.kinds[place - 1][1] + (result.text.trim() ? " (" + count + ")" : "");
    });
    if (!result.text.trim() && !kind.value && !body.value) { return; }
    meta.textContent = result.total ? count(result) : "Không tìm thấy" + (result.text.trim() ? " “" + result.text.trim() + "”." : ".");
    if (result.total) { return; }
    if (result.failed) {
      meta.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi gõ lại.";
    } else if (result.filtered) {
      offer("Bỏ lọc: " + result.filtered + " kết quả", function () { kind.value = body.value = ""; });
    } else if (result.suggestion) {
      meta.append(" Có trong trang: ");
      offer(result.suggestion, function () { input.value = result.suggestion; });
    } else {
      meta.append(" Hãy thử ít từ hơn, hoặc chọn cơ quan ở trên.");
    }
  }

  function count(result) {
    let places = result.total === 1 ? "1 kết quả" : result.total + " kết quả";
    if (result.items.length > 1 && result.items.length < result.total) { places += " ở " + result.items.length + " trang"; }
    return result.scattered ? "Không thấy cả cụm từ. " + places + " có các từ này." : "Có " + places + ".";
  }

  function offer(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", function () { act(); ask(); input.focus(); });
    meta.append(" ", button);
  }

  /* The theme makes the tags of each result a landmark without a name: to a screen reader they are words, no way to go. */
  new MutationObserver(function () {
    Array.prototype.forEach.call(output.querySelectorAll("nav.md-tags:not([role])"), function (tags) { tags.setAttribute("role", "none"); });
  }).observe(output, { subtree: true, childList: true });

  /* Keyboard: the theme closes the search at Tab, and takes every other key for its box. Tab goes to the filters, as anywhere. */
  window.addEventListener("keydown", function (event) {
    if (!toggle.checked || event.key === "Escape") { return; }
    const inBar = bar.contains(event.target), inMeta = meta.contains(event.target);
    if (inBar || inMeta || (event.key === "Tab" && event.target === input && !event.shiftKey)) { event.stopImmediatePropagation(); }
  }, true);

  /* The address carries the query while the search is open. The theme reads ?q= when a page opens. */
  let wait;
  form.addEventListener("input", note);
  form.addEventListener("reset", note);
  bar.addEventListener("change", note);
  toggle.addEventListener("change", note);
  function note() { clearTimeout(wait); wait = setTimeout(write, 300); }
  function write() {
    const address = new URL(location.href);
    [["q", input.value.trim()], ["loai", kind.value], ["co-quan", body.value]].forEach(function (pair) {
      if (toggle.checked && pair[1]) { address.searchParams.set(pair[0], pair[1]); } else { address.searchParams.delete(pair[0]); }
    });
    if (address.href !== location.href) { history.replaceState(history.state, "", address); }
  }
  const given = new URLSearchParams(location.search);
  kind.value = given.get("loai") || "";
  body.value = given.get("co-quan") || "";
  if (kind.selectedIndex < 0) { kind.value = ""; }
  if (body.selectedIndex < 0) { body.value = ""; }
}

begin();
