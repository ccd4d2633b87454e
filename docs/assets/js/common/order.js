/* The order of Vietnamese dictionaries: syllable by syllable, in each the letters first and then the tone.
   quyche/vietnamese/alphabet.py does the same; both are held by tests/vectors/order.json. */

const LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = "\u0300\u0309\u0303\u0301\u0323"; // huyền, hỏi, ngã, sắc, nặng

/* Figures and signs stand before letters, letters of other alphabets behind. */
function rank(letter) {
  const place = LETTERS.indexOf(letter);
  const point = letter.codePointAt(0);
  return place >= 0 ? 1000 + place : point < 1000 ? point : 2000 + point;
}

/* The ranks of the letters of a syllable, and its tone. */
function syllable(word) {
  const parts = Array.from(word.toLowerCase().normalize("NFD"));
  const tone = parts.findLast((one) => TONES.includes(one));
  const letters = parts.filter((one) => !TONES.includes(one)).join("").normalize("NFC");
  return [Array.from(letters, rank), tone ? TONES.indexOf(tone) + 1 : 0];
}

/* -1, 0, 1: the first that differs decides, else the shorter stands first. */
function compareLists(a, b, compareItems) {
  const shared = Math.min(a.length, b.length);
  for (let place = 0; place < shared; place += 1) {
    const found = compareItems(a[place], b[place]);
    if (found) return found;
  }
  return Math.sign(a.length - b.length);
}

const compareNumbers = (a, b) => Math.sign(a - b);

const compareSyllables = ([lettersA, toneA], [lettersB, toneB]) =>
  compareLists(lettersA, lettersB, compareNumbers) || compareNumbers(toneA, toneB);

/** Which of two names stands first in a list: negative, 0, positive. */
export function compareNames(a, b) {
  const [first, second] = [a, b].map((text) => Array.from(text.normalize("NFC").match(/[\p{L}\p{M}\p{N}_]+/gu) || [], syllable));
  return compareLists(first, second, compareSyllables) || (a < b ? 1 : a > b ? -1 : 0);
}
