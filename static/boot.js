// Runs before anything is drawn: says that scripts work, and keeps the back button honest.
(() => {
  const page = document.documentElement;
  page.classList.add("js-enabled");

  // The partnership's own colour comes with the page; the policy allows no style written into it.
  const accent = document.querySelector("meta[name=theme-color]").content;
  if (accent.toLowerCase() !== "#0b4f5c") {
    page.classList.add("pprg-own-colour");
    page.style.setProperty("--house-accent", accent);
  }
  if ("noModule" in HTMLScriptElement.prototype) page.classList.add("govuk-frontend-supported");

  // A browser may keep a whole page in memory and show it again after sign-out, whatever
  // Cache-Control says. So a page of someone signed in is blank when left and asked for anew.
  const signedIn = () => document.body && "signedIn" in document.body.dataset;
  addEventListener("pagehide", () => signedIn() && page.classList.add("pprg-gone"));
  addEventListener("pageshow", (event) => {
    if (event.persisted && page.classList.contains("pprg-gone")) location.reload();
  });
})();
