/* A filled workbook back into a record. Lines are found by their code, columns by their heads, so that rows may be
   sorted, filtered, moved. A line that cannot be read as a whole is left out as a whole, and named by its row with the
   reason. */

import { say } from "../words/form.js";
import { knownAs, stateOf } from "../record/checklist.js";
import { mostRows, years } from "../record/contract.js";
import * as records from "../record/record.js";
import * as cells from "../record/cells.js";
import { named, open, wordsAt } from "./excel-book.js";
import { folded, metaOf, tableOf } from "./excel-tables.js";
import * as zip from "./zip.js";

/** @import { Answer, AssessmentRecord, Occasion, Row as Line, Scale } from "../record/contract.js"
    @import { Checklist } from "../record/checklist.js"
    @import { Book, Cell, Row } from "./excel-book.js"
    @import { Meta, Table } from "./excel-tables.js" */

/** @typedef {{ sheet: string, row: number, code: string, reason: string }} Skipped */

/** What the workbook holds, blank or not: codes of `answers`, `log` (task -> for each occasion whether its row was
    read), single `fields`, `columns` of the lines.
    @typedef {{ answers: string[], log: Record<string, boolean[]>, fields: string[], columns: string[] }} Holds
    @typedef {{ record: AssessmentRecord, skipped: Skipped[], read: Holds, error?: undefined }
      | { record?: undefined, error: string }} Found */

const SCHEMA = 1;
const ENTRIES = ["result", "evidence", "state", "note", "cause", "remedy", "points"];
const OCCASION = records.fieldsOf("Occasion");
const REMARKS = records.fieldsOf("Remarks");

/** At most `most` of the rows that were left out, in `words`; "" where there is none.
    @type {(skipped: Skipped[], most: number, words: (one: Skipped) => string) => string} */
export const told = (skipped, most, words) =>
  [...skipped.slice(0, most).map(words), ...(skipped.length > most ? ["…"] : [])].join("; ");

/** @type {Cell} */
const NONE = { words: "" };

/** Why one row is not read. */
class Skip extends Error {}

/** Read a workbook of any body of regulation `id`. `record.year` is null where the workbook tells none.
    @type {(bytes: zip.Bytes, checklistOf: (body: string) => Checklist | null, id: string) => Promise<Found>} */
export async function readAny(bytes, checklistOf, id) {
  try {
    const book = await open(bytes);
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

/** @type {(book: Book, meta: Meta, checklist: Checklist) => Found} */
function recordOf(book, meta, checklist) {
  /** @type {Skipped[]} */
  const skipped = [];
  const table = tableOf(book, meta.heads, ["code", ...ENTRIES], "");
  if (!table) throw zip.fault("office.noTable");
  const answers = answersOf(table, meta, checklist, skipped);
  const { log, occasions } = logOf(book, meta, checklist, skipped);
  const { fields, ...once } = singleFields(book, skipped);
  const { facts } = meta;
  const sha256 = /^[0-9a-f]{64}$/.test(facts.source_sha256 || "") ? facts.source_sha256 : checklist.regulation.sha256;
  const record = {
    ...records.empty(checklist, yearOf(book, facts)),
    ...once,
    letterhead: facts.head || null,
    regulation: { id: facts.regulation, version: facts.version || "", sha256 },
    answers: Object.fromEntries(answers),
    log,
  };
  skipped.sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row);
  const read = { answers: Array.from(answers.keys()), log: occasions, fields, columns: Object.keys(table.columns) };
  return { record: records.tidied(record), skipped, read };
}

/** The year stands in the sheet's own facts, or in its title, where people write it by hand.
    @param {Book} book @param {Meta["facts"]} facts */
function yearOf(book, facts) {
  const title = named(book, "phieu_title");
  const written = /năm\s+(\d{4})(?!\d)/i.exec(title ? title.words.normalize("NFC") : "");
  const year = Number(written ? written[1] : facts.year);
  return year >= years.first && year <= years.last ? year : null;
}

/* ---- tables ---- */
/** Each row below the head is read by `one`; rows with the same key are left out, all of them.
    @param {Table} table @param {Skipped[]} skipped @param {(row: Row) => string} keyOf
    @param {(row: Row, key: string) => void} one */
function rowsOf(table, skipped, keyOf, one) {
  const below = Array.from(table.sheet.rows).filter(([number]) => number > table.head);
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const [, row] of below) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  for (const [number, row] of below) {
    const key = keyOf(row);
    try {
      if (key && times.get(key) !== 1) throw new Skip(say("office.skip.twice"));
      one(row, key);
    } catch (error) {
      if (!(error instanceof Skip)) throw error;
      skipped.push({ sheet: table.sheet.name, row: number, code: key, reason: error.message });
    }
  }
}

/** The words of a cell, none if it is missing; a fault of the workbook's own, or too many words, leave out the row.
    @type {(cell: Cell | undefined, most: number, label: string | undefined) => string} */
function fitting({ words, error } = NONE, most, label) {
  if (error) throw new Skip(say("office.skip.error", { label, error }));
  if (words.length > most) throw new Skip(say("office.skip.long", { label, most }));
  return words;
}

/** @param {Table} table @param {Meta} meta @param {Checklist} checklist @param {Skipped[]} skipped */
function answersOf(table, meta, checklist, skipped) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  const lines = knownAs(checklist);
  const own = checklist.scale.states.map((state) => /** @type {const} */ ([folded(state.label), state.id]));
  const about = { states: new Map([...meta.states, ...own]), scale: checklist.scale, heads: meta.heads };
  const holds = (/** @type {Row} */ row) => ENTRIES.some((key) => row.has(table.columns[key]));
  rowsOf(table, skipped, (row) => wordsAt(row, table.columns.code).trim(), (row, code) => {
    const line = lines.get(code);
    if (line) answers.set(line.id, answerOf(table, row, line, about));
    else if (code) throw new Skip(say("office.skip.unknownCode"));
    else if (holds(row)) throw new Skip(say("office.skip.noCode"));
  });
  return answers;
}

/** @param {Table} table @param {Row} row @param {Line} line
    @param {{ states: Map<string, string>, scale: Scale, heads: Map<string, string> }} about @returns {Answer} */
function answerOf(table, row, line, { states, scale, heads }) {
  const cell = (/** @type {string} */ key, /** @type {number} */ most) =>
    fitting(row.get(table.columns[key]), most, heads.get(key));
  const label = cell("state", cells.LONG).trim();
  const id = label ? states.get(folded(label)) : "";
  if (id === undefined) throw new Skip(say("office.skip.unknownState", { label: label.slice(0, 60) }));
  const evidence = cells.evidenceRows(cell("evidence", Infinity));
  if (evidence.length > mostRows) {
    throw new Skip(say("office.skip.many", { label: heads.get("evidence"), most: mostRows }));
  }
  const note = cells.noteParts(cell("note", cells.LONG * 2), stateOf({ scale }, id));
  const remedy = cells.remedyOf(cell("remedy", cells.LONG * 2));
  for (const [key, words] of [["note", note.note], ["note", note.reason], ["remedy", remedy ? remedy.action : ""]]) {
    fitting({ words }, cells.LONG, heads.get(key));
  }
  return {
    ...records.blank("Answer"),
    state: id,
    result: cell("result", cells.LONG),
    evidence,
    ...note,
    cause: cell("cause", cells.LONG),
    remedy,
    points: pointsOf(cell("points", cells.SHORT), line, heads.get("points")),
  };
}

/** @type {(words: string, line: Line, label: string | undefined) => number | null} */
function pointsOf(words, line, label) {
  const bare = words.trim().replace(",", ".");
  if (!bare) return null;
  if (!/^\d+(\.\d+)?$/.test(bare) || Number(bare) > (line.points ?? Infinity)) {
    throw new Skip(say("office.skip.badNumber", { label, words: words.trim().slice(0, 60) }));
  }
  return Number(bare);
}

/** The log, and for each task which of its occasions were read.
    @param {Book} book @param {Meta} meta @param {Checklist} checklist @param {Skipped[]} skipped
    @returns {{ log: Record<string, Occasion[]>, occasions: Holds["log"] }} */
function logOf(book, meta, checklist, skipped) {
  const table = checklist.log.tasks.length
    ? tableOf(book, meta.heads, [...OCCASION, "duties", "occasion"], "log.")
    : null;
  if (!table) return { log: {}, occasions: {} };
  const tasks = new Map(checklist.log.tasks.map((task) => [task.duties.join(" "), task.id]));
  const at = (/** @type {Row} */ row, /** @type {string} */ name) => wordsAt(row, table.columns[name]).trim();
  /** @type {Record<string, Array<Occasion | undefined>>} */
  const found = {};
  rowsOf(table, skipped, (row) => [at(row, "duties"), at(row, "occasion")].filter(Boolean).join(" / "), (row, key) => {
    if (key) {
      const task = tasks.get(at(row, "duties"));
      const number = Number(at(row, "occasion"));
      const isOne = Number.isInteger(number) && number >= 1 && number <= mostRows;
      if (!task || !isOne) throw new Skip(say("office.skip.unknownCode"));
      (found[task] ??= [])[number - 1] = occasionOf(table, row, meta);
    } else if (OCCASION.some((name) => row.has(table.columns[name]))) {
      throw new Skip(say("office.skip.noCode"));
    }
  });
  const tasksRead = Object.entries(found).map(([task, rows]) => /** @type {const} */ ([task, Array.from(rows)]));
  return {
    log: Object.fromEntries(tasksRead.map(([task, rows]) =>
      [task, rows.map((row) => row || records.blank("Occasion"))])),
    occasions: Object.fromEntries(tasksRead.map(([task, rows]) => [task, rows.map(Boolean)])),
  };
}

/** @type {(table: Table, row: Row, meta: Meta) => Occasion} */
function occasionOf(table, row, { heads }) {
  const occasion = records.blank("Occasion");
  for (const name of OCCASION) {
    occasion[name] = fieldWords(row.get(table.columns[name]), `Occasion.${name}`, heads.get(`log.${name}`));
  }
  return occasion;
}

/* ---- what stands once: the unit's name, the rating, part VI ---- */
/** @param {Book} book @param {Skipped[]} skipped */
function singleFields(book, skipped) {
  const unit = records.blank("Unit");
  const remarks = records.blank("Remarks");
  const fields = [];
  for (const name of /** @type {const} */ (["unit", ...REMARKS])) {
    const place = book.names.get(`phieu_${name}`);
    if (!place) continue;
    try {
      const cell = named(book, `phieu_${name}`) ?? NONE;
      const label = say(`office.field.${name}`);
      if (name === "unit") unit.name = fieldWords({ ...cell, words: unitName(cell.words, label) }, "Unit.name", label);
      else remarks[name] = fieldWords(cell, `Remarks.${name}`, label);
      fields.push(name);
    } catch (error) {
      if (!(error instanceof Skip)) throw error;
      skipped.push({ sheet: place.sheet, row: place.row, code: "", reason: error.message });
    }
  }
  return { unit, remarks, fields };
}

/** The words of the field `where` of the record.
    @type {(cell: Cell | undefined, where: string, label: string | undefined) => string} */
function fieldWords(cell, where, label) {
  const words = fitting(cell, records.longest(where), label);
  return records.isLine(where) ? words.replace(/\n+/g, " ") : words;
}

/** `Đơn vị: …………` is a blank. @param {string} words @param {string} label */
function unitName(words, label) {
  const name = words.startsWith(`${label}:`) ? words.slice(label.length + 1).replace(/^ /, "") : words;
  return /^[\s.…_]*$/.test(name) ? "" : name;
}
