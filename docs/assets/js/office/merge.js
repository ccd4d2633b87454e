/* A workbook over a record: what it holds takes the place of what the record has, all else stays. And what that changes. */

import { say as sentence } from "../words/form.js";
import { linesOf, stateOf } from "../record/checklist.js";
import * as records from "../record/record.js";
import { labels } from "../record/contract.js";
import * as cells from "../record/cells.js";

const say = (key, values) => sentence(`office.${key}`, values);

/** `base` with everything that the workbook `found` ({record, read}) holds. `fields`: what the workbook has columns for. */
export function merged(base, found) {
  const answers = { ...base.answers };
  for (const code of found.read.answers) {
    const before = base.answers[code] || records.blank("Answer");
    const now = found.record.answers[code] || records.blank("Answer");
    const kept = found.read.columns.includes("points") ? {} : { points: before.points };
    if (!found.read.columns.includes("cause")) kept.cause = before.cause;
    if (!found.read.columns.includes("remedy")) kept.remedy = before.remedy;
    const answer = { ...now, ...kept };
    if (records.isBlankAnswer(answer)) delete answers[code];
    else answers[code] = answer;
  }
  const log = { ...base.log };
  for (const [key, most] of Object.entries(found.read.log)) {
    const rows = records.trimmedRows([...withSkipped(found.record.log[key] || [], base.log[key] || [], most), ...(base.log[key] || []).slice(most.length)]);
    if (rows.length) log[key] = rows;
    else delete log[key];
  }
  const remarks = { ...base.remarks };
  for (const name of found.read.fields) if (name in remarks) remarks[name] = found.record.remarks[name];
  const unit = found.read.fields.includes("unit") ? { ...base.unit, name: found.record.unit.name } : base.unit;
  return { ...base, unit, answers, log, remarks };
}

/* Occasions whose row was not read stay as they are. */
function withSkipped(rows, before, wasRead) {
  return wasRead.map((isRead, number) => (isRead ? rows[number] : before[number]) || records.blank("Occasion"));
}

/** What is different in `now`: [{place, field, old, fresh}], in words, in the order of the sheet. */
export function changes(checklist, before, now) {
  const found = [];
  const tell = (place, field, old, fresh) => { if (old !== fresh) found.push({ place, field, old, fresh }); };
  tell(say("field.unit"), say("field.unit"), before.unit.name, now.unit.name);
  for (const line of linesOf(checklist)) {
    const [old, fresh] = [before, now].map((record) => wordsOf(checklist, record.answers[line.id] || records.blank("Answer")));
    const place = say("preview.number", { number: line.number, task: line.task });
    for (const [label, words] of Object.entries(fresh)) tell(place, label, old[label], words);
  }
  for (const task of checklist.log.tasks) {
    task.occasions.forEach((occasion, number) => {
      const place = say("preview.log", { task: task.task, occasion: occasion.name });
      for (const name of records.fieldsOf("Occasion")) {
        const [old, fresh] = [before, now].map((record) => ((record.log[task.id] || [])[number] || {})[name] || "");
        tell(place, sentence(`log.${name}`), old, fresh);
      }
    });
  }
  for (const name of records.fieldsOf("Remarks")) {
    tell(say("preview.remarks"), say(`field.${name}`), before.remarks[name], now.remarks[name]);
  }
  return found;
}

function wordsOf(checklist, answer) {
  const state = stateOf(checklist, answer.state);
  return {
    [say("preview.state")]: state ? state.label : answer.state,
    [say("preview.result")]: answer.result,
    [say("preview.evidence")]: cells.evidenceWords(answer.evidence),
    [labels.reason]: answer.reason,
    [say("preview.cause")]: answer.cause,
    [say("preview.remedy")]: cells.remedyWords(answer.remedy),
    [labels.note]: answer.note,
    [say("preview.points")]: answer.points === null ? "" : String(answer.points).replace(".", ","),
  };
}
