/* Files of the reader's own disk: give one, take one. Nothing is sent anywhere. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const KEPT_MS = 60000; // as long as a browser may take to write the file

  /** Offer `text` as a file called `name`. */
  function download(text, name, type = "application/json") {
    const address = URL.createObjectURL(new Blob([text], { type }));
    Phieu.fields.element("a", { href: address, download: name }).click();
    root.setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  }

  /** Read a file of the reader's for `checklist`: {record, notes} or {error}. A file too large is not even opened. */
  async function read(file, checklist) {
    if (file.size > Phieu.record.LONGEST_FILE) return { error: Phieu.words.say("record.tooLong") };
    try {
      return Phieu.record.read(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()), checklist);
    } catch (error) {
      return { error: Phieu.words.say("record.notJson") };
    }
  }

  Phieu.files = Object.freeze({ download, read });
})(window);
