/* Names of units, compared: two people who write the same unit write the same name. Held by tests/vectors. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A name as it is compared: no case, single spaces, the tone mark wherever it is written (uỷ, ủy).
    @param {string} words */
export function nameKey(words) {
  const plain = words.normalize("NFD").toLowerCase().trim().split(/[\s\u00a0]+/);
  return plain.map((word) => word.replace(TONES, "") + (word.match(TONES) || []).join("")).join(" ").normalize("NFC");
}
