/* The order in which a query is understood: as a citation, as typed, as typed with the keyboard program off, with
   slips. */

import { citation, cited, CODES } from "./citations.js";
import { decoded, fold, near } from "./letters.js";
import { match, mayBeOptional, parse } from "./query.js";

const LOOSER = [{ loose: true }, { loose: true, partial: true }];
const OF_A_CITATION = 100; // score of what is cited, beside that of words
const OF_A_NUMBER = 50; // the most that words are worth beside a mere number

const isTight = (hits) => hits.length > 0 && hits[0].tight;

/** The first of `ways` that finds anything, tried one after the other; none if none does. */
function firstFound(ways, find) {
  for (const way of ways) {
    const hits = find(way);
    if (hits.length) return hits;
  }
  return [];
}

export function search(index, text, meant = decoded(text)) {
  const reference = citation(text);
  const byNumber = reference ? byCitation(index, text, reference) : [];
  if (byNumber.length) return byNumber;
  const typed = parse(index, text);
  if (!typed.length) return [];
  const plain = match(index, typed);
  if (isTight(plain)) return plain;
  const typedOff = meant === text ? [] : parse(index, meant);
  const inMeant = asMeant(index, meant, typedOff);
  if (isTight(inMeant)) return inMeant;
  const inEither = (options) => firstFound([typed, typedOff], (words) => match(index, words, options));
  const loose = firstFound(LOOSER, inEither);
  if (loose.length) return loose;
  // Only "ai", "thế nào", or their beginning: nothing to look for yet.
  return typed.every((word) => word.weak || mayBeOptional(word)) ? contents(index) : [];
}

function asMeant(index, meant, typed) {
  if (!typed.length) return [];
  return citation(meant) ? search(index, meant, meant) : match(index, typed);
}

/** The list of contents: the pages of the text, in order. */
function contents(index) {
  return index.docs.filter((doc) => doc.id && !doc.parent).map((doc) => plainHit(doc, 0));
}

export function plainHit(doc, score, missing = []) {
  return { doc, score, units: {}, missing, tight: true };
}

function byCitation(index, text, { groups, rest, bare, open }) {
  const { grades, missing } = citedDocuments(index, text, { groups, bare, open });
  if (!grades.size) return [];
  const hitsWith = (lacking) => Array.from(grades, ([doc, grade]) =>
    plainHit(doc, OF_A_CITATION * grade - doc.number / 1000, lacking)).sort((one, other) => other.score - one.score);
  if (bare) {
    const words = match(index, parse(index, text)).filter((hit) => !grades.has(hit.doc));
    const among = words.map((hit) => ({ ...hit, score: Math.min(hit.score, OF_A_NUMBER) }));
    return [...hitsWith(missing).filter((hit) => hit.score > OF_A_NUMBER), ...among];
  }
  const typed = parse(index, rest).filter((word) => !word.weak);
  const isUnfinished = Array.from(CODES.keys()).some((word) => word.startsWith(fold(rest)));
  if (!typed.length || isUnfinished) return hitsWith(missing);
  const within = new Set(grades.keys());
  const inside = firstFound([{ within }, { within, loose: true }], (options) => match(index, typed, options));
  return inside.length ? inside : hitsWith([...missing, rest]);
}

/** Document -> how well it is what is cited. "khoản 9 điều 5": there is no khoản 9, but there is a Điều 5. */
function citedDocuments(index, text, { groups, bare, open }) {
  const grades = gradesOf(index, groups, open);
  const coarse = groups[0].filter(([code]) => code === "d");
  const isCoarser = !bare && groups.length === 1 && groups[0].length > 1 && coarse.length > 0;
  if (grades.size || !isCoarser) return { grades, missing: [] };
  return { grades: gradesOf(index, [coarse], false), missing: [text.trim()] };
}

function gradesOf(index, groups, open) {
  const grades = new Map();
  for (const doc of index.docs) {
    const grade = Math.max(...groups.map((steps) => cited(doc, steps, open)));
    if (grade) grades.set(doc, grade);
  }
  return grades;
}

/** A phrase of the text near a query that found nothing: its slips mended further, or the longest part of it that is
    there. */
export function suggestion(index, text) {
  const typed = parse(index, text).map((word) => ({ ...word, open: false }));
  const mended = typed.map((word) => mend(index, word));
  for (let length = typed.length; length >= 2 && length * 2 >= typed.length; length--) {
    const starts = Array.from({ length: typed.length - length + 1 }, (_, from) => from);
    const parts = [mended, typed].flatMap((words) => starts.map((from) => words.slice(from, from + length)));
    const found = parts.find((part) => stands(index, part));
    if (found) return found.map((word) => word.word).join(" ");
  }
  return "";
}

function stands(index, part) {
  return part.filter((word) => !word.optional).length > 1 && index.phrase(part.map((word) => word.key)).length > 0;
}

/** `word` as the commonest word of the text that it may be a slip of. */
function mend(index, word) {
  if (word.optional || /\d/.test(word.plain) || index.byKey.has(word.key)) return word;
  const isNear = (entry) => entry.plain.length > 1 && near(entry.plain, word.plain);
  const close = index.byPlain.get(word.plain) || index.vocabulary.filter(isNear);
  if (!close.length) return word;
  const commonest = close.reduce((best, entry) => (entry.documents > best.documents ? entry : best));
  return { ...commonest, word: index.writtenAt(commonest.places[0]).toLowerCase() };
}
