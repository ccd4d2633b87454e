/* The tables of results on the page. Shows what Phieu.figures and TongHop.tables found; works out nothing. */

import { official } from "../common/days.js";
import { element } from "../common/page.js";
import { say } from "../words/rollup.js";
import { percent } from "../record/figures.js";
import { paragraph, table } from "./cells.js";
import * as cells from "./cells.js";
import * as register from "./register.js";
import * as tables from "./tables.js";

const MOST_RANKED = 15;
const heads = (...keys) => keys.map((key) => say(`head.${key}`));
const doneState = (scale) => scale.states.find((state) => state.counts_as_done);
const quoted = (states) => states.map((state) => `“${state.label}”`).join(", ");

/* A caption says so while lines are blank. */
function captioned(words, tally) {
  return tally.provisional ? `${words}. ${say("provisional.table", { blank: cells.whole(tally.blank) })}` : words;
}

/** How many, how far, and what the shares mean. */
export function standing(box, found) {
  const { scale, whole } = found;
  const inState = (state) => found.rows.filter((row) => register.stateOf(row.entry) === state).length;
  const excel = inState("excel");
  const share = whole.share === null ? "" : say("standing.share", { done: doneState(scale).label, share: cells.share({ ...whole, provisional: false })[0] });
  const numbers = { year: found.year, units: found.rows.length, final: inState("final"), draft: inState("draft"), excel: excel ? say("standing.excel", { excel }) : "" };
  const words = say("standing.whole", { ...numbers, answered: cells.whole(whole.answered), lines: cells.whole(whole.lines), share });
  const range = { blank: cells.whole(whole.blank), lowest: percent(whole.lowest), highest: percent(whole.highest) };
  const excluded = quoted(scale.states.filter((state) => state.excluded));
  box.replaceChildren(words, ...(whole.provisional ? [element("strong", { textContent: say("standing.provisional", range) })] : []),
    cells.small(say(excluded ? "standing.rule" : "standing.ruleAll", { done: doneState(scale).label, excluded })));
  box.dataset.provisional = String(whole.provisional);
}

/* ---- unit × part ---- */
function unitRow(name, figures, isSum) {
  const first = element("th", { scope: "row" }, name);
  const answered = element("td", { textContent: `${cells.whole(figures.all.answered)}/${cells.whole(figures.all.lines)}` });
  return { cells: [first, answered, ...figures.parts.map(cells.shaded), cells.shaded(figures.all)], isSum };
}

export function units(box, found) {
  const { parts } = found.groups[0].checklist;
  const names = [...heads("unit", "answered"), ...parts.map((part) => `${part.number}. ${part.title}`), say("head.whole")];
  const rows = found.groups.flatMap((group) => {
    const title = element("tr", { className: "kind" }, element("th", { colSpan: names.length, scope: "colgroup", textContent: group.checklist.body_name }));
    const members = group.rows.map((row) => unitRow(cells.unitName(row.unit), row.figures, false));
    if (group.rows.length > 1) members.push(unitRow(say("units.together", { count: group.rows.length }), group.figures, true));
    return [title, ...members.map((one) => element("tr", { className: one.isSum ? "sum" : "" }, ...cells.labelled(one.cells, names)))];
  });
  const caption = captioned(say("units.caption", { year: found.year, done: doneState(found.scale).label }), found.whole);
  box.replaceChildren(paragraph(say("band.legend")), table(caption, names, rows, "stack by-unit"));
}

/* ---- lines ---- */
function lineName(line) {
  return [line.task, cells.small(`${line.citation} · ${line.id}`)];
}

function lineHeads(scale) {
  return [...heads("line", "spread", "undone"), ...scale.states.map((state) => state.short || state.label), ...heads("blank", "share")];
}

function lineRow({ line, tally }, scale) {
  const undone = say("ranking.undone", { undone: tally.undone, applicable: tally.applicable });
  return [lineName(line), cells.bar(tally), undone, ...scale.states.map((state) => String(tally.states[state.id])), String(tally.blank), cells.share(tally)];
}

export function ranking(box, found) {
  const { scale } = found;
  const top = tables.ranking(found.groups, scale, MOST_RANKED);
  if (!top.length) {
    box.replaceChildren(paragraph(say("ranking.none")));
    return;
  }
  const states = quoted(scale.states.filter((state) => !state.counts_as_done && !state.excluded));
  const caption = captioned(say("ranking.caption", { year: found.year, count: top.length }), found.whole);
  box.replaceChildren(paragraph(say("ranking.rule", { states })), paragraph(say("bar.legend")),
    table(caption, lineHeads(scale), top.map((one) => lineRow(one, scale)), "stack lines"));
}

function spreadTable(group, year) {
  const { checklist } = group;
  const names = lineHeads(checklist.scale);
  const rows = [];
  let part = null;
  for (const one of tables.spread(group)) {
    if (one.part !== part) {
      part = one.part;
      rows.push(element("tr", { className: "kind" }, element("th", { colSpan: names.length, scope: "colgroup", textContent: `${part.number}. ${part.title}` })));
    }
    rows.push(lineRow(one, checklist.scale));
  }
  const caption = captioned(say("spread.caption", { year, body: checklist.body_name, count: group.rows.length }), group.figures.all);
  return table(caption, names, rows, "stack lines");
}

/** The lines of the checklist of `body`, or of all of them ("*"). */
export function spread(box, found, body) {
  const chosen = found.groups.filter((group) => body === "*" || group.checklist.body === body);
  box.replaceChildren(...chosen.map((group) => spreadTable(group, found.year)));
}

/* ---- year on year ---- */
export function years(box, found) {
  if (!found.years.length) {
    box.replaceChildren(paragraph(say("years.none", { year: found.year })));
    return;
  }
  const names = [...heads("unit", "body", "before"), say("head.now", { year: found.year }), ...heads("both", "gained", "lost")];
  const rows = found.years.map(({ row, year, figures, change }) => {
    const [words, ...rest] = cells.share(figures.all);
    return [cells.unitName(row.unit), row.checklist.short_name, [say("years.before", { year, share: words }), ...rest], cells.share(row.figures.all),
      say("years.both", change), String(change.gained), String(change.lost)];
  });
  box.replaceChildren(paragraph(say("years.rule")), table(captioned(say("years.caption", { year: found.year }), found.whole), names, rows, "stack years"));
}

/* ---- remedies ---- */
function remedyRow({ row, line, remedy }) {
  const when = remedy.deadline ? official(remedy.deadline) : "–";
  return [[when], [cells.unitName(row.unit), cells.small(row.checklist.short_name)], lineName(line), remedy.action || say("remedies.noAction"), remedy.owner || say("remedies.noAction")];
}

export function remedies(box, found, day) {
  const { found: all, unplanned } = found.remedies;
  const names = heads("deadline", "unit", "line", "action", "owner");
  const boxes = Object.entries(tables.byDeadline(all, day)).filter((pair) => pair[1].length);
  const made = boxes.map(([kind, members]) => {
    const caption = say(`remedies.caption.${kind}`, { day: day ? official(day) : "" });
    const shown = table(`${caption}: ${members.length}`, names, members.map(remedyRow), "stack remedies");
    shown.dataset.box = kind;
    return shown;
  });
  box.replaceChildren(
    ...(unplanned ? [paragraph(say("remedies.unplanned", { count: unplanned }), "standing")] : []),
    ...(all.length ? made : [paragraph(say("remedies.none"))]));
}
