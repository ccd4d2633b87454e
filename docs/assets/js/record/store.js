/* Drafts on this machine: one for each regulation, body, year and unit, in localStorage. Nothing leaves the machine.
   Units of one kind and year are told apart by a slot: 1, 2, … A slot and not the unit's name is in the key, so that a
   name can be mended letter by letter and the draft never has to move. Slot 1 has the key that drafts had before there
   were slots. Every write is read back. The revision, not the clock, decides which draft is newer, so a clock moved
   back loses nothing; a tab that did not see the latest revision cannot overwrite it. */

import { nameKey } from "../common/names.js";
import { say } from "../words/form.js";
import * as records from "./record.js";

/** @import { AssessmentRecord } from "./contract.js"
    @import { Checklist } from "./checklist.js" */

/** @typedef {{ body: string, year: number, slot: number, unit: string, saved: string, final: boolean,
      broken: boolean }} Draft */

const PREFIX = "quyche:";
const UNREADABLE = Number.MAX_SAFE_INTEGER;

/** @type {(regulation: string, body: string, year: number, slot?: number) => string} */
export function key(regulation, body, year, slot = 1) {
  const place = `${PREFIX}${regulation}:${body}:${year}`;
  return slot === 1 ? place : `${place}:${slot}`;
}

/** Whether this browser keeps anything: a sentence that says why not, or "". */
export function trouble() {
  const probe = `${PREFIX}probe`;
  try {
    window.localStorage.setItem(probe, "1");
    const kept = window.localStorage.getItem(probe) === "1";
    window.localStorage.removeItem(probe);
    return kept ? "" : say("store.forgets");
  } catch (error) {
    return reason(error);
  }
}

/** @param {any} error */
function reason(error) {
  const full = error && ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].includes(error.name);
  return say(full ? "store.full" : "store.blocked");
}

/** The draft in a slot of a body and a year; `record` is null where there is none.
    @type {(checklist: Checklist, year: number, slot?: number) => records.Reading} */
export function load(checklist, year, slot = 1) {
  const text = raw(checklist.regulation.id, checklist.body, year, slot);
  return text === null ? { record: null, notes: [] } : records.read(text, checklist);
}

/** Write `record` if nobody wrote since `seen`, the revision this tab last saw (0: none).
    Returns {revision} of what is kept now, {error}, or {conflict: true} where another tab was first.
    A draft that was deleted elsewhere is written again: what the reader sees is not thrown away.
    @param {AssessmentRecord} record @param {number} seen
    @returns {{ revision?: number, error?: string, conflict?: boolean }} */
export function save(record, seen, slot = 1) {
  const place = key(record.regulation.id, record.body, record.year, slot);
  try {
    const kept = revisionOf(window.localStorage.getItem(place));
    if (kept !== seen && kept !== 0) return { conflict: true };
    const text = records.write({ ...record, revision: seen + 1, saved: new Date().toISOString() });
    window.localStorage.setItem(place, text);
    if (window.localStorage.getItem(place) !== text) return { error: say("store.forgets") };
    return { revision: seen + 1 };
  } catch (error) {
    return { error: reason(error) };
  }
}

/** 0: nothing is kept. What cannot be read counts as somebody else's: it is never written over.
    @param {string | null} text */
function revisionOf(text) {
  if (text === null) return 0;
  try {
    const found = JSON.parse(text).revision;
    return Number.isInteger(found) && found > 0 ? found : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** The revision of the draft that is kept now; 0 where there is none or storage is closed.
    @type {(id: string, body: string, year: number, slot?: number) => number} */
export const revision = (id, body, year, slot = 1) => revisionOf(raw(id, body, year, slot));

/** The draft as it stands, readable or not; null where there is none or storage is closed.
    @type {(id: string, body: string, year: number, slot?: number) => string | null} */
export function raw(id, body, year, slot = 1) {
  try {
    return window.localStorage.getItem(key(id, body, year, slot));
  } catch {
    return null;
  }
}

/** Every draft of regulation `id` on this machine, in order of body, year, slot. @param {string} id */
export function drafts(id) {
  try {
    const found = Object.keys(window.localStorage).filter((name) => name.startsWith(`${PREFIX}${id}:`)).map(summary);
    return found.sort((a, b) => a.body.localeCompare(b.body) || a.year - b.year || a.slot - b.slot);
  } catch {
    return [];
  }
}

/** @type {(name: string) => Draft} */
function summary(name) {
  const [, , body, year, slot = 1] = name.split(":");
  const place = { body, year: Number(year), slot: Number(slot) };
  try {
    const { unit, saved, final } = JSON.parse(window.localStorage.getItem(name) ?? "");
    return { ...place, unit: String(unit.name), saved: String(saved), final: final === true, broken: false };
  } catch {
    return { ...place, unit: "", saved: "", final: false, broken: true };
  }
}

/** The drafts of one body and year. @type {(id: string, body: string, year: number) => Draft[]} */
export function ofYear(id, body, year) {
  return drafts(id).filter((draft) => draft.body === body && draft.year === year);
}

/** Whether `draft` is of `unit`, as far as it can be read. @type {(draft: Draft, unit: string) => boolean} */
export const isOf = (draft, unit) => !draft.broken && nameKey(draft.unit) === nameKey(unit);

/** The slot that holds the draft of `unit`; 0 where there is none.
    @type {(id: string, body: string, year: number, unit: string) => number} */
export function slotOf(id, body, year, unit) {
  return ofYear(id, body, year).find((draft) => isOf(draft, unit))?.slot ?? 0;
}

/** The first slot that holds nothing. @type {(id: string, body: string, year: number) => number} */
export function freeSlot(id, body, year) {
  const taken = new Set(ofYear(id, body, year).map((draft) => draft.slot));
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  return slot;
}

/** Remove one draft. Called only after the reader has typed the explicit word.
    @type {(id: string, body: string, year: number, slot?: number) => void} */
export function remove(id, body, year, slot = 1) {
  try {
    window.localStorage.removeItem(key(id, body, year, slot));
  } catch {
    // storage is closed: then there is nothing to remove
  }
}

/** Call `changed(revision)` when another tab writes the draft in `slot`, `gone()` when it removes it, `any()` at any
    change of a draft. Returns a function that stops listening.
    @param {{ id: string, body: string, year: number, slot: number }} place
    @param {{ changed: (revision: number) => void, gone: () => void, any: () => void }} calls */
export function watch({ id, body, year, slot }, { changed, gone, any }) {
  const mine = key(id, body, year, slot);
  const listen = (/** @type {StorageEvent} */ event) => {
    if (event.key === mine && event.newValue !== null) changed(revision(id, body, year, slot));
    if (event.key === null || (event.key === mine && event.newValue === null)) gone();
    if (event.key === null || event.key.startsWith(`${PREFIX}${id}:`)) any();
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
