/* Answers to lines that the form has no more (a file of an older text): set aside where they can be read, never dropped. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { linesOf as codesOf } from "../record/figures.js";
import * as records from "../record/record.js";
import * as paperTables from "../paper/tables.js";

/** The words of an answer, one line each: [label, words]. */
export function words(answer, scale) {
  const state = scale.states.find((one) => one.id === answer.state);
  const { remedy } = answer;
  return [
    ["answer.state", state ? state.label : answer.state],
    ["answer.result", answer.result],
    ["answer.evidence", answer.evidence.map((item) => [item.kind, item.number, item.date, item.place].filter(Boolean).join(", ")).join("; ")],
    ["answer.reason", answer.reason],
    ["answer.cause", answer.cause],
    ["answer.remedy", remedy ? [remedy.action, remedy.owner, remedy.deadline && paperTables.day(remedy.deadline), remedy.done && say("paper.done")].filter(Boolean).join("; ") : ""],
    ["answer.note", answer.note],
  ].filter((pair) => pair[1]);
}

export function list(pairs) {
  return element("dl", {}, ...pairs.flatMap(([label, text]) => [element("dt", { textContent: say(label) }), element("dd", { textContent: text })]));
}

/* The answers and the rows of the log that have no line on this form. */
function strays(checklist, record) {
  const lines = new Set(checklist.parts.flatMap(codesOf));
  const tasks = new Set(checklist.log.map((task) => task.key));
  const answers = Object.entries(record.answers).filter(([code]) => !lines.has(code)).map(([code, answer]) => [code, words(answer, checklist.scale)]);
  const rows = Object.entries(record.log).filter(([code]) => !tasks.has(code)).map(([code, log]) => {
    return [code, log.filter(records.holds).map((row) => ["answer.occasion", [row.due, row.held, row.number, row.note].filter(Boolean).join("; ")])];
  });
  return [...answers, ...rows];
}

/** Show what is set aside on the record of `desk`; nothing where every answer has its line. */
export function show(desk) {
  const found = strays(desk.checklist, desk.record);
  const old = desk.bar.head.querySelector(".aside-answers");
  if (old) old.remove();
  if (!found.length) return;
  const items = found.map(([code, pairs]) => element("div", {}, element("p", {}, element("code", { textContent: code })), list(pairs)));
  desk.bar.head.append(element("details", { className: "panel aside-answers", open: true },
    element("summary", { textContent: say("aside.title", { count: found.length }) }),
    element("p", { textContent: say("aside.what") }), ...items));
}
