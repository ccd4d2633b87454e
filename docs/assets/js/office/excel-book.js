/* A workbook as sheets of cells, whatever program wrote it: shared, inline and rich words, numbers, days, yes and no. */

import { say } from "../words/form.js";
import { dayOf, slashed } from "../common/days.js";
import { all, child, children } from "./xml.js";
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

/** Open the workbook in `bytes`: {entries, parts, sheets, names}. Throws Phieu.zip.Fault. */
export async function open(bytes) {
  const entries = zip.open(bytes);
  if (!entries.has("xl/workbook.xml")) throw zip.fault("office.notExcel");
  const part = async (name) => (entries.has(name) ? xml.parse(await zip.unpack(entries.get(name))) : null);
  const workbook = await part("xl/workbook.xml");
  const relations = relationsOf(await part("xl/_rels/workbook.xml.rels"));
  const context = {
    strings: stringsOf(await part("xl/sharedStrings.xml")),
    formats: formatsOf(await part("xl/styles.xml")),
    shift: all(workbook, "workbookPr").some((one) => ["1", "true"].includes(one.getAttribute("date1904"))) ? MAC_DAYS : 0,
    left: MOST_CELLS,
    letters: MOST_LETTERS,
  };
  const sheets = [];
  const items = all(workbook, "sheet");
  if (items.length > MOST_SHEETS) throw zip.fault("office.tooLarge");
  for (const item of items) {
    const path = relations.get(attribute(item, "id"));
    const document = path ? await part(path) : null;
    if (document) sheets.push({ name: item.getAttribute("name"), path, document, rows: rowsOf(document, context) });
  }
  return { entries, workbook, sheets, names: namesOf(workbook) };
}

function attribute(element, name) {
  const found = Array.from(element.attributes).find((one) => one.localName === name && one.namespaceURI);
  return found ? found.value : null;
}

function relationsOf(document) {
  if (!document) throw zip.fault("office.corrupt");
  return new Map(all(document, "Relationship").map((one) => {
    const target = one.getAttribute("Target") || "";
    return [one.getAttribute("Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
  }));
}

/* Words in plain or rich form; how to read Japanese names aloud is no part of them. */
function wordsOf(item) {
  return children(item, "t").concat(children(item, "r").flatMap((run) => children(run, "t"))).map((one) => decoded(one.textContent)).join("");
}

/** Excel writes letters that XML cannot hold as _x0007_, and an underscore before such a group as _x005F_. */
export function decoded(words) {
  return words.replace(/_x([0-9a-fA-F]{4})_/g, (whole, code) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, "\n");
}

/** The contrary of `decoded`, for words to be written. */
export function encoded(words) {
  return words
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (letter) => letter.length === 2 ? letter : `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

function stringsOf(document) {
  return document ? children(document.documentElement, "si").map(wordsOf) : [];
}

/* For each style of cells what its numbers are: a day, a percentage, or just numbers. */
function formatsOf(document) {
  if (!document) return [];
  const own = new Map(all(document, "numFmt").map((one) => [Number(one.getAttribute("numFmtId")), kindOf(one.getAttribute("formatCode") || "")]));
  const list = child(document.documentElement, "cellXfs");
  return (list ? children(list, "xf") : []).map((style) => {
    const id = Number(style.getAttribute("numFmtId"));
    if (own.has(id)) return own.get(id);
    if (DAY_FORMATS.has(id)) return "day";
    return PERCENT_FORMATS.has(id) ? "percent" : "";
  });
}

function kindOf(code) {
  if (code.length > LONGEST_FORMAT) return "";
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  if (/[dy]/i.test(bare)) return "day";
  return bare.includes("%") ? "percent" : "";
}

function rowsOf(document, context) {
  const data = child(document.documentElement, "sheetData");
  const rows = new Map();
  let next = 1;
  for (const row of data ? children(data, "row") : []) {
    const number = Number(row.getAttribute("r")) || next;
    next = number + 1;
    const cells = new Map();
    let column = 0;
    for (const cell of children(row, "c")) {
      const letters = /^[A-Z]+/.exec(cell.getAttribute("r") || "");
      column = letters ? columnNumber(letters[0]) : column + 1;
      context.left -= 1;
      if (context.left < 0) throw zip.fault("office.tooLarge");
      const value = cellOf(cell, context);
      context.letters -= value ? value.words.length : 0;
      if (context.letters < 0) throw zip.fault("office.tooLarge");
      if (value) cells.set(column, value);
    }
    rows.set(number, cells);
  }
  return rows;
}

/** A cell: {words}, with {number} or {error} where it holds such; null where it holds nothing. */
function cellOf(cell, context) {
  const kind = cell.getAttribute("t") || "n";
  const value = child(cell, "v");
  const words = value ? value.textContent : "";
  if (kind === "inlineStr") {
    const item = child(cell, "is");
    return item && wordsOf(item) ? { words: wordsOf(item) } : null;
  }
  if (!words) return child(cell, "f") && kind !== "str" ? { words: "", error: say("office.notComputed") } : null;
  if (kind === "s") return context.strings[Number(words)] ? { words: context.strings[Number(words)] } : null;
  if (kind === "str") return { words: decoded(words) };
  if (kind === "b") return { words: words === "1" ? "TRUE" : "FALSE" };
  if (kind === "e") return { words: "", error: words };
  if (kind === "d") return { words: dayWords(Date.parse(words.length > 10 ? `${words.replace(/Z$/, "")}Z` : words)) || words };
  return numberOf(words, context.formats[Number(cell.getAttribute("s"))], context.shift);
}

function numberOf(words, format, shift) {
  const number = Number(words);
  if (!Number.isFinite(number)) return { words };
  const plain = (value) => String(Number(value.toPrecision(15))).replace(".", ",");
  if (format === "percent") return { words: `${plain(number * 100)}%`, number };
  const day = format === "day" && number >= 1 ? dayWords(FIRST_DAY + Math.floor(number + shift) * DAY_MS) : "";
  return day ? { words: day, day } : { words: plain(number), number };
}

function dayWords(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "";
  return slashed(date.toISOString().slice(0, 10));
}

/** The number of a day written dd/mm/yyyy, as Excel counts; null where `words` is not such a day. */
export function dayNumber(words) {
  const iso = dayOf(words);
  const number = iso && slashed(iso) === words ? (Date.parse(`${iso}T00:00:00Z`) - FIRST_DAY) / DAY_MS : 0;
  return number > 60 ? number : null; // Excel counts 29 February 1900
}

export function columnNumber(letters) {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnLetters(number) {
  const rest = (number - 1) % 26;
  return (number > 26 ? columnLetters((number - 1 - rest) / 26) : "") + String.fromCharCode(65 + rest);
}

/* Names of the workbook that mean one cell: name -> {sheet, row, column}. */
function namesOf(workbook) {
  const found = new Map();
  for (const one of all(workbook, "definedName")) {
    const place = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d{1,7})(?::\$[A-Z]{1,3}\$\d{1,7})?$/.exec(one.textContent.trim());
    if (!place) continue;
    found.set(one.getAttribute("name"), { sheet: place[1] ? place[1].replace(/''/g, "'") : place[2], row: Number(place[4]), column: columnNumber(place[3]) });
  }
  return found;
}

/** The cell at a name of the workbook: {words}, or null. */
export function named(book, name) {
  const place = book.names.get(name);
  const sheet = place && book.sheets.find((one) => one.name === place.sheet);
  const row = sheet && sheet.rows.get(place.row);
  return (row && row.get(place.column)) || null;
}
