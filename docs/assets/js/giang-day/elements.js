/* Elements, and links to the pages of the regulation. */
(function (root) {
  "use strict";
  const GiangDay = (root.GiangDay = root.GiangDay || {});

  function element(name, properties, ...children) {
    const { dataset = {}, ...plain } = properties;
    const made = Object.assign(document.createElement(name), plain);
    Object.assign(made.dataset, dataset);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function button(words, press, plain = true) {
    const made = element("button", { type: "button", className: plain ? "button plain" : "button", textContent: words });
    made.addEventListener("click", press);
    return made;
  }

  /** The address of the provision of `question`, from the page whose way to the root is `base`. A disk shows no folders. */
  function addressOf(question, base) {
    const file = root.location.protocol === "file:" ? "index.html" : "";
    return `${base}${question.path}${file}#${question.anchor}`;
  }

  /** The words of the law that bear an answer, with the link to where they stand. */
  function source(question, base) {
    return [
      element("p", { className: "law", textContent: question.quote, dataset: { words: question.provision } }),
      element("p", { className: "src" },
        element("a", { href: addressOf(question, base), textContent: GiangDay.words.say("practice.source", { citation: question.citation }) })),
    ];
  }

  GiangDay.elements = Object.freeze({ element, button, addressOf, source });
})(window);
