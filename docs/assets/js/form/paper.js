/* The form on paper: the sheet itself, under the chosen letterhead, with what was written in its cells. Laid out anew
   before each print, whoever asks for it. */

import { empty } from "../record/record.js";
import { filled } from "../paper/filling.js";
import { printed } from "../paper/printing.js";
import * as fields from "./fields.js";

/** Lay the sheet of what stands on the form. Without a year it is the blank sheet. */
export function lay({ form, checklist, record }) {
  const found = fields.read(form, record || empty(checklist, null));
  form.querySelector("#phieu-in").replaceChildren(...printed(filled(checklist, found)));
}
