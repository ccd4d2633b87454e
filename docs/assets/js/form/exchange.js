/* The file is the record: save the form as one, open one in its place. A draft gives way only to an explicit choice. */

import * as disk from "../common/disk.js";
import { say } from "../words/form.js";
import * as records from "../record/record.js";
import * as store from "../record/store.js";
import * as desks from "./desk.js";
import * as files from "./files.js";
import * as keep from "./keep.js";
import * as office from "./office.js";
import * as opening from "./opening.js";

/** Lưu tệp: give the reader the record as it stands. */
export function saveFile(desk) {
  if (!desks.hasYear(desk)) return;
  keep.save(desk);
  desk.record = desks.written(desk);
  const whole = { ...desk.record, revision: desk.seen, saved: new Date().toISOString() };
  disk.download(records.write(whole), `phieu-tu-danh-gia-${whole.body}-${whole.year}.json`);
  desk.unsafe = false;
  if (desk.dirty) desk.bar.saved("file", Date.now());
}

/** Mở tệp: read a file; where it would take the place of something else, ask. */
export async function openFile(desk, file) {
  desk.bar.alert("replace", "");
  if (await files.isWorkbook(file)) {
    await office.open(desk, file);
    return;
  }
  const found = await files.readForm(file, desk.checklist);
  desk.bar.alert("file", found.error || "");
  if (!found.record) return;
  keep.save(desk);
  const { year, unit } = found.record;
  const slot = opening.slotFor(desk, year, unit.name);
  if (!desk.unsafe && !isOther(desk, found.record, slot)) {
    opening.take(desk, found, slot);
    return;
  }
  const question = desk.unsafe ? "form.replaceUnsaved" : "form.replace";
  desk.bar.alert("replace", say(question, { year, unit: unit.name || say("drafts.noName") }), [
    [say("form.replaceYes"), () => opening.take(desk, found, slot)],
    [say("form.replaceNo"), () => desk.bar.alert("replace", "")],
  ]);
}

/* Whether the draft in `slot` says anything but `record`. */
function isOther(desk, record, slot) {
  const { record: kept, error } = store.load(desk.checklist, record.year, slot);
  return Boolean(error || (kept && records.content(kept) !== records.content(record)));
}
