/* The checklist of a body as the page carries it: the sheet of quyche/checklists/sheet.py, not filled yet. */

/** @import { Log, Part, Scale, Sheet, Task } from "./contract.js" */

/** What is read of a sheet that is not filled; the roll-up has no more of it.
    @typedef {Pick<Sheet, "regulation" | "body" | "body_name" | "scale"> & {
      parts: Array<Pick<Part, "id" | "number" | "title" | "blocks">>, log: Pick<Log, "tasks"> }} Checklist */

/** The lines of a part in order: {id, number, task, quote, citation, points …}. @param {Pick<Part, "blocks">} part */
export const rowsOf = (part) => part.blocks.flatMap((block) => block.rows);

/** The lines of a part that are answered on the scale: those of the figures. @param {Pick<Part, "blocks">} part */
export const countedOf = (part) => rowsOf(part).filter((row) => !row.instead);

/** All lines of a checklist in order. @param {Pick<Checklist, "parts">} checklist */
export const linesOf = (checklist) => checklist.parts.flatMap(rowsOf);

/** Every code that a line has or had -> its line. @param {Pick<Checklist, "parts">} checklist */
export const knownAs = (checklist) => new Map(linesOf(checklist)
  .flatMap((line) => [line.id, ...line.formerly].map((code) => /** @type {const} */ ([code, line]))));

/** The codes of all lines of a checklist. @param {Pick<Checklist, "parts">} checklist */
export const codesOf = (checklist) => linesOf(checklist).map((line) => line.id);

/** The state of the scale with this id, or null.
    @type {(checklist: { scale: Scale }, id: string) => Scale["states"][0] | null} */
export const stateOf = (checklist, id) => checklist.scale.states.find((state) => state.id === id) || null;

/** The name of an occasion of a task in the log by its place from 0; one that the unit has added has a number.
    @type {(checklist: Sheet, task: Task, place: number) => string} */
export function occasionName(checklist, task, place) {
  return task.occasions[place] ? task.occasions[place].name : checklist.log.more.replace("{number}", String(place + 1));
}
