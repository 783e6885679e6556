// Saves a form while it is being filled in: <form data-autosave="/where/to" …>.
//
// Sent: the form's own fields, two seconds after the last key, at once when a field is left
// or the page goes. Answered: 204 with X-Saved-At ("14:03") and X-Version, which becomes the
// form's hidden `version`; or 409, this page is not the latest. The form's own button works
// without any of this.
(() => {
  const PAUSE = 2000, AGAIN = 10000, QUIET = 30000, LONG = 60000;
  const NO_LINE = "Not saved – no connection. Keep this page open.";
  const NEWER = "Not saved – this page is out of date: there are newer answers, or you signed in again. Copy what you need, then reload it.";
  const SIGNED_OUT = "Not saved – you are signed out. Copy what you need, then sign in again.";
  const TROUBLE = "Not saved – something went wrong on our side. Keep this page open.";
  const keepers = new Map();

  class Keeper {
    constructor(form) {
      this.form = form;
      this.dirty = this.stopped = false;
      this.sending = null;
      this.timer = this.spokenAt = 0;
      this.line = document.querySelector("[data-saved]") ?? form.appendChild(make("p", "pprg-saved"));
      // The visible line may change often; the one that is read aloud may not.
      this.voice = make("span", "govuk-visually-hidden");
      this.voice.setAttribute("role", "status");
      this.line.after(this.voice);
    }

    touched() {
      if (this.stopped) return;
      this.dirty = true;
      this.wait(PAUSE);
    }

    wait(time) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), time);
    }

    /** Save what is there now; a save under way is waited for, so that versions stay in step. */
    save() {
      clearTimeout(this.timer);
      if (!this.dirty || this.stopped) return this.sending ?? Promise.resolve();
      if (this.sending) return this.sending.then(() => this.save());
      this.dirty = false;
      this.sending = this.send().finally(() => { this.sending = null; });
      return this.sending;
    }

    async send() {
      const words = new URLSearchParams();
      for (const [name, value] of new FormData(this.form)) if (typeof value === "string") words.append(name, value);
      const body = words.toString();
      try {
        this.hear(await fetch(this.form.dataset.autosave, {
          method: "POST", body, redirect: "manual", credentials: "same-origin",
          keepalive: body.length < LONG, // browsers refuse to keep more than 64 kB alive
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Autosave": "1" },
        }));
      } catch {
        this.failed(NO_LINE);
      }
    }

    hear(answer) {
      if (answer.status === 204) return this.saved(answer.headers);
      if (answer.status === 409) return this.stop(NEWER);
      if (answer.type === "opaqueredirect" || [400, 401, 403, 404].includes(answer.status)) return this.stop(SIGNED_OUT);
      return this.failed(TROUBLE);
    }

    saved(headers) {
      const version = this.form.querySelector("input[name=version]");
      if (version && headers.get("X-Version")) version.value = headers.get("X-Version");
      this.say(`Saved ${headers.get("X-Saved-At") ?? "just now"}. You can leave.`, false);
    }

    failed(words) {
      this.dirty = true;
      this.say(words, true);
      this.wait(AGAIN);
    }

    stop(words) {
      this.stopped = true;
      this.say(words, true);
    }

    say(words, badNews) {
      this.line.textContent = words;
      this.line.classList.toggle("pprg-saved--not", badNews);
      const now = Date.now();
      if (now - this.spokenAt < QUIET && this.wasBad === badNews) return;
      this.voice.textContent = words;
      this.spokenAt = now;
      this.wasBad = badNews;
    }
  }

  function keeperOf(element) {
    const form = element?.closest?.("form[data-autosave]");
    if (!form) return null;
    if (!keepers.has(form)) keepers.set(form, new Keeper(form));
    return keepers.get(form);
  }

  const make = (tag, className) => Object.assign(document.createElement(tag), { className });
  const everyone = () => [...keepers.values()].filter((keeper) => keeper.form.isConnected);
  const flush = () => everyone().filter((keeper) => keeper.dirty || keeper.sending).map((keeper) => keeper.save());

  document.addEventListener("input", ({ target }) => keeperOf(target)?.touched());
  document.addEventListener("change", ({ target }) => {
    const keeper = keeperOf(target);
    keeper?.touched();
    keeper?.save();
  });
  document.addEventListener("focusout", ({ target }) => keeperOf(target)?.save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  document.addEventListener("pprg:leave", ({ detail }) => detail.push(...flush()));
  addEventListener("pagehide", flush);
  addEventListener("online", flush);

  // The button sends everything, so nothing is left to save; but a save under way has to end
  // first, or the form would be sent with a version that is already the last one but one.
  document.addEventListener("submit", (event) => {
    const keeper = keepers.get(event.target);
    if (!keeper) return;
    clearTimeout(keeper.timer);
    if (keeper.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      keeper.sending.then(() => keeper.form.requestSubmit(submitter));
    } else {
      keeper.dirty = false;
    }
  }, true);
})();
