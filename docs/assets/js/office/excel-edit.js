/* Cells of a workbook, written: words as words whatever they begin with, numbers, results beside formulas; rows as tall
   as their words need. Everything else in the workbook stays as it is. */

import { columnLetters, columnOf, encoded } from "./excel-book.js";
import { all, child, children, make, need } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

/** @import { Book, Worksheet } from "./excel-book.js" */

const LONGEST_CELL = 32767; // letters that Excel holds in a cell
const TALLEST = 409; // points
const LINE = 15.5; // points of a line of 12-point letters
const LETTERS = 0.92; // letters to a unit of a column's width
const WIDTH = 8.43; // of a column that says none

/** What writes into an open workbook; `styles` is its document of styles. */
export class Editor {
  /** @param {Book} book @param {Document} styles */
  constructor(book, styles) {
    this.book = book;
    this.styles = styles;
    /** @type {Map<string, string>} */
    this.quoted = new Map();
    /** @type {Set<Worksheet>} */
    this.changed = new Set();
  }

  /** Write words. @param {Worksheet} sheet @param {number} row @param {number} column @param {string} text */
  words(sheet, row, column, text) {
    const cell = this.cellAt(sheet, row, column);
    cell.replaceChildren();
    cell.removeAttribute("t");
    if (!text) return;
    if (text.length > LONGEST_CELL) throw zip.fault("office.longCell", { sheet: sheet.name, row, most: LONGEST_CELL });
    if (/^[=+\-@]/.test(text)) cell.setAttribute("s", this.quotedStyle(cell.getAttribute("s") || "0"));
    const item = make(cell, "is");
    item.append(make(cell, "t", {}, encoded(text)));
    cell.setAttribute("t", "inlineStr");
    cell.append(item);
    grow(sheet, row, column, text);
  }

  /** Write a number. @param {Worksheet} sheet @param {number} row @param {number} column @param {number} value */
  number(sheet, row, column, value) {
    const cell = this.cellAt(sheet, row, column);
    cell.removeAttribute("t");
    cell.replaceChildren(valued(cell, String(value)));
  }

  /** Write the result beside a formula, for programs that show it without working it out.
      @param {Worksheet} sheet @param {number} row @param {number} column @param {number | string} value */
  result(sheet, row, column, value) {
    const cell = this.cellAt(sheet, row, column);
    const formula = child(cell, "f");
    if (!formula) return;
    cell.replaceChildren(formula, valued(cell, encoded(String(value))));
    if (typeof value === "number") {
      cell.removeAttribute("t");
    } else {
      cell.setAttribute("t", "str");
      grow(sheet, row, column, value);
    }
  }

  /** The workbook as bytes. */
  async bytes() {
    const documents = new Map([...this.changed].map((sheet) => [sheet.path, sheet.document]));
    if (this.quoted.size) documents.set("xl/styles.xml", this.styles);
    const entries = [];
    for (const [name, entry] of this.book.entries) {
      const document = documents.get(name);
      entries.push(document ? await zip.pack(name, xml.serialize(document)) : entry);
    }
    return zip.write(entries);
  }

  /** @param {Worksheet} sheet @param {number} row @param {number} column */
  cellAt(sheet, row, column) {
    this.changed.add(sheet);
    const parent = rowAt(sheet, row);
    const place = columnLetters(column) + row;
    return at(parent, "c", column, place, (one) => columnOf(one.getAttribute("r")));
  }

  /** A style that keeps words words when a cell is edited later, though they begin like a formula.
      @param {string} style */
  quotedStyle(style) {
    const known = this.quoted.get(style);
    if (known) return known;
    const list = need(this.styles.documentElement, "cellXfs");
    const made = /** @type {Element} */ (children(list, "xf")[Number(style)].cloneNode(true));
    made.setAttribute("quotePrefix", "1");
    list.append(made);
    const { length } = children(list, "xf");
    list.setAttribute("count", String(length));
    this.quoted.set(style, String(length - 1));
    return String(length - 1);
  }
}

/** @param {Element} cell @param {string} words */
function valued(cell, words) {
  const made = make(cell, "v");
  made.textContent = words;
  return made;
}

/** The child of `parent` with this number; a missing one is put in its place, for rows and cells stand in their order.
    @param {Element} parent @param {string} name @param {number} number @param {string} place
    @param {(one: Element) => number} numberOf */
function at(parent, name, number, place, numberOf) {
  const next = children(parent, name).find((one) => numberOf(one) >= number);
  if (next && numberOf(next) === number) return next;
  const made = make(parent, name, { r: place });
  parent.insertBefore(made, next || null);
  return made;
}

/** @param {Worksheet} sheet @param {number} number */
function rowAt(sheet, number) {
  const data = need(sheet.document.documentElement, "sheetData");
  return at(data, "row", number, String(number), (one) => Number(one.getAttribute("r")));
}

/** Show a row again. @param {Worksheet} sheet @param {number} row */
export function unhide(sheet, row) {
  rowAt(sheet, row).removeAttribute("hidden");
}

/* ---- height ---- */
/** The width of the columns that a cell takes. @param {Worksheet} sheet @param {number} row @param {number} column */
function widthOf({ document }, row, column) {
  const [, end] = all(document, "mergeCell").map((one) => (one.getAttribute("ref") ?? "").split(":"))
    .find(([first]) => first === columnLetters(column) + row) ?? [];
  const columns = all(document, "col")
    .map((one) => ["min", "max", "width"].map((key) => Number(one.getAttribute(key))));
  let sum = 0;
  for (let one = column; one <= (columnOf(end) || column); one += 1) {
    const [, , width] = columns.find(([first, last]) => first <= one && one <= last) ?? [0, 0, WIDTH];
    sum += width;
  }
  return sum;
}

/** @param {Worksheet} sheet @param {number} row @param {number} column @param {string} text */
function grow(sheet, row, column, text) {
  const element = rowAt(sheet, row);
  const room = Math.max(1, widthOf(sheet, row, column) * LETTERS - 1);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  const needed = Math.min(TALLEST, lines * LINE + 4);
  if (!(needed > Number(element.getAttribute("ht")))) return;
  element.setAttribute("ht", String(needed));
  element.setAttribute("customHeight", "1");
}
