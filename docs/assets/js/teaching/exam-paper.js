/* The papers and the key as they stand on the page and are printed. */

import { element, table } from "../common/page.js";
import { say } from "../words/teaching.js";
import * as exams from "./exam.js";

export const PER_ROW = 10;

const upperFirst = (words) => words[0].toUpperCase() + words.slice(1);
const line = (text, className = "") => element("p", { className, textContent: text });

/** The words at the top of a paper; what the trainer left empty is dots or away. Shared with the Word file. */
export function head(title, wishes, count, code) {
  return {
    left: [wishes.parent, wishes.unit || say("paper.dots")].filter(Boolean).map((name) => name.toUpperCase()),
    title: (wishes.title || say("paper.title")).toUpperCase(),
    lines: [
      say("paper.subject", { title }),
      wishes.group ? say("paper.class", { name: wishes.group }) : "",
      wishes.minutes ? say("paper.time", { minutes: wishes.minutes }) : say("paper.timeBlank"),
      say("paper.size", { count }),
    ].filter(Boolean),
    code: say("paper.code", { code }),
    name: say("paper.name", { dots: say("paper.dots") + say("paper.shortDots") }),
    place: say("paper.place", { dots: say("paper.dots") }),
    materials: wishes.materials ? say(wishes.materials === "open" ? "paper.open" : "paper.closed") : "",
  };
}

function headBox(words) {
  const last = words.left.length - 1;
  return element("header", { className: "paper-head" },
    element("div", {}, ...words.left.map((name, number) => line(name, number === last ? "strong rule" : ""))),
    element("div", {}, element("h2", { textContent: words.title }), ...words.lines.map((text) => line(text))));
}

function identity(words) {
  return element("div", { className: "paper-who" },
    element("div", {}, line(words.name), line(words.place)),
    element("p", { className: "paper-code", textContent: words.code }),
    element("p", { className: "paper-mark", textContent: say("paper.mark") }));
}

/** The numbers of the questions, ten to a row; the last row is filled up. Shared with the Word file. */
export function numberRows(count) {
  const number = (place) => (place < count ? String(place + 1) : "");
  return Array.from({ length: Math.ceil(count / PER_ROW) }, (_, row) =>
    Array.from({ length: PER_ROW }, (unused, place) => number(row * PER_ROW + place)));
}

function answerRow(properties, name, cells) {
  return element("tr", properties, element("th", { scope: "row", textContent: name }),
    ...cells.map((textContent) => element("td", { textContent })));
}

/* A blank under each number. */
function answers(count) {
  const rows = numberRows(count).flatMap((numbers) => [
    answerRow({}, say("paper.questionHead"), numbers),
    answerRow({ className: "blank" }, say("paper.answerHead"), numbers.map(() => "")),
  ]);
  return element("section", { className: "paper-answers" },
    element("h3", { textContent: say("paper.answers") }),
    line(say("paper.answersHint"), "hint"),
    element("table", { className: "blanks" }, element("tbody", {}, ...rows)));
}

function question(item, number) {
  const named = (name, bold, words) => element(name, {}, element("b", { textContent: bold }), ` ${words}`);
  return element("div", { className: "paper-question" },
    named("p", say("paper.number", { number }), item.question.text),
    element("ol", { className: "paper-options", dataset: { columns: String(exams.columns(item.options)) } },
      ...item.options.map((option, index) => named("li", `${exams.LETTERS[index]}.`, option))));
}

/** One version as a sheet of paper. */
export function paper(bank, version, wishes) {
  const words = head(bank.regulation.title, wishes, version.questions.length, version.code);
  return element("article", { className: "exam-paper", dataset: { code: version.code } },
    headBox(words), identity(words), answers(version.questions.length),
    ...version.questions.map((item, index) => question(item, index + 1)),
    line(say("paper.end"), "paper-end"),
    words.materials ? line(words.materials, "paper-end") : null,
    line(bank.regulation.line, "paper-line"));
}

/** What the key says, as rows of words. Shared with the Word file. */
export function keyTables(exam) {
  const codes = exam.versions.map((version) => say("key.column", { code: version.code }));
  return {
    letters: {
      heads: [say("key.question"), ...codes],
      rows: exams.key(exam).map((letters, index) => [String(index + 1), ...letters]),
    },
    reasons: {
      heads: [say("key.text"), say("key.answer"), say("key.source"), say("key.places")],
      rows: exam.questions.map((one) => [
        one.text, one.options[0], `${upperFirst(one.citation)}. ${one.explanation}`,
        exams.places(exam, one).map(({ code, number, right }) => `${code}: ${number}${right}`).join("; "),
      ]),
    },
  };
}

/** The key of all versions, with what each answer rests on. */
export function keySheet(exam) {
  const { letters, reasons } = keyTables(exam);
  return element("article", { className: "exam-paper key" },
    element("h2", { textContent: say("key.title") }), line(say("key.seed", { seed: exam.seed })),
    table("grid letters", letters.heads, letters.rows, say("key.table")),
    table("grid reasons", reasons.heads, reasons.rows, say("key.reasons")));
}
