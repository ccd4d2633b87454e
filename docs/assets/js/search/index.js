/* The index: every document as fields of words, every word with the places where it stands. Made once from the file. */

import { stepsOf } from "./citations.js";
import { spell, words } from "./letters.js";
import { Names } from "./names.js";

const GAP = 8;      // empty places between fields, so that no phrase runs over an end

/** The definition of a term is shown with it but not searched: its words are no words of the regulation. */
function shown(doc) {
  return { doc, name: "text", text: (doc.text || "").normalize("NFC"), spans: [], start: 0, length: 0 };
}

export class Index {
  constructor({ config, docs }) {
    this.config = config;
    this.vocabulary = [];                 // id -> { letters, tone, key, plain, sound, marked, places: [], documents }
    this.byKey = new Map();
    this.byPlain = new Map();
    this.bySound = new Map();
    this.fields = [];                     // { doc, name, text, spans, start, length }
    this.fieldAt = [];                    // place -> field
    this.size = 0;
    this.docs = docs.map((doc, number) => ({ ...doc, number, steps: [], children: [] }));
    const pages = new Map();
    for (const doc of this.docs) {
      const page = doc.location.split("#")[0];
      const parent = pages.get(page);
      if (parent) { doc.parent = parent; parent.children.push(doc); } else pages.set(page, doc);
      doc.title_ = this.addField(doc, "title", doc.title);
      doc.text_ = doc.kind === "term" ? shown(doc) : this.addField(doc, "text", doc.text || "");
    }
    this.addresses();
    for (const word of this.vocabulary) word.documents = new Set(word.places.map((place) => this.fieldAt[place].doc)).size;
    this.sorted = this.vocabulary.slice().sort((a, b) => (a.plain < b.plain ? -1 : a.plain > b.plain ? 1 : 0));
    this.names = new Names(this, config.names || []);
  }

  addField(doc, name, source) {
    const text = source.normalize("NFC"), spans = [];
    const field = { doc, name, text, spans, start: this.size, length: 0 };
    for (const [word, from, to] of words(text)) {
      const entry = this.entry(word), place = this.size++;
      entry.places.push(place);
      this.fieldAt[place] = field;
      spans.push([from, to]);
    }
    field.length = spans.length;
    this.size += GAP;
    this.fields.push(field);
    return field;
  }

  entry(word) {
    const spelled = spell(word);
    let entry = this.byKey.get(spelled.key);
    if (!entry) {
      entry = { ...spelled, id: this.vocabulary.length, places: [], documents: 0 };
      this.vocabulary.push(entry);
      this.byKey.set(entry.key, entry);
      for (const [map, key] of [[this.byPlain, entry.plain], [this.bySound, entry.sound]])
        map.has(key) ? map.get(key).push(entry) : map.set(key, [entry]);
    }
    return entry;
  }

  /** The word at a place, as the text writes it. */
  writtenAt(place) {
    const field = this.fieldAt[place];
    return field.text.slice(...field.spans[place - field.start]);
  }

  /** Words whose folded form begins with `start`. */
  starting(start) {
    let low = 0, high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle].plain < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < this.sorted.length && this.sorted[low].plain.startsWith(start)) found.push(this.sorted[low++]);
    return found;
  }

  /** Each provision as the steps of its citation, those of the headings around it included: d5.k8 -> [c2, m1, d5, k8]. */
  addresses() {
    let headings = [];
    for (const doc of this.docs) {
      if (!doc.id) continue;
      const steps = stepsOf(doc.id);
      if (/^(ph|c|m|t)$/.test(steps[steps.length - 1][0])) headings = steps;
      doc.heading = headings === steps;
      doc.steps = doc.heading || !headings.length ? steps : [...headings, ...steps];
    }
  }

  /** Provisions that bind the body with this number, or name it. */
  concerning(body) {
    if (body === undefined) return [];
    if (!this.concerned) {
      this.concerned = this.config.bodies.map(() => []);
      for (const doc of this.docs) for (const number of new Set([...(doc.bodies || []), ...(doc.with || [])])) this.concerned[number].push(doc);
    }
    return this.concerned[body];
  }

  /** Places at which the words `keys` stand one after the other. */
  phrase(keys) {
    const entries = keys.map((key) => this.byKey.get(key));
    if (entries.some((entry) => !entry)) return [];
    const rarest = entries.reduce((best, entry, i) => (entry.places.length < entries[best].places.length ? i : best), 0);
    const sets = entries.map((entry, i) => (i === rarest ? null : entry.set || (entry.set = new Set(entry.places))));
    return entries[rarest].places.map((place) => place - rarest).filter((first) => sets.every((set, i) => !set || set.has(first + i)));
  }
}
