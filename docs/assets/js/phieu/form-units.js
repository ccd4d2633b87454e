/* Years and units: choose the year, begin another unit's form, mend a name without touching another's, delete a draft. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const BACK = 6; // years that the picker offers before this one

  /** Fill the list from which a year can be picked: the last years and the next; any other can be typed. */
  function offerYears(desk) {
    const now = new Date().getFullYear();
    const years = Array.from({ length: BACK + 2 }, (_, place) => now + 1 - place);
    desk.form.querySelector("#nam-chon").replaceChildren(...years.map((year) => Phieu.fields.element("option", { value: year })));
  }

  /** One year on or back from the one on the form; without one, this year. */
  function step(desk, by) {
    const now = Phieu.desk.yearOf(desk.yearInput.value.trim());
    const year = Phieu.desk.yearOf(String(now ? now + by : new Date().getFullYear()));
    if (!year) return;
    desk.yearInput.value = year;
    Phieu.opening.open(desk, year);
  }

  /** A year is being typed: open it as soon as it is whole. */
  function typedYear(desk) {
    const year = Phieu.desk.yearOf(desk.yearInput.value.trim());
    if (year) Phieu.opening.open(desk, year);
  }

  /** The field of the year was left: say what is wrong with it. */
  function leftYear(desk) {
    if (Phieu.desk.yearOf(desk.yearInput.value.trim())) return;
    desk.bar.alert("year", say("form.badYear", Phieu.desk.YEARS));
    if (desk.record) desk.yearInput.value = desk.record.year;
  }

  /** The name was changed: it is taken unless another draft of this year has it. Returns whether it was taken. */
  function renamed(desk, input) {
    const { year } = desk.record;
    const other = Phieu.store.ofYear(desk.id, desk.body, year).find((draft) => {
      return draft.slot !== desk.slot && !draft.broken && Phieu.store.unitName(draft.unit) === Phieu.store.unitName(input.value);
    });
    desk.bar.alert("unit", "");
    if (!other) {
      desk.unit = input.value;
      return true;
    }
    const words = say("form.sameUnit", { year, unit: other.unit || say("drafts.noName") });
    desk.bar.alert("unit", words, [[say("form.openOther"), () => Phieu.opening.open(desk, year, other.slot)]]);
    input.value = desk.unit;
    return false;
  }

  /** Begin the form of another unit of this kind, for the same year, beside the one that is open. */
  function another(desk) {
    if (!desk.record) {
      Phieu.desk.askYear(desk);
      return;
    }
    if (!Phieu.keep.putAway(desk)) return;
    const { year } = desk.record;
    if (!desk.seen || !desk.record.unit.name.trim()) {
      desk.bar.alert("unit", say("form.nameFirst"));
      desk.form.querySelector("[data-unit=name]").focus();
      return;
    }
    const slot = Phieu.store.slotOf(desk.id, desk.body, year, "") || Phieu.store.freeSlot(desk.id, desk.body, year);
    desk.record = null;
    Phieu.opening.open(desk, year, slot);
    desk.form.querySelector("[data-unit=name]").focus();
  }

  /** Delete a draft; called only after the reader has typed the explicit word. */
  function remove(desk, draft) {
    const open = desk.record && draft.body === desk.body && draft.year === desk.record.year && draft.slot === desk.slot;
    Phieu.store.remove(desk.id, draft.body, draft.year, draft.slot);
    if (open) {
      desk.bar.notes([]);
      Phieu.opening.adopt(desk, Phieu.record.empty(desk.checklist, draft.year), 0, draft.slot);
    }
    desk.bar.drafts(Phieu.store.drafts(desk.id));
  }

  Phieu.units = Object.freeze({ offerYears, step, typedYear, leftYear, renamed, another, remove });
})(window);
