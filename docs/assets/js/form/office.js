/* Word and Excel files in the form: the blank ones filled and given, a filled workbook shown before anything is applied. */

import * as disk from "../common/disk.js";
import { element, pageData } from "../common/page.js";
import { say } from "../words/form.js";
import * as records from "../record/record.js";
import * as excelFile from "../office/excel-file.js";
import * as excelRead from "../office/excel-read.js";
import * as officeMerge from "../office/merge.js";
import { show as showPreview } from "../office/preview.js";
import * as wordFile from "../office/word-file.js";
import * as zip from "../office/zip.js";

const KINDS = {
  docx: { label: "office.word", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", fill: wordFile.fill },
  xlsx: { label: "office.excel", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fill: excelFile.fill },
};
const MOST_SHOWN = 12;

const decoded = (text) => Uint8Array.from(window.atob(text), (letter) => letter.charCodeAt(0));

/** Whether `file` is meant as a workbook: by its name or by how it begins. */
export async function isWorkbook(file) {
  if (/\.xls[xm]?$/i.test(file.name)) return true;
  const start = await disk.bytesOf(file.slice(0, 2));
  return start !== null && start[0] === 0x50 && start[1] === 0x4b;
}

/** Add the buttons to the head of `form`. `actions`: record() as the form has it or null, askYear(), putAway() before
    another record is shown, base(year, unit) what a file of theirs belongs to, take({record, notes}, slot),
    alert(kind, words), notes(sentences). Returns {open(file), readWhole(file)}. */
export function make(form, checklist, actions) {
  const bar = form.querySelector("#phieu-thanh .actions");
  for (const kind of Object.keys(KINDS)) {
    const button = element("button", { type: "button", className: "button plain", textContent: say(KINDS[kind].label) });
    button.addEventListener("click", () => save(kind, button));
    bar.append(button);
  }

  async function save(kind, button) {
    const record = actions.record();
    if (!record) {
      actions.askYear();
      return;
    }
    actions.alert("office", "");
    const blank = pageData("phieu-trong");
    if (!blank) {
      actions.alert("office", say("office.noBlank"));
      return;
    }
    button.setAttribute("aria-busy", "true");
    try {
      const { bytes, left } = await KINDS[kind].fill(decoded(blank[kind]), checklist, record);
      const name = `phieu-tu-danh-gia-${checklist.body}-${record.year}.${kind}`;
      disk.download(bytes, name, KINDS[kind].type);
      actions.notes([say("office.made", { name }), ...left]);
    } catch (error) {
      if (!(error instanceof zip.Fault)) throw error;
      actions.alert("office", error.message);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  /* ---- a workbook of the reader's ---- */
  async function open(file) {
    const found = await read(file);
    actions.alert("file", found.error || "");
    if (found.error) return;
    const current = actions.record();
    const year = found.record.year || (current && current.year);
    if (!year) {
      actions.askYear();
      actions.alert("file", say("office.noYear"));
      return;
    }
    const base = baseOf(year, found.record);
    actions.alert("file", base.error || "");
    if (base.error) return;
    const now = officeMerge.merged(base.record, found);
    const changes = officeMerge.changes(checklist, base.record, now);
    if (!changes.length && !found.skipped.length) {
      actions.notes([say("office.same", { year })]);
      return;
    }
    showPreview(form, { year, changes, skipped: found.skipped }, () => apply(base, now, changes, found));
  }

  async function read(file) {
    if (file.size > zip.MOST_BYTES) return { error: say("office.tooLarge") };
    const bytes = await disk.bytesOf(file);
    if (!bytes) return { error: say("file.unreadable") };
    let body = checklist.body;
    const found = await excelRead.readAny(bytes, (named) => {
      body = named;
      return named === checklist.body ? checklist : null;
    }, checklist.regulation.id);
    return found.error && body !== checklist.body ? { error: say("office.otherBody", { body }) } : found;
  }

  /** A workbook as a record of its own, beside no other: {record, notes} or {error}. */
  async function readWhole(file) {
    const found = await read(file);
    if (found.error) return found;
    if (!found.record.year) return { error: say("office.noYear") };
    const record = officeMerge.merged(records.empty(checklist, found.record.year), found);
    return { record, notes: found.skipped.length ? [skippedWords(found.skipped)] : [] };
  }

  /* What the form or the draft of that year and unit holds; one that is finished or unreadable is not written over. */
  function baseOf(year, found) {
    const base = actions.base(year, (found.unit && found.unit.name) || "");
    return !base.error && base.record.final ? { error: say("office.final", { year }) } : base;
  }

  function apply(before, now, changes, found) {
    const base = baseOf(now.year, found.record);
    if (base.error || base.slot !== before.slot || records.content(base.record) !== records.content(before.record)) {
      actions.alert("file", say("office.changedSince"));
      return;
    }
    if (!actions.putAway()) return;
    actions.take({ record: now, notes: notesOf(now.year, changes, found.skipped) }, base.slot);
  }

  function skippedWords(skipped) {
    const named = skipped.slice(0, MOST_SHOWN).map((one) => `${one.sheet} ${one.row} (${one.reason})`);
    if (skipped.length > MOST_SHOWN) named.push("…");
    return say("office.openedSkipped", { count: skipped.length, list: named.join("; ") });
  }

  function notesOf(year, changes, skipped) {
    return [say("office.opened", { year, count: changes.length }), ...(skipped.length ? [skippedWords(skipped)] : [])];
  }

  return Object.freeze({ open, readWhole });
}
