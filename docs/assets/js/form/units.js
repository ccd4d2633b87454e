/* Years and units: choose the year, begin another unit's form, mend a name without touching another's, delete a
   draft. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { years as limits } from "../record/contract.js";
import * as records from "../record/record.js";
import * as store from "../record/store.js";
import * as desks from "./desk.js";
import * as keep from "./keep.js";
import * as opening from "./opening.js";

const BACK = 6; // years that the picker offers before this one

/** Fill the list from which a year can be picked: the last years and the next; any other can be typed. */
export function offerYears(desk) {
  const now = new Date().getFullYear();
  const years = Array.from({ length: BACK + 2 }, (_, place) => now + 1 - place);
  desk.form.querySelector("#nam-chon").replaceChildren(...years.map((year) => element("option", { value: year })));
}

/** One year on or back from the one on the form; without one, this year. */
export function step(desk, by) {
  const now = desks.yearOf(desk.yearInput.value.trim());
  const year = desks.yearOf(String(now ? now + by : new Date().getFullYear()));
  if (!year) return;
  desk.yearInput.value = year;
  opening.open(desk, year);
}

/** A year is being typed: open it as soon as it is whole. */
export function typedYear(desk) {
  const year = desks.yearOf(desk.yearInput.value.trim());
  if (year) opening.open(desk, year);
}

/** The field of the year was left: say what is wrong with it. */
export function leftYear(desk) {
  if (desks.yearOf(desk.yearInput.value.trim())) return;
  desk.bar.alert("year", say("form.badYear", limits));
  if (desk.record) desk.yearInput.value = desk.record.year;
}

/** The name was changed: it is taken unless another draft of this year has it. */
export function renamed(desk, input) {
  const { year } = desk.record;
  const isTheirs = (draft) => draft.slot !== desk.slot && store.isOf(draft, input.value);
  const other = store.ofYear(desk.id, desk.body, year).find(isTheirs);
  desk.bar.alert("unit", "");
  if (!other) {
    desk.unit = input.value;
    return;
  }
  const words = say("form.sameUnit", { year, unit: other.unit || say("drafts.noName") });
  desk.bar.alert("unit", words, [[say("form.openOther"), () => opening.open(desk, year, other.slot)]]);
  input.value = desk.unit;
}

/** Begin the form of another unit of this kind, for the same year, beside the one that is open. */
export function another(desk) {
  if (!desks.hasYear(desk) || !keep.putAway(desk)) return;
  const { year } = desk.record;
  if (!desk.seen || !desk.record.unit.name.trim()) {
    desk.bar.alert("unit", say("form.nameFirst"));
    desk.form.querySelector("[data-unit=name]").focus();
    return;
  }
  const slot = store.slotOf(desk.id, desk.body, year, "") || store.freeSlot(desk.id, desk.body, year);
  desk.record = null;
  opening.open(desk, year, slot);
  desk.form.querySelector("[data-unit=name]").focus();
}

/** Delete a draft; called only after the reader has typed the explicit word. */
export function remove(desk, draft) {
  const open = desk.record && draft.body === desk.body && draft.year === desk.record.year && draft.slot === desk.slot;
  store.remove(desk.id, draft.body, draft.year, draft.slot);
  if (open) {
    desk.bar.notes([]);
    opening.adopt(desk, records.empty(desk.checklist, draft.year), 0, draft.slot);
  }
  desk.bar.drafts(store.drafts(desk.id));
}
