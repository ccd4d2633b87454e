/* Reminders as an iCalendar file (RFC 5545). Every day comes from the caller, who has it from the reader: none is made
   here. */

const LONGEST_LINE = 75; // octets, without the line break
export const ALARM_HOUR = 8;
const octets = (/** @type {string} */ words) => new TextEncoder().encode(words).length;

/** @typedef {{ uid: string, day: string, title: string, description: string }} Item */

/** @param {string} words */
function escaped(words) {
  // eslint-disable-next-line no-control-regex -- these are the letters that a calendar cannot hold
  return words.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** A long line goes on after a space; no letter is cut, whatever its octets. @param {string} line */
function folded(line) {
  const lines = [""];
  for (const letter of line) {
    if (octets(lines[lines.length - 1] + letter) > LONGEST_LINE) lines.push(" ");
    lines[lines.length - 1] += letter;
  }
  return lines.join("\r\n");
}

const compact = (/** @type {string} */ iso) => iso.replaceAll("-", "");
const dayAfter = (/** @type {string} */ iso) =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);
const stamp = (/** @type {Date} */ now) => now.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");

/** From the beginning of the day: at eight on the day itself, or as many days before. @param {number} days */
function trigger(days) {
  return days === 0 ? `PT${ALARM_HOUR}H` : `-PT${days * 24 - ALARM_HOUR}H`;
}

/** @type {(item: Item, days: number, now: Date) => string[]} */
function event(item, days, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(item.uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${compact(item.day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(item.day))}`,
    `SUMMARY:${escaped(item.title)}`,
    ...(item.description ? [`DESCRIPTION:${escaped(item.description)}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(item.title)}`,
    `TRIGGER:${trigger(days)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** The file of `items` (day: "2025-03-31"), each with an alarm `days` before.
    @type {(items: Item[], days: number, now: Date) => string} */
export function write(items, days, now) {
  const events = items.flatMap((item) => event(item, days, now));
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//quyche//phieu tu danh gia//VI", "CALSCALE:GREGORIAN"];
  return [...head, ...events, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}
