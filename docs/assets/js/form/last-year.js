/* Last year beside this year: its answers are shown at each line and count only when the reader takes them over;
   remedies that are still open come along; a table tells what rose, fell, is new, is gone. Last year's file is only
   read. */

import * as disk from "../common/disk.js";
import { all, button, cells, element, table } from "../common/page.js";
import { say } from "../words/form.js";
import { stateOf } from "../record/checklist.js";
import { compare } from "../record/compare-years.js";
import { count as figuresOf, DASH, rangeOf, shareWords } from "../record/figures.js";
import * as store from "../record/store.js";
import * as aside from "./aside.js";
import * as desks from "./desk.js";
import * as fields from "./fields.js";
import { readWhole } from "./files.js";
import * as keep from "./keep.js";

/** @import { Reading } from "../record/record.js" */

const TOLD = ["rose", "fell", "other", "new", "gone", "waiting", "same"];
const LISTED = ["rose", "fell", "other", "new", "gone"];

/** Build the panel in the head of the form. */
export function make(desk) {
  const kept = button("", () => bringKept(desk), { hidden: true });
  const box = element("div", {});
  const picker = disk.input((file) => openFile(desk, file));
  const actions = element("div", { className: "asking" }, button(say("years.open"), () => picker.click()), kept);
  desk.bar.head.append(element("details", { className: "panel years" },
    element("summary", { textContent: say("years.title") }),
    element("p", { textContent: say("years.what") }), actions, box));
  desk.years = { box, kept, before: null };
}

/** Another record lies on the form: what was beside it is taken away. */
export function forget(desk) {
  desk.years.before = null;
  all(desk.form, ".last-year").forEach((one) => one.remove());
}

async function openFile(desk, file) {
  if (!desks.hasYear(desk)) return;
  const found = await readWhole(file, desk.checklist);
  const [theirs, ours] = [found.record?.year ?? 0, desk.record.year];
  const error = theirs < ours ? found.error || "" : say("years.notBefore", { theirs, ours });
  desk.bar.alert("file", error);
  if (!error) bring(desk, found);
}

/* The latest earlier draft of the same unit on this machine; null where there is none. */
function keptBefore(desk, record) {
  const isEarlier = (draft) => draft.body === desk.body && draft.year < record.year;
  const drafts = store.drafts(desk.id).filter((draft) => isEarlier(draft) && store.isOf(draft, record.unit.name));
  return drafts.at(-1) ?? null;
}

function bringKept(desk) {
  const draft = keptBefore(desk, desks.written(desk));
  const found = draft ? store.load(desk.checklist, draft.year, draft.slot) : null;
  if (found && found.record) bring(desk, found);
  else if (found) desk.bar.alert("file", found.error);
}

/** @param {any} desk @param {Reading} found */
function bring(desk, { record: before, notes = [] }) {
  if (!before) return;
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
  const { answers } = desks.written(desk);
  const fresh = Object.entries(before.answers)
    .filter(([code, { remedy }]) => remedy && !remedy.done && !answers[code]?.remedy)
    .map(([code, { remedy }]) => ({ line: desk.form.querySelector(`fieldset[data-code="${code}"]`), remedy }))
    .filter(({ line }) => line);
  for (const { line, remedy } of fresh) fields.putRemedy(line, remedy, desk.checklist.scale);
  return fresh.length;
}

function showLast(desk, line, before) {
  const answer = before.answers[line.dataset.code];
  if (!answer) return;
  const box = element("div", { className: "last-year" },
    element("p", { className: "label", textContent: say("years.last", { year: before.year }) }),
    aside.list(aside.words(answer, desk.checklist)));
  if (fields.counts(line) && stateOf(desk.checklist, answer.state)) {
    const name = say("years.confirmLine", { line: line.querySelector("legend").textContent });
    box.append(button(say("years.confirm"), () => takeOver(desk, line, answer), { "aria-label": name }));
  }
  line.querySelector(".choices, .instead").before(box);
}

/* Only the answer is taken over, and the reason it asks for: results and evidence belong to their year. */
function takeOver(desk, line, answer) {
  if (desk.locks.size) return;
  const input = line.querySelector(`input[data-field=state][value="${answer.state}"]`);
  const reason = line.querySelector("[data-field=reason]");
  input.checked = true;
  if (stateOf(desk.checklist, answer.state)?.needs_reason && !reason.value) reason.value = answer.reason;
  fields.adapt(line, desk.checklist.scale);
  input.focus();
  keep.changed(desk, true);
  desk.refresh();
}

/* ---- the table ---- */
function row({ code, line, before, now, change }, heads, scale) {
  const label = (id) => stateOf({ scale }, id)?.label ?? (id || DASH);
  const href = `#dong-${code.replaceAll(".", "-")}`;
  const name = line ? element("a", { href, textContent: `${line.number}. ${line.task}` }) : code;
  const words = [label(before), label(now), say(`years.${change}`)];
  return element("tr", { dataset: { change } }, ...cells([name, ...words], heads));
}

function yearWords(year, tally) {
  return say(tally.provisional ? "years.shareOpen" : "years.share", {
    year, share: shareWords(tally), ...rangeOf(tally),
  });
}

function compared(checklist, before, now) {
  const { rows, counts } = compare(checklist, before, now);
  const listed = rows.filter((one) => LISTED.includes(one.change));
  const figures = (record) => figuresOf(checklist, record.answers).all;
  const told = TOLD.map((one) => say("years.count", { what: say(`years.${one}`), count: counts[one] || 0 }));
  const words = [
    element("p", { textContent: yearWords(before.year, figures(before)) }),
    element("p", { textContent: yearWords(now.year, figures(now)) }),
    element("p", { className: "standing", textContent: say("years.counts", { list: told.join(" · ") }) }),
  ];
  if (!listed.length) return words;
  const heads = ["line", "then", "now", "change"].map((key) => say(`years.${key}`));
  return [...words, table("grid stack", heads, listed.map((one) => row(one, heads, checklist.scale)))];
}

/** Follow the answers: the table, and whether this machine has an earlier draft of the unit. */
export function refresh(desk, record) {
  const { before, box, kept } = desk.years;
  const draft = keptBefore(desk, record);
  kept.hidden = !draft;
  if (draft) kept.textContent = say("years.kept", { year: draft.year });
  box.replaceChildren(...(before ? compared(desk.checklist, before, record) : []));
}
