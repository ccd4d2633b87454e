/* The blank workbook of a body, filled with a record. The totals are written beside their formulas too, because a program
   that shows a downloaded workbook without working it out must not show noughts. */

import { say as sentence } from "../words/form.js";
import { count as figuresOf, percent } from "../record/figures.js";
import * as records from "../record/record.js";
import * as excelBook from "./excel-book.js";
import { editor } from "./excel-edit.js";
import * as excelRead from "./excel-read.js";
import { sentences as leftOut } from "./left.js";
import * as officeText from "./text.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const say = (key, values) => sentence(`office.${key}`, values);
const linesOf = (checklist) => checklist.parts.flatMap((part) => part.blocks.flatMap((block) => block.requirements));

/** Fill `blank` (Uint8Array): {bytes, left}, where `left` says in sentences what a sheet has no place for. Throws Fault. */
export async function fill(blank, checklist, record) {
  const book = await excelBook.open(blank);
  const styles = xml.parse(await zip.unpack(book.entries.get("xl/styles.xml")));
  const edit = editor(book, styles);
  const { heads } = excelRead.metaOf(book);
  const table = excelRead.tableOf(book, heads, [...heads.keys()].filter((key) => !key.includes(".")), "");
  fillFacts(book, edit, record);
  fillHead(book, edit, record);
  const dues = fillLines(edit, table, checklist, record);
  fillLog(book, edit, heads, checklist, record);
  for (const name of excelRead.REMARKS) named(book, `phieu_${name}`, (sheet, row, column) => edit.words(sheet, row, column, record.remarks[name]));
  fillTotals(book, edit, checklist, record);
  if (dues) fillRemedies(book, edit, dues);
  return { bytes: await edit.bytes(), left: leftOut(checklist, record, { points: Boolean(table.columns.own), unit: ["name"] }) };
}

function named(book, name, use) {
  const place = book.names.get(name);
  const sheet = place && book.sheets.find((one) => one.name === place.sheet);
  if (sheet) use(sheet, place.row, place.column);
}

const wordsAt = (sheet, row, column) => (sheet.rows.get(row) && sheet.rows.get(row).get(column) ? sheet.rows.get(row).get(column).words : "");

function fillFacts(book, edit, record) {
  const sheet = edit.sheetOf("_meta");
  for (const row of sheet.rows.keys()) {
    if (wordsAt(sheet, row, 1) === "year") edit.words(sheet, row, 2, String(record.year));
    if (wordsAt(sheet, row, 1) === "letterhead" && record.letterhead) edit.words(sheet, row, 2, record.letterhead);
  }
}

/* The dots behind "năm" in the title, behind "của" in the line below it. */
function fillHead(book, edit, record) {
  named(book, "phieu_title", (sheet, row, column) => edit.words(sheet, row, column, wordsAt(sheet, row, column).replace(/…+(?=[^…]*$)/, String(record.year))));
  const { name } = record.unit;
  if (!name) return;
  named(book, "phieu_annex", (sheet, row, column) => edit.words(sheet, row, column, wordsAt(sheet, row, column).replace(/…+(?=\)$)/, () => name)));
  named(book, "phieu_unit", (sheet, row, column) => edit.words(sheet, row, column, `${say("field.unit")}: ${name}`));
}

/* Returns the lines that need a remedy, as the sheet of remedies lists them; null where the sheet has no such column. */
function fillLines(edit, table, checklist, record) {
  const { sheet, columns } = table;
  const rows = new Map(Array.from(sheet.rows.keys(), (row) => [wordsAt(sheet, row, columns.code), row]));
  const dues = [];
  for (const line of linesOf(checklist)) {
    const row = rows.get(line.id);
    const answer = record.answers[line.id] || records.blankAnswer();
    const state = checklist.scale.states.find((one) => one.id === answer.state) || null;
    const entries = {
      result: answer.result,
      evidence: officeText.evidenceWords(answer.evidence),
      state: state ? state.label : "",
      note: officeText.noteWords(answer, state),
      cause: answer.cause,
      remedy: officeText.remedyWords(answer.remedy),
    };
    for (const [key, words] of Object.entries(entries)) if (columns[key] && words) edit.words(sheet, row, columns[key], words);
    if (columns.own && answer.points !== null) edit.number(sheet, row, columns.own, answer.points);
    const due = Boolean(state && state.needs_remedy);
    edit.result(sheet, row, columns.check, lack(entries, state, due && Boolean(columns.due)));
    if (columns.due) edit.result(sheet, row, columns.due, due ? line.number : "");
    if (due) dues.push({ number: line.number, values: [line.number, line.task, wordsAt(sheet, row, columns.citation), state.label, entries.cause, entries.remedy] });
  }
  return columns.due ? dues.sort((a, b) => a.number - b.number) : null;
}

function lack(entries, state, due) {
  if (state && state.needs_reason && !entries.note.trim()) return say("lack.reason");
  return due && (!entries.cause.trim() || !entries.remedy.trim()) ? say("lack.remedy") : "";
}

function fillLog(book, edit, heads, checklist, record) {
  const table = excelRead.tableOf(book, heads, [...excelRead.OCCASION, "duties", "occasion"], "log.");
  if (!table || !checklist.log.length) return;
  const { sheet, columns } = table;
  const tasks = new Map(checklist.log.map((task) => [task.duties.join(" "), task.key]));
  for (const row of sheet.rows.keys()) {
    const occasions = record.log[tasks.get(wordsAt(sheet, row, columns.duties))] || [];
    const occasion = occasions[Number(wordsAt(sheet, row, columns.occasion)) - 1];
    if (!occasion || row <= table.head) continue;
    for (const name of excelRead.OCCASION) {
      const day = ["due", "held"].includes(name) ? excelBook.dayNumber(occasion[name]) : null;
      if (day) edit.number(sheet, row, columns[name], day);
      else if (occasion[name]) edit.words(sheet, row, columns[name], occasion[name]);
    }
  }
}

function fillTotals(book, edit, checklist, record) {
  const figures = figuresOf(checklist, record.answers);
  named(book, "phieu_totals", (sheet, first, column) => {
    [...figures.parts, figures.all].forEach((tally, number) => {
      const share = tally.share === null ? "–" : tally.share;
      const ratio = tally.share === null ? "–" : `${tally.done}/${tally.applicable}`;
      const [low, high] = [tally.lowest, tally.highest].map((one) => percent(one));
      const range = tally.provisional ? say("provisional", { low, high }) : "";
      const states = checklist.scale.states.map((state) => tally.states[state.id]);
      [tally.lines, ...states, tally.blank, tally.applicable, ratio, share, range].forEach((value, place) => {
        edit.result(sheet, first + number, column + 1 + place, value);
      });
    });
  });
  named(book, "phieu_rating", (sheet, row) => {
    const lacks = linesOf(checklist).map((line) => lackOf(line, checklist, record));
    const counts = [say("lack.reason"), say("lack.remedy")].map((words) => lacks.filter((one) => one === words).length);
    edit.result(sheet, row - 1, 1, wordsAt(sheet, row - 1, 1).replace(/: 0(?=;|$)/g, () => `: ${counts.shift()}`));
  });
}

function lackOf(line, checklist, record) {
  const answer = record.answers[line.id] || records.blankAnswer();
  const state = checklist.scale.states.find((one) => one.id === answer.state) || null;
  return lack({ note: officeText.noteWords(answer, state), cause: answer.cause, remedy: officeText.remedyWords(answer.remedy) }, state, Boolean(state && state.needs_remedy));
}

/* The list for print shows as many rows as there are remedies, and keeps the blank ones that fill its first page. */
function fillRemedies(book, edit, dues) {
  named(book, "phieu_remedies", (sheet, first, column) => {
    dues.forEach(({ values }, number) => {
      values.forEach((value, place) => edit.result(sheet, first + number, column + place, value));
      edit.unhide(sheet, first + number);
    });
    edit.result(sheet, first - 2, column, wordsAt(sheet, first - 2, column).replace(/\d+/, String(dues.length)));
  });
}
