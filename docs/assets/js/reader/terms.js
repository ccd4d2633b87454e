/* Terms: the first use in an article opens what it means. Without this script it is a link to the page of all terms. */

function begin() {
  const box = document.querySelector(".meaning");
  if (!box) { return; }
  const [, name, words, source] = box.children;
  const more = box.querySelector("a");
  let opener = null;

  const place = () => {
    const room = box.parentElement.getBoundingClientRect();
    const spot = [...opener.getClientRects()].pop();
    box.style.top = `${spot.bottom - room.top + 4}px`;
    box.style.left = `${Math.max(0, Math.min(spot.left - room.left, room.width - box.offsetWidth))}px`;
  };
  const close = () => {
    if (!opener) { return; }
    const link = opener;
    opener = null;   /* first, for what loses the focus closes too */
    link.setAttribute("aria-expanded", "false");
    if (box.contains(document.activeElement)) { link.focus({ preventScroll: true }); }
    box.hidden = true;
  };
  const open = (link) => {
    close();
    const [term, meaning, by] = document.querySelector(`[data-term="${link.hash.slice(1)}"]`).children;
    [name, words, source].forEach((part, at) => { part.textContent = [term, meaning, by][at].textContent; });
    more.href = link.href;
    opener = link;
    link.closest(".law").after(box);   /* next in the order of tabs and of reading */
    box.hidden = false;
    place();
    link.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };

  document.querySelectorAll(".law a.term").forEach((link) => {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    const act = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }   /* in another tab, as any link */
      event.preventDefault();
      if (opener === link) { close(); } else { open(link); }
    };
    link.addEventListener("click", act);
    link.addEventListener("keydown", (event) => { if (event.key === " ") { act(event); } });
  });
  box.querySelector("button").addEventListener("click", close);
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && event.relatedTarget !== opener && !box.contains(event.relatedTarget)) { close(); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); } });
  document.addEventListener("pointerdown", (event) => {
    if (opener && !box.contains(event.target) && !opener.contains(event.target)) { close(); }
  });
  window.addEventListener("resize", () => { if (opener) { place(); } });
}

begin();
