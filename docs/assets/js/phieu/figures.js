/* The only place that works out figures: for the form, print, the roll-up.
   Blank is neither "no" nor "not applicable". A share is done : (answered and applicable), always shown with both numbers.
   While lines are blank the whole is provisional, and the share lies between the lowest (every blank line not done) and the
   highest (every blank line done). */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});

  /** state id -> what it means: {done, excluded} */
  function meanings(scale) {
    return new Map(scale.states.map((state) => [state.id, { done: state.counts_as_done, excluded: state.excluded }]));
  }

  function linesOf(part) {
    return part.blocks.flatMap((block) => block.requirements.map((line) => line.id));
  }

  /** Figures of the lines with these codes. Shares are numbers from 0 to 1, or null where nothing is applicable. */
  function tally(codes, answers, scale) {
    const known = meanings(scale);
    const states = Object.fromEntries(scale.states.map((state) => [state.id, 0]));
    let answered = 0;
    let done = 0;
    let excluded = 0;
    for (const code of codes) {
      const state = answers[code] ? answers[code].state : "";
      const meaning = known.get(state);
      if (!meaning) continue;
      answered += 1;
      states[state] += 1;
      if (meaning.excluded) excluded += 1;
      else if (meaning.done) done += 1;
    }
    const lines = codes.length;
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
      states,
      share: ratio(done, applicable),
      lowest: ratio(done, applicable + blank),
      highest: ratio(done + blank, applicable + blank),
      provisional: blank > 0,
    };
  }

  /** Figures of every part of a checklist and of the whole. */
  function count(checklist, answers) {
    const parts = checklist.parts.map((part) => ({ id: part.id, ...tally(linesOf(part), answers, checklist.scale) }));
    const all = tally(checklist.parts.flatMap(linesOf), answers, checklist.scale);
    return { parts, all };
  }

  /** A share as officials write it: "66,7%"; "–" where nothing is applicable. */
  function percent(share) {
    return share === null ? "–" : (share * 100).toFixed(1).replace(".", ",").replace(",0", "") + "%";
  }

  Phieu.figures = Object.freeze({ count, tally, linesOf, percent });
})(typeof window === "undefined" ? globalThis : window);
