/* Part V of the form and the progress under each heading. Every number comes from record/figures.js. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";
import { percent, shareWords, standingWords } from "../record/figures.js";

function range(tally) {
  if (!tally.provisional) return "–";
  return say("totals.range", { lowest: percent(tally.lowest), highest: percent(tally.highest) });
}

function row(title, tally, scale) {
  const cell = (label, words) => element("td", { textContent: words, dataset: { label } });
  return element("tr", {},
    element("th", { scope: "row", textContent: title }),
    cell(say("totals.answered"), `${tally.answered}/${tally.lines}`),
    ...scale.states.map((state) => cell(state.short || state.label, String(tally.states[state.id]))),
    cell(say("totals.shareHead"), shareWords(tally)),
    cell(say("totals.rangeHead"), range(tally)));
}

/** Show `figures` of `checklist` in `box`. While lines are blank everything is called provisional. */
export function show(box, checklist, figures) {
  const { scale } = checklist;
  const done = scale.states.find((state) => state.counts_as_done);
  const excluded = scale.states.filter((state) => state.excluded).map((state) => `“${state.label}”`).join(", ");
  const states = scale.states.map((state) => state.short || state.label);
  const ends = [say("totals.shareHead"), say("totals.rangeHead")];
  const heads = [say("totals.part"), say("totals.answered"), ...states, ...ends];
  const head = element("tr", {}, ...heads.map((words) => element("th", { scope: "col", textContent: words })));
  const parts = checklist.parts.map((part, place) => [part, figures.parts[place]]).filter((pair) => pair[1].lines > 0);
  const rows = parts.map(([part, tally]) => row(`${part.number}. ${part.title}`, tally, scale));
  const table = element("table", { className: "grid stack totals" }, element("thead", {}, head),
    element("tbody", {}, ...rows, row(say("totals.all"), figures.all, scale)));
  const rule = say(excluded ? "totals.rule" : "totals.ruleAll", { done: done ? done.label : "", excluded });
  box.replaceChildren(
    element("p", { className: "standing", textContent: standingWords(figures.all) }),
    table,
    element("p", { className: "who", textContent: rule }));
  box.dataset.provisional = String(figures.all.provisional);
}

/** Show under the heading of each part of `form` how many of its lines are answered. */
export function progress(form, figures) {
  for (const part of figures.parts) {
    const section = form.querySelector(`section[data-part="${part.id}"]`);
    if (!section || part.lines === 0) continue;
    let output = section.querySelector("output.progress");
    if (!output) {
      output = element("output", { className: "progress who" });
      output.setAttribute("aria-live", "off");
      section.querySelector("h2").after(output);
    }
    output.textContent = say("bar.progress", { a: part.answered, b: part.lines });
  }
}
