/* Keeping what is written: soon after the last key, at once where the page may go, never over what this tab has not
   seen. */

import { say } from "../words/form.js";
import * as store from "../record/store.js";
import * as desks from "./desk.js";

export const AFTER_LAST_KEY = 500;
export const AT_LATEST = 900; // whoever writes without a pause is saved all the same

/** Something was written on the form: keep it `now`, or after the last key. */
export function changed(desk, now) {
  if (!desk.record || desk.locks.size) return;
  desk.dirty = true;
  desk.unsafe = true;
  if (now) {
    save(desk);
    return;
  }
  desk.bar.saved("waiting");
  const since = desk.waiting?.since ?? window.performance.now();
  forget(desk);
  const left = Math.max(0, AT_LATEST - (window.performance.now() - since));
  desk.waiting = { since, timer: window.setTimeout(() => save(desk), Math.min(AFTER_LAST_KEY, left)) };
}

export function forget(desk) {
  window.clearTimeout(desk.waiting?.timer);
  desk.waiting = null;
}

/** Put what is written into the draft, and say at once if that fails. */
export function save(desk) {
  forget(desk);
  if (!desk.record || !desk.dirty || desk.locks.has("conflict")) return;
  desk.record = desks.written(desk);
  const result = store.save(desk.record, desk.seen, desk.slot);
  if (result.conflict) {
    conflict(desk);
  } else if (result.error) {
    desk.bar.saved("failed");
    desk.bar.alert("store", result.error, [[say("form.tryAgain"), () => save(desk)]]);
  } else {
    desk.seen = result.revision;
    desk.dirty = false;
    desk.unsafe = false;
    desk.bar.alert("store", "");
    desk.bar.saved("saved", Date.now());
    desk.bar.drafts(store.drafts(desk.id));
  }
}

/** Before another record takes the form: whether what is in it is kept somewhere; if not, that is said. */
export function putAway(desk) {
  save(desk);
  if (!desk.unsafe) return true;
  desk.bar.alert("year", say("form.keepFirst"));
  desk.yearInput.value = desk.record.year;
  return false;
}

/* Another tab has written this draft. This one may read, and save what it has as a file, but not write. */
function conflict(desk) {
  stop(desk, desk.unsafe ? "form.conflictUnsaved" : "form.conflict", []);
}

/* Another tab has deleted this draft. What stands here is not thrown away, and not written again unasked. */
function gone(desk) {
  if (desk.seen) stop(desk, "form.gone", [[say("form.keepMine"), () => keepMine(desk)]]);
}

function stop(desk, words, choices) {
  desks.lock(desk, "conflict", true);
  forget(desk);
  desk.bar.saved(desk.unsafe ? "failed" : "elsewhere");
  desk.bar.alert("conflict", say(words), [...choices, [say("form.useLatest"), () => useLatest(desk)]]);
}

function keepMine(desk) {
  desks.lock(desk, "conflict", false);
  desk.bar.alert("conflict", "");
  desk.seen = 0;
  desk.dirty = true;
  save(desk);
}

function useLatest(desk) {
  const { record, slot } = desk;
  desk.unsafe = false;
  desk.dirty = false;
  desks.lock(desk, "conflict", false);
  desk.record = null;
  desk.open(record.year, slot);
  desk.yearInput.focus();
}

/** Listen to the other tabs, about the draft that is open now. */
export function watch(desk) {
  desk.unwatch();
  desk.unwatch = store.watch({ id: desk.id, body: desk.body, year: desk.record.year, slot: desk.slot }, {
    changed: (revision) => {
      if (revision !== desk.seen) conflict(desk);
    },
    gone: () => gone(desk),
    any: () => desk.bar.drafts(store.drafts(desk.id)),
  });
}

/** A page that was asleep did not hear the other tabs: look whether the draft is still the one that it knows. */
export function lookAround(desk) {
  if (!desk.record || desk.locks.has("broken")) return;
  const kept = store.revision(desk.id, desk.body, desk.record.year, desk.slot);
  if (kept !== desk.seen && kept !== 0) conflict(desk);
}
