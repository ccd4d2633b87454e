/* Two years of one unit, line by line: what rose, fell, is new, is gone. Knows nothing of pages or storage.
   An answer is better the nearer it stands, in the order of the scale, to the one that counts as done. Answers that leave
   every share (“not arisen”) are neither better nor worse than others. */

import { linesOf } from "./checklist.js";

/** state id -> how far from done; null for an answer outside every share. */
function distances(scale) {
  const ranked = scale.states.filter((state) => !state.excluded);
  const done = ranked.findIndex((state) => state.counts_as_done);
  return new Map(scale.states.map((state) => [state.id, state.excluded ? null : Math.abs(ranked.indexOf(state) - done)]));
}

/** rose, fell, same, other (cannot be weighed), new (no answer then), waiting (no answer yet), or "" (none in either). */
function change(before, now, known) {
  if (!before && !now) return "";
  if (!before) return "new";
  if (!now) return "waiting";
  if (before === now) return "same";
  const [then, today] = [known.get(before), known.get(now)];
  if (then === undefined || then === null || today === undefined || today === null) return "other";
  return today < then ? "rose" : today > then ? "fell" : "other";
}

const stateOf = (record, code) => (record.answers[code] ? record.answers[code].state : "");

/** {rows: [{code, line, before, now, change}], counts: change -> lines}. A line that the form has no more is "gone". */
export function compare(checklist, before, now) {
  const known = distances(checklist.scale);
  const lines = linesOf(checklist);
  const rows = lines.map((line) => {
    const [then, today] = [stateOf(before, line.id), stateOf(now, line.id)];
    return { code: line.id, line, before: then, now: today, change: change(then, today, known) };
  });
  const here = new Set(lines.map((line) => line.id));
  for (const code of Object.keys(before.answers).sort()) {
    if (!here.has(code)) rows.push({ code, line: null, before: stateOf(before, code), now: "", change: "gone" });
  }
  const counts = {};
  for (const row of rows) if (row.change) counts[row.change] = (counts[row.change] || 0) + 1;
  return { rows, counts };
}

/** The remedies of `record` that are not done yet: [{code, remedy}]. */
export function openRemedies(record) {
  const found = Object.entries(record.answers).filter(([, answer]) => answer.remedy && !answer.remedy.done);
  return found.map(([code, answer]) => ({ code, remedy: answer.remedy }));
}
