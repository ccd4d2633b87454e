/* The theme's protocol: SETUP 0 -> READY 1; QUERY 2 -> RESULT 3. A query is a text, or { text, kind, body } from
   search-page.js. What the theme hands over names the file of the documents (`config.file`), or holds them, as from a
   disk. */

import { Index } from "./index.js";
import { results } from "./results.js";
import { plainHit, search, suggestion } from "./search.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const NOTHING = { items: [], total: 0, filtered: 0, kinds: {}, scattered: false, suggestion: "", failed: true };
const ROOT = "../../../"; // from assets/javascripts/workers/, where the theme looks for its worker

let index;
let file;
let loading;
let latest;

/** Whether a document concerns the body with this number, by itself or by its groups. */
function concerns(doc, body) {
  const chosen = new Set([Number(body), ...index.config.bodies[body].groups]);
  return doc.body === Number(body) || [...(doc.bodies || []), ...(doc.with || [])].some((one) => chosen.has(one));
}

/** What a query finds. `kind` or `body` without words finds all that there is of it. */
function answer({ text, kind, body }) {
  const listed = kind || body ? index.docs.map((doc) => plainHit(doc, 0)) : [];
  const all = text.trim() ? search(index, text) : listed;
  const ofBody = body ? all.filter(({ doc }) => concerns(doc, body)) : all;
  const kinds = {};
  for (const { doc } of ofBody) kinds[doc.kind] = (kinds[doc.kind] || 0) + 1;
  const hits = kind ? ofBody.filter(({ doc }) => doc.kind === kind) : ofBody;
  return {
    items: results(index, hits),
    total: hits.length,
    filtered: all.length - hits.length,
    kinds,
    scattered: hits.length > 0 && !hits[0].tight,
    suggestion: all.length ? "" : suggestion(index, text),
    text,
  };
}

async function fetched() {
  const response = await fetch(new URL(ROOT + file, location.href));
  if (response.ok) index = new Index(await response.json());
}

/** Load the documents, once; a failure may be mended by the next query. */
async function load() {
  loading ??= fetched();
  await loading.catch(() => {});
  if (!index) loading = undefined;
}

/** Answer the latest query; one that comes before its documents waits for them. */
async function reply() {
  const query = latest;
  if (query === undefined || !(index || file)) return;
  if (!index) await load();
  if (latest === query) postMessage({ type: RESULT, data: index ? answer(query) : { ...NOTHING, text: query.text } });
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    ({ file } = data.config);
    if (file) load();
    else index = new Index(data);
    postMessage({ type: READY });
    reply();
  }
  if (type === QUERY) {
    latest = { kind: "", body: "", ...(typeof data === "string" ? { text: data } : data) };
    reply();
  }
});
