/* Files of the reader's own disk: give one, take one. Nothing is sent anywhere. */

import { element } from "./page.js";

const KEPT_MS = 60000; // as long as a browser may take to write the file

/** Offer `content` as a file called `name`.
    @param {BlobPart} content
    @param {string} name */
export function download(content, name, type = "application/json") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** The bytes of `file`; null where it was moved, written over or its disk taken out since it was chosen.
    @param {Blob} file */
export async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** An input that takes a file of a form and hands it to `taken`, one in turn; the same file may be taken twice.
    @param {(file: File) => unknown} taken */
export function input(taken) {
  const take = inTurn(taken);
  const picker = element("input", { type: "file", accept: ".json,.xlsx", hidden: true });
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file) take(file);
  });
  return picker;
}

/** `work`, begun each time when the call before has ended: no file comes after one that was opened later.
    @template {unknown[]} Parts
    @param {(...parts: Parts) => unknown} work */
export function inTurn(work) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (/** @type {Parts} */ ...parts) => {
    const next = () => work(...parts);
    last = last.then(next, next);
    return last;
  };
}
