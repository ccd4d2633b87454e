/* Material opens its menu and search through labels, which a keyboard cannot reach: buttons instead. */

import { all, element, one } from "../common/page.js";

const OPENS = {
  __drawer: { words: "Mở danh mục", inside: ".md-sidebar--primary", first: ".menu a" },
  __search: { words: "Mở ô tìm kiếm", inside: ".md-search", first: ".md-search__input" },
};

/* What is hidden takes no focus, and a panel becomes visible with the next frame. */
function focusWhenShown(target, toggle) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (toggle.checked) target.focus({ preventScroll: true });
  }));
}

/* A button in the place of `label` that opens and closes what `toggle` does. */
function buttonFor(label, words, toggle) {
  const button = element("button", { type: "button", className: label.className, "aria-label": words },
    ...label.childNodes);
  button.setAttribute("for", label.htmlFor); // the theme's style sheet looks for it
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  tell();
  toggle.addEventListener("change", tell);
  return button;
}

/* The menu closes when one goes on from it, by keyboard or to a place on this page. */
function closeBehind(panel, toggle) {
  const close = (gone) => gone && toggle.checked && toggle.click();
  panel.addEventListener("focusout", ({ relatedTarget }) => close(relatedTarget && !panel.contains(relatedTarget)));
  panel.addEventListener("click", ({ target }) => close(target.closest("a[href^='#']")));
}

Object.entries(OPENS).forEach(([id, { words, inside, first }]) => {
  all(document, `label.md-header__button[for='${id}']`).forEach((label) => {
    const toggle = one(document, `#${id}`, HTMLInputElement);
    const panel = one(document, inside, HTMLElement);
    const button = buttonFor(label, words, toggle);
    button.addEventListener("click", () => {
      toggle.click();
      focusWhenShown(one(panel, first, HTMLElement), toggle);
    });
    // On the document: until the frame has come the focus is still on the button.
    document.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return;
      toggle.click();
      if (panel.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    });
    if (id === "__drawer") closeBehind(panel, toggle);
  });
});
all(document, ".md-search").forEach((dialog) => dialog.setAttribute("aria-label", "Tìm kiếm"));
