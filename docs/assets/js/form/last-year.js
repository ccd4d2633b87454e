/* Last year beside this year: its answers are shown at each line and count only when the reader takes them over; remedies
   that are still open come along; a table tells what rose, fell, is new, is gone. Last year's file is only read. */

import * as disk from "../common/disk.js";
import { nameKey } from "../common/names.js";
import { all, button, element } from "../common/page.js";
import { say } from "../words/form.js";
import * as compareYears from "../record/compare-years.js";
import { count as figuresOf, percent, shareWords } from "../record/figures.js";
import { read as readRecord } from "../record/file.js";
import * as store from "../record/store.js";
import * as aside from "./aside.js";
import * as desks from "./desk.js";
import * as fields from "./fields.js";
import * as keep from "./keep.js";
import * as office from "./office.js";

const TOLD = ["rose", "fell", "other", "new", "gone", "waiting", "same"];
const LISTED = ["rose", "fell", "other", "new", "gone"];

/** Build the panel in the head of the form. */
export function make(desk) {
  const kept = button("", () => bringKept(desk));
  const box = element("div", {});
  const picker = disk.input((file) => openFile(desk, file));
  const actions = element("div", { className: "asking" }, button(say("years.open"), () => picker.click()), kept);
  desk.bar.head.append(element("details", { className: "panel years" }, element("summary", { textContent: say("years.title") }),
    element("p", { textContent: say("years.what") }), actions, box));
  desk.years = { box, kept, before: null };
  kept.hidden = true;
}

/** Another record lies on the form: what was beside it is taken away. */
export function forget(desk) {
  desk.years.before = null;
  all(desk.form, ".last-year").forEach((one) => one.remove());
}

async function openFile(desk, file) {
  if (!desk.record) {
    desks.askYear(desk);
    return;
  }
  const workbook = await office.isWorkbook(file);
  const found = await (workbook ? desk.office.readWhole(file) : readRecord(file, desk.checklist));
  const error = found.error || (found.record.year < desk.record.year ? "" : say("years.notBefore", { theirs: found.record.year, ours: desk.record.year }));
  desk.bar.alert("file", error);
  if (!error) bring(desk, found);
}

/* The latest earlier draft of the same unit on this machine; null where there is none. */
function keptBefore(desk, record) {
  const name = nameKey(record.unit.name);
  const drafts = store.drafts(desk.id).filter((draft) => draft.body === desk.body && draft.year < record.year && !draft.broken && nameKey(draft.unit) === name);
  return drafts.length ? drafts[drafts.length - 1] : null;
}

function bringKept(desk) {
  const draft = keptBefore(desk, desks.written(desk));
  const found = draft ? store.load(desk.checklist, draft.year, draft.slot) : null;
  if (found && found.record) bring(desk, found);
  else if (found) desk.bar.alert("file", found.error);
}

function bring(desk, { record: before, notes }) {
  forget(desk);
  desk.years.before = before;
  const carried = desk.locks.size ? 0 : carry(desk, before);
  for (const line of all(desk.form, "fieldset[data-code]")) showLast(desk, line, before);
  const told = [say("years.brought", { year: before.year, unit: before.unit.name || say("drafts.noName") }), ...notes];
  if (carried) told.push(say("years.carried", { count: carried, year: before.year }));
  desk.bar.notes(told);
  if (carried) keep.changed(desk, true);
  desk.refresh();
}

/* Remedies that are still open go to their lines, unless this year's line has one already. */
function carry(desk, before) {
  const record = desks.written(desk);
  const fresh = compareYears.openRemedies(before).filter(({ code }) => desk.form.querySelector(`fieldset[data-code="${code}"]`) && !(record.answers[code] || {}).remedy);
  for (const { code, remedy } of fresh) {
    fields.putRemedy(desk.form.querySelector(`fieldset[data-code="${code}"]`), remedy, desk.checklist.scale);
  }
  return fresh.length;
}

function showLast(desk, line, before) {
  const answer = before.answers[line.dataset.code];
  if (!answer) return;
  const { scale } = desk.checklist;
  const box = element("div", { className: "last-year" },
    element("p", { className: "label", textContent: say("years.last", { year: before.year }) }),
    aside.list(aside.words(answer, desk.checklist)));
  if (scale.states.some((state) => state.id === answer.state)) {
    const confirm = button(say("years.confirm"), () => takeOver(desk, line, answer));
    confirm.setAttribute("aria-label", say("years.confirmLine", { line: line.querySelector("legend").textContent }));
    box.append(confirm);
  }
  line.querySelector(".choices").before(box);
}

/* Only the answer is taken over, and the reason it asks for: results and evidence belong to their year. */
function takeOver(desk, line, answer) {
  if (desk.locks.size) return;
  const input = all(line, "input[data-field=state]").find((one) => one.value === answer.state);
  const reason = line.querySelector("[data-field=reason]");
  input.checked = true;
  const state = desk.checklist.scale.states.find((one) => one.id === answer.state);
  if (state.needs_reason && !reason.value) reason.value = answer.reason;
  fields.adapt(line, desk.checklist.scale);
  input.focus();
  keep.changed(desk, true);
  desk.refresh();
}

/* ---- the table ---- */
function label(scale, id) {
  const state = scale.states.find((one) => one.id === id);
  return state ? state.label : id || "–";
}

function row(found, scale) {
  const name = found.line ? element("a", { href: `#dong-${found.code.replaceAll(".", "-")}`, textContent: `${found.line.number}. ${found.line.task}` }) : found.code;
  const cells = [label(scale, found.before), label(scale, found.now), say(`years.${found.change}`)];
  const made = element("tr", {}, element("th", { scope: "row" }, name), ...cells.map((textContent) => element("td", { textContent })));
  [say("years.then"), say("years.now"), say("years.change")].forEach((words, place) => { made.cells[place + 1].dataset.label = words; });
  made.dataset.change = found.change;
  return made;
}

function yearWords(year, tally) {
  return say(tally.provisional ? "years.shareOpen" : "years.share", {
    year, share: shareWords(tally), lowest: percent(tally.lowest), highest: percent(tally.highest),
  });
}

function table(checklist, before, now) {
  const { rows, counts } = compareYears.compare(checklist, before, now);
  const listed = rows.filter((one) => LISTED.includes(one.change));
  const figures = (record) => figuresOf(checklist, record.answers).all;
  const heads = ["years.line", "years.then", "years.now", "years.change"].map((key) => element("th", { scope: "col", textContent: say(key) }));
  return [
    element("p", { textContent: yearWords(before.year, figures(before)) }),
    element("p", { textContent: yearWords(now.year, figures(now)) }),
    element("p", { className: "standing", textContent: say("years.counts", { list: TOLD.map((one) => say("years.count", { what: say(`years.${one}`), count: counts[one] || 0 })).join(" · ") }) }),
    ...(listed.length ? [element("table", { className: "grid stack" }, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...listed.map((one) => row(one, checklist.scale))))] : []),
  ];
}

/** Follow the answers: the table, and whether this machine has an earlier draft of the unit. */
export function refresh(desk, record) {
  const { before, box, kept } = desk.years;
  const draft = keptBefore(desk, record);
  kept.hidden = !draft;
  if (draft) kept.textContent = say("years.kept", { year: draft.year });
  box.replaceChildren(...(before ? table(desk.checklist, before, record) : []));
}
