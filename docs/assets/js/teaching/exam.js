/* Exams, without a page: which questions, how each version orders them and their options, and the key. Pure: the same
   bank and the same wishes give the same exam. */

import { say } from "../words/teaching.js";
import { seeded } from "./random.js";

const FIRST_CODE = 101;
export const MOST_VERSIONS = 8;
export const LETTERS = "ABCD";

const pool = (bank, level) => bank.questions.filter((question) => question.level === level);

/** What is wrong with `wishes` ({counts: level -> number, seed, versions}) for `bank`, in sentences; none if all is
    well. */
export function faults(bank, wishes) {
  const counts = bank.levels.map((level) => [level, wishes.counts[level.id]]);
  const found = [];
  if (counts.some(([, count]) => !Number.isInteger(count) || count < 0)) found.push(say("exam.notNumber"));
  counts.forEach(([level, count]) => {
    const most = pool(bank, level.id).length;
    if (count > most) found.push(say("exam.tooMany", { level: level.label, count: most }));
  });
  if (!found.length && counts.every(([, count]) => count === 0)) found.push(say("exam.noQuestion"));
  if (!Number.isInteger(wishes.versions) || wishes.versions < 1 || wishes.versions > MOST_VERSIONS) {
    found.push(say("exam.versions", { most: MOST_VERSIONS }));
  }
  if (!wishes.seed.trim()) found.push(say("exam.seed"));
  return found;
}

/* Each level by chance, but spread: first an article not asked about yet, never one provision twice while others are
   left. */
function chosen(bank, wishes) {
  const random = seeded(`${wishes.seed} chọn`);
  const picked = [];
  const used = (by, question) => picked.filter((one) => one[by] === question[by]).length;
  const weight = (question) => 100 * used("provision", question) + used("article", question);
  bank.levels.forEach((level) => {
    const left = random.shuffled(pool(bank, level.id));
    for (let turn = 0; turn < wishes.counts[level.id]; turn += 1) {
      const best = left.reduce((least, question, index) => (weight(question) < weight(left[least]) ? index : least), 0);
      picked.push(...left.splice(best, 1));
    }
  });
  return picked;
}

function version(questions, seed, code) {
  const random = seeded(`${seed} ${code}`);
  return {
    code: String(code),
    questions: random.shuffled(questions).map((question) => {
      const options = random.shuffled(question.options);
      return { question, options, right: LETTERS[options.indexOf(question.options[0])] };
    }),
  };
}

/** The exam for `wishes`, which have no faults:
    {seed, questions, versions: [{code, questions: [{question, options, right}]}]}. */
export function make(bank, wishes) {
  const questions = chosen(bank, wishes);
  const codes = Array.from({ length: wishes.versions }, (unused, number) => FIRST_CODE + number);
  return { seed: wishes.seed, questions, versions: codes.map((code) => version(questions, wishes.seed, code)) };
}

/** The key as a table: a row for each number, the letter of each version in it. */
export function key(exam) {
  return exam.questions.map((unused, number) => exam.versions.map((one) => one.questions[number].right));
}

/** Where `question` stands: [{code, number, right}] in each version. */
export function places(exam, question) {
  return exam.versions.map((one) => {
    const number = one.questions.findIndex((item) => item.question.id === question.id);
    return { code: one.code, number: number + 1, right: one.questions[number].right };
  });
}

/** How many options fit on a line of a paper: 4, 2 or 1. */
export function columns(options) {
  const longest = Math.max(...options.map((option) => option.length));
  if (longest <= 16) return 4;
  return longest <= 38 ? 2 : 1;
}
