/* The blank Word document of a body, filled with a record through the tags of its content controls. Causes and remedies,
   for which a line has no room, stand in a table of their own below part VI. */

import { linesOf } from "../record/checklist.js";
import { filled } from "../paper/filling.js";
import { sentences as leftOut } from "./left.js";
import { all, child, children, clean, make } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const PART = "word/document.xml";
const LONG_ROW = 400; // letters
const TICKED = "☒";
const UNIT = ["name", "province", "district", "commune"]; // what a template may have places for

/** Fill `blank` (Uint8Array): {bytes, left}, where `left` says in sentences what the sheet has no place for.
    Throws Fault. */
export async function fill(blank, checklist, record) {
  const sheet = filled(checklist, record);
  const entries = zip.open(blank);
  const document = xml.parse(await zip.unpack(entries.get(PART)));
  const controls = controlsOf(document);
  const write = (tag, words) => { if (words) (controls.get(tag) || []).forEach((control) => setWords(control, words)); };
  write("unit", sheet.unit.words);
  write("year", sheet.year);
  for (const name of UNIT.slice(1)) write(name, record.unit[name]);
  for (const row of linesOf(sheet)) fillRow(controls, write, row);
  for (const task of sheet.log.tasks) fillTask(write, task);
  fillTotals(write, sheet);
  for (const box of sheet.remarks) write(`remarks:${box.id}`, box.words);
  addRemedies(controls, sheet.remedies);
  const packed = [];
  for (const [name, entry] of entries) packed.push(name === PART ? await zip.pack(name, xml.serialize(document)) : entry);
  const points = linesOf(sheet).some((row) => controls.has(`${row.id}:points`));
  const unit = UNIT.filter((name) => name === "name" || controls.has(name));
  return { bytes: zip.write(packed), left: leftOut(checklist, record, { points, unit }) };
}

const valueOf = (element) => (element ? Array.from(element.attributes).find((one) => one.localName === "val").value : "");

function controlsOf(document) {
  const found = new Map();
  for (const control of all(document, "sdt")) {
    const tag = valueOf(child(child(control, "sdtPr"), "tag"));
    found.set(tag, [...(found.get(tag) || []), control]);
  }
  return found;
}

/* Lines stand in paragraphs of their own, each a control with the same tag, where the control has its paragraph to itself:
   LibreOffice 7 moves a break inside a control to its front. */
function setWords(control, words) {
  const paragraph = control.parentNode;
  const isAlone = paragraph.localName === "p" && Array.from(paragraph.children).every((one) => one === control || one.localName === "pPr");
  const [first, ...rest] = isAlone ? words.split("\n") : [words];
  const more = rest.map(() => paragraph.cloneNode(true));
  if (words.length > LONG_ROW) breakable(control.closest("tr"));
  paragraph.after(...more);
  setLine(control, first);
  more.forEach((one, number) => setLine(child(one, "sdt"), rest[number]));
}

/* A row that may grow taller than a page must be allowed to go on overleaf. */
function breakable(row) {
  const properties = row && child(row, "trPr");
  if (properties) children(properties, "cantSplit").forEach((one) => one.remove());
}

/* As Word does it: the sign of a blank control goes, the run keeps its look. */
function setLine(control, words) {
  const properties = child(control, "sdtPr");
  children(properties, "showingPlcHdr").forEach((one) => one.remove());
  const run = all(child(control, "sdtContent"), "r")[0];
  run.replaceWith(...runs(run, words));
}

/* Runs that look like `run`: words, tabs and line breaks. */
function runs(run, words) {
  const look = child(run, "rPr");
  return clean(words).split(/([\n\t])/).map((part) => {
    const made = make(run, "r");
    if (look) made.append(look.cloneNode(true));
    made.append(part === "\n" ? make(run, "br") : part === "\t" ? make(run, "tab") : make(run, "t", {}, part));
    return made;
  });
}

function tick(control) {
  const checked = all(child(control, "sdtPr"), "checked")[0];
  const value = Array.from(checked.attributes).find((one) => one.localName === "val");
  value.value = "1";
  all(child(control, "sdtContent"), "t")[0].textContent = TICKED;
}

function fillRow(controls, write, { id, entry }) {
  for (const name of ["result", "evidence", "note", "points"]) write(`${id}:${name}`, entry[name]);
  if (entry.state) (controls.get(`${id}:${entry.state}`) || []).forEach(tick);
}

function fillTask(write, task) {
  task.occasions.forEach(({ name: unused, ...written }, place) => {
    for (const [field, words] of Object.entries(written)) write(`${task.id}/${place + 1}:${field}`, words);
  });
}

function fillTotals(write, { scale, totals }) {
  const fields = [...scale.states.map((state) => state.id), "applicable", "share"];
  for (const row of totals.rows) row.cells.forEach((words, place) => write(`${row.id}:${fields[place]}`, words));
  write("totals:standing", totals.standing);
  write("rating", totals.rating.words);
}

/* ---- causes and remedies ---- */
const WIDTHS = [0.05, 0.23, 0.08, 0.12, 0.22, 0.3];

function addRemedies(controls, remedies) {
  const [box] = controls.get("remarks:shortcomings") || [];
  if (!remedies.rows.length || !box) return;
  const table = box.closest("tbl");
  const style = valueOf(child(child(box.parentNode, "pPr"), "pStyle"));
  const words = `${remedies.heading.words} ${remedies.heading.remark}`;
  const title = titled(table.previousElementSibling, words);
  const widths = widthsOf(table);
  const made = make(table, "tbl");
  made.append(child(table, "tblPr").cloneNode(true), grid(table, widths));
  const caption = child(child(made, "tblPr"), "tblCaption");
  if (caption) setValue(caption, words);
  made.append(row(table, widths, style, remedies.labels, true));
  made.append(...remedies.rows.map((cells) => row(table, widths, style, cells, false)));
  table.after(title, made);
}

function setValue(element, words) {
  Array.from(element.attributes).find((one) => one.localName === "val").value = words;
}

function titled(heading, words) {
  const made = heading.cloneNode(true);
  const [first, ...rest] = children(made, "r");
  rest.forEach((one) => one.remove());
  all(first, "t")[0].textContent = words;
  return made;
}

function widthsOf(table) {
  const whole = all(child(table, "tblGrid"), "gridCol").reduce((sum, one) => sum + Number(one.getAttributeNS(one.namespaceURI, "w")), 0);
  return WIDTHS.map((share) => Math.round(share * whole));
}

const attributed = (node, name, values) => {
  const made = make(node, name);
  for (const [key, value] of Object.entries(values)) made.setAttributeNS(node.namespaceURI, `${node.prefix}:${key}`, value);
  return made;
};

function grid(table, widths) {
  const made = make(table, "tblGrid");
  made.append(...widths.map((width) => attributed(table, "gridCol", { w: width })));
  return made;
}

function row(table, widths, style, values, isHead) {
  const made = make(table, "tr");
  if (isHead) {
    const properties = make(table, "trPr");
    properties.append(make(table, "cantSplit"), make(table, "tblHeader"));
    made.append(properties);
  }
  made.append(...values.map((words, number) => cell(table, widths[number], style, words, isHead)));
  return made;
}

function cell(table, width, style, words, isHead) {
  const made = make(table, "tc");
  const properties = make(table, "tcPr");
  properties.append(attributed(table, "tcW", { w: width, type: "dxa" }));
  if (isHead) properties.append(attributed(table, "shd", { val: "clear", color: "auto", fill: "EBEBEB" }));
  const paragraph = make(table, "p");
  const look = make(table, "pPr");
  look.append(attributed(table, "pStyle", { val: style }));
  if (isHead) look.append(make(table, "keepNext"), attributed(table, "jc", { val: "center" }));
  const run = make(table, "r");
  if (isHead) {
    const bold = make(table, "rPr");
    bold.append(make(table, "b"), make(table, "bCs"));
    run.append(bold);
  }
  paragraph.append(look, ...runs(run, words));
  made.append(properties, paragraph);
  return made;
}
