/* What a workbook would change, shown before anything is applied: a dialog of two tables, and two ways out. */

import { button, element } from "../common/page.js";
import { say } from "../words/form.js";

/** @import { Skipped } from "./excel-read.js"
    @import { Change } from "./merge.js" */

const MOST_LETTERS = 300; // of a field; the whole stands in the file

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  const head = element("tr", {}, ...heads.map((words) => element("th", { scope: "col", textContent: words })));
  const body = rows.map(([first, ...rest]) => element("tr", {},
    element("th", { scope: "row", textContent: first }),
    ...rest.map((words, number) => element("td", { textContent: words, dataset: { label: heads[number + 1] } }))));
  return element("table", { className: "grid stack" }, element("thead", {}, head), element("tbody", {}, ...body));
}

/** @param {string} text */
function shortened(text) {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text || say("office.preview.blank");
}

/** @param {Change[]} changes */
function changesTable(changes) {
  const heads = /** @type {const} */ (["line", "field", "old", "new"]).map((key) => say(`office.preview.${key}`));
  return table(heads, changes.map((one) => [one.place, one.field, shortened(one.old), shortened(one.fresh)]));
}

/** @param {Skipped[]} skipped */
function skippedTable(skipped) {
  const heads = /** @type {const} */ (["row", "sheet", "code", "reason"]).map((key) => say(`office.preview.${key}`));
  return table(heads, skipped.map(({ row, sheet, code, reason }) =>
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
  const inside = element("div", { className: "inside", tabIndex: 0 }, element("p", { textContent: note.join(" ") }));
  if (skipped.length) {
    const words = say("office.preview.skipped", { count: skipped.length });
    inside.append(element("h3", { textContent: words }), skippedTable(skipped));
  }
  if (changes.length) {
    inside.append(element("h3", { textContent: say("office.preview.changes") }), changesTable(changes));
  }
  inside.setAttribute("role", "region");
  inside.setAttribute("aria-labelledby", title.id);
  const dialog = element("dialog", { className: "preview" });
  const accept = button(say("office.preview.apply"), () => {
    dialog.close();
    apply();
  }, false);
  accept.hidden = changes.length === 0;
  const cancel = button(say("office.preview.cancel"), () => dialog.close());
  cancel.autofocus = true;
  dialog.append(title, inside, element("div", { className: "actions" }, accept, cancel));
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => dialog.remove());
  form.after(dialog);
  dialog.showModal();
}
