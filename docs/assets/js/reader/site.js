/* Small helps. Every page can be read and printed without them. */

import { all, element, one } from "../common/page.js";

/* Pages on plain http and from a disk have no clipboard interface. */
function byHand(text, near) {
  const area = element("textarea", { className: "sr", value: text });
  const focused = document.activeElement;
  near.append(area);
  area.focus({ preventScroll: true });
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch { /* told by who asked */ }
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

async function copy(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text, near);
  }
}

/* Copy a citation: how it is cited, and on the next line where it is. */
all(document, "button.copy").forEach((button) => {
  const tools = /** @type {HTMLElement} */ (button.parentNode);
  const status = one(tools, "[role=status]", HTMLElement);
  let clearing;
  button.addEventListener("click", async () => {
    const done = await copy(`${button.dataset.cite}\n${one(tools, "a", HTMLAnchorElement).href}`, tools);
    status.textContent = done
      ? "Đã sao chép"
      : "Trình duyệt không cho sao chép; hãy chép địa chỉ của đường dẫn bên cạnh";
    clearTimeout(clearing);
    clearing = setTimeout(() => status.replaceChildren(), done ? 4000 : 12000);
  });
});

/* Print: what is folded is opened (not the key of an exercise), and folded again afterwards; the foot of each sheet
   tells the page's address. */
let opened = /** @type {HTMLDetailsElement[]} */ ([]);
window.addEventListener("beforeprint", () => {
  opened = [...opened, ...all(document, "details:not([open], .key)", HTMLDetailsElement)];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});
all(document, "button.print").forEach((button) => button.addEventListener("click", () => window.print()));
const foot = document.querySelector("[data-print-foot]");
if (foot instanceof HTMLElement && location.protocol.startsWith("http") && document.adoptedStyleSheets) {
  const coded = (letter) => `\\${letter.codePointAt(0).toString(16)} `;
  const string = (words) => words.replace(/[^\p{L}\p{N} .,;:/()-]/gu, coded);
  const words = `"${string(foot.dataset.printFoot)}\\A ${string(location.origin + location.pathname)}"`;
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`@page { @bottom-left { font-size: 7.5pt; white-space: pre-wrap; content: ${words}; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/* Home: go to the page of the body chosen; with none chosen the form leads to the list of all. */
all(document, "form.go").forEach((form) => form.addEventListener("submit", (event) => {
  const chosen = one(form, "select", HTMLSelectElement).value;
  if (chosen) {
    event.preventDefault();
    location.href = chosen;
  }
}));

/* Matrix: one body alone, with its roles in words. */
function showOne(table, body) {
  table.classList.toggle("one", body !== "");
  all(table, "[data-body]").forEach((cell) => cell.classList.toggle("chosen", cell.dataset.body === body));
  const hasNothing = (row) => body !== "" && !row.querySelector(`[data-body='${body}']`).firstElementChild;
  all(table, "tbody").forEach((group) => {
    const rows = all(group, "tr:not(.chapter)");
    rows.forEach((row) => row.classList.toggle("empty", hasNothing(row)));
    group.classList.toggle("empty", rows.every((row) => row.classList.contains("empty")));
  });
}
all(document, "select[data-matrix]", HTMLSelectElement).forEach((select) => {
  const show = () => showOne(one(document, ".matrix", HTMLElement), select.value);
  select.addEventListener("change", show);
  window.addEventListener("pageshow", show); // browsers keep the choice when one comes back
});
