/* What every script needs of a page: elements, buttons, the data that the page carries. */

/** An element with `properties` (`dataset` among them) and `children`; null is no child. */
export function element(name, properties, ...children) {
  const { dataset = {}, ...plain } = properties;
  const made = Object.assign(document.createElement(name), plain);
  Object.assign(made.dataset, dataset);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that calls `press`; a plain one unless it is the main one of its row. */
export function button(words, press, plain = true) {
  const made = element("button", { type: "button", className: plain ? "button plain" : "button", textContent: words });
  made.addEventListener("click", press);
  return made;
}

export function all(box, selector) {
  return Array.from(box.querySelectorAll(selector));
}

/** The data called `id`: of the page's own `<script type="application/json">` or, where many pages share it or it is
    too heavy to wait for, of a data script beside the page; undefined while that one has not come. */
export function pageData(id) {
  const own = document.querySelector(`script[type="application/json"]#${id}`);
  return own ? JSON.parse(own.textContent) : globalThis.quyche[`data/${id}`];
}
