/* Hits as the theme shows them: groups of one page each, the page's own entry among them, words marked, bodies as tags. */

import { BARE } from "./query.js";

const GROUPS = 50;            // more than anybody scrolls through
const OPEN_IN_GROUP = 3;      // further hits of a page are folded
const TEASER = 260;

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Stretches of the field to mark, as places of its words [[first, last]...], and the start of the best phrase. */
function stretches(units, field) {
  if (!units || !units.length) return { marks: [], centre: 0 };
  const longest = units.reduce((best, unit) => (unit.value > best.value || (unit.value === best.value && unit.weight > best.weight) ? unit : best));
  // A word that stands in a phrase here is not marked where it stands alone.
  const inPhrase = new Set(units.filter((unit) => unit.tight || unit.to > unit.from).flatMap((unit) => [unit.from, unit.to]));
  const places = new Set();
  for (const unit of units)
    if (unit.tight || unit.to > unit.from || (!inPhrase.has(unit.from) && (unit.linked || unit.weight >= BARE || !inPhrase.size)))
      for (let place = unit.place; place <= unit.end; place++) places.add(place - field.start);
  const marks = [];
  for (const place of Array.from(places).sort((a, b) => a - b)) {
    const last = marks[marks.length - 1];
    if (last && last[1] === place - 1 && !/[.;:]/.test(field.text.slice(field.spans[place - 1][1], field.spans[place][0]))) last[1] = place;
    else marks.push([place, place]);
  }
  let first = longest;
  while (first.previous) first = first.previous;
  return { marks, centre: first.place - field.start };
}

/** The text with its marks; beyond `limit` letters only what stands around the best phrase. */
function teaser(field, { marks, centre }, limit = Infinity) {
  const { text, spans } = field;
  let from = 0, to = text.length;
  if (to > limit) {
    from = Math.max(0, Math.min((spans[centre] || [0])[0] - limit / 3, to - limit));
    from = from < 20 ? 0 : text.lastIndexOf(" ", from) + 1;
    to = from + limit >= to ? to : Math.max(text.lastIndexOf(" ", from + limit), from + 1);
  }
  let out = from ? "… " : "", at = from;
  for (const [first, last] of marks) {
    const start = spans[first][0], end = spans[last][1];
    if (start < from || end > to) continue;
    out += escaped(text.slice(at, start)) + "<mark>" + escaped(text.slice(start, end)) + "</mark>";
    at = end;
  }
  return out + escaped(text.slice(at, to)) + (to < text.length ? " …" : "");
}

/* What the theme passes to the page that opens: phrases as they stand in it. The theme joins them with spaces and splits
   them at config.separator, a semicolon; it turns hyphens into spaces, so no phrase may hold one. */
function phrases(field, { marks }, missing) {
  const found = new Set();
  for (const [first, last] of marks)
    for (const part of field.text.slice(field.spans[first][0], field.spans[last][1]).split(/\s*[;:*+~^-]\s*/))
      if (part) found.add(part.toLowerCase());
  const several = Array.from(found).filter((part) => part.includes(" "));
  const longest = (several.length ? several : Array.from(found)).sort((a, b) => b.length - a.length).slice(0, 8);
  const terms = {};
  longest.forEach((part, i) => { terms[i ? `; ${part}` : part] = true; });
  for (const word of missing) terms[escaped(word)] = false;
  return terms;
}

function item(index, hit, score) {
  const { doc, units, missing } = hit;
  const inText = stretches(units.text, doc.text_);
  return {
    location: doc.location, score,
    title: teaser(doc.title_, stretches(units.title, doc.title_)),
    text: teaser(doc.text_, inText, TEASER),
    terms: phrases(doc.text_, inText, missing),
    tags: tags(index, doc),
  };
}

function tags(index, doc) {
  const { kinds, bodies } = index.config;
  const shown = doc.kind === "text" ? [] : [`<b>${escaped((kinds.find(([kind]) => kind === doc.kind) || ["", doc.kind])[1])}</b>`];
  const names = (doc.bodies || []).map((number) => escaped(bodies[number].name));
  shown.push(...names.slice(0, 4));
  if (names.length > 4) shown.push(`và ${names.length - 4} nơi khác`);
  return shown;
}

export function results(index, hits) {
  const groups = new Map();
  for (const hit of hits) {
    const page = hit.doc.parent || hit.doc;
    if (!groups.has(page)) { if (groups.size === GROUPS) continue; groups.set(page, []); }
    groups.get(page).push(hit);
  }
  const top = hits.length ? Math.max(hits[0].score, 1) : 1;
  return Array.from(groups, ([page, group], place) => {
    // The theme opens what scores as much as the first of the group, and sorts by score when Enter is pressed.
    const best = top * 10 - place;
    const list = group.map((hit, i) => item(index, hit, i < OPEN_IN_GROUP && hit.score >= group[0].score * 0.5 ? best : best - 0.5));
    if (!group.some((hit) => hit.doc === page)) list.push({ location: page.location, score: 0, title: escaped(page.title), text: "", terms: list[0].terms });
    return list;
  });
}
