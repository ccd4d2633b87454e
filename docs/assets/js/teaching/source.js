/* Pieces of the pages: where an answer stands in the regulation, tables. */

import { element } from "../common/page.js";
import { say } from "../words/teaching.js";

/** The words of the law that bear an answer, with the link to where they stand; `base` leads to the root. */
export function source(question, base) {
  const file = location.protocol === "file:" ? "index.html" : ""; // a disk shows no folders
  const href = `${base}${question.path}${file}#${question.anchor}`;
  const textContent = say("practice.source", { citation: question.citation });
  return [
    element("p", { className: "law", textContent: question.quote, dataset: { words: question.provision } }),
    element("p", { className: "src" }, element("a", { href, textContent })),
  ];
}

/** A table of words; the first cell of each row names it. */
export function table(className, caption, heads, rows) {
  const row = (cells) => element("tr", {}, ...cells.map((textContent, place) =>
    (place ? element("td", { textContent }) : element("th", { scope: "row", textContent }))));
  const head = heads.map((textContent) => element("th", { scope: "col", textContent }));
  return element("table", { className: `grid ${className}` }, element("caption", { textContent: caption }),
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows.map(row)));
}
