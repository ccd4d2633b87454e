/* A workbook over a record: what it holds takes the place of what the record has, all else stays. And what that
   changes. */

import { say } from "../words/form.js";
import { linesOf } from "../record/checklist.js";
import * as records from "../record/record.js";
import { labels } from "../record/contract.js";
import { answerWords } from "../record/cells.js";

/** @import { Answer, AssessmentRecord, Occasion, Sheet } from "../record/contract.js"
    @import { Holds } from "./excel-read.js" */

/** @typedef {{ place: string, field: string, old: string, fresh: string }} Change */

/** `base` with everything that the workbook holds.
    @type {(base: AssessmentRecord, found: { record: AssessmentRecord, read: Holds }) => AssessmentRecord} */
export function merged(base, { record, read }) {
  const answers = { ...base.answers };
  for (const code of read.answers) {
    answers[code] = mergedAnswer(base.answers[code], record.answers[code], read.columns);
  }
  const log = { ...base.log };
  for (const [task, wasRead] of Object.entries(read.log)) {
    log[task] = mergedRows(base.log[task], record.log[task], wasRead);
  }
  const names = records.fieldsOf("Remarks").filter((name) => read.fields.includes(name));
  const remarks = { ...base.remarks, ...Object.fromEntries(names.map((name) => [name, record.remarks[name]])) };
  const unit = read.fields.includes("unit") ? { ...base.unit, name: record.unit.name } : base.unit;
  return records.tidied({ ...base, unit, answers, log, remarks });
}

/** @param {Answer} before @param {Answer} now @param {string[]} columns */
function mergedAnswer(before = records.blank("Answer"), now = records.blank("Answer"), columns = []) {
  const { points, cause, remedy } = before;
  const kept = Object.entries({ points, cause, remedy }).filter(([name]) => !columns.includes(name));
  return { ...now, ...Object.fromEntries(kept) };
}

/** Occasions whose row was not read stay as they are.
    @param {Occasion[]} before @param {Occasion[]} rows @param {boolean[]} wasRead */
function mergedRows(before = [], rows = [], wasRead = []) {
  const read = wasRead.map((isRead, place) => (isRead ? rows[place] : before[place]) || records.blank("Occasion"));
  return [...read, ...before.slice(wasRead.length)];
}

/** What is different in `now`, in words, in the order of the sheet.
    @type {(checklist: Sheet, before: AssessmentRecord, now: AssessmentRecord) => Change[]} */
export function changes(checklist, before, now) {
  const old = worded(checklist, before);
  return worded(checklist, now)
    .map(({ place, field, words }, number) => ({ place, field, old: old[number].words, fresh: words }))
    .filter((change) => change.old !== change.fresh);
}

/** Every field that a workbook has, in words; as many for each record.
    @param {Sheet} checklist @param {AssessmentRecord} record */
function worded(checklist, record) {
  const unit = say("office.field.unit");
  const lines = linesOf(checklist).flatMap(({ id, number, task }) => {
    const place = say("office.preview.number", { number, task });
    const fields = wordsOf(checklist, record.answers[id] || records.blank("Answer"));
    return Object.entries(fields).map(([field, words]) => ({ place, field, words }));
  });
  const log = checklist.log.tasks.flatMap(({ id, task, occasions }) => occasions.flatMap(({ name }, number) => {
    const place = say("office.preview.log", { task, occasion: name });
    const written = (record.log[id] || [])[number] || records.blank("Occasion");
    return records.fieldsOf("Occasion").map((key) => ({ place, field: say(`log.${key}`), words: written[key] }));
  }));
  const remarks = records.fieldsOf("Remarks").map((name) =>
    ({ place: say("office.preview.remarks"), field: say(`office.field.${name}`), words: record.remarks[name] }));
  return [{ place: unit, field: unit, words: record.unit.name }, ...lines, ...log, ...remarks];
}

/** @type {(checklist: Sheet, answer: Answer) => Record<string, string>} */
function wordsOf(checklist, answer) {
  const words = answerWords(checklist, answer);
  return {
    [say("office.preview.state")]: words.state,
    [say("office.preview.result")]: words.result,
    [say("office.preview.evidence")]: words.evidence,
    [labels.reason]: words.reason,
    [say("office.preview.cause")]: words.cause,
    [say("office.preview.remedy")]: words.remedy,
    [labels.note]: words.note,
    [say("office.preview.points")]: words.points,
  };
}
