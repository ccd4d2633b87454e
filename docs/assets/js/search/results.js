/* Hits as the theme shows them: groups of one page each, the page's own entry among them, words marked, bodies as
   tags. */

import { escaped } from "../common/xml.js";
import { BARE } from "./query.js";

const GROUPS = 50; // more than anybody scrolls through
const OPEN_IN_GROUP = 3; // further hits of a page are folded
const TEASER = 260;
const NEAR_START = 20; // letters that need not be cut off
const MOST_TERMS = 8;
const MOST_TAGS = 4;

/** Stretches of the field to mark, as places of its words [[first, last]...], and the start of the best phrase. */
function stretches(units, field) {
  if (!units || !units.length) return { marks: [], centre: 0 };
  const better = (one, other) => one.value > other.value || (one.value === other.value && one.weight > other.weight);
  let first = units.reduce((best, unit) => (better(unit, best) ? unit : best));
  while (first.previous) first = first.previous;
  return { marks: joined(marked(units, field), field), centre: first.place - field.start };
}

/** Places of the words to mark; a word that stands in a phrase here is not marked where it stands alone. */
function marked(units, field) {
  const isPhrase = (unit) => unit.tight || unit.to > unit.from;
  const inPhrase = new Set(units.filter(isPhrase).flatMap((unit) => [unit.from, unit.to]));
  const mayStandAlone = (unit) => unit.linked || unit.weight >= BARE || !inPhrase.size;
  const places = new Set();
  for (const unit of units) {
    if (!isPhrase(unit) && (inPhrase.has(unit.from) || !mayStandAlone(unit))) continue;
    for (let place = unit.place; place <= unit.end; place++) places.add(place - field.start);
  }
  return Array.from(places).sort((one, other) => one - other);
}

function joined(places, { text, spans }) {
  const marks = [];
  for (const place of places) {
    const last = marks[marks.length - 1];
    const follows = last && last[1] === place - 1 && !/[.;:]/.test(text.slice(spans[place - 1][1], spans[place][0]));
    if (follows) last[1] = place;
    else marks.push([place, place]);
  }
  return marks;
}

/** From where to where the text is shown: of at most `limit` letters, around the best phrase. */
function shownPart({ text, spans }, centre, limit) {
  const most = text.length;
  if (most <= limit) return [0, most];
  const [middle] = spans[centre] || [0];
  const start = Math.max(0, Math.min(middle - limit / 3, most - limit));
  const from = start < NEAR_START ? 0 : text.lastIndexOf(" ", start) + 1;
  return [from, from + limit >= most ? most : Math.max(text.lastIndexOf(" ", from + limit), from + 1)];
}

/** The text with its marks; beyond `limit` letters only what stands around the best phrase. */
function teaser(field, { marks, centre }, limit = Infinity) {
  const { text, spans } = field;
  const [from, to] = shownPart(field, centre, limit);
  const shown = (start, end) => escaped(text.slice(start, end));
  let out = from ? "… " : "";
  let at = from;
  for (const [first, last] of marks) {
    const [start] = spans[first];
    const [, end] = spans[last];
    if (start < from || end > to) continue;
    out += `${shown(at, start)}<mark>${shown(start, end)}</mark>`;
    at = end;
  }
  return out + shown(at, to) + (to < text.length ? " …" : "");
}

/* What the theme passes to the page that opens: phrases as they stand in it. The theme joins them with spaces and
   splits them at config.separator, a semicolon; it turns hyphens into spaces, so no phrase may hold one. */
function phrases({ text, spans }, { marks }, missing) {
  const found = new Set();
  for (const [first, last] of marks) {
    const parts = text.slice(spans[first][0], spans[last][1]).split(/\s*[;:*+~^-]\s*/);
    for (const part of parts) if (part) found.add(part.toLowerCase());
  }
  const several = Array.from(found).filter((part) => part.includes(" "));
  const longest = (several.length ? several : Array.from(found)).sort((one, other) => other.length - one.length);
  const terms = longest.slice(0, MOST_TERMS).map((part, i) => [i ? `; ${part}` : part, true]);
  return Object.fromEntries([...terms, ...missing.map((word) => [escaped(word), false])]);
}

function item(index, hit, score) {
  const { doc, units, missing } = hit;
  const inText = stretches(units.text, doc.text_);
  return {
    location: doc.location,
    score,
    title: teaser(doc.title_, stretches(units.title, doc.title_)),
    text: teaser(doc.text_, inText, TEASER),
    terms: phrases(doc.text_, inText, missing),
    tags: tags(index, doc),
  };
}

function tags({ config: { kinds, bodies } }, doc) {
  const [, kind] = kinds.find(([known]) => known === doc.kind) || ["", doc.kind];
  const names = (doc.bodies || []).map((number) => escaped(bodies[number].name));
  return [
    ...(doc.kind === "text" ? [] : [`<b>${escaped(kind)}</b>`]),
    ...names.slice(0, MOST_TAGS),
    ...(names.length > MOST_TAGS ? [`và ${names.length - MOST_TAGS} cơ quan khác`] : []),
  ];
}

/* The theme opens what scores as much as the first of the group (`best`). */
function shownGroup(index, page, hits, best) {
  const isOpen = (hit, i) => i < OPEN_IN_GROUP && hit.score >= hits[0].score * 0.5;
  const items = hits.map((hit, i) => item(index, hit, isOpen(hit, i) ? best : best - 0.5));
  if (hits.some((hit) => hit.doc === page)) return items;
  const own = { location: page.location, score: 0, title: escaped(page.title), text: "", terms: items[0].terms };
  return [...items, own];
}

export function results(index, hits) {
  const groups = new Map();
  for (const hit of hits) {
    const page = hit.doc.parent || hit.doc;
    if (groups.has(page)) groups.get(page).push(hit);
    else if (groups.size < GROUPS) groups.set(page, [hit]);
  }
  const top = hits.length ? Math.max(hits[0].score, 1) : 1;
  // The theme sorts groups by score when Enter is pressed.
  return Array.from(groups, ([page, group], place) => shownGroup(index, page, group, top * 10 - place));
}
