/* Word and Excel files in the form: the blank ones filled and given, a filled workbook shown before anything is
   applied. */

import * as disk from "../common/disk.js";
import { button, pageData } from "../common/page.js";
import { say } from "../words/form.js";
import { content } from "../record/record.js";
import * as excelFile from "../office/excel-file.js";
import * as merge from "../office/merge.js";
import { show as showPreview } from "../office/preview.js";
import * as wordFile from "../office/word-file.js";
import { Fault } from "../office/zip.js";
import * as desks from "./desk.js";
import * as files from "./files.js";
import * as keep from "./keep.js";
import * as opening from "./opening.js";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const KINDS = [
  { kind: "docx", label: say("office.word"), type: `${OFFICE}.wordprocessingml.document`, fill: wordFile.fill },
  { kind: "xlsx", label: say("office.excel"), type: `${OFFICE}.spreadsheetml.sheet`, fill: excelFile.fill },
];

const decoded = (text) => Uint8Array.from(window.atob(text), (letter) => letter.charCodeAt(0));

/** Add the buttons to the head of the form. */
export function make(desk) {
  desk.bar.head.querySelector(".actions").append(...KINDS.map((one) =>
    button(one.label, ({ currentTarget }) => give(desk, one, currentTarget))));
}

async function give(desk, { kind, type, fill }, pressed) {
  if (!desks.hasYear(desk)) return;
  const blank = pageData("phieu-trong");
  desk.bar.alert("office", blank ? "" : say("office.noBlank"));
  if (!blank) return;
  pressed.setAttribute("aria-busy", "true");
  try {
    const record = desks.written(desk);
    const { bytes, left } = await fill(decoded(blank[kind]), desk.checklist, record);
    const name = `phieu-tu-danh-gia-${desk.body}-${record.year}.${kind}`;
    disk.download(bytes, name, type);
    desk.bar.notes([say("office.made", { name }), ...left]);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    desk.bar.alert("office", error.message);
  } finally {
    pressed.removeAttribute("aria-busy");
  }
}

/** Show what a workbook of the reader's would change; it is applied only if the reader says so. */
export async function open(desk, file) {
  const found = await files.readWorkbook(file, desk.checklist);
  desk.bar.alert("file", found.error || "");
  if (!found.record) return;
  const year = found.record.year || (desk.record && desk.record.year);
  if (!year) {
    desks.askYear(desk);
    desk.bar.alert("file", say("office.noYear"));
    return;
  }
  const base = baseOf(desk, year, found.record);
  desk.bar.alert("file", base.error || "");
  if (!base.record) return;
  const now = merge.merged(base.record, found);
  const changes = merge.changes(desk.checklist, base.record, now);
  if (!changes.length && !found.skipped.length) {
    desk.bar.notes([say("office.same", { year })]);
    return;
  }
  const notes = [say("office.opened", { year, count: changes.length }), ...files.skippedNotes(found.skipped)];
  const apply = () => take(desk, base, { record: now, notes }, found.record);
  showPreview(desk.form, { year, changes, skipped: found.skipped }, apply);
}

/** What the form or the draft of that year and unit holds; one that is finished or unreadable is not written over.
    @returns {ReturnType<typeof opening.base>} */
function baseOf(desk, year, { unit }) {
  const base = opening.base(desk, year, unit.name);
  return base.record && base.record.final ? { slot: 0, error: say("office.final", { year }) } : base;
}

/* Applied only where nothing was written since it was shown. */
function take(desk, before, made, read) {
  const base = baseOf(desk, made.record.year, read);
  if (!base.record || base.slot !== before.slot || content(base.record) !== content(before.record)) {
    desk.bar.alert("file", say("office.changedSince"));
    return;
  }
  if (keep.putAway(desk)) opening.take(desk, made, base.slot);
}
