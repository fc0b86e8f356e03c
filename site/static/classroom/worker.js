// Finds saved lessons when the network does not. It saves nothing itself: `store.js` does, when a reader asks.
//
// Pages come from the network first, and from what was saved if the network fails or is too slow. Files whose
// name holds a digest of their content never change, so a saved one is as good as a fresh one. All else is left alone.

const READERS_PAGE = /^\/(kk|ru)\//;
const PART_OF_A_PAGE = /^\/(static|media)\//;
const NEVER_CHANGES = /^\/static\/.*\.[0-9a-f]{12}\.\w+$/;
const PATIENCE = 4000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    if (READERS_PAGE.test(pathname)) event.respondWith(page(request));
  } else if (request.cache !== "no-cache" && PART_OF_A_PAGE.test(pathname)) {
    event.respondWith(part(request, NEVER_CHANGES.test(pathname)));
  }
});

// Headers such as Accept-Language and Cookie change nothing in a saved page; a query only adapts it.
const saved = (url) => caches.match(url, { ignoreSearch: true, ignoreVary: true });

async function page(request) {
  try {
    return await freshOrSaved(request);
  } catch (error) {
    const language = new URL(request.url).pathname.slice(1, 3);
    const shelf = await saved(`/${language}/saved/`);
    if (shelf) return shelf;
    throw error;
  }
}

async function freshOrSaved(request) {
  const kept = await saved(request.url);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  return answer && answer.status < 500 ? answer : kept;
}

async function part(request, neverChanges) {
  if (neverChanges) return (await saved(request.url)) || fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await saved(request.url);
    if (kept) return kept;
    throw error;
  }
}
