/* Practice, without a page: which questions, in which order, and what the answers come to. */

export const LETTERS = "ABCD";

/** The questions of `bank` with one of `levels`, of `article` (all if ""). */
export function matching(bank, levels, article) {
  const fits = (question) => levels.includes(question.level) && (!article || question.article === article);
  return bank.questions.filter(fits);
}

/** Rounds of at most `count` questions (all if 0) in an order by chance, options mixed, nothing chosen yet. */
export function rounds(questions, count, random) {
  return random.shuffled(questions).slice(0, count || questions.length).map((question) => {
    const options = random.shuffled(question.options);
    return { question, options, right: options.indexOf(question.options[0]), chosen: null };
  });
}

export const answered = (round) => round.chosen !== null;
export const isRight = (round) => round.chosen === round.right;

/** What the answers come to, all together and for each article that was asked about, in reading order. */
export function score(bank, played) {
  const given = played.filter(answered);
  const of = (list) => ({ answered: list.length, right: list.filter(isRight).length });
  const articles = bank.articles
    .map((article) => ({ article, ...of(given.filter((round) => round.question.article === article.id)) }))
    .filter((row) => row.answered);
  return { all: of(given), articles };
}
