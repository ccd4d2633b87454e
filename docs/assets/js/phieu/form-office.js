/* Word and Excel files in the form: the blank ones filled and given, a filled workbook shown before anything is applied. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const KINDS = {
    docx: { label: "office.word", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", fill: (...parts) => Phieu.wordFile.fill(...parts) },
    xlsx: { label: "office.excel", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fill: (...parts) => Phieu.excelFile.fill(...parts) },
  };
  const KEPT_MS = 60000; // as long as a browser may take to write the file
  const MOST_SHOWN = 12;
  const say = (key, values) => Phieu.words.say(key, values);
  const element = (...parts) => Phieu.fields.element(...parts);
  const content = (record) => Phieu.record.write({ ...record, saved: "", revision: 0 });

  const bytesOf = (text) => Uint8Array.from(root.atob(text), (letter) => letter.charCodeAt(0));

  function give(bytes, name, type) {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    element("a", { href: address, download: name }).click();
    root.setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  }

  /** Whether `file` is meant as a workbook: by its name or by how it begins. */
  async function isWorkbook(file) {
    if (/\.xls[xm]?$/i.test(file.name)) return true;
    const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return start[0] === 0x50 && start[1] === 0x4b;
  }

  /** Add the buttons to the head of `form`. `actions`: record() as the form has it or null, askYear(), putAway() before
      another record is shown, take({record, notes}), alert(kind, words), notes(sentences). Returns {open(file)}. */
  function make(form, checklist, actions) {
    const bar = form.querySelector("#phieu-thanh .actions");
    form.querySelector("#phieu-thanh input[type=file]").accept += `,.xlsx,${KINDS.xlsx.type}`;
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
      if (!Phieu.blank) {
        actions.alert("office", say("office.noBlank"));
        return;
      }
      button.setAttribute("aria-busy", "true");
      try {
        const { bytes, left } = await KINDS[kind].fill(bytesOf(Phieu.blank[kind]), checklist, record);
        const name = `phieu-tu-danh-gia-${checklist.body}-${record.year}.${kind}`;
        give(bytes, name, KINDS[kind].type);
        actions.notes([say("office.made", { name }), ...left]);
      } catch (error) {
        if (!(error instanceof Phieu.zip.Fault)) throw error;
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
      const base = baseOf(year);
      actions.alert("file", base.error || "");
      if (base.error) return;
      const now = Phieu.officeMerge.merged(base.record, found);
      const changes = Phieu.officeMerge.changes(checklist, base.record, now);
      if (!changes.length && !found.skipped.length) {
        actions.notes([say("office.same", { year })]);
        return;
      }
      Phieu.officePreview.show(form, { year, changes, skipped: found.skipped }, () => apply(base.record, now, changes, found));
    }

    async function read(file) {
      if (file.size > Phieu.zip.MOST_BYTES) return { error: say("office.tooLarge") };
      let body = checklist.body;
      const found = await Phieu.excelRead.readAny(new Uint8Array(await file.arrayBuffer()), (named) => {
        body = named;
        return named === checklist.body ? checklist : null;
      }, checklist.regulation.id);
      return found.error && body !== checklist.body ? { error: say("office.otherBody", { body }) } : found;
    }

    /* What the form or the draft of that year holds; one that is finished or unreadable is not written over. */
    function baseOf(year) {
      const current = actions.record();
      const kept = Phieu.store.load(checklist, year);
      const isShown = current && current.year === year;
      if (kept.error && Phieu.store.raw(checklist.regulation.id, checklist.body, year) !== null) return { error: kept.error };
      const record = isShown ? current : kept.record || Phieu.record.empty(checklist, year);
      return record.final ? { error: say("office.final", { year }) } : { record };
    }

    function apply(before, now, changes, found) {
      const base = baseOf(now.year);
      if (base.error || content(base.record) !== content(before)) {
        actions.alert("file", say("office.changedSince"));
        return;
      }
      if (!actions.putAway()) return;
      actions.take({ record: now, notes: notesOf(now.year, changes, found.skipped) });
    }

    function notesOf(year, changes, skipped) {
      const named = skipped.slice(0, MOST_SHOWN).map((one) => `${one.sheet} ${one.row} (${one.reason})`);
      if (skipped.length > MOST_SHOWN) named.push("…");
      const notes = [say("office.opened", { year, count: changes.length })];
      return skipped.length ? [...notes, say("office.openedSkipped", { count: skipped.length, list: named.join("; ") })] : notes;
    }

    return Object.freeze({ open });
  }

  Phieu.office = Object.freeze({ make, isWorkbook });
})(window);
