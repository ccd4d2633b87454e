/* The papers and the key as one Word file: a section for each version, its code and pages at the foot. */

import { escaped } from "../common/xml.js";
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
  const whole = `<w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>`;
  return `<w:tbl><w:tblPr>${whole}${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`
    + `<w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const row = (cells, format = "<w:cantSplit/>") => `<w:tr><w:trPr>${format}</w:trPr>${cells.join("")}</w:tr>`;

/* ---- one paper ---- */
function headTable(words) {
  const last = words.left.length - 1;
  const names = words.left.map((name, number) => centred(number === last ? bold(name) : run(name)));
  const left = names.join("") + centred(run("―――――"));
  const right = centred(bold(words.title)) + words.lines.map((text) => centred(run(text))).join("");
  return table([row([cell(left, LEFT_HEAD), cell(right, WIDTH - LEFT_HEAD)])], [LEFT_HEAD, WIDTH - LEFT_HEAD], false);
}

function identity(words) {
  const widths = [5600, 2000, WIDTH - 7600];
  const borders = tag("tcBorders", lines(["top", "left", "bottom", "right"], 6));
  const spaced = (text) => paragraph(run(text), '<w:spacing w:before="60" w:after="60"/>');
  return table([row([
    cell(spaced(words.name) + spaced(words.place), widths[0]),
    cell(centred(bold(words.code)), widths[1], `${borders}<w:vAlign w:val="center"/>`),
    cell(paragraph(run(say("paper.mark")), TIGHT), widths[2], borders),
  ])], widths, false);
}

function answers(count) {
  const widths = [1154, ...Array.from({ length: papers.PER_ROW }, () => 820)];
  const middle = '<w:vAlign w:val="center"/>';
  const line = (head, numbers, format) => {
    const runs = [bold(head), ...numbers.map((text) => run(text))];
    return row(runs.map((words, place) => cell(centred(words), widths[place], middle)), format);
  };
  const rows = papers.numberRows(count).flatMap((numbers) => [
    line(say("paper.questionHead"), numbers),
    line(say("paper.answerHead"), numbers.map(() => ""), BLANK),
  ]);
  const keep = (before, after) => `<w:keepNext/><w:spacing w:before="${before}" w:after="${after}"/>${CENTRE}`;
  return paragraph(bold(say("paper.answers")), keep(160, 0))
    + paragraph(run(say("paper.answersHint"), '<w:i/><w:sz w:val="22"/>'), keep(0, 60))
    + table(rows, widths) + paragraph("", TIGHT);
}

function options(item) {
  const columns = exams.columns(item.options);
  const step = Math.floor((WIDTH - 284) / columns);
  const stop = (place) => `<w:tab w:val="left" w:pos="${284 + step * (place + 1)}"/>`;
  const stops = tag("tabs", Array.from({ length: columns - 1 }, (_, place) => stop(place)).join(""));
  const written = [];
  for (let first = 0; first < item.options.length; first += columns) {
    const runs = item.options.slice(first, first + columns)
      .map((option, place) => bold(`${exams.LETTERS[first + place]}.`) + run(` ${option}`)).join(TAB);
    const keep = first + columns < item.options.length ? "<w:keepNext/>" : "";
    const format = `<w:keepLines/>${stops}<w:spacing w:before="0" w:after="20"/><w:ind w:left="284"/>`;
    written.push(paragraph(runs, keep + format));
  }
  return written.join("");
}

function question(item, number) {
  const words = bold(`${say("paper.number", { number })} `) + run(item.question.text);
  const format = '<w:keepNext/><w:keepLines/><w:spacing w:before="100" w:after="20"/><w:jc w:val="both"/>';
  return paragraph(words, format) + options(item);
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
/* A row goes to the next page whole, unless it is longer than one could like. */
const breaking = (cells) => (cells.join("").length > LONGEST_ROW ? "" : "<w:cantSplit/>");

function filled({ heads, rows }, widths, small) {
  const size = small ? '<w:sz w:val="20"/>' : "";
  const line = (cells, letters, format, rowFormat) =>
    row(cells.map((text, place) => cell(paragraph(run(text, letters), format), widths[place])), rowFormat);
  const head = line(heads, `<w:b/>${size}`, TIGHT + CENTRE, "<w:cantSplit/><w:tblHeader/>");
  const format = TIGHT + (small ? "" : CENTRE);
  return table([head, ...rows.map((cells) => line(cells, size, format, breaking(cells)))], widths);
}

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
  const properties = `<w:sectPr><w:footerReference w:type="default" r:id="foot${number}"/><w:type w:val="nextPage"/>`
    + '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"'
    + ' w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>';
  return last ? properties : `<w:p><w:pPr>${TIGHT}${properties}</w:pPr></w:p>`;
}

function field(name) {
  const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`;
  return `${mark("begin")}${code}${mark("separate")}<w:r><w:t>1</w:t></w:r>${mark("end")}`;
}

const foot = (words) => `${HEAD}<w:ftr xmlns:w="${W}">${centred(run(words) + field("PAGE"))}</w:ftr>`;

function styles() {
  const fonts = ["ascii", "hAnsi", "eastAsia", "cs"].map((letters) => `w:${letters}="Times New Roman"`).join(" ");
  return `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${fonts}/>`
    + '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>'
    + '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    + '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "</w:styles>";
}

function types(count) {
  const part = (name, type) => `<Override PartName="/word/${name}.xml" ContentType="${MAIN}.${type}+xml"/>`;
  const feet = Array.from({ length: count }, (_, number) => part(`footer${number + 1}`, "footer")).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + `${part("document", "document.main")}${part("styles", "styles")}${feet}</Types>`;
}

function relations(entries) {
  const relation = ([id, kind, target]) => `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.map(relation).join("")}</Relationships>`;
}

/** The parts of the file: [[name, text]]. */
export function parts(bank, exam, wishes) {
  const feet = [...exam.versions.map((version) => say("paper.page", { code: version.code })), say("key.page")];
  const footers = feet.map((_, index) => [`foot${index + 1}`, "footer", `footer${index + 1}.xml`]);
  const body = [...exam.versions.map((version) => paper(bank, version, wishes)), key(exam)]
    .map((words, index) => words + section(index + 1, index === feet.length - 1)).join("");
  return [
    ["[Content_Types].xml", types(feet.length)],
    ["_rels/.rels", relations([["document", "officeDocument", "word/document.xml"]])],
    ["word/document.xml", `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`],
    ["word/styles.xml", styles()],
    ["word/_rels/document.xml.rels", relations([["styles", "styles", "styles.xml"], ...footers])],
    ...feet.map((words, index) => [`word/footer${index + 1}.xml`, foot(words)]),
  ];
}

/** The file as bytes. Rejects where the browser cannot pack. */
export async function file(bank, exam, wishes) {
  const encoder = new TextEncoder();
  const packed = parts(bank, exam, wishes).map(([name, text]) => zip.pack(name, encoder.encode(text)));
  return zip.write(await Promise.all(packed));
}
