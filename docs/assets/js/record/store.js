/* Drafts on this machine: one for each regulation, body, year and unit, in localStorage. Nothing leaves the machine.
   Units of one kind and year are told apart by a slot: 1, 2, … A slot and not the unit's name is in the key, so that a
   name can be mended letter by letter and the draft never has to move. Slot 1 has the key that drafts had before there
   were slots. Every write is read back. The revision, not the clock, decides which draft is newer, so a clock moved back loses nothing;
   a tab that did not see the latest revision cannot overwrite it. */

import { nameKey } from "../common/names.js";
import { say } from "../words/form.js";
import * as records from "./record.js";

const PREFIX = "quyche:";
const UNREADABLE = Number.MAX_SAFE_INTEGER;

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

function reason(error) {
  const full = error && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");
  return say(full ? "store.full" : "store.blocked");
}

/** The draft in a slot of a body and a year: {record}, {record: null} where there is none, or {error} where it cannot be read. */
export function load(checklist, year, slot = 1) {
  let text;
  try {
    text = window.localStorage.getItem(key(checklist.regulation.id, checklist.body, year, slot));
  } catch (error) {
    return { error: reason(error) };
  }
  return text === null ? { record: null, notes: [] } : records.read(text, checklist);
}

/** Write `record` if nobody wrote since `seen`, the revision this tab last saw (0: none).
    Returns {revision} of what is kept now, {error}, or {conflict: true} where another tab was first.
    A draft that was deleted elsewhere is written again: what the reader sees is not thrown away. */
export function save(record, seen, slot = 1) {
  const place = key(record.regulation.id, record.body, record.year, slot);
  try {
    const kept = revisionAt(place);
    if (kept !== seen && kept !== 0) return { conflict: true };
    const revision = seen + 1;
    const text = records.write({ ...record, revision, saved: new Date().toISOString() });
    window.localStorage.setItem(place, text);
    if (window.localStorage.getItem(place) !== text) return { error: say("store.forgets") };
    return { revision };
  } catch (error) {
    return { error: reason(error) };
  }
}

/* 0: nothing is kept. What cannot be read counts as somebody else's: it is never written over. */
function revisionAt(place) {
  const text = window.localStorage.getItem(place);
  if (text === null) return 0;
  try {
    const revision = JSON.parse(text).revision;
    return Number.isInteger(revision) && revision > 0 ? revision : UNREADABLE;
  } catch (error) {
    return UNREADABLE;
  }
}

/** The revision of the draft that is kept now; 0 where there is none or storage is closed. */
export function revision(id, body, year, slot = 1) {
  try {
    return revisionAt(key(id, body, year, slot));
  } catch (error) {
    return 0;
  }
}

/** The draft as it stands, readable or not; null where there is none. */
export function raw(id, body, year, slot = 1) {
  try {
    return window.localStorage.getItem(key(id, body, year, slot));
  } catch (error) {
    return null;
  }
}

/** Every draft of regulation `id` on this machine: [{body, year, slot, unit, saved, final, broken}], in order of body, year, slot. */
export function drafts(id) {
  const found = [];
  try {
    for (let place = 0; place < window.localStorage.length; place += 1) {
      const name = window.localStorage.key(place);
      if (name && name.startsWith(`${PREFIX}${id}:`)) found.push(summary(name));
    }
  } catch (error) {
    return [];
  }
  return found.sort((a, b) => a.body.localeCompare(b.body) || a.year - b.year || a.slot - b.slot);
}

function summary(name) {
  const [, , body, year, slot = 1] = name.split(":");
  const place = { body, year: Number(year), slot: Number(slot) };
  try {
    const record = JSON.parse(window.localStorage.getItem(name));
    return { ...place, unit: String(record.unit.name), saved: String(record.saved), final: record.final === true, broken: false };
  } catch (error) {
    return { ...place, unit: "", saved: "", final: false, broken: true };
  }
}

/** The drafts of one body and year. */
export function ofYear(id, body, year) {
  return drafts(id).filter((draft) => draft.body === body && draft.year === year);
}

/** The slot that holds the draft of `unit`; 0 where there is none. */
export function slotOf(id, body, year, unit) {
  const found = ofYear(id, body, year).find((draft) => !draft.broken && nameKey(draft.unit) === nameKey(unit));
  return found ? found.slot : 0;
}

/** The first slot that holds nothing. */
export function freeSlot(id, body, year) {
  const taken = new Set(ofYear(id, body, year).map((draft) => draft.slot));
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  return slot;
}

/** Remove one draft. Called only after the reader has typed the explicit word. */
export function remove(id, body, year, slot = 1) {
  try {
    window.localStorage.removeItem(key(id, body, year, slot));
  } catch (error) {
    // storage is closed: then there is nothing to remove
  }
}

/** Call `changed(revision)` when another tab writes the draft in `slot`, `gone()` when it removes it, `any()` at any change
    of a draft. Returns a function that stops listening. */
export function watch(place, { changed, gone, any }) {
  const mine = key(place.id, place.body, place.year, place.slot);
  const listen = (event) => {
    if (event.key === mine && event.newValue !== null) changed(revisionAt(mine));
    if (event.key === null || (event.key === mine && event.newValue === null)) gone();
    if (event.key === null || event.key.startsWith(`${PREFIX}${place.id}:`)) any();
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
