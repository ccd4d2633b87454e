/* A query against the index: which words of the text each typed word may be, which documents hold them together, how well. */

import { alikeTones, fold, near, nearStart, NUMBER_OF, OPTIONAL, spell, words, WORDS_OF } from "./letters.js";

const FIELD_WEIGHT = { title: 2, text: 1, context: 0.4 };
const KIND_WEIGHT = { text: 1, body: 0.65, term: 0.5 };
const OTHER_KIND = 0.4;
const HEADING = 0.4;          // Chương, Mục: their words lead nowhere by themselves
const CONCERNED = 12;         // rank of the provisions that bind or name a body, after those that are about it
const ENOUGH = 3;             // documents with the phrase, so that those with its words scattered need not be shown
const WHOLE_PHRASE = 4;       // all typed words in one phrase of the text
const LONGEST_NAME = 16;      // words
const LOOSE_GAP = 2;          // other words that may stand inside a phrase

/* How sure a match is. */
const EXACT = 1;
export const BARE = 0.9;
const BARE_AMONG_MARKED = 0.6;
const ALIKE = 0.85;
const NUMBER = 0.9;
const BEGUN = 0.5;
const TONE = 0.6;
const SLIP = 0.4;
const NAME = 0.8;

/* The typed words: what they are, whether they must be found, whether the last may still go on. */
export function parse(index, text) {
  const typed = [];
  const source = text.normalize("NFC");
  for (const [word, , end] of words(source)) {
    const months = /^(\d+)[tT]$/.exec(word);
    for (const part of months ? [months[1], "tháng"] : [word])
      typed.push({ word: part, raw: fold(part), ...spell(part), open: !months && !/\s/.test(source.slice(end)) });
  }
  if (typed.length) typed[0].first = true;
  for (const word of typed) word.optional = isOptional(index, word);
  if (typed.every((word) => word.optional)) typed.forEach((word) => { word.optional = false; word.weak = true; });
  return typed;
}

export const OPTIONAL_PLAIN = new Set(Array.from(OPTIONAL, (key) => fold(key)));

function isOptional(index, word) {
  if (OPTIONAL.has(word.key)) return true;
  return !word.marked && OPTIONAL_PLAIN.has(word.plain) && (index.byPlain.get(word.plain) || []).every((entry) => OPTIONAL.has(entry.key));
}

/** The words of the text that a typed word may be: Map of entry -> [weight, doubt]; doubt is "", "tone" or "slip". */
function candidates(index, word, loose, allBare) {
  const found = new Map();
  const add = (entry, weight, doubt = "") => { if (entry && !(found.has(entry) && found.get(entry)[0] >= weight)) found.set(entry, [weight, doubt]); };
  const same = index.byPlain.get(word.plain) || [];
  add(index.byKey.get(word.key), EXACT);
  for (const entry of same)
    if (!word.marked) add(entry, allBare ? BARE : BARE_AMONG_MARKED);
    else if (entry.letters === word.letters && alikeTones(entry.tone, word.tone)) add(entry, ALIKE);
  if (NUMBER_OF.has(word.key)) add(index.byKey.get(NUMBER_OF.get(word.key)), NUMBER);
  if (WORDS_OF.has(word.plain)) add(index.byKey.get(WORDS_OF.get(word.plain)), NUMBER);
  const digits = /\d/.test(word.plain);
  if (word.open)
    for (const start of new Set([word.raw, word.plain]))
      for (const entry of index.starting(start)) {
        const right = !word.marked || ((!word.tone || word.tone === entry.tone) && entry.letters.startsWith(word.letters));
        if (right) add(entry, BEGUN);
        else if (loose) add(entry, BEGUN * TONE, "tone");
      }
  if (!loose || digits) return found;
  for (const entry of same) add(entry, TONE, "tone");
  if (word.plain.length < 2) return found;
  const sure = (entry) => SLIP + (entry.tone === word.tone ? 0.05 : 0);
  for (const entry of index.bySound.get(word.sound) || []) if (!word.marked || entry.tone === word.tone) add(entry, sure(entry), "slip");
  for (const entry of index.vocabulary)
    if (slipped(word, entry)) add(entry, sure(entry), "slip");
    else if (word.open && slippedStart(word, entry)) add(entry, BEGUN * SLIP, "slip");
  return found;
}

/* One slip in a word typed with its marks leaves the other marks right: "bóng" is no "công". */
function slipped(word, entry) {
  if (word.plain.length < 3 || entry.plain.length < 2) return false;
  return word.marked ? near(word.key, entry.key) : near(word.plain, entry.plain) && (!word.first || sameHead(word.plain, entry.plain));
}

function slippedStart(word, entry) {
  if (word.marked) return (!word.tone || word.tone === entry.tone) && nearStart(word.letters, entry.letters);
  return nearStart(word.plain, entry.plain) && (!word.first || sameHead(word.plain, entry.plain));
}

function sameHead(a, b) {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** Documents that hold the typed words, best first. `loose`: slips and wrong tones too; `partial`: all but a fifth of a long
    question; `within`: only these documents. A hit is `tight` if each word stands next to one that is typed next to it. */
export function match(index, typed, { loose = false, partial = false, within = null } = {}) {
  if (!typed.length) return [];
  const n = typed.length;
  const allBare = !typed.some((word) => word.marked);
  const optional = typed.map((word) => word.optional || (loose && word.open && n > 1 && Array.from(OPTIONAL_PLAIN).some((other) => other.startsWith(word.plain))));
  const byField = new Map(), rarity = new Float64Array(n);
  const put = (unit) => {
    const field = index.fieldAt[unit.place];
    byField.has(field) ? byField.get(field).push(unit) : byField.set(field, [unit]);
  };
  typed.forEach((word, i) => {
    let places = 0;
    for (const [entry, [weight, doubt]] of candidates(index, word, loose, allBare)) {
      if (!doubt) places += entry.documents;
      for (const place of entry.places) put({ from: i, to: i, place, end: place, weight, doubt });
    }
    rarity[i] = Math.log(1 + index.docs.length / (1 + places)) * (word.optional ? 0.3 : 1) + 0.1;
  });
  const linked = new Map();             // doc -> [{ from, to, rank, whole, begun }]
  for (const { from, to, name, whole, begun } of index.names.in(typed, loose)) {
    const weight = begun ? NAME * BEGUN : NAME;
    for (const [place, length] of index.names.places(name)) put({ from, to, place, end: place + length - 1, weight, doubt: "" });
    name.docs.forEach((number, rank) => {
      const doc = index.docs[number], link = { from, to, rank, whole, begun, weight };
      linked.has(doc) ? linked.get(doc).push(link) : linked.set(doc, [link]);
    });
    for (const doc of index.concerning(name.body)) {
      const link = { from, to, rank: CONCERNED, whole: false, begun, weight: weight * BEGUN };
      if (linked.has(doc)) { if (!linked.get(doc).some((other) => other.from === from && other.to === to)) linked.get(doc).push(link); } else linked.set(doc, [link]);
    }
  }
  const before = typed.map((_, i) => { // for each word, how far back the word before it in a phrase may be
    let reach = 1;
    while (i - reach > 0 && optional[i - reach]) reach++;
    return reach;
  });

  const found = new Map();
  const seen = (doc) => {
    if (!found.has(doc)) found.set(doc, { doc, own: false, best: new Float64Array(n), sure: new Float64Array(n), firm: new Uint8Array(n), close: new Uint8Array(n), score: 0, units: {} });
    return found.get(doc);
  };
  for (const [field, units] of byField) {
    if (within && !within.has(field.doc) && !field.doc.children.length) continue;
    const result = chain(units, n, before, rarity);
    if (!result.units.length) continue;
    const inside = field.name === "title" ? [[field.doc, "title"], ...field.doc.children.map((child) => [child, "context"])] : [[field.doc, "text"]];
    for (const [doc, name] of inside) {
      const hit = seen(doc), weight = FIELD_WEIGHT[name];
      if (name !== "context") { hit.own = true; hit.units[name] = result.units; }
      for (const unit of result.units)
        for (let i = unit.from; i <= unit.to; i++) {
          hit.best[i] = Math.max(hit.best[i], unit.weight * weight);
          hit.sure[i] = Math.max(hit.sure[i], unit.weight);
          if (unit.linked || unit.to > unit.from || (name === "title" && unit.weight >= ALIKE)) hit.firm[i] = 1;
          if (unit.tight || unit.to > unit.from) hit.close[i] = 1;
        }
      hit.score += weight * 2 * result.value * (result.covered >= n ? 2 : 1);
      if (name === "text" && result.covered >= n && n > 1) hit.score += WHOLE_PHRASE;
      if (name === "title" && result.covered) hit.score += weight * result.covered / n * result.covered / Math.max(field.length, 1);
    }
  }
  for (const [doc, links] of linked) {
    const hit = seen(doc);
    hit.own = true;
    for (const { from, to, rank, whole, begun, weight } of links) {
      if (whole && !begun && doc.kind === "term") hit.defined = true;
      let sum = 0;
      for (let i = from; i <= to; i++) {
        hit.best[i] = Math.max(hit.best[i], weight);
        hit.sure[i] = Math.max(hit.sure[i], weight);
        hit.firm[i] = hit.close[i] = 1;
        sum += rarity[i];
      }
      hit.score += sum * weight * Math.max(1 - rank * 0.06, 0.1) + (whole && !begun ? Math.max(30 - 5 * rank, 5) : 0);
    }
  }

  const hits = [];
  for (const hit of found.values()) {
    if (!hit.own || (within && !within.has(hit.doc)) || !accepted(hit, n, optional, allBare, partial)) continue;
    for (let i = 0; i < n; i++) hit.score += hit.best[i] * rarity[i];
    hit.score *= hit.doc.heading ? HEADING : KIND_WEIGHT[hit.doc.kind] || OTHER_KIND;
    hit.missing = typed.filter((word, i) => !hit.best[i] && !optional[i]).map((word) => word.word);
    hit.tight = hit.sure.every((weight, i) => optional[i] || (weight && (hit.close[i] || n === 1)));
    hits.push(hit);
  }
  return defined(relevant(hits, n, loose).sort((a, b) => b.score - a.score || a.doc.number - b.doc.number));
}

/* The definition of exactly what was typed comes third at the latest: after the main place in the text and a body's page. */
function defined(hits) {
  const at = hits.findIndex((hit) => hit.defined);
  if (at > 2) hits.splice(2, 0, ...hits.splice(at, 1));
  return hits;
}

/* Once enough documents hold the words as typed, those that hold them scattered or merely begun are noise. Among slips
   nothing is as typed: a page with "bằng" somewhere must not hide those with the "giao ban" that "giao bang" means. */
function relevant(hits, n, loose) {
  const least = loose ? 0 : BEGUN;
  const whole = hits.filter((hit) => hit.tight && hit.sure[n - 1] > least);
  if (!whole.length) return hits;
  const rest = hits.filter((hit) => !hit.sure[n - 1] || hit.sure[n - 1] > least);
  return whole.length < ENOUGH ? rest : whole;
}

/* Units of one field that count, linked into phrases. A doubtful unit counts only next to another: "trân" is "trận" after
   "mặt", but "lương" is not any "lượng". Conditions look at neighbours only, never at the number of words typed: what
   holds for a query holds for its beginning, so a list is never empty while a query that finds something is being typed. */
function chain(units, n, before, rarity) {
  units.sort((a, b) => a.place - b.place || a.from - b.from);
  const each = (check) => {
    if (n === 1) return;
    const ended = before.map(() => []);           // word -> units that end with it, in order of their places
    for (const unit of units) {
      for (let word = unit.from - 1; word >= 0 && word >= unit.from - before[unit.from]; word--) {
        const words = unit.from - word;
        for (let p = ended[word].length - 1; p >= 0; p--) {
          const previous = ended[word][p], distance = unit.place - previous.end;
          if (unit.place - previous.place > words + LOOSE_GAP + LONGEST_NAME) break;
          if (distance >= 1 && distance <= words + LOOSE_GAP) check(unit, previous, distance <= words);
        }
      }
      ended[unit.to].push(unit);
    }
  };
  if (units.some((unit) => unit.doubt)) {
    for (const unit of units) unit.tightBefore = unit.tightAfter = false;
    each((unit, previous, tight) => { if (tight) { unit.tightBefore = true; previous.tightAfter = true; } });
    units = units.filter((unit) => !unit.doubt || unit.tightBefore ||
      (unit.doubt === "tone" ? unit.tightAfter || unit.to === n - 1 : unit.from === 0 && (unit.tightAfter || n === 1)));
  }
  for (const unit of units) { unit.value = 0; unit.length = unit.to - unit.from + 1; unit.previous = null; unit.linked = unit.tight = false; }
  each((unit, previous, tight) => {
    unit.linked = previous.linked = true;
    if (tight) unit.tight = previous.tight = true;
    const link = (rarity[unit.from] + rarity[previous.to]) / 2 * Math.min(unit.weight, previous.weight) * (tight ? 1 : 0.35);
    if (previous.value + link > unit.value) { unit.value = previous.value + link; unit.previous = previous; unit.length = previous.length + unit.to - unit.from + 1; }
  });
  let value = 0, covered = 0;
  for (const unit of units) { value = Math.max(value, unit.value); covered = Math.max(covered, unit.length); }
  return { units, value, covered };
}

/* Few words may stand alone (their neighbours in the query elsewhere in the text), fewest where no marks say which word it
   is; and only a long question may have a word that is not there. Asked of every beginning of the query, its last word
   left out: that one may still go on. */
function accepted(hit, n, optional, allBare, partial) {
  let required = 0, alone = 0, missing = 0, lastMissing = false;
  for (let i = 0; i < n; i++) {
    if (optional[i]) continue;
    required++;
    const before = required - 1;
    if (required > 2 && alone > (allBare ? before / 3 : required / 2)) return false;
    if (missing > (partial ? Math.floor(before / 5) : 0)) return false;
    lastMissing = !hit.best[i];
    if (lastMissing) missing++;
    else if (!hit.firm[i]) alone++;
  }
  return !lastMissing || (partial && required >= 5);
}
