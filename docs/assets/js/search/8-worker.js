/* The theme's protocol: SETUP 0 -> READY 1; QUERY 2 -> RESULT 3. A query is a text, or { text, kind, body } from search-page.js. */

let index

function answer(query) {
  const { text, kind = "", body = "" } = typeof query === "string" ? { text: query } : query
  const chosen = body === "" ? null : new Set([Number(body), ...index.config.bodies[body].groups])
  const has = doc => doc.body === Number(body) || [...(doc.bodies || []), ...(doc.with || [])].some(number => chosen.has(number))
  const all = text.trim() ? search(index, text) : kind || chosen ? index.docs.map(doc => plainHit(doc, 0)) : []
  const kinds = {}
  const hits = all.filter(({ doc }) => {
    const fitsKind = !kind || doc.kind === kind, fitsBody = !chosen || has(doc)
    if (fitsBody) kinds[doc.kind] = (kinds[doc.kind] || 0) + 1
    return fitsKind && fitsBody
  })
  return {
    items: results(index, hits), total: hits.length, filtered: all.length - hits.length, kinds,
    scattered: hits.length > 0 && !hits[0].tight,
    suggestion: all.length || !text.trim() ? "" : suggestion(index, text), text,
  }
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) { index = new Index(data); postMessage({ type: 1 }) }
  if (type === 2) postMessage({ type: 3, data: answer(data) })
})
