/* Cells of a workbook, written: words as words whatever they begin with, numbers, results beside formulas; rows as tall as
   their words need. Everything else in the workbook stays as it is. */

import * as excelBook from "./excel-book.js";
import { all, child, children, make } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const LONGEST_CELL = 32767; // letters that Excel holds in a cell
const TALLEST = 409; // points
const LINE = 15.5; // points of a line of 12-point letters
const LETTERS = 0.92; // letters to a unit of a column's width
const WIDTH = 8.43; // of a column that says none

/** What writes into `book`, an open workbook. `styles` is its document of styles. */
export function editor(book, styles) {
  const quoted = new Map();
  const changed = new Set();

  function sheetOf(name) {
    return book.sheets.find((one) => one.name === name);
  }

  /* Rows and cells stand in their order; a missing one is put in its place. */
  function place(list, parent, number, attribute, numberOf) {
    const next = list.find((one) => numberOf(one) >= number);
    if (next && numberOf(next) === number) return next;
    const made = make(parent, parent.localName === "row" ? "c" : "row", { r: attribute });
    parent.insertBefore(made, next || null);
    return made;
  }

  function rowAt(sheet, number) {
    const data = child(sheet.document.documentElement, "sheetData");
    return place(children(data, "row"), data, number, String(number), (one) => Number(one.getAttribute("r")));
  }

  function cellAt(sheet, row, column) {
    changed.add(sheet);
    const parent = rowAt(sheet, row);
    const numberOf = (one) => excelBook.columnNumber(/^[A-Z]+/.exec(one.getAttribute("r"))[0]);
    return place(children(parent, "c"), parent, column, excelBook.columnLetters(column) + row, numberOf);
  }

  /* A style that keeps words words when a cell is edited later, though they begin like a formula. */
  function quotedStyle(style) {
    if (!quoted.has(style)) {
      const list = child(styles.documentElement, "cellXfs");
      const made = children(list, "xf")[Number(style)].cloneNode(true);
      made.setAttribute("quotePrefix", "1");
      list.append(made);
      list.setAttribute("count", String(children(list, "xf").length));
      quoted.set(style, String(children(list, "xf").length - 1));
    }
    return quoted.get(style);
  }

  function words(sheet, row, column, text) {
    const cell = cellAt(sheet, row, column);
    cell.replaceChildren();
    cell.removeAttribute("t");
    if (!text) return;
    if (text.length > LONGEST_CELL) throw zip.fault("office.longCell", { sheet: sheet.name, row, most: LONGEST_CELL });
    if (/^[=+\-@]/.test(text)) cell.setAttribute("s", quotedStyle(cell.getAttribute("s") || "0"));
    const item = make(cell, "is");
    item.append(make(cell, "t", {}, excelBook.encoded(text)));
    cell.setAttribute("t", "inlineStr");
    cell.append(item);
    grow(sheet, row, column, text);
  }

  function number(sheet, row, column, value) {
    const cell = cellAt(sheet, row, column);
    cell.removeAttribute("t");
    cell.replaceChildren(make(cell, "v"));
    cell.firstChild.textContent = String(value);
  }

  /** The result beside a formula, for programs that show it without working it out. */
  function result(sheet, row, column, value) {
    const cell = cellAt(sheet, row, column);
    const formula = child(cell, "f");
    if (!formula) return;
    const made = make(cell, "v");
    made.textContent = typeof value === "number" ? String(value) : excelBook.encoded(value);
    cell.replaceChildren(formula, made);
    if (typeof value === "number") cell.removeAttribute("t");
    else cell.setAttribute("t", "str");
    if (typeof value === "string") grow(sheet, row, column, value);
  }

  /* ---- height ---- */
  function widthOf(sheet, row, column) {
    const width = (one) => {
      const found = all(sheet.document, "col").find((item) => Number(item.getAttribute("min")) <= one && one <= Number(item.getAttribute("max")));
      return found ? Number(found.getAttribute("width")) : WIDTH;
    };
    const start = excelBook.columnLetters(column) + row;
    const merged = all(sheet.document, "mergeCell").map((one) => one.getAttribute("ref").split(":")).find(([first]) => first === start);
    const last = merged ? excelBook.columnNumber(/^[A-Z]+/.exec(merged[1])[0]) : column;
    let sum = 0;
    for (let one = column; one <= last; one += 1) sum += width(one);
    return sum;
  }

  function grow(sheet, row, column, text) {
    const element = rowAt(sheet, row);
    const room = Math.max(1, widthOf(sheet, row, column) * LETTERS - 1);
    const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
    const needed = Math.min(TALLEST, lines * LINE + 4);
    if (!(needed > Number(element.getAttribute("ht")))) return;
    element.setAttribute("ht", String(needed));
    element.setAttribute("customHeight", "1");
  }

  function unhide(sheet, row) {
    rowAt(sheet, row).removeAttribute("hidden");
  }

  /** The workbook as bytes. */
  async function bytes() {
    const documents = new Map([...changed].map((sheet) => [sheet.path, sheet.document]));
    if (quoted.size) documents.set("xl/styles.xml", styles);
    const entries = [];
    for (const [name, entry] of book.entries) {
      entries.push(documents.has(name) ? await zip.pack(name, xml.serialize(documents.get(name))) : entry);
    }
    return zip.write(entries);
  }

  return Object.freeze({ sheetOf, words, number, result, unhide, bytes });
}
