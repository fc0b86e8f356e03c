// A timer for each stage that has minutes. One runs at a time, and it runs on while another slide is shown.
(() => {
  const template = document.querySelector("[data-timer-template]");
  const say = document.querySelector("[data-say]");
  const running = document.querySelector("[data-running]");
  if (!document.documentElement.classList.contains("is-deck")) return;

  const MINUTE = 60_000;
  const TOLD_AT = [10, 5, 2, 1];
  let current = null;
  let shown = null;
  let withSound = false;
  let sounds = null;
  let awake = null;

  const inWords = (left) => {
    const seconds = Math.ceil(left / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  class Timer {
    constructor(place) {
      this.slide = place.closest("[data-slide]");
      this.whole = Number(place.dataset.minutes) * MINUTE;
      this.left = this.whole;
      this.endsAt = null;
      this.element = template.content.firstElementChild.cloneNode(true);
      this.part("start").addEventListener("click", () => { this.start(); this.part("pause").focus(); });
      this.part("pause").addEventListener("click", () => { this.pause(); this.part("start").focus(); });
      this.part("reset").addEventListener("click", () => this.reset());
      this.part("more").addEventListener("click", () => this.add(MINUTE));
      this.part("sound").addEventListener("click", switchSound);
      place.replaceChildren(this.element);
      this.draw();
    }

    part(name) {
      return this.element.querySelector(`[data-${name}]`);
    }

    start() {
      if (this.left <= 0) this.left = this.whole;
      if (current && current !== this) current.pause();
      current = this;
      this.endsAt = Date.now() + this.left;
      this.told = Math.ceil(this.left / MINUTE);
      keepAwake();
      this.draw();
    }

    pause() {
      if (this.endsAt === null) return;
      this.left = Math.max(this.endsAt - Date.now(), 0);
      this.endsAt = null;
      if (current === this) current = null;
      letSleep();
      this.draw();
    }

    toggle() {
      if (this.endsAt === null) this.start();
      else this.pause();
    }

    reset() {
      this.pause();
      this.left = this.whole;
      this.draw();
    }

    add(time) {
      if (this.endsAt === null) this.left += time;
      else this.endsAt += time;
      this.draw();
    }

    tick() {
      this.left = Math.max(this.endsAt - Date.now(), 0);
      const minutes = Math.ceil(this.left / MINUTE);
      if (minutes < this.told && TOLD_AT.includes(minutes)) {
        say.textContent = say.dataset.leftWords.replace("{minutes}", minutes);
      }
      this.told = minutes;
      if (this.left === 0) this.end();
      else this.draw();
    }

    end() {
      this.pause();
      say.textContent = say.dataset.overWords;
      if (withSound) chime();
    }

    draw() {
      const isRunning = this.endsAt !== null;
      const isOver = this.left <= 0;
      this.part("digits").textContent = inWords(this.left);
      this.element.style.setProperty("--left", Math.min(this.left / this.whole, 1));
      this.element.classList.toggle("timer--running", isRunning);
      this.element.classList.toggle("timer--over", isOver);
      this.part("start").hidden = isRunning;
      this.part("pause").hidden = !isRunning;
      this.part("over").hidden = !isOver;
      drawRunning();
    }
  }

  // The running timer of another slide stands in the bar, small, and leads back to its slide.
  function drawRunning() {
    running.hidden = !current || current.slide === shown;
    if (running.hidden) return;
    running.hash = current.slide.id;
    running.querySelector("[data-running-digits]").textContent = inWords(current.left);
  }

  function switchSound() {
    withSound = !withSound;
    for (const button of document.querySelectorAll("[data-sound]")) button.setAttribute("aria-pressed", withSound);
    if (withSound && window.AudioContext) {
      // Browsers let a page sound only after a press, and this was one.
      sounds = sounds || new AudioContext();
      sounds.resume();
    }
  }

  // Two soft tones, as of a small bell.
  function chime() {
    if (!sounds) return;
    [523.25, 659.25].forEach((pitch, number) => {
      const begin = sounds.currentTime + number * 0.45;
      const tone = sounds.createOscillator();
      const volume = sounds.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, begin);
      volume.gain.linearRampToValueAtTime(0.25, begin + 0.05);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + 1.6);
      tone.connect(volume).connect(sounds.destination);
      tone.start(begin);
      tone.stop(begin + 1.7);
    });
  }

  // While the time runs the screen must not go dark; where the browser cannot promise that, nothing is lost.
  async function keepAwake() {
    try {
      awake = await navigator.wakeLock.request("screen");
    } catch {
      awake = null;
    }
  }

  function letSleep() {
    if (awake) awake.release();
    awake = null;
  }

  const timers = new Map();
  for (const place of document.querySelectorAll("[data-minutes]")) {
    const timer = new Timer(place);
    timers.set(timer.slide, timer);
  }
  setInterval(() => { if (current) current.tick(); }, 250);
  document.addEventListener("visibilitychange", () => {
    if (current && document.visibilityState === "visible") keepAwake();
  });
  document.addEventListener("slide", (event) => {
    shown = event.detail;
    drawRunning();
  });
  document.addEventListener("timer-key", (event) => {
    const timer = timers.get(event.detail);
    if (timer) timer.toggle();
  });
  shown = document.querySelector("[data-slide]:not([hidden])");
})();
