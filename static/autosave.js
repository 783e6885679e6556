// Saves a form while it is being filled in: <form data-autosave="/where/to" …>.
//
// Sent: the form's own fields, two seconds after the last key, or 3.5 seconds after the first
// while somebody goes on typing, and at once when a field is left or the page goes. Answered: 204 with X-Saved-At ("14:03") and X-Version, which becomes the
// form's hidden `version`; or 409, this page is not the latest. The form's own button works
// without any of this.
//
// A sign-in that ran out costs no words: the page keeps them, and once its writer has signed in
// in another tab it fetches itself for a fresh token and saves. Its version stays as it was, so
// that nobody else's newer words are ever overwritten.
(() => {
  const PAUSE = 2000, LONGEST = 3500, AGAIN = 10000, QUIET = 30000, LONG = 60000;
  const ASK = 500, ASKS = 12; // for words that were under way when their page was left
  const NO_LINE = "Not saved – no connection. Keep this page open.";
  const NEWER = "Not saved – this page is out of date: there are newer answers. Copy what you need, then reload it.";
  const SIGNED_OUT = "Not saved – you are signed out. Sign in again in another tab; this page keeps your words.";
  const NOT_OPEN = "Not saved – this page is not open to you, or you signed in as somebody else. Copy what you need.";
  const TROUBLE = "Not saved – something went wrong on our side. Keep this page open.";
  const keepers = new Map();

  class Keeper {
    constructor(form) {
      this.form = form;
      this.dirty = this.stopped = false;
      this.away = this.cutOff = this.tried = false; // signed out, no connection, a fresh token fetched
      this.sending = null;
      this.timer = this.spokenAt = 0;
      this.since = 0; // when the first word was typed that is not saved
      this.unheard = new Set(); // what was sent without an answer: it may have been saved all the same
      this.line = document.querySelector("[data-saved]") ?? form.appendChild(make("p", "pprg-saved"));
      // The visible line may change often; the one that is read aloud may not.
      this.voice = make("span", "govuk-visually-hidden");
      this.voice.setAttribute("role", "status");
      this.line.after(this.voice);
    }

    touched() {
      if (this.stopped) return;
      this.dirty = true;
      this.since ||= Date.now();
      this.wait(Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
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
      this.since = 0;
      this.sending = this.send().finally(() => { this.sending = null; });
      return this.sending;
    }

    async send() {
      const body = wordsOf(this.form).toString();
      const written = answersOf(this.form);
      try {
        await this.hear(await fetch(this.form.dataset.autosave, {
          method: "POST", body, redirect: "manual", credentials: "same-origin",
          keepalive: body.length < LONG, // browsers refuse to keep more than 64 kB alive
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Autosave": "1" },
        }));
      } catch {
        this.cutOff = true;
        this.unheard.add(written);
        this.failed(NO_LINE);
      }
    }

    async hear(answer) {
      this.cutOff = false;
      if (answer.status === 204) return this.saved(answer.headers);
      if (answer.status === 409) return this.tried ? this.stop(NEWER) : this.overtaken();
      if (answer.type === "opaqueredirect" || answer.status === 401) return this.signedOut();
      if ([400, 403, 404].includes(answer.status)) return this.stop(NOT_OPEN);
      return this.failed(TROUBLE);
    }

    /**
     * Newer words stand there; or what stands there is our own, whose answer was lost on the way; or
     * this page's token is of an earlier sign-in. The last two can be mended.
     */
    async overtaken() {
      const before = tokenIn(document);
      const fresh = await this.freshToken();
      if (this.stopped || this.away) return;
      const theirs = fresh?.querySelector("form[data-autosave]");
      if (theirs && this.unheard.has(answersOf(theirs))) {
        this.form.querySelector("input[name=version]").value = theirs.querySelector("input[name=version]").value;
        this.unheard.clear();
        return this.send();
      }
      if (signInOf(tokenIn(document)) === signInOf(before)) return this.stop(NEWER);
      this.tried = true;
      await this.send();
    }

    signedOut() {
      this.dirty = this.away = true;
      this.say(SIGNED_OUT, true);
      const way = Object.assign(make("a", ""), { href: "/sign-in", target: "_blank", rel: "noopener", textContent: "Sign in" });
      this.line.append(" ", way);
    }

    /** Its writer looks at the page again: if they are signed in, what they wrote is saved. */
    async comeBack() {
      if (!this.away) return;
      this.away = false;
      await this.freshToken();
      if (!this.away) await this.save();
    }

    /** The token of whoever is signed in now, if this very page is theirs. */
    async freshToken() {
      const answer = await fetch(location.href, { redirect: "manual", credentials: "same-origin" });
      if (answer.type === "opaqueredirect") return this.signedOut();
      if (!answer.ok) return this.stop(NOT_OPEN);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const box of document.querySelectorAll("input[name=csrf_token]")) box.value = tokenIn(fresh);
      return fresh;
    }

    saved(headers) {
      this.tried = false;
      this.unheard.clear();
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

  const wordsOf = (form) => {
    const words = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") words.append(name, value.replace(/\r\n?/g, "\n"));
    return words;
  };
  const answersOf = (form) => {
    const words = wordsOf(form);
    words.delete("csrf_token");
    words.delete("version");
    return words.toString();
  };
  const tokenIn = (page) => page.querySelector("input[name=csrf_token]")?.value ?? "";
  const signInOf = (token) => token.split(".")[0]; // what follows is when it was made
  const make = (tag, className) => Object.assign(document.createElement(tag), { className });
  const everyone = () => [...keepers.values()].filter((keeper) => keeper.form.isConnected);
  const flush = () => everyone().filter((keeper) => keeper.dirty || keeper.sending).map((keeper) => keeper.save());

  const returned = () => everyone().forEach((keeper) => keeper.comeBack().catch(() => keeper.failed(NO_LINE)));

  document.addEventListener("input", ({ target }) => keeperOf(target)?.touched());
  document.addEventListener("change", ({ target }) => {
    const keeper = keeperOf(target);
    keeper?.touched();
    keeper?.save();
  });
  document.addEventListener("focusout", ({ target }) => keeperOf(target)?.save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" ? flush() : returned());
  addEventListener("focus", () => returned());
  document.addEventListener("pprg:leave", ({ detail }) => detail.push(...flush()));
  addEventListener("pagehide", () => { noteLeaving(); flush(); });
  addEventListener("online", flush);

  // Whoever goes back faster than the last save arrives would find a page without their words. So
  // leaving notes the version that was saved over, never a word, and the page that still has that
  // version asks until the save is there, then fetches itself.
  const left = () => `pprg-left:${location.pathname}`;
  const versionIn = (page) => page?.querySelector("form[data-autosave] input[name=version]")?.value ?? "";

  function noteLeaving() {
    const waits = everyone().some((keeper) => !keeper.stopped && (keeper.dirty || keeper.sending));
    if (waits) sessionStorage.setItem(left(), versionIn(document));
  }

  async function findLastWords() {
    const version = sessionStorage.getItem(left());
    sessionStorage.removeItem(left());
    if (!version || version !== versionIn(document)) return;
    for (let asked = 0; asked < ASKS; asked++) {
      await new Promise((after) => setTimeout(after, ASK));
      if (everyone().some((keeper) => keeper.dirty || keeper.sending)) return;
      const answer = await fetch(location.href, { redirect: "manual", credentials: "same-origin" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (versionIn(fresh) !== version) return location.reload();
    }
  }
  findLastWords().catch(() => {}); // the words are saved or were said not to be; a reload shows them

  // The button sends everything. What was typed just now is saved first: so the version is the
  // newest, and somebody whose sign-in or connection is gone stays on the page that has their words.
  document.addEventListener("submit", (event) => {
    const keeper = keepers.get(event.target);
    if (!keeper || keeper.stopped || (!keeper.dirty && !keeper.sending)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    keeper.save().then(() => {
      if (keeper.away || keeper.cutOff) return;
      clearTimeout(keeper.timer);
      keeper.dirty = false;
      keeper.form.requestSubmit(submitter);
    });
  }, true);
})();
