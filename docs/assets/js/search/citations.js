/* Citations: "điều 5 khoản 8", "khoản 8 Điều 5", "d5k8", "5.8", "điểm 2.3 điều 6", "chương III". */

import { fold } from "./letters.js";

/** The word or letter of a step -> its code in ids. */
export const CODES = new Map(Object.entries({
  phan: "ph", chuong: "c", "tieu muc": "t", muc: "m", dieu: "d", khoan: "k", diem: ".", doan: "p",
  d: "d", k: "k", c: "c", m: "m",
}));
const NOUN = /(?<![a-z0-9])(phan|chuong|tieu muc|muc|dieu|khoan|diem|doan|[dkcm](?=[ .]?\d))/;
const BETWEEN = /(?:\s+(?:thu|so))?\s*\.?\s*/;
const NUMBER = /(\d+[a-z]?(?![a-z])(?:\.\d+)*|[ivx]+(?![a-z0-9])|[a-z](?![a-z0-9]))/;
const STEP = new RegExp(NOUN.source + BETWEEN.source + NUMBER.source, "g");
const ONLY_NUMBERS = /^\s*(\d{1,3}(?:\.\d+){0,2})\s*[?.]?\s*$/;
const SHORT = /(?<![a-z0-9])d\s?(\d+)\s?[.,]?\s?k\s?(\d+)(?:\.(\d+[a-z]?|[a-z](?![a-z])))?/g; // d6.k2.3, d5k8, đ14
const ROMAN = { i: 1, v: 5, x: 10 };

/** "d6.k2.3" -> [["d","6"],["k","2"],[".","3"]]; "can-cu.p1" -> [["","can-cu"],["p","1"]] */
export function stepsOf(id) {
  return id.split(".").map((part, i) => {
    const match = /^(ph|[cmtdkp])(\d.*)$/.exec(part);
    return match ? [match[1], match[2]] : [i ? "." : "", part];
  });
}

function fromRoman(letters) {
  const values = Array.from(letters, (letter) => ROMAN[letter]);
  return String(values.reduce((sum, value, i) => sum + (value < values[i + 1] ? -value : value), 0));
}

/** The citation in `query`: { groups: [steps...], rest, bare, open }, or null. `bare`: a mere number; `open`: the last
    number may go on. */
export function citation(query) {
  const written = query.normalize("NFC");
  // Every letter keeps its place, so that what is not the citation can be cut from the query as typed.
  const folded = Array.from(written, (letter) => fold(letter)[0] || " ").join("");
  const numbers = ONLY_NUMBERS.exec(folded);
  if (!numbers) return inWords(folded, written);
  const steps = parted("d", numbers[1]);
  return { groups: [steps], rest: "", bare: steps.length === 1, open: true };
}

function inWords(folded, written) {
  const inFull = (all, d, k, point) => `dieu ${d} khoan ${k}${point ? ` diem ${point}` : ""}`;
  const spread = folded.replace(SHORT, inFull);
  const letters = Array.from(spread === folded ? written : spread);
  const groups = [];
  let steps = [];
  let end = 0;
  for (const match of spread.matchAll(STEP)) {
    const [code, number] = stepOf(match[1], match[2]);
    if (!number) continue;
    const same = steps.filter(([other]) => other === code);
    if (!same.some(([, value]) => value === number)) {
      if (same.length) groups.push(steps);
      steps = [...(same.length ? [] : steps), ...parted(code, number)];
    }
    end = match.index + match[0].length;
    letters.fill(" ", match.index, end);
  }
  if (!steps.length) return null;
  const rest = letters.join("").replace(/[.,;?]/g, " ").trim();
  return { groups: [...groups, steps], rest, bare: false, open: end === spread.length };
}

/** The code of a step and its number in digits; a letter is the number of a point only. */
function stepOf(word, number) {
  const code = CODES.get(word);
  if (code === "." || /^\d/.test(number)) return [code, number];
  return [code, /^[ivx]+$/.test(number) ? fromRoman(number) : ""];
}

/** A number with dots as steps: Điều 5.8, điểm 2.3, khoản 2.3. */
function parted(code, number) {
  const [first, ...more] = number.replace(/^0+(?=\d)/, "").split(".");
  if (!more.length) return [[code, first]];
  if (code !== "d") return [["k", first], [".", more[0]]];
  return [["d", first], ...more.map((part, i) => [i ? "." : "k", part])];
}

/** How well a document is what `steps` cite: 0 not at all; 3 itself, 2 inside it, 1 a number that begins so. */
export function cited(doc, steps, open) {
  if (!doc.steps.length) return 0;
  let begun = false;
  for (const [i, [code, number]] of steps.entries()) {
    const own = doc.steps.filter((step) => step[0] === code);
    if (own.some((step) => step[1] === number)) continue;
    if (!open || i < steps.length - 1 || !own.some((step) => step[1].startsWith(number))) return 0;
    begun = true;
  }
  if (begun) return 1;
  const [code, number] = doc.steps[doc.steps.length - 1];
  return steps.some((step) => step[0] === code && step[1] === number) ? 3 : 2;
}
