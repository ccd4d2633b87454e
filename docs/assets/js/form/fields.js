/* The fields of the form and the record behind them: show a record, read it back from the page. Knows nothing of
   storage. */

import { all, element } from "../common/page.js";
import { say } from "../words/form.js";
import { stateOf } from "../record/checklist.js";
import * as records from "../record/record.js";

const EVIDENCE = records.fieldsOf("EvidenceItem");
const REMEDY = records.fieldsOf("Remedy");
const OCCASION = records.fieldsOf("Occasion");
const TEXTS = records.fieldsOf("Answer").filter((name) => records.longest(`Answer.${name}`) && name !== "state");

const STATE = "input[data-field=state]";

/** The fields of `box` that `selector` finds. @returns {HTMLInputElement[]} */
export function inputs(box, selector = "input, textarea") {
  return Array.from(box.querySelectorAll(selector));
}

const chosenOf = (line) => line.querySelector(`${STATE}:checked`);
const boxOf = (line, name) => line.querySelector(`[data-field-box="${name}"]`);
const fieldOf = (line, name) => line.querySelector(`[data-field="${name}"]`);

let made = 0; // for ids of labels made here
function labelled(label, input) {
  made += 1;
  input.id ||= `o-${made}`;
  return element("div", { className: "cell" }, element("label", { htmlFor: input.id, textContent: label }), input);
}

/* An input for the field `name` of the model: yes or no, a day, words of one line, or of many. */
function inputFor(model, name, value) {
  const where = `${model}.${name}`;
  const dataset = { name };
  if (typeof value === "boolean") return element("input", { type: "checkbox", checked: value, dataset });
  const maxLength = records.longest(where);
  if (!maxLength) return element("input", { type: "date", value: value || "", dataset });
  const about = { value, maxLength, dataset };
  if (!records.isLine(where)) return element("textarea", { rows: 1, ...about });
  return element("input", { type: "text", autocomplete: "off", ...about });
}

/* What is written in an input or ticked. */
const valueOf = (input) => (input.type === "checkbox" ? input.checked : input.value);

/* A row of inputs for the fields of a model, each under its name among the words of a `group`. */
function rowOf(model, group, value, about = {}) {
  return element("div", { className: "row", ...about }, ...records.fieldsOf(model).map((name) =>
    labelled(say(`${group}.${name}`), inputFor(model, name, value[name]))));
}

/** @returns {any[]} */
function readRows(list, names) {
  const value = (row, name) => valueOf(row.querySelector(`[data-name="${name}"]`));
  return all(list, ".row").map((row) => Object.fromEntries(names.map((name) => [name, value(row, name)])));
}

/* ---- evidence: rows of four cells, one more blank row always ready ---- */
const evidenceRow = (item) => rowOf("EvidenceItem", "evidence", item);

const blankEvidence = () => evidenceRow(records.blank("EvidenceItem"));

/* ---- remedy: what will be done, by whom, until when ---- */
function showRemedy(box, remedy) {
  const row = rowOf("Remedy", "remedy", remedy || records.blank("Remedy"));
  box.replaceChildren(element("span", { className: "label", textContent: say("remedy.title") }), row);
}

function readRemedy(box) {
  const [row] = readRows(box, REMEDY);
  return row ? { ...row, deadline: row.deadline || null } : null;
}

/* ---- lines ---- */
function showLine(line, answer, scale) {
  for (const input of inputs(line, STATE)) input.checked = input.value === answer.state;
  for (const name of TEXTS) fieldOf(line, name).value = answer[name];
  line.querySelector("[data-list=evidence]").replaceChildren(...answer.evidence.map(evidenceRow), blankEvidence());
  showRemedy(boxOf(line, "remedy"), answer.remedy);
  adapt(line, scale);
}

function readLine(line, before) {
  const chosen = chosenOf(line);
  return {
    ...records.blank("Answer"),
    ...before,
    state: chosen ? chosen.value : strangeState(line, before),
    ...Object.fromEntries(TEXTS.map((name) => [name, fieldOf(line, name).value])),
    evidence: readRows(line.querySelector("[data-list=evidence]"), EVIDENCE),
    remedy: readRemedy(boxOf(line, "remedy")),
  };
}

/** Put `remedy` on the line, as if the reader had written it. */
export function putRemedy(line, remedy, scale) {
  showRemedy(boxOf(line, "remedy"), remedy);
  adapt(line, scale);
}

/* An answer of another scale cannot be shown; it is kept until the reader chooses one of this scale. */
function strangeState(line, before) {
  const state = before ? before.state : "";
  return inputs(line, STATE).some((input) => input.value === state) ? "" : state;
}

/** Whether the line is answered on the scale. One that another line or a reference answers says what it asks for. */
export const counts = (line) => line.dataset.asks === undefined;

/** Show what the line and the chosen state ask for, hide what they do not, unless something stands in it. */
export function adapt(line, scale) {
  if (!counts(line)) {
    const asked = line.dataset.asks.split(" ");
    for (const box of all(line, "[data-field-box]")) box.hidden = !asked.includes(box.dataset.fieldBox) && !holds(box);
    return;
  }
  const state = chosenState(line, scale) || { needs_reason: false, needs_remedy: false };
  const asks = { reason: state.needs_reason, cause: state.needs_remedy, remedy: state.needs_remedy };
  for (const [name, isAsked] of Object.entries(asks)) boxOf(line, name).hidden = !isAsked && !holds(boxOf(line, name));
  const reason = fieldOf(line, "reason");
  reason.required = Boolean(state.needs_reason);
  line.classList.toggle("incomplete", reason.required && !reason.value.trim());
  line.querySelector("button.unchoose").hidden = !chosenOf(line);
}

function chosenState(line, scale) {
  const chosen = chosenOf(line);
  return chosen ? stateOf({ scale }, chosen.value) : null;
}

function holds(box) {
  return inputs(box).some(valueOf);
}

/* ---- log ---- */
function showLog(list, occasions) {
  list.replaceChildren(...occasions.map((one) => {
    const row = rowOf("Occasion", "log", one, { role: "group", "aria-label": one.name });
    row.prepend(element("b", { textContent: one.name }));
    return row;
  }));
}

/* ---- the whole form ---- */
/* A letterhead that the page does not offer (any more) is kept all the same. */
function showLetterhead(select, id) {
  const chosen = id ?? "";
  all(select, "option.strange").forEach((option) => option.remove());
  if (!Array.from(select.options).some((option) => option.value === chosen)) {
    const words = say("letterhead.strange", { id: chosen });
    select.append(element("option", { className: "strange", value: chosen, textContent: words }));
  }
  select.value = chosen;
}

const remarks = (form) => inputs(form, "[data-remark]").map((input) => ({ name: input.dataset.remark ?? "", input }));

/* The lines of the form, each with its code. */
const lines = (form) => all(form, "fieldset[data-code]").map((line) => ({ code: line.dataset.code ?? "", line }));

export function show(form, checklist, record) {
  for (const input of inputs(form, "[data-unit]")) {
    const unit = input.dataset.unit ?? "";
    if (unit === "letterhead") showLetterhead(input, record.letterhead);
    else input.value = { ...record.unit, year: record.year }[unit];
  }
  for (const { code, line } of lines(form)) {
    showLine(line, record.answers[code] || records.blank("Answer"), checklist.scale);
  }
  for (const task of checklist.log.tasks) {
    const list = form.querySelector(`[data-task="${task.id}"] [data-list=log]`);
    showLog(list, records.occasionsOf(checklist, task, record.log[task.id]));
  }
  for (const { name, input } of remarks(form)) input.value = record.remarks[name];
}

/** The record as the form has it now. What the form does not show (answers to lines that are gone, points) is kept. */
export function read(form, record) {
  const unit = { ...record.unit };
  for (const input of inputs(form, "[data-unit]")) {
    const name = input.dataset.unit ?? "";
    if (name in unit) unit[name] = input.value;
  }
  const answers = { ...record.answers };
  for (const { code, line } of lines(form)) answers[code] = readLine(line, record.answers[code]);
  const log = { ...record.log };
  for (const line of all(form, "[data-task]")) {
    log[line.dataset.task ?? ""] = readRows(line.querySelector("[data-list=log]"), OCCASION);
  }
  const written = Object.fromEntries(remarks(form).map(({ name, input }) => [name, input.value]));
  const letterhead = form.querySelector("[data-unit=letterhead]").value || null;
  return records.tidied({ ...record, letterhead, unit, answers, log, remarks: { ...record.remarks, ...written } });
}

/** Whether a line still waits: for one of the answers of the scale, or for the reason that the chosen one asks for. */
export function isIncomplete(line, scale) {
  const state = chosenState(line, scale);
  return counts(line) && (!state || (state.needs_reason && !fieldOf(line, "reason").value.trim()));
}

/** Keep one blank row of evidence at hand, without taking the focus away. */
export function growEvidence(list) {
  const rows = all(list, ".row");
  const last = rows[rows.length - 1];
  if (holds(last)) list.append(blankEvidence());
}
