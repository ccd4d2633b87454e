/* The fields of the form and the record behind them: show a record, read it back from the page. Knows nothing of storage. */

import { all, element } from "../common/page.js";
import { say } from "../words/form.js";
import { occasionName } from "../record/checklist.js";
import * as records from "../record/record.js";

const EVIDENCE = records.fieldsOf("EvidenceItem");
const OCCASION = records.fieldsOf("Occasion");
const TEXTS = records.fieldsOf("Answer").filter((name) => records.longest(`Answer.${name}`) && name !== "state");

let count = 0; // for ids of labels made here
function labelled(label, input) {
  count += 1;
  input.id = input.id || `o-${count}`;
  return element("div", { className: "cell" }, element("label", { htmlFor: input.id, textContent: label }), input);
}

/* An input for the field `name` of the model: of one line, or of many. */
function input(model, name, value) {
  const where = `${model}.${name}`;
  const about = { value, maxLength: records.longest(where), dataset: { name } };
  const oneLine = { type: "text", autocomplete: "off", ...about };
  return records.isLine(where) ? element("input", oneLine) : element("textarea", { rows: 1, ...about });
}

/* ---- evidence: rows of four cells, one more blank row always ready ---- */
function evidenceRow(item) {
  const row = element("div", { className: "row" });
  row.append(...EVIDENCE.map((name) => labelled(say(`evidence.${name}`), input("EvidenceItem", name, item[name] || ""))));
  return row;
}

function showEvidence(list, items) {
  list.replaceChildren(...items.map(evidenceRow), evidenceRow({}));
}

function readRows(list, names) {
  return all(list, ".row").map((row) => Object.fromEntries(names.map((name) => [name, row.querySelector(`[data-name="${name}"]`).value])));
}

function readEvidence(list) {
  return readRows(list, EVIDENCE).filter(records.holds);
}

/* ---- remedy: what will be done, by whom, until when ---- */
function showRemedy(box, remedy) {
  const value = remedy || records.blank("Remedy");
  const deadline = element("input", { type: "date", value: value.deadline || "" });
  deadline.dataset.name = "deadline";
  const done = element("input", { type: "checkbox", checked: value.done });
  done.dataset.name = "done";
  const row = element("div", { className: "row" });
  row.append(
    labelled(say("remedy.action"), input("Remedy", "action", value.action)),
    labelled(say("remedy.owner"), input("Remedy", "owner", value.owner)),
    labelled(say("remedy.deadline"), deadline),
    labelled(say("remedy.done"), done),
  );
  box.replaceChildren(element("span", { className: "label", textContent: say("remedy.title") }), row);
}

function readRemedy(box) {
  const input = (name) => box.querySelector(`[data-name="${name}"]`);
  if (!input("action")) return null;
  const remedy = {
    action: input("action").value,
    owner: input("owner").value,
    deadline: input("deadline").value || null,
    done: input("done").checked,
  };
  return records.holds(remedy) ? remedy : null;
}

/* ---- lines ---- */
function showLine(line, answer, scale) {
  all(line, "input[data-field=state]").forEach((input) => { input.checked = input.value === answer.state; });
  for (const name of TEXTS) line.querySelector(`[data-field="${name}"]`).value = answer[name];
  showEvidence(line.querySelector("[data-list=evidence]"), answer.evidence);
  showRemedy(line.querySelector("[data-field-box=remedy]"), answer.remedy);
  adapt(line, scale);
}

function readLine(line, before) {
  const chosen = line.querySelector("input[data-field=state]:checked");
  const answer = { ...records.blank("Answer"), ...before, state: chosen ? chosen.value : strangeState(line, before) };
  for (const name of TEXTS) answer[name] = line.querySelector(`[data-field="${name}"]`).value;
  answer.evidence = readEvidence(line.querySelector("[data-list=evidence]"));
  answer.remedy = readRemedy(line.querySelector("[data-field-box=remedy]"));
  return answer;
}

/** Put `remedy` on the line, as if the reader had written it. */
export function putRemedy(line, remedy, scale) {
  showRemedy(line.querySelector("[data-field-box=remedy]"), remedy);
  adapt(line, scale);
}

/* An answer of another scale cannot be shown; it is kept until the reader chooses one of this scale. */
function strangeState(line, before) {
  const state = before ? before.state : "";
  return all(line, "input[data-field=state]").some((input) => input.value === state) ? "" : state;
}

/** Show what the chosen state asks for, hide what it does not, unless something stands in it. */
export function adapt(line, scale) {
  const chosen = line.querySelector("input[data-field=state]:checked");
  const state = scale.states.find((one) => chosen && one.id === chosen.value) || {};
  const box = (name) => line.querySelector(`[data-field-box="${name}"]`);
  const holds = (name) => all(box(name), "input, textarea").some((input) => (input.type === "checkbox" ? input.checked : input.value));
  box("reason").hidden = !state.needs_reason && !holds("reason");
  box("cause").hidden = !state.needs_remedy && !holds("cause");
  box("remedy").hidden = !state.needs_remedy && !holds("remedy");
  const reason = box("reason").querySelector("textarea");
  const missing = Boolean(state.needs_reason) && !reason.value.trim();
  reason.required = Boolean(state.needs_reason);
  line.classList.toggle("incomplete", missing);
  line.querySelector("button.unchoose").hidden = !chosen;
}

/* ---- log ---- */
function showLog(list, checklist, task, rows) {
  const count = Math.max(task.occasions.length, rows.length);
  list.replaceChildren(...Array.from({ length: count }, (unused, place) => {
    const words = occasionName(checklist, task, place);
    const value = rows[place] || {};
    const inputs = OCCASION.map((name) => labelled(say(`log.${name}`), input("Occasion", name, value[name] || "")));
    return element("div", { className: "row", role: "group", ariaLabel: words }, element("b", { textContent: words }), ...inputs);
  }));
}

/* ---- the whole form ---- */
/* A letterhead that the page does not offer (any more) is kept all the same. */
function showLetterhead(select, chosen) {
  all(select, "option.strange").forEach((option) => option.remove());
  if (!Array.from(select.options).some((option) => option.value === chosen)) {
    select.append(element("option", { className: "strange", value: chosen, textContent: say("letterhead.strange", { id: chosen }) }));
  }
  select.value = chosen;
}

const logList = (form, id) => form.querySelector(`[data-task="${id}"] [data-list=log]`);

export function show(form, checklist, record) {
  all(form, "[data-unit]").forEach((input) => {
    const name = input.dataset.unit;
    if (name === "letterhead") showLetterhead(input, record.letterhead || "");
    else input.value = name === "year" ? record.year : record.unit[name];
  });
  all(form, "fieldset[data-code]").forEach((line) => {
    showLine(line, record.answers[line.dataset.code] || records.blank("Answer"), checklist.scale);
  });
  for (const task of checklist.log.tasks) {
    showLog(logList(form, task.id), checklist, task, record.log[task.id] || []);
  }
  all(form, "[data-remark]").forEach((input) => { input.value = record.remarks[input.dataset.remark]; });
}

/** The record as the form has it now. What the form does not show (answers to lines that are gone, points) is kept. */
export function read(form, record) {
  const unit = { ...record.unit };
  all(form, "[data-unit]").forEach((input) => {
    if (input.dataset.unit in unit) unit[input.dataset.unit] = input.value;
  });
  const answers = { ...record.answers };
  all(form, "fieldset[data-code]").forEach((line) => {
    const code = line.dataset.code;
    const answer = readLine(line, record.answers[code]);
    if (records.isBlankAnswer(answer)) delete answers[code];
    else answers[code] = answer;
  });
  const log = { ...record.log };
  all(form, "[data-task]").forEach((line) => {
    const rows = records.trimmedRows(readRows(line.querySelector("[data-list=log]"), OCCASION));
    if (rows.length) log[line.dataset.task] = rows;
    else delete log[line.dataset.task];
  });
  const remarks = { ...record.remarks };
  all(form, "[data-remark]").forEach((input) => { remarks[input.dataset.remark] = input.value; });
  const letterhead = form.querySelector("[data-unit=letterhead]").value || null;
  return { ...record, letterhead, unit, answers, log, remarks };
}

/** Whether a line still waits: for one of the answers of the scale, or for the reason that the chosen one asks for. */
export function isIncomplete(line, scale) {
  const chosen = line.querySelector("input[data-field=state]:checked");
  const state = scale.states.find((one) => chosen && one.id === chosen.value);
  return !state || (state.needs_reason && !line.querySelector("[data-field=reason]").value.trim());
}

/** Keep one blank row of evidence at hand, without taking the focus away. */
export function growEvidence(list) {
  const rows = all(list, ".row");
  const last = rows[rows.length - 1];
  if (all(last, "input").some((input) => input.value)) list.append(evidenceRow({}));
}
