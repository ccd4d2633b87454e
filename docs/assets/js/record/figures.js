/* The only place that works out figures: for the form, print, the roll-up.
   Blank is neither "no" nor "not applicable". A share is done : (answered and applicable), always shown with both numbers.
   While lines are blank the whole is provisional, and the share lies between the lowest (every blank line not done) and the
   highest (every blank line done). */

import { linesOf, rowsOf } from "./checklist.js";

/** state id -> what it means: {done, excluded} */
function meanings(scale) {
  return new Map(scale.states.map((state) => [state.id, { done: state.counts_as_done, excluded: state.excluded }]));
}

const stateOf = (code, answers) => (answers[code] ? answers[code].state : "");

/** Figures of one line over many units: `many` are the answers of each. */
export function across(code, many, scale) {
  return tally(many.map((answers) => stateOf(code, answers)), scale);
}

/** Figures of lines with these answers. Shares are numbers from 0 to 1, or null where nothing is applicable. */
export function tally(found, scale) {
  const known = meanings(scale);
  const states = Object.fromEntries(scale.states.map((state) => [state.id, 0]));
  let answered = 0;
  let done = 0;
  let excluded = 0;
  for (const state of found) {
    const meaning = known.get(state);
    if (!meaning) continue;
    answered += 1;
    states[state] += 1;
    if (meaning.excluded) excluded += 1;
    else if (meaning.done) done += 1;
  }
  return worked({ lines: found.length, answered, excluded, done, states });
}

/** Many figures as one: every line of every unit counts once. */
export function together(tallies, scale) {
  const sum = (key) => tallies.reduce((all, one) => all + one[key], 0);
  const states = scale.states.map(({ id }) => [id, tallies.reduce((all, one) => all + one.states[id], 0)]);
  return worked({ lines: sum("lines"), answered: sum("answered"), excluded: sum("excluded"), done: sum("done"), states: Object.fromEntries(states) });
}

/* What follows from the counts. */
function worked({ lines, answered, excluded, done, states }) {
  const blank = lines - answered;
  const applicable = answered - excluded;
  const ratio = (part, whole) => (whole > 0 ? part / whole : null);
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

/** Figures of every part of a checklist and of the whole. */
export function count(checklist, answers) {
  const counted = (lines) => tally(lines.map((line) => stateOf(line.id, answers)), checklist.scale);
  const parts = checklist.parts.map((part) => ({ id: part.id, ...counted(rowsOf(part)) }));
  return { parts, all: counted(linesOf(checklist)) };
}

/** Two years of one unit. Only lines that are answered and applicable in both are compared: of `both`, so many were done
    `before` and `after`; `gained` became done, `lost` no longer are. */
export function compare(codes, before, after, scale) {
  const known = meanings(scale);
  const found = { both: 0, before: 0, after: 0, gained: 0, lost: 0 };
  for (const code of codes) {
    const [old, now] = [before, after].map((answers) => known.get(stateOf(code, answers)));
    if (!old || !now || old.excluded || now.excluded) continue;
    found.both += 1;
    if (old.done) found.before += 1;
    if (now.done) found.after += 1;
    if (now.done && !old.done) found.gained += 1;
    if (old.done && !now.done) found.lost += 1;
  }
  return found;
}

/** The share as one of seven words, for those who read shades: a description, not a rating. */
export function band(tally) {
  if (tally.lines === 0) return "no-lines";
  if (tally.answered === 0) return "blank";
  if (tally.share === null) return "none-applicable";
  if (tally.done === tally.applicable) return "all";
  if (tally.done === 0) return "none";
  return tally.done * 2 >= tally.applicable ? "half" : "some";
}

/** A share as officials write it: "66,7%", halves upwards as in Excel; "–" where nothing is applicable. */
export function percent(share) {
  const tenths = share === null ? 0 : Math.round(share * 1000 + 1e-9); // 9/80 is 11,25% in numbers, a little less in the machine
  return share === null ? "–" : (tenths / 10).toFixed(1).replace(".", ",").replace(",0", "") + "%";
}
