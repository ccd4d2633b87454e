/* Network first, so that nobody reads an old page while there is a network; what was kept, when there is none.
   A page is kept once it has been read; all of them when the reader asks for it, and then again with each new edition.
   VERSION, CORE, ALL, NO_NETWORK and BYTES stand above this text, written at build time. */
"use strict";

const MINE = "quyche-" + new URL(self.registration.scope).pathname;
const CACHE = MINE + VERSION;
const ALL_KEPT = "giu-ca-trang"; // stands in a cache that was asked to hold everything

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(CORE);
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && name !== CACHE && (await (await caches.open(name)).match(ALL_KEPT))) await keepAll(() => {});
  }
  await self.skipWaiting();
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(MINE) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data.page) event.waitUntil(caches.open(CACHE).then((cache) => cache.add(event.data.page)).catch(() => {}));
  if (event.data === "size") port.postMessage({ files: ALL.length, bytes: BYTES });
  if (event.data === "keep") {
    const told = (kept) => port.postMessage({ kept, files: ALL.length });
    event.waitUntil(keepAll(told).then(() => port.postMessage({ done: true }), () => port.postMessage({ failed: true })));
  }
});

/** Keep every file, some at a time; what is here of this edition is not asked for again. */
async function keepAll(told) {
  const cache = await caches.open(CACHE);
  for (let kept = 0; kept < ALL.length; kept += 10) {
    const missing = [];
    for (const path of ALL.slice(kept, kept + 10)) if (!(await cache.match(path))) missing.push(path);
    await cache.addAll(missing);
    told(Math.min(kept + 10, ALL.length));
  }
  await cache.put(ALL_KEPT, new Response(""));
}

/** The page that says so, with links that lead on from wherever it is shown. */
async function noNetwork() {
  const page = await (await caches.match(NO_NETWORK)).text();
  const root = new URL(self.registration.scope).pathname;
  const words = page.replace('href="./"', `href="${root}"`).replaceAll('href="assets/', `href="${root}assets/`);
  return new Response(words, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    fetch(request).then((response) => {
      if (response.ok) {
        const copy = response.clone();
        event.waitUntil(caches.open(CACHE).then((cache) => cache.put(request, copy)));
      }
      return response;
    }).catch(() => caches.match(request, { ignoreSearch: true }).then((kept) => kept || (request.mode === "navigate" ? noNetwork() : Response.error())))
  );
});
