/* What the tables show, as data: for the page, the CSV and the JSON alike. Every number comes from record/figures.js.
   Pure. */

import { compareNames } from "../common/order.js";
import { countedOf, linesOf } from "../record/checklist.js";
import { across, compare as compareAnswers, together } from "../record/figures.js";
import * as register from "./register.js";

/** The units that count for `year`: [{unit, entry, answers, checklist, figures}], by kind of body, then by name. */
function rows(units, year, choices, checklists) {
  const order = [...checklists.keys()];
  return units
    .map((unit) => ({ unit, entry: register.counted(unit, year, choices) }))
    .filter((row) => row.entry)
    .map(({ unit, entry, entry: { checklist, figures, record } }) =>
      ({ unit, entry, checklist, figures, answers: record.answers }))
    .sort(({ unit: a }, { unit: b }) =>
      order.indexOf(a.body) - order.indexOf(b.body) || compareNames(a.name, b.name));
}

/** Units of one kind of body together: [{checklist, rows, figures: {parts, all}}]. */
function groups(given) {
  const found = new Map();
  for (const row of given) found.set(row.unit.body, [...(found.get(row.unit.body) || []), row]);
  return [...found.values()].map((members) => {
    const { checklist } = members[0];
    const inPart = (at) => together(members.map((row) => row.figures.parts[at]), checklist.scale);
    const parts = checklist.parts.map((part, at) => ({ id: part.id, ...inPart(at) }));
    return { checklist, rows: members, figures: { parts, all: whole(members, checklist.scale) } };
  });
}

/** All lines of `given` rows as one tally. */
function whole(given, scale) {
  return together(given.map((row) => row.figures.all), scale);
}

/** Each line of a group's checklist that counts, over its units: [{part, line, tally}]. */
export function spread(group) {
  const many = group.rows.map((row) => row.answers);
  return group.checklist.parts.flatMap((part) => countedOf(part)
    .map((line) => ({ part, line, tally: across(line.id, many, group.checklist.scale) })));
}

/** The lines that most units have not fully done, over all kinds of body: at most `most` of [{line, tally}]. */
export function ranking(found, scale, most) {
  const lines = new Map();
  for (const { line, tally } of found.flatMap(spread)) {
    const known = lines.get(line.id) || { line, tallies: [] };
    known.tallies.push(tally);
    lines.set(line.id, known);
  }
  return [...lines.values()]
    .map(({ line, tallies }) => ({ line, tally: together(tallies, scale) }))
    .filter((one) => one.tally.undone > 0)
    .sort((a, b) => b.tally.undone - a.tally.undone || Number(a.tally.share) - Number(b.tally.share)
      || (a.line.id < b.line.id ? -1 : 1))
    .slice(0, most);
}

/** Those of `given` rows that have an earlier year: [{row, year, entry, figures, change}], against the latest one. */
function earlier(given, year, choices) {
  return given.flatMap((row) => {
    const before = [...row.unit.years.keys()].filter((one) => one < year).sort((a, b) => b - a)[0];
    if (before === undefined) return [];
    const entry = register.counted(row.unit, before, choices);
    const codes = row.checklist.parts.flatMap(countedOf).map((line) => line.id);
    const change = compareAnswers(codes, entry.record.answers, row.answers, row.checklist.scale);
    return [{ row, year: before, entry, figures: entry.figures, change }];
  });
}

/** What units will do: [{row, line, remedy}] by deadline, those without one last, and how many lines lack one. */
function remedies(given) {
  const found = [];
  let unplanned = 0;
  for (const row of given) {
    const asks = new Set(row.checklist.scale.states.filter((state) => state.needs_remedy).map((state) => state.id));
    for (const line of linesOf(row.checklist)) {
      const answer = row.answers[line.id];
      if (answer && answer.remedy) found.push({ row, line, remedy: answer.remedy });
      else if (answer && !line.instead && asks.has(answer.state)) unplanned += 1;
    }
  }
  const when = ({ remedy }) => remedy.deadline || "9999-99-99";
  return { found: found.sort((a, b) => Number(when(a) > when(b)) - Number(when(a) < when(b))), unplanned };
}

/** `found` in boxes: overdue and ahead of `day` (dated without one), undated, done. On the day itself nothing is
    overdue. @returns {Record<string, any[]>} */
export function byDeadline(found, day) {
  const names = ["overdue", "ahead", "dated", "undated", "done"];
  return Object.fromEntries(names.map((name) => [name, found.filter(({ remedy }) => boxOf(remedy, day) === name)]));
}

export function boxOf(remedy, day) {
  if (remedy.done) return "done";
  if (!remedy.deadline) return "undated";
  if (!day) return "dated";
  return remedy.deadline < day ? "overdue" : "ahead";
}

/** Everything for one year. */
export function all(units, year, choices, checklists) {
  const { scale } = checklists.values().next().value;
  const found = rows(units, year, choices, checklists);
  return {
    year,
    scale,
    rows: found,
    groups: groups(found),
    whole: whole(found, scale),
    years: earlier(found, year, choices),
    remedies: remedies(found),
  };
}
