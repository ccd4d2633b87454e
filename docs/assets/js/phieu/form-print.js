/* The page on paper: a field shows a part of its words, so each is mirrored in plain words; empty fields stay away. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const FIELDS = "textarea, input[type=text], input[type=date], select";

  function words(input) {
    if (input.tagName === "SELECT") return input.selectedOptions.length ? input.selectedOptions[0].textContent : "";
    if (input.type === "date") return input.value.split("-").reverse().join("/");
    return input.value;
  }

  function mirror(input) {
    let plain = input.nextElementSibling;
    if (!plain || !plain.classList.contains("mirror")) {
      plain = Phieu.fields.element("div", { className: "mirror" });
      input.after(plain);
    }
    plain.textContent = words(input);
  }

  /* What holds no answer is marked, innermost first. */
  function mark(box) {
    const holds = Phieu.fields.all(box, "textarea, input, select").some((input) => {
      return input.type === "checkbox" || input.type === "radio" ? input.checked : input.value;
    });
    box.classList.toggle("empty", !holds);
  }

  /** Make `form` ready for paper. Called before each print. */
  function prepare(form) {
    Phieu.fields.all(form, FIELDS).filter((input) => !input.closest("#phieu-thanh")).forEach(mirror);
    Phieu.fields.all(form, ".cell, .row, .field").forEach(mark);
  }

  Phieu.print = Object.freeze({ prepare });
})(window);
