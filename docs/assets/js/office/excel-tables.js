/* What a workbook of ours says of itself, and where its tables are. */

import { wordsAt } from "./excel-book.js";
import * as zip from "./zip.js";

/** @import { Book, Worksheet } from "./excel-book.js" */

/** `columns`: key -> number, 0 where there is none.
    @typedef {{ sheet: Worksheet, head: number, columns: Record<string, number> }} Table
    @typedef {{ facts: Record<string, string>, states: Map<string, string>, heads: Map<string, string> }} Meta */

const META = "_meta";
const FIRST_STATE = 21; // rows of _meta, from 1
const HEAD_KEY = 8; // columns of _meta, from 1
const OWN_POINTS = "own"; // the column of points in workbooks made before fields had the names of the record

/** Where the workbook says what it is; without that it is somebody else's. @param {Book} book */
export function metaSheet(book) {
  const sheet = book.sheets.find((one) => one.name === META);
  if (!sheet) throw zip.fault("office.notOurs");
  return sheet;
}

/** @type {(book: Book) => Meta} */
export function metaOf(book) {
  const rows = Array.from(metaSheet(book).rows);
  const facts = Object.fromEntries(rows.filter(([number]) => number < FIRST_STATE - 1)
    .map(([, row]) => [wordsAt(row, 1), wordsAt(row, 2)]));
  if (!facts.regulation || !/^\d{1,4}$/.test(facts.schema_version || "")) throw zip.fault("office.notOurs");
  const states = new Map();
  const heads = new Map();
  for (const [, row] of rows.filter(([number]) => number >= FIRST_STATE)) {
    const [id, key] = [wordsAt(row, 1), wordsAt(row, HEAD_KEY)];
    if (id) states.set(folded(wordsAt(row, 2)), id);
    if (key) heads.set(key === OWN_POINTS ? "points" : key, wordsAt(row, HEAD_KEY + 1));
  }
  return { facts, states, heads };
}

/** Words as they are compared. @param {string} words */
export function folded(words) {
  return words.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
}

/** The sheet and row where all of `keys` that have heads have them.
    @type {(book: Book, heads: Map<string, string>, keys: string[], prefix: string) => Table | null} */
export function tableOf(book, heads, keys, prefix) {
  const wanted = keys.filter((key) => heads.has(prefix + key));
  for (const sheet of wanted.length ? book.sheets : []) {
    for (const [head, row] of sheet.name === META ? [] : sheet.rows) {
      const found = new Map(Array.from(row, ([column, cell]) => [folded(cell.words), column]));
      const columns = wanted.map((key) => [key, found.get(folded(heads.get(prefix + key) ?? "")) ?? 0]);
      if (columns.every(([, column]) => column)) return { sheet, head, columns: Object.fromEntries(columns) };
    }
  }
  return null;
}
