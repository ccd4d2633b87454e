/* What every script needs of a page: elements, buttons, the data that the page carries. */

/** An element with `properties` (`dataset` among them) and `children`; null is no child. `role` and what has a hyphen
    are attributes: Firefox before 119 has no properties for them.
    @template {keyof HTMLElementTagNameMap} Name
    @param {Name} name
    @param {Record<string, unknown>} properties
    @param {...(Node | string | null)} children */
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "role" || key.includes("-")) made.setAttribute(key, String(value));
    else if (key === "dataset") Object.assign(made.dataset, value);
    else Object.assign(made, { [key]: value });
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that calls `press`: a plain one, unless `properties` (MAIN: the main one of its row) say otherwise.
    @param {string} words
    @param {(event: MouseEvent) => unknown} press
    @param {Record<string, unknown>} properties */
export function button(words, press, properties = {}) {
  const usual = { type: "button", className: "button plain", textContent: words, onclick: press };
  return element("button", { ...usual, ...properties });
}

export const MAIN = Object.freeze({ className: "button" });

/** What stands in a cell.
    @typedef {string | Node | Array<string | Node>} Content */

/** The cells of a row under `heads`, made unless they are: the first names the row, each other one has the name of its
    column, for narrow screens.
    @param {Content[]} row
    @param {string[]} heads */
export function cells(row, heads) {
  return row.map((content, at) => {
    const isMade = content instanceof HTMLTableCellElement;
    const made = isMade ? content : element(at ? "td" : "th", {}, ...[content].flat());
    if (at) made.dataset.label = heads[at];
    else made.scope = "row";
    return made;
  });
}

/** A table of `rows`: what stands in their cells, or rows that are made.
    @param {string} className
    @param {string[]} heads
    @param {Array<Content[] | HTMLTableRowElement>} rows
    @param {string} caption */
export function table(className, heads, rows, caption = "") {
  const head = heads.map((textContent) => element("th", { scope: "col", textContent }));
  const body = rows.map((row) => (Array.isArray(row) ? element("tr", {}, ...cells(row, heads)) : row));
  return element("table", { className }, caption ? element("caption", { textContent: caption }) : null,
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
}

/** The elements in `box` that `selector` finds, of this `kind` if one is asked for.
    @template {HTMLElement} [Kind=HTMLElement]
    @param {ParentNode} box
    @param {string} selector
    @param {new () => Kind} [kind]
    @returns {Kind[]} */
export function all(box, selector, kind) {
  const found = /** @type {any[]} */ (Array.from(box.querySelectorAll(selector)));
  return kind ? found.filter((made) => made instanceof kind) : found;
}

/** The first element in `box` that `selector` finds: of this `kind` (HTMLElement, HTMLInputElement …), as pages of ours
    have it; another page is a fault of the code and is thrown.
    @template {HTMLElement} Kind
    @param {ParentNode} box
    @param {string} selector
    @param {new () => Kind} kind */
export function one(box, selector, kind) {
  const found = box.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

/** The data called `id`: of the page's own `<script type="application/json">` or, where many pages share it or it is
    too heavy to wait for, of a data script beside the page; undefined while that one has not come.
    @param {string} id
    @returns {any} */
export function pageData(id) {
  const own = document.querySelector(`script[type="application/json"]#${id}`);
  return own ? JSON.parse(own.textContent) : /** @type {any} */ (globalThis).quyche[`data/${id}`];
}
