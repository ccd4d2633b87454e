/* The tables of the printed form: parts I to V with the answers in the cells of the sheet. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { percent } from "../record/figures.js";
import * as records from "../record/record.js";
import { standing as standingWords } from "../record/share-words.js";
import * as officeText from "../office/text.js";

const cell = (words, className = "") => element("td", { className, textContent: words });
const plain = (words, className = "") => element("div", { className, textContent: words });

function table(className, labels, rows) {
  const head = element("tr", {}, ...labels.map((words) => element("th", { scope: "col", textContent: words })));
  return element("table", { className }, element("thead", {}, head), element("tbody", {}, ...rows));
}

/** A day as officials write it, from "2025-03-05": "05/3/2025". */
export function day(iso) {
  const [year, month, date] = iso.split("-");
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/* A box for each answer of the scale; the chosen one holds a cross. */
function statesCell(words, scale, chosen) {
  return element("td", { className: "states" }, ...words.states.map((state, place) => {
    const on = scale.states[place].id === chosen;
    const box = element("span", { className: "box", textContent: on ? "×" : "" });
    return element("div", { className: on ? "on" : "" }, box, ` ${state.short}${state.reason ? "*" : ""}`);
  }));
}

function evidenceWords(item) {
  return [item.kind, item.number, item.date, item.place].filter(Boolean).join(", ");
}

/* What the unit says of a line beyond its result. Causes and remedies have a table of their own: the column is too narrow for them. */
function remarks(answer) {
  return [answer.reason, answer.note].filter(Boolean).map((words) => plain(words, "answer"));
}

/** Causes and remedies, with part VI; nothing where no line has any. */
export function remedies(checklist, answers) {
  const lines = checklist.parts.flatMap((part) => part.blocks).flatMap((block) => block.requirements);
  const rows = lines.filter((line) => answers[line.id] && (answers[line.id].cause || answers[line.id].remedy)).map((line) => {
    const { state, cause, remedy } = answers[line.id];
    const chosen = checklist.scale.states.find((one) => one.id === state);
    return element("tr", {}, cell(String(line.number), "centre"), cell(line.task), cell(chosen ? chosen.label : ""),
      cell(cause, "answer"), cell(officeText.remedyWords(remedy), "answer"));
  });
  const labels = ["number", "task", "state", "cause", "remedy"].map((name) => say(`office.remedies.${name}`));
  return rows.length ? [heading([say("office.remedies.title")]), table("remedies", labels, rows)] : [];
}

function row(line, first, words, line_words, answer, scale) {
  const number = element("td", { className: "no" }, plain(String(line.number)), plain(line.id, "code"));
  const quote = element("td", { className: "quote" }, element("span", { className: "law", textContent: line.quote }));
  quote.firstChild.dataset.quote = line.id;
  const points = words.points ? [cell(line_words.points === null ? "" : String(line_words.points)), cell(answer.points === null ? "" : String(answer.points)), cell("")] : [];
  const made = element("tr", { className: first ? "first" : "" }, number, quote,
    cell(line_words.citation.join(" "), first ? "centre" : "centre faint"),
    cell(line_words.period || "–", "centre"),
    cell(answer.result, "answer"),
    element("td", {}, ...answer.evidence.map((item) => plain(evidenceWords(item), "answer")), plain(line_words.hint, "hint")),
    statesCell(words, scale, answer.state), ...points,
    element("td", {}, ...remarks(answer), ...line_words.notes.map((note) => plain(note, "hint"))));
  return made;
}

export function heading([words, remark]) {
  return element("h3", { textContent: words }, ...(remark ? [element("span", { textContent: ` ${remark}` })] : []));
}

/** Part I, II or III with its heading. */
export function duties(part, part_words, words, checklist, answers) {
  if (!part.blocks.length) return [heading(part_words.heading), element("p", { className: "italic", textContent: words.empty })];
  const rows = part.blocks.flatMap((block) => block.requirements.map((line, place) => {
    return row(line, place === 0, words, part_words.lines[line.id], answers[line.id] || records.blankAnswer(), checklist.scale);
  }));
  return [heading(part_words.heading), table(words.points ? "duties points" : "duties", words.labels, rows)];
}

/** Part IV; nothing where the unit has no periodic task. */
export function log(words, checklist, kept) {
  if (!checklist.log.length) return [];
  const rows = checklist.log.flatMap((task) => {
    const written = kept[task.key] || [];
    const names = [...task.occasions];
    while (names.length < written.length) names.push(say("log.more", { number: names.length + 1 }));
    return names.map((name, place) => {
      const value = written[place] || { due: "", held: "", number: "", note: "" };
      const answers = [value.due, value.held, value.number, value.note].map((one) => cell(one, "answer"));
      return element("tr", { className: place ? "" : "first" }, ...(place ? [] : [taskCell(task, names.length)]), cell(name), ...answers);
    });
  });
  return [heading(words.headings[0]), table("log", words.log_labels, rows)];
}

function taskCell(task, rows) {
  const made = element("td", { rowSpan: rows }, element("b", { textContent: `${task.citation}.` }), ` ${task.task}`);
  if (task.recipients) made.append(plain(say("paper.recipients", { names: task.recipients }), "hint"));
  return made;
}

/** Part V, from the figures. While nothing is answered its cells stay blank, for a pen. */
export function totals(words, checklist, figures) {
  const none = figures.all.answered === 0;
  const { states } = checklist.scale;
  const cells = (tally) => {
    const share = tally.share === null ? "–" : say("totals.share", { a: tally.done, b: tally.applicable, share: percent(tally.share) });
    const found = [tally.lines, ...states.map((state) => tally.states[state.id]), tally.applicable, share];
    return found.map((one, place) => cell(none && place ? "" : String(one), "centre"));
  };
  const rows = words.totals.map(([title], place) => element("tr", {}, cell(title), ...cells(figures.parts[place])));
  const sum = element("tr", { className: "sum" }, cell(say("paper.sum")), ...cells(figures.all));
  const standing = none || !figures.all.provisional ? [] : [element("p", { className: "strong standing", textContent: standingWords(figures.all) })];
  return [heading(words.headings[1]), table("sums", words.totals_labels, [...rows, sum]), ...standing, element("p", { className: "hint", textContent: words.share })];
}
