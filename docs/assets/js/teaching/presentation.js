/* The presentation of a lesson: arrows, a clicker, full screen, the lecturer's notes, print. Its words stand in the page. */

const pairs = [...document.querySelectorAll(".pair")];
const output = document.querySelector("output");
const button = (name) => document.querySelector(`[data-do=${name}]`);
let now = 0;

const show = (number) => {
  now = Math.max(0, Math.min(pairs.length - 1, number));
  pairs.forEach((pair, place) => pair.classList.toggle("now", place === now));
  output.textContent = output.dataset.words.replace("{n}", now + 1).replace("{all}", pairs.length);
  button("back").disabled = now === 0;
  button("on").disabled = now === pairs.length - 1;
  history.replaceState(null, "", `#${pairs[now].id}`);
  window.scrollTo(0, 0);
};
const notes = () => {
  const shown = document.body.classList.toggle("with-notes");
  button("notes").setAttribute("aria-pressed", String(shown));
};
const full = () => {
  if (document.fullscreenElement) { document.exitFullscreen(); } else { document.documentElement.requestFullscreen().catch(() => {}); }
};
const does = { back: () => show(now - 1), on: () => show(now + 1), notes, full, print: () => window.print() };
const keys = {
  ArrowRight: does.on, ArrowDown: does.on, PageDown: does.on, " ": does.on, Enter: does.on,
  ArrowLeft: does.back, ArrowUp: does.back, PageUp: does.back, Backspace: does.back,
  Home: () => show(0), End: () => show(pairs.length - 1), n: notes, f: full, p: does.print,
};

Object.keys(does).forEach((name) => button(name).addEventListener("click", does[name]));
document.addEventListener("keydown", (event) => {
  const own = [" ", "Enter"].includes(event.key) && event.target.closest("a, button");   /* they press the control */
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || own || event.ctrlKey || event.altKey || event.metaKey) { return; }
  event.preventDefault();
  act();
});
const asked = () => pairs.findIndex((pair) => `#${pair.id}` === location.hash);
window.addEventListener("hashchange", () => { if (asked() >= 0) { show(asked()); } });
document.body.classList.add("on");
document.querySelector(".controls").hidden = false;
show(asked());
