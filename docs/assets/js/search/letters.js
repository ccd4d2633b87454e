/* Vietnamese spelling: what makes two written words the same, almost the same, or alike. Knows nothing of documents. */

/* A word is letters with their own marks (â ă ê ô ơ ư đ) and at most one tone. The tone stands apart, so that "hoá" and
   "hóa", "uỷ" and "ủy" are one spelling. */
const TONES = "\u0300\u0301\u0303\u0309\u0323";
const WORD = /[\p{L}\p{M}\p{N}]+(?:\.\p{N}+)*/gu;
const LONE_Y = /^(|b|h|k|l|m|s|t|v|qu)y$/;

/** Words that carry a question or join others: they need not be found. */
export const OPTIONAL = new Set(("ai gì nào sao đâu mấy bao thế làm phải có là thì mà và với của cho về theo hay hoặc khi nếu ở tại trong " +
  "từ đến bị được cần nên các những một này đó như để bởi vì do xin hỏi hãy giúp tôi mình ra vào trên dưới không").split(" ").map((word) => spell(word).key));

const NUMBERS = { "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10" };
export const NUMBER_OF = new Map(Object.entries(NUMBERS).map(([word, digits]) => [spell(word).key, digits]));
export const WORDS_OF = new Map(Array.from(NUMBER_OF, ([key, digits]) => [digits, key]));

/** "Điều" -> "dieu" */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
}

/** A written word as { letters, tone, key, plain, sound, marked }; words with one key are one word. */
export function spell(word) {
  let tone = "", letters = "";
  for (const letter of word.toLowerCase().normalize("NFD"))
    if (TONES.includes(letter)) tone = letter;
    else letters += letter;
  letters = letters.normalize("NFC").replace(LONE_Y, "$1i");
  if (letters === "hang" && tone === "\u0300") letters = "hăng";          // hàng năm, hằng năm
  if (/^0\d/.test(letters)) letters = letters.replace(/^0+/, "");         // 06 tháng
  const plain = fold(letters);
  return { letters, tone, key: letters + tone, plain, sound: sound(plain), marked: plain !== letters + tone };
}

/** Letters that many speakers do not tell apart, as one: tr/ch, s/x, gi/d/r, n/l at the start; ng/n/nh, c/t/ch at the end. */
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
  for (let length = start.length - 1; length <= start.length + 1; length++)
    if (length > 0 && length <= word.length && near(start, word.slice(0, length))) return true;
  return false;
}

/** The words of `text` with their places: [[word, start, end]...]. */
export function words(text) {
  return Array.from(text.matchAll(WORD), (match) => [match[0], match.index, match.index + match[0].length]);
}

const TELEX = [[/dd/g, "đ"], [/aa/g, "â"], [/ee/g, "ê"], [/oo/g, "ô"], [/aw/g, "ă"], [/uow/g, "ươ"], [/ow/g, "ơ"], [/uw|w/g, "ư"]];
const TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323" };
const VNI = [[/d9/g, "đ"], [/a6/g, "â"], [/e6/g, "ê"], [/o6/g, "ô"], [/a8/g, "ă"], [/uo7/g, "ươ"], [/o7/g, "ơ"], [/u7/g, "ư"]];
const VNI_TONES = { 2: "\u0300", 1: "\u0301", 4: "\u0303", 3: "\u0309", 5: "\u0323" };

/** A query typed with the keyboard program off, as it was meant: "vaanj", "va65n" -> "vận". Other words stay. */
export function decoded(query) {
  return query.replace(WORD, (word) => telex(word) || vni(word) || word);
}

function telex(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z]+$/.test(lower)) return "";
  // A mark may be typed at the end of the word: "vanaj", "dduocwj".
  let letters = lower, tone = "";
  const tail = /^([a-z]*[aeiouy][a-z]*?)([fsxrj])([aeow]?)$/.exec(letters) || /^([b-df-hj-np-tv-z]*[aeiouyw]+)([fsxrj])([a-z]*)$/.exec(letters);
  if (tail) { letters = tail[1] + tail[3]; tone = TELEX_TONES[tail[2]]; }
  const late = /^(.*?)([aeo])([a-z]*?[^aeo])\2$/.exec(letters);
  if (late) letters = late[1] + late[2] + late[2] + late[3];
  const horn = /^([a-z]*?)(uo|[aou])([a-vx-z]+)w$/.exec(letters);
  if (horn) letters = horn[1] + horn[2] + "w" + horn[3];
  for (const [from, to] of TELEX) letters = letters.replace(from, to);
  return letters + tone === lower ? "" : (letters + tone).normalize("NFC");
}

function vni(word) {
  const lower = word.toLowerCase();
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(lower)) return "";
  let letters = lower, tone = "";
  // Marks may be typed at the end of the word: "van65", "duoc75".
  letters = letters.replace(/^([a-z]*?)(uo|[aeou])([b-df-hj-np-tvxz]+|[iy])([678])(?=\d?$)/, "$1$2$4$3").replace(/^d([a-z1-8]*)9/, "d9$1");
  for (const [from, to] of VNI) letters = letters.replace(from, to);
  letters = letters.replace(/[1-5]/, (digit) => { tone = VNI_TONES[digit]; return ""; });
  return /\d/.test(letters) ? "" : (letters + tone).normalize("NFC");
}
