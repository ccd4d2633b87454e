/* The visible list of the drafts on this machine. A draft is opened at once, deleted only after an explicit word. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const say = (key, values) => Phieu.words.say(key, values);
  const element = (...parts) => Phieu.fields.element(...parts);

  function draftWords(draft, names) {
    const name = names[draft.body] || draft.body;
    if (draft.broken) return say("drafts.broken", { year: draft.year, body: name });
    const words = say("drafts.one", { year: draft.year, body: name, time: Phieu.bar.moment(draft.saved) });
    return [words, draft.unit, draft.final ? say("drafts.final") : ""].filter(Boolean).join(" · ");
  }

  function draftItem(draft, here, names, actions) {
    const words = draftWords(draft, names);
    const item = element("li", {}, element("span", { textContent: words }));
    const open = draft.body === here
      ? Phieu.bar.button(say("drafts.open"), () => actions.choose(draft))
      : element("a", { className: "button plain", textContent: say("drafts.open"), href: pageOf(draft) });
    open.setAttribute("aria-label", `${say("drafts.open")}: ${words}`);
    const remove = Phieu.bar.button(say("drafts.remove"), () => remove.replaceWith(asking(draft, remove, actions)));
    remove.setAttribute("aria-label", `${say("drafts.remove")}: ${words}`);
    item.append(open, remove);
    return item;
  }

  /* The page of another body; from a disk a folder has to be named with its page. */
  function pageOf(draft) {
    const page = root.location.pathname.endsWith("index.html") ? "index.html" : "";
    return `../${encodeURIComponent(draft.body)}/${page}#nam-${draft.year}${draft.slot > 1 ? `-${draft.slot}` : ""}`;
  }

  /* Nothing is deleted without the word; XÓA is the same word with its mark on the other vowel. */
  function isTheWord(words) {
    return ["XOÁ", "XÓA"].includes(words.normalize("NFC").trim().toUpperCase());
  }

  function asking(draft, remove, actions) {
    const word = element("input", { type: "text", autocomplete: "off", maxLength: 10 });
    const label = element("label", {}, say("drafts.word", { year: draft.year, unit: draft.unit || say("drafts.noName") }), word);
    const confirm = Phieu.bar.button(say("drafts.confirm"), () => { if (isTheWord(word.value)) actions.remove(draft); });
    confirm.disabled = true;
    word.addEventListener("input", () => { confirm.disabled = !isTheWord(word.value); });
    word.addEventListener("keydown", (event) => { if (event.key === "Enter") confirm.click(); });
    const cancel = Phieu.bar.button(say("drafts.cancel"), () => { box.replaceWith(remove); remove.focus(); });
    const box = element("div", { className: "asking" }, label, confirm, cancel);
    root.setTimeout(() => word.focus());
    return box;
  }

  /** Build the list in `box`. Returns what shows the drafts that there are now. */
  function make(box, here, names, actions) {
    const summary = element("summary", {});
    const list = element("ul", {});
    const more = Phieu.bar.button(say("drafts.another"), actions.another);
    const details = element("details", { className: "drafts" }, summary, list, more);
    box.append(details);
    let known = "";
    function show(found) {
      const now = JSON.stringify(found.map((draft) => ({ ...draft, saved: "" })));
      if (now === known) return;
      const inside = details.contains(document.activeElement);
      known = now;
      summary.textContent = say("drafts.title", { count: found.length });
      list.replaceChildren(...found.map((draft) => draftItem(draft, here, names, actions)));
      if (!found.length) list.append(element("li", { textContent: say("drafts.none") }));
      if (inside) summary.focus();
    }
    details.addEventListener("toggle", () => { if (details.open) { known = ""; show(actions.drafts()); } });
    return show;
  }

  Phieu.drafts = Object.freeze({ make, isTheWord });
})(window);
