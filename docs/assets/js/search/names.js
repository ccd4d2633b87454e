/* Names: what a body or a term is called otherwise, and which documents answer for it. */

import { alikeTones, spell, words } from "./letters.js";

export class Names {
  constructor(index, names) {
    this.index = index;
    this.byJoined = new Map();            // the words joined, without marks -> variants
    this.longest = 0;
    this.all = names.map(({ names: spellings, docs, body }) => {
      const name = { docs, body, variants: [], found: undefined };
      for (const text of spellings) {
        const spelled = words(text.normalize("NFC")).map(([word]) => spell(word));
        const joined = spelled.map((word) => word.plain).join("");
        const variant = { name, text, spelled, joined, short: text === text.toUpperCase() && !text.includes(" ") };
        if (!joined || name.variants.some((other) => other.joined === joined && !variant.spelled.some((w, i) => !other.spelled[i] || w.key !== other.spelled[i].key))) continue;
        name.variants.push(variant);
        this.byJoined.has(joined) ? this.byJoined.get(joined).push(variant) : this.byJoined.set(joined, [variant]);
        this.longest = Math.max(this.longest, spelled.length);
      }
      return name;
    });
    this.sorted = Array.from(this.byJoined.keys()).sort();
  }

  /** Every stretch of the query that is a name: [{ from, to, name, whole }...]. Marks that were typed must be right unless `loose`. */
  in(query, loose) {
    const found = [];
    for (let from = 0; from < query.length; from++) {
      let joined = "";
      for (let to = from; to < query.length && to < from + this.longest + 2; to++) {
        joined += query[to].plain;
        const whole = from === 0 && to === query.length - 1;
        for (const variant of this.byJoined.get(joined) || [])
          if (this.fits(variant, query, from, to, whole, loose)) found.push({ from, to, name: variant.name, whole });
        if (loose && to === query.length - 1 && query[to].open && joined.length > 1)
          for (const variant of this.starting(joined)) found.push({ from, to, name: variant.name, whole: false, begun: true });
      }
    }
    return found;
  }

  fits(variant, query, from, to, whole, loose) {
    const typed = query.slice(from, to + 1);
    if (variant.short && !whole && typed.length === 1 && this.ordinary(typed[0].plain) && typed[0].word !== typed[0].word.toUpperCase()) return false;
    if (loose || !typed.some((word) => word.marked)) return true;
    return typed.length === variant.spelled.length
      ? typed.every((word, i) => !word.marked || word.key === variant.spelled[i].key || alikeTones(word.tone, variant.spelled[i].tone))
      : typed.map((word) => word.letters).join("") === variant.spelled.map((word) => word.letters).join("");
  }

  /** Whether the text has a word of these letters that is no abbreviation: "ca" is a word, "ubnd" in the text only ever UBND. */
  ordinary(plain) {
    return (this.index.byPlain.get(plain) || []).some((entry) => entry.places.some((place) => {
      const written = this.index.writtenAt(place);
      return written !== written.toUpperCase();
    }));
  }

  starting(joined) {
    let low = 0, high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < joined) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < this.sorted.length && this.sorted[low].startsWith(joined)) found.push(...this.byJoined.get(this.sorted[low++]));
    return found;
  }

  /** Where the text calls the thing by any of its names: [[place, words]...]. */
  places(name) {
    if (!name.found)
      name.found = name.variants.flatMap(({ spelled }) => this.index.phrase(spelled.map((word) => word.key)).map((place) => [place, spelled.length]));
    return name.found;
  }
}
