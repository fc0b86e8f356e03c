// The page of saved lessons, and what is shown in place of a page that cannot be reached.
(() => {
  const page = document.querySelector("[data-shelf]");
  const part = (name, inside = page) => inside.querySelector(`[data-${name}]`);
  const list = part("list");
  const words = list.dataset;
  const shelf = ["kk", "ru"].map((code) => page.dataset.shelf.replace(/^\/\w+\//, `/${code}/`));

  // The worker answers with this page at the address of the one that is missing.
  part("lost").hidden = location.pathname === page.dataset.shelf;
  if (!savedLessons.canSave()) {
    part("impossible").hidden = false;
    return;
  }

  function itemOf(record) {
    const item = part("item").content.firstElementChild.cloneNode(true);
    const size = savedLessons.sizeInWords(record.size, words);
    part("open", item).textContent = record.title;
    part("open", item).href = record.url;
    part("open", item).lang = record.language;
    part("about", item).textContent = words.aboutWords.replace("{size}", size).replace("{edition}", record.edition);
    part("files", item).hidden = !record.files.length;
    for (const file of record.files) {
      const link = document.createElement("a");
      link.href = file.url;
      link.textContent = file.label;
      const line = document.createElement("li");
      line.append(link);
      part("files", item).append(line);
    }
    part("remove", item).addEventListener("click", async () => {
      await savedLessons.remove(record.url);
      await draw();
      part("listed").focus();
    });
    part("update", item).addEventListener("click", (event) => update(record, item, event.currentTarget));
    return item;
  }

  async function update(record, item, button) {
    button.disabled = true;
    try {
      await savedLessons.save(record.url, record.files, shelf);
      await draw();
      part("listed").focus();
    } catch (error) {
      button.disabled = false;
      part("news", item).textContent = savedLessons.isFull(error) ? words.fullWords : words.failedWords;
    }
  }

  async function compare(record, item) {
    const edition = await savedLessons.liveEdition(record.url);
    if (edition === null || edition === record.edition) return;
    part("news", item).textContent = edition ? words.olderWords : words.goneWords;
    part("update", item).hidden = !edition;
  }

  async function draw() {
    const records = await savedLessons.list();
    const items = records.map(itemOf);
    list.replaceChildren(...items);
    part("empty").hidden = records.length > 0;
    await Promise.all(records.map((record, number) => compare(record, items[number])));
  }

  part("listed").tabIndex = -1;
  draw();
})();
