/* Terms and documents: the first use on a page opens what it means, what is known of it. Without this script it is a
   link to the page of all of them. */

import { all, one } from "../common/page.js";

/** Put the box beside the block of words in which the link stands, so that it comes next in the order of reading. */
function settle(box, link) {
  const block = link.closest("p, li, dd, td, th");
  if (block.matches("p")) block.after(box);
  else block.append(box);
}

/** The box that tells what a word means, beside the link that opened it. */
function meaning(box) {
  const [, name, words, source] = box.children;
  const more = one(box, "a", HTMLAnchorElement);
  let opener = null;

  function place() {
    if (!opener) return;
    const column = box.closest(".page").getBoundingClientRect();
    box.style.maxWidth = `${column.width}px`;
    const room = box.offsetParent.getBoundingClientRect();
    const spot = [...opener.getClientRects()].pop();
    const left = Math.max(column.left, Math.min(spot.left, column.right - box.offsetWidth));
    box.style.top = `${spot.bottom - room.top + 4}px`;
    box.style.left = `${left - room.left}px`;
  }

  function close() {
    if (!opener) return;
    const link = opener;
    opener = null; // first, for what loses the focus closes too
    link.setAttribute("aria-expanded", "false");
    if (box.contains(document.activeElement)) link.focus({ preventScroll: true });
    box.hidden = true;
  }

  function open(link) {
    close();
    const { children } = one(document, `[data-meaning="${link.hash.slice(1)}"]`, HTMLElement);
    [name, words, source, more].forEach((part, at) => part.replaceChildren(children[at].textContent));
    more.href = link.href;
    opener = link;
    settle(box, link);
    box.hidden = false;
    place();
    link.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  const turn = (link) => (opener === link ? close() : open(link));
  const isOutside = (target) => Boolean(opener) && !box.contains(target) && !opener.contains(target);
  return { place, close, turn, isOutside };
}

function begin(box) {
  const told = meaning(box);
  all(document, "a.term, a.named").forEach((link) => {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");

    function act(event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // in another tab, as any link
      event.preventDefault();
      told.turn(link);
    }

    link.addEventListener("click", act);
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") act(event);
    });
  });
  one(box, "button", HTMLButtonElement).addEventListener("click", told.close);
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && told.isOutside(relatedTarget)) told.close();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") told.close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (told.isOutside(target)) told.close();
  });
  window.addEventListener("resize", told.place);
}

const box = document.querySelector(".meaning");
if (box) begin(box);
