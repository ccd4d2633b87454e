/* A sheet with what a unit says of itself in its places; quyche/checklists/filling.py does the same for files. Both are
   held by the same records. */

import { blanks, soFar, standing } from "../record/contract.js";
import { rowsOf, stateOf } from "../record/checklist.js";
import { count, percent, rangeOf } from "../record/figures.js";
import { occasionsOf } from "../record/record.js";
import * as cells from "../record/cells.js";

const put = (words, values) => words.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);

/** @import { AssessmentRecord, Sheet } from "../record/contract.js" */

/** `sheet` under the head that `record` chose, with its answers; a record without answers makes the blank sheet.
    What the sheet has no place for is left out. @type {(sheet: Sheet, record: AssessmentRecord) => Sheet} */
export function filled(sheet, record) {
  const head = sheet.heads.find((one) => one.id === record.letterhead) || sheet.heads[0];
  const year = record.year === null ? "" : String(record.year);
  const parts = sheet.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map(({ rows }) => ({ rows: rows.map((row) => filledRow(sheet, row, record.answers[row.id])) })),
  }));
  return {
    ...sheet,
    heads: [filledHead(head, record.unit, year)],
    year,
    unit: { ...sheet.unit, words: record.unit.name.trim() },
    parts,
    log: {
      ...sheet.log,
      tasks: sheet.log.tasks.map((task) => ({ ...task, occasions: occasionsOf(sheet, task, record.log[task.id]) })),
    },
    totals: filledTotals(sheet, count(sheet, record.answers), record.remarks.rating),
    remarks: sheet.remarks.map((box) => ({ ...box, words: record.remarks[box.id] })),
    remedies: { ...sheet.remedies, rows: parts.flatMap(rowsOf).flatMap((row) => remedyRow(sheet, row)) },
  };
}

function filledHead(head, unit, year) {
  const place = (name) => unit[name].trim().toLocaleUpperCase("vi");
  const commune = unit.commune.trim().replace(/^(xã|phường|thị trấn) /iu, "");
  const given = { year, unit: unit.name.trim(), where: commune || unit.district.trim() };
  for (const name of ["province", "district", "commune"]) given[name] = place(name);
  const values = Object.fromEntries(Object.entries(given).map(([name, words]) => [name, words || blanks[name]]));
  const fill = (words) => put(words, values);
  return {
    ...head,
    annex: head.annex && head.annex.map(fill),
    superior: head.superior.map(fill),
    issuer: head.issuer.map(fill),
    date: fill(head.date),
    kind: fill(head.kind),
    subject: fill(head.subject),
    signatures: { ...head.signatures, date: fill(head.signatures.date), preparer_name: unit.preparer.trim() },
  };
}

function filledRow(sheet, row, answer) {
  if (!answer) return row;
  const state = row.instead ? null : stateOf(sheet, answer.state);
  const { result, evidence, points, cause, remedy } = cells.answerWords(sheet, answer);
  const note = cells.noteWords(answer, state);
  return { ...row, entry: { state: state ? state.id : "", result, evidence, note, points, cause, remedy } };
}

/* While nothing is answered the cells stay blank, for a pen. */
function filledTotals(sheet, { parts, all }, rating) {
  const totals = { ...sheet.totals, rating: { ...sheet.totals.rating, words: rating } };
  if (!all.answered) return totals;
  const tallies = [...parts, all];
  return {
    ...totals,
    rows: totals.rows.map((row, place) => ({ ...row, cells: totalsCells(tallies[place]) })),
    standing: all.blank ? put(standing, { blank: all.blank, ...rangeOf(all) }) : "",
  };
}

function totalsCells(figures) {
  const share = percent(figures.share);
  const words = figures.blank ? put(soFar, { share, blank: figures.blank }) : share;
  return [...Object.values(figures.states).map(String), String(figures.applicable), words];
}

/* Causes and remedies have a table of their own: the columns of the sheet are too narrow for them. */
function remedyRow(sheet, row) {
  const { state, cause, remedy } = row.entry;
  const label = stateOf(sheet, state)?.label ?? "";
  return cause || remedy ? [[String(row.number), row.task, row.citation, label, cause, remedy]] : [];
}
