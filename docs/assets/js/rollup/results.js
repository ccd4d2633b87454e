/* The tables of results on the page. Shows what Phieu.figures and TongHop.tables found; works out nothing. */

import { official } from "../common/days.js";
import { cells as cellsOf, element } from "../common/page.js";
import { say } from "../words/rollup.js";
import { DASH, rangeOf } from "../record/figures.js";
import { heads, paragraph, table } from "./cells.js";
import * as cells from "./cells.js";
import * as register from "./register.js";
import * as tables from "./tables.js";

const MOST_RANKED = 15;
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
  const done = doneState(scale).label;
  const [shareOfAll] = cells.share({ ...whole, provisional: false });
  const words = say("standing.whole", {
    year: found.year,
    units: found.rows.length,
    final: inState("final"),
    draft: inState("draft"),
    excel: excel ? say("standing.excel", { excel }) : "",
    answered: cells.whole(whole.answered),
    lines: cells.whole(whole.lines),
    share: whole.share === null ? "" : say("standing.share", { done, share: shareOfAll }),
  });
  const range = { blank: cells.whole(whole.blank), ...rangeOf(whole) };
  const excluded = quoted(scale.states.filter((state) => state.excluded));
  const open = whole.provisional ? [element("strong", { textContent: say("standing.provisional", range) })] : [];
  const rule = say(excluded ? "standing.rule" : "standing.ruleAll", { done, excluded });
  box.replaceChildren(words, ...open, cells.small(rule));
  box.dataset.provisional = String(whole.provisional);
}

/* A row over all columns that names what follows. */
function kindRow(textContent, colSpan) {
  return element("tr", { className: "kind" }, element("th", { colSpan, scope: "colgroup", textContent }));
}

/* ---- unit × part ---- */
function unitRow(name, figures) {
  const answered = `${cells.whole(figures.all.answered)}/${cells.whole(figures.all.lines)}`;
  return [name, answered, ...[...figures.parts, figures.all].map(cells.shaded)];
}

export function units(box, found) {
  const { parts } = found.groups[0].checklist;
  const titles = parts.map((part) => `${part.number}. ${part.title}`);
  const names = [...heads("unit", "answered"), ...titles, say("head.whole")];
  const rows = found.groups.flatMap((group) => {
    const count = group.rows.length;
    const members = group.rows.map((row) => unitRow(cells.unitName(row.unit), row.figures));
    const together = cellsOf(unitRow(say("units.together", { count }), group.figures), names);
    const sum = count > 1 ? [element("tr", { className: "sum" }, ...together)] : [];
    return [kindRow(group.checklist.body_name, names.length), ...members, ...sum];
  });
  const words = say("units.caption", { year: found.year, done: doneState(found.scale).label });
  const caption = captioned(words, found.whole);
  box.replaceChildren(paragraph(say("band.legend")), table(caption, names, rows, "stack by-unit"));
}

/* ---- lines ---- */
function lineName(line) {
  return [line.task, cells.small(`${line.citation} · ${line.id}`)];
}

function lineHeads(scale) {
  const states = scale.states.map((state) => state.short || state.label);
  return [...heads("line", "spread", "undone"), ...states, ...heads("blank", "share")];
}

function lineRow({ line, tally }, scale) {
  const undone = say("ranking.undone", { undone: tally.undone, applicable: tally.applicable });
  const counts = [...scale.states.map((state) => tally.states[state.id]), tally.blank].map(String);
  return [lineName(line), cells.bar(tally), undone, ...counts, cells.share(tally)];
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
  const rows = tables.spread(group).flatMap((one, at, all) => {
    const isFirst = one.part !== all[at - 1]?.part;
    const head = isFirst ? [kindRow(`${one.part.number}. ${one.part.title}`, names.length)] : [];
    return [...head, lineRow(one, checklist.scale)];
  });
  const words = say("spread.caption", { year, body: checklist.body_name, count: group.rows.length });
  const caption = captioned(words, group.figures.all);
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
  const now = say("head.now", { year: found.year });
  const names = [...heads("unit", "body", "before"), now, ...heads("both", "gained", "lost")];
  const rows = found.years.map(({ row, year, figures, change }) => {
    const [words, ...rest] = cells.share(figures.all);
    const before = [say("years.before", { year, share: words }), ...rest];
    return [cells.unitName(row.unit), row.checklist.short_name, before, cells.share(row.figures.all),
      say("years.both", change), String(change.gained), String(change.lost)];
  });
  const caption = captioned(say("years.caption", { year: found.year }), found.whole);
  box.replaceChildren(paragraph(say("years.rule")), table(caption, names, rows, "stack years"));
}

/* ---- remedies ---- */
function remedyRow({ row, line, remedy }) {
  const when = remedy.deadline ? official(remedy.deadline) : DASH;
  const whose = [cells.unitName(row.unit), cells.small(row.checklist.short_name)];
  const [action, owner] = [remedy.action, remedy.owner].map((words) => words || say("remedies.noAction"));
  return [[when], whose, lineName(line), action, owner];
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
