/* Elements, and links to the pages of the regulation. */

import { element } from "../common/page.js";
import { say } from "../words/teaching.js";

/** The address of the provision of `question`, from the page whose way to the root is `base`. A disk shows no folders. */
export function addressOf(question, base) {
  const file = window.location.protocol === "file:" ? "index.html" : "";
  return `${base}${question.path}${file}#${question.anchor}`;
}

/** The words of the law that bear an answer, with the link to where they stand. */
export function source(question, base) {
  return [
    element("p", { className: "law", textContent: question.quote, dataset: { words: question.provision } }),
    element("p", { className: "src" },
      element("a", { href: addressOf(question, base), textContent: say("practice.source", { citation: question.citation }) })),
  ];
}
