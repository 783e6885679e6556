// Exit this page: by the button, by its skip link, or by pressing Shift three times.
// The page is blank before anything else happens; words not yet saved are saved; then we go.
(() => {
  const WITHIN = 5000; // milliseconds between two presses
  const button = document.querySelector("[data-exit-button]");
  if (!button) return;

  const said = make("span", { className: "govuk-visually-hidden", role: "status" });
  const lights = make("span", { className: "pprg-exit__lights", ariaHidden: "true" });
  lights.append(make("span"), make("span"), make("span"));
  button.append(lights);
  button.after(said);

  let presses = 0;
  let otherKey = false;
  let timer = 0;

  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") forget(event.shiftKey);
    else if (!event.repeat) otherKey = false;
  }, true);
  addEventListener("mousedown", (event) => event.shiftKey && forget(true), true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (!otherKey) press(); // else it made a capital letter, and was no call for the way out
  }, true);
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    leave();
  }, true);

  // The button hangs over the page: whatever gets the focus underneath it is moved clear of it.
  addEventListener("focusin", ({ target }) => {
    if (target.closest(".pprg-exit")) return;
    const there = target.getBoundingClientRect();
    const over = button.getBoundingClientRect();
    const hidden = there.right > over.left && there.left < over.right && there.bottom > over.top && there.top < over.bottom;
    if (hidden) scrollBy(0, Math.min(there.top, there.bottom - 24) - over.bottom - 16);
  });

  function press() {
    presses += 1;
    show();
    clearTimeout(timer);
    if (presses === 3) return void leave();
    said.textContent = presses === 1
      ? "Shift, press 2 more times to exit." : "Shift, press 1 more time to exit.";
    timer = setTimeout(() => {
      presses = 0;
      show();
      said.textContent = "Exit this page has timed out.";
    }, WITHIN);
  }

  function forget(whileHeld) {
    otherKey = whileHeld;
    if (presses === 0) return;
    presses = 0;
    clearTimeout(timer);
    said.textContent = "";
    show();
  }

  function show() {
    lights.classList.toggle("pprg-exit__lights--on", presses > 0);
    [...lights.children].forEach((light, n) => light.classList.toggle("lit", n < presses));
  }

  async function leave() {
    document.documentElement.classList.add("pprg-gone");
    document.title = "Loading";
    document.body.append(make("p", { className: "pprg-leaving", role: "alert", textContent: "Loading" }));
    // Whoever holds unsaved words hands us a promise. The screen is blank, so a short wait
    // costs nobody anything, and it lets the words arrive before the session ends.
    const waitingFor = [];
    document.dispatchEvent(new CustomEvent("pprg:leave", { detail: waitingFor }));
    if (waitingFor.length) await Promise.race([Promise.allSettled(waitingFor), rest(700)]);
    location.replace(button.href);
  }

  function rest(time) { return new Promise((done) => setTimeout(done, time)); }
  function make(tag, properties = {}) { return Object.assign(document.createElement(tag), properties); }
})();
