/* Two years of one unit, line by line: what rose, fell, is new, is gone. Knows nothing of pages or storage.
   An answer is better the nearer it stands, in the order of the scale, to the one that counts as done. Answers that
   leave every share (“not arisen”) are neither better nor worse than others. */

import { codesOf, countedOf } from "./checklist.js";
import { stateIn } from "./figures.js";

/** @import { AssessmentRecord, Row, Scale } from "./contract.js"
    @import { Checklist } from "./checklist.js" */

/** @typedef {{ code: string, line: Row | null, before: string, now: string, change: string }} Compared */

/** state id -> how far from done, without answers outside every share @param {Scale} scale */
function distances(scale) {
  const ranked = scale.states.filter((state) => !state.excluded);
  const done = ranked.findIndex((state) => state.counts_as_done);
  return new Map(ranked.map((state, place) => [state.id, Math.abs(place - done)]));
}

/** rose, fell, same, other (cannot be weighed), new (no answer then), waiting (no answer yet), or "" (none in either)
    @type {(before: string, now: string, known: Map<string, number>) => string} */
function change(before, now, known) {
  if (!before && !now) return "";
  if (!before) return "new";
  if (!now) return "waiting";
  if (before === now) return "same";
  const further = (known.get(now) ?? NaN) - (known.get(before) ?? NaN);
  if (further > 0) return "fell";
  return further < 0 ? "rose" : "other";
}

/** Rows of the lines that count, and how many of each change. A line that the form has no more is "gone".
    @param {Checklist} checklist @param {AssessmentRecord} before @param {AssessmentRecord} now */
export function compare(checklist, before, now) {
  const known = distances(checklist.scale);
  /** @type {Compared[]} */
  const rows = checklist.parts.flatMap(countedOf).map((line) => {
    const [then, today] = [before, now].map((record) => stateIn(record.answers, line.id));
    return { code: line.id, line, before: then, now: today, change: change(then, today, known) };
  });
  const here = new Set(codesOf(checklist));
  const gone = Object.keys(before.answers).filter((code) => !here.has(code)).sort();
  rows.push(...gone.map((code) =>
    ({ code, line: null, before: stateIn(before.answers, code), now: "", change: "gone" })));
  /** @type {Record<string, number>} */
  const counts = {};
  for (const row of rows) if (row.change) counts[row.change] = (counts[row.change] || 0) + 1;
  return { rows, counts };
}
