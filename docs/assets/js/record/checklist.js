/* The checklist of a body as the page carries it: the sheet of quyche/checklists/sheet.py, not filled yet. */

/** The lines of a part in order: {id, number, task, quote, citation, points …}. */
export const rowsOf = (part) => part.blocks.flatMap((block) => block.rows);

/** All lines of a checklist in order. */
export const linesOf = (checklist) => checklist.parts.flatMap(rowsOf);

/** The codes of all lines of a checklist. */
export const codesOf = (checklist) => linesOf(checklist).map((line) => line.id);

/** The state of the scale with this id, or null. */
export const stateOf = (checklist, id) => checklist.scale.states.find((state) => state.id === id) || null;

/** The name of an occasion of a task in the log by its place from 0; one that the unit has added has a number. */
export function occasionName(checklist, task, place) {
  return task.occasions[place] ? task.occasions[place].name : checklist.log.more.replace("{number}", String(place + 1));
}
