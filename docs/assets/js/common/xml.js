/* Words inside XML and HTML. */

// eslint-disable-next-line no-control-regex -- these are the letters that XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `words` without the letters that XML cannot hold; half an emoji is seen to by TextEncoder.
    @param {string} words */
export function clean(words) {
  return words.replace(FORBIDDEN, "");
}

/** `words` as they may stand in XML and HTML, in an attribute too.
    @param {string} words */
export function escaped(words) {
  return clean(words).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
