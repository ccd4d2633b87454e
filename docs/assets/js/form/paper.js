/* The form on paper: the sheet itself, in the chosen letterhead, with what was written in its cells. Laid out anew before
   each print, whoever asks for it, from the words of the sheet that the page carries. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { count as figuresOf } from "../record/figures.js";
import * as records from "../record/record.js";
import * as paperHead from "../paper/head.js";
import * as paperTables from "../paper/tables.js";
import * as fields from "./fields.js";

const labelled = (label, words) => element("p", {}, element("b", { textContent: label }), ` ${words}`);

function key(words) {
  const states = words.states.map((state) => {
    return element("li", {}, element("b", { textContent: `${state.label}${state.reason ? say("paper.reason") : ""}:` }), ` ${state.definition}`);
  });
  const notices = words.notices.map((one) => element("li", { textContent: one }));
  return element("div", { className: "key" },
    element("div", {}, element("b", { textContent: say("paper.states") }), element("ul", { className: "boxes" }, ...states)),
    element("div", {}, element("b", { textContent: say("paper.notices") }), element("ul", {}, ...notices)));
}

/* Written words, or room for a pen. */
function room(words) {
  return element("div", { className: words ? "answer" : "room", textContent: words });
}

function remarks(words, kept) {
  const boxes = ["shortcomings", "causes", "commendations", "proposals"].map((name, place) => {
    return element("div", {}, element("b", { textContent: words.remarks[place] }), room(kept[name]));
  });
  return [paperTables.heading(words.headings[2]), element("div", { className: "remarks" }, ...boxes)];
}

function sheet(words, checklist, record, figures) {
  const fill = paperHead.filler(words, record.unit, record.year);
  const { heading, duties, log, totals, remedies } = paperTables;
  const chosen = record.letterhead || "";
  return [
    paperHead.opening(words, chosen, fill),
    element("div", { className: "whose" }, labelled(say("paper.unit"), fill("{unit}")), labelled(say("paper.kind"), words.body_name)),
    labelled(say("paper.basis"), words.basis),
    key(words),
    ...checklist.parts.flatMap((part, place) => duties(part, words.parts[place], words, checklist, record.answers)),
    ...log(words, checklist, record.log),
    ...totals(words, checklist, figures),
    labelled(say("paper.rating"), `${record.remarks.rating || "……………………………………"} (${words.rating})`),
    ...remarks(words, record.remarks),
    ...remedies(checklist, record.answers),
    element("div", { className: "close" }, heading(words.headings[3]), room(""), element("p", { textContent: `${words.reviewer} ………………………………` }),
      paperHead.signatures(words, chosen, fill, record.unit.preparer)),
    element("p", { className: "hint foot-note", textContent: `${words.foot} ${checklist.body}` }),
  ];
}

/** Lay the sheet of what stands on the form. Without a year it is the blank sheet. */
export function lay(desk) {
  const { form, checklist } = desk;
  const record = fields.read(form, desk.record || records.empty(checklist, null));
  const words = JSON.parse(document.getElementById("phieu-giay").textContent);
  form.querySelector("#phieu-in").replaceChildren(...sheet(words, checklist, record, figuresOf(checklist, record.answers)));
}
