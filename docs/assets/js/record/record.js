/* The record of a self-assessment: the file that is saved and opened. Its shape is published as
   du-lieu/phieu-tu-danh-gia.schema.json; here it is checked by hand, so that a fault is told in a sentence.
   A file is read whole or not at all. */

import { say as sentence } from "../words/form.js";
import { linesOf as codesOf } from "./figures.js";

export const FORMAT = "quyche-self-assessment";
export const FORMAT_VERSION = 1;
export const LONGEST_FILE = 5 * 1024 * 1024;
const LONG = 4000;
const SHORT = 300;

const UNIT = ["name", "province", "district", "commune", "preparer"];
const EVIDENCE = ["kind", "number", "date", "place"];
const OCCASION = ["due", "held", "number"];
const REMARKS = ["shortcomings", "causes", "commendations", "proposals"];
/* the same patterns as in the published schema */
const LINE = /^[a-z]+[0-9a-z-]*(\.[0-9a-z]+)*\.[1-9][0-9]*$/;
const PROVISION = /^[a-z]+[0-9a-z-]*(\.[0-9a-z]+)*$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const HASH = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const MOST_ROWS = 500;

class Refused extends Error {}

/** A sentence from the words, with its blanks filled. */
function say(key, values) {
  return sentence(key, values);
}

/** A blank record of `checklist` for `year`. `saved` and `revision` are set by whoever keeps it. */
export function empty(checklist, year) {
  return {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    regulation: { id: checklist.regulation.id, version: checklist.regulation.version, sha256: checklist.regulation.sha256 },
    body: checklist.body,
    year,
    scale: checklist.scale.id,
    letterhead: null,
    unit: { name: "", province: "", district: "", commune: "", preparer: "" },
    answers: {},
    log: {},
    remarks: { rating: "", shortcomings: "", causes: "", commendations: "", proposals: "" },
    final: false,
    saved: new Date(0).toISOString(),
    revision: 0,
  };
}

export function blankAnswer() {
  return { state: "", result: "", evidence: [], note: "", reason: "", cause: "", remedy: null, points: null };
}

export function blankRemedy() {
  return { action: "", owner: "", deadline: null, done: false };
}

/** The record as the text of a file: keys in a fixed order, so that the same record gives the same file. */
export function write(record) {
  const sorted = (map) => Object.fromEntries(Object.keys(map).sort().map((key) => [key, map[key]]));
  return JSON.stringify({ ...record, answers: sorted(record.answers), log: sorted(record.log) }, null, 1) + "\n";
}

/** Read a file for `checklist`: {record, notes} with what changed since, in sentences; or {error}, and nothing is read. */
export function read(text, checklist) {
  try {
    const data = parse(text);
    if (data.regulation.id !== checklist.regulation.id) throw new Refused(say("record.otherRegulation", { id: data.regulation.id }));
    if (data.body !== checklist.body) throw new Refused(say("record.otherBody", { body: data.body }));
    return { record: upgraded(data, checklist), notes: changes(data, checklist) };
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

/** Read a file of any body of regulation `id`: {record} or {error}. */
export function readAny(text, id) {
  try {
    const data = parse(text);
    if (data.regulation.id !== id) throw new Refused(say("record.otherRegulation", { id: data.regulation.id }));
    return { record: data };
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

function parse(text) {
  if (text.length > LONGEST_FILE) throw new Refused(say("record.tooLong"));
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Refused(say("record.notJson"));
  }
  return checked(data);
}

/* What the file holds, key by key; a key that is not known, or a value of another kind, refuses the whole. */
function checked(data) {
  object(data, "");
  if (data.format !== FORMAT) throw new Refused(say("record.otherFormat"));
  if (!Number.isInteger(data.format_version) || data.format_version < 1) throw new Refused(say("record.badValue", { where: "format_version" }));
  if (data.format_version > FORMAT_VERSION) throw new Refused(say("record.newer"));
  known(data, ["format", "format_version", "regulation", "body", "year", "scale", "letterhead", "unit", "answers", "log", "remarks", "final", "saved", "revision"], "");
  object(data.regulation, "regulation");
  known(data.regulation, ["id", "version", "sha256"], "regulation");
  return {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    regulation: {
      id: shaped(data.regulation.id, SLUG, "regulation.id"),
      version: line(data.regulation.version, "regulation.version"),
      sha256: shaped(data.regulation.sha256, HASH, "regulation.sha256"),
    },
    body: shaped(data.body, SLUG, "body"),
    year: whole(data.year, 1990, 2200, "year"),
    scale: shaped(data.scale, SLUG, "scale"),
    letterhead: optional(data.letterhead, (value) => shaped(value, SLUG, "letterhead")),
    unit: texts(or(data.unit, {}), UNIT, [], "unit"),
    answers: mapped(or(data.answers, {}), LINE, answer, isBlankAnswer, "answers"),
    log: mapped(or(data.log, {}), PROVISION, occasions, (rows) => rows.length === 0, "log"),
    remarks: texts(or(data.remarks, {}), ["rating"], REMARKS, "remarks"),
    final: flag(or(data.final, false), "final"),
    saved: moment(data.saved, "saved"),
    revision: whole(or(data.revision, 0), 0, Number.MAX_SAFE_INTEGER, "revision"),
  };
}

function answer(value, where) {
  object(value, where);
  known(value, Object.keys(blankAnswer()), where);
  const rows = list(or(value.evidence, []), `${where}.evidence`).map((item, number) => texts(item, EVIDENCE, [], `${where}.evidence.${number}`));
  return {
    state: words(or(value.state, ""), 40, `${where}.state`),
    result: words(or(value.result, ""), LONG, `${where}.result`),
    evidence: rows.filter(holds),
    note: words(or(value.note, ""), LONG, `${where}.note`),
    reason: words(or(value.reason, ""), LONG, `${where}.reason`),
    cause: words(or(value.cause, ""), LONG, `${where}.cause`),
    remedy: optional(value.remedy, (found) => remedy(found, `${where}.remedy`)),
    points: optional(value.points, (found) => number(found, `${where}.points`)),
  };
}

function remedy(value, where) {
  object(value, where);
  known(value, Object.keys(blankRemedy()), where);
  const found = {
    action: words(or(value.action, ""), LONG, `${where}.action`),
    owner: line(or(value.owner, ""), `${where}.owner`),
    deadline: optional(value.deadline, (date) => day(date, `${where}.deadline`)),
    done: flag(or(value.done, false), `${where}.done`),
  };
  return holds(found) ? found : null;
}

/* The rows stand for the occasions of the year in order; blank rows at the end say nothing. */
function occasions(value, where) {
  return trimmedRows(list(value, where).map((row, number) => texts(row, OCCASION, ["note"], `${where}.${number}`)));
}

/** `rows` without the blank ones at their end. */
export function trimmedRows(rows) {
  const last = rows.map(holds).lastIndexOf(true);
  return rows.slice(0, last + 1);
}

/** Whether anything stands in `item`. */
export function holds(item) {
  return Object.values(item).some(Boolean);
}

/** Whether `found` says nothing. Such an answer is the same as none, and is not kept. */
export function isBlankAnswer(found) {
  return JSON.stringify(found) === JSON.stringify(blankAnswer());
}

/* What may be left out has its blank; anything else of another kind is refused, not taken for a blank. */
function or(value, blank) {
  return value === undefined ? blank : value;
}

function optional(value, one) {
  return value === null || value === undefined ? null : one(value);
}

function bad(where) {
  return new Refused(say("record.badValue", { where }));
}

function object(value, where) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw bad(where || say("record.wholeFile"));
}

function known(value, keys, where) {
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) throw bad(where ? `${where}.${strange}` : strange);
}

/* The browser keeps lines with \n; a file written elsewhere may have \r\n. */
function words(value, longest, where) {
  if (typeof value !== "string") throw bad(where);
  const mended = value.replace(/\r\n?/g, "\n");
  if (mended.length > longest) throw bad(where);
  return mended;
}

function line(value, where) {
  const found = words(value, SHORT, where);
  if (found.includes("\n")) throw bad(where);
  return found;
}

function shaped(value, pattern, where) {
  if (typeof value !== "string" || value.length > SHORT || !pattern.test(value)) throw bad(where);
  return value;
}

/* An object of words: `lines` of one line each, `longs` of many. */
function texts(value, lines, longs, where) {
  object(value, where);
  known(value, [...lines, ...longs], where);
  const one = (key) => (lines.includes(key) ? line(or(value[key], ""), `${where}.${key}`) : words(or(value[key], ""), LONG, `${where}.${key}`));
  return Object.fromEntries([...lines, ...longs].map((key) => [key, one(key)]));
}

function list(value, where) {
  if (!Array.isArray(value) || value.length > MOST_ROWS) throw bad(where);
  return value;
}

function mapped(value, pattern, one, isBlank, where) {
  object(value, where);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => {
        if (key.length > SHORT || !pattern.test(key)) throw bad(`${where}.${key.slice(0, 80)}`);
        return [key, one(item, `${where}.${key}`)];
      })
      .filter((entry) => !isBlank(entry[1]))
  );
}

function whole(value, least, most, where) {
  if (!Number.isInteger(value) || value < least || value > most) throw bad(where);
  return value;
}

function number(value, where) {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw bad(where);
  return value;
}

function flag(value, where) {
  if (typeof value !== "boolean") throw bad(where);
  return value;
}

function moment(value, where) {
  shaped(value, MOMENT, where);
  if (Number.isNaN(Date.parse(value))) throw bad(where);
  return value;
}

function day(value, where) {
  const date = new Date(`${value}T00:00:00Z`);
  if (typeof value !== "string" || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw bad(where);
  return value;
}

/* The answers, now about the text and the scale of this page. */
function upgraded(record, checklist) {
  const { regulation, scale } = empty(checklist, record.year);
  return { ...record, regulation, scale };
}

/* What is different since the file was made: another version of the text, lines that are gone, answers not on the scale. */
function changes(record, checklist) {
  const notes = [];
  const lines = new Set(checklist.parts.flatMap(codesOf));
  const states = new Set(checklist.scale.states.map((state) => state.id));
  if (record.regulation.sha256 !== checklist.regulation.sha256 || record.regulation.version !== checklist.regulation.version) {
    notes.push(say("record.otherVersion", { theirs: record.regulation.version, ours: checklist.regulation.version }));
  }
  const gone = Object.keys(record.answers).filter((code) => !lines.has(code));
  if (gone.length) notes.push(say("record.goneLines", { codes: gone.join(", ") }));
  const strange = Object.keys(record.answers).filter((code) => record.answers[code].state && !states.has(record.answers[code].state));
  if (strange.length) notes.push(say("record.strangeStates", { codes: strange.join(", ") }));
  const fresh = [...lines].filter((code) => !(code in record.answers));
  if (fresh.length && notes.length) notes.push(say("record.newLines", { count: fresh.length }));
  return notes;
}
