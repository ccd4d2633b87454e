/* The record of a self-assessment: the file that is saved and opened. Its shape is `schema` of contract.js, made from
   the models and published as du-lieu/phieu-tu-danh-gia.schema.json; a fault is told in a sentence. A file is read
   whole or not at all. */

import { dayOf } from "../common/days.js";
import { say } from "../words/form.js";
import { codesOf, knownAs, occasionName } from "./checklist.js";
import { schema } from "./contract.js";

/** @import {
      Answer, AssessmentRecord, EvidenceItem, Occasion, Remarks, Remedy, Sheet, Task, Unit,
    } from "./contract.js"
    @import { Checklist } from "./checklist.js" */

/** What a file or a draft was read as, and in sentences what changed since; or why nothing is read.
    @typedef {{ record: AssessmentRecord, notes?: string[], error?: undefined }
      | { record?: null, notes?: string[], error?: string }} Reading
    @typedef {{ Answer: Answer, EvidenceItem: EvidenceItem, Occasion: Occasion, Remarks: Remarks, Remedy: Remedy,
      Unit: Unit }} Models */

export const FORMAT = schema.properties.format.const;
export const FORMAT_VERSION = schema.properties.format_version.const;
export const LONGEST_FILE = 5 * 1024 * 1024;
const LONGEST_NAME = 80; // letters of a strange key that are told

class Refused extends Error {}

/* ---- blanks ---- */
/** The parts of the schema, by the names of their models. @type {Record<string, any>} */
const SHAPES = schema.$defs;

/** @param {any} field */
function blankOf(field) {
  if ("default" in field) return structuredClone(field.default);
  return field.type === "object" ? {} : null;
}

/** @type {(shape: any) => any} */
const blankRecord = (shape) =>
  Object.fromEntries(Object.entries(shape.properties).map(([key, field]) => [key, blankOf(field)]));

/** A blank record of the model `name`. @type {<Name extends keyof Models>(name: Name) => Models[Name]} */
export function blank(name) {
  return blankRecord(SHAPES[name]);
}

/** The names of the fields of the model `name`, in order.
    @type {<Name extends keyof Models>(name: Name) => Array<keyof Models[Name] & string>} */
export function fieldsOf(name) {
  return /** @type {any} */ (Object.keys(SHAPES[name].properties));
}

/** @param {string} where */
function fieldAt(where) {
  const [name, field] = where.split(".");
  return SHAPES[name].properties[field];
}

/** The most letters of a field; `where` as in `Answer.result`. @type {(where: string) => number} */
export const longest = (where) => fieldAt(where).maxLength;

/** Whether a field holds words of one line. @param {string} where */
export const isLine = (where) => "pattern" in fieldAt(where);

/** A blank record of `checklist` for `year`; without one, for the blank sheet. `saved` and `revision` are set by
    whoever keeps it. @type {(checklist: Checklist, year: number | null) => AssessmentRecord} */
export function empty(checklist, year) {
  const { id, version, sha256 } = checklist.regulation;
  const about = { regulation: { id, version, sha256 }, body: checklist.body, year, scale: checklist.scale.id };
  return { ...blankRecord(schema), ...about, saved: new Date(0).toISOString() };
}

/** Whether anything stands in `item`. @param {object} item */
export function holds(item) {
  return Object.values(item).some(Boolean);
}

/** `rows` without the blank ones at their end: they stand for the occasions of the year in order.
    @param {Occasion[]} rows */
function trimmedRows(rows) {
  return rows.slice(0, rows.map(holds).lastIndexOf(true) + 1);
}

/** The occasions of a task in the log as `rows` have them; those that the unit has added follow its own.
    @type {(checklist: Sheet, task: Task, rows?: Occasion[]) => Array<Occasion & { name: string }>} */
export function occasionsOf(checklist, task, rows = []) {
  const length = Math.max(task.occasions.length, rows.length);
  return Array.from({ length }, (_, place) =>
    ({ ...(rows[place] || blank("Occasion")), name: occasionName(checklist, task, place) }));
}

/* ---- what a value must be, as the schema says ---- */
/** The value, mended, or a refusal.
    @typedef {(value: any, shape: any, where: string) => any} Check */

const isObject = (/** @type {unknown} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);

const bad = (/** @type {string} */ where) => new Refused(say("record.badValue", { where }));

/** @type {Record<string, (value: string) => boolean>} */
const FORMATS = {
  date: (value) => value !== "" && dayOf(value) === value,
  "date-time": (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/** @type {Record<string, Check>} */
const KINDS = {
  /* The browser keeps lines with \n; a file written elsewhere may have \r\n. */
  string(value, shape, where) {
    if (typeof value !== "string") throw bad(where);
    const mended = value.replace(/\r\n?/g, "\n");
    const fits = mended.length <= (shape.maxLength ?? Infinity) && new RegExp(shape.pattern ?? "").test(mended);
    if (!fits || (shape.format && !FORMATS[shape.format](mended))) throw bad(where);
    return mended;
  },
  integer(value, { minimum, maximum = Infinity }, where) {
    if (!Number.isSafeInteger(value) || value < minimum || value > maximum) throw bad(where);
    return value;
  },
  number(value, shape, where) {
    if (!Number.isFinite(value) || value < shape.minimum) throw bad(where);
    return value;
  },
  boolean(value, shape, where) {
    if (typeof value !== "boolean") throw bad(where);
    return value;
  },
  array(value, shape, where) {
    if (!Array.isArray(value) || value.length > shape.maxItems) throw bad(where);
    return value.map((one, place) => checked(one, shape.items, `${where}.${place}`));
  },
  object(value, shape, where) {
    if (!isObject(value)) throw bad(where);
    const [[pattern, item]] = Object.entries(shape.patternProperties);
    const fits = (/** @type {string} */ key) =>
      key.length <= shape.propertyNames.maxLength && new RegExp(pattern).test(key);
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        if (!fits(key)) throw bad(`${where}.${key.slice(0, LONGEST_NAME)}`);
        return [key, checked(one, item, `${where}.${key}`)];
      }),
    );
  },
};

/** @type {Check} */
function checked(value, shape, where) {
  if (shape.anyOf && value === null) return null;
  const one = shape.anyOf ? shape.anyOf.find((/** @type {any} */ other) => other.type !== "null") : shape;
  return one.$ref ? checkedRecord(value, SHAPES[one.$ref.split("/").pop()], where) : KINDS[one.type](value, one, where);
}

/** A key that is not known, or a value of another kind, refuses the whole; what may be left out has its blank.
    @type {Check} */
function checkedRecord(value, shape, where) {
  const at = (/** @type {string} */ key) => (where ? `${where}.${key}` : key);
  if (!isObject(value)) throw bad(where);
  const strange = Object.keys(value).find((key) => !(key in shape.properties));
  if (strange !== undefined) throw bad(at(strange.slice(0, LONGEST_NAME)));
  return Object.fromEntries(
    Object.entries(shape.properties).map(([key, one]) => {
      if (value[key] !== undefined) return [key, checked(value[key], one, at(key))];
      if (shape.required && shape.required.includes(key)) throw bad(at(key));
      return [key, blankOf(one)];
    }),
  );
}

/* ---- files ---- */
/** The record as the text of a file: keys in a fixed order, so that the same record gives the same file.
    @param {AssessmentRecord} record */
export function write(record) {
  const sorted = (/** @type {Record<string, unknown>} */ map) =>
    Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...record, answers: sorted(record.answers), log: sorted(record.log) }, null, 1)}\n`;
}

/** What two records say is the same where this is: when and how often they were saved does not count.
    @param {AssessmentRecord} record */
export const content = (record) => write({ ...record, saved: "", revision: 0 });

/** What is in a file: its words, or its bytes. @typedef {string | Uint8Array} Source */

/** Read a file for `checklist`. @type {(source: Source, checklist: Checklist) => Reading} */
export function read(source, checklist) {
  return attempt(() => {
    const record = renamed(parsed(source, checklist.regulation.id), checklist);
    if (record.body !== checklist.body) throw new Refused(say("record.otherBody", { body: record.body }));
    const { regulation, scale } = empty(checklist, record.year);
    return { record: { ...record, regulation, scale }, notes: changes(record, checklist) };
  });
}

/** Each answer under the code that its line has today.
    @type {(record: AssessmentRecord, checklist: Checklist) => AssessmentRecord} */
export function renamed(record, checklist) {
  const known = knownAs(checklist);
  const answers = Object.entries(record.answers).map(([code, answer]) => [known.get(code)?.id ?? code, answer]);
  return { ...record, answers: Object.fromEntries(answers) };
}

/** Read a file of any body of regulation `id`. @type {(source: Source, id: string) => Reading} */
export function readAny(source, id) {
  return attempt(() => ({ record: parsed(source, id) }));
}

/** @type {(work: () => Reading) => Reading} */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

/** @type {(source: Source, id: string) => AssessmentRecord} */
function parsed(source, id) {
  if (source.length > LONGEST_FILE) throw new Refused(say("record.tooLong"));
  const record = tidied(checkedRecord(json(source), schema, ""));
  if (record.regulation.id !== id) throw new Refused(say("record.otherRegulation", { id: record.regulation.id }));
  return record;
}

/** @param {Source} source */
function json(source) {
  let data;
  try {
    const text = typeof source === "string" ? source : new TextDecoder("utf-8", { fatal: true }).decode(source);
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

/** Rows and answers that say nothing are the same as none. @type {(record: AssessmentRecord) => AssessmentRecord} */
export function tidied(record) {
  const nothing = JSON.stringify(blank("Answer"));
  const answers = Object.entries(record.answers).map(([code, answer]) => {
    const remedy = answer.remedy && holds(answer.remedy) ? answer.remedy : null;
    return /** @type {const} */ ([code, { ...answer, evidence: answer.evidence.filter(holds), remedy }]);
  });
  const log = Object.entries(record.log).map(([task, rows]) => /** @type {const} */ ([task, trimmedRows(rows)]));
  return {
    ...record,
    answers: Object.fromEntries(answers.filter(([, answer]) => JSON.stringify(answer) !== nothing)),
    log: Object.fromEntries(log.filter(([, rows]) => rows.length)),
  };
}

/* ---- what is different since the file was made ---- */
/** Another version of the text, lines that are gone, answers not on the scale, lines that are new: in sentences.
    @param {AssessmentRecord} record @param {Checklist} checklist */
export function changes(record, checklist) {
  const { version, sha256 } = checklist.regulation;
  const lines = codesOf(checklist);
  const states = checklist.scale.states.map((state) => state.id);
  const codes = Object.keys(record.answers);
  const gone = codes.filter((code) => !lines.includes(code));
  const strange = codes.filter((code) => record.answers[code].state && !states.includes(record.answers[code].state));
  const fresh = lines.filter((code) => !codes.includes(code));
  const isOther = record.regulation.sha256 !== sha256 || record.regulation.version !== version;
  const notes = [];
  if (isOther) notes.push(say("record.otherVersion", { theirs: record.regulation.version, ours: version }));
  if (gone.length) notes.push(say("record.goneLines", { codes: gone.join(", ") }));
  if (strange.length) notes.push(say("record.strangeStates", { codes: strange.join(", ") }));
  return notes.length && fresh.length ? [...notes, say("record.newLines", { count: fresh.length })] : notes;
}
