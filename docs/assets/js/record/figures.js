/* The only place that works out figures, and says them: for the form, print, the roll-up.
   Blank is neither "no" nor "not applicable". A share is done : (answered and applicable), always shown with both
   numbers. While lines are blank the whole is provisional, and the share lies between the lowest (every blank line not
   done) and the highest (every blank line done). */

import { say } from "../words/form.js";
import { countedOf } from "./checklist.js";

/** @import { Scale } from "./contract.js"
    @import { Checklist } from "./checklist.js" */

/** The answers of a unit: those of a record.
    @typedef {Readonly<Record<string, { state: string }>>} Answers
    @typedef {ReturnType<typeof worked>} Tally */

/** The state of a line in `answers`; "" where it has none. @type {(answers: Answers, code: string) => string} */
export const stateIn = (answers, code) => (answers[code] ? answers[code].state : "");

/** Figures of one line over many units: `many` are the answers of each.
    @type {(code: string, many: Answers[], scale: Scale) => Tally} */
export function across(code, many, scale) {
  return tally(many.map((answers) => stateIn(answers, code)), scale);
}

/** Figures of lines with these answers. Shares are numbers from 0 to 1, or null where nothing is applicable.
    @type {(found: string[], scale: Scale) => Tally} */
export function tally(found, scale) {
  const counts = scale.states.map(({ id }) => [id, found.filter((state) => state === id).length]);
  return worked(found.length, Object.fromEntries(counts), scale);
}

/** Many figures as one: every line of every unit counts once. @type {(tallies: Tally[], scale: Scale) => Tally} */
export function together(tallies, scale) {
  const sum = (/** @type {(one: Tally) => number} */ of) => tallies.reduce((all, one) => all + of(one), 0);
  const counts = scale.states.map(({ id }) => [id, sum((one) => one.states[id])]);
  return worked(sum((one) => one.lines), Object.fromEntries(counts), scale);
}

/** What follows from the number of lines and of those in each state.
    @param {number} lines @param {Record<string, number>} states @param {Scale} scale */
function worked(lines, states, scale) {
  const counted = (/** @type {(state: Scale["states"][0]) => boolean} */ is) =>
    scale.states.filter(is).reduce((sum, { id }) => sum + states[id], 0);
  const answered = counted(() => true);
  const excluded = counted((state) => state.excluded);
  const done = counted((state) => state.counts_as_done && !state.excluded);
  const blank = lines - answered;
  const applicable = answered - excluded;
  const ratio = (/** @type {number} */ part, /** @type {number} */ whole) => (whole > 0 ? part / whole : null);
  return {
    lines,
    answered,
    blank,
    excluded,
    applicable,
    done,
    undone: applicable - done,
    states,
    share: ratio(done, applicable),
    lowest: ratio(done, applicable + blank),
    highest: ratio(done + blank, applicable + blank),
    provisional: blank > 0,
  };
}

/** Figures of every part of a checklist and of the whole.
    @type {(checklist: Checklist, answers: Answers) => { parts: Array<Tally & { id: string }>, all: Tally }} */
export function count(checklist, answers) {
  const counted = (/** @type {Array<{ id: string }>} */ lines) =>
    tally(lines.map((line) => stateIn(answers, line.id)), checklist.scale);
  const parts = checklist.parts.map((part) => ({ id: part.id, ...counted(countedOf(part)) }));
  return { parts, all: counted(checklist.parts.flatMap(countedOf)) };
}

/** Two years of one unit. Only lines that are answered and applicable in both are compared: of `both`, so many were
    done `before` and `after`; `gained` became done, `lost` no longer are.
    @param {string[]} codes @param {Answers} before @param {Answers} after @param {Scale} scale */
export function compare(codes, before, after, scale) {
  const known = new Map(scale.states.map((state) => [state.id, state]));
  const found = { both: 0, before: 0, after: 0, gained: 0, lost: 0 };
  for (const code of codes) {
    const [old, now] = [before, after].map((answers) => known.get(stateIn(answers, code)));
    if (!old || !now || old.excluded || now.excluded) continue;
    found.both += 1;
    const [was, is] = [old.counts_as_done, now.counts_as_done];
    found.before += Number(was);
    found.after += Number(is);
    found.gained += Number(is && !was);
    found.lost += Number(was && !is);
  }
  return found;
}

/** The share as one of seven words, for those who read shades: a description, not a rating. @param {Tally} figures */
export function band({ lines, answered, share, done, applicable }) {
  if (lines === 0) return "no-lines";
  if (answered === 0) return "blank";
  if (share === null) return "none-applicable";
  if (done === applicable) return "all";
  if (done === 0) return "none";
  return done * 2 >= applicable ? "half" : "some";
}

export const DASH = "–"; // where there is nothing to say

/** A share as officials write it: "66,7%", halves upwards as in Excel; a dash where nothing is applicable.
    @param {number | null} share */
export function percent(share) {
  if (share === null) return DASH;
  const tenths = Math.round(share * 1000 + 1e-9); // 9/80 is 11,25% in numbers, a little less in the machine
  return `${(tenths / 10).toFixed(1).replace(".", ",").replace(",0", "")}%`;
}

/** A share with both its numbers; a dash where there is none. @param {Tally} figures */
export function shareWords({ share, done, applicable }) {
  return share === null ? DASH : say("totals.share", { a: done, b: applicable, share: percent(share) });
}

/** The ends between which a share may still be, in words. @param {Tally} figures */
export const rangeOf = ({ lowest, highest }) => ({ lowest: percent(lowest), highest: percent(highest) });

/** How far the figures can be trusted: provisional with the range that is still open, or complete.
    @param {Tally} all */
export const standingWords = (all) =>
  (all.provisional ? say("totals.provisional", { ...all, ...rangeOf(all) }) : say("totals.complete", all));
