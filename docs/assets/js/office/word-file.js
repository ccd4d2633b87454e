/* The blank Word document of a body, filled with a record through the tags of its content controls. Causes and
   remedies, for which a line has no room, stand in a table of their own below part VI. */

import { clean } from "../common/xml.js";
import { linesOf } from "../record/checklist.js";
import { filled } from "../paper/filling.js";
import { sentences as leftOut } from "./left.js";
import { all, attribute, child, children, make, need } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

/** @import { AssessmentRecord, Remedies, Row, Sheet, Task } from "../record/contract.js" */

/** Content controls by their tag, and what writes words into those with a tag.
    @typedef {Map<string, Element[]>} Controls
    @typedef {(tag: string, words: string) => void} Write */

const PART = "word/document.xml";
const LONG_ROW = 400; // letters
const TICKED = "☒";
const PLACES = /** @type {const} */ (["province", "district", "commune"]); // what a template may have places for

/** @param {Element | null} node */
const valueOf = (node) => attribute(node, "val")?.value ?? "";

/** Fill `blank`: the bytes, and in sentences what the sheet has no place for. Throws Fault.
    @param {zip.Bytes} blank @param {Sheet} checklist @param {AssessmentRecord} record */
export async function fill(blank, checklist, record) {
  const sheet = filled(checklist, record);
  const entries = zip.open(blank);
  const document = xml.parse(await zip.unpack(entries.get(PART)));
  const controls = controlsOf(document);
  /** @type {Write} */
  const write = (tag, words) => (words ? controls.get(tag) || [] : []).forEach((control) => setWords(control, words));
  write("unit", sheet.unit.words);
  write("year", sheet.year);
  for (const name of PLACES) write(name, record.unit[name]);
  for (const row of linesOf(sheet)) fillRow(controls, write, row);
  for (const task of sheet.log.tasks) fillTask(write, task);
  fillTotals(write, sheet);
  for (const box of sheet.remarks) write(`remarks:${box.id}`, box.words);
  addRemedies(controls, sheet.remedies);
  const packed = await zip.pack(PART, xml.serialize(document));
  const bytes = await zip.write(Array.from(entries.values(), (entry) => (entry.name === PART ? packed : entry)));
  const points = linesOf(sheet).some((row) => controls.has(`${row.id}:points`));
  const unit = ["name", ...PLACES.filter((name) => controls.has(name))];
  return { bytes, left: leftOut(checklist, record, { points, unit }) };
}

/** @param {Document} document */
function controlsOf(document) {
  /** @type {Controls} */
  const found = new Map();
  for (const control of all(document, "sdt")) {
    const tag = valueOf(child(child(control, "sdtPr"), "tag"));
    found.set(tag, [...(found.get(tag) || []), control]);
  }
  return found;
}

/** @param {Element} node @param {string} words */
function setValue(node, words) {
  const value = attribute(node, "val");
  if (value) value.value = words;
}

/** Lines stand in paragraphs of their own, each a control with the same tag, where the control has its paragraph to
    itself: LibreOffice 7 moves a break inside a control to its front. @param {Element} control @param {string} words */
function setWords(control, words) {
  const paragraph = /** @type {Element} */ (control.parentNode);
  const isAlone = paragraph.localName === "p"
    && Array.from(paragraph.children).every((one) => one === control || one.localName === "pPr");
  const [first, ...rest] = isAlone ? words.split("\n") : [words];
  const more = rest.map(() => /** @type {Element} */ (paragraph.cloneNode(true)));
  if (words.length > LONG_ROW) breakable(control.closest("tr"));
  paragraph.after(...more);
  setLine(control, first);
  more.forEach((one, number) => setLine(need(one, "sdt"), rest[number]));
}

/** A row that may grow taller than a page must be allowed to go on overleaf. @param {Element | null} tableRow */
function breakable(tableRow) {
  child(child(tableRow, "trPr"), "cantSplit")?.remove();
}

/** As Word does it: the sign of a blank control goes, the run keeps its look.
    @param {Element} control @param {string} words */
function setLine(control, words) {
  children(need(control, "sdtPr"), "showingPlcHdr").forEach((one) => one.remove());
  const [run] = all(need(control, "sdtContent"), "r");
  run.replaceWith(...runs(run, words));
}

/** Runs that look like `run`: words, tabs and line breaks. @param {Element} run @param {string} words */
function runs(run, words) {
  const look = child(run, "rPr");
  const breaks = new Map([["\n", "br"], ["\t", "tab"]]);
  return clean(words).split(/([\n\t])/).map((part) => {
    const name = breaks.get(part);
    return around(run, "r", look && look.cloneNode(true), name ? make(run, name) : make(run, "t", {}, part));
  });
}

/** A new element beside `node` with what it holds; null is nothing.
    @param {Element} node @param {string} name @param {...(Node | null)} parts */
function around(node, name, ...parts) {
  const made = make(node, name);
  made.append(...parts.filter((part) => part !== null));
  return made;
}

/** @param {Element} control */
function tick(control) {
  setValue(all(need(control, "sdtPr"), "checked")[0], "1");
  all(need(control, "sdtContent"), "t")[0].textContent = TICKED;
}

/** @param {Controls} controls @param {Write} write @param {Row} line */
function fillRow(controls, write, { id, entry }) {
  const { result, evidence, note, points } = entry;
  for (const [name, words] of Object.entries({ result, evidence, note, points })) write(`${id}:${name}`, words);
  if (entry.state) (controls.get(`${id}:${entry.state}`) || []).forEach(tick);
}

/** @param {Write} write @param {Task} task */
function fillTask(write, { id, occasions }) {
  occasions.forEach((occasion, place) => {
    for (const [field, words] of Object.entries(occasion)) write(`${id}/${place + 1}:${field}`, words);
  });
}

/** @param {Write} write @param {Sheet} sheet */
function fillTotals(write, { scale, totals }) {
  const fields = [...scale.states.map((state) => state.id), "applicable", "share"];
  for (const { id, cells } of totals.rows) cells.forEach((words, place) => write(`${id}:${fields[place]}`, words));
  write("totals:standing", totals.standing);
  write("rating", totals.rating.words);
}

/* ---- causes and remedies ---- */
const WIDTHS = [0.05, 0.23, 0.08, 0.12, 0.22, 0.3];

/** @param {Controls} controls @param {Remedies} remedies */
function addRemedies(controls, remedies) {
  const [box] = controls.get("remarks:shortcomings") || [];
  const table = box && box.closest("tbl");
  const heading = table && table.previousElementSibling;
  if (!remedies.rows.length || !heading) return;
  const style = valueOf(child(child(box.parentElement, "pPr"), "pStyle"));
  const words = `${remedies.heading.words} ${remedies.heading.remark}`;
  const widths = widthsOf(table);
  const properties = /** @type {Element} */ (need(table, "tblPr").cloneNode(true));
  const caption = child(properties, "tblCaption");
  if (caption) setValue(caption, words);
  const grid = around(table, "tblGrid", ...widths.map((width) => attributed(table, "gridCol", { w: width })));
  const row = (/** @type {string[]} */ values, /** @type {boolean} */ isHead) => {
    const cells = values.map((one, place) => cell(table, widths[place], style, one, isHead));
    const repeated = isHead ? around(table, "trPr", make(table, "cantSplit"), make(table, "tblHeader")) : null;
    return around(table, "tr", repeated, ...cells);
  };
  const rows = [row(remedies.labels, true), ...remedies.rows.map((values) => row(values, false))];
  table.after(titled(heading, words), around(table, "tbl", properties, grid, ...rows));
}

/** @param {Element} heading @param {string} words */
function titled(heading, words) {
  const made = /** @type {Element} */ (heading.cloneNode(true));
  const [first, ...rest] = children(made, "r");
  rest.forEach((one) => one.remove());
  all(first, "t")[0].textContent = words;
  return made;
}

/** @param {Element} table */
function widthsOf(table) {
  const columns = all(need(table, "tblGrid"), "gridCol").map((one) => Number(attribute(one, "w")?.value));
  const whole = columns.reduce((sum, width) => sum + width, 0);
  return WIDTHS.map((share) => Math.round(share * whole));
}

/** @param {Element} node @param {string} name @param {Record<string, string | number>} values */
function attributed(node, name, values) {
  const made = make(node, name);
  for (const [key, value] of Object.entries(values)) {
    made.setAttributeNS(node.namespaceURI, `${node.prefix}:${key}`, String(value));
  }
  return made;
}

/** @param {Element} table @param {number} width @param {string} style @param {string} words @param {boolean} isHead */
function cell(table, width, style, words, isHead) {
  const size = attributed(table, "tcW", { w: width, type: "dxa" });
  const styled = attributed(table, "pStyle", { val: style });
  if (!isHead) {
    const plain = around(table, "p", around(table, "pPr", styled), ...runs(make(table, "r"), words));
    return around(table, "tc", around(table, "tcPr", size), plain);
  }
  const shade = attributed(table, "shd", { val: "clear", color: "auto", fill: "EBEBEB" });
  const look = around(table, "pPr", styled, make(table, "keepNext"), attributed(table, "jc", { val: "center" }));
  const bold = around(table, "r", around(table, "rPr", make(table, "b"), make(table, "bCs")));
  return around(table, "tc", around(table, "tcPr", size, shade), around(table, "p", look, ...runs(bold, words)));
}
