/* What a record holds and a sheet on paper has no place for: told, so that nobody thinks it is there. */

import { say } from "../words/form.js";
import { codesOf } from "../record/checklist.js";
import { fieldsOf } from "../record/record.js";

/** @import { AssessmentRecord, Sheet } from "../record/contract.js" */

/** Sentences on what is left out. `places`: whether there is a column for points, and the fields of the unit.
    @type {(checklist: Sheet, record: AssessmentRecord, places: { points: boolean, unit: string[] }) => string[]} */
export function sentences(checklist, record, places) {
  const lines = new Set(codesOf(checklist));
  const states = new Set(["", ...checklist.scale.states.map((state) => state.id)]);
  const rooms = new Map(checklist.log.tasks.map((task) => [task.id, task.occasions.length]));
  const answers = Object.entries(record.answers);
  const found = {
    lines: answers.filter(([code]) => !lines.has(code)),
    states: answers.filter(([code, answer]) => lines.has(code) && !states.has(answer.state)),
    points: answers.filter(([, answer]) => !places.points && answer.points !== null),
    log: Object.entries(record.log).filter(([id, rows]) => rows.length > (rooms.get(id) || 0)),
    unit: fieldsOf("Unit").filter((name) => !places.unit.includes(name) && record.unit[name])
      .map((name) => [say(`office.left.unit.${name}`)]),
  };
  const keys = /** @type {const} */ (["lines", "states", "points", "log", "unit"]);
  return keys.filter((key) => found[key].length)
    .map((key) => say(`office.left.${key}`, { list: found[key].map(([words]) => words).join(", ") }));
}
