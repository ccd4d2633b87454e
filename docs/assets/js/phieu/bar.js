/* What stands around the form: whether it is saved, how far it is, files, what went wrong.
   Says and asks; decides nothing. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const element = (...parts) => Phieu.fields.element(...parts);

  function button(words, press, plain = true) {
    const made = element("button", { type: "button", className: plain ? "button plain" : "button", textContent: words });
    made.addEventListener("click", press);
    return made;
  }

  /** Hours and minutes, and the day unless it is today: "10:32", "10:32 ngày 05/3/2026". */
  function moment(time) {
    const date = new Date(time);
    if (Number.isNaN(date.getTime())) return "";
    const two = (number) => String(number).padStart(2, "0");
    const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
    if (date.toDateString() === new Date().toDateString()) return clock;
    const month = date.getMonth() + 1;
    return say("bar.moment", { clock, day: `${two(date.getDate())}/${month < 3 ? two(month) : month}/${date.getFullYear()}` });
  }

  /* ---- sentences that something is wrong: one of each kind, told once, standing until taken away ---- */
  function alerts(box) {
    const shown = new Map();
    return function alert(kind, words, choices = []) {
      const old = shown.get(kind);
      if (old && old.words === words) return;
      if (old) old.item.remove();
      shown.delete(kind);
      if (!words) return;
      const item = element("div", { className: "alert" }, element("p", { role: "alert", textContent: words }));
      item.dataset.kind = kind;
      item.append(...choices.map(([label, press]) => button(label, press)));
      box.append(item);
      shown.set(kind, { words, item });
    };
  }

  /** Build both bars of `form`: the head (files, drafts) in #phieu-thanh, the foot (state, progress) at its end. */
  function make(form, body, names, actions) {
    const head = form.querySelector("#phieu-thanh");
    const picker = Phieu.files.input(actions.openFile);
    const final = button(say("bar.final"), actions.final);
    const notes = element("div", { className: "edit notes", role: "status", hidden: true });
    head.append(
      element("p", { className: "keep-in-mind", textContent: say("bar.private") }),
      element("div", { className: "actions" },
        button(say("bar.saveFile"), actions.saveFile, false),
        button(say("bar.openFile"), () => picker.click()),
        picker,
        button(say("bar.print"), () => root.print()),
        final
      ),
      notes
    );
    const showDrafts = Phieu.drafts.make(head, body, names, actions);

    const saved = element("p", { className: "saved" });
    const progress = element("output", {});
    progress.setAttribute("aria-live", "off");
    const faults = element("div", { className: "alerts" });
    const foot = element("div", { className: "done", role: "region", ariaLabel: say("bar.region") },
      faults, saved, progress,
      element("div", { className: "buttons" }, button(say("bar.next"), actions.next), button(say("bar.saveFile"), actions.saveFile, false)));
    form.append(foot);

    return {
      head,
      alert: alerts(faults),
      drafts: showDrafts,
      saved(key, time) {
        saved.textContent = say(`saved.${key}`, { time: time ? moment(time) : "" });
        saved.dataset.state = key;
      },
      progress(figures) { progress.textContent = figures ? say("bar.progress", { a: figures.answered, b: figures.lines }) : ""; },
      notes(found) {
        notes.hidden = !found.length;
        notes.replaceChildren(...found.map((words) => element("p", { textContent: words })));
      },
      final(on) {
        final.textContent = say(on ? "bar.unfinal" : "bar.final");
        final.setAttribute("aria-pressed", String(on));
      },
    };
  }

  Phieu.bar = Object.freeze({ make, moment, button });
})(window);
