/* The exam maker: wishes in, papers and the key on the page; to the printer, to Word. Nothing is kept or sent. */
(function (root) {
  "use strict";
  const { words, elements, exam, paper, word } = root.GiangDay;
  const say = words.say;
  const bank = root.nganHang;
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
    told.replaceChildren(...lines.map((line) => elements.element("p", { textContent: line })));
  }

  function make() {
    const wishes = read();
    const faults = exam.faults(bank, wishes);
    if (wishes.minutes && !/^[1-9]\d{0,2}$/.test(wishes.minutes)) faults.push(say("exam.minutes"));
    made = faults.length ? null : { exam: exam.make(bank, wishes), wishes };
    actions.hidden = !made;
    output.replaceChildren();
    if (!made) {
      tell(faults, true);
      return;
    }
    output.append(...made.exam.versions.map((version) => paper.paper(bank, made.exam, version, wishes)), paper.keySheet(made.exam));
    tell([say("exam.made", { versions: wishes.versions, questions: made.exam.questions.length, seed: wishes.seed })], false);
  }

  function print(what) {
    output.dataset.print = what;
    root.print();
    delete output.dataset.print;
  }

  async function save() {
    try {
      const bytes = await word.file(bank, made.exam, made.wishes);
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      const address = URL.createObjectURL(new Blob([bytes], { type }));
      const name = made.exam.seed.replace(/[^\p{L}\p{N}-]+/gu, "-");
      elements.element("a", { href: address, download: say("exam.file", { seed: name }) }).click();
      root.setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch (error) {
      tell([say("exam.noWord")], true);
      root.reportError(error);
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
})(window);
