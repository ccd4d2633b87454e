/* A query against the index: which words of the text each typed word may be, which documents hold them together, how
   well. */

import { alikeTones, fold, near, nearStart, NUMBER_OF, OPTIONAL, spell, words, WORDS_OF } from "./letters.js";
import { gather } from "./lists.js";

const FIELD_WEIGHT = { title: 2, text: 1, context: 0.4 };
const KIND_WEIGHT = { text: 1, body: 0.65, term: 0.5 };
const OTHER_KIND = 0.4;
const HEADING = 0.4; // Chương, Mục: their words lead nowhere by themselves
const CONCERNED = 12; // rank of the provisions that bind or name a body, after those that are about it
const ENOUGH = 3; // documents with the phrase, so that those with its words scattered need not be shown
const WHOLE_PHRASE = 4; // all typed words in one phrase of the text
const LONGEST_NAME = 16; // words
const LOOSE_GAP = 2; // other words that may stand inside a phrase

/* How sure a match is. */
const EXACT = 1;
export const BARE = 0.9;
const BARE_AMONG_MARKED = 0.6;
const ALIKE = 0.85;
const NUMBER = 0.9;
const BEGUN = 0.5;
const TONE = 0.6;
const SLIP = 0.4;
const SLIP_OF_ONE_TONE = 0.45;
const NAME = 0.8;

/** The typed words: what they are, whether they must be found, whether the last may still go on. */
export function parse(index, text) {
  const source = text.normalize("NFC");
  const found = words(source).flatMap(([word, , end]) => {
    const months = /^(\d+)[tT]$/.exec(word);
    const open = !months && !/\s/.test(source.slice(end));
    return (months ? [months[1], "tháng"] : [word]).map((part) => [part, open]);
  });
  const typed = found.map(([word, open], place) => {
    const spelled = spell(word);
    const optional = isOptional(index, spelled);
    return { word, raw: fold(word), ...spelled, open, first: place === 0, optional, weak: false };
  });
  if (!typed.every((word) => word.optional)) return typed;
  return typed.map((word) => ({ ...word, optional: false, weak: true }));
}

const OPTIONAL_PLAIN = Array.from(new Set(Array.from(OPTIONAL, fold)));

function isOptional(index, word) {
  if (OPTIONAL.has(word.key)) return true;
  if (word.marked || !OPTIONAL_PLAIN.includes(word.plain)) return false;
  return (index.byPlain.get(word.plain) || []).every((entry) => OPTIONAL.has(entry.key));
}

/** Whether a word that may still go on may become one that need not be found. */
export function mayBeOptional(word) {
  return word.open && OPTIONAL_PLAIN.some((other) => other.startsWith(word.plain));
}

/** @typedef {{ loose?: boolean, partial?: boolean, within?: Set<unknown> | null }} Options */

/** What is asked. `optional`: which words need not be found; `before`: for each word, how far back the word before it
    in a phrase may be; `rarity`: how much each word tells, once its places are known.
    @param {Options} options */
function asked(typed, options) {
  const { loose = false, partial = false, within = null } = options;
  const n = typed.length;
  const optional = typed.map((word) => word.optional || (loose && n > 1 && mayBeOptional(word)));
  const before = typed.map((_, i) => {
    let reach = 1;
    while (i - reach > 0 && optional[i - reach]) reach++;
    return reach;
  });
  const allBare = !typed.some((word) => word.marked);
  return { typed, n, optional, before, allBare, rarity: new Float64Array(n), loose, partial, within };
}

const fitsTone = (word, entry) => !word.tone || word.tone === entry.tone;
const sameHead = (one, other) => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

/** The words of the text that a typed word may be: Map of entry -> [weight, doubt]; doubt is "", "tone" or "slip". */
function candidates(index, word, { loose, allBare }) {
  const found = new Map();
  const add = (entry, weight, doubt = "") => {
    if (entry && !(found.has(entry) && found.get(entry)[0] >= weight)) found.set(entry, [weight, doubt]);
  };
  addAsTyped(index, word, allBare, add);
  if (word.open) addBegun(index, word, loose, add);
  if (loose && !/\d/.test(word.plain)) addDoubtful(index, word, add);
  return found;
}

function addAsTyped(index, word, allBare, add) {
  add(index.byKey.get(word.key), EXACT);
  for (const entry of index.byPlain.get(word.plain) || []) {
    if (!word.marked) add(entry, allBare ? BARE : BARE_AMONG_MARKED);
    else if (entry.letters === word.letters && alikeTones(entry.tone, word.tone)) add(entry, ALIKE);
  }
  if (NUMBER_OF.has(word.key)) add(index.byKey.get(NUMBER_OF.get(word.key)), NUMBER);
  if (WORDS_OF.has(word.plain)) add(index.byKey.get(WORDS_OF.get(word.plain)), NUMBER);
}

function addBegun(index, word, loose, add) {
  const isRight = (entry) => !word.marked || (fitsTone(word, entry) && entry.letters.startsWith(word.letters));
  for (const entry of Array.from(new Set([word.raw, word.plain])).flatMap((start) => index.starting(start))) {
    if (isRight(entry)) add(entry, BEGUN);
    else if (loose) add(entry, BEGUN * TONE, "tone");
  }
}

function addDoubtful(index, word, add) {
  for (const entry of index.byPlain.get(word.plain) || []) add(entry, TONE, "tone");
  if (word.plain.length < 2) return;
  const sure = (entry) => (entry.tone === word.tone ? SLIP_OF_ONE_TONE : SLIP);
  const alike = (index.bySound.get(word.sound) || []).filter((entry) => !word.marked || entry.tone === word.tone);
  for (const entry of alike) add(entry, sure(entry), "slip");
  for (const entry of index.vocabulary) {
    if (isSlip(word, entry)) add(entry, sure(entry), "slip");
    else if (word.open && isSlipBegun(word, entry)) add(entry, BEGUN * SLIP, "slip");
  }
}

/* One slip in a word typed with its marks leaves the other marks right: "bóng" is no "công". */
function isSlip(word, entry) {
  if (word.plain.length < 3 || entry.plain.length < 2) return false;
  if (word.marked) return near(word.key, entry.key);
  return near(word.plain, entry.plain) && (!word.first || sameHead(word.plain, entry.plain));
}

function isSlipBegun(word, entry) {
  if (word.marked) return fitsTone(word, entry) && nearStart(word.letters, entry.letters);
  return nearStart(word.plain, entry.plain) && (!word.first || sameHead(word.plain, entry.plain));
}

/** Documents that hold the typed words, best first. `loose`: slips and wrong tones too; `partial`: all but a fifth of a
    long question; `within`: only these documents. A hit is `tight` if each word stands next to one that is typed next
    to it.
    @param {Options} options */
export function match(index, typed, options = {}) {
  if (!typed.length) return [];
  const question = asked(typed, options);
  const units = unitsOf(index, question);
  const links = linksOf(index, question, units);
  const found = new Map();
  const hitOf = (doc) => {
    if (!found.has(doc)) found.set(doc, emptyHit(doc, question.n));
    return found.get(doc);
  };
  countUnits(question, units, hitOf);
  countLinks(question, links, hitOf);
  const hits = Array.from(found.values()).filter((hit) => isAccepted(hit, question));
  hits.forEach((hit) => weigh(hit, question));
  const order = (one, other) => other.score - one.score || one.doc.number - other.doc.number;
  return withDefinition(relevant(hits, question).sort(order));
}

/** Typed words that stand at places of the text. What it is in a phrase shows later: `value` and `length` of the best
    that it ends with `previous`, whether it is `linked`, `tight`, next `after` another or `followed` by one. */
function newUnit([from, to], [place, end], weight, doubt) {
  const length = to - from + 1;
  return {
    from, to, place, end, weight, doubt, value: 0, length, previous: null,
    linked: false, tight: false, after: false, followed: false,
  };
}

/** Field -> its units: where in it words stand that the typed ones may be. */
function unitsOf(index, question) {
  const units = new Map();
  question.typed.forEach((word, i) => {
    let documents = 0;
    for (const [entry, [weight, doubt]] of candidates(index, word, question)) {
      if (!doubt) documents += entry.documents;
      for (const place of entry.places) {
        gather(units, index.fieldAt[place], newUnit([i, i], [place, place], weight, doubt));
      }
    }
    const rarity = Math.log(1 + index.docs.length / (1 + documents));
    question.rarity[i] = rarity * (word.optional ? 0.3 : 1) + 0.1;
  });
  return units;
}

/** Document -> its links: names among the typed words that it answers for. Where it says them joins its `units`. */
function linksOf(index, { typed, loose }, units) {
  const links = new Map();
  for (const { from, to, name, whole, begun } of index.names.in(typed, loose)) {
    const weight = begun ? NAME * BEGUN : NAME;
    for (const [place, length] of index.names.places(name)) {
      gather(units, index.fieldAt[place], newUnit([from, to], [place, place + length - 1], weight, ""));
    }
    name.docs.forEach((number, rank) => {
      gather(links, index.docs[number], { from, to, rank, exact: whole && !begun, weight });
    });
    for (const doc of index.concerning(name.body)) {
      const isKnown = links.get(doc)?.some((other) => other.from === from && other.to === to);
      if (!isKnown) gather(links, doc, { from, to, rank: CONCERNED, exact: false, weight: weight * BEGUN });
    }
  }
  return links;
}

/** What a document holds. For each word: `best` as weighed, `sure` as matched, `firm` not by chance, `close` to
    another. `own`: by itself, not only by the title of its page. */
function emptyHit(doc, n) {
  const zeros = () => new Float64Array(n);
  return { doc, own: false, best: zeros(), sure: zeros(), firm: zeros(), close: zeros(), score: 0, units: {} };
}

/* The title of a page counts for what stands on the page too, as context. */
function countUnits(question, units, hitOf) {
  const { within } = question;
  for (const [field, all] of units) {
    const { doc, name } = field;
    if (within && !within.has(doc) && !doc.children.length) continue;
    const phrases = chain(all, question);
    if (!phrases.units.length) continue;
    countField(question, hitOf(doc), name, field, phrases);
    const below = name === "title" ? doc.children : [];
    for (const child of below) countField(question, hitOf(child), "context", field, phrases);
  }
}

function countField({ n }, hit, name, field, { units, value, covered }) {
  const weight = FIELD_WEIGHT[name];
  if (name !== "context") {
    hit.own = true;
    hit.units[name] = units;
  }
  for (const unit of units) countUnit(hit, unit, weight, name === "title");
  hit.score += weight * 2 * value * (covered >= n ? 2 : 1);
  if (name === "text" && covered >= n && n > 1) hit.score += WHOLE_PHRASE;
  if (name === "title" && covered) hit.score += weight * covered / n * covered / Math.max(field.length, 1);
}

function countUnit(hit, unit, weight, inTitle) {
  const isName = unit.to > unit.from;
  const isFirm = unit.linked || isName || (inTitle && unit.weight >= ALIKE);
  for (let i = unit.from; i <= unit.to; i++) {
    hit.best[i] = Math.max(hit.best[i], unit.weight * weight);
    hit.sure[i] = Math.max(hit.sure[i], unit.weight);
    if (isFirm) hit.firm[i] = 1;
    if (unit.tight || isName) hit.close[i] = 1;
  }
}

function countLinks({ rarity }, links, hitOf) {
  for (const [doc, all] of links) {
    const hit = hitOf(doc);
    hit.own = true;
    for (const link of all) countLink(hit, link, rarity);
  }
}

function countLink(hit, { from, to, rank, exact, weight }, rarity) {
  if (exact && hit.doc.kind === "term") hit.defined = true;
  let sum = 0;
  for (let i = from; i <= to; i++) {
    hit.best[i] = Math.max(hit.best[i], weight);
    hit.sure[i] = Math.max(hit.sure[i], weight);
    hit.firm[i] = 1;
    hit.close[i] = 1;
    sum += rarity[i];
  }
  hit.score += sum * weight * Math.max(1 - rank * 0.06, 0.1) + (exact ? Math.max(30 - 5 * rank, 5) : 0);
}

/* Tell `check` of each two units that may stand in one phrase, the later one first, and whether nothing is between. */
function eachPair(units, before, check) {
  if (before.length === 1) return;
  const ended = before.map(() => []); // word -> units that end with it, in order of their places
  for (const unit of units) {
    for (let word = unit.from - 1; word >= 0 && word >= unit.from - before[unit.from]; word--) {
      const far = unit.from - word;
      for (let p = ended[word].length - 1; p >= 0; p--) {
        const previous = ended[word][p];
        const distance = unit.place - previous.end;
        if (unit.place - previous.place > far + LOOSE_GAP + LONGEST_NAME) break;
        if (distance >= 1 && distance <= far + LOOSE_GAP) check(unit, previous, distance <= far);
      }
    }
    ended[unit.to].push(unit);
  }
}

/* Units of one field that count, linked into phrases; the value of the best phrase, the typed words in the longest. */
function chain(all, { n, before, rarity }) {
  all.sort((one, other) => one.place - other.place || one.from - other.from);
  const units = undoubted(all, n, before);
  eachPair(units, before, (unit, previous, tight) => {
    unit.linked = true;
    previous.linked = true;
    unit.tight ||= tight;
    previous.tight ||= tight;
    const rare = (rarity[unit.from] + rarity[previous.to]) / 2;
    const value = previous.value + rare * Math.min(unit.weight, previous.weight) * (tight ? 1 : 0.35);
    if (value <= unit.value) return;
    unit.value = value;
    unit.previous = previous;
    unit.length = previous.length + unit.to - unit.from + 1;
  });
  const most = (key) => units.reduce((best, unit) => Math.max(best, unit[key]), 0);
  return { units, value: most("value"), covered: most("length") };
}

/* A doubtful unit counts only next to another: "trân" is "trận" after "mặt", but "lương" is not any "lượng". Conditions
   look at neighbours only, never at the number of words typed: what holds for a query holds for its beginning, so a
   list is never empty while a query that finds something is being typed. */
function undoubted(units, n, before) {
  if (!units.some((unit) => unit.doubt)) return units;
  eachPair(units, before, (unit, previous, tight) => {
    unit.after ||= tight;
    previous.followed ||= tight;
  });
  return units.filter((unit) => {
    if (!unit.doubt || unit.after) return true;
    if (unit.doubt === "tone") return unit.followed || unit.to === n - 1;
    return unit.from === 0 && (unit.followed || n === 1);
  });
}

/* Few words may stand alone (their neighbours in the query elsewhere in the text), fewest where no marks say which word
   it is; and only a long question may have a word that is not there. Asked of every beginning of the query, its last
   word left out: that one may still go on. */
function isAccepted(hit, question) {
  const { within } = question;
  if (!hit.own || (within && !within.has(hit.doc))) return false;
  let required = 0;
  let alone = 0;
  let missing = 0;
  let isLastThere = true;
  for (let i = 0; i < question.n; i++) {
    if (question.optional[i]) continue;
    if (tooLoose(question, required, alone, missing)) return false;
    required++;
    isLastThere = hit.best[i] > 0;
    missing += Number(!isLastThere);
    alone += Number(isLastThere && !hit.firm[i]);
  }
  return isLastThere || (question.partial && required >= 5);
}

/* Whether of the words `before` one so many stand `alone` or are `missing` that it need not be looked at. */
function tooLoose({ allBare, partial }, before, alone, missing) {
  if (missing > (partial ? Math.floor(before / 5) : 0)) return true;
  return before >= 2 && alone > (allBare ? before / 3 : (before + 1) / 2);
}

function weigh(hit, { typed, n, optional, rarity }) {
  const { doc, best, sure, close } = hit;
  for (let i = 0; i < n; i++) hit.score += best[i] * rarity[i];
  hit.score *= doc.heading ? HEADING : KIND_WEIGHT[doc.kind] || OTHER_KIND;
  hit.missing = typed.filter((_, i) => !best[i] && !optional[i]).map((word) => word.word);
  hit.tight = sure.every((weight, i) => optional[i] || (weight && (close[i] || n === 1)));
}

/* Once enough documents hold the words as typed, those that hold them scattered or merely begun are noise. Among slips
   nothing is as typed: a page with "bằng" somewhere must not hide those with the "giao ban" that "giao bang" means. */
function relevant(hits, { n, loose }) {
  const least = loose ? 0 : BEGUN;
  const whole = hits.filter((hit) => hit.tight && hit.sure[n - 1] > least);
  if (!whole.length) return hits;
  if (whole.length >= ENOUGH) return whole;
  return hits.filter((hit) => !hit.sure[n - 1] || hit.sure[n - 1] > least);
}

/* The definition of exactly what was typed comes third at the latest: after the main place in the text and a body's
   page. */
function withDefinition(hits) {
  const at = hits.findIndex((hit) => hit.defined);
  if (at > 2) hits.splice(2, 0, ...hits.splice(at, 1));
  return hits;
}
