/* The desk: the record that the form shows and what this tab knows of its draft. Made once; only this room
   changes it. */

import { say } from "../words/form.js";
import { years } from "../record/contract.js";
import * as fields from "./fields.js";

/** @returns {any} */
export function make(form, checklist) {
  return {
    form,
    checklist,
    id: checklist.regulation.id,
    body: checklist.body,
    yearInput: form.querySelector("[data-unit=year]"),
    bar: null, // what stands around the form; with it come years and reminders, each set by who makes it
    record: null, // what the form shows, as it was last read; null until a year is chosen
    slot: 1, // which of the drafts of this year
    seen: 0, // the revision of the draft that this tab knows; 0: none is kept
    unit: "", // the name under which no other draft of this year stands
    dirty: false, // not yet in the draft
    unsafe: false, // neither in the draft nor in a file
    waiting: null, // since when a change waits, and its timer
    locks: new Set(), // why nothing can be written: year, final, conflict, broken
    unwatch: () => {},
  };
}

/** Lock or unlock the form for `reason`; it stays locked while there is any reason. */
export function lock(desk, reason, on) {
  if (on) desk.locks.add(reason);
  else desk.locks.delete(reason);
  const locked = desk.locks.size > 0;
  desk.form.querySelector("#phieu-noi-dung").disabled = locked;
  for (const input of fields.inputs(desk.form, "[data-unit]")) input.disabled = locked && input !== desk.yearInput;
}

/** The record as it stands on the form now. */
export function written(desk) {
  return fields.read(desk.form, desk.record);
}

/** The year that `words` name, or null. */
export function yearOf(words) {
  return /^\d{4}$/.test(words) && words >= years.first && words <= years.last ? Number(words) : null;
}

export function askYear(desk) {
  desk.bar.alert("year", say("form.chooseYear"));
  desk.yearInput.focus();
}

/** Whether a record lies on the form; without one the reader is asked for its year. */
export function hasYear(desk) {
  if (!desk.record) askYear(desk);
  return desk.record !== null;
}
