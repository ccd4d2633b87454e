/* To the end: what still waits, the next line that does, and the mark that all is done. */

import { all } from "../common/page.js";
import { say } from "../words/form.js";
import * as desks from "./desk.js";
import * as fields from "./fields.js";
import * as keep from "./keep.js";

/** The lines that still wait for an answer or its reason. */
export function incomplete(desk) {
  const lines = all(desk.form, "fieldset[data-code]");
  return lines.filter((line) => fields.isIncomplete(line, desk.checklist.scale));
}

/** Go to the first of them; where there is none, to the totals. */
export function goToNext(desk) {
  if (!desks.hasYear(desk)) return;
  const [line] = incomplete(desk);
  const target = line ? firstGap(desk, line) : desk.form.querySelector("#phan-tong-hop");
  target.focus();
  target.scrollIntoView({ block: "center" });
}

function firstGap(desk, line) {
  if (desk.locks.size) {
    line.tabIndex = -1;
    return line;
  }
  return line.querySelector(line.classList.contains("incomplete") ? "[data-field=reason]" : "input[data-field=state]");
}

/** Mark the form as done, or take the mark away. */
export function toggleFinal(desk) {
  if (!desks.hasYear(desk) || desk.locks.has("conflict") || desk.locks.has("broken")) return;
  const missing = incomplete(desk).length;
  if (!desk.record.final && missing) {
    desk.bar.alert("incomplete", say("form.notFinal", { count: missing }), [[say("bar.next"), () => goToNext(desk)]]);
    return;
  }
  desk.bar.alert("incomplete", "");
  desk.record = { ...desks.written(desk), final: !desk.record.final };
  desk.dirty = true;
  desk.unsafe = true;
  keep.save(desk);
  desks.lock(desk, "final", desk.record.final);
  desk.bar.final(desk.record.final);
}
