/* A filled sheet as it is printed from the page: every word is the sheet's, its letterhead has the measures. */

import { element, table } from "../common/page.js";

/** @import { Sheet } from "../record/contract.js" */

/* Words in letters of so many points, where it matters. */
const line = (className, words, points = null) =>
  element("div", { className, textContent: words, ...(points ? { style: `font-size: ${points}pt` } : {}) });
const cell = (words, className = "") => element("td", { className, textContent: words });
const named = ({ label, words }) => element("p", {}, element("b", { textContent: label }), ` ${words}`);

/* Words that a quote does not go without. */
const carried = (words) => (words ? element("span", { className: "carried", textContent: words }) : null);

/* Written words, or room for a pen. */
const room = (words) => line(words ? "answer" : "room", words);

function heading({ words, remark }) {
  return element("h3", { textContent: words }, remark ? element("span", { textContent: ` ${remark}` }) : null);
}

/* ---- head ---- */
function annex(head) {
  const [over, under] = head.annex;
  const title = `${head.kind} ${head.subject}`.trim().toLocaleUpperCase("vi");
  return element("header", { className: "annex" }, line("strong", over), line("title", title), line("italic", under));
}

function letterhead(head) {
  const { family } = head;
  const left = family.left_size;
  const issuer = [
    ...head.superior.map((words) => line("", words, left)),
    ...head.issuer.map((words) => line("strong", words, left)),
    line(family.left_mark ? "" : "rule short", family.left_mark, left),
  ];
  const number = line("number", "", family.number_size);
  number.append(element("span", { textContent: head.number }), element("span", { textContent: head.symbol }));
  const nation = family.right.map((one) => line("strong", one.text, one.size));
  return element("header", { className: "letterhead" },
    element("div", { className: "sides" },
      element("div", { className: "issuer" }, ...issuer, number),
      element("div", { className: "nation" },
        ...nation, line("rule", ""), line("italic", head.date, family.date_size))),
    head.kind ? line("title", head.kind.toLocaleUpperCase("vi"), family.title_size) : null,
    line("strong", head.subject, family.subject_size),
    line(family.subject_mark ? "" : "rule short", family.subject_mark, family.subject_size));
}

function key({ scale, key: words }) {
  const star = `* ${words.reason}`;
  const states = scale.states.map((state) => element("li", {},
    element("b", { textContent: `${state.label}${state.needs_reason ? star : ""}:` }), ` ${state.definition}`));
  const notices = words.notices.map((one) => element("li", { textContent: one }));
  return element("div", { className: "key" },
    element("div", {}, element("b", { textContent: words.states }), element("ul", { className: "boxes" }, ...states)),
    element("div", {}, element("b", { textContent: words.notices_label }), element("ul", {}, ...notices)));
}

/* ---- parts I to III ---- */
function part(sheet, one) {
  if (one.empty) return [heading(one.heading), element("p", { className: "italic", textContent: one.empty })];
  const rows = one.blocks.flatMap((block) => block.rows.map((row, place) => duty(sheet, row, place === 0)));
  return [heading(one.heading), table(sheet.points ? "duties points" : "duties", sheet.labels, rows)];
}

function duty(sheet, row, first) {
  const { entry } = row;
  const law = element("span", { className: "law", textContent: row.quote, dataset: { quote: row.id } });
  const points = sheet.points ? [cell(String(row.points ?? "")), cell(entry.points), cell("")] : [];
  return element("tr", { className: first ? "first" : "" },
    cell(String(row.number), "no"),
    element("td", { className: "quote" }, carried(row.lead), " ", law, " ", carried(row.tail)),
    cell(row.citation_lines.join(" "), first ? "centre" : "centre faint"),
    cell(row.period, "centre"),
    cell(entry.result, "answer"),
    element("td", {}, line("answer", entry.evidence), line("hint", row.hint)),
    row.instead
      ? element("td", {}, line("hint", row.instead))
      : element("td", { className: "states" }, ...sheet.scale.states.map((state) => answer(state, entry))),
    ...points,
    element("td", {}, line("answer", entry.note), ...row.hints.map((words) => line("hint", words))));
}

/* A box for an answer of the scale; the chosen one holds a cross. */
function answer(state, entry) {
  const on = state.id === entry.state;
  const words = ` ${state.short || state.label}${state.needs_reason ? "*" : ""}`;
  return element("div", { className: on ? "on" : "" },
    element("span", { className: "box", textContent: on ? "×" : "" }), words);
}

/* ---- parts IV to VII ---- */
function log(words) {
  if (!words.tasks.length) return [];
  const rows = words.tasks.flatMap((task) => task.occasions.map((one, place) => {
    const written = [one.due, one.held, one.number, one.note].map((entry) => cell(entry, "answer"));
    const first = place ? [] : [taskCell(task)];
    return element("tr", { className: place ? "" : "first" }, ...first, cell(one.name), ...written);
  }));
  return [heading(words.heading), table("log", words.labels, rows)];
}

function taskCell(task) {
  const told = [task.due, task.recipients].filter(Boolean).map((words) => line("hint", words));
  return element("td", { rowSpan: task.occasions.length },
    element("b", { textContent: task.citation }), ` ${task.task}`, ...told);
}

function totals(words) {
  const row = ({ title, count, cells }, place) => {
    const counted = cells.length ? cells : words.labels.slice(2).map(() => "");
    return element("tr", { className: place + 1 === words.rows.length ? "sum" : "" },
      cell(title), ...[String(count), ...counted].map((one) => cell(one, "centre")));
  };
  return [
    heading(words.heading),
    table("sums", words.labels, words.rows.map(row)),
    ...(words.standing ? [element("p", { className: "strong standing", textContent: words.standing })] : []),
    element("p", { className: "hint", textContent: words.share }),
  ];
}

function rating({ rating: one, rating_note }) {
  return named({ label: one.label, words: `${one.words || "…".repeat(38)} ${rating_note}` });
}

function remarks(sheet) {
  const boxes = sheet.remarks.map(({ title, words }) =>
    element("div", {}, element("b", { textContent: title }), room(words)));
  return [heading(sheet.remarks_heading), element("div", { className: "remarks" }, ...boxes)];
}

function remedies(words) {
  const row = (cells) => element("tr", {}, ...cells.map((one, place) => cell(one, place ? "answer" : "centre")));
  return words.rows.length ? [heading(words.heading), table("remedies", words.labels, words.rows.map(row))] : [];
}

function close({ opinion, heads }) {
  return element("div", { className: "close" },
    heading(opinion.heading), room(""), element("p", { textContent: `${opinion.reviewer} ${"…".repeat(32)}` }),
    signatures(heads[0]));
}

/* Who made it, who signs and, under a letterhead, who receives it. */
function signatures({ annex: isAnnex, family, signatures: words }) {
  const strong = (one) => line("strong", one, family.sign_size);
  const made = element("div", {},
    strong(words.preparer), line("italic", words.preparer_note), line("name", words.preparer_name));
  const signer = element("div", {},
    words.date ? line("italic", words.date) : null,
    words.on_behalf ? strong(words.on_behalf) : null,
    line(family.position_bold ? "strong" : "", words.position, family.sign_size),
    line("italic", words.signed_name));
  const { copies } = family;
  const receivers = element("div", { className: "copies" },
    line(`label ${copies.style}`, words.copies_label, copies.size),
    ...words.copies.map((one) => line("", one, copies.list_size)));
  return element("footer", { className: "signatures" }, isAnnex ? null : receivers, made, signer);
}

/** The elements of a filled sheet, in the order of the paper. @param {Sheet} sheet */
export function printed(sheet) {
  const [head] = sheet.heads;
  const unit = { ...sheet.unit, words: sheet.unit.words || "…".repeat(24) };
  return [
    head.annex ? annex(head) : letterhead(head),
    element("div", { className: "whose" }, named(unit), named(sheet.kind)),
    named(sheet.basis),
    key(sheet),
    ...sheet.parts.flatMap((one) => part(sheet, one)),
    ...log(sheet.log),
    ...totals(sheet.totals),
    rating(sheet.totals),
    ...remarks(sheet),
    ...remedies(sheet.remedies),
    close(sheet),
    element("p", { className: "hint foot-note", textContent: `${sheet.foot} ${sheet.body_name}.` }),
  ];
}
