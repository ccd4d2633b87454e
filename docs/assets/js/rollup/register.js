/* The register: which files are of which unit and year, which one of them counts, who is missing. Pure. */

import { nameKey } from "../common/names.js";

const PLACE = ["commune", "district", "province"];
function placeOf(entry) {
  return PLACE.map((key) => nameKey(entry.record.unit[key]));
}

/* Places agree where neither says something else; a blank contradicts nothing. */
function agree(a, b) {
  return a.every((words, at) => !words || !b[at] || words === b[at]);
}

/** The units behind `entries` (files that were read): [{key, body, name, years: Map(year -> entries)}].
    One unit: the same kind of body, the same name, places that do not contradict each other. */
export function units(entries) {
  const found = new Map();
  const filled = (entry) => placeOf(entry).filter(Boolean).length;
  for (const entry of [...entries].sort((a, b) => filled(b) - filled(a))) {
    const named = `${entry.record.body}|${nameKey(entry.record.unit.name)}`;
    const same = found.get(named) || [];
    found.set(named, same);
    const { body, year, unit: { name } } = entry.record;
    const place = placeOf(entry);
    let unit = same.find((one) => agree(one.place, place));
    if (!unit) {
      unit = { key: `${named}|${same.length}`, body, name: name.trim(), place, years: new Map() };
      same.push(unit);
    }
    unit.years.set(year, [...(unit.years.get(year) || []), entry]);
  }
  return [...found.values()].flat();
}

/* Final before draft, then the later one; the revision decides where the times are equal. */
function better(a, b) {
  const [one, other] = [a.record, b.record];
  return Number(other.final) - Number(one.final) || Date.parse(other.saved) - Date.parse(one.saved)
    || other.revision - one.revision;
}

/** The file of `unit` that counts for `year`: the reader's choice, or the final one that was saved last; null if
    none. */
export function counted(unit, year, choices) {
  const entries = [...(unit.years.get(year) || [])].sort(better);
  return entries.find((entry) => choices.get(choiceKey(unit, year)) === entry.sha256) || entries[0] || null;
}

/** "final", "draft", or "excel": a workbook does not say which. */
export function stateOf(entry) {
  if (entry.isExcel) return "excel";
  return entry.record.final ? "final" : "draft";
}

export function choiceKey(unit, year) {
  return `${unit.key}|${year}`;
}

/** Units with more than one file for a year: [{unit, year, entries}], the one that would count first. */
export function doubles(all) {
  return all.flatMap((unit) => [...unit.years].filter((pair) => pair[1].length > 1)
    .map(([year, entries]) => ({ unit, year, entries: [...entries].sort(better) })));
}

/** The years that any file is about, latest first. */
export function years(all) {
  return [...new Set(all.flatMap((unit) => [...unit.years.keys()]))].sort((a, b) => b - a);
}

/** The names of a list of expected units: one a line, the first column of what was pasted, each once. */
export function names(text) {
  const found = new Map();
  for (const line of text.split(/\r\n?|\n/)) {
    const name = line.split("\t")[0].replace(/\s+/g, " ").trim();
    if (name && !found.has(nameKey(name))) found.set(nameKey(name), name);
  }
  return [...found.values()];
}

/** Who of `expected` has no file for `year`, and which units are not expected. */
export function missing(expected, all, year) {
  const present = all.filter((unit) => unit.years.has(year));
  const there = new Set(present.map((unit) => nameKey(unit.name)));
  const asked = new Set(expected.map(nameKey));
  return {
    missing: expected.filter((name) => !there.has(nameKey(name))),
    extra: present.filter((unit) => !asked.has(nameKey(unit.name))),
  };
}
