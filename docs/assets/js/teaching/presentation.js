/* The presentation of a lesson: arrows, a clicker, full screen, the lecturer's notes, print. Its words stand in the
   page. Nothing is imported: on a USB stick it is the one script beside its page. */

const pairs = Array.from(document.querySelectorAll(".pair"));
const output = /** @type {HTMLElement} */ (document.querySelector("output"));
const controls = /** @type {HTMLElement} */ (document.querySelector(".controls"));
const button = (name) => /** @type {HTMLButtonElement} */ (document.querySelector(`[data-do=${name}]`));
let now = 0;

function show(number) {
  now = Math.max(0, Math.min(pairs.length - 1, number));
  pairs.forEach((pair, place) => pair.classList.toggle("now", place === now));
  const words = output.dataset.words ?? "";
  output.textContent = words.replace("{n}", String(now + 1)).replace("{all}", String(pairs.length));
  button("back").disabled = now === 0;
  button("on").disabled = now === pairs.length - 1;
  history.replaceState(null, "", `#${pairs[now].id}`);
  window.scrollTo(0, 0);
}

function notes() {
  const shown = document.body.classList.toggle("with-notes");
  button("notes").setAttribute("aria-pressed", String(shown));
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

const does = { back: () => show(now - 1), on: () => show(now + 1), notes, full, print: () => window.print() };
const keys = {
  ArrowRight: does.on, ArrowDown: does.on, PageDown: does.on, " ": does.on, Enter: does.on,
  ArrowLeft: does.back, ArrowUp: does.back, PageUp: does.back, Backspace: does.back,
  Home: () => show(0), End: () => show(pairs.length - 1), n: notes, f: full, p: does.print,
};

Object.keys(does).forEach((name) => button(name).addEventListener("click", does[name]));
document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  const pressed = target instanceof Element && [" ", "Enter"].includes(key) && target.closest("a, button");
  const act = keys[key.length === 1 ? key.toLowerCase() : key];
  if (!act || pressed || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
});
const asked = () => pairs.findIndex((pair) => `#${pair.id}` === location.hash);
window.addEventListener("hashchange", () => {
  if (asked() >= 0) show(asked());
});
document.body.classList.add("on");
controls.hidden = false;
show(asked());
