/* The head and the signatures of the printed form: the annex or one of the unit's letterheads, as the sheet sets them. */

import { element } from "../common/page.js";
import { say } from "../words/form.js";

const line = (className, words) => element("div", { className, textContent: words });

/** What fills the marks of `words`: the reader's own, or the dots of the blank sheet. `year` may be null. */
export function filler(words, unit, year) {
  const { blanks } = words;
  const capitals = (value) => (value || blanks.name).toLocaleUpperCase("vi");
  const where = unit.commune.trim().replace(/^(xã|phường|thị trấn) /iu, "") || unit.district.trim();
  const values = {
    year: year === null ? blanks.year : String(year),
    unit: unit.name.trim() || blanks.unit,
    where: where || blanks.where,
    PROVINCE: capitals(unit.province.trim()),
    DISTRICT: capitals(unit.district.trim()),
    WHERE: capitals(unit.commune.trim()),
  };
  return (text) => text.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? values[name] : mark));
}

function annex(words, head, fill) {
  return element("header", { className: "annex" },
    line("strong", say("paper.annex")),
    line("title", fill(words.title).toLocaleUpperCase("vi")),
    line("italic", fill(head.annex_line)));
}

function letterhead(words, head, fill) {
  const { family } = head;
  const [kind, subject] = words.title_lines;
  const left = element("div", { className: "issuer" },
    ...head.superior.map((one) => line("", fill(one))),
    ...head.issuer.map((one) => line("strong", fill(one))),
    family.left_mark ? line("", family.left_mark) : line("rule short", ""),
    line("number", ""));
  left.lastChild.append(element("span", { textContent: family.number }), element("span", { textContent: head.symbol }));
  const right = element("div", { className: "nation" },
    ...family.right.map((one) => line("strong", one.text)), line("rule", ""), line("italic", fill(head.date_line)));
  return element("header", { className: "letterhead" },
    element("div", { className: "sides" }, left, right),
    line("title", kind.toLocaleUpperCase("vi")),
    line("strong", fill(subject)),
    family.subject_mark ? line("", family.subject_mark) : line("rule short", ""));
}

/** The head of the sheet: under the letterhead with id `chosen`, or as an annex where none is. */
export function opening(words, chosen, fill) {
  return chosen in words.heads ? letterhead(words, words.heads[chosen], fill) : annex(words, words.heads[words.usual], fill);
}

/** Who made it, who signs, and under a letterhead who receives it. */
export function signatures(words, chosen, fill, preparer) {
  const under = chosen in words.heads;
  const head = words.heads[under ? chosen : words.usual];
  const made = element("div", {}, line("strong", say("paper.preparer")), line("italic", say("paper.sign")), line("name", preparer));
  const signer = element("div", {},
    ...(under ? [] : [line("italic", fill(head.date_line))]),
    ...(head.on_behalf ? [line("strong", head.on_behalf)] : []),
    line(head.family.position_bold ? "strong" : "", head.position),
    line("italic", head.family.signed_name));
  const copies = element("div", { className: "copies" }, line("strong", say("paper.copies")), ...head.copies.map((one) => line("", one)));
  return element("footer", { className: "signatures" }, ...(under ? [copies] : []), made, signer);
}
