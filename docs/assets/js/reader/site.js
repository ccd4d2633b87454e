/* Small helps. Every page can be read and printed without them. */

const all = (selector) => [...document.querySelectorAll(selector)];

/* Material opens its menu and search through labels, which a keyboard cannot reach: buttons instead. */
const opens = {
  __drawer: { words: "Mở danh mục", inside: ".md-sidebar--primary", first: ".menu a" },
  __search: { words: "Mở ô tìm kiếm", inside: ".md-search", first: ".md-search__input" },
};
all("label.md-header__button[for='__drawer'], label.md-header__button[for='__search']").forEach((label) => {
  const { words, inside, first } = opens[label.htmlFor];
  const toggle = document.getElementById(label.htmlFor);
  const panel = document.querySelector(inside);
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("for", label.htmlFor);   /* the theme's style sheet looks for it */
  button.setAttribute("aria-label", words);
  button.append(...label.childNodes);
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const close = () => {
    toggle.click();
    if (panel.contains(document.activeElement) || document.activeElement === document.body) { button.focus(); }
  };
  tell();
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => {
    toggle.click();
    const target = panel.querySelector(first);
    /* the panel becomes visible with the next frame; what is hidden takes no focus */
    requestAnimationFrame(() => requestAnimationFrame(() => { if (toggle.checked) { target.focus({ preventScroll: true }); } }));
  });
  /* on the document: until the frame has come the focus is still on the button */
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && toggle.checked) { close(); } });
  if (label.htmlFor === "__drawer") {
    panel.addEventListener("focusout", (event) => {
      if (toggle.checked && event.relatedTarget && !panel.contains(event.relatedTarget)) { toggle.click(); }
    });
    panel.addEventListener("click", (event) => { if (toggle.checked && event.target.closest("a[href^='#']")) { toggle.click(); } });
  }
});
all(".md-search").forEach((dialog) => dialog.setAttribute("aria-label", "Tìm kiếm"));

/* Copy a citation: how it is cited, and on the next line where it is. */
const byHand = (text, near) => {   /* pages on plain http and from a disk have no clipboard interface */
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.className = "sr";
  area.value = text;
  near.append(area);
  area.focus({ preventScroll: true });
  area.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { /* told below */ }
  area.remove();
  focused?.focus({ preventScroll: true });
  return done;
};
const copy = async (text, near) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text, near);
  }
};
all("button.copy").forEach((button) => {
  const tools = button.parentNode;
  const status = tools.querySelector("[role=status]");
  let clearing;
  button.addEventListener("click", async () => {
    const done = await copy(`${button.dataset.cite}\n${tools.querySelector("a").href}`, tools);
    status.textContent = done ? "Đã sao chép" : "Trình duyệt không cho sao chép; hãy chép địa chỉ của đường dẫn bên cạnh";
    clearTimeout(clearing);
    clearing = setTimeout(() => { status.textContent = ""; }, done ? 4000 : 12000);
  });
});

/* Print: what is folded is opened (not the key of an exercise), and folded again afterwards; the foot of each sheet tells the page's address. */
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = opened.concat(all("details:not([open], .key)"));
  opened.forEach((details) => { details.open = true; });
});
window.addEventListener("afterprint", () => {
  opened.forEach((details) => { details.open = false; });
  opened = [];
});
all("button.print").forEach((button) => button.addEventListener("click", () => window.print()));
const foot = document.querySelector("[data-print-foot]");
if (foot && location.protocol.startsWith("http") && document.adoptedStyleSheets) {
  const string = (words) => words.replace(/[^\p{L}\p{N} .,;:/()-]/gu, (letter) => `\\${letter.codePointAt(0).toString(16)} `);
  const sheet = new CSSStyleSheet();
  const address = location.origin + location.pathname;
  sheet.insertRule(`@page { @bottom-left { font-size: 7.5pt; white-space: pre-wrap; content: "${string(foot.dataset.printFoot)}\\A ${string(address)}"; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/* Home: go to the page of the body chosen; with none chosen the form leads to the list of all. */
all("form.go").forEach((form) => form.addEventListener("submit", (event) => {
  const chosen = form.querySelector("select").value;
  if (chosen) {
    event.preventDefault();
    location.href = chosen;
  }
}));

/* Matrix: one body alone, with its roles in words. */
all("select[data-matrix]").forEach((select) => {
  const table = document.querySelector(".matrix");
  const show = () => {
    const one = select.value;
    table.classList.toggle("one", one !== "");
    all(".matrix [data-body]").forEach((cell) => cell.classList.toggle("chosen", cell.dataset.body === one));
    all(".matrix tbody").forEach((group) => {
      const rows = [...group.querySelectorAll("tr:not(.chapter)")];
      rows.forEach((row) => row.classList.toggle("empty", one !== "" && !row.querySelector(`[data-body='${one}']`).firstElementChild));
      group.classList.toggle("empty", rows.every((row) => row.classList.contains("empty")));
    });
  };
  select.addEventListener("change", show);
  window.addEventListener("pageshow", show);   /* browsers keep the choice when one comes back */
});
