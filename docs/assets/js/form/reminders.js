/* Reminders: the days that the reader has written on the form, as a file for the calendar of a phone or an office.
   Days come from “Hạn” in part IV and from the deadlines of remedies; where nothing is written, nothing is reminded
   of. */

import { dayOf, official } from "../common/days.js";
import * as disk from "../common/disk.js";
import { nameKey } from "../common/names.js";
import { button, element } from "../common/page.js";
import { say } from "../words/form.js";
import * as calendar from "../record/calendar.js";
import { linesOf, occasionName } from "../record/checklist.js";
import * as desks from "./desk.js";

const BEFORE = [0, 1, 3, 7, 14]; // days; the reader chooses

/* The same reminder has the same name in every file, so that a calendar replaces it and does not show it twice. */
function uid(record, place) {
  const unit = Array.from(new TextEncoder().encode(nameKey(record.unit.name)));
  const mark = unit.reduce((sum, octet) => (Math.imul(sum, 31) + octet) >>> 0, 7).toString(36);
  return `${record.regulation.id}.${record.body}.${mark}.${record.year}.${place}`;
}

function ofLog(checklist, record) {
  const rowsOf = (task) => (record.log[task.id] || []).map((row, place) => ({ task, row, place }));
  return checklist.log.tasks.flatMap(rowsOf)
    .filter(({ row }) => row.due && !row.held)
    .map(({ task, row, place }) => ({
      uid: uid(record, `${task.id}/${place + 1}`),
      day: dayOf(row.due),
      written: row.due,
      title: say("remind.log", { task: task.task, occasion: occasionName(checklist, task, place) }),
      description: task.citation.replace(/\.$/, ""),
    }));
}

function ofRemedies(checklist, record) {
  return linesOf(checklist).map((line) => ({ line, remedy: (record.answers[line.id] || {}).remedy }))
    .filter(({ remedy }) => remedy && remedy.deadline && !remedy.done)
    .map(({ line, remedy }) => ({
      uid: uid(record, line.id),
      day: remedy.deadline,
      written: remedy.deadline,
      title: say("remind.remedy", { action: remedy.action || line.task }),
      description: [`${line.citation} · ${line.task}`, remedy.owner].filter(Boolean).join("\n"),
    }));
}

/** Everything with a day on `record`; `day` is "" where it cannot be read. */
function items(checklist, record) {
  return [...ofLog(checklist, record), ...ofRemedies(checklist, record)];
}

/** Build the panel in the head of the form. */
export function make(desk) {
  const before = element("select", { id: "nhac-truoc" }, ...BEFORE.map((days) => {
    const words = say(days ? "remind.before" : "remind.onDay", { days, hour: calendar.ALARM_HOUR });
    return element("option", { value: days, textContent: words });
  }));
  const list = element("ul", { className: "plain-list" });
  const give = button(say("remind.give"), () => download(desk, Number(before.value)));
  const details = element("details", { className: "panel" },
    element("summary", { textContent: say("remind.title") }),
    element("p", { textContent: say("remind.what") }), list,
    element("div", { className: "asking" },
      element("label", { htmlFor: "nhac-truoc", textContent: say("remind.when") }, before), give));
  desk.bar.head.append(details);
  desk.reminders = { list, give };
  refresh(desk, null);
}

/** Show what there is to be reminded of now. */
export function refresh(desk, record) {
  const found = record ? items(desk.checklist, record) : [];
  const { list, give } = desk.reminders;
  list.replaceChildren(...found.map((item) => element("li", {
    textContent: item.day
      ? say("remind.item", { day: official(item.day), title: item.title })
      : say("remind.unread", { written: item.written, title: item.title }),
  })));
  if (!found.length) list.append(element("li", { textContent: say("remind.none") }));
  give.disabled = !found.some((item) => item.day);
}

function download(desk, days) {
  const record = desks.written(desk);
  const found = items(desk.checklist, record).filter((item) => item.day);
  const name = `nhac-viec-${record.body}-${record.year}.ics`;
  disk.download(calendar.write(found, days, new Date()), name, "text/calendar");
}
