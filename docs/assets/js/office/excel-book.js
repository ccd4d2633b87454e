/* A workbook as sheets of cells, whatever program wrote it: shared, inline and rich words, numbers, days, yes, no. */

import { say } from "../words/form.js";
import { dayOf, slashed } from "../common/days.js";
import { all, attribute, child, children } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const MOST_CELLS = 200000;
const MOST_SHEETS = 100;
const MOST_LETTERS = 20 * 1024 * 1024; // in all cells: the words of many cells may be one shared string
const LONGEST_FORMAT = 255; // Excel's own limit
const DAY_MS = 86400000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const MAC_DAYS = 1462;
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const PERCENT_FORMATS = new Set([9, 10]);
// eslint-disable-next-line no-control-regex -- these are the letters that XML cannot hold, and pairs, which it can
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** A row is its cells by their column, a worksheet its rows by their number, both from 1.
    @typedef {{ words: string, number?: number, day?: string, error?: string }} Cell
    @typedef {Map<number, Cell>} Row
    @typedef {{ name: string, path: string, document: Document, rows: Map<number, Row> }} Worksheet
    @typedef {{ sheet: string, row: number, column: number }} Place
    @typedef {{ strings: string[], formats: string[], shift: number, left: number, letters: number }} Context
    @typedef {{ entries: Map<string, zip.Entry>, sheets: Worksheet[], names: Map<string, Place> }} Book */

/** Whether days are counted from 1904. @param {Element} one */
const isOfMac = (one) => ["1", "true"].includes(one.getAttribute("date1904") ?? "");

/** Open the workbook in `bytes`. Throws a Fault of zip.js. @type {(bytes: zip.Bytes) => Promise<Book>} */
export async function open(bytes) {
  const entries = zip.open(bytes);
  const part = async (/** @type {string} */ name) =>
    (entries.has(name) ? xml.parse(await zip.unpack(entries.get(name))) : null);
  const workbook = await part("xl/workbook.xml");
  if (!workbook) throw zip.fault("office.notExcel");
  const relations = relationsOf(await part("xl/_rels/workbook.xml.rels"));
  const context = {
    strings: stringsOf(await part("xl/sharedStrings.xml")),
    formats: formatsOf(await part("xl/styles.xml")),
    shift: all(workbook, "workbookPr").some(isOfMac) ? MAC_DAYS : 0,
    left: MOST_CELLS,
    letters: MOST_LETTERS,
  };
  const sheets = [];
  const items = all(workbook, "sheet");
  if (items.length > MOST_SHEETS) throw zip.fault("office.tooLarge");
  for (const item of items) {
    const path = relations.get(attribute(item, "id")?.value ?? "") ?? "";
    const document = await part(path);
    const name = item.getAttribute("name") ?? "";
    if (document) sheets.push({ name, path, document, rows: rowsOf(document, context) });
  }
  return { entries, sheets, names: namesOf(workbook) };
}

/** @param {Document | null} document */
function relationsOf(document) {
  if (!document) throw zip.fault("office.corrupt");
  return new Map(all(document, "Relationship").map((one) => {
    const target = one.getAttribute("Target") || "";
    return [one.getAttribute("Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
  }));
}

/** Words in plain or rich form; how to read Japanese names aloud is no part of them. @param {Element} item */
function wordsOf(item) {
  const plain = children(item, "t");
  const rich = children(item, "r").flatMap((run) => children(run, "t"));
  return [...plain, ...rich].map((one) => decoded(one.textContent)).join("");
}

/** Excel writes letters that XML cannot hold as _x0007_, and an underscore before such a group as _x005F_.
    @param {string} words */
export function decoded(words) {
  const letters = words.replace(/_x([0-9a-fA-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return letters.replace(/\r\n?/g, "\n");
}

/** The contrary of `decoded`, for words to be written. @param {string} words */
export function encoded(words) {
  return words.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_").replace(FORBIDDEN, (letter) => {
    const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return letter.length === 2 ? letter : `_x${code}_`;
  });
}

/** @param {Document | null} document */
function stringsOf(document) {
  return children(document?.documentElement, "si").map(wordsOf);
}

/** For each style of cells what its numbers are: a day, a percentage, or just numbers.
    @param {Document | null} document */
function formatsOf(document) {
  if (!document) return [];
  const idOf = (/** @type {Element} */ one) => Number(one.getAttribute("numFmtId"));
  const own = new Map(all(document, "numFmt").map((one) => [idOf(one), kindOf(one.getAttribute("formatCode") || "")]));
  return children(child(document.documentElement, "cellXfs"), "xf").map((style) => {
    const id = idOf(style);
    const usual = DAY_FORMATS.has(id) ? "day" : "";
    return own.get(id) ?? (PERCENT_FORMATS.has(id) ? "percent" : usual);
  });
}

/** @param {string} code */
function kindOf(code) {
  if (code.length > LONGEST_FORMAT) return "";
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  if (/[dy]/i.test(bare)) return "day";
  return bare.includes("%") ? "percent" : "";
}

/** @param {Document} document @param {Context} context */
function rowsOf(document, context) {
  /** @type {Worksheet["rows"]} */
  const rows = new Map();
  let next = 1;
  for (const row of children(child(document.documentElement, "sheetData"), "row")) {
    const number = Number(row.getAttribute("r")) || next;
    next = number + 1;
    rows.set(number, cellsOf(row, context));
  }
  return rows;
}

/** @param {Element} row @param {Context} context */
function cellsOf(row, context) {
  /** @type {Row} */
  const cells = new Map();
  let column = 0;
  for (const cell of children(row, "c")) {
    column = columnOf(cell.getAttribute("r")) || column + 1;
    const value = cellOf(cell, context);
    context.left -= 1;
    context.letters -= value ? value.words.length : 0;
    if (context.left < 0 || context.letters < 0) throw zip.fault("office.tooLarge");
    if (value) cells.set(column, value);
  }
  return cells;
}

/** What a cell holds; null where that is nothing. @type {(cell: Element, context: Context) => Cell | null} */
function cellOf(cell, context) {
  const kind = cell.getAttribute("t") || "n";
  if (kind === "inlineStr") {
    const item = child(cell, "is");
    return item && wordsOf(item) ? { words: wordsOf(item) } : null;
  }
  const words = child(cell, "v")?.textContent;
  if (words) return valueOf(kind, words, context, Number(cell.getAttribute("s")));
  return child(cell, "f") && kind !== "str" ? { words: "", error: say("office.notComputed") } : null;
}

/** What the words of a value mean in a cell of a `kind` and a style.
    @type {(kind: string, words: string, context: Context, style: number) => Cell | null} */
function valueOf(kind, words, { strings, formats, shift }, style) {
  switch (kind) {
  case "s": return strings[Number(words)] ? { words: strings[Number(words)] } : null;
  case "str": return { words: decoded(words) };
  case "b": return { words: words === "1" ? "TRUE" : "FALSE" };
  case "e": return { words: "", error: words };
  case "d": return { words: dayWords(Date.parse(words.length > 10 ? `${words.replace(/Z$/, "")}Z` : words)) || words };
  default: return numberOf(words, formats[style], shift);
  }
}

/** @type {(words: string, format: string, shift: number) => Cell} */
function numberOf(words, format, shift) {
  const number = Number(words);
  if (!Number.isFinite(number)) return { words };
  const plain = (/** @type {number} */ value) => String(Number(value.toPrecision(15))).replace(".", ",");
  if (format === "percent") return { words: `${plain(number * 100)}%`, number };
  const day = format === "day" && number >= 1 ? dayWords(FIRST_DAY + Math.floor(number + shift) * DAY_MS) : "";
  return day ? { words: day, day } : { words: plain(number), number };
}

/** @param {number} time */
function dayWords(time) {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : slashed(date.toISOString().slice(0, 10));
}

/** The number of a day written dd/mm/yyyy, as Excel counts; null where `words` is not such a day.
    @param {string} words */
export function dayNumber(words) {
  const iso = dayOf(words);
  const number = iso && slashed(iso) === words ? (Date.parse(`${iso}T00:00:00Z`) - FIRST_DAY) / DAY_MS : 0;
  return number > 60 ? number : null; // Excel counts 29 February 1900
}

/** The number of the column of a cell, from 1; 0 where the place names none. @param {string | null} place */
export function columnOf(place) {
  const [letters] = /^[A-Z]*/.exec(place ?? "") ?? [""];
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** @type {(number: number) => string} */
export function columnLetters(number) {
  const rest = (number - 1) % 26;
  return (number > 26 ? columnLetters((number - 1 - rest) / 26) : "") + String.fromCharCode(65 + rest);
}

/** Names of the workbook that mean one cell. @param {Document} workbook */
function namesOf(workbook) {
  const cell = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d{1,7})(?::\$[A-Z]{1,3}\$\d{1,7})?$/;
  /** @type {Book["names"]} */
  const found = new Map();
  for (const one of all(workbook, "definedName")) {
    const [, quoted, plain, letters, row] = cell.exec(one.textContent.trim()) ?? [];
    const sheet = quoted ? quoted.replace(/''/g, "'") : plain;
    if (row) found.set(one.getAttribute("name") ?? "", { sheet, row: Number(row), column: columnOf(letters) });
  }
  return found;
}

/** The place of the cell with a name of the workbook, or null.
    @type {(book: Book, name: string) => { sheet: Worksheet, row: number, column: number } | null} */
export function placeOf(book, name) {
  const place = book.names.get(name);
  const sheet = place && book.sheets.find((one) => one.name === place.sheet);
  return sheet ? { ...place, sheet } : null;
}

/** The cell at a name of the workbook, or null. @type {(book: Book, name: string) => Cell | null} */
export function named(book, name) {
  const place = placeOf(book, name);
  return place?.sheet.rows.get(place.row)?.get(place.column) ?? null;
}

/** The words of a cell; "" where there is none. @type {(row: Row | undefined, column: number) => string} */
export const wordsAt = (row, column) => row?.get(column)?.words ?? "";
