/* Sentences with blanks. */

const LONGEST = 1200; // letters of what fills one blank of a sentence

/** What fills a blank may come from a stranger's file: no more of it than can be read, and nothing that turns the line
    around.
    @param {unknown} value */
function filling(value) {
  const words = String(value).replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
}

/** Return what says `sentences`: the one at `key`, its blanks filled from `values`. An unknown key is a fault of the
    code and is thrown; of one that is written out TypeScript tells.
    @template {string} Key
    @param {Readonly<Record<Key, string>>} sentences */
export function sayer(sentences) {
  /** @template {string} Said
      @param {Said & ([Extract<Key, Said>] extends [never] ? Key : unknown)} key
      @param {Readonly<Record<string, unknown>>} values */
  return (key, values = {}) => {
    if (!(key in sentences)) throw new Error(`no sentence ${key}`);
    const sentence = /** @type {Readonly<Record<string, string>>} */ (sentences)[key];
    return sentence.replace(/\{(\w+)\}/g, (blank, name) => (name in values ? filling(values[name]) : blank));
  };
}
