/* The blank workbook of a body, filled with a record. The totals are written beside their formulas too, because a program
   that shows a downloaded workbook without working it out must not show noughts. */

import { say as sentence } from "../words/form.js";
import { linesOf, rowsOf, stateOf } from "../record/checklist.js";
import { percent, tally } from "../record/figures.js";
import { fieldsOf } from "../record/record.js";
import { filled } from "../paper/filling.js";
import * as excelBook from "./excel-book.js";
import { editor } from "./excel-edit.js";
import * as excelRead from "./excel-read.js";
import { sentences as leftOut } from "./left.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const ENTRIES = ["result", "evidence", "note", "cause", "remedy"];
const OCCASION = fieldsOf("Occasion");
const say = (key, values) => sentence(`office.${key}`, values);

/** Fill `blank` (Uint8Array): {bytes, left}, where `left` says in sentences what a sheet has no place for. Throws Fault. */
export async function fill(blank, checklist, record) {
  const sheet = filled(checklist, record);
  const book = await excelBook.open(blank);
  const styles = xml.parse(await zip.unpack(book.entries.get("xl/styles.xml")));
  const edit = editor(book, styles);
  const { heads } = excelRead.metaOf(book);
  const table = excelRead.tableOf(book, heads, [...heads.keys()].filter((key) => !key.includes(".")), "");
  fillFacts(edit, sheet);
  fillHead(book, edit, sheet);
  const dues = fillLines(edit, table, sheet);
  fillLog(book, edit, heads, sheet);
  for (const box of sheet.remarks) write(book, edit, `phieu_${box.id}`, box.words);
  write(book, edit, "phieu_rating", sheet.totals.rating.words);
  fillTotals(book, edit, sheet);
  if (dues) fillRemedies(book, edit, dues);
  const places = { points: Boolean(table.columns.points), unit: ["name"] };
  return { bytes: await edit.bytes(), left: leftOut(checklist, record, places) };
}

function named(book, name, use) {
  const place = book.names.get(name);
  const sheet = place && book.sheets.find((one) => one.name === place.sheet);
  if (sheet) use(sheet, place.row, place.column);
}

const wordsAt = (sheet, row, column) => (sheet.rows.get(row) && sheet.rows.get(row).get(column) ? sheet.rows.get(row).get(column).words : "");

function write(book, edit, name, words) {
  named(book, name, (sheet, row, column) => edit.words(sheet, row, column, words));
}

function fillFacts(edit, { year }) {
  const meta = edit.sheetOf("_meta");
  for (const row of meta.rows.keys()) if (wordsAt(meta, row, 1) === "year") edit.words(meta, row, 2, year);
}

/* The blank workbook is an annex; under a letterhead its title is of two lines, the second of which has the year. */
function fillHead(book, edit, { heads: [head], unit }) {
  named(book, "phieu_title", (sheet, row, column) => {
    const whole = wordsAt(sheet, row, column).replace(/…+(?=[^…]*$)/, () => head.subject.split(" ").pop());
    edit.words(sheet, row, column, whole);
  });
  if (!unit.words) return;
  named(book, "phieu_annex", (sheet, row, column) => {
    edit.words(sheet, row, column, wordsAt(sheet, row, column).replace(/…+(?=\)$)/, () => unit.words));
  });
  write(book, edit, "phieu_unit", `${unit.label} ${unit.words}`);
}

/* Returns the lines that need a remedy, as the sheet of remedies lists them; null where the sheet has no such column. */
function fillLines(edit, { sheet, columns }, found) {
  const rows = new Map(Array.from(sheet.rows.keys(), (row) => [wordsAt(sheet, row, columns.code), row]));
  const dues = [];
  for (const line of linesOf(found)) {
    const row = rows.get(line.id);
    const { entry, number } = line;
    const state = stateOf(found, entry.state);
    const due = Boolean(state && state.needs_remedy && columns.due);
    for (const key of ENTRIES) if (columns[key] && entry[key]) edit.words(sheet, row, columns[key], entry[key]);
    if (state) edit.words(sheet, row, columns.state, state.label);
    if (columns.points && entry.points) edit.number(sheet, row, columns.points, Number(entry.points.replace(",", ".")));
    edit.result(sheet, row, columns.check, lackOf(entry, state, due));
    if (columns.due) edit.result(sheet, row, columns.due, due ? number : "");
    const citation = wordsAt(sheet, row, columns.citation);
    if (due) dues.push([number, line.task, citation, state.label, entry.cause, entry.remedy]);
  }
  return columns.due ? dues : null;
}

function lackOf(entry, state, due) {
  if (state && state.needs_reason && !entry.note.trim()) return say("lack.reason");
  return due && !(entry.cause.trim() && entry.remedy.trim()) ? say("lack.remedy") : "";
}

function fillLog(book, edit, heads, found) {
  const table = excelRead.tableOf(book, heads, [...OCCASION, "duties", "occasion"], "log.");
  if (!table) return;
  const { sheet, columns } = table;
  const tasks = new Map(found.log.tasks.map((task) => [task.duties.join(" "), task]));
  for (const row of sheet.rows.keys()) {
    const task = row > table.head && tasks.get(wordsAt(sheet, row, columns.duties));
    const occasion = task && task.occasions[Number(wordsAt(sheet, row, columns.occasion)) - 1];
    for (const name of occasion ? OCCASION : []) {
      const day = ["due", "held"].includes(name) ? excelBook.dayNumber(occasion[name]) : null;
      if (day) edit.number(sheet, row, columns[name], day);
      else if (occasion[name]) edit.words(sheet, row, columns[name], occasion[name]);
    }
  }
}

function fillTotals(book, edit, found) {
  const counted = (lines) => tally(lines.map((line) => line.entry.state), found.scale);
  const tallies = [...found.parts.map((part) => counted(rowsOf(part))), counted(linesOf(found))];
  named(book, "phieu_totals", (sheet, first, column) => {
    tallies.forEach((figures, number) => {
      resultsOf(figures).forEach((value, place) => edit.result(sheet, first + number, column + 1 + place, value));
    });
  });
  named(book, "phieu_rating", (sheet, row) => {
    const lacks = linesOf(found).map(({ entry }) => {
      const state = stateOf(found, entry.state);
      return lackOf(entry, state, Boolean(state && state.needs_remedy));
    });
    const counts = [say("lack.reason"), say("lack.remedy")].map((words) => lacks.filter((one) => one === words).length);
    const words = wordsAt(sheet, row - 1, 1).replace(/: 0(?=;|$)/g, () => `: ${counts.shift()}`);
    edit.result(sheet, row - 1, 1, words);
  });
}

/* What the columns behind the name of a part show, in their order. */
function resultsOf(figures) {
  const { lines, states, blank, applicable, done, share, lowest, highest, provisional } = figures;
  const [low, high] = [lowest, highest].map(percent);
  const ratio = share === null ? "–" : `${done}/${applicable}`;
  const range = provisional ? say("provisional", { low, high }) : "";
  return [lines, ...Object.values(states), blank, applicable, ratio, share ?? "–", range];
}

/* The list for print shows as many rows as there are remedies, and keeps the blank ones that fill its first page. */
function fillRemedies(book, edit, dues) {
  named(book, "phieu_remedies", (sheet, first, column) => {
    dues.forEach((values, number) => {
      values.forEach((value, place) => edit.result(sheet, first + number, column + place, value));
      edit.unhide(sheet, first + number);
    });
    edit.result(sheet, first - 2, column, wordsAt(sheet, first - 2, column).replace(/\d+/, String(dues.length)));
  });
}
