/* Answers to lines that the form has no more (a file of an older text): set aside where they can be read, never dropped. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const element = (...parts) => Phieu.fields.element(...parts);

  /** The words of an answer, one line each: [label, words]. */
  function words(answer, scale) {
    const state = scale.states.find((one) => one.id === answer.state);
    const { remedy } = answer;
    return [
      ["answer.state", state ? state.label : answer.state],
      ["answer.result", answer.result],
      ["answer.evidence", answer.evidence.map((item) => [item.kind, item.number, item.date, item.place].filter(Boolean).join(", ")).join("; ")],
      ["answer.reason", answer.reason],
      ["answer.cause", answer.cause],
      ["answer.remedy", remedy ? [remedy.action, remedy.owner, remedy.deadline && Phieu.paperTables.day(remedy.deadline), remedy.done && say("paper.done")].filter(Boolean).join("; ") : ""],
      ["answer.note", answer.note],
    ].filter((pair) => pair[1]);
  }

  function list(pairs) {
    return element("dl", {}, ...pairs.flatMap(([label, text]) => [element("dt", { textContent: say(label) }), element("dd", { textContent: text })]));
  }

  /* The answers and the rows of the log that have no line on this form. */
  function strays(checklist, record) {
    const lines = new Set(checklist.parts.flatMap(Phieu.figures.linesOf));
    const tasks = new Set(checklist.log.map((task) => task.provision));
    const answers = Object.entries(record.answers).filter(([code]) => !lines.has(code)).map(([code, answer]) => [code, words(answer, checklist.scale)]);
    const rows = Object.entries(record.log).filter(([code]) => !tasks.has(code)).map(([code, log]) => {
      return [code, log.filter(Phieu.record.holds).map((row) => ["answer.occasion", [row.due, row.held, row.number, row.note].filter(Boolean).join("; ")])];
    });
    return [...answers, ...rows];
  }

  /** Show what is set aside on the record of `desk`; nothing where every answer has its line. */
  function show(desk) {
    const found = strays(desk.checklist, desk.record);
    const old = desk.bar.head.querySelector(".aside-answers");
    if (old) old.remove();
    if (!found.length) return;
    const items = found.map(([code, pairs]) => element("div", {}, element("p", {}, element("code", { textContent: code })), list(pairs)));
    desk.bar.head.append(element("details", { className: "panel aside-answers", open: true },
      element("summary", { textContent: say("aside.title", { count: found.length }) }),
      element("p", { textContent: say("aside.what") }), ...items));
  }

  Phieu.aside = Object.freeze({ show, words, list });
})(window);
