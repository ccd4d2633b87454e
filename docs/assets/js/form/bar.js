/* What stands around the form: whether it is saved, how far it is, files, what went wrong.
   Says and asks; decides nothing. */

import { clock, localDay, official } from "../common/days.js";
import * as disk from "../common/disk.js";
import { button, element, MAIN } from "../common/page.js";
import { say } from "../words/form.js";

/* Hours and minutes, and the day unless it is today: "10:32", "10:32 ngày 05/3/2026". */
function moment(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "";
  if (date.toDateString() === new Date().toDateString()) return clock(date);
  return say("bar.moment", { clock: clock(date), day: official(localDay(date)) });
}

/* ---- sentences that something is wrong: one of each kind, told once, standing until taken away ---- */
function alert(box, kind, words, choices = []) {
  const old = box.querySelector(`[data-kind="${kind}"]`);
  if (old?.firstChild.textContent === words) return;
  old?.remove();
  if (!words) return;
  box.append(element("div", { className: "alert", dataset: { kind } },
    element("p", { role: "alert", textContent: words }), ...choices.map(([label, press]) => button(label, press))));
}

/* ---- the visible list of the drafts on this machine: opened at once, deleted only after an explicit word ---- */
function draftWords(draft, names) {
  const name = names[draft.body] || draft.body;
  if (draft.broken) return say("drafts.broken", { year: draft.year, body: name });
  const words = say("drafts.one", { year: draft.year, body: name, time: moment(draft.saved) });
  return [words, draft.unit, draft.final ? say("drafts.final") : ""].filter(Boolean).join(" · ");
}

function draftItem(draft, here, names, actions) {
  const words = draftWords(draft, names);
  const about = (key) => ({ textContent: say(key), "aria-label": `${say(key)}: ${words}` });
  const open = draft.body === here
    ? button("", () => actions.choose(draft), about("drafts.open"))
    : element("a", { className: "button plain", href: pageOf(draft), ...about("drafts.open") });
  const remove = button("", () => remove.replaceWith(asking(draft, remove, actions)), about("drafts.remove"));
  return element("li", {}, element("span", { textContent: words }), open, remove);
}

/* The page of another body; from a disk a folder has to be named with its page. */
function pageOf(draft) {
  const page = window.location.pathname.endsWith("index.html") ? "index.html" : "";
  return `../${encodeURIComponent(draft.body)}/${page}#nam-${draft.year}${draft.slot > 1 ? `-${draft.slot}` : ""}`;
}

/* Nothing is deleted without the word; XÓA is the same word with its mark on the other vowel. */
function isTheWord(words) {
  return ["XOÁ", "XÓA"].includes(words.normalize("NFC").trim().toUpperCase());
}

function asking(draft, remove, actions) {
  const word = element("input", { type: "text", autocomplete: "off", maxLength: 10 });
  const question = say("drafts.word", { year: draft.year, unit: draft.unit || say("drafts.noName") });
  const confirm = button(say("drafts.confirm"), () => actions.remove(draft), { disabled: true });
  word.addEventListener("input", () => {
    confirm.disabled = !isTheWord(word.value);
  });
  word.addEventListener("keydown", (event) => {
    if (event.key === "Enter") confirm.click();
  });
  const box = element("div", { className: "asking" }, element("label", {}, question, word), confirm);
  box.append(button(say("drafts.cancel"), () => {
    box.replaceWith(remove);
    remove.focus();
  }));
  window.setTimeout(() => word.focus());
  return box;
}

/* The list of the drafts in `box`. Returns what shows the drafts that there are now. */
function draftList(box, here, names, actions) {
  const summary = element("summary", {});
  const list = element("ul", {});
  const more = button(say("drafts.another"), actions.another);
  const details = element("details", { className: "drafts" }, summary, list, more);
  box.append(details);
  let known = "";
  function show(found) {
    const now = JSON.stringify(found.map((draft) => ({ ...draft, saved: "" })));
    if (now === known) return;
    const inside = details.contains(document.activeElement);
    known = now;
    summary.textContent = say("drafts.title", { count: found.length });
    list.replaceChildren(...found.map((draft) => draftItem(draft, here, names, actions)));
    if (!found.length) list.append(element("li", { textContent: say("drafts.none") }));
    if (inside) summary.focus();
  }
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    known = "";
    show(actions.drafts());
  });
  return show;
}

/** Build both bars of `form`: the head (files, drafts) in #phieu-thanh, the foot (state, progress) at its end. */
export function make(form, body, names, actions) {
  const head = form.querySelector("#phieu-thanh");
  const picker = disk.input(actions.openFile);
  const final = button(say("bar.final"), actions.final);
  const notes = element("div", { className: "edit notes", role: "status", hidden: true });
  head.append(
    element("p", { className: "keep-in-mind", textContent: say("bar.private") }),
    element("div", { className: "actions" },
      button(say("bar.saveFile"), actions.saveFile, MAIN),
      button(say("bar.openFile"), () => picker.click()),
      picker,
      button(say("bar.print"), () => window.print()),
      final,
    ),
    notes,
  );
  const showDrafts = draftList(head, body, names, actions);

  const saved = element("p", { className: "saved" });
  const progress = element("output", { "aria-live": "off" });
  const faults = element("div", { className: "alerts" });
  const foot = element("div", { className: "done", role: "region", "aria-label": say("bar.region") },
    faults, saved, progress,
    element("div", { className: "buttons" },
      button(say("bar.next"), actions.next), button(say("bar.saveFile"), actions.saveFile, MAIN)));
  form.append(foot);

  return {
    head,
    alert: (kind, words, choices) => alert(faults, kind, words, choices),
    drafts: showDrafts,
    saved(key, time) {
      saved.textContent = say(`saved.${key}`, { time: time ? moment(time) : "" });
      saved.dataset.state = key;
    },
    progress({ answered, lines }) {
      progress.textContent = say("bar.progress", { a: answered, b: lines });
    },
    notes(found) {
      notes.hidden = !found.length;
      notes.replaceChildren(...found.map((words) => element("p", { textContent: words })));
    },
    final(on) {
      final.textContent = say(on ? "bar.unfinal" : "bar.final");
      final.setAttribute("aria-pressed", String(on));
    },
  };
}
