/* The form of one body: what the reader does, handed to the module whose business it is. */

import { pageData } from "../common/page.js";
import { filled } from "../paper/filling.js";
import { printed } from "../paper/printing.js";
import { empty } from "../record/record.js";
import * as store from "../record/store.js";
import { make as makeBars } from "./bar.js";
import * as desks from "./desk.js";
import * as exchange from "./exchange.js";
import * as fields from "./fields.js";
import * as finish from "./finish.js";
import * as keep from "./keep.js";
import * as lastYear from "./last-year.js";
import * as office from "./office.js";
import * as opening from "./opening.js";
import * as reminders from "./reminders.js";
import * as units from "./units.js";

function start(form) {
  const desk = desks.make(form, pageData("phieu-du-lieu"));
  desk.open = (year, slot) => opening.open(desk, year, slot);
  desk.refresh = () => opening.refresh(desk);
  desk.bar = makeBars(form, desk.body, pageData("phieu-co-quan"), {
    saveFile: () => exchange.saveFile(desk),
    openFile: (file) => exchange.openFile(desk, file),
    final: () => finish.toggleFinal(desk),
    next: () => finish.goToNext(desk),
    choose: (draft) => opening.open(desk, draft.year, draft.slot),
    another: () => units.another(desk),
    remove: (draft) => units.remove(desk, draft),
    drafts: () => store.drafts(desk.id),
  });
  office.make(desk);
  lastYear.make(desk);
  reminders.make(desk);
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
  if (line) fields.adapt(line, desk.checklist.scale);
  const evidence = target.closest("[data-list=evidence]");
  if (evidence) fields.growEvidence(evidence);
  if (!finish.incomplete(desk).length) desk.bar.alert("incomplete", "");
}

function settled(desk, target) {
  touched(desk, target);
  keep.changed(desk, true);
  opening.refresh(desk);
}

function listenToFields(desk) {
  const { form, yearInput } = desk;
  form.addEventListener("input", (event) => {
    if (event.target === yearInput) units.typedYear(desk);
    if (!ours(desk, event.target)) return;
    touched(desk, event.target);
    keep.changed(desk, false);
  });
  form.addEventListener("change", (event) => {
    if (event.target === yearInput) units.leftYear(desk);
    if (!ours(desk, event.target)) return;
    if (event.target.dataset.unit === "name") units.renamed(desk, event.target);
    settled(desk, event.target);
  });
  form.addEventListener("click", (event) => {
    const step = event.target.closest("[data-year-step]");
    if (step) units.step(desk, Number(step.dataset.yearStep));
    if (event.target.matches("button.unchoose")) unchoose(desk, event.target.closest("fieldset[data-code]"));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function unchoose(desk, line) {
  line.querySelector("input[data-field=state]:checked").checked = false;
  line.querySelector("input[data-field=state]").focus();
  settled(desk, line);
}

function listenToPage(desk) {
  const hidden = () => document.visibilityState === "hidden";
  document.addEventListener("visibilitychange", () => (hidden() ? keep.save(desk) : keep.lookAround(desk)));
  window.addEventListener("pagehide", () => keep.save(desk));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) keep.lookAround(desk);
  });
  window.addEventListener("beforeunload", (event) => {
    keep.save(desk);
    if (!desk.unsafe) return;
    event.preventDefault();
    event.returnValue = ""; // older browsers ask for it
  });
  window.addEventListener("beforeprint", () => layPaper(desk));
  window.addEventListener("hashchange", () => opening.openFrom(desk, window.location.hash));
}

/* The sheet itself, under the chosen letterhead, with what was written in its cells: laid out anew before each print,
   whoever asks for it. Without a year it is the blank sheet. */
function layPaper({ form, checklist, record }) {
  const found = fields.read(form, record || empty(checklist, null));
  form.querySelector("#phieu-in").replaceChildren(...printed(filled(checklist, found)));
}

function begin(desk) {
  desk.form.dataset.ready = "";
  desk.form.querySelector("#phan-tong-hop").tabIndex = -1;
  desks.lock(desk, "year", true);
  units.offerYears(desk);
  desk.bar.saved("noYear");
  desk.bar.final(false);
  desk.bar.drafts(store.drafts(desk.id));
  desk.bar.alert("store", store.trouble());
  if (!opening.openFrom(desk, window.location.hash)) opening.openLast(desk);
}

const page = document.getElementById("phieu-dien");
if (page) start(page);
