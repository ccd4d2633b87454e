/* What a workbook would change, shown before anything is applied: a dialog of two tables, and two ways out. */

import { button, element, MAIN, table } from "../common/page.js";
import { say } from "../words/form.js";

/** @import { Skipped } from "./excel-read.js"
    @import { Change } from "./merge.js" */

const MOST_LETTERS = 300; // of a field; the whole stands in the file

/** @param {string} text */
function shortened(text) {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text || say("office.preview.blank");
}

/** @param {Change[]} changes */
function changesTable(changes) {
  const heads = /** @type {const} */ (["line", "field", "old", "new"]).map((key) => say(`office.preview.${key}`));
  return table("grid stack", heads, changes.map(({ place, field, old, fresh }) =>
    [place, field, shortened(old), shortened(fresh)]));
}

/** @param {Skipped[]} skipped */
function skippedTable(skipped) {
  const heads = /** @type {const} */ (["row", "sheet", "code", "reason"]).map((key) => say(`office.preview.${key}`));
  return table("grid stack", heads, skipped.map(({ row, sheet, code, reason }) =>
    [say("office.preview.rowNumber", { row }), sheet, code, reason]));
}

/** Show `found`; call `apply` if the reader says so. Anything else leaves all as it is.
    @param {HTMLElement} form @param {{ year: number, changes: Change[], skipped: Skipped[] }} found
    @param {() => void} apply */
export function show(form, { year, changes, skipped }, apply) {
  const emptied = changes.filter((one) => one.old && !one.fresh).length;
  const title = element("h2", { id: "xem-truoc", textContent: say("office.preview.title", { year }) });
  const note = [say("office.preview.note", { changed: changes.length })];
  if (emptied) note.push(say("office.preview.emptied", { emptied }));
  const region = { role: "region", "aria-labelledby": title.id, tabIndex: 0 };
  const inside = element("div", { className: "inside", ...region }, element("p", { textContent: note.join(" ") }));
  if (skipped.length) {
    const words = say("office.preview.skipped", { count: skipped.length });
    inside.append(element("h3", { textContent: words }), skippedTable(skipped));
  }
  if (changes.length) {
    inside.append(element("h3", { textContent: say("office.preview.changes") }), changesTable(changes));
  }
  const dialog = element("dialog", { className: "preview", "aria-labelledby": title.id }, title, inside);
  const accept = () => {
    dialog.close();
    apply();
  };
  dialog.append(element("div", { className: "actions" },
    button(say("office.preview.apply"), accept, { ...MAIN, hidden: changes.length === 0 }),
    button(say("office.preview.cancel"), () => dialog.close(), { autofocus: true })));
  dialog.addEventListener("close", () => dialog.remove());
  form.after(dialog);
  dialog.showModal();
}
