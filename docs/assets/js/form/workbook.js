/* Filled workbooks of the reader's: told from other files, read, and as a record of their own. */

import * as disk from "../common/disk.js";
import { say } from "../words/form.js";
import * as records from "../record/record.js";
import * as excelRead from "../office/excel-read.js";
import { merged } from "../office/merge.js";
import { MOST_BYTES } from "../office/zip.js";

const MOST_SHOWN = 12;

/** Whether `file` is meant as a workbook: by its name or by how it begins. */
export async function isWorkbook(file) {
  if (/\.xls[xm]?$/i.test(file.name)) return true;
  const start = await disk.bytesOf(file.slice(0, 2));
  return start !== null && start[0] === 0x50 && start[1] === 0x4b;
}

/** Read a workbook of the body of `checklist`. @returns {Promise<excelRead.Found>} */
export async function read(file, checklist) {
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

/** A workbook as a record of its own, beside no other. @returns {Promise<records.Reading>} */
export async function readWhole(file, checklist) {
  const found = await read(file, checklist);
  if (!found.record) return found;
  if (!found.record.year) return { error: say("office.noYear") };
  return { record: merged(records.empty(checklist, found.record.year), found), notes: skippedNotes(found.skipped) };
}

/** Which rows were left out, in at most one sentence. */
export function skippedNotes(skipped) {
  if (!skipped.length) return [];
  const named = skipped.slice(0, MOST_SHOWN).map((one) => `${one.sheet} ${one.row} (${one.reason})`);
  if (skipped.length > MOST_SHOWN) named.push("…");
  return [say("office.openedSkipped", { count: skipped.length, list: named.join("; ") })];
}
