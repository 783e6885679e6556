// Sends chosen files one after the other and says how far it is: <form data-upload data-largest="25">.
//
// Each file is posted alone with X-Upload: 1. Answered: 204, it is kept; 422, a sentence says why not.
// Without this script the form's own button sends all of them at once and a page answers.
(() => {
  const LOST = "The connection broke. Choose it again.";
  const OLD_PAGE = "This page is out of date, or you signed in again. Reload it and choose it again.";
  const SAID = { 200: OLD_PAGE, 409: OLD_PAGE, 413: "This file is too large. Send it in parts, or ring us." };
  const TROUBLE = "Something went wrong on our side. Choose it again.";
  const make = (tag, more) => Object.assign(document.createElement(tag), more);

  class Row {
    /** One file on its way: its name, a bar, words, and a way to stop it. */
    constructor(list, file) {
      this.file = file;
      this.line = list.appendChild(make("li", {}));
      this.words = make("span", { className: "pprg-quiet", textContent: "Waiting" });
      this.bar = make("progress", { max: 100, value: 0 });
      this.bar.setAttribute("aria-label", `Sent of ${file.name}`);
      this.stop = make("button", { type: "button", className: "pprg-link-button", textContent: "Cancel" });
      this.stop.append(make("span", { className: "govuk-visually-hidden", textContent: ` ${file.name}` }));
      this.stop.addEventListener("click", () => { this.cancelled = true; this.request?.abort(); this.ends("Cancelled"); });
      this.line.append(make("b", { textContent: file.name }), this.bar, this.words, this.stop);
    }

    ends(words, kept = false) {
      this.words.textContent = words;
      this.words.className = kept ? "pprg-quiet" : "pprg-late";
      this.bar.hidden = this.stop.hidden = true;
      this.kept = kept;
    }

    send(form, most) {
      if (this.cancelled) return Promise.resolve();
      if (this.file.size > most) {
        this.ends(`This file is larger than ${most / 1e6} MB. Send it in parts, or ring us about another way.`);
        return Promise.resolve();
      }
      const body = new FormData();
      body.append("csrf_token", form.elements.csrf_token.value);
      body.append(form.querySelector("input[type=file]").name, this.file);
      return new Promise((done) => {
        const request = this.request = new XMLHttpRequest();
        request.upload.onprogress = ({ loaded, total }) => {
          this.bar.value = Math.round((100 * loaded) / total);
          this.words.textContent = loaded < total ? `${this.bar.value} % sent` : "Sent. We are looking into it";
        };
        request.onload = () => { this.answered(request); done(); };
        request.onerror = () => { this.ends(LOST); done(); };
        request.onabort = done;
        request.open("POST", form.action);
        request.setRequestHeader("X-Upload", "1");
        request.send(body);
      });
    }

    answered({ status, responseText }) {
      if (status === 204) this.ends("Kept", true);
      else this.ends(status === 422 ? responseText : SAID[status] ?? TROUBLE);
    }
  }

  async function send(form) {
    const input = form.querySelector("input[type=file]");
    form.querySelector(".pprg-sending")?.remove();
    const place = form.appendChild(make("div", { className: "pprg-sending" }));
    const voice = place.appendChild(make("p", {}));
    voice.setAttribute("role", "status");
    const list = place.appendChild(make("ul", {}));
    const rows = [...input.files].map((file) => new Row(list, file));
    form.dataset.sending = "";
    for (const [number, row] of rows.entries()) {
      voice.textContent = `Sending file ${number + 1} of ${rows.length}`;
      await row.send(form, Number(form.dataset.largest) * 1e6);
    }
    delete form.dataset.sending;
    input.value = "";
    const kept = rows.filter((row) => row.kept).length;
    voice.textContent = kept === rows.length
      ? (kept === 1 ? "Your file is kept." : `All ${kept} files are kept.`)
      : `${kept} of ${rows.length} files kept. Below it says why for the others.`;
    rows.filter((row) => row.kept).forEach((row) => row.line.remove());
    if (kept) htmx.ajax("GET", location.href, { target: "#documents", select: "#documents", swap: "outerHTML" });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-upload]");
    if (!form?.querySelector("input[type=file]").files.length) return;
    event.preventDefault();
    if (!("sending" in form.dataset)) send(form);
  });
})();
