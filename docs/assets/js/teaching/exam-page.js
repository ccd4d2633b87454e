/* The exam maker: wishes in, papers and the key on the page; to the printer, to Word. Nothing is kept or sent. */

import * as disk from "../common/disk.js";
import { element, one, pageData } from "../common/page.js";
import { say } from "../words/teaching.js";
import * as exams from "./exam.js";
import * as papers from "./exam-paper.js";
import * as examWord from "./exam-word.js";

const bank = pageData("ngan-hang");
const form = one(document, "#lap-de", HTMLFormElement);
const told = one(document, "#lap-de-bao", HTMLElement);
const actions = one(document, "#de-viec", HTMLElement);
const output = one(document, "#de-thi", HTMLElement);
let made = null;

const text = (id) => /** @type {HTMLInputElement} */ (form.elements.namedItem(id)).value.trim();
const number = (id) => (/^\d+$/.test(text(id)) ? Number(text(id)) : NaN);

function read() {
  return {
    counts: Object.fromEntries(bank.levels.map((level) => [level.id, number(`so-${level.id}`)])),
    versions: number("so-ma-de"),
    seed: text("ma-bo-de"),
    parent: text("co-quan-chu-quan"),
    unit: text("don-vi-ra-de"),
    title: text("ten-bai"),
    group: text("ten-lop"),
    minutes: text("so-phut"),
    materials: text("tai-lieu"),
  };
}

function tell(lines, alarm) {
  told.className = alarm ? "alert" : "";
  told.replaceChildren(...lines.map((line) => element("p", { textContent: line })));
}

function make() {
  const wishes = read();
  const faults = exams.faults(bank, wishes);
  if (wishes.minutes && !/^[1-9]\d{0,2}$/.test(wishes.minutes)) faults.push(say("exam.minutes"));
  made = faults.length ? null : { exam: exams.make(bank, wishes), wishes };
  actions.hidden = !made;
  output.replaceChildren();
  if (!made) {
    tell(faults, true);
    return;
  }
  const { questions, versions, seed } = made.exam;
  output.append(...versions.map((version) => papers.paper(bank, version, wishes)), papers.keySheet(made.exam));
  tell([say("exam.made", { versions: versions.length, questions: questions.length, seed })], false);
}

function print(what) {
  output.dataset.print = what;
  window.print();
  delete output.dataset.print;
}

async function save() {
  try {
    const bytes = await examWord.file(bank, made.exam, made.wishes);
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const name = made.exam.seed.replace(/[^\p{L}\p{N}-]+/gu, "-");
    disk.download(bytes, say("exam.file", { seed: name }), type);
  } catch (error) {
    tell([say("exam.noWord")], true);
    window.reportError(error);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  make();
});
one(actions, "#in-de", HTMLButtonElement).addEventListener("click", () => print("papers"));
one(actions, "#in-dap-an", HTMLButtonElement).addEventListener("click", () => print("key"));
one(actions, "#tai-word", HTMLButtonElement).addEventListener("click", save);
form.dataset.ready = "";
