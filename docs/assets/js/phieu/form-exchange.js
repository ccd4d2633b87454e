/* The file is the record: save the form as one, open one in its place. A draft gives way only to an explicit choice. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const content = (record) => Phieu.record.write({ ...record, saved: "", revision: 0 });

  function fileName(record) {
    return `phieu-tu-danh-gia-${record.body}-${record.year}.json`;
  }

  /** Lưu tệp: give the reader the record as it stands. */
  function saveFile(desk) {
    if (!desk.record) {
      Phieu.desk.askYear(desk);
      return;
    }
    Phieu.keep.save(desk);
    desk.record = Phieu.desk.written(desk);
    const whole = { ...desk.record, revision: desk.seen, saved: new Date().toISOString() };
    Phieu.files.download(Phieu.record.write(whole), fileName(whole));
    desk.unsafe = false;
    if (desk.dirty) desk.bar.saved("file", Date.now());
  }

  /** Mở tệp: read a file; where it would take the place of something else, ask. */
  async function openFile(desk, file) {
    desk.bar.alert("replace", "");
    if (await Phieu.office.isWorkbook(file)) {
      await desk.office.open(file);
      return;
    }
    const found = await Phieu.files.read(file, desk.checklist);
    desk.bar.alert("file", found.error || "");
    if (found.error) return;
    Phieu.keep.save(desk);
    const slot = slotFor(desk, found.record);
    const { year } = found.record;
    const kept = Phieu.store.load(desk.checklist, year, slot);
    const other = kept.error ? Phieu.store.raw(desk.id, desk.body, year, slot) !== null : kept.record && content(kept.record) !== content(found.record);
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
    const same = Phieu.store.slotOf(id, body, record.year, record.unit.name);
    const broken = Phieu.store.ofYear(id, body, record.year).find((draft) => draft.broken);
    return same || (broken ? broken.slot : Phieu.store.freeSlot(id, body, record.year));
  }

  /** What a workbook of `year` and `unit` is laid over: {record, slot}, the form where it is theirs, or else their draft, or
      a blank; {error} where that draft cannot be read, or the form waits for a word on its own. */
  function base(desk, year, unit) {
    if (desk.locks.has("conflict") || desk.locks.has("broken")) return { error: say("office.lockedForm") };
    const name = Phieu.store.unitName;
    const current = desk.record && desk.record.year === year ? Phieu.desk.written(desk) : null;
    if (current && (!unit || !current.unit.name.trim() || name(current.unit.name) === name(unit))) return { record: current, slot: desk.slot };
    const blank = Phieu.record.empty(desk.checklist, year);
    const slot = slotFor(desk, { ...blank, unit: { ...blank.unit, name: unit } });
    const kept = Phieu.store.load(desk.checklist, year, slot);
    if (kept.error && Phieu.store.raw(desk.id, desk.body, year, slot) !== null) return { error: kept.error };
    return { record: kept.record || blank, slot };
  }

  /** Let the file that was read take the form and the draft in `slot`. */
  function take(desk, found, slot) {
    const { year } = found.record;
    if (Phieu.store.load(desk.checklist, year, slot).error) Phieu.store.remove(desk.id, desk.body, year, slot);
    Phieu.opening.adopt(desk, found.record, Phieu.store.revision(desk.id, desk.body, year, slot), slot);
    desk.dirty = true;
    Phieu.keep.save(desk);
    desk.bar.notes([say("form.opened", { year }), ...found.notes]);
  }

  Phieu.exchange = Object.freeze({ saveFile, openFile, base, take });
})(window);
