// The quest editor: pictures to choose from, and a count of minutes that goes along while the editor types.
const words = document.currentScript.dataset;

class IconChoice extends window.StimulusModule.Controller {
  static targets = ["picture", "name", "search", "option"];

  connect() {
    this.show();
  }

  // Writes what is chosen into the line that folds the choice away.
  show() {
    const chosen = this.element.querySelector("input[type=radio]:checked") || this.element.querySelector("input[type=radio]");
    const option = chosen.closest("label");
    const use = option.querySelector("use");
    this.pictureTarget.toggleAttribute("hidden", !use);
    if (use) this.pictureTarget.querySelector("use").setAttribute("href", use.getAttribute("href"));
    this.nameTarget.textContent = option.textContent.trim();
  }

  narrow() {
    const wanted = this.searchTarget.value.trim().toLowerCase();
    for (const option of this.optionTargets) option.hidden = !option.textContent.toLowerCase().includes(wanted);
  }

  // A pointer chooses and is done; the arrow keys choose one after another.
  click(event) {
    if (event.detail > 0 && event.target.matches("input[type=radio]")) this.fold();
    else if (event.detail > 0 && event.target.closest("label")) setTimeout(() => this.fold());
  }

  key(event) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter" && event.target === this.searchTarget) {
      const found = this.optionTargets.find((option) => !option.hidden);
      if (!found) return;
      found.querySelector("input").checked = true;
      this.show();
    }
    this.fold();
  }

  fold() {
    this.searchTarget.value = "";
    this.narrow();
    this.element.open = false;
    this.element.querySelector("summary").focus();
  }
}

window.wagtail.app.register("icon-choice", IconChoice);

class MinutesCount {
  constructor(stages) {
    this.stages = stages;
    this.length = document.querySelector("input[name=minutes]");
    this.place = document.createElement("p");
    this.place.className = "minutes-count";
    this.place.setAttribute("role", "status");
    stages.prepend(this.place);
    const count = () => this.count();
    for (const kind of ["input", "change"]) document.addEventListener(kind, count);
    new MutationObserver(count).observe(stages, { childList: true, subtree: true, attributeFilter: ["aria-hidden"] });
    count();
  }

  // What a teacher has without a live animal: deleted stages and those that need one are left out.
  counted() {
    return [...this.stages.querySelectorAll("[data-streamfield-child]")].filter((stage) => {
      const deleted = stage.querySelector(":scope > input[type=hidden][name$='-deleted']");
      const animal = stage.querySelector("[data-contentpath=animal] select");
      return deleted?.value !== "1" && animal?.value !== "live";
    });
  }

  count() {
    const minutes = this.counted().map(
      (stage) => Number(stage.querySelector("[data-contentpath=minutes] input")?.value) || 0,
    );
    const sum = minutes.reduce((one, other) => one + other, 0);
    const length = Number(this.length.value) || 0;
    const missing = minutes.filter((number) => !number).length;
    const state = missing ? "missing" : sum < length ? "free" : sum > length ? "over" : "fits";
    const facts = { sum, minutes: length, number: state === "missing" ? missing : Math.abs(length - sum) };
    const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
    const text = `${fill(words.sum)} ${fill(words[state])}`;
    if (this.place.textContent === text) return;
    this.place.textContent = text;
    this.place.classList.toggle("minutes-count--fits", state === "fits");
    this.place.classList.toggle("minutes-count--warns", state !== "fits");
  }
}

window.addEventListener("load", () => {
  const stages = document.querySelector("[data-contentpath=stages]");
  if (stages && document.querySelector("input[name=minutes]")) new MinutesCount(stages);
});
