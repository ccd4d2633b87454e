/* The form of one body: what the reader does, handed to the module whose business it is. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const parsed = (id) => JSON.parse(document.getElementById(id).textContent);

  function start(form) {
    const desk = Phieu.desk.make(form, parsed("phieu-du-lieu"));
    desk.bar = Phieu.bar.make(form, desk.body, parsed("phieu-co-quan"), {
      saveFile: () => Phieu.exchange.saveFile(desk),
      openFile: (file) => Phieu.exchange.openFile(desk, file),
      final: () => Phieu.finish.toggleFinal(desk),
      next: () => Phieu.finish.goToNext(desk),
      choose: (draft) => Phieu.opening.open(desk, draft.year, draft.slot),
      another: () => Phieu.units.another(desk),
      remove: (draft) => Phieu.units.remove(desk, draft),
      drafts: () => Phieu.store.drafts(desk.id),
    });
    desk.office = Phieu.office.make(form, desk.checklist, {
      record: () => (desk.record ? Phieu.desk.written(desk) : null),
      askYear: () => Phieu.desk.askYear(desk),
      putAway: () => Phieu.keep.putAway(desk),
      base: (year, unit) => Phieu.exchange.base(desk, year, unit),
      take: (found, slot) => Phieu.exchange.take(desk, found, slot),
      alert: desk.bar.alert,
      notes: desk.bar.notes,
    });
    Phieu.years.make(desk);
    Phieu.reminders.make(desk);
    listenToFields(desk);
    listenToPage(desk);
    begin(desk);
  }

  /* What belongs to the record: not the bars, not the panels, not the year, which chooses a record. */
  function ours(desk, target) {
    return desk.record && target !== desk.yearInput && target.closest("#phieu-noi-dung, #phieu-don-vi");
  }

  function touched(desk, target) {
    const line = target.closest("fieldset[data-code]");
    if (line) Phieu.fields.adapt(line, desk.checklist.scale);
    const evidence = target.closest("[data-list=evidence]");
    if (evidence) Phieu.fields.growEvidence(evidence);
    if (!Phieu.finish.incomplete(desk).length) desk.bar.alert("incomplete", "");
  }

  function listenToFields(desk) {
    const { form, yearInput } = desk;
    form.addEventListener("input", (event) => {
      if (event.target === yearInput) Phieu.units.typedYear(desk);
      if (!ours(desk, event.target)) return;
      touched(desk, event.target);
      Phieu.keep.changed(desk, false);
    });
    form.addEventListener("change", (event) => {
      if (event.target === yearInput) Phieu.units.leftYear(desk);
      if (!ours(desk, event.target)) return;
      if (event.target.dataset.unit === "name") Phieu.units.renamed(desk, event.target);
      touched(desk, event.target);
      Phieu.keep.changed(desk, true);
      Phieu.opening.refresh(desk);
    });
    form.addEventListener("click", (event) => {
      const step = event.target.closest("[data-year-step]");
      if (step) Phieu.units.step(desk, Number(step.dataset.yearStep));
      if (event.target.matches("button.unchoose")) unchoose(desk, event.target.closest("fieldset[data-code]"));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  function unchoose(desk, line) {
    line.querySelector("input[data-field=state]:checked").checked = false;
    line.querySelector("input[data-field=state]").focus();
    touched(desk, line);
    Phieu.keep.changed(desk, true);
    Phieu.opening.refresh(desk);
  }

  function listenToPage(desk) {
    const hidden = () => document.visibilityState === "hidden";
    document.addEventListener("visibilitychange", () => (hidden() ? Phieu.keep.save(desk) : Phieu.keep.lookAround(desk)));
    root.addEventListener("pagehide", () => Phieu.keep.save(desk));
    root.addEventListener("pageshow", (event) => { if (event.persisted) Phieu.keep.lookAround(desk); });
    root.addEventListener("beforeunload", (event) => {
      Phieu.keep.save(desk);
      if (!desk.unsafe) return;
      event.preventDefault();
      event.returnValue = ""; // older browsers ask for it
    });
    root.addEventListener("beforeprint", () => Phieu.paper.lay(desk));
    root.addEventListener("hashchange", () => Phieu.opening.openFrom(desk, root.location.hash));
  }

  function begin(desk) {
    desk.form.dataset.ready = "";
    desk.form.querySelector("#phan-tong-hop").tabIndex = -1;
    Phieu.desk.lock(desk, "year", true);
    Phieu.units.offerYears(desk);
    desk.bar.saved("noYear");
    desk.bar.final(false);
    desk.bar.drafts(Phieu.store.drafts(desk.id));
    desk.bar.alert("store", Phieu.store.trouble());
    if (!Phieu.opening.openFrom(desk, root.location.hash)) Phieu.opening.openLast(desk);
  }

  Phieu.form = Object.freeze({ start });
  const form = document.getElementById("phieu-dien");
  if (form) start(form);
})(window);
