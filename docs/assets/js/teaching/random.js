/* Numbers by chance that one seed always gives again, in every browser: sfc32, seeded from words by FNV-1a.
   An exam that was printed last year comes out again, letter for letter, from its seed. */

const WARM_UP = 12; // after so many numbers two seeds that differ in one letter have nothing in common
const ALL = 2 ** 32;

/** FNV-1a of the UTF-8 bytes of `words`, 32 bits, from `start`. */
export function hash(words, start) {
  return new TextEncoder().encode(words).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, start >>> 0);
}

/** What draws numbers by chance for the seed `words`; the same words, however they are composed, give the same
    numbers. */
export function seeded(words) {
  const clean = words.normalize("NFC");
  let [a, b, c, count] = [0x811c9dc5, 0x9e3779b9, 0x243f6a88, 1].map((start) => hash(clean, start));

  function next() {
    const sum = (((a + b) >>> 0) + count) >>> 0;
    count = (count + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** A whole number from 0 to `limit` - 1, each as likely as the other. */
  function below(limit) {
    const fair = ALL - (ALL % limit);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % limit;
  }

  /** A copy of `list` in an order by chance. */
  function shuffled(list) {
    const mixed = list.slice();
    for (let place = mixed.length - 1; place > 0; place -= 1) {
      const other = below(place + 1);
      [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
    }
    return mixed;
  }

  for (let turn = 0; turn < WARM_UP; turn += 1) next();
  return Object.freeze({ next, below, shuffled });
}
