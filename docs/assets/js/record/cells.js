/* Several fields in the words of one cell, and back again: `Báo cáo; số: 12-BC/HU; ngày: 05/3/2026`.
   People write freely in a cell: words that do not have this exact shape are the first field, whole.
   Both ways lose nothing: decode(encode(x)) is x, encode(decode(words)) is words. A label inside a field gets a backslash. */

import { dayOf, slashed } from "../common/days.js";
import { labels } from "./contract.js";
import { fieldsOf, longest } from "./record.js";

export const SHORT = longest("EvidenceItem.kind");
export const LONG = longest("Answer.result");
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A codec of `fields`, [{key, label, fits}]; the first has no label. `between` stands between them. */
export function codec(fields, between) {
  const [plain, ...named] = fields;
  const names = named.map((field) => escaped(field.label)).join("|");
  const border = new RegExp(`(^|${escaped(between)})(${names}): `, "g");
  const hide = (words) => words.replace(new RegExp(`(^|${escaped(between)})(\\\\*(?:${names}): )`, "g"), "$1\\$2");
  const reveal = (words) => words.replace(new RegExp(`(^|${escaped(between)})\\\\(\\\\*(?:${names}): )`, "g"), "$1$2");
  const blank = () => Object.fromEntries(fields.map((field) => [field.key, ""]));
  const isPlain = (value, words) => value[plain.key] === words && named.every((field) => !value[field.key]);

  function encode(value) {
    const words = value[plain.key];
    if (isPlain(value, words) && isPlain(decode(words), words)) return words;
    const parts = named.filter((field) => value[field.key]).map((field) => `${field.label}: ${hide(value[field.key])}`);
    return (words ? [hide(words), ...parts] : parts).join(between);
  }

  /* The shape, if the words have it: labels in their order, each once, with something behind it that fits. */
  function candidate(words) {
    const marks = Array.from(words.matchAll(border));
    const value = blank();
    let last = -1;
    value[plain.key] = reveal(words.slice(0, marks.length ? marks[0].index : words.length));
    for (const [number, mark] of marks.entries()) {
      const place = named.findIndex((field) => field.label === mark[2]);
      const end = number + 1 < marks.length ? marks[number + 1].index : words.length;
      const inside = reveal(words.slice(mark.index + mark[0].length, end));
      if (place <= last || !inside || !named[place].fits(inside)) return null;
      value[named[place].key] = inside;
      last = place;
    }
    return plain.fits(value[plain.key]) ? value : null;
  }

  function decode(words) {
    const whole = { ...blank(), [plain.key]: words };
    const value = candidate(words);
    return !value || isPlain(value, words) || encode(value) !== words ? whole : value;
  }

  return Object.freeze({ encode, decode });
}

const isLine = (words) => words.length <= SHORT && !words.includes("\n");
const isLong = (words) => words.length <= LONG;
const field = (key, fits, plain = false) => ({ key, label: plain ? "" : labels[key], fits });

/** The codecs of the cells of a line; `reason` is that of a line whose answer asks for a reason. */
export const evidence = codec(fieldsOf("EvidenceItem").map((key) => field(key, isLine, key === "kind")), "; ");
export const note = codec([field("note", isLong, true), field("reason", isLong)], "\n");
export const reason = codec([field("reason", isLong, true), field("note", isLong)], "\n");
export const remedy = codec([
  field("action", isLong, true),
  field("owner", isLine),
  field("deadline", (words) => dayOf(words) !== ""),
  field("done", (words) => words === labels.yes),
], "\n");

/** Rows of evidence as the words of a cell: one line each. */
export const evidenceWords = (rows) => rows.map(evidence.encode).join("\n");

/** The rows of evidence in the words of a cell. A line too long for a field goes on in the next row. */
export function evidenceRows(words) {
  const lines = words.split("\n").filter((line) => line.trim());
  return lines.map(evidence.decode).flatMap((row) => pieces(row.kind).map((kind, number) => {
    return number ? { kind, number: "", date: "", place: "" } : { ...row, kind };
  }));
}

/* Broken after a semicolon, else at a space, else anywhere. */
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

/* Which of the two stands without its label depends on what the state asks for. */
const noteCodec = (state) => (state && state.needs_reason ? reason : note);

/** {note, reason} of a line in the state `state` (of the scale, or null) as the words of one cell. */
export const noteWords = (answer, state) => noteCodec(state).encode(answer);

export const noteParts = (words, state) => noteCodec(state).decode(words);

/** A remedy, or null, as the words of a cell. */
export function remedyWords(one) {
  if (!one) return "";
  const { action, owner, deadline, done } = one;
  return remedy.encode({ action, owner, deadline: deadline ? slashed(deadline) : "", done: done ? labels.yes : "" });
}

export function remedyOf(words) {
  if (!words) return null;
  const found = remedy.decode(words);
  return { ...found, deadline: dayOf(found.deadline) || null, done: Boolean(found.done) };
}
