/* The theme's protocol: SETUP 0 -> READY 1; QUERY 2 -> RESULT 3. A query is a text, or { text, kind, body } from search-page.js.
   What the theme hands over names the file of the documents (`config.file`), or holds them, as from a disk. */

import { Index } from "./index.js";
import { results } from "./results.js";
import { plainHit, search, suggestion } from "./search.js";

let index;

function answer(query) {
  const { text, kind = "", body = "" } = typeof query === "string" ? { text: query } : query;
  const chosen = body === "" ? null : new Set([Number(body), ...index.config.bodies[body].groups]);
  const has = (doc) => doc.body === Number(body) || [...(doc.bodies || []), ...(doc.with || [])].some((number) => chosen.has(number));
  const all = text.trim() ? search(index, text) : kind || chosen ? index.docs.map((doc) => plainHit(doc, 0)) : [];
  const kinds = {};
  const hits = all.filter(({ doc }) => {
    const fitsKind = !kind || doc.kind === kind, fitsBody = !chosen || has(doc);
    if (fitsBody) kinds[doc.kind] = (kinds[doc.kind] || 0) + 1;
    return fitsKind && fitsBody;
  });
  return {
    items: results(index, hits), total: hits.length, filtered: all.length - hits.length, kinds,
    scattered: hits.length > 0 && !hits[0].tight,
    suggestion: all.length || !text.trim() ? "" : suggestion(index, text), text,
  };
}

const ROOT = "../../../";     // from assets/javascripts/workers/, where the theme looks for its worker
let file, loading, latest;

/** Load the documents, once; a failure may be mended by the next query. */
function load() {
  loading = loading || fetch(new URL(ROOT + file, location)).then((response) => {
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }).then((data) => { index = new Index(data); }).catch(() => { loading = undefined; });
  return loading;
}

/** Answer the latest query; one that comes before its documents waits for them. */
function reply() {
  const query = latest;
  if (query === undefined) return;
  if (index) tell(answer(query));
  else if (file) load().then(() => { if (latest === query) tell(index ? answer(query) : failure(query)); });
}

function tell(data) { postMessage({ type: 3, data }); }
function failure(query) {
  return { items: [], total: 0, filtered: 0, kinds: {}, scattered: false, suggestion: "", failed: true, text: query.text ?? query };
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    file = data.config.file;
    if (file) load();
    else index = new Index(data);
    postMessage({ type: 1 });
    reply();
  }
  if (type === 2) { latest = data; reply(); }
});
