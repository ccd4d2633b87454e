/* Which record lies on the form: the draft of a year and a unit, a file, or a blank one. */

import * as disk from "../common/disk.js";
import { nameKey } from "../common/names.js";
import { say } from "../words/form.js";
import { count as figuresOf } from "../record/figures.js";
import * as records from "../record/record.js";
import * as store from "../record/store.js";
import * as aside from "./aside.js";
import * as desks from "./desk.js";
import * as fields from "./fields.js";
import * as keep from "./keep.js";
import * as lastYear from "./last-year.js";
import * as reminders from "./reminders.js";
import * as totals from "./totals.js";

/** @import { AssessmentRecord } from "../record/contract.js" */

/** Let `found` take the form. `revision`: of its draft in `slot`, 0 where none is kept. */
export function adopt(desk, found, revision, slot) {
  keep.forget(desk);
  Object.assign(desk, { record: found, seen: revision, slot, unit: found.unit.name, dirty: false, unsafe: false });
  fields.show(desk.form, desk.checklist, found);
  for (const reason of ["year", "conflict", "broken"]) desks.lock(desk, reason, false);
  desks.lock(desk, "final", found.final);
  for (const kind of ["year", "unit", "store", "conflict", "broken", "replace", "incomplete"]) desk.bar.alert(kind, "");
  desk.bar.final(found.final);
  desk.bar.saved(revision ? "kept" : "none", found.saved);
  keep.watch(desk);
  remember(found.year, slot);
  aside.show(desk);
  lastYear.forget(desk);
  refresh(desk);
  desk.bar.drafts(store.drafts(desk.id));
  desk.bar.alert("store", store.trouble());
}

/** Work out the figures again, and whatever else follows from the answers. */
export function refresh(desk) {
  const record = desks.written(desk);
  const figures = figuresOf(desk.checklist, record.answers);
  totals.show(desk.form.querySelector("#phieu-tong-hop"), desk.checklist, figures);
  totals.progress(desk.form, figures);
  desk.bar.progress(figures.all);
  lastYear.refresh(desk, record);
  reminders.refresh(desk, record);
}

/* The year stays with this entry of the browser's history, so that a reload, or a tab restored after a crash, finds
   it. */
function remember(year, slot) {
  try {
    window.history.replaceState({ ...window.history.state, phieuYear: year, phieuSlot: slot }, "");
  } catch {
    // a browser that does not allow it from a disk: the year is then the latest draft's
  }
}

/** Open the draft of `year`: the one in `slot` or, without it, that of the same unit or else the latest written. */
export function open(desk, year, slot = usual(desk, year)) {
  if (isOpen(desk, year, slot) || !keep.putAway(desk)) return;
  const { record, error, notes } = store.load(desk.checklist, year, slot);
  if (record) adopt(desk, record, store.revision(desk.id, desk.body, year, slot), slot);
  else adopt(desk, blank(desk, year), 0, slot);
  if (error) refuse(desk, error);
  desk.bar.notes([...(notes || []), ...several(desk)]);
}

/** The place of a file: the draft of the same unit, or one that cannot be read, or else a free slot beside the
    others. */
export function slotFor({ id, body }, year, unit) {
  const same = store.slotOf(id, body, year, unit);
  const broken = store.ofYear(id, body, year).find((draft) => draft.broken);
  return same || (broken ? broken.slot : store.freeSlot(id, body, year));
}

/** What a workbook of `year` and `unit` is laid over: the form where it is theirs, or else their draft, or a blank. An
    error where that draft cannot be read, or the form waits for a word on its own.
    @returns {{ record?: any, slot: number, error?: string }} */
export function base(desk, year, unit) {
  if (desk.locks.has("conflict") || desk.locks.has("broken")) return { slot: 0, error: say("office.lockedForm") };
  const current = desk.record && desk.record.year === year ? desks.written(desk) : null;
  if (current && isTheirs(current.unit.name, unit)) return { record: current, slot: desk.slot };
  const slot = slotFor(desk, year, unit);
  const { record, error } = store.load(desk.checklist, year, slot);
  return error ? { slot, error } : { record: record || records.empty(desk.checklist, year), slot };
}

/* Who has no name yet may be anybody. */
function isTheirs(name, unit) {
  return !unit || !name.trim() || nameKey(name) === nameKey(unit);
}

/** Let the file that was read take the form and the draft in `slot`.
    @param {any} desk @param {{ record: AssessmentRecord, notes?: string[] }} found @param {number} slot */
export function take(desk, { record, notes = [] }, slot) {
  const { year } = record;
  if (store.load(desk.checklist, year, slot).error) store.remove(desk.id, desk.body, year, slot);
  adopt(desk, record, store.revision(desk.id, desk.body, year, slot), slot);
  desk.dirty = true;
  keep.save(desk);
  desk.bar.notes([say("form.opened", { year }), ...notes]);
}

function isOpen(desk, year, slot) {
  return desk.record && desk.record.year === year && desk.slot === slot && !desk.locks.has("broken");
}

function usual(desk, year) {
  const drafts = store.ofYear(desk.id, desk.body, year);
  const same = desk.record && store.slotOf(desk.id, desk.body, year, desks.written(desk).unit.name);
  const [latest] = [...drafts].sort((a, b) => b.saved.localeCompare(a.saved));
  return same || (latest ? latest.slot : 1);
}

/* Where the machine holds drafts of more than one unit, say which one is open. */
function several(desk) {
  const { record } = desk;
  const count = store.ofYear(desk.id, desk.body, record.year).length;
  if (count < 2) return [];
  return [say("form.several", { count, year: record.year, unit: record.unit.name || say("drafts.noName") })];
}

/** A blank record of `year`; whose it is stays as it was on the form, for the unit does not change with the year. */
function blank(desk, year) {
  const empty = records.empty(desk.checklist, year);
  if (!desk.record) return empty;
  const { unit, letterhead } = desks.written(desk);
  return { ...empty, unit, letterhead };
}

/* A draft that cannot be read stays as it is, until its owner deletes it or puts a file in its place. */
function refuse(desk, error) {
  desks.lock(desk, "broken", true);
  const { id, body, slot, record: { year } } = desk;
  const give = () => disk.download(store.raw(id, body, year, slot) || "", `phieu-hong-${body}-${year}.json`);
  desk.bar.alert("broken", `${error} ${say("form.broken")}`, [[say("form.saveBroken"), give]]);
}

/** Open what the address asks for (`#nam-2025`, `#nam-2025-2`: its second unit). Returns whether it asks. */
export function openFrom(desk, hash) {
  const [, written, slot] = /^#nam-(\d{4})(?:-(\d{1,3}))?$/.exec(hash) || [];
  const year = written ? desks.yearOf(written) : null;
  if (year) open(desk, year, slot ? Number(slot) : undefined);
  return Boolean(year);
}

/** Open what was open last: in this tab, or else the draft of the latest year. */
export function openLast(desk) {
  const left = window.history.state || {};
  const year = desks.yearOf(String(left.phieuYear));
  const mine = store.drafts(desk.id).filter((draft) => draft.body === desk.body).map((draft) => draft.year);
  if (year) open(desk, year, left.phieuSlot || undefined);
  else if (mine.length) open(desk, Math.max(...mine));
}
