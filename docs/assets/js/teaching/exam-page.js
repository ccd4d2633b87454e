/* The exam maker: wishes in, papers and the key on the page; to the printer, to Word. Nothing is kept or sent. */

import * as disk from "../common/disk.js";
import { element, pageData } from "../common/page.js";
import { say } from "../words/teaching.js";
import * as exams from "./exam.js";
import * as papers from "./exam-paper.js";
import * as examWord from "./exam-word.js";

const bank = pageData("ngan-hang");
const form = document.getElementById("lap-de");
const told = document.getElementById("lap-de-bao");
const actions = document.getElementById("de-viec");
const output = document.getElementById("de-thi");
let made = null;

const text = (id) => form.querySelector(`#${id}`).value.trim();
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
  output.append(...made.exam.versions.map((version) => papers.paper(bank, made.exam, version, wishes)), papers.keySheet(made.exam));
  tell([say("exam.made", { versions: wishes.versions, questions: made.exam.questions.length, seed: wishes.seed })], false);
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
document.getElementById("in-de").addEventListener("click", () => print("papers"));
document.getElementById("in-dap-an").addEventListener("click", () => print("key"));
document.getElementById("tai-word").addEventListener("click", save);
form.dataset.ready = "";
