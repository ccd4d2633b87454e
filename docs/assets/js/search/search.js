/* The order in which a query is understood: as a citation, as typed, as typed with the keyboard program off, with slips. */

import { citation, cited, STEP_WORDS } from "./citations.js";
import { decoded, fold, near } from "./letters.js";
import { match, OPTIONAL_PLAIN, parse } from "./query.js";

export function search(index, text, depth = 0) {
  const reference = citation(text);
  if (reference) {
    const hits = byCitation(index, text, reference);
    if (hits.length) return hits;
  }
  const typed = parse(index, text);
  if (!typed.length) return [];
  const plain = match(index, typed);
  if (plain.length && plain[0].tight) return plain;
  const meant = depth ? text : decoded(text);
  if (meant !== text) {
    const hits = citation(meant) ? search(index, meant, 1) : match(index, parse(index, meant));
    if (hits.length && hits[0].tight) return hits;
  }
  for (const options of [{ loose: true }, { loose: true, partial: true }]) {
    const hits = match(index, typed, options);
    if (hits.length) return hits;
    if (meant !== text) {
      const other = match(index, parse(index, meant), options);
      if (other.length) return other;
    }
  }
  // Only "ai", "thế nào", or their beginning: nothing to look for yet.
  return typed.every((word) => word.weak || (word.open && Array.from(OPTIONAL_PLAIN).some((other) => other.startsWith(word.plain)))) ? contents(index) : [];
}

/** The list of contents: the pages of the text, in order. */
function contents(index) {
  return index.docs.filter((doc) => doc.id && !doc.parent).map((doc) => plainHit(doc, 0));
}

export function plainHit(doc, score, missing = []) {
  return { doc, score, units: {}, missing, tight: true };
}

function byCitation(index, text, { groups, rest, bare, open }) {
  let missing = [];
  let grades = gradesOf(index, groups, open);
  if (!grades.size && groups.length === 1 && groups[0].length > 1 && !bare) {
    // "khoản 9 điều 5": there is no khoản 9, but there is a Điều 5
    const coarse = groups[0].filter(([code]) => code === "d");
    if (coarse.length) { grades = gradesOf(index, [coarse], false); missing = [text.trim()]; }
  }
  if (!grades.size) return [];
  const hits = () => Array.from(grades, ([doc, grade]) => plainHit(doc, 100 * grade - doc.number / 1000, missing)).sort((a, b) => b.score - a.score);
  if (bare) {
    const words = match(index, parse(index, text)).filter((hit) => !grades.has(hit.doc));
    return [...hits().filter((hit) => hit.score > 50), ...words.map((hit) => ({ ...hit, score: Math.min(hit.score, 50) }))];
  }
  const typed = parse(index, rest).filter((word) => !word.weak);
  const unfinished = STEP_WORDS.some(([word]) => word.startsWith(fold(rest)));
  if (!typed.length || unfinished) return hits();
  const within = new Set(grades.keys());
  for (const options of [{ within }, { within, loose: true }]) {
    const found = match(index, typed, options);
    if (found.length) return found;
  }
  missing = [...missing, rest];
  return hits();
}

function gradesOf(index, groups, open) {
  const grades = new Map();
  for (const doc of index.docs)
    for (const steps of groups) {
      const grade = cited(doc, steps, open);
      if (grade > (grades.get(doc) || 0)) grades.set(doc, grade);
    }
  return grades;
}

/** A phrase of the text near a query that found nothing: its slips mended further, or the longest part of it that is there. */
export function suggestion(index, text) {
  const typed = parse(index, text).map((word) => ({ ...word, open: false }));
  const stands = (part) => part.filter((word) => !word.optional).length > 1 && index.phrase(part.map((word) => word.key)).length > 0;
  const mended = typed.map((word) => {
    if (word.optional || /\d/.test(word.plain) || index.byKey.has(word.key)) return word;
    const close = (index.byPlain.get(word.plain) || index.vocabulary.filter((entry) => entry.plain.length > 1 && near(entry.plain, word.plain))).slice();
    close.sort((a, b) => b.documents - a.documents);
    return close.length ? { ...close[0], word: written(index, close[0]) } : word;
  });
  for (let length = typed.length; length >= 2 && length * 2 >= typed.length; length--)
    for (const words of [mended, typed])
      for (let from = 0; from + length <= typed.length; from++) {
        const part = words.slice(from, from + length);
        if (stands(part)) return part.map((word) => word.word).join(" ");
      }
  return "";
}

function written(index, entry) {
  return index.writtenAt(entry.places[0]).toLowerCase();
}
