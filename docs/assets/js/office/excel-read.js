/* A filled workbook back into a record. Lines are found by their code, columns by their heads, so that rows may be sorted,
   filtered, moved. A line that cannot be read as a whole is left out as a whole, and named by its row with the reason. */

import { say as sentence } from "../words/form.js";
import { linesOf, stateOf } from "../record/checklist.js";
import { mostRows, years } from "../record/contract.js";
import * as records from "../record/record.js";
import * as excelBook from "./excel-book.js";
import * as cells from "../record/cells.js";
import * as zip from "./zip.js";

const META = "_meta";
const SCHEMA = 1;
const FIRST_STATE = 21; // rows of _meta, from 1
const HEAD_KEY = 8; // columns of _meta, from 1
const ENTRIES = ["result", "evidence", "state", "note", "cause", "remedy", "points"];
const RENAMED = { own: "points" }; // columns of workbooks made before fields had the names of the record
export const OCCASION = records.fieldsOf("Occasion");
export const REMARKS = records.fieldsOf("Remarks");
const say = (key, values) => sentence(`office.${key}`, values);

/** Why one row is not read. */
class Skip extends Error {}

/** Read a workbook of any body of regulation `id`: {record, skipped, read} or {error}.
    `checklistOf(body)` gives the checklist of a body, or null. `record.year` is null where the workbook tells none.
    `skipped`: [{sheet, row, code, reason}]. `read` is what the workbook holds, blank or not: codes of `answers`, `log`
    (task -> for each occasion whether its row was read), single `fields`, `columns` of the lines. */
export async function readAny(bytes, checklistOf, id) {
  try {
    const book = await excelBook.open(bytes);
    const meta = metaOf(book);
    if (!(Number(meta.facts.schema_version) <= SCHEMA)) throw zip.fault("office.newer");
    if (meta.facts.regulation !== id) throw zip.fault("office.otherRegulation", { id: meta.facts.regulation });
    const checklist = checklistOf(meta.facts.body);
    if (!checklist) throw zip.fault("office.unknownBody", { body: meta.facts.body });
    return recordOf(book, meta, checklist);
  } catch (error) {
    if (error instanceof zip.Fault) return { error: error.message };
    throw error;
  }
}

const wordsAt = (row, column) => (row && row.get(column) ? row.get(column).words : "");

/* What the workbook says of itself; without that it is somebody else's. */
export function metaOf(book) {
  const sheet = book.sheets.find((one) => one.name === META);
  if (!sheet) throw zip.fault("office.notOurs");
  const facts = {};
  for (let row = 1; row < FIRST_STATE - 1; row += 1) facts[wordsAt(sheet.rows.get(row), 1)] = wordsAt(sheet.rows.get(row), 2);
  if (!facts.regulation || !/^\d{1,4}$/.test(facts.schema_version || "")) throw zip.fault("office.notOurs");
  const states = new Map();
  const heads = new Map();
  for (const [number, row] of sheet.rows) {
    if (number < FIRST_STATE) continue;
    if (wordsAt(row, 1)) states.set(folded(wordsAt(row, 2)), wordsAt(row, 1));
    const key = wordsAt(row, HEAD_KEY);
    if (key) heads.set(RENAMED[key] || key, wordsAt(row, HEAD_KEY + 1));
  }
  return { facts, states, heads };
}

const folded = (words) => words.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");

function recordOf(book, meta, checklist) {
  const skipped = [];
  const table = tableOf(book, meta.heads, ["code", ...ENTRIES], "");
  if (!table) throw zip.fault("office.noTable");
  const answers = answersOf(table, meta, checklist, skipped);
  const { log, occasions } = logOf(book, meta, checklist, skipped);
  const single = singleFields(book, skipped);
  const { facts } = meta;
  const record = { ...records.empty(checklist, yearOf(book, facts)), ...single.parts };
  record.letterhead = facts.head || null;
  record.regulation = { id: facts.regulation, version: facts.version || "", sha256: /^[0-9a-f]{64}$/.test(facts.source_sha256 || "") ? facts.source_sha256 : checklist.regulation.sha256 };
  record.answers = Object.fromEntries(Array.from(answers).filter(([, answer]) => !records.isBlankAnswer(answer)));
  record.log = Object.fromEntries(Array.from(log).filter(([, rows]) => rows.length));
  skipped.sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row);
  const read = { answers: Array.from(answers.keys()), log: occasions, fields: single.found, columns: Object.keys(table.columns) };
  return { record, skipped, read };
}

/* The year stands in the sheet's own facts, or in its title, where people write it by hand. */
function yearOf(book, facts) {
  const title = excelBook.named(book, "phieu_title");
  const written = /năm\s+(\d{4})(?!\d)/i.exec(title ? title.words.normalize("NFC") : "");
  const year = Number(written ? written[1] : facts.year);
  return year >= years.first && year <= years.last ? year : null;
}

/* ---- tables ---- */
/* The sheet and row where all of `keys` have their heads: {sheet, head, columns: key -> number}. */
export function tableOf(book, heads, keys, prefix) {
  const wanted = keys.filter((key) => heads.has(prefix + key));
  for (const sheet of book.sheets) {
    if (sheet.name === META) continue;
    for (const [number, row] of sheet.rows) {
      const found = new Map(Array.from(row, ([column, cell]) => [folded(cell.words), column]));
      const columns = Object.fromEntries(wanted.map((key) => [key, found.get(folded(heads.get(prefix + key)))]));
      if (wanted.length && wanted.every((key) => columns[key])) return { sheet, head: number, columns };
    }
  }
  return null;
}

/* Each row below the head is read by `one`; rows with the same key are left out, all of them. */
function rowsOf(table, skipped, keyOf, one) {
  const below = Array.from(table.sheet.rows).filter(([number]) => number > table.head).map(([number, row]) => ({ number, row, key: keyOf(row) }));
  const times = new Map();
  for (const { key } of below) times.set(key, (times.get(key) || 0) + 1);
  for (const { number, row, key } of below) {
    try {
      if (key && times.get(key) > 1) throw new Skip(say("skip.twice"));
      one(row, key);
    } catch (error) {
      if (!(error instanceof Skip)) throw error;
      skipped.push({ sheet: table.sheet.name, row: number, code: key, reason: error.message });
    }
  }
}

/* The words of a cell of a table; a fault of the workbook's own, or too many words, leave out the row. */
function text(table, row, key, longest, label) {
  const cell = table.columns[key] ? row.get(table.columns[key]) : null;
  if (!cell) return "";
  if (cell.error) throw new Skip(say("skip.error", { label, error: cell.error }));
  if (cell.words.length > longest) throw new Skip(say("skip.long", { label, most: longest }));
  return cell.words;
}

function answersOf(table, meta, checklist, skipped) {
  const answers = new Map();
  const lines = new Map(linesOf(checklist).map((line) => [line.id, line]));
  const states = new Map([...meta.states, ...checklist.scale.states.map((state) => [folded(state.label), state.id])]);
  const holds = (row) => ENTRIES.some((key) => table.columns[key] && row.has(table.columns[key]));
  rowsOf(table, skipped, (row) => wordsAt(row, table.columns.code).trim(), (row, code) => {
    if (!code) {
      if (holds(row)) throw new Skip(say("skip.noCode"));
      return;
    }
    if (!lines.has(code)) throw new Skip(say("skip.unknownCode"));
    answers.set(code, answerOf(table, row, { states, scale: checklist.scale, heads: meta.heads, line: lines.get(code) }));
  });
  return answers;
}

function answerOf(table, row, { states, scale, heads, line }) {
  const cell = (key, longest) => text(table, row, key, longest, heads.get(key));
  const label = cell("state", cells.LONG).trim();
  if (label && !states.has(folded(label))) throw new Skip(say("skip.unknownState", { label: label.slice(0, 60) }));
  const id = label ? states.get(folded(label)) : "";
  const state = stateOf({ scale }, id);
  const rows = cells.evidenceRows(cell("evidence", Infinity));
  if (rows.length > mostRows) throw new Skip(say("skip.many", { label: heads.get("evidence"), most: mostRows }));
  const written = cell("note", cells.LONG * 2);
  const note = cells.noteParts(written, state);
  const remedy = cells.remedyOf(cell("remedy", cells.LONG * 2));
  for (const [key, words] of [["note", note.note], ["note", note.reason], ["remedy", remedy ? remedy.action : ""]]) {
    if (words.length > cells.LONG) throw new Skip(say("skip.long", { label: heads.get(key), most: cells.LONG }));
  }
  return {
    ...records.blank("Answer"),
    state: id,
    result: cell("result", cells.LONG),
    evidence: rows,
    ...note,
    cause: cell("cause", cells.LONG),
    remedy,
    points: pointsOf(cell("points", cells.SHORT), line, heads.get("points")),
  };
}

function pointsOf(words, line, label) {
  if (!words.trim()) return null;
  const bare = words.trim().replace(",", ".");
  const points = Number(bare);
  const most = typeof line.points === "number" ? line.points : Infinity;
  if (!/^\d+(\.\d+)?$/.test(bare) || !(points <= most)) throw new Skip(say("skip.badNumber", { label, words: words.trim().slice(0, 60) }));
  return points;
}

function logOf(book, meta, checklist, skipped) {
  const log = new Map();
  const table = checklist.log.tasks.length ? tableOf(book, meta.heads, [...OCCASION, "duties", "occasion"], "log.") : null;
  if (!table) return { log, occasions: {} };
  const tasks = new Map(checklist.log.tasks.map((task) => [task.duties.join(" "), task.id]));
  const at = (row, name) => wordsAt(row, table.columns[name]).trim();
  rowsOf(table, skipped, (row) => [at(row, "duties"), at(row, "occasion")].filter(Boolean).join(" / "), (row, key) => {
    if (!key) {
      if (OCCASION.some((name) => row.has(table.columns[name]))) throw new Skip(say("skip.noCode"));
      return;
    }
    const task = tasks.get(at(row, "duties"));
    const number = Number(at(row, "occasion"));
    if (!task || !(Number.isInteger(number) && number >= 1 && number <= mostRows)) throw new Skip(say("skip.unknownCode"));
    const cell = (name) => text(table, row, name, name === "note" ? cells.LONG : cells.SHORT, meta.heads.get(`log.${name}`));
    const occasion = Object.fromEntries(OCCASION.map((name) => [name, name === "note" ? cell(name) : cell(name).replace(/\n+/g, " ")]));
    if (!log.has(task)) log.set(task, []);
    log.get(task)[number - 1] = occasion;
  });
  const occasions = Object.fromEntries(Array.from(log, ([task, rows]) => [task, Array.from(rows, Boolean)]));
  for (const [task, rows] of log) log.set(task, records.trimmedRows(Array.from(rows, (row) => row || records.blank("Occasion"))));
  return { log, occasions };
}

/* ---- what stands once: the unit's name, the rating, part VI ---- */
function singleFields(book, skipped) {
  const parts = { unit: records.blank("Unit"), remarks: records.blank("Remarks") };
  const found = [];
  for (const name of ["unit", ...REMARKS]) {
    const place = book.names.get(`phieu_${name}`);
    if (!place) continue;
    const cell = excelBook.named(book, `phieu_${name}`);
    const raw = cell ? cell.words : "";
    const words = name === "unit" ? unitName(raw) : raw;
    const isShort = name === "unit" || name === "rating";
    const fault = cell && cell.error ? say("skip.error", { label: say(`field.${name}`), error: cell.error }) : "";
    const long = words.length > (isShort ? cells.SHORT : cells.LONG) ? say("skip.long", { label: say(`field.${name}`), most: isShort ? cells.SHORT : cells.LONG }) : "";
    if (fault || long) {
      skipped.push({ sheet: place.sheet, row: place.row, code: "", reason: fault || long });
      continue;
    }
    found.push(name);
    const value = isShort ? words.replace(/\n+/g, " ") : words;
    if (name === "unit") parts.unit.name = value;
    else parts.remarks[name] = value;
  }
  return { parts, found };
}

/* `Đơn vị: …………` is a blank. */
function unitName(words) {
  const label = say("field.unit");
  const name = words.startsWith(`${label}:`) ? words.slice(label.length + 1).replace(/^ /, "") : words;
  return /^[\s.…_]*$/.test(name) ? "" : name;
}
