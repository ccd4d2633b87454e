/* Files of the reader's: saved forms and filled workbooks, told from each other and read. */

import * as disk from "../common/disk.js";
import { say } from "../words/form.js";
import * as records from "../record/record.js";
import * as excelRead from "../office/excel-read.js";
import { merged } from "../office/merge.js";
import { isArchive, MOST_BYTES } from "../office/zip.js";

const MOST_TOLD = 12;

/** Whether `file` is meant as a workbook: by its name or by how it begins. */
export async function isWorkbook(file) {
  if (/\.xls[xm]?$/i.test(file.name)) return true;
  const start = await disk.bytesOf(file.slice(0, 2));
  return start !== null && isArchive(start);
}

/** Read a saved form; one that is too large is not even opened. @returns {Promise<records.Reading>} */
export async function readForm(file, checklist) {
  if (file.size > records.LONGEST_FILE) return { error: say("record.tooLong") };
  const bytes = await disk.bytesOf(file);
  return bytes ? records.read(bytes, checklist) : { error: say("file.unreadable") };
}

/** Read a workbook of the body of `checklist`. @returns {Promise<excelRead.Found>} */
export async function readWorkbook(file, checklist) {
  if (file.size > MOST_BYTES) return { error: say("office.tooLarge") };
  const bytes = await disk.bytesOf(file);
  if (!bytes) return { error: say("file.unreadable") };
  let { body } = checklist;
  const found = await excelRead.readAny(bytes, (named) => {
    body = named;
    return named === checklist.body ? checklist : null;
  }, checklist.regulation.id);
  return found.error && body !== checklist.body ? { error: say("office.otherBody", { body }) } : found;
}

/** A file of either kind as a record of its own, beside no other. @returns {Promise<records.Reading>} */
export async function readWhole(file, checklist) {
  if (!(await isWorkbook(file))) return readForm(file, checklist);
  const found = await readWorkbook(file, checklist);
  if (!found.record) return found;
  if (!found.record.year) return { error: say("office.noYear") };
  return { record: merged(records.empty(checklist, found.record.year), found), notes: skippedNotes(found.skipped) };
}

/** Which rows were left out, in at most one sentence. */
export function skippedNotes(skipped) {
  const list = excelRead.told(skipped, MOST_TOLD, ({ sheet, row, reason }) => `${sheet} ${row} (${reason})`);
  return list ? [say("office.openedSkipped", { count: skipped.length, list })] : [];
}
