/* The tables as CSV that Excel opens with its letters: a byte order mark, CRLF, cells that cannot start a formula.
   Counts stand in columns of their own; a share is text, so that no decimal sign can be misread. Pure. */

import { say } from "../words/rollup.js";
import { percent } from "../record/figures.js";
import { heads } from "./cells.js";
import { stateOf } from "./register.js";
import * as tables from "./tables.js";

const BOM = "\uFEFF";
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const yes = (on) => say(on ? "csv.yes" : "csv.no");

/* A cell that Excel could take for a formula gets an apostrophe before it. */
export function cell(value, separator) {
  const words = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(words.trimStart()) || FORMULA.test(words) ? `'${words}` : words;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows of cells as the text of a file. */
export function write(rows, separator) {
  return BOM + rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join("");
}

const stateWords = (entry) => say(`state.${stateOf(entry)}`);
const ownerCells = (row) => [row.unit.name || say("unit.unnamed"), row.checklist.body_name];
const stateHeads = (scale) => scale.states.map((state) => state.label);
const COUNTS = ["lines", "answered", "blank", "done", "undone", "applicable"];
const SHARES = ["percent", "lowest", "highest", "standing"];

function tallyHeads(scale) {
  return [...heads(...COUNTS, ...SHARES), ...stateHeads(scale)];
}

function tallyCells(tally, scale) {
  const shares = [tally.share, tally.lowest, tally.highest].map(percent);
  const states = scale.states.map((state) => tally.states[state.id]);
  return [...COUNTS.map((key) => tally[key]), ...shares, yes(tally.provisional), ...states];
}

/** The register: a row for each file, refused ones too. */
function register(table, entries, countedFiles) {
  const about = heads("file", "unit", "body", "year", "state", "answered", "lines", "saved");
  const cells = ({ name, record, checklist, figures: { all }, ...entry }) => [
    ...[name, record.unit.name, checklist.body_name, record.year, stateWords({ ...entry, record })],
    ...[all.answered, all.lines, record.saved, yes(countedFiles.has(entry.sha256)), "", entry.notes.join(" ")],
  ];
  const refused = ({ name, error }) => [name, "", "", "", say("csv.refused"), "", "", "", say("csv.no"), error, ""];
  const rows = entries.map((entry) => [...(entry.error ? refused(entry) : cells(entry)), entry.sha256]);
  return [[...about, ...heads("counted", "reason", "notes", "hash")], ...rows];
}

/** A row for each unit and part, and one for its whole checklist. */
function units(table) {
  const head = [...heads("unit", "body", "year", "state", "part"), ...tallyHeads(table.scale), say("head.hash")];
  return [head, ...table.rows.flatMap((row) => {
    const parts = row.checklist.parts.map((part, at) => [`${part.number}. ${part.title}`, row.figures.parts[at]]);
    return [...parts, [say("head.whole"), row.figures.all]].filter((pair) => pair[1].lines > 0)
      .map(([title, tally]) => [...ownerCells(row), table.year, stateWords(row.entry), title,
        ...tallyCells(tally, table.scale), row.entry.sha256]);
  })];
}

/** A row for each line of each kind of body, over its units. */
function lines(table) {
  const head = [...heads("body", "year", "code", "citation", "line"), ...tallyHeads(table.scale)];
  return [head, ...table.groups.flatMap((group) => tables.spread(group).map(({ line: { id, citation, task }, tally }) =>
    [group.checklist.body_name, table.year, id, citation, task, ...tallyCells(tally, table.scale)]))];
}

/** A row for each unit that has an earlier year. */
function years(table) {
  const sides = (tally) => [tally.done, tally.applicable, percent(tally.share), yes(tally.provisional)];
  const columns = heads("done", "applicable", "percent", "standing");
  const head = [...heads("unit", "body", "before"), ...columns, ...heads("year"), ...columns];
  const rows = table.years.map(({ row, year, figures, change: { both, gained, lost } }) =>
    [...ownerCells(row), year, ...sides(figures.all), table.year, ...sides(row.figures.all), both, gained, lost]);
  return [[...head, ...heads("both", "gained", "lost")], ...rows];
}

/** A row for each remedy; overdue only against the day that the reader chose. */
function remedies(table, entries, countedFiles, day) {
  const head = heads("deadline", "state", "unit", "body", "code", "line", "action", "owner");
  return [head, ...table.remedies.found.map(({ row, line, remedy }) => {
    const box = tables.boxOf(remedy, day);
    const state = say(`remedies.${box === "done" || box === "overdue" ? box : "open"}`);
    return [remedy.deadline, state, ...ownerCells(row), line.id, line.task, remedy.action, remedy.owner];
  })];
}

export const makers = Object.freeze({ register, units, lines, years, remedies });
