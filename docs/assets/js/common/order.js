/* The order of Vietnamese dictionaries: syllable by syllable, in each the letters first and then the tone.
   quyche/vietnamese/alphabet.py does the same; both are held by tests/vectors/order.json. */

const LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = "\u0300\u0309\u0303\u0301\u0323"; // huyền, hỏi, ngã, sắc, nặng
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const LOW = 1000; // figures and signs stand before letters, letters of other alphabets behind

/** @param {string} letter */
function rank(letter) {
  const place = LETTERS.indexOf(letter);
  if (place >= 0) return LOW + place;
  const point = Number(letter.codePointAt(0));
  return point < LOW ? point : 2 * LOW + point;
}

/** The ranks of the letters of a syllable, then, below every rank, its tone. @param {string} word */
function syllable(word) {
  const parts = Array.from(word.toLowerCase().normalize("NFD"));
  const tones = parts.filter((one) => TONES.includes(one));
  const letters = parts.filter((one) => !TONES.includes(one)).join("").normalize("NFC");
  return [...Array.from(letters, rank), TONES.indexOf(tones.pop() ?? " ") / LOW];
}

/** Which of two names stands first in a list: negative, 0, positive. @param {string} a @param {string} b */
export function compareNames(a, b) {
  const [first, second] = [a, b].map((text) => (text.normalize("NFC").match(WORD) ?? []).flatMap(syllable));
  const place = first.findIndex((one, at) => one !== second[at]);
  const found = place < 0 ? first.length - second.length : first[place] - (second[place] ?? -1);
  return found || Number(a < b) - Number(a > b);
}
