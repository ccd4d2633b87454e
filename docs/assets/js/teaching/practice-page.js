/* The practice page: one question at a time, told at once whether and why, the score at the end. Nothing is kept or sent. */

import { button, element, pageData } from "../common/page.js";
import { say } from "../words/teaching.js";
import * as practice from "./practice.js";
import * as random from "./random.js";
import { source } from "./source.js";

const bank = pageData("ngan-hang");
const form = document.getElementById("chon-cau");
const stage = document.getElementById("cau-hoi");
const base = stage.dataset.base;
let played = [];
let place = 0;

/* Practice differs each time; only an exam has to come out again. */
const chance = () => random.seeded(`${Date.now()} ${Math.random()}`);

function start(questions, count) {
  played = practice.rounds(questions, count, chance());
  place = 0;
  form.hidden = true;
  ask();
}

function heading(text) {
  return element("h2", { id: "cau-dang-hoi", tabIndex: -1, textContent: text });
}

function show(...children) {
  stage.replaceChildren(...children);
  stage.querySelector("h2").focus({ preventScroll: true });
  stage.scrollIntoView({ block: "nearest" });
}

function scoreLine() {
  const { right, answered } = practice.score(bank, played).all;
  return answered ? element("p", { className: "who", textContent: say("practice.score", { right, answered }) }) : null;
}

function option(round, index) {
  const input = element("input", { type: "radio", name: "phuong-an", value: String(index), id: `phuong-an-${index}` });
  return element("label", { htmlFor: input.id, dataset: { option: String(index) } },
    input, element("b", { textContent: `${practice.LETTERS[index]}.` }), element("span", { textContent: round.options[index] }));
}

function ask() {
  const round = played[place];
  const told = element("div", { className: "told", role: "status" });
  const level = bank.levels.find((found) => found.id === round.question.level).label;
  const box = element("fieldset", { className: "options" },
    element("legend", { textContent: round.question.text }),
    ...round.options.map((unused, index) => option(round, index)));
  const submit = element("button", { type: "submit", className: "button", textContent: say("practice.answer") });
  const actions = element("div", { className: "actions" }, submit, button(say("practice.stop"), finish));
  const asked = element("form", { className: "ask-one" }, box, told, actions);
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = box.querySelector("input:checked");
    if (chosen) tell(round, Number(chosen.value), box, told, actions);
    else told.replaceChildren(element("p", { textContent: say("practice.choose") }));
  });
  show(heading(say("practice.count", { number: place + 1, all: played.length })),
    element("p", { className: "who", textContent: say("practice.meta", { level: level[0].toUpperCase() + level.slice(1) }) }), scoreLine() || "", asked);
}

function mark(label, words_, kind) {
  label.classList.add(kind);
  label.append(element("small", { textContent: `(${words_})` }));
}

function tell(round, chosen, box, told, actions) {
  round.chosen = chosen;
  const right = practice.isRight(round);
  box.querySelectorAll("input").forEach((input) => { input.disabled = true; });
  const labels = [...box.querySelectorAll("label")];
  mark(labels[round.right], say("practice.markRight"), "right");
  if (!right) mark(labels[chosen], say("practice.markChosen"), "wrong");
  const verdict = right ? say("practice.right")
    : say("practice.wrong", { letter: practice.LETTERS[round.right], option: round.options[round.right] });
  told.replaceChildren(
    element("p", { className: "verdict", textContent: verdict }),
    element("p", { className: "why", textContent: round.question.explanation }),
    ...source(round.question, base));
  const last = place === played.length - 1;
  const next = button(say(last ? "practice.finish" : "practice.next"), last ? finish : () => { place += 1; ask(); }, false);
  actions.replaceChildren(next, ...(last ? [] : [button(say("practice.stop"), finish)]));
  next.focus({ preventScroll: true });
  actions.scrollIntoView({ block: "nearest" });
}

function cell(name, text, properties = {}) {
  return element(name, { textContent: text, ...properties });
}

function table(rows) {
  const heads = ["article", "answered", "right", "share"].map((key) => cell("th", say(`result.${key}`), { scope: "col" }));
  return element("table", { className: "grid result" },
    element("caption", { textContent: say("result.table") }),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows.map((row) => element("tr", {},
      cell("th", row.article.name, { scope: "row" }), cell("td", String(row.answered)), cell("td", String(row.right)),
      cell("td", practice.share(row.right, row.answered))))));
}

function wrongList(wrong) {
  return [
    element("h3", { textContent: say("result.wrong") }),
    element("ol", {}, ...wrong.map(({ question }) => element("li", {},
      say("result.wrongOne", { text: question.text, option: question.options[0], citation: question.citation })))),
  ];
}

function finish() {
  const { all, articles } = practice.score(bank, played);
  const wrong = played.filter((round) => practice.answered(round) && !practice.isRight(round));
  const actions = element("div", { className: "actions" },
    ...(wrong.length ? [button(say("result.again"), () => start(wrong.map((round) => round.question), 0), false)] : []),
    button(say("result.new"), choose, !wrong.length ? false : true));
  show(heading(say("result.title")),
    element("p", { className: "lede", textContent: all.answered ? say("result.total", all) : say("result.nothing") }),
    ...(articles.length ? [table(articles)] : []),
    ...(wrong.length ? wrongList(wrong) : []), actions);
}

function choose() {
  stage.replaceChildren();
  form.hidden = false;
  form.querySelector("input, select").focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const levels = [...form.querySelectorAll("[name=muc]:checked")].map((input) => input.value);
  const questions = practice.matching(bank, levels, form.querySelector("#dieu").value);
  const told = form.querySelector("[role=status]");
  told.textContent = questions.length ? "" : say("practice.none");
  if (questions.length) start(questions, Number(form.querySelector("#so-cau").value));
});

/* A to D, or 1 to 4, choose an option; Enter answers, as in any form. Only here: elsewhere a letter is not ours. */
stage.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input:not([type=radio]), select, textarea")) return;
  const key = event.key.toUpperCase();
  const index = practice.LETTERS.includes(key) ? practice.LETTERS.indexOf(key) : "1234".indexOf(key);
  const input = index >= 0 ? stage.querySelector(`#phuong-an-${index}:not(:disabled)`) : null;
  if (input && key.length === 1) {
    input.checked = true;
    input.focus({ preventScroll: true });
  }
});

form.dataset.ready = "";
