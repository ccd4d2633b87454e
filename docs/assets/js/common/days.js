/* Days as people write them, as officials do, as machines do. quyche/vietnamese/days.py does the same; both are held by
   tests/vectors/days.json. A day never comes from here: the reader has written it. */

/** @param {string | number} number */
const two = (number) => String(number).padStart(2, "0");

/** The day that `words` name ("5/3/2025", "05-03-2025", "2025-03-05"), as "2025-03-05"; "" where they name none.
    @param {string} words */
export function dayOf(words) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words.trim());
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words.trim());
  const [year, month, day] = iso ? iso.slice(1) : (written ?? []).slice(1).reverse();
  if (!day) return "";
  const found = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : "";
}

/** "2025-03-05" in full: "05/03/2025". @param {string} iso */
export const slashed = (iso) => iso.split("-").reverse().join("/");

/** "2025-03-05" as officials write it, two figures for days and for January and February: "05/3/2025".
    @param {string} iso */
export function official(iso) {
  const [year, month, day] = iso.split("-");
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** The day of a Date where the reader is: "2025-03-05". @param {Date} date */
export const localDay = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Its hours and minutes: "10:32". @param {Date} date */
export const clock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
