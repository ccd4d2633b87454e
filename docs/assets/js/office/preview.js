/* What a workbook would change, shown before anything is applied: a dialog of two tables, and two ways out. */

import { element } from "../common/page.js";
import { say as sentence } from "../words/form.js";

const MOST_LETTERS = 300; // of a field; the whole stands in the file
const say = (key, values) => sentence(`office.preview.${key}`, values);

function table(heads, rows) {
  const head = element("tr", {}, ...heads.map((words) => element("th", { scope: "col", textContent: words })));
  const body = rows.map((cells) => element("tr", {}, ...cells.map((words, number) => {
    const cell = element(number ? "td" : "th", { textContent: words });
    if (!number) cell.scope = "row";
    else cell.dataset.label = heads[number];
    return cell;
  })));
  return element("table", { className: "grid stack" }, element("thead", {}, head), element("tbody", {}, ...body));
}

const words = (text) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text || say("blank"));

function changesTable(changes) {
  return table(["line", "field", "old", "new"].map((key) => say(key)), changes.map((one) => [one.place, one.field, words(one.old), words(one.fresh)]));
}

function skippedTable(skipped) {
  const rows = skipped.map((one) => [say("rowNumber", { row: one.row }), one.sheet, one.code, one.reason]);
  return table(["row", "sheet", "code", "reason"].map((key) => say(key)), rows);
}

/** Show `found` ({year, changes, skipped}); call `apply` if the reader says so. Anything else leaves all as it is. */
export function show(form, found, apply) {
  const { changes, skipped } = found;
  const emptied = changes.filter((one) => one.old && !one.fresh).length;
  const title = element("h2", { id: "xem-truoc", textContent: say("title", { year: found.year }) });
  const button = (key, plain, press) => {
    const made = element("button", { type: "button", className: plain ? "button plain" : "button", textContent: say(key) });
    made.addEventListener("click", press);
    return made;
  };
  const dialog = element("dialog", { className: "preview" });
  dialog.setAttribute("aria-labelledby", title.id);
  const close = () => dialog.close();
  const accept = button("apply", false, () => { close(); apply(); });
  accept.hidden = changes.length === 0;
  const inside = element("div", { className: "inside", tabIndex: 0 },
    element("p", { textContent: [say("note", { changed: changes.length }), emptied ? say("emptied", { emptied }) : ""].join(" ").trim() }),
    ...(skipped.length ? [element("h3", { textContent: say("skipped", { count: skipped.length }) }), skippedTable(skipped)] : []),
    ...(changes.length ? [element("h3", { textContent: say("changes") }), changesTable(changes)] : []));
  inside.setAttribute("role", "region");
  inside.setAttribute("aria-labelledby", title.id);
  const cancel = button("cancel", true, close);
  cancel.autofocus = true;
  dialog.append(title, inside, element("div", { className: "actions" }, accept, cancel));
  dialog.addEventListener("close", () => dialog.remove());
  form.after(dialog);
  dialog.showModal();
}
