/* The blank Word document of a body, filled with a record through the tags of its content controls. Causes and remedies,
   for which a line has no room, stand in a table of their own below part VI. */

import { say as sentence } from "../words/form.js";
import { count as figuresOf, percent } from "../record/figures.js";
import { sentences as leftOut } from "./left.js";
import * as officeText from "./text.js";
import { all, child, children, clean, make } from "./xml.js";
import * as xml from "./xml.js";
import * as zip from "./zip.js";

const PART = "word/document.xml";
const LONG_ROW = 400; // letters
const TICKED = "☒";
const say = (key, values) => sentence(`office.${key}`, values);
const linesOf = (checklist) => checklist.parts.flatMap((part) => part.blocks.flatMap((block) => block.requirements));

/** Fill `blank` (Uint8Array): {bytes, left}, where `left` says in sentences what the sheet has no place for. Throws Fault. */
export async function fill(blank, checklist, record) {
  const entries = zip.open(blank);
  const document = xml.parse(await zip.unpack(entries.get(PART)));
  const controls = controlsOf(document);
  const write = (tag, words) => { if (words) (controls.get(tag) || []).forEach((control) => setWords(control, words)); };
  write("unit", record.unit.name);
  write("year", String(record.year));
  for (const name of ["province", "district", "commune"]) write(name, record.unit[name]);
  linesOf(checklist).forEach((line) => fillLine(controls, write, checklist, line, record.answers[line.id]));
  for (const task of checklist.log) fillTask(write, task, record.log[task.key] || []);
  fillTotals(write, checklist, record);
  fillRemarks(write, record.remarks);
  addRemedies(controls, checklist, record);
  const packed = [];
  for (const [name, entry] of entries) packed.push(name === PART ? await zip.pack(name, xml.serialize(document)) : entry);
  const points = linesOf(checklist).some((line) => controls.has(`${line.id}:self`));
  const unit = ["name", "province", "district", "commune"].filter((name) => name === "name" || controls.has(name));
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

function fillLine(controls, write, checklist, line, answer) {
  if (!answer) return;
  const state = checklist.scale.states.find((one) => one.id === answer.state) || null;
  write(`${line.id}:result`, answer.result);
  write(`${line.id}:evidence`, officeText.evidenceWords(answer.evidence));
  write(`${line.id}:note`, officeText.noteWords(answer, state));
  if (answer.points !== null) write(`${line.id}:self`, String(answer.points).replace(".", ","));
  if (state) (controls.get(`${line.id}:${state.id}`) || []).forEach(tick);
}

function fillTask(write, task, occasions) {
  occasions.forEach((occasion, number) => {
    const at = `${task.duties[0]}/${number + 1}`;
    write(`${at}:due`, occasion.due);
    write(`${at}:date`, occasion.held);
    write(`${at}:document`, occasion.number);
    write(`${at}:note`, occasion.note);
  });
}

/* A sheet without any answer keeps its blanks, to be counted by hand. */
function fillTotals(write, checklist, record) {
  const figures = figuresOf(checklist, record.answers);
  if (!figures.all.answered) return;
  for (const tally of [...figures.parts, { id: "all", ...figures.all }]) {
    for (const state of checklist.scale.states) write(`${tally.id}:${state.id}`, String(tally.states[state.id]));
    write(`${tally.id}:assessed`, String(tally.applicable));
    write(`${tally.id}:share`, shareWords(tally));
  }
}

function shareWords(tally) {
  const share = percent(tally.share);
  return tally.provisional ? say("shareSoFar", { share, blank: tally.blank }) : share;
}

function fillRemarks(write, remarks) {
  const places = { shortcomings: "limits", causes: "causes", commendations: "praise", proposals: "requests" };
  for (const [name, tag] of Object.entries(places)) write(`remarks:${tag}`, remarks[name]);
  write("rating", remarks.rating);
}

/* ---- causes and remedies ---- */
const WIDTHS = [0.05, 0.27, 0.12, 0.24, 0.32];

function addRemedies(controls, checklist, record) {
  const rows = linesOf(checklist).map((line) => [line, record.answers[line.id]]).filter(([, answer]) => answer && (answer.cause || answer.remedy));
  const [box] = controls.get("remarks:limits") || [];
  if (!rows.length || !box) return;
  const table = box.closest("tbl");
  const style = valueOf(child(child(box.parentNode, "pPr"), "pStyle"));
  const title = titled(table.previousElementSibling, say("remedies.title"));
  const widths = widthsOf(table);
  const made = make(table, "tbl");
  made.append(child(table, "tblPr").cloneNode(true), grid(table, widths));
  const caption = child(child(made, "tblPr"), "tblCaption");
  if (caption) setValue(caption, say("remedies.title"));
  made.append(row(table, widths, style, ["number", "task", "state", "cause", "remedy"].map((name) => say(`remedies.${name}`)), true));
  for (const [line, answer] of rows) {
    const state = checklist.scale.states.find((one) => one.id === answer.state);
    made.append(row(table, widths, style, [String(line.number), line.task, state ? state.label : "", answer.cause, officeText.remedyWords(answer.remedy)], false));
  }
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
