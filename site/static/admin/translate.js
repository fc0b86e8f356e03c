// Saves the translator's draft by itself while she writes, and puts an offered text into the field when she asks.
// Without this script the buttons of the form do the same.
(() => {
  const form = document.querySelector("[data-translate]");
  if (!form) return;
  const status = form.querySelector("[data-autosave]");
  const pause = 3000;
  let timer;
  let running = false;
  let again = false;

  const say = (text) => {
    if (status) status.textContent = text;
  };

  const showRow = (key, state, reasons) => {
    const row = document.getElementById(`row-${key}`);
    if (!row) return;
    row.dataset.state = state.value;
    row.querySelector("[data-chip]").textContent = state.label;
    const place = row.querySelector("[data-reasons]");
    if (!place) return;
    place.replaceChildren(
      ...reasons.map((reason) => {
        const line = document.createElement("p");
        line.className = "error-message";
        line.textContent = reason;
        return line;
      }),
    );
    row.querySelector("textarea").toggleAttribute("aria-invalid", reasons.length > 0);
  };

  const save = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    say(form.dataset.saving);
    const data = new FormData(form);
    for (const name of [...data.keys()]) if (name.startsWith("confirm-")) data.delete(name);
    try {
      const response = await fetch(location.href, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
      });
      if (!response.ok || !response.headers.get("Content-Type").includes("json")) throw new Error(response.status);
      const answer = await response.json();
      form.elements.base.value = answer.base;
      form.elements.autosaved.value = answer.base;
      for (const [key, state] of Object.entries(answer.states)) showRow(key, state, answer.refused[key] || []);
      say(Object.keys(answer.refused).length ? form.dataset.unsaved : form.dataset.saved);
    } catch {
      say(form.dataset.unsaved);
    }
    running = false;
    if (again) {
      again = false;
      save();
    }
  };

  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) {
      say(form.dataset.unsaved);
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    }
  });
  form.addEventListener("submit", () => clearTimeout(timer));

  for (const offer of form.querySelectorAll("[data-suggestion]")) {
    const field = offer.closest(".translate__row").querySelector("textarea");
    offer.tabIndex = 0;
    offer.setAttribute("role", "button");
    const take = () => {
      field.value = offer.textContent;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    };
    offer.addEventListener("click", take);
    offer.addEventListener("keydown", (event) => event.key === "Enter" && take());
  }
})();
