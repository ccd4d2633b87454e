/* The file is the record: save the form as one, open one in its place. A draft gives way only to an explicit choice. */

import * as disk from "../common/disk.js";
import { nameKey } from "../common/names.js";
import { say } from "../words/form.js";
import { read as readRecord } from "../record/file.js";
import * as records from "../record/record.js";
import * as store from "../record/store.js";
import * as desks from "./desk.js";
import * as keep from "./keep.js";
import * as office from "./office.js";
import * as opening from "./opening.js";

function fileName(record) {
  return `phieu-tu-danh-gia-${record.body}-${record.year}.json`;
}

/** Lưu tệp: give the reader the record as it stands. */
export function saveFile(desk) {
  if (!desk.record) {
    desks.askYear(desk);
    return;
  }
  keep.save(desk);
  desk.record = desks.written(desk);
  const whole = { ...desk.record, revision: desk.seen, saved: new Date().toISOString() };
  disk.download(records.write(whole), fileName(whole));
  desk.unsafe = false;
  if (desk.dirty) desk.bar.saved("file", Date.now());
}

/** Mở tệp: read a file; where it would take the place of something else, ask. */
export async function openFile(desk, file) {
  desk.bar.alert("replace", "");
  if (await office.isWorkbook(file)) {
    await desk.office.open(file);
    return;
  }
  const found = await readRecord(file, desk.checklist);
  desk.bar.alert("file", found.error || "");
  if (found.error) return;
  keep.save(desk);
  const slot = slotFor(desk, found.record);
  const { year } = found.record;
  const kept = store.load(desk.checklist, year, slot);
  const other = kept.error ? store.raw(desk.id, desk.body, year, slot) !== null : kept.record && records.content(kept.record) !== records.content(found.record);
  if (!other && !desk.unsafe) {
    take(desk, found, slot);
    return;
  }
  const unit = found.record.unit.name || say("drafts.noName");
  desk.bar.alert("replace", say(desk.unsafe ? "form.replaceUnsaved" : "form.replace", { year, unit }), [
    [say("form.replaceYes"), () => take(desk, found, slot)],
    [say("form.replaceNo"), () => desk.bar.alert("replace", "")],
  ]);
}

/* The file's place: the draft of the same unit, or one that cannot be read, or else a free slot beside the others. */
function slotFor(desk, record) {
  const { id, body } = desk;
  const same = store.slotOf(id, body, record.year, record.unit.name);
  const broken = store.ofYear(id, body, record.year).find((draft) => draft.broken);
  return same || (broken ? broken.slot : store.freeSlot(id, body, record.year));
}

/** What a workbook of `year` and `unit` is laid over: {record, slot}, the form where it is theirs, or else their draft, or
    a blank; {error} where that draft cannot be read, or the form waits for a word on its own. */
export function base(desk, year, unit) {
  if (desk.locks.has("conflict") || desk.locks.has("broken")) return { error: say("office.lockedForm") };
  const name = nameKey;
  const current = desk.record && desk.record.year === year ? desks.written(desk) : null;
  if (current && (!unit || !current.unit.name.trim() || name(current.unit.name) === name(unit))) return { record: current, slot: desk.slot };
  const blank = records.empty(desk.checklist, year);
  const slot = slotFor(desk, { ...blank, unit: { ...blank.unit, name: unit } });
  const kept = store.load(desk.checklist, year, slot);
  if (kept.error && store.raw(desk.id, desk.body, year, slot) !== null) return { error: kept.error };
  return { record: kept.record || blank, slot };
}

/** Let the file that was read take the form and the draft in `slot`. */
export function take(desk, found, slot) {
  const { year } = found.record;
  if (store.load(desk.checklist, year, slot).error) store.remove(desk.id, desk.body, year, slot);
  opening.adopt(desk, found.record, store.revision(desk.id, desk.body, year, slot), slot);
  desk.dirty = true;
  keep.save(desk);
  desk.bar.notes([say("form.opened", { year }), ...found.notes]);
}
