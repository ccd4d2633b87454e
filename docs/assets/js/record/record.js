/* The record of a self-assessment: the file that is saved and opened. Its shape is `schema` of contract.js, made from the
   models and published as du-lieu/phieu-tu-danh-gia.schema.json; a fault is told in a sentence. A file is read whole or
   not at all. */

import { say } from "../words/form.js";
import { codesOf } from "./checklist.js";
import { schema } from "./contract.js";

/** @import { Answer, AssessmentRecord } from "./contract.js" */

export const FORMAT = schema.properties.format.const;
export const FORMAT_VERSION = schema.properties.format_version.const;
export const LONGEST_FILE = 5 * 1024 * 1024;
const LONGEST_NAME = 80; // letters of a strange key that are told

class Refused extends Error {}

/* ---- blanks ---- */
const shapeOf = (reference) => schema.$defs[reference.split("/").pop()];

function blankOf(field) {
  if ("default" in field) return structuredClone(field.default);
  return field.type === "object" ? {} : null;
}

const blankRecord = (shape) =>
  Object.fromEntries(Object.entries(shape.properties).map(([key, field]) => [key, blankOf(field)]));

/** A blank record of the model `name`: Answer, Remedy, Occasion, EvidenceItem, Unit, Remarks. */
export function blank(name) {
  return blankRecord(schema.$defs[name]);
}

/** The names of the fields of the model `name`, in order. */
export function fieldsOf(name) {
  return Object.keys(schema.$defs[name].properties);
}

/** The most letters of a field; `where` as in `Answer.result`. */
export function longest(where) {
  const [name, field] = where.split(".");
  return schema.$defs[name].properties[field].maxLength;
}

/** Whether a field holds words of one line. */
export function isLine(where) {
  const [name, field] = where.split(".");
  return "pattern" in schema.$defs[name].properties[field];
}

/** A blank record of `checklist` for `year`. `saved` and `revision` are set by whoever keeps it. */
export function empty(checklist, year) {
  const { id, version, sha256 } = checklist.regulation;
  const about = { regulation: { id, version, sha256 }, body: checklist.body, year, scale: checklist.scale.id };
  return { ...blankRecord(schema), ...about, saved: new Date(0).toISOString() };
}

/** Whether anything stands in `item`. */
export function holds(item) {
  return Object.values(item).some(Boolean);
}

/** `rows` without the blank ones at their end: they stand for the occasions of the year in order. */
export function trimmedRows(rows) {
  return rows.slice(0, rows.map(holds).lastIndexOf(true) + 1);
}

/** Whether `answer` says nothing. Such an answer is the same as none, and is not kept. */
export function isBlankAnswer(answer) {
  return JSON.stringify(answer) === JSON.stringify(blank("Answer"));
}

/* ---- files ---- */
/** The record as the text of a file: keys in a fixed order, so that the same record gives the same file. */
export function write(record) {
  const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...record, answers: sorted(record.answers), log: sorted(record.log) }, null, 1)}\n`;
}

/** Read a file for `checklist`: {record, notes} with what changed since, in sentences; or {error}, and nothing is read. */
export function read(text, checklist) {
  return attempt(() => {
    const record = parsed(text, checklist.regulation.id);
    if (record.body !== checklist.body) throw new Refused(say("record.otherBody", { body: record.body }));
    const { regulation, scale } = empty(checklist, record.year);
    return { record: { ...record, regulation, scale }, notes: changes(record, checklist) };
  });
}

/** Read a file of any body of regulation `id`: {record} or {error}. */
export function readAny(text, id) {
  return attempt(() => ({ record: parsed(text, id) }));
}

function attempt(work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

function parsed(text, id) {
  if (text.length > LONGEST_FILE) throw new Refused(say("record.tooLong"));
  const record = tidied(checkedRecord(json(text), schema, ""));
  if (record.regulation.id !== id) throw new Refused(say("record.otherRegulation", { id: record.regulation.id }));
  return record;
}

function json(text) {
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refused(say("record.notJson"));
  }
  if (!isObject(data)) throw bad(say("record.wholeFile"));
  if (data.format !== FORMAT) throw new Refused(say("record.otherFormat"));
  if (!Number.isInteger(data.format_version) || data.format_version < 1) throw bad("format_version");
  if (data.format_version > FORMAT_VERSION) throw new Refused(say("record.newer"));
  return data;
}

/* Rows and answers that say nothing are the same as none. */
function tidied(record) {
  const kept = (map, work, isBlank) =>
    Object.fromEntries(Object.entries(map).map(([key, one]) => [key, work(one)]).filter(([, one]) => !isBlank(one)));
  const answer = (one) => ({
    ...one,
    evidence: one.evidence.filter(holds),
    remedy: one.remedy && holds(one.remedy) ? one.remedy : null,
  });
  return {
    ...record,
    answers: kept(record.answers, answer, isBlankAnswer),
    log: kept(record.log, trimmedRows, (rows) => rows.length === 0),
  };
}

/* ---- what a value must be, as the schema says ---- */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const bad = (where) => new Refused(say("record.badValue", { where }));

const KINDS = { string: words, integer: whole, number, boolean: flag, array: list, object: mapped };

function checked(value, shape, where) {
  if (shape.anyOf) return value === null ? null : checked(value, shape.anyOf.find((one) => one.type !== "null"), where);
  return shape.$ref ? checkedRecord(value, shapeOf(shape.$ref), where) : KINDS[shape.type](value, shape, where);
}

/* A key that is not known, or a value of another kind, refuses the whole; what may be left out has its blank. */
function checkedRecord(value, shape, where) {
  const at = (key) => (where ? `${where}.${key}` : key);
  if (!isObject(value)) throw bad(where);
  const strange = Object.keys(value).find((key) => !(key in shape.properties));
  if (strange !== undefined) throw bad(at(strange.slice(0, LONGEST_NAME)));
  const field = ([key, one]) => {
    if (value[key] !== undefined) return [key, checked(value[key], one, at(key))];
    if (shape.required && shape.required.includes(key)) throw bad(at(key));
    return [key, blankOf(one)];
  };
  return Object.fromEntries(Object.entries(shape.properties).map(field));
}

/* The browser keeps lines with \n; a file written elsewhere may have \r\n. */
function words(value, shape, where) {
  if (typeof value !== "string") throw bad(where);
  const mended = value.replace(/\r\n?/g, "\n");
  const fits = mended.length <= (shape.maxLength ?? Infinity) && new RegExp(shape.pattern ?? "").test(mended);
  if (!fits || (shape.format && !FORMATS[shape.format](mended))) throw bad(where);
  return mended;
}

const FORMATS = {
  date: (value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
  },
  "date-time": (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function whole(value, shape, where) {
  if (!Number.isSafeInteger(value) || value < shape.minimum || value > (shape.maximum ?? Infinity)) throw bad(where);
  return value;
}

function number(value, shape, where) {
  if (!Number.isFinite(value) || value < shape.minimum) throw bad(where);
  return value;
}

function flag(value, shape, where) {
  if (typeof value !== "boolean") throw bad(where);
  return value;
}

function list(value, shape, where) {
  if (!Array.isArray(value) || value.length > shape.maxItems) throw bad(where);
  return value.map((one, place) => checked(one, shape.items, `${where}.${place}`));
}

function mapped(value, shape, where) {
  if (!isObject(value)) throw bad(where);
  const [[pattern, item]] = Object.entries(shape.patternProperties);
  const fits = (key) => key.length <= shape.propertyNames.maxLength && new RegExp(pattern).test(key);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (!fits(key)) throw bad(`${where}.${key.slice(0, LONGEST_NAME)}`);
      return [key, checked(one, item, `${where}.${key}`)];
    }),
  );
}

/* ---- what is different since the file was made ---- */
/* Another version of the text, lines that are gone, answers not on the scale, lines that are new. */
function changes(record, checklist) {
  const { version, sha256 } = checklist.regulation;
  const lines = codesOf(checklist);
  const states = checklist.scale.states.map((state) => state.id);
  const codes = Object.keys(record.answers);
  const list = (found) => found.join(", ");
  const gone = codes.filter((code) => !lines.includes(code));
  const strange = codes.filter((code) => record.answers[code].state && !states.includes(record.answers[code].state));
  const fresh = lines.filter((code) => !codes.includes(code));
  const isOther = record.regulation.sha256 !== sha256 || record.regulation.version !== version;
  const notes = [
    isOther && say("record.otherVersion", { theirs: record.regulation.version, ours: version }),
    gone.length && say("record.goneLines", { codes: list(gone) }),
    strange.length && say("record.strangeStates", { codes: list(strange) }),
  ].filter(Boolean);
  return notes.length && fresh.length ? [...notes, say("record.newLines", { count: fresh.length })] : notes;
}
