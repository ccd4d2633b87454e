/* Part V of the form and the progress under each heading. Every number comes from record/figures.js. */

import { all, element, table } from "../common/page.js";
import { say } from "../words/form.js";
import { DASH, rangeOf, shareWords, standingWords } from "../record/figures.js";

function row(title, tally, scale) {
  const range = tally.provisional ? say("totals.range", rangeOf(tally)) : DASH;
  const counts = scale.states.map((state) => String(tally.states[state.id]));
  return [title, `${tally.answered}/${tally.lines}`, ...counts, shareWords(tally), range];
}

/** Show `figures` of `checklist` in `box`. While lines are blank everything is called provisional. */
export function show(box, checklist, figures) {
  const { scale } = checklist;
  const done = scale.states.find((state) => state.counts_as_done);
  const excluded = scale.states.filter((state) => state.excluded).map((state) => `“${state.label}”`).join(", ");
  const states = scale.states.map((state) => state.short || state.label);
  const ends = [say("totals.shareHead"), say("totals.rangeHead")];
  const heads = [say("totals.part"), say("totals.answered"), ...states, ...ends];
  const parts = checklist.parts.map((part, place) => [part, figures.parts[place]]).filter((pair) => pair[1].lines > 0);
  const rows = parts.map(([part, tally]) => row(`${part.number}. ${part.title}`, tally, scale));
  const rule = say(excluded ? "totals.rule" : "totals.ruleAll", { done: done ? done.label : "", excluded });
  box.replaceChildren(
    element("p", { className: "standing", textContent: standingWords(figures.all) }),
    table("grid stack totals", heads, [...rows, row(say("totals.all"), figures.all, scale)]),
    element("p", { className: "who", textContent: rule }));
  box.dataset.provisional = String(figures.all.provisional);
}

/** Show under the heading of each part of `form` that has lines how many of them are answered. */
export function progress(form, figures) {
  for (const { id, answered, lines } of figures.parts) {
    for (const output of all(form, `section[data-part="${id}"] output.progress`)) {
      output.hidden = lines === 0;
      output.textContent = say("bar.progress", { a: answered, b: lines });
    }
  }
}
