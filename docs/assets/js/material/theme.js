/* What Material needs before its own script: where it keeps settings, and the palette, set before the first paint.
   Material prints this into each page; as a file it passes a strict content security policy. */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const scope = new URL(own.dataset.base ?? "", location.href);

function get(key, store = localStorage, from = scope) {
  try {
    return JSON.parse(store.getItem(`${from.pathname}.${key}`) ?? "null");
  } catch {
    return null;
  }
}

function set(key, value, store = localStorage, from = scope) {
  try {
    store.setItem(`${from.pathname}.${key}`, JSON.stringify(value));
  } catch { /* no storage: the choice lasts for this page */ }
}

const hash = (words) => [...words].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
Object.assign(window, { __md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash });

const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
document.body.dataset.mdColorScheme = get("__palette")?.color?.scheme ?? system;
