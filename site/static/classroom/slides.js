// One slide at a time: keys, touch, buttons, the menu. Without this script all slides stand one below another.
(() => {
  const find = (name, inside = document) => inside.querySelector(`[data-${name}]`);
  const findAll = (name, inside = document) => [...inside.querySelectorAll(`[data-${name}]`)];
  const deck = find("deck");
  const bar = find("bar");
  const menu = find("menu");
  const say = find("say");
  const slides = findAll("slide", deck);
  if (!slides.length || !menu.showModal) return;

  const root = document.documentElement;
  const scale = { sizes: [0.85, 1, 1.2, 1.45], chosen: 1 };
  let here = 0;

  // --- Moving ---

  function indexOf(hash) {
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    return target ? slides.indexOf(target.closest("[data-slide]")) : -1;
  }

  function show(index) {
    const left = slides[here];
    here = Math.min(Math.max(index, 0), slides.length - 1);
    const slide = slides[here];
    if (left !== slide) findAll("reveal", left).forEach((reveal) => { reveal.open = false; });
    slides.forEach((other) => { other.hidden = other !== slide; });
    slide.scrollTop = 0;
    find("top").hidden = slide.id === "title";
    find("place").textContent = `${here + 1} / ${slides.length}`;
    find("previous").setAttribute("aria-disabled", here === 0);
    find("next").setAttribute("aria-disabled", here === slides.length - 1);
    root.style.setProperty("--done", (here + 1) / slides.length);
    markContents(slide);
    letScroll();
    document.dispatchEvent(new CustomEvent("slide", { detail: slide }));
  }

  // Who presses a button stays on it and hears the place; all others are taken to the slide itself.
  function go(index) {
    if (index < 0 || index >= slides.length || index === here) return;
    show(index);
    history.replaceState(null, "", `#${slides[here].id}`);
    if (bar.contains(document.activeElement)) announce();
    else arrive();
  }

  function arrive() {
    slides[here].classList.add("is-arrived");
    slides[here].focus({ preventScroll: true });
  }

  function announce() {
    const name = document.getElementById(slides[here].getAttribute("aria-labelledby")).textContent.trim();
    const words = say.dataset.slideWords.replace("{number}", here + 1).replace("{total}", slides.length);
    say.textContent = `${words}. ${name}`;
  }

  function markContents(slide) {
    for (const link of find("contents").querySelectorAll("ol a")) {
      if (link.hash === `#${slide.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // A slide that does not fit is scrolled with the arrow keys, so it must be able to take the focus.
  function letScroll() {
    const slide = slides[here];
    slide.tabIndex = slide.scrollHeight > slide.clientHeight + 1 ? 0 : -1;
  }

  // --- What is hidden until asked for ---

  function toggleAnswers() {
    const reveals = findAll("answer", slides[here]);
    const open = reveals.some((reveal) => !reveal.open);
    reveals.forEach((reveal) => { reveal.open = open; });
    if (open && reveals.length) reveals[0].scrollIntoView({ block: "nearest" });
  }

  function showNotes(open) {
    root.classList.toggle("has-notes", open);
    find("toggle-notes").setAttribute("aria-pressed", open);
    findAll("note", deck).forEach((note) => { note.open = open; });
    const note = find("note", slides[here]);
    if (open && note) note.scrollIntoView({ block: "nearest" });
    letScroll();
  }

  const notesAreOpen = () => root.classList.contains("has-notes");

  function hideAll() {
    findAll("reveal", slides[here]).forEach((reveal) => { reveal.open = false; });
    if (notesAreOpen()) showNotes(false);
  }

  // --- Screen ---

  function toggleFullScreen() {
    if (!document.fullscreenEnabled) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen().catch(() => {});
  }

  function resize(step) {
    scale.chosen = Math.min(Math.max(scale.chosen + step, 0), scale.sizes.length - 1);
    root.style.setProperty("--larger", scale.sizes[scale.chosen]);
    find("smaller").setAttribute("aria-disabled", scale.chosen === 0);
    find("larger").setAttribute("aria-disabled", scale.chosen === scale.sizes.length - 1);
    letScroll();
  }

  function toggleContrast(event) {
    const high = root.dataset.contrast !== "high";
    root.dataset.contrast = high ? "high" : "";
    event.currentTarget.setAttribute("aria-pressed", high);
  }

  function openMenu() {
    menu.showModal();
    const current = menu.querySelector("[aria-current]");
    if (current) current.focus();
  }

  // --- Keys and touch ---

  const moves = {
    ArrowRight: () => go(here + 1),
    PageDown: () => go(here + 1),
    " ": (event) => go(here + (event.shiftKey ? -1 : 1)),
    ArrowLeft: () => go(here - 1),
    PageUp: () => go(here - 1),
    Home: () => go(0),
    End: () => go(slides.length - 1),
    Escape: hideAll,
  };
  // Places of keys, not letters: they are the same on a Kazakh, a Russian and an English keyboard.
  const letters = {
    KeyN: () => showNotes(!notesAreOpen()),
    KeyA: toggleAnswers,
    KeyT: () => document.dispatchEvent(new CustomEvent("timer-key", { detail: slides[here] })),
    KeyF: toggleFullScreen,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || menu.open) return;
    if (event.key === " " && event.target.closest("button, summary, a, input")) return;
    const act = moves[event.key] || (find("letter-keys").checked && !event.repeat && letters[event.code]);
    if (!act) return;
    if (event.key !== "Escape") event.preventDefault();
    act(event);
  });

  let touch = null;
  deck.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  deck.addEventListener("touchend", (event) => {
    const zoomed = window.visualViewport && window.visualViewport.scale > 1.01;
    if (!touch || event.touches.length || zoomed) return;
    const along = event.changedTouches[0].clientX - touch.clientX;
    const across = event.changedTouches[0].clientY - touch.clientY;
    if (Math.abs(along) > 50 && Math.abs(along) > 2 * Math.abs(across)) go(here + (along < 0 ? 1 : -1));
    touch = null;
  }, { passive: true });

  const press = (name, act) => find(name).addEventListener("click", act);
  press("previous", () => go(here - 1));
  press("next", () => go(here + 1));
  press("open-menu", openMenu);
  press("close-menu", () => menu.close());
  press("toggle-notes", () => showNotes(!notesAreOpen()));
  press("contrast", toggleContrast);
  press("smaller", () => resize(-1));
  press("larger", () => resize(1));
  press("full-screen", toggleFullScreen);
  document.addEventListener("fullscreenchange", () => {
    find("full-screen").setAttribute("aria-pressed", Boolean(document.fullscreenElement));
  });
  deck.addEventListener("click", (event) => {
    const title = event.target.closest("[data-note] > summary");
    if (!title) return;
    event.preventDefault();
    showNotes(!notesAreOpen());
  });
  deck.addEventListener("toggle", letScroll, true);

  // A link to a slide, in the menu or in an address that somebody was sent.
  menu.addEventListener("click", (event) => {
    const link = event.target.closest("ol a");
    if (!link) return;
    event.preventDefault();
    menu.close();
    document.activeElement.blur();
    go(indexOf(link.hash));
  });
  find("running").addEventListener("click", (event) => {
    event.preventDefault();
    go(indexOf(event.currentTarget.hash));
  });
  addEventListener("hashchange", () => {
    const index = indexOf(location.hash);
    if (index < 0) return;
    show(index);
    arrive();
  });
  deck.addEventListener("focusout", (event) => event.target.classList.remove("is-arrived"));
  addEventListener("resize", letScroll);

  // --- Beginning ---

  root.classList.add("is-deck");
  find("contents-place").append(find("contents"));
  bar.hidden = false;
  find("full-screen").hidden = !document.fullscreenEnabled;
  show(Math.max(indexOf(location.hash), 0));
  scrollTo(0, 0);
  if (here) arrive();
})();
