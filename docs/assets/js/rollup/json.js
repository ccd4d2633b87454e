/* The roll-up as a file for other programs; its shape is published as du-lieu/tong-hop.schema.json. Pure. */

import * as tables from "./tables.js";

function input(entry, countedFiles) {
  const { record } = entry;
  const about = { name: entry.name, size: entry.size, sha256: entry.sha256 || null, counted: countedFiles.has(entry.sha256) && !entry.error, reason: entry.error || null };
  if (entry.error) return { ...about, regulation: null, body: null, year: null, unit: null, final: null, saved: null, notes: [], skipped: [] };
  const skipped = entry.skipped.map(({ sheet, row, code, reason }) => ({ sheet, row, code, reason }));
  return { ...about, regulation: record.regulation, body: record.body, year: record.year, unit: record.unit, final: entry.isExcel ? null : record.final, saved: record.saved, notes: entry.notes, skipped };
}

function bare({ id, ...tally }) {
  return tally;
}

function unit(row, table) {
  const before = table.years.find((one) => one.row === row);
  const earlier = before ? { input: before.entry.sha256, year: before.year, all: before.figures.all, ...before.change } : null;
  return { input: row.entry.sha256, body: row.unit.body, parts: row.figures.parts.map((part) => ({ id: part.id, tally: bare(part) })), all: row.figures.all, earlier };
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
    units: table.rows.map((row) => unit(row, table)),
    bodies: table.groups.map(body),
    remedies: table.remedies.found.map(({ row, line, remedy }) => ({ input: row.entry.sha256, line: line.id, ...remedy })),
  }, null, 1)}\n`;
}
