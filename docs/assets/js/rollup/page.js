/* The roll-up: takes files, keeps what was read and chosen while the page is open, shows it, gives it out. Nothing is
   stored. */

import * as disk from "../common/disk.js";
import { all, button, element, pageData } from "../common/page.js";
import { say } from "../words/rollup.js";
import { count as figuresOf } from "../record/figures.js";
import * as cells from "./cells.js";
import * as csv from "./csv.js";
import { write as writeJson } from "./json.js";
import { show as showLoaded } from "./loading.js";
import { read as readFile } from "./read.js";
import * as register from "./register.js";
import * as results from "./results.js";
import * as tables from "./tables.js";

/** @returns {any} */
const at = (id) => document.getElementById(id);
const data = pageData("tong-hop-du-lieu");
const checklists = checklistsOf(data);
/** @type {Record<string, any>} */
const state = {
  entries: [],
  choices: new Map(),
  units: [],
  expected: [],
  year: null,
  countedFiles: new Set(),
  found: null,
};

/* Body -> its checklist, in the order of the data and in the shape that the form's modules know. */
function checklistsOf({ regulation, scale, lines, bodies }) {
  return new Map(bodies.map(({ id: body, name: body_name, short_name, instead, log, ...one }) => {
    const numbers = new Map(one.parts.flatMap((part) => part.lines).map((line, place) => [line, place + 1]));
    const parts = one.parts.map(({ id, number, title, lines: codes }) => {
      const rows = codes.map((code) =>
        ({ id: code, number: numbers.get(code), instead: instead[code] ?? "", ...lines[code] }));
      return { id, number, title, blocks: [{ rows }] };
    });
    return [body, { regulation, body, body_name, short_name, scale, parts, log: { tasks: log } }];
  }));
}

/* ---- files in ---- */
async function take(files) {
  if (!files.length) return;
  tell(say("load.reading", { count: files.length }));
  window.performance.mark("tong-hop-from");
  const read = await Promise.all(files.map((file) => readFile(file, checklists)));
  let again = 0;
  for (const entry of read) {
    const twin = entry.sha256 && state.entries.find((one) => one.sha256 === entry.sha256 && !one.twin);
    if (twin && twin.name === entry.name) again += 1;
    else state.entries.push(twin && !twin.error ? twinOf(entry, twin.name) : worked(entry));
  }
  refresh();
  window.performance.measure("tong-hop", "tong-hop-from");
  tell([summary(), again ? say("load.again", { count: again }) : ""].filter(Boolean).join(" "));
}

/* The same bytes under another name are told, and not counted. */
function twinOf(entry, name) {
  return { ...entry, twin: true, error: say("read.twin", { name }) };
}

/* What the register shows of a file that was read. */
function worked(entry) {
  if (entry.error) return entry;
  const checklist = checklists.get(entry.record.body);
  const unitName = cells.unitName({ name: entry.record.unit.name.trim() });
  return { ...entry, checklist, unitName, figures: figuresOf(checklist, entry.record.answers) };
}

function summary() {
  const refused = state.entries.filter((entry) => entry.error).length;
  const doubles = register.doubles(state.units).length;
  const words = say("load.done", { accepted: state.entries.length - refused, units: state.units.length, refused });
  return doubles ? `${words} ${say("load.doubles", { count: doubles })}` : words;
}

function tell(words) {
  at("bao-nap").textContent = words;
}

/* ---- what is shown ---- */
function refresh() {
  const good = state.entries.filter((entry) => !entry.error);
  state.units = register.units(good);
  const years = register.years(state.units);
  if (!years.includes(state.year)) state.year = years.length ? years[0] : null;
  const countedOf = (unit) => [...unit.years.keys()].map((year) => register.counted(unit, year, state.choices));
  state.countedFiles = new Set(state.units.flatMap(countedOf).map((entry) => entry.sha256));
  options(at("chon-nam"), years.map((year) => [year, year]), state.year);
  at("ket-qua").hidden = !state.entries.length;
  at("bang-tong-hop").classList.toggle("empty", !good.length);
  state.found = good.length ? tables.all(state.units, state.year, state.choices, checklists) : null;
  showRegister();
  if (!state.found) return;
  const { found } = state;
  results.standing(at("tinh-hinh"), found);
  for (const name of ["units", "ranking", "years"]) results[name](box(name), found);
  const kinds = found.groups.map(({ checklist, rows }) =>
    [checklist.body, say("spread.option", { body: checklist.short_name, count: rows.length })]);
  const most = found.groups.reduce((best, group) => (group.rows.length > best.rows.length ? group : best));
  options(at("chon-phieu"), [...kinds, ["*", say("spread.all")]], at("chon-phieu").value || most.checklist.body);
  showSpread();
  showRemedies();
}

/** @returns {any} */
function box(name) {
  return document.querySelector(`[data-show="${name}"]`);
}

function options(select, pairs, chosen) {
  const wanted = pairs.some(([value]) => String(value) === String(chosen)) ? chosen : (pairs[0] || [""])[0];
  select.replaceChildren(...pairs.map(([value, words]) => element("option", { value, textContent: words })));
  select.value = String(wanted);
}

function showRegister() {
  showLoaded(box("register"), state, { drop, choose });
}

function showSpread() {
  results.spread(box("spread"), state.found, at("chon-phieu").value);
}

function showRemedies() {
  results.remedies(box("remedies"), state.found, at("moc-ngay").value);
}

/* ---- what the reader does ---- */
function choose(unit, year, entry, name) {
  state.choices.set(register.choiceKey(unit, year), entry.sha256);
  refresh();
  box("register").querySelector(`input[name="${name}"]:checked`).focus();
}

function drop(entry) {
  state.entries = state.entries.filter((one) => one !== entry);
  refresh();
  tell(say("load.dropped", { name: entry.name }));
  at("chon-tep").focus();
}

function clear() {
  state.entries = [];
  state.choices.clear();
  refresh();
  tell(say("load.cleared"));
  at("chon-tep").focus();
}

/* ---- files out ---- */
function saveCsv(name) {
  const rows = csv.makers[name](state.found, state.entries, state.countedFiles, at("moc-ngay").value);
  const file = say("file.csv", { year: state.year, table: say(`file.csv.${name}`) });
  disk.download(csv.write(rows, at("dau-ngan").value), file, "text/csv;charset=utf-8");
}

function saveJson() {
  const { missing } = register.missing(state.expected, state.units, state.year);
  const { found: table, entries, countedFiles, expected, year } = state;
  const made = new Date().toISOString();
  const text = writeJson({ table, regulation: data.regulation, entries, countedFiles, expected, missing, made });
  disk.download(text, say("file.json", { year }));
}

/* ---- begin ---- */
function listenForFiles() {
  const enqueue = disk.inTurn(take);
  at("chon-tep").addEventListener("change", (event) => {
    const files = Array.from(event.target.files);
    event.target.value = "";
    enqueue(files);
  });
  const zone = at("tha-tep");
  const over = (on) => zone.classList.toggle("over", on);
  /* a file that misses the box must not take the page away */
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(zone.contains(event.target));
  });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer) enqueue(Array.from(event.dataTransfer.files));
  });
}

function listen() {
  listenForFiles();
  at("chon-nam").addEventListener("change", (event) => {
    state.year = Number(event.target.value);
    refresh();
  });
  at("chon-phieu").addEventListener("change", showSpread);
  at("moc-ngay").addEventListener("change", showRemedies);
  at("danh-sach").addEventListener("input", (event) => {
    state.expected = register.names(event.target.value);
    if (state.entries.length) showRegister();
  });
  at("in-bang").addEventListener("click", () => window.print());
  at("luu-json").addEventListener("click", saveJson);
  at("bo-het").addEventListener("click", clear);
  at("cac-csv").append(...Object.keys(csv.makers).map((name) => button(say(`csv.${name}`), () => saveCsv(name))));
  at("bang-tong-hop").prepend(cells.patterns());
  for (const one of all(document, ".rollup .loading")) one.hidden = false;
  for (const one of all(document, ".rollup .no-script")) one.remove();
}

listen();
