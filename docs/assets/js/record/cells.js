/* Several fields in the words of one cell, and back again: `Báo cáo; số: 12-BC/HU; ngày: 05/3/2026`.
   People write freely in a cell: words that do not have this exact shape are the first field, whole. Both ways lose
   nothing: decode(encode(x)) is x, encode(decode(words)) is words. A label inside a field gets a backslash. */

import { dayOf, slashed } from "../common/days.js";
import { stateOf } from "./checklist.js";
import { labels } from "./contract.js";
import { blank, fieldsOf, longest } from "./record.js";

/** @import { Answer, EvidenceItem, Remedy, Scale, State } from "./contract.js" */

/** @typedef {{ key: string, label: string, fits: (words: string) => boolean }} Field
    @typedef {(value: Readonly<Record<string, string>>) => string} Encode */

export const SHORT = longest("EvidenceItem.kind");
export const LONG = longest("Answer.result");
const escaped = (/** @type {string} */ words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A codec of `fields`; the first has no label. `between` stands between them.
    @type {(fields: Field[], between: string) => Readonly<{ encode: Encode, decode: (words: string) => any }>} */
export function codec(fields, between) {
  const [plain, ...named] = fields;
  const start = `(^|${escaped(between)})`;
  const names = named.map(({ label }) => escaped(label)).join("|");
  const border = new RegExp(`${start}(${names}): `);
  const bare = new RegExp(`${start}(\\\\*(?:${names}): )`, "g");
  const hidden = new RegExp(`${start}\\\\(\\\\*(?:${names}): )`, "g");
  const hide = (/** @type {string} */ words) => words.replace(bare, "$1\\$2");
  const reveal = (/** @type {string} */ words) => words.replace(hidden, "$1$2");
  const none = () => Object.fromEntries(fields.map(({ key }) => [key, ""]));
  const isPlain = (/** @type {Readonly<Record<string, string>>} */ value, /** @type {string} */ words) =>
    value[plain.key] === words && named.every(({ key }) => !value[key]);

  /** @type {Encode} */
  function encode(value) {
    const words = value[plain.key];
    if (isPlain(value, words) && isPlain(decode(words), words)) return words;
    const parts = named.filter(({ key }) => value[key]).map(({ key, label }) => `${label}: ${hide(value[key])}`);
    return (words ? [hide(words), ...parts] : parts).join(between);
  }

  /** The shape, if the words have it: labels in their order, each once, with something behind it that fits.
      @param {string} words */
  function candidate(words) {
    const [first, ...rest] = words.split(border); // then between, label and words of each field
    const value = { ...none(), [plain.key]: reveal(first) };
    let last = -1;
    for (let at = 1; at < rest.length; at += 3) {
      const place = named.findIndex(({ label }) => label === rest[at]);
      const inside = reveal(rest[at + 1]);
      if (place <= last || !inside || !named[place].fits(inside)) return null;
      value[named[place].key] = inside;
      last = place;
    }
    return plain.fits(value[plain.key]) ? value : null;
  }

  /** @param {string} words */
  function decode(words) {
    const whole = { ...none(), [plain.key]: words };
    const value = candidate(words);
    return !value || isPlain(value, words) || encode(value) !== words ? whole : value;
  }

  return Object.freeze({ encode, decode });
}

const isLine = (/** @type {string} */ words) => words.length <= SHORT && !words.includes("\n");
const isLong = (/** @type {string} */ words) => words.length <= LONG;
/** @type {(key: string, fits: Field["fits"]) => Field} */
const plainField = (key, fits) => ({ key, label: "", fits });
/** @type {(key: keyof typeof labels, fits: Field["fits"]) => Field} */
const field = (key, fits) => ({ key, label: labels[key], fits });

/** The codecs of the cells of a line; `reason` is that of a line whose answer asks for a reason. */
export const evidence = codec(
  fieldsOf("EvidenceItem").map((key) => (key === "kind" ? plainField(key, isLine) : field(key, isLine))),
  "; ",
);
export const note = codec([plainField("note", isLong), field("reason", isLong)], "\n");
export const reason = codec([plainField("reason", isLong), field("note", isLong)], "\n");
export const remedy = codec([
  plainField("action", isLong),
  field("owner", isLine),
  field("deadline", (words) => dayOf(words) !== ""),
  field("done", (words) => words === labels.yes),
], "\n");

/** Rows of evidence as the words of a cell: one line each. @param {EvidenceItem[]} rows */
export const evidenceWords = (rows) => rows.map(evidence.encode).join("\n");

/** The rows of evidence in the words of a cell. A line too long for a field goes on in the next row.
    @type {(words: string) => EvidenceItem[]} */
export function evidenceRows(words) {
  const rows = words.split("\n").filter((line) => line.trim()).map(evidence.decode);
  return rows.flatMap((row) => pieces(row.kind)
    .map((kind, number) => ({ ...(number ? blank("EvidenceItem") : row), kind })));
}

/** Broken after a semicolon, else at a space, else anywhere. @param {string} words */
function pieces(words) {
  const found = [];
  let rest = words;
  while (rest.length > SHORT) {
    const room = rest.slice(0, SHORT);
    const ends = [room.lastIndexOf("; ") + 2, room.lastIndexOf(" ") + 1];
    const end = ends.find((place) => place > SHORT / 2) || SHORT;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end);
  }
  return [...found, rest];
}

/** Which of the two stands without its label depends on what the state asks for. @param {State | null} state */
const noteCodec = (state) => (state && state.needs_reason ? reason : note);

/** What an answer in the state `state` notes, and its reason, as the words of one cell.
    @type {(answer: { note: string, reason: string }, state: State | null) => string} */
export const noteWords = (answer, state) => noteCodec(state).encode({ note: answer.note, reason: answer.reason });

/** @type {(words: string, state: State | null) => { note: string, reason: string }} */
export const noteParts = (words, state) => noteCodec(state).decode(words);

/** A remedy as the words of a cell. @param {Remedy | null} one */
export function remedyWords(one) {
  if (!one) return "";
  const { action, owner, deadline, done } = one;
  return remedy.encode({ action, owner, deadline: deadline ? slashed(deadline) : "", done: done ? labels.yes : "" });
}

/** The fields of an answer in words. @param {{ scale: Scale }} checklist @param {Answer} answer */
export function answerWords(checklist, { points, ...answer }) {
  return {
    ...answer,
    state: stateOf(checklist, answer.state)?.label ?? answer.state,
    evidence: evidenceWords(answer.evidence),
    remedy: remedyWords(answer.remedy),
    points: points === null ? "" : String(points).replace(".", ","),
  };
}

/** @type {(words: string) => Remedy | null} */
export function remedyOf(words) {
  if (!words) return null;
  const found = remedy.decode(words);
  return { ...found, deadline: dayOf(found.deadline) || null, done: Boolean(found.done) };
}
