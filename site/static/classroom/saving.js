// "Save for use without internet": the panel of one lesson. Where the browser cannot save, the panel stays hidden.
(() => {
  const panel = document.querySelector("[data-saving]");
  if (!panel || !panel.dataset.slides || !savedLessons.canSave()) return;

  const part = (name) => panel.querySelector(`[data-${name}]`);
  const words = panel.dataset;
  const shelf = ["kk", "ru"].map((code) => words.shelf.replace(/^\/\w+\//, `/${code}/`));
  const buttons = ["save", "update", "remove"].map(part);

  const say = (text) => { part("state").textContent = text; };

  function about(record) {
    const size = savedLessons.sizeInWords(record.size, words);
    const saved = words.savedWords.replace("{size}", size).replace("{edition}", record.edition);
    return record.edition === words.edition ? saved : `${saved} ${words.olderWords}`;
  }

  function listFiles(files) {
    const list = part("saved-files");
    list.hidden = !files.length;
    list.replaceChildren(...files.map((file) => {
      const link = document.createElement("a");
      link.href = file.url;
      link.textContent = file.label;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
  }

  function draw(record) {
    part("save").hidden = part("choice").hidden = Boolean(record);
    part("remove").hidden = !record;
    part("update").hidden = !record || record.edition === words.edition;
    listFiles(record ? record.files : []);
    if (record) say(about(record));
  }

  const chosen = () => [...panel.querySelectorAll("[data-file]:checked")]
    .map((box) => ({ url: box.value, label: box.dataset.label }));

  // While something is being saved the buttons rest; who pressed one finds the focus on the one that took its place.
  async function during(work) {
    const pressed = document.activeElement;
    buttons.forEach((button) => { button.disabled = true; });
    let failure = "";
    try {
      await work();
    } catch (error) {
      failure = savedLessons.isFull(error) ? words.fullWords : words.failedWords;
    }
    buttons.forEach((button) => { button.disabled = false; });
    draw(await savedLessons.find(words.slides));
    if (failure) say(failure);
    const next = pressed.hidden ? buttons.find((button) => !button.hidden) : pressed;
    if (next && panel.contains(pressed)) next.focus();
  }

  const progress = (done, total) => say(words.savingWords.replace("{done}", done).replace("{total}", total));
  const save = (files) => during(() => savedLessons.save(words.slides, files, shelf, progress));

  part("save").addEventListener("click", () => save(chosen()));
  part("update").addEventListener("click", async () => save((await savedLessons.find(words.slides)).files));
  part("remove").addEventListener("click", () => during(async () => {
    await savedLessons.remove(words.slides);
    say(words.removedWords);
  }));

  savedLessons.find(words.slides).then((record) => {
    draw(record);
    panel.hidden = false;
  }, () => {});
})();
