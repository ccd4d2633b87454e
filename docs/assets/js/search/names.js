/* Names: what a body or a term is called otherwise, and which documents answer for it. */

import { alikeTones, spell, words } from "./letters.js";
import { beginning, gather } from "./lists.js";

const sameWords = (one, other) => one.length === other.length && one.every((word, i) => word.key === other[i].key);

export class Names {
  constructor(index, names) {
    this.index = index;
    this.byJoined = new Map(); // the words joined, without marks -> variants
    this.longest = 0;
    names.forEach((name) => this.add(name));
    this.sorted = Array.from(this.byJoined.keys()).sort();
  }

  add({ names, docs, body }) {
    const variants = /** @type {any[]} */ ([]);
    const name = { docs, body, variants, found: undefined };
    for (const text of names) {
      const spelled = words(text.normalize("NFC")).map(([word]) => spell(word));
      const joined = spelled.map((word) => word.plain).join("");
      if (!joined || variants.some((other) => sameWords(other.spelled, spelled))) continue;
      const variant = { name, spelled, short: text === text.toUpperCase() && !text.includes(" ") };
      variants.push(variant);
      gather(this.byJoined, joined, variant);
      this.longest = Math.max(this.longest, spelled.length);
    }
  }

  /** Every stretch of the query that is a name: [{ from, to, name, whole }...]. Marks that were typed must be right
      unless `loose`. */
  in(query, loose) {
    const found = [];
    for (let from = 0; from < query.length; from++) {
      let joined = "";
      for (let to = from; to < query.length && to < from + this.longest + 2; to++) {
        joined += query[to].plain;
        const whole = from === 0 && to === query.length - 1;
        for (const variant of this.byJoined.get(joined) || []) {
          if (this.fits(variant, query.slice(from, to + 1), whole, loose)) {
            found.push({ from, to, name: variant.name, whole });
          }
        }
        if (loose && to === query.length - 1) found.push(...this.begun(joined, query, from));
      }
    }
    return found;
  }

  fits(variant, typed, whole, loose) {
    const [first] = typed;
    const asWord = typed.length === 1 && first.word !== first.word.toUpperCase();
    if (variant.short && !whole && asWord && this.ordinary(first.plain)) return false;
    if (loose || !typed.some((word) => word.marked)) return true;
    if (typed.length !== variant.spelled.length) {
      return typed.map((word) => word.letters).join("") === variant.spelled.map((word) => word.letters).join("");
    }
    const right = (word, meant) => !word.marked || word.key === meant.key || alikeTones(word.tone, meant.tone);
    return typed.every((word, i) => right(word, variant.spelled[i]));
  }

  /** Whether the text has a word of these letters that is no abbreviation: "ca" is a word, "ubnd" in the text only ever
      UBND. */
  ordinary(plain) {
    return (this.index.byPlain.get(plain) || []).some((entry) => entry.places.some((place) => {
      const written = this.index.writtenAt(place);
      return written !== written.toUpperCase();
    }));
  }

  /** The names that the end of the query, from its word `from` on, may be the beginning of. */
  begun(joined, query, from) {
    const to = query.length - 1;
    if (!query[to].open || joined.length < 2) return [];
    const variants = beginning(this.sorted, joined, (one) => one).flatMap((key) => this.byJoined.get(key));
    return variants.map((variant) => ({ from, to, name: variant.name, whole: false, begun: true }));
  }

  /** Where the text calls the thing by any of its names: [[place, words]...]. */
  places(name) {
    name.found ??= name.variants.flatMap(({ spelled }) => {
      const places = this.index.phrase(spelled.map((word) => word.key));
      return places.map((place) => [place, spelled.length]);
    });
    return name.found;
  }
}
