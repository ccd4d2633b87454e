/* The register on the page: files that were read, a unit's double files, refused files, who is missing. */

import { compareNames } from "../common/order.js";
import { button, cells as cellsOf, element } from "../common/page.js";
import { say } from "../words/rollup.js";
import { heads, table } from "./cells.js";
import * as cells from "./cells.js";
import * as register from "./register.js";

function stateWords(entry) {
  return say(`state.${register.stateOf(entry)}`);
}

function answered(entry) {
  return `${entry.figures.all.answered}/${entry.figures.all.lines}`;
}

/* A file of an older text, rows that were skipped, a file that another one of its unit stands for. */
function notesOf(entry, isCounted) {
  return [...(isCounted ? [] : [say("register.notCounted", { year: entry.record.year })]), ...entry.notes];
}

function dropButton(entry, drop) {
  const words = say("register.drop");
  return button(words, () => drop(entry), { className: "link", "aria-label": `${words}: ${entry.name}` });
}

const fileName = (entry) => element("span", { className: "file", textContent: entry.name });

function fileRow(entry, isCounted, drop) {
  const { unitName, checklist, record } = entry;
  const notes = notesOf(entry, isCounted).map((words) => cells.paragraph(words, "note"));
  const state = element("span", { className: "keep", textContent: stateWords(entry) });
  return [unitName, checklist.short_name, String(record.year), state, answered(entry), cells.moment(record.saved),
    [fileName(entry), ...notes], dropButton(entry, drop)];
}

/* By unit, the latest year first. */
function files(given, countedFiles, drop) {
  const names = heads("unit", "body", "year", "state", "answered", "saved", "file", "drop");
  const order = (a, b) => compareNames(a.unitName, b.unitName) || b.record.year - a.record.year;
  const rows = [...given].sort(order).map((entry) => {
    const isCounted = countedFiles.has(entry.sha256);
    const row = cellsOf(fileRow(entry, isCounted, drop), names);
    return element("tr", { className: isCounted ? "" : "aside" }, ...row);
  });
  return table(say("register.caption", { count: rows.length }), names, rows, "stack register");
}

/* ---- a unit with more than one file for a year: the reader chooses ---- */
function doubles(found, choices, choose) {
  if (!found.length) return [];
  const box = element("section", { className: "doubles" },
    element("h3", { textContent: say("register.doubleTitle") }), cells.paragraph(say("register.doubleRule")));
  box.append(...found.map((one, at) => choice(one, at, choices, choose)));
  return [box];
}

function choice({ unit, year, entries }, at, choices, choose) {
  const counted = register.counted(unit, year, choices);
  const options = entries.map((entry) => {
    const about = { name: `trung-${at}`, value: entry.sha256, checked: entry === counted };
    const onchange = () => choose(unit, year, entry, about.name);
    const input = element("input", { type: "radio", ...about, onchange });
    const { answered: count, lines } = entry.figures.all;
    const saved = cells.moment(entry.record.saved);
    const words = { file: entry.name, state: stateWords(entry), answered: count, lines, saved };
    return element("label", {}, input, element("span", { textContent: say("register.choice", words) }));
  });
  const title = say("register.double", { unit: cells.unitName(unit), year, count: entries.length });
  const unnamed = unit.name ? [] : [cells.paragraph(say("register.doubleUnnamed"))];
  return element("fieldset", {}, element("legend", { textContent: title }), ...unnamed, ...options);
}

function refused(entries, drop) {
  if (!entries.length) return [];
  const rows = entries.map((entry) => [fileName(entry), entry.error, dropButton(entry, drop)]);
  const caption = say("register.refused", { count: entries.length });
  return [table(caption, heads("file", "reason", "drop"), rows, "stack refused")];
}

function list(names) {
  return element("ul", { className: "names" }, ...names.map((words) => element("li", { textContent: words })));
}

function missing(expected, units, year) {
  if (!expected.length) return [];
  const found = register.missing(expected, units, year);
  const all = expected.length;
  const words = say("register.missing", { year, count: found.missing.length, all });
  const first = found.missing.length
    ? [element("h3", { textContent: words }), list(found.missing)]
    : [cells.paragraph(say("register.allThere", { year, all }), "standing")];
  const title = element("summary", { textContent: say("register.extra", { count: found.extra.length }) });
  const extra = found.extra.length ? [element("details", {}, title, list(found.extra.map(cells.unitName)))] : [];
  return [element("section", { className: "missing" }, ...first, ...extra)];
}

/** Show the register of `state` in `box`. */
export function show(box, state, actions) {
  const good = state.entries.filter((entry) => !entry.error);
  box.replaceChildren(
    ...missing(state.expected, state.units, state.year),
    ...doubles(register.doubles(state.units), state.choices, actions.choose),
    ...refused(state.entries.filter((entry) => entry.error), actions.drop),
    ...(good.length ? [files(good, state.countedFiles, actions.drop)] : []));
}
