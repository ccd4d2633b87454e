/* Pieces of the tables: elements, tables, a share in a cell, the bar of a line, times as officials write them. */

import { clock, localDay, official } from "../common/days.js";
import { element, table as plainTable } from "../common/page.js";
import { say } from "../words/rollup.js";
import { band as bandOf, DASH, percent, rangeOf } from "../record/figures.js";

const SVG = "http://www.w3.org/2000/svg";
const BAR = 100; // width of the bar in its own units

export const whole = (number) => number.toLocaleString("vi-VN");

/** "10:32 05/3/2026", by the clock of this machine. */
export function moment(iso) {
  const at = new Date(iso);
  return `${clock(at)} ${official(localDay(at))}`;
}

/** A table that can be scrolled by keyboard where it is wider than the page. */
export function table(caption, heads, rows, kind) {
  return element("div", { className: "scroll", role: "region", "aria-label": caption, tabIndex: 0 },
    plainTable(`grid ${kind}`, heads, rows, caption));
}

/** Heads of columns. */
export const heads = (...keys) => keys.map((key) => say(`head.${key}`));

/** A share with both its numbers; while lines are blank, between what it may still become. */
export function share(tally) {
  const numbers = { a: whole(tally.done), b: whole(tally.applicable), share: percent(tally.share) };
  const words = tally.share === null ? DASH : say("share.cell", numbers);
  return tally.provisional && tally.lines ? [words, small(say("provisional.cell", rangeOf(tally)))] : [words];
}

/** A share with a shade and the words of it. */
export function shaded(tally) {
  const band = bandOf(tally);
  const dataset = { band, provisional: String(tally.provisional && tally.lines > 0) };
  return element("td", { className: "share", dataset }, ...share(tally), small(say(`band.${band}`)));
}

export function small(words) {
  return element("small", { textContent: words });
}

/** The bar of a line: done, not fully done, not applicable, blank; told apart without colour. */
export function bar(tally) {
  const counts = { done: tally.done, undone: tally.undone, excluded: tally.excluded, blank: tally.blank };
  const size = { viewBox: `0 0 ${BAR} 10`, preserveAspectRatio: "none" };
  const picture = drawn("svg", { ...size, role: "img", "aria-label": say("bar.words", counts), class: "bar" });
  let from = 0;
  for (const [kind, count] of Object.entries(counts)) {
    const width = (BAR * count) / tally.lines;
    if (width) picture.append(drawn("rect", { class: kind, x: from, y: 0, width, height: 10 }));
    from += width;
  }
  return picture;
}

function drawn(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/* The patterns that the bars are filled with; once on the page. */
export function patterns() {
  const pattern = (id, child) =>
    drawn("pattern", { id, width: 4, height: 4, patternUnits: "userSpaceOnUse" }, child);
  return drawn("svg", { class: "patterns", "aria-hidden": "true", width: 0, height: 0 },
    pattern("van-cheo", drawn("path", { d: "M-1,1 l2,-2 M0,4 l4,-4 M3,5 l2,-2", class: "stroke" })),
    pattern("van-cham", drawn("circle", { cx: 1.5, cy: 1.5, r: 0.7, class: "dot" })));
}

export const unitName = (unit) => unit.name || say("unit.unnamed");
export const paragraph = (words, className = "who") => element("p", { className, textContent: words });
