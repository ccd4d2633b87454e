/* The index: every document as fields of words, every word with the places where it stands. Made once from the file. */

import { stepsOf } from "./citations.js";
import { spell, words } from "./letters.js";
import { beginning, gather } from "./lists.js";
import { Names } from "./names.js";

const GAP = 8; // empty places between fields, so that no phrase runs over an end
const HEADINGS = ["ph", "c", "m", "t"];

export class Index {
  constructor({ config, docs }) {
    this.config = config;
    this.byKey = new Map(); // key -> { letters, tone, key, plain, sound, marked, places: [], documents }
    this.byPlain = new Map();
    this.bySound = new Map();
    this.fieldAt = []; // place -> { doc, name, text, spans, start, length }
    this.size = 0;
    this.docs = docs.map((doc, number) => ({ ...doc, number, steps: [], children: [] }));
    const pages = new Map();
    for (const doc of this.docs) this.addDocument(doc, pages);
    this.addresses();
    this.vocabulary = Array.from(this.byKey.values());
    for (const word of this.vocabulary) word.documents = new Set(word.places.map((at) => this.fieldAt[at].doc)).size;
    const order = (one, other) => Number(one.plain > other.plain) - Number(one.plain < other.plain);
    this.sorted = this.vocabulary.slice().sort(order);
    this.names = new Names(this, config.names || []);
  }

  addDocument(doc, pages) {
    const [page] = doc.location.split("#");
    const parent = pages.get(page);
    if (parent) {
      doc.parent = parent;
      parent.children.push(doc);
    } else {
      pages.set(page, doc);
    }
    doc.title_ = this.addField(doc, "title", doc.title);
    // The definition of a term is shown with it but not searched: its words are no words of the regulation.
    const text = (doc.text || "").normalize("NFC");
    doc.text_ = doc.kind === "term" ? { text, spans: [] } : this.addField(doc, "text", text);
  }

  addField(doc, name, source) {
    const text = source.normalize("NFC");
    const found = words(text);
    const spans = found.map(([, from, to]) => [from, to]);
    const field = { doc, name, text, spans, start: this.size, length: found.length };
    for (const [word] of found) {
      this.entry(word).places.push(this.size);
      this.fieldAt[this.size] = field;
      this.size++;
    }
    this.size += GAP;
    return field;
  }

  entry(word) {
    const spelled = spell(word);
    const known = this.byKey.get(spelled.key);
    if (known) return known;
    const entry = { ...spelled, places: [], documents: 0 };
    this.byKey.set(entry.key, entry);
    gather(this.byPlain, entry.plain, entry);
    gather(this.bySound, entry.sound, entry);
    return entry;
  }

  /** The word at a place, as the text writes it. */
  writtenAt(place) {
    const field = this.fieldAt[place];
    return field.text.slice(...field.spans[place - field.start]);
  }

  /** Words whose folded form begins with `start`. */
  starting(start) {
    return beginning(this.sorted, start, (entry) => entry.plain);
  }

  /** Each provision as the steps of its citation, those of the headings around it included:
      d5.k8 -> [c2, m1, d5, k8]. */
  addresses() {
    let headings = [];
    for (const doc of this.docs) {
      if (!doc.id) continue;
      const steps = stepsOf(doc.id);
      if (HEADINGS.includes(steps[steps.length - 1][0])) headings = steps;
      doc.heading = headings === steps;
      doc.steps = doc.heading || !headings.length ? steps : [...headings, ...steps];
    }
  }

  /** Provisions that bind the body with this number, or name it. */
  concerning(body) {
    if (body === undefined) return [];
    if (!this.concerned) {
      this.concerned = this.config.bodies.map(() => []);
      for (const doc of this.docs) {
        for (const number of new Set([...(doc.bodies || []), ...(doc.with || [])])) this.concerned[number].push(doc);
      }
    }
    return this.concerned[body];
  }

  /** Places at which the words `keys` stand one after the other. */
  phrase(keys) {
    const entries = keys.map((key) => this.byKey.get(key));
    if (entries.some((entry) => !entry)) return [];
    const fewer = (best, entry, i) => (entry.places.length < entries[best].places.length ? i : best);
    const rarest = entries.reduce(fewer, 0);
    const sets = entries.map((entry, i) => (i === rarest ? null : (entry.set ??= new Set(entry.places))));
    const firsts = entries[rarest].places.map((place) => place - rarest);
    return firsts.filter((first) => sets.every((set, i) => !set || set.has(first + i)));
  }
}
