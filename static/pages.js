// Wakes govuk-frontend's components, on the page and in whatever htmx puts into it.
import { initAll } from "./vendor/govuk-frontend-6.6.0/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

document.querySelector("[data-menu]")?.addEventListener("click", ({ currentTarget: menu }) => {
  menu.setAttribute("aria-expanded", String(menu.getAttribute("aria-expanded") !== "true"));
});

const on = (name, act) => document.body.addEventListener(name, act);
on("htmx:beforeRequest", ({ detail }) => detail.target?.setAttribute("aria-busy", "true"));
on("htmx:afterRequest", ({ detail }) => detail.target?.removeAttribute("aria-busy"));
on("htmx:afterSettle", ({ detail }) => {
  // After an outerHTML swap the target is the element that went; its successor has the same id.
  const scope = document.getElementById(detail.target.id) ?? detail.target;
  initAll({ scope });
  sayWhetherWrong();
  // A page may ask that its new heading be read: <h2 data-focus tabindex="-1">.
  scope.querySelector("[data-focus]")?.focus();
  if (scope.id === "alert") scope.firstElementChild?.focus();
});
on("htmx:sendError", () => speak("We could not reach the server. Check your connection and try again."));
on("htmx:responseError", ({ detail }) => {
  speak(detail.xhr.status === 403
    ? "You cannot do that. Reload the page and try again."
    : "Something went wrong and nothing was changed. Reload the page and try again.");
});

function sayWhetherWrong() {
  const wrong = document.querySelector(".govuk-error-summary") !== null;
  const title = document.title.replace(/^Error: /, "");
  document.title = wrong ? `Error: ${title}` : title;
}

function speak(words) {
  const notice = document.createElement("div");
  notice.className = "pprg-notice pprg-notice--refused";
  notice.setAttribute("role", "alert");
  notice.tabIndex = -1;
  notice.append(Object.assign(document.createElement("p"), { textContent: words }));
  document.getElementById("alert").replaceChildren(notice);
  notice.focus();
}
