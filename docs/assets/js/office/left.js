/* What a record holds and a sheet on paper has no place for: told, so that nobody thinks it is there. */

import { say as sentence } from "../words/form.js";
import { codesOf } from "../record/checklist.js";
import { fieldsOf } from "../record/record.js";

const say = (key, values) => sentence(`office.left.${key}`, values);

/** Sentences on what is left out. `places`: {points: whether there is a column for them, unit: fields of the unit}. */
export function sentences(checklist, record, places) {
  const lines = new Set(codesOf(checklist));
  const states = new Set(checklist.scale.states.map((state) => state.id));
  const codes = Object.keys(record.answers);
  const found = [];
  const tell = (key, list) => { if (list.length) found.push(say(key, { list: list.join(", ") })); };
  tell("lines", codes.filter((code) => !lines.has(code)));
  tell("states", codes.filter((code) => lines.has(code) && record.answers[code].state && !states.has(record.answers[code].state)));
  if (!places.points) tell("points", codes.filter((code) => record.answers[code].points !== null));
  const rooms = new Map(checklist.log.tasks.map((task) => [task.id, task.occasions.length]));
  tell("log", Object.keys(record.log).filter((key) => record.log[key].length > (rooms.get(key) || 0)));
  tell("unit", fieldsOf("Unit").filter((name) => !places.unit.includes(name) && record.unit[name]).map((name) => say(`unit.${name}`)));
  return found;
}
