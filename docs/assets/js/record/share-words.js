/* Figures in words: a share with both its numbers, and how far it can be trusted. */

import { say } from "../words/form.js";
import { percent } from "./figures.js";

/** A share with both its numbers; a dash where there is none. */
export function share(tally) {
  return tally.share === null ? "–" : say("totals.share", { a: tally.done, b: tally.applicable, share: percent(tally.share) });
}

/** How far the figures can be trusted: provisional with the range that is still open, or complete. */
export function standing(all) {
  if (!all.provisional) return say("totals.complete", { lines: all.lines });
  return say("totals.provisional", { blank: all.blank, lowest: percent(all.lowest), highest: percent(all.highest) });
}
