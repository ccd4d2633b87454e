/* One file of the reader's disk: a record with its notes, or a sentence that says why it is refused. Whole or not at
   all. */

import * as disk from "../common/disk.js";
import { say } from "../words/rollup.js";
import * as records from "../record/record.js";
import * as excelRead from "../office/excel-read.js";
import { isArchive } from "../office/zip.js";
import { sha256 } from "./sha256.js";

const MEGABYTE = 1024 * 1024;
const LARGEST = 20 * MEGABYTE; // of an Excel file; a saved form is refused above what the form itself refuses
const MOST_ROWS_TOLD = 8;

/** {name, size, sha256, record, notes, skipped} or {…, error}. A file that is too large is not even opened. */
export async function read(file, checklists) {
  const about = { name: file.name, size: file.size, sha256: "", notes: [], skipped: [], isExcel: false };
  if (file.size > LARGEST) return { ...about, error: say("read.tooLarge", { most: LARGEST / MEGABYTE }) };
  const bytes = await disk.bytesOf(file);
  if (!bytes) return { ...about, error: say("read.unreadable") };
  about.sha256 = sha256(bytes);
  if (!bytes.length) return { ...about, error: say("read.empty") };
  try {
    return { ...about, ...(isArchive(bytes) ? await fromExcel(bytes, file, checklists) : checked(bytes, checklists)) };
  } catch {
    return { ...about, error: say("read.trouble") };
  }
}

const regulationOf = (checklists) => checklists.values().next().value.regulation.id;

/** @returns {records.Reading} */
function checked(source, checklists) {
  const { record: found, error } = records.readAny(source, regulationOf(checklists));
  if (!found) return { error };
  const checklist = checklists.get(found.body);
  if (!checklist) return { error: say("read.unknownBody", { body: found.body }) };
  const record = records.renamed(found, checklist);
  return { record, notes: records.changes(record, checklist) };
}

/* A workbook tells neither when it was saved nor whether it is final: the file's own time stands for the first. */
async function fromExcel(bytes, file, checklists) {
  const found = await excelRead.readAny(bytes, (body) => checklists.get(body), regulationOf(checklists));
  if (!found.record) return found;
  if (found.record.year === null) return { error: say("read.noYear") };
  const record = { ...found.record, saved: new Date(file.lastModified).toISOString() };
  const made = checked(records.write(record), checklists);
  if (made.error) return made;
  const { skipped } = found;
  return { ...made, isExcel: true, skipped, notes: [...(made.notes || []), ...skippedWords(skipped)] };
}

function skippedWords(skipped) {
  const words = (one) => say(one.code ? "read.skippedRow" : "read.skippedLine", one);
  const rows = excelRead.told(skipped, MOST_ROWS_TOLD, words);
  return rows ? [say("read.skipped", { count: skipped.length, rows })] : [];
}
