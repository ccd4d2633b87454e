/* What every script needs of a page: elements, buttons, the data that the page carries. */

/** An element with `properties` (`dataset` among them) and `children`; null is no child.
    @template {keyof HTMLElementTagNameMap} Name
    @param {Name} name
    @param {Record<string, unknown>} properties
    @param {...(Node | string | null)} children */
export function element(name, properties, ...children) {
  const { dataset = {}, ...plain } = properties;
  const made = Object.assign(document.createElement(name), plain);
  Object.assign(made.dataset, dataset);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that calls `press`; a plain one unless it is the main one of its row.
    @param {string} words
    @param {(event: MouseEvent) => unknown} press */
export function button(words, press, plain = true) {
  const made = element("button", { type: "button", className: plain ? "button plain" : "button", textContent: words });
  made.addEventListener("click", press);
  return made;
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
