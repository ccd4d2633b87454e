/* The papers and the key as one Word file: a section for each version, its code and pages at the foot. */

import { say } from "../words/teaching.js";
import * as zip from "../office/zip.js";
import * as exams from "./exam.js";
import * as papers from "./exam-paper.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const WIDTH = 9354; // between the margins, in twentieths of a point: 210 - 30 - 15 mm
const LEFT_HEAD = 4200;
const BLANK = '<w:cantSplit/><w:trHeight w:val="420" w:hRule="atLeast"/>';
const LONGEST_ROW = 1100;
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `words` as they may stand in XML. */
function escaped(words) {
  return words.replace(FORBIDDEN, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/* No template stands inside another one: what makes the published scripts small would lose spaces in it. */
const tag = (name, content) => (content ? `<w:${name}>${content}</w:${name}>` : "");
const run = (words, format = "") => `<w:r>${tag("rPr", format)}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
const bold = (words) => run(words, "<w:b/>");
const TAB = "<w:r><w:tab/></w:r>";
const paragraph = (runs, format = "") => `<w:p>${tag("pPr", format)}${runs}</w:p>`;
const CENTRE = '<w:jc w:val="center"/>';
const TIGHT = '<w:spacing w:before="0" w:after="0"/>';
const centred = (runs) => paragraph(runs, TIGHT + CENTRE);

/* ---- tables ---- */
function lines(sides, size) {
  return sides.map((side) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`).join("");
}

function cell(content, width, format = "") {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${format}</w:tcPr>${content}</w:tc>`;
}

function table(rows, widths, lined = true) {
  const borders = lined ? tag("tblBorders", lines(["top", "left", "bottom", "right", "insideH", "insideV"], 4)) : "";
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`
    + `<w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const row = (cells, format = "<w:cantSplit/>") => `<w:tr><w:trPr>${format}</w:trPr>${cells.join("")}</w:tr>`;

/* ---- one paper ---- */
function headTable(words) {
  const left = words.left.map((name, number) => centred(number === words.left.length - 1 ? bold(name) : run(name))).join("") + centred(run("―――――"));
  const right = centred(bold(words.title)) + words.lines.map((text) => centred(run(text))).join("");
  return table([row([cell(left, LEFT_HEAD), cell(right, WIDTH - LEFT_HEAD)])], [LEFT_HEAD, WIDTH - LEFT_HEAD], false);
}

function identity(words) {
  const widths = [5600, 2000, WIDTH - 7600];
  const borders = tag("tcBorders", lines(["top", "left", "bottom", "right"], 6));
  return table([row([
    cell(paragraph(run(words.name), '<w:spacing w:before="60" w:after="60"/>') + paragraph(run(words.place), '<w:spacing w:before="60" w:after="60"/>'), widths[0]),
    cell(centred(bold(words.code)), widths[1], `${borders}<w:vAlign w:val="center"/>`),
    cell(paragraph(run(say("paper.mark")), TIGHT), widths[2], borders),
  ])], widths, false);
}

function answers(count) {
  const perRow = papers.PER_ROW;
  const widths = [1154, ...Array.from({ length: perRow }, () => 820)];
  const rows = [];
  for (let first = 1; first <= count; first += perRow) {
    const numbers = Array.from({ length: perRow }, (unused, place) => (first + place <= count ? String(first + place) : ""));
    [[say("paper.questionHead"), ...numbers], [say("paper.answerHead"), ...numbers.map(() => "")]].forEach((cells, blank) => {
      const middle = '<w:vAlign w:val="center"/>';
      rows.push(row(cells.map((text, place) => cell(centred(place ? run(text) : bold(text)), widths[place], middle)), blank ? BLANK : undefined));
    });
  }
  return paragraph(bold(say("paper.answers")), `<w:keepNext/><w:spacing w:before="160" w:after="0"/>${CENTRE}`)
    + paragraph(run(say("paper.answersHint"), "<w:i/><w:sz w:val=\"22\"/>"), `<w:keepNext/><w:spacing w:before="0" w:after="60"/>${CENTRE}`)
    + table(rows, widths) + paragraph("", TIGHT);
}

function options(item) {
  const columns = exams.columns(item.options);
  const step = Math.floor((WIDTH - 284) / columns);
  const stops = Array.from({ length: columns - 1 }, (unused, place) => `<w:tab w:val="left" w:pos="${284 + step * (place + 1)}"/>`).join("");
  const written = [];
  for (let first = 0; first < item.options.length; first += columns) {
    const runs = item.options.slice(first, first + columns)
      .map((option, place) => bold(`${exams.LETTERS[first + place]}.`) + run(` ${option}`)).join(TAB);
    const keep = first + columns < item.options.length ? "<w:keepNext/>" : "";
    written.push(paragraph(runs, `${keep}<w:keepLines/>${tag("tabs", stops)}<w:spacing w:before="0" w:after="20"/><w:ind w:left="284"/>`));
  }
  return written.join("");
}

function question(item, number) {
  const words = bold(`${say("paper.number", { number })} `) + run(item.question.text);
  return paragraph(words, '<w:keepNext/><w:keepLines/><w:spacing w:before="100" w:after="20"/><w:jc w:val="both"/>') + options(item);
}

function paper(bank, version, wishes) {
  const words = papers.head(bank.regulation.title, wishes, version.questions.length, version.code);
  return headTable(words) + paragraph("", TIGHT) + identity(words) + answers(version.questions.length)
    + version.questions.map((item, index) => question(item, index + 1)).join("")
    + paragraph(bold(say("paper.end")), `<w:spacing w:before="160" w:after="60"/>${CENTRE}`)
    + (words.materials ? centred(run(words.materials, "<w:i/>")) : "")
    + centred(run(bank.regulation.line, '<w:sz w:val="18"/>'));
}

/* ---- the key ---- */
function filled(content, widths, small) {
  const size = small ? '<w:sz w:val="20"/>' : "";
  const line = (cells, head) => row(
    cells.map((text, place) => cell(paragraph(run(text, (head ? "<w:b/>" : "") + size), TIGHT + (small && !head ? "" : CENTRE)), widths[place])),
    head ? "<w:cantSplit/><w:tblHeader/>" : breaking(cells));
  return table([line(content.heads, true), ...content.rows.map((cells) => line(cells, false))], widths);
}

/* A row goes to the next page whole, unless it is longer than one could like. */
const breaking = (cells) => (cells.join("").length > LONGEST_ROW ? "" : "<w:cantSplit/>");

function key(exam) {
  const { letters, reasons } = papers.keyTables(exam);
  const width = Math.min(1100, Math.floor((WIDTH - 900) / exam.versions.length));
  const title = (words) => paragraph(bold(words), `<w:keepNext/><w:spacing w:before="200" w:after="80"/>${CENTRE}`);
  return title(say("key.title")) + centred(run(say("key.seed", { seed: exam.seed })))
    + title(say("key.table")) + filled(letters, [900, ...exam.versions.map(() => width)], false)
    + title(say("key.reasons")) + filled(reasons, [2700, 2100, 2954, 1600], true);
}

/* ---- the file ---- */
function section(number, last) {
  const properties = `<w:sectPr><w:footerReference w:type="default" r:id="foot${number}"/><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>`
    + '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>';
  return last ? properties : `<w:p><w:pPr>${TIGHT}${properties}</w:pPr></w:p>`;
}

function field(name) {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

const foot = (words) => `${HEAD}<w:ftr xmlns:w="${W}">${centred(run(words) + field("PAGE"))}</w:ftr>`;

function styles() {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
  return `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>`
    + '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>';
}

function types(count) {
  const feet = Array.from({ length: count }, (unused, number) => `<Override PartName="/word/footer${number + 1}.xml" ContentType="${MAIN}.footer+xml"/>`).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/>`
    + `<Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/>${feet}</Types>`;
}

function relations(entries) {
  const found = entries.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`).join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${found}</Relationships>`;
}

/** The parts of the file: [[name, text]]. */
export function parts(bank, exam, wishes) {
  const feet = [...exam.versions.map((version) => say("paper.page", { code: version.code })), say("key.page")];
  const body = [...exam.versions.map((version) => paper(bank, version, wishes)), key(exam)]
    .map((words, index) => words + section(index + 1, index === feet.length - 1)).join("");
  return [
    ["[Content_Types].xml", types(feet.length)],
    ["_rels/.rels", relations([["document", "officeDocument", "word/document.xml"]])],
    ["word/document.xml", `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`],
    ["word/styles.xml", styles()],
    ["word/_rels/document.xml.rels", relations([["styles", "styles", "styles.xml"], ...feet.map((unused, index) => [`foot${index + 1}`, "footer", `footer${index + 1}.xml`])])],
    ...feet.map((words, index) => [`word/footer${index + 1}.xml`, foot(words)]),
  ];
}

/** The file as bytes. Rejects where the browser cannot pack. */
export async function file(bank, exam, wishes) {
  const encoder = new TextEncoder();
  const entries = [];
  for (const [name, text] of parts(bank, exam, wishes)) entries.push(await zip.pack(name, encoder.encode(text)));
  return zip.write(entries);
}
