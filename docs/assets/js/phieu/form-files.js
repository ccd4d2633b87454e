/* Files of the reader's own disk: give one, take one. Nothing is sent anywhere. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const KEPT_MS = 60000; // as long as a browser may take to write the file

  /** Offer `content` as a file called `name`. */
  function download(content, name, type = "application/json") {
    const address = URL.createObjectURL(new Blob([content], { type }));
    Phieu.fields.element("a", { href: address, download: name }).click();
    root.setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  }

  /** The bytes of `file` (File, Blob); null where it was moved, written over or its disk taken out since it was chosen. */
  async function bytesOf(file) {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return null;
    }
  }

  /** Read a file of the reader's for `checklist`: {record, notes} or {error}. A file too large is not even opened. */
  async function read(file, checklist) {
    if (file.size > Phieu.record.LONGEST_FILE) return { error: Phieu.words.say("record.tooLong") };
    const bytes = await bytesOf(file);
    if (!bytes) return { error: Phieu.words.say("file.unreadable") };
    try {
      return Phieu.record.read(new TextDecoder("utf-8", { fatal: true }).decode(bytes), checklist);
    } catch (error) {
      return { error: Phieu.words.say("record.notJson") };
    }
  }

  /** An input that takes a file of a form and hands it to `taken`, one in turn; the same file may be taken twice. */
  function input(taken) {
    const take = inTurn(taken);
    const picker = Phieu.fields.element("input", { type: "file", accept: ".json,.xlsx", hidden: true });
    picker.addEventListener("change", () => {
      const [file] = picker.files;
      picker.value = "";
      if (file) take(file);
    });
    return picker;
  }

  /** `work`, begun each time when the call before has ended: no file comes after one that was opened later. */
  function inTurn(work) {
    let last = Promise.resolve();
    return (...parts) => {
      const next = () => work(...parts);
      last = last.then(next, next);
      return last;
    };
  }

  Phieu.files = Object.freeze({ download, bytesOf, read, input, inTurn });
})(window);
