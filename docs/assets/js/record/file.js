/* A saved form as a file of the reader's. */

import * as disk from "../common/disk.js";
import { say } from "../words/form.js";
import * as records from "./record.js";

/** @import { Checklist } from "./checklist.js" */

/** Read a file of the reader's for `checklist`. A file too large is not even opened.
    @type {(file: File, checklist: Checklist) => Promise<records.Reading>} */
export async function read(file, checklist) {
  if (file.size > records.LONGEST_FILE) return { error: say("record.tooLong") };
  const bytes = await disk.bytesOf(file);
  if (!bytes) return { error: say("file.unreadable") };
  try {
    return records.read(new TextDecoder("utf-8", { fatal: true }).decode(bytes), checklist);
  } catch {
    return { error: say("record.notJson") };
  }
}
