/* Vietnamese spelling: what makes two written words the same, almost the same, or alike. Knows nothing of documents. */

/* A word is letters with their own marks (â ă ê ô ơ ư đ) and at most one tone. The tone stands apart, so that "hoá"
   and "hóa", "uỷ" and "ủy" are one spelling. */
const TONES = "\u0300\u0301\u0303\u0309\u0323";
const WORD = /[\p{L}\p{M}\p{N}]+(?:\.\p{N}+)*/gu;
const LONE_Y = /^(|b|h|k|l|m|s|t|v|qu)y$/;

const keysOf = (text) => text.split(" ").map((word) => spell(word).key);

/** Words that carry a question or join others: they need not be found. */
export const OPTIONAL = new Set(keysOf(
  "ai gì nào sao đâu mấy bao thế làm phải có là thì mà và với của cho về theo hay hoặc khi nếu ở tại trong từ đến bị "
  + "được cần nên các những một này đó như để bởi vì do xin hỏi hãy giúp tôi mình ra vào trên dưới không",
));

const NUMBERS = keysOf("một hai ba bốn năm sáu bảy tám chín mười");
export const NUMBER_OF = new Map(NUMBERS.map((key, before) => [key, String(before + 1)]));
export const WORDS_OF = new Map(NUMBERS.map((key, before) => [String(before + 1), key]));

/** "Điều" -> "dieu" */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
}

/** A written word as { letters, tone, key, plain, sound, marked }; words with one key are one word. */
export function spell(word) {
  let tone = "";
  let letters = "";
  for (const letter of word.toLowerCase().normalize("NFD")) {
    if (TONES.includes(letter)) tone = letter;
    else letters += letter;
  }
  letters = letters.normalize("NFC").replace(LONE_Y, "$1i");
  if (letters === "hang" && tone === "\u0300") letters = "hăng"; // hàng năm, hằng năm
  if (/^0\d/.test(letters)) letters = letters.replace(/^0+/, ""); // 06 tháng
  const plain = fold(letters);
  return { letters, tone, key: letters + tone, plain, sound: sound(plain), marked: plain !== letters + tone };
}

/** Letters that many speakers do not tell apart, as one: tr/ch, s/x, gi/d/r, n/l at the start; ng/n/nh, c/t/ch at the
    end. */
function sound(plain) {
  return plain
    .replace(/^tr/, "ch").replace(/^s/, "x").replace(/^(gi|r)(?=[aeiouy])/, "d").replace(/^l/, "n")
    .replace(/(ng|nh)$/, "n").replace(/(c|ch)$/, "t");
}

/** Are two tones hỏi and ngã, which half of the country pronounces and so spells alike? */
export function alikeTones(one, other) {
  return one !== other && "\u0303\u0309".includes(one || "-") && "\u0303\u0309".includes(other || "-");
}

/** Is `a` within one slip (letter added, dropped, changed, two swapped) of `b`? */
export function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (x, y) => a.slice(i + x) === b.slice(i + y);
  return rest(1, 1) || rest(1, 0) || rest(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
}

/** Is `start` within one slip of some beginning of `word`? */
export function nearStart(start, word) {
  const lengths = [start.length - 1, start.length, start.length + 1];
  return lengths.some((length) => length > 0 && length <= word.length && near(start, word.slice(0, length)));
}

/** The words of `text` with their places: [[word, start, end]...]. */
export function words(text) {
  return Array.from(text.matchAll(WORD), (match) => [match[0], match.index, match.index + match[0].length]);
}

const TELEX = [
  [/dd/g, "đ"], [/aa/g, "â"], [/ee/g, "ê"], [/oo/g, "ô"], [/aw/g, "ă"], [/uow/g, "ươ"], [/ow/g, "ơ"], [/uw|w/g, "ư"],
];
const TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323" };
/* A mark may be typed at the end of the word: "vanaj", "dduocwj". */
const TELEX_TAILS = [
  /^([a-z]*[aeiouy][a-z]*?)([fsxrj])([aeow]?)$/,
  /^([b-df-hj-np-tv-z]*[aeiouyw]+)([fsxrj])([a-z]*)$/,
];
const TELEX_LATE = /^(.*?)([aeo])([a-z]*?[^aeo])\2$/;
const TELEX_HORN = /^([a-z]*?)(uo|[aou])([a-vx-z]+)w$/;
const VNI = [
  [/d9/g, "đ"], [/a6/g, "â"], [/e6/g, "ê"], [/o6/g, "ô"], [/a8/g, "ă"], [/uo7/g, "ươ"], [/o7/g, "ơ"], [/u7/g, "ư"],
];
const VNI_TONES = { 2: "\u0300", 1: "\u0301", 4: "\u0303", 3: "\u0309", 5: "\u0323" };
/* Marks may be typed at the end of the word: "van65", "duoc75". */
const VNI_LATE = /^([a-z]*?)(uo|[aeou])([b-df-hj-np-tvxz]+|[iy])([678])(?=\d?$)/;

const marked = (letters, marks) => marks.reduce((word, [typed, letter]) => word.replace(typed, letter), letters);

/** A query typed with the keyboard program off, as it was meant: "vaanj", "va65n" -> "vận". Other words stay. */
export function decoded(query) {
  return query.replace(WORD, (word) => telex(word) || vni(word) || word);
}

function telex(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z]+$/.test(lower)) return "";
  const tail = TELEX_TAILS.map((pattern) => pattern.exec(lower)).find(Boolean);
  const bare = tail ? tail[1] + tail[3] : lower;
  const tone = tail ? TELEX_TONES[tail[2]] : "";
  const spelled = bare.replace(TELEX_LATE, "$1$2$2$3").replace(TELEX_HORN, "$1$2w$3");
  const meant = marked(spelled, TELEX) + tone;
  return meant === lower ? "" : meant.normalize("NFC");
}

function vni(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(lower)) return "";
  const letters = marked(lower.replace(VNI_LATE, "$1$2$4$3").replace(/^d([a-z1-8]*)9/, "d9$1"), VNI);
  const [digit] = /[1-5]/.exec(letters) ?? [""];
  const bare = letters.replace(digit, "");
  return /\d/.test(bare) ? "" : (bare + (VNI_TONES[digit] ?? "")).normalize("NFC");
}
