// The lessons that a reader saved in this browser. One cache holds one lesson whole: its page, what the page needs,
// the chosen files, and a record that is written last. A cache without a record is unfinished and never shown.
const savedLessons = (() => {
  const PREFIX = "meirim-lesson";
  const SHELF = "meirim-shelf";
  const RECORD = "/saved-lesson.json";
  const HALF_DONE = 3_600_000;
  // Everybody's page, never a reader's own; and from the site itself: the worker lets such requests pass.
  const FRESH = { credentials: "omit", cache: "no-cache" };

  const canSave = () => Boolean(window.caches && navigator.serviceWorker && window.DOMParser);

  async function load(url) {
    const answer = await fetch(url, FRESH);
    if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
    return answer;
  }

  async function loadPage(url) {
    const answer = await load(url);
    const html = await answer.clone().text();
    return { answer, page: new DOMParser().parseFromString(html, "text/html") };
  }

  // Addresses of all that a page shows or runs; our templates write them from the top of the site.
  function partsOf(page) {
    const named = (selector, name) => [...page.querySelectorAll(selector)].map((part) => part.getAttribute(name));
    const links = named("link[rel=stylesheet], link[rel=preload], link[rel~=icon]", "href");
    const found = [...links, ...named("script[src], img[src]", "src"), ...named("use[href]", "href")];
    const urls = found.map((url) => new URL(url.split("#")[0], location.origin));
    return [...new Set(urls.filter((url) => url.origin === location.origin).map((url) => url.href))];
  }

  async function keep(cache, url, answer) {
    const { size } = await answer.clone().blob();
    await cache.put(url, answer);
    return size;
  }

  // Fill a new cache; if anything fails, take it away again, so that what was saved before stays as it was.
  async function fill(name, url, files, tell) {
    const cache = await caches.open(name);
    try {
      const { answer, page } = await loadPage(url);
      const urls = [...partsOf(page), ...files];
      let size = 0;
      for (const [done, part] of urls.entries()) {
        tell(done, urls.length + 1);
        size += await keep(cache, part, await load(part));
      }
      size += await keep(cache, url, answer);
      return { cache, page, size };
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }

  // The page that lists what is saved, in both languages, so that it opens without a connection too.
  async function saveShelf(addresses) {
    const before = (await caches.keys()).filter((name) => name.startsWith(`${SHELF}:`));
    for (const url of addresses) await fill(`${SHELF}:${Date.now()}:${url}`, url, [], () => {});
    await Promise.all(before.map((name) => caches.delete(name)));
  }

  async function save(url, files, shelf, tell = () => {}) {
    const name = `${PREFIX}:${Date.now()}:${url}`;
    try {
      await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
      const { cache, page, size } = await fill(name, url, files.map((file) => file.url), tell);
      await saveShelf(shelf);
      const record = {
        url, files, size,
        title: page.querySelector("h1").textContent.trim(),
        language: page.documentElement.lang,
        edition: page.body.dataset.edition,
        savedAt: Date.now(),
      };
      await cache.put(RECORD, new Response(JSON.stringify(record)));
    } catch (error) {
      await caches.delete(name);
      await tidy();
      throw error;
    }
    await forget(url, name);
    await navigator.serviceWorker.ready;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  }

  async function list() {
    const records = new Map();
    for (const name of await caches.keys()) {
      if (!name.startsWith(`${PREFIX}:`)) continue;
      const written = await (await caches.open(name)).match(RECORD);
      if (!written) {
        if (Date.now() - Number(name.split(":")[1]) > HALF_DONE) await caches.delete(name);
        continue;
      }
      const record = await written.json();
      const other = records.get(record.url);
      if (!other || other.savedAt < record.savedAt) records.set(record.url, record);
    }
    return [...records.values()].sort((one, other) => other.savedAt - one.savedAt);
  }

  async function find(url) {
    return (await list()).find((record) => record.url === url) || null;
  }

  async function forget(url, exceptName = "") {
    const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}:`) && name.endsWith(`:${url}`));
    await Promise.all(names.filter((name) => name !== exceptName).map((name) => caches.delete(name)));
  }

  async function remove(url) {
    await forget(url);
    await tidy();
  }

  // With the last lesson the worker goes too, and nothing of ours is left in the browser.
  async function tidy() {
    if ((await list()).length) return;
    const shelves = (await caches.keys()).filter((name) => name.startsWith(`${SHELF}:`));
    await Promise.all(shelves.map((name) => caches.delete(name)));
    const registration = await navigator.serviceWorker.getRegistration("/");
    if (registration) await registration.unregister();
  }

  // The edition on the site now. Null: nobody answered; "": the lesson is gone.
  async function liveEdition(url) {
    try {
      const answer = await fetch(url, FRESH);
      if (answer.status === 404 || answer.status === 410) return "";
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return (answer.ok && page.body.dataset.edition) || null;
    } catch {
      return null;
    }
  }

  // Browsers know how to write numbers in Russian, which is how Kazakh writes them; few know Kazakh itself.
  function sizeInWords(bytes, words) {
    const isLarge = bytes >= 1_000_000;
    const amount = new Intl.NumberFormat("ru", { maximumFractionDigits: isLarge ? 1 : 0 });
    const number = amount.format(bytes / (isLarge ? 1_000_000 : 1000));
    return (isLarge ? words.megabytesWords : words.kilobytesWords).replace("{number}", number);
  }

  const isFull = (error) => error.name === "QuotaExceededError";

  return { canSave, save, list, find, remove, liveEdition, sizeInWords, isFull };
})();
