/* Answers to lines that the form has no more (a file of an older text): set aside where they can be read, never
   dropped. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { codesOf } from "../record/checklist.js";
import * as records from "../record/record.js";
import { answerWords } from "../record/cells.js";

const TOLD = ["state", "result", "evidence", "reason", "cause", "remedy", "note"];

/** The words of an answer, one line each: [label, words]. */
export function words(answer, checklist) {
  const found = answerWords(checklist, answer);
  return TOLD.filter((key) => found[key]).map((key) => [`answer.${key}`, found[key]]);
}

export function list(pairs) {
  return element("dl", {}, ...pairs.flatMap(([label, text]) =>
    [element("dt", { textContent: say(label) }), element("dd", { textContent: text })]));
}

/* The answers and the rows of the log that have no line on this form. */
function strays(checklist, record) {
  const lines = new Set(codesOf(checklist));
  const tasks = new Set(checklist.log.tasks.map((task) => task.id));
  const answers = Object.entries(record.answers).filter(([code]) => !lines.has(code))
    .map(([code, answer]) => [code, words(answer, checklist)]);
  const rowWords = ({ due, held, number, note }) => [due, held, number, note].filter(Boolean).join("; ");
  const rows = Object.entries(record.log).filter(([code]) => !tasks.has(code))
    .map(([code, log]) => [code, log.filter(records.holds).map((row) => ["answer.occasion", rowWords(row)])]);
  return [...answers, ...rows];
}

/** Show what is set aside on the record of `desk`; nothing where every answer has its line. */
export function show(desk) {
  const found = strays(desk.checklist, desk.record);
  const old = desk.bar.head.querySelector(".aside-answers");
  if (old) old.remove();
  if (!found.length) return;
  const items = found.map(([code, pairs]) =>
    element("div", {}, element("p", {}, element("code", { textContent: code })), list(pairs)));
  desk.bar.head.append(element("details", { className: "panel aside-answers", open: true },
    element("summary", { textContent: say("aside.title", { count: found.length }) }),
    element("p", { textContent: say("aside.what") }), ...items));
}
