/* Citations: "điều 5 khoản 8", "khoản 8 Điều 5", "d5k8", "5.8", "điểm 2.3 điều 6", "chương III". */

import { fold } from "./letters.js";

export const STEP_WORDS = [["phan", "ph"], ["chuong", "c"], ["tieu muc", "t"], ["muc", "m"], ["dieu", "d"], ["khoan", "k"], ["diem", "."], ["doan", "p"], ["d", "d"], ["k", "k"], ["c", "c"], ["m", "m"]];
const STEP = /(?<![a-z0-9])(phan|chuong|tieu muc|muc|dieu|khoan|diem|doan|[dkcm](?=[ .]?\d))(?:\s+(?:thu|so))?\s*\.?\s*(\d+[a-z]?(?![a-z])(?:\.\d+)*|[ivx]+(?![a-z0-9])|[a-z](?![a-z0-9]))/g;
const ONLY_NUMBERS = /^\s*(\d{1,3})(?:\.(\d+))?(?:\.(\d+))?\s*[?.]?\s*$/;

/** "d6.k2.3" -> [["d","6"],["k","2"],[".","3"]]; "can-cu.p1" -> [["","can-cu"],["p","1"]] */
export function stepsOf(id) {
  return id.split(".").map((part, i) => {
    const match = /^(ph|[cmtdkp])(\d.*)$/.exec(part);
    return match ? [match[1], match[2]] : [i ? "." : "", part];
  });
}

function fromRoman(letters) {
  const values = { i: 1, v: 5, x: 10 };
  return String(Array.from(letters).reduce((sum, letter, i, all) => sum + (values[letter] < (values[all[i + 1]] || 0) ? -values[letter] : values[letter]), 0));
}

/** The citation in `query`: { groups: [steps...], rest, open }, or null. `open`: the last number may go on. */
export function citation(query) {
  // Every letter keeps its place, so that what is not the citation can be cut from the query as typed.
  const folded = Array.from(query.normalize("NFC"), (letter) => fold(letter)[0] || " ").join("");
  const bare = ONLY_NUMBERS.exec(folded);
  if (bare) {
    const steps = [["d", bare[1].replace(/^0+(?=\d)/, "")]];
    if (bare[2]) steps.push(["k", bare[2]]);
    if (bare[3]) steps.push([".", bare[3]]);
    return { groups: [steps], rest: "", bare: !bare[2], open: true };
  }
  // d6.k2.3, d5k8, đ14: put the steps apart first
  const spread = folded.replace(/(?<![a-z0-9])d\s?(\d+)\s?[.,]?\s?k\s?(\d+)(?:\.(\d+[a-z]?|[a-z](?![a-z])))?/g, (all, d, k, point) =>
    `dieu ${d} khoan ${k}${point ? ` diem ${point}` : ""}`);
  const groups = [];
  let steps = [], end = 0, letters = spread === folded ? Array.from(query.normalize("NFC")) : Array.from(spread);
  for (const match of spread.matchAll(STEP)) {
    const code = STEP_WORDS.find(([word]) => word === match[1])[1];
    let number = match[2];
    if (/^[ivx]+$/.test(number) && code !== ".") number = fromRoman(number);
    else if (/^[a-z]/.test(number) && code !== ".") continue;
    if (steps.some(([other, value]) => other === code && value === number)) { end = match.index + match[0].length; letters.fill(" ", match.index, end); continue; }
    if (steps.some(([other]) => other === code)) { groups.push(steps); steps = []; }
    const parts = number.replace(/^0+(?=\d)/, "").split(".");
    if (code === "d" && parts.length > 1) steps.push(["d", parts[0]], ["k", parts[1]], ...parts.slice(2).map((part) => [".", part]));
    else if (parts.length > 1) steps.push(["k", parts[0]], [".", parts[1]]);          // điểm 2.3, khoản 2.3
    else steps.push([code, parts[0]]);
    end = match.index + match[0].length;
    letters.fill(" ", match.index, end);
  }
  if (!steps.length) return null;
  groups.push(steps);
  return { groups, rest: letters.join("").replace(/[.,;?]/g, " ").trim(), open: end === spread.length };
}

/** How well a document is what `steps` cite: 0 not at all; 3 itself, 2 inside it, 1 a number that begins so. */
export function cited(doc, steps, open) {
  if (!doc.steps.length) return 0;
  let begun = false;
  for (const [i, [code, number]] of steps.entries()) {
    const own = doc.steps.filter((step) => step[0] === code);
    if (own.some((step) => step[1] === number)) continue;
    if (open && i === steps.length - 1 && own.some((step) => step[1].startsWith(number))) begun = true;
    else return 0;
  }
  const last = doc.steps[doc.steps.length - 1];
  const itself = steps.some(([code, number]) => code === last[0] && (number === last[1] || (begun && last[1].startsWith(number))));
  return begun ? 1 : itself ? 3 : 2;
}
