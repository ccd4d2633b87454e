/* The roll-up as a file for other programs; its shape is published as du-lieu/tong-hop.schema.json. Pure. */

import * as tables from "./tables.js";

function input({ name, size, sha256, error, record, isExcel, notes, skipped }, countedFiles) {
  const counted = countedFiles.has(sha256) && !error;
  const about = { name, size, sha256: sha256 || null, counted, reason: error || null };
  const none = { regulation: null, body: null, year: null, unit: null, final: null, saved: null };
  if (error) return { ...about, ...none, notes: [], skipped: [] };
  const { regulation, body: of, year, unit: whose, final, saved } = record;
  const rows = skipped.map(({ sheet, row, code, reason }) => ({ sheet, row, code, reason }));
  const said = { regulation, body: of, year, unit: whose, final: isExcel ? null : final, saved };
  return { ...about, ...said, notes, skipped: rows };
}

function unit({ entry, unit: { body: of }, figures }, before) {
  const earlier = before
    && { input: before.entry.sha256, year: before.year, all: before.figures.all, ...before.change };
  const parts = figures.parts.map(({ id, ...tally }) => ({ id, tally }));
  return { input: entry.sha256, body: of, parts, all: figures.all, earlier: earlier || null };
}

function body(group) {
  const lines = tables.spread(group).map(({ line, tally }) => ({ line: line.id, tally }));
  return { body: group.checklist.body, units: group.rows.length, all: group.figures.all, lines };
}

/** The text of the file. `made` is the time of making (ISO 8601). */
export function write({ table, regulation, entries, countedFiles, expected, missing, made }) {
  return `${JSON.stringify({
    format: "quyche-roll-up",
    format_version: 1,
    regulation: { id: regulation.id, version: regulation.version, sha256: regulation.sha256 },
    scale: table.scale.id,
    year: table.year,
    made,
    provisional: table.whole.provisional,
    inputs: entries.map((entry) => input(entry, countedFiles)),
    expected,
    missing,
    units: table.rows.map((row) => unit(row, table.years.find((one) => one.row === row))),
    bodies: table.groups.map(body),
    remedies: table.remedies.found.map(({ row, line, remedy }) =>
      ({ input: row.entry.sha256, line: line.id, ...remedy })),
  }, null, 1)}\n`;
}
