/* The form of one body: opens a year, keeps what is written, and never writes over what it has not seen. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const AFTER_LAST_KEY = 500;
  const AT_LATEST = 900; // whoever writes without a pause is saved all the same
  const YEARS = { first: 1990, last: 2200 };

  const yearOf = (words) => (/^\d{4}$/.test(words) && words >= YEARS.first && words <= YEARS.last ? Number(words) : null);
  const content = (record) => Phieu.record.write({ ...record, saved: "", revision: 0 });
  const parsed = (id) => JSON.parse(document.getElementById(id).textContent);

  function start(form) {
    const checklist = parsed("phieu-du-lieu");
    const { id } = checklist.regulation;
    const { body } = checklist;
    const yearInput = form.querySelector("[data-unit=year]");
    const locks = new Set();
    let record = null; // what the form shows, as it was last read; null until a year is chosen
    let seen = 0; // the revision of the draft that this tab knows
    let dirty = false; // not yet in the draft
    let unsafe = false; // neither in the draft nor in a file
    let waiting = null; // since when a change waits, and its timer
    let unwatch = () => {};

    const bar = Phieu.bar.make(form, body, parsed("phieu-co-quan"), {
      saveFile, openFile, final: toggleFinal, next: goToNext, choose: open, remove: removeDraft, drafts: () => Phieu.store.drafts(id),
    });

    const office = Phieu.office.make(form, checklist, {
      record: () => (record ? Phieu.fields.read(form, record) : null), askYear, putAway, take, alert: bar.alert, notes: bar.notes,
    });

    /* ---- locked: no year yet, finished, changed elsewhere, or a draft that cannot be read ---- */
    function lock(reason, on) {
      if (on) locks.add(reason);
      else locks.delete(reason);
      const locked = locks.size > 0;
      form.querySelector("#phieu-noi-dung").disabled = locked;
      Phieu.fields.all(form, "[data-unit]").forEach((input) => { if (input !== yearInput) input.disabled = locked; });
    }

    /* ---- show ---- */
    function adopt(found, revision) {
      record = found;
      seen = revision;
      dirty = false;
      unsafe = false;
      forget();
      Phieu.fields.show(form, checklist, record);
      for (const reason of ["year", "conflict", "broken"]) lock(reason, false);
      lock("final", record.final);
      for (const kind of ["year", "store", "conflict", "broken", "replace", "incomplete"]) bar.alert(kind, "");
      bar.final(record.final);
      bar.saved(seen ? "kept" : "none", record.saved);
      unwatch();
      unwatch = Phieu.store.watch(id, body, record.year, (other) => { if (other !== seen) conflict(); });
      remember(record.year);
      refresh();
      bar.drafts(Phieu.store.drafts(id));
      bar.alert("store", Phieu.store.trouble());
    }

    function refresh() {
      const figures = Phieu.figures.count(checklist, Phieu.fields.read(form, record).answers);
      Phieu.totals.show(form.querySelector("#phieu-tong-hop"), checklist, figures);
      Phieu.totals.progress(form, figures);
      bar.progress(figures.all);
    }

    /* The year stays with this entry of the browser's history, so that a reload, or a tab restored after a crash, finds it. */
    function remember(year) {
      try {
        root.history.replaceState({ ...root.history.state, phieuYear: year }, "");
      } catch (error) {
        // a browser that does not allow it from a disk: the year is then the latest draft's
      }
    }

    function open(year) {
      if (record && record.year === year && !locks.has("broken")) return;
      if (!putAway()) return;
      bar.notes([]);
      const found = Phieu.store.load(checklist, year);
      const blank = Phieu.record.empty(checklist, year);
      adopt(found.record || blank, found.record ? Phieu.store.revision(id, body, year) : 0);
      if (found.error && Phieu.store.raw(id, body, year) !== null) refuse(found.error);
      else if (found.notes) bar.notes(found.notes);
    }

    /* A draft that cannot be read stays as it is, until its owner deletes it or puts a file in its place. */
    function refuse(error) {
      lock("broken", true);
      const { year } = record;
      bar.alert("broken", `${error} ${say("form.broken")}`, [
        [say("form.saveBroken"), () => Phieu.files.download(Phieu.store.raw(id, body, year) || "", `phieu-hong-${body}-${year}.json`)],
      ]);
    }

    /* Before another record takes the form: what is in it must be kept somewhere. */
    function putAway() {
      save();
      if (!unsafe) return true;
      bar.alert("year", say("form.keepFirst"));
      yearInput.value = record.year;
      return false;
    }

    /* ---- keep ---- */
    function changed(now) {
      if (!record || locks.size) return;
      dirty = true;
      unsafe = true;
      if (now) {
        save();
        return;
      }
      bar.saved("waiting");
      const since = waiting ? waiting.since : root.performance.now();
      if (waiting) root.clearTimeout(waiting.timer);
      const left = Math.max(0, AT_LATEST - (root.performance.now() - since));
      waiting = { since, timer: root.setTimeout(save, Math.min(AFTER_LAST_KEY, left)) };
    }

    function forget() {
      if (waiting) root.clearTimeout(waiting.timer);
      waiting = null;
    }

    function save() {
      forget();
      if (!record || !dirty || locks.has("conflict")) return;
      record = Phieu.fields.read(form, record);
      const result = Phieu.store.save(record, seen);
      if (result.conflict) {
        conflict();
      } else if (result.error) {
        bar.saved("failed");
        bar.alert("store", result.error, [[say("form.tryAgain"), save]]);
      } else {
        seen = result.revision;
        dirty = false;
        unsafe = false;
        bar.alert("store", "");
        bar.saved("saved", Date.now());
        bar.drafts(Phieu.store.drafts(id));
      }
    }

    /* Another tab has written this draft. This one may read, and save what it has as a file, but not write. */
    function conflict() {
      lock("conflict", true);
      forget();
      bar.saved(unsafe ? "failed" : "elsewhere");
      bar.alert("conflict", say(unsafe ? "form.conflictUnsaved" : "form.conflict"), [[say("form.useLatest"), useLatest]]);
    }

    function useLatest() {
      const { year } = record;
      unsafe = false;
      dirty = false;
      lock("conflict", false);
      record = null;
      open(year);
      yearInput.focus();
    }

    function lookAround() {
      if (!record || locks.has("broken")) return;
      const kept = Phieu.store.revision(id, body, record.year);
      if (kept !== seen && kept !== 0) conflict();
    }

    function removeDraft(draft) {
      Phieu.store.remove(id, draft.body, draft.year);
      if (record && draft.body === body && draft.year === record.year) adopt(Phieu.record.empty(checklist, draft.year), 0);
      bar.drafts(Phieu.store.drafts(id));
    }

    /* ---- files ---- */
    function saveFile() {
      if (!record) {
        askYear();
        return;
      }
      save();
      record = Phieu.fields.read(form, record);
      Phieu.files.download(Phieu.record.write({ ...record, revision: seen, saved: new Date().toISOString() }), `phieu-tu-danh-gia-${body}-${record.year}.json`);
      unsafe = false;
      if (dirty) bar.saved("file", Date.now());
    }

    async function openFile(file) {
      bar.alert("replace", "");
      if (await Phieu.office.isWorkbook(file)) {
        await office.open(file);
        return;
      }
      const found = await Phieu.files.read(file, checklist);
      bar.alert("file", found.error || "");
      if (found.error) return;
      save();
      const kept = Phieu.store.load(checklist, found.record.year);
      const other = kept.error ? Phieu.store.raw(id, body, found.record.year) !== null : kept.record && content(kept.record) !== content(found.record);
      if (!other && !unsafe) {
        take(found);
        return;
      }
      bar.alert("replace", say(unsafe ? "form.replaceUnsaved" : "form.replace", { year: found.record.year }), [
        [say("form.replaceYes"), () => take(found)],
        [say("form.replaceNo"), () => bar.alert("replace", "")],
      ]);
    }

    function take(found) {
      const { year } = found.record;
      if (Phieu.store.load(checklist, year).error) Phieu.store.remove(id, body, year);
      adopt(found.record, Phieu.store.revision(id, body, year));
      dirty = true;
      save();
      bar.notes([say("form.opened", { year }), ...found.notes]);
    }

    /* ---- finish ---- */
    function askYear() {
      bar.alert("year", say("form.chooseYear"));
      yearInput.focus();
    }

    const lines = () => Phieu.fields.all(form, "fieldset[data-code]");
    const incomplete = () => lines().filter((line) => Phieu.fields.isIncomplete(line, checklist.scale));

    function goToNext() {
      if (!record) {
        askYear();
        return;
      }
      const [line] = incomplete();
      const target = line ? firstGap(line) : form.querySelector("#phan-tong-hop");
      target.focus();
      target.scrollIntoView({ block: "center" });
    }

    function firstGap(line) {
      if (locks.size) {
        line.tabIndex = -1;
        return line;
      }
      return line.classList.contains("incomplete") ? line.querySelector("[data-field=reason]") : line.querySelector("input[data-field=state]");
    }

    function toggleFinal() {
      if (!record || locks.has("conflict") || locks.has("broken")) {
        if (!record) askYear();
        return;
      }
      const missing = incomplete().length;
      if (!record.final && missing) {
        bar.alert("incomplete", say("form.notFinal", { count: missing }), [[say("bar.next"), goToNext]]);
        return;
      }
      bar.alert("incomplete", "");
      record = { ...Phieu.fields.read(form, record), final: !record.final };
      dirty = true;
      unsafe = true;
      save();
      lock("final", record.final);
      bar.final(record.final);
    }

    /* ---- what the reader does ---- */
    const ours = (event) => record && !event.target.closest("#phieu-thanh") && event.target !== yearInput;

    function touched(target) {
      const line = target.closest("fieldset[data-code]");
      if (line) Phieu.fields.adapt(line, checklist.scale);
      const evidence = target.closest("[data-list=evidence]");
      if (evidence) Phieu.fields.growEvidence(evidence);
      if (!incomplete().length) bar.alert("incomplete", "");
    }

    function typedYear() {
      const year = yearOf(yearInput.value.trim());
      if (year) open(year);
    }

    form.addEventListener("input", (event) => {
      if (event.target === yearInput) typedYear();
      if (!ours(event)) return;
      touched(event.target);
      changed(false);
    });
    form.addEventListener("change", (event) => {
      if (event.target === yearInput && !yearOf(yearInput.value.trim())) {
        bar.alert("year", say("form.badYear", YEARS));
        if (record) yearInput.value = record.year;
      }
      if (!ours(event)) return;
      touched(event.target);
      changed(true);
      refresh();
    });
    form.addEventListener("click", (event) => {
      if (!event.target.matches("button.unchoose")) return;
      const line = event.target.closest("fieldset[data-code]");
      line.querySelector("input[data-field=state]:checked").checked = false;
      line.querySelector("input[data-field=state]").focus();
      touched(line);
      changed(true);
      refresh();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? save() : lookAround()));
    root.addEventListener("pagehide", save);
    root.addEventListener("pageshow", (event) => { if (event.persisted) lookAround(); });
    root.addEventListener("beforeunload", (event) => {
      save();
      if (!unsafe) return;
      event.preventDefault();
      event.returnValue = ""; // older browsers ask for it
    });
    root.addEventListener("beforeprint", () => Phieu.print.prepare(form));
    root.addEventListener("hashchange", () => openFrom(root.location.hash));

    function openFrom(hash) {
      const found = /^#nam-(\d{4})$/.exec(hash);
      const year = found ? yearOf(found[1]) : null;
      if (year) open(year);
      return Boolean(year);
    }

    function begin() {
      form.dataset.ready = "";
      form.querySelector("#phan-tong-hop").tabIndex = -1;
      lock("year", true);
      bar.saved("noYear");
      bar.final(false);
      bar.drafts(Phieu.store.drafts(id));
      bar.alert("store", Phieu.store.trouble());
      if (openFrom(root.location.hash)) return;
      const left = root.history.state && yearOf(String(root.history.state.phieuYear));
      const mine = Phieu.store.drafts(id).filter((draft) => draft.body === body).map((draft) => draft.year);
      const year = left || (mine.length ? Math.max(...mine) : null);
      if (year) open(year);
    }

    begin();
  }

  Phieu.form = Object.freeze({ start, AFTER_LAST_KEY, AT_LATEST });
  const form = document.getElementById("phieu-dien");
  if (form) start(form);
})(window);
