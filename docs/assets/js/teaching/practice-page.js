/* The practice page: one question at a time, told at once whether and why, the score at the end. Nothing is kept or
   sent. */

import { all, button, element, MAIN, one, pageData, table } from "../common/page.js";
import { say } from "../words/teaching.js";
import * as practice from "./practice.js";
import * as random from "./random.js";

const bank = pageData("ngan-hang");
const form = one(document, "#chon-cau", HTMLFormElement);
const stage = one(document, "#cau-hoi", HTMLElement);
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
  stage.replaceChildren(...children.filter((child) => child !== null));
  one(stage, "h2", HTMLElement).focus({ preventScroll: true });
  stage.scrollIntoView({ block: "nearest" });
}

function scoreLine() {
  const { right, answered } = practice.score(bank, played).all;
  return answered ? element("p", { className: "who", textContent: say("practice.score", { right, answered }) }) : null;
}

function option(round, index) {
  const input = element("input", { type: "radio", name: "phuong-an", value: String(index), id: `phuong-an-${index}` });
  const letter = element("b", { textContent: `${practice.LETTERS[index]}.` });
  return element("label", { htmlFor: input.id, dataset: { option: String(index) } },
    input, letter, element("span", { textContent: round.options[index] }));
}

function ask() {
  const round = played[place];
  const told = element("div", { className: "told", role: "status" });
  const { label } = bank.levels.find((found) => found.id === round.question.level);
  const level = label[0].toUpperCase() + label.slice(1);
  const box = element("fieldset", { className: "options" },
    element("legend", { textContent: round.question.text }),
    ...round.options.map((unused, index) => option(round, index)));
  const submit = element("button", { type: "submit", className: "button", textContent: say("practice.answer") });
  const actions = element("div", { className: "actions" }, submit, button(say("practice.stop"), finish));
  const asked = element("form", { className: "ask-one" }, box, told, actions);
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    const [chosen] = all(box, "input:checked", HTMLInputElement);
    if (chosen) tell(round, Number(chosen.value), box, told, actions);
    else told.replaceChildren(element("p", { textContent: say("practice.choose") }));
  });
  show(heading(say("practice.count", { number: place + 1, all: played.length })),
    element("p", { className: "who", textContent: say("practice.meta", { level }) }), scoreLine(), asked);
}

/* The words of the law that bear an answer, with the link to where they stand. */
function source(question) {
  const file = location.protocol === "file:" ? "index.html" : ""; // a disk shows no folders
  const href = `${base}${question.path}${file}#${question.anchor}`;
  const textContent = say("practice.source", { citation: question.citation });
  const { lead, quote, tail, provision } = question;
  const carried = (words) => (words ? element("span", { className: "carried", textContent: words }) : null);
  const law = element("span", { className: "law", textContent: quote, dataset: { words: provision } });
  return [
    element("p", { className: "cut" }, carried(lead), lead && " ", law, tail && " ", carried(tail)),
    element("p", { className: "src" }, element("a", { href, textContent })),
  ];
}

function mark(label, words, kind) {
  label.classList.add(kind);
  label.append(element("small", { textContent: `(${words})` }));
}

function tell(round, chosen, box, told, actions) {
  round.chosen = chosen;
  const right = practice.isRight(round);
  for (const input of all(box, "input", HTMLInputElement)) input.disabled = true;
  const labels = all(box, "label");
  mark(labels[round.right], say("practice.markRight"), "right");
  if (!right) mark(labels[chosen], say("practice.markChosen"), "wrong");
  const verdict = right ? say("practice.right")
    : say("practice.wrong", { letter: practice.LETTERS[round.right], option: round.options[round.right] });
  told.replaceChildren(
    element("p", { className: "verdict", textContent: verdict }),
    element("p", { className: "why", textContent: round.question.explanation }),
    ...source(round.question));
  const last = place === played.length - 1;
  const next = button(say(last ? "practice.finish" : "practice.next"), last ? finish : askNext, MAIN);
  actions.replaceChildren(next, ...(last ? [] : [button(say("practice.stop"), finish)]));
  next.focus({ preventScroll: true });
  actions.scrollIntoView({ block: "nearest" });
}

function askNext() {
  place += 1;
  ask();
}

function byArticle(articles) {
  const heads = [say("result.article"), say("result.answered"), say("result.right"), say("result.share")];
  const rows = articles.map(({ article, answered, right }) =>
    [article.name, String(answered), String(right), `${Math.round((100 * right) / answered)}%`]);
  return table("grid result", heads, rows, say("result.table"));
}

function wrongList(wrong) {
  return [
    element("h3", { textContent: say("result.wrong") }),
    element("ol", {}, ...wrong.map(({ question }) => element("li", {},
      say("result.wrongOne", { text: question.text, option: question.options[0], citation: question.citation })))),
  ];
}

function finish() {
  const { all: whole, articles } = practice.score(bank, played);
  const wrong = played.filter((round) => practice.answered(round) && !practice.isRight(round));
  const actions = element("div", { className: "actions" },
    ...(wrong.length ? [button(say("result.again"), () => start(wrong.map((round) => round.question), 0), MAIN)] : []),
    button(say("result.new"), choose, wrong.length ? {} : MAIN));
  const total = whole.answered ? say("result.total", whole) : say("result.nothing");
  show(heading(say("result.title")), element("p", { className: "lede", textContent: total }),
    ...(articles.length ? [byArticle(articles)] : []),
    ...(wrong.length ? wrongList(wrong) : []), actions);
}

function choose() {
  stage.replaceChildren();
  form.hidden = false;
  one(form, "input, select", HTMLElement).focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const levels = all(form, "[name=muc]:checked", HTMLInputElement).map((input) => input.value);
  const questions = practice.matching(bank, levels, one(form, "#dieu", HTMLSelectElement).value);
  const told = one(form, "[role=status]", HTMLElement);
  told.textContent = questions.length ? "" : say("practice.none");
  if (questions.length) start(questions, Number(one(form, "#so-cau", HTMLSelectElement).value));
});

/* A to D, or 1 to 4, choose an option; Enter answers, as in any form. Only here: elsewhere a letter is not ours. */
stage.addEventListener("keydown", (event) => {
  const { target } = event;
  const isWriting = target instanceof Element && target.closest("input:not([type=radio]), select, textarea");
  if (event.ctrlKey || event.altKey || event.metaKey || isWriting || event.key.length !== 1) return;
  const key = event.key.toUpperCase();
  const index = Math.max(practice.LETTERS.indexOf(key), "1234".indexOf(key));
  const input = stage.querySelector(`#phuong-an-${index}:not(:disabled)`);
  if (input instanceof HTMLInputElement) {
    input.checked = true;
    input.focus({ preventScroll: true });
  }
});

form.dataset.ready = "";
