/* The blank workbook of a body, filled with a record. The totals are written beside their formulas too, because a
   program that shows a downloaded workbook without working it out must not show noughts. */

import { say } from "../words/form.js";
import { linesOf, stateOf } from "../record/checklist.js";
import { count, DASH, rangeOf } from "../record/figures.js";
import { fieldsOf } from "../record/record.js";
import { filled } from "../paper/filling.js";
import * as excelBook from "./excel-book.js";
import { Editor, unhide } from "./excel-edit.js";
import { metaOf, metaSheet, tableOf } from "./excel-tables.js";
import { sentences as leftOut } from "./left.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

/** @import { AssessmentRecord, Entry, Occasion, Row, Sheet, State } from "../record/contract.js"
    @import { Worksheet } from "./excel-book.js"
    @import { Table } from "./excel-tables.js" */

const OCCASION = fieldsOf("Occasion");

/** Fill `blank`: the bytes, and in sentences what a sheet has no place for. Throws Fault.
    @param {zip.Bytes} blank @param {Sheet} checklist @param {AssessmentRecord} record */
export async function fill(blank, checklist, record) {
  const sheet = filled(checklist, record);
  const book = await excelBook.open(blank);
  const edit = new Editor(book, xml.parse(await zip.unpack(book.entries.get("xl/styles.xml"))));
  const { heads } = metaOf(book);
  const table = tableOf(book, heads, [...heads.keys()].filter((key) => !key.includes(".")), "");
  if (!table) throw zip.fault("office.noTable");
  fillFacts(edit, sheet);
  fillHead(edit, sheet);
  fillLines(edit, table, sheet);
  fillLog(edit, heads, sheet);
  for (const box of sheet.remarks) write(edit, `phieu_${box.id}`, box.words);
  write(edit, "phieu_rating", sheet.totals.rating.words);
  fillTotals(edit, sheet, count(checklist, record.answers));
  if (table.columns.due) fillRemedies(edit, duesOf(table, sheet));
  const places = { points: Boolean(table.columns.points), unit: ["name"] };
  return { bytes: await edit.bytes(), left: leftOut(checklist, record, places) };
}

/** Use the place of the cell with a name of the workbook, if it has one.
    @type {(edit: Editor, name: string, use: (sheet: Worksheet, row: number, column: number) => void) => void} */
function named(edit, name, use) {
  const place = excelBook.placeOf(edit.book, name);
  if (place) use(place.sheet, place.row, place.column);
}

/** @type {(sheet: Worksheet, row: number, column: number) => string} */
const wordsAt = (sheet, row, column) => excelBook.wordsAt(sheet.rows.get(row), column);

/** @param {Editor} edit @param {string} name @param {string} words */
function write(edit, name, words) {
  named(edit, name, (sheet, row, column) => edit.words(sheet, row, column, words));
}

/** @param {Editor} edit @param {Sheet} sheet */
function fillFacts(edit, { year }) {
  const meta = metaSheet(edit.book);
  for (const row of meta.rows.keys()) if (wordsAt(meta, row, 1) === "year") edit.words(meta, row, 2, year);
}

/** The blank workbook is an annex; under a letterhead its title is of two lines, the second of which has the year.
    @param {Editor} edit @param {Sheet} found */
function fillHead(edit, { heads: [head], unit }) {
  const year = head.subject.split(" ").pop() ?? "";
  named(edit, "phieu_title", (sheet, row, column) => {
    edit.words(sheet, row, column, wordsAt(sheet, row, column).replace(/…+(?=[^…]*$)/, () => year));
  });
  if (!unit.words) return;
  named(edit, "phieu_annex", (sheet, row, column) => {
    edit.words(sheet, row, column, wordsAt(sheet, row, column).replace(/…+(?=\)$)/, () => unit.words));
  });
  write(edit, "phieu_unit", `${unit.label} ${unit.words}`);
}

/** @param {State | null} state */
const asksRemedy = (state) => state !== null && state.needs_remedy;

/** @param {Editor} edit @param {Table} table @param {Sheet} found */
function fillLines(edit, { sheet, columns }, found) {
  const rows = new Map(Array.from(sheet.rows.keys(), (row) => [wordsAt(sheet, row, columns.code), row]));
  for (const line of linesOf(found)) {
    const row = rows.get(line.id);
    if (row !== undefined) fillLine(edit, { sheet, columns }, row, line, stateOf(found, line.entry.state));
  }
}

/** @param {Editor} edit @param {Omit<Table, "head">} table @param {number} row @param {Row} line
    @param {State | null} state */
function fillLine(edit, { sheet, columns }, row, { entry, number }, state) {
  for (const key of /** @type {const} */ (["result", "evidence", "note", "cause", "remedy"])) {
    if (columns[key] && entry[key]) edit.words(sheet, row, columns[key], entry[key]);
  }
  if (state) edit.words(sheet, row, columns.state, state.label);
  if (columns.points && entry.points) edit.number(sheet, row, columns.points, Number(entry.points.replace(",", ".")));
  const due = asksRemedy(state) && Boolean(columns.due);
  edit.result(sheet, row, columns.check, lackOf(entry, state, due));
  if (columns.due) edit.result(sheet, row, columns.due, due ? number : "");
}

/** The lines that need a remedy, as the sheet of remedies lists them. @param {Table} table @param {Sheet} found */
function duesOf({ sheet, columns }, found) {
  const citations = new Map(Array.from(sheet.rows.keys(), (row) =>
    [wordsAt(sheet, row, columns.code), wordsAt(sheet, row, columns.citation)]));
  return linesOf(found).flatMap(({ id, number, task, entry }) => {
    const state = stateOf(found, entry.state);
    const cells = [number, task, citations.get(id) ?? "", state?.label ?? "", entry.cause, entry.remedy];
    return asksRemedy(state) ? [cells] : [];
  });
}

/** @type {(entry: Entry, state: State | null, due?: boolean) => string} */
function lackOf(entry, state, due = asksRemedy(state)) {
  if (state && state.needs_reason && !entry.note.trim()) return say("office.lack.reason");
  return due && !(entry.cause.trim() && entry.remedy.trim()) ? say("office.lack.remedy") : "";
}

/** @param {Editor} edit @param {Map<string, string>} heads @param {Sheet} found */
function fillLog(edit, heads, found) {
  const table = tableOf(edit.book, heads, [...OCCASION, "duties", "occasion"], "log.");
  if (!table) return;
  const { sheet, columns } = table;
  const tasks = new Map(found.log.tasks.map((task) => [task.duties.join(" "), task]));
  for (const row of sheet.rows.keys()) {
    const task = row > table.head && tasks.get(wordsAt(sheet, row, columns.duties));
    const occasion = task && task.occasions[Number(wordsAt(sheet, row, columns.occasion)) - 1];
    if (occasion) fillOccasion(edit, table, row, occasion);
  }
}

/** @param {Editor} edit @param {Table} table @param {number} row @param {Occasion} occasion */
function fillOccasion(edit, { sheet, columns }, row, occasion) {
  for (const name of OCCASION) {
    const day = ["due", "held"].includes(name) ? excelBook.dayNumber(occasion[name]) : null;
    if (day) edit.number(sheet, row, columns[name], day);
    else if (occasion[name]) edit.words(sheet, row, columns[name], occasion[name]);
  }
}

/** @param {Editor} edit @param {Sheet} found @param {ReturnType<typeof count>} figures */
function fillTotals(edit, found, { parts, all }) {
  named(edit, "phieu_totals", (sheet, first, column) => {
    [...parts, all].map(resultsOf).forEach((values, number) => {
      values.forEach((value, place) => edit.result(sheet, first + number, column + 1 + place, value));
    });
  });
  named(edit, "phieu_rating", (sheet, row) => {
    const lacks = linesOf(found).map(({ entry }) => lackOf(entry, stateOf(found, entry.state)));
    const kinds = [say("office.lack.reason"), say("office.lack.remedy")];
    const counts = kinds.map((words) => lacks.filter((one) => one === words).length);
    const words = wordsAt(sheet, row - 1, 1).replace(/: 0(?=;|$)/g, () => `: ${counts.shift()}`);
    edit.result(sheet, row - 1, 1, words);
  });
}

/** What the columns behind the name of a part show, in their order. @param {ReturnType<typeof count>["all"]} figures */
function resultsOf(figures) {
  const { lines, states, blank, applicable, done, share, provisional } = figures;
  const ratio = share === null ? DASH : `${done}/${applicable}`;
  const range = provisional ? say("office.provisional", rangeOf(figures)) : "";
  return [lines, ...Object.values(states), blank, applicable, ratio, share ?? DASH, range];
}

/** The list for print shows as many rows as there are remedies, and keeps the blank ones that fill its first page.
    @param {Editor} edit @param {(string | number)[][]} dues */
function fillRemedies(edit, dues) {
  named(edit, "phieu_remedies", (sheet, first, column) => {
    dues.forEach((values, number) => {
      values.forEach((value, place) => edit.result(sheet, first + number, column + place, value));
      unhide(sheet, first + number);
    });
    const title = wordsAt(sheet, first - 2, column).replace(/\d+/, String(dues.length));
    edit.result(sheet, first - 2, column, title);
  });
}
