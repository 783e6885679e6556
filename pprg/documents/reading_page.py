"""Every word of a web page: what is seen, what is said to screen readers, and what only the source shows."""

from __future__ import annotations

from html.parser import HTMLParser

from pprg.documents.places import CannotRead, Place

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "legend", "li", "link", "main", "meta", "nav", "ol", "option", "p", "pre",
    "script", "section", "select", "style", "summary", "table", "tbody", "td", "template", "textarea",
    "tfoot", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
"""Elements that end one stretch of words and begin another; all others only mark a part of it."""
_UNSEEN = {"title": "Title of the page", "script": "Script", "style": "Style sheet"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SAID = {
    "alt": "Alternative text of a picture",
    "title": "Tip shown on pointing",
    "aria-label": "Label for screen readers",
    "aria-description": "Description for screen readers",
    "content": "Description for search engines",
    "href": "Address of a link",
    "src": "Address of a picture",
    "value": "Value of a field",
    "placeholder": "Hint in a field",
    "datetime": "Date behind the words",
    "cite": "Source of a quotation",
}


def places(file: bytes) -> list[Place]:
    try:
        text = file.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotRead("The page is not in UTF-8, so its words cannot be trusted.") from None
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.places()


class _Reader(HTMLParser):
    """Joins what stands in one block, however many elements mark parts of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Place] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._under = ""

    def places(self) -> list[Place]:
        self._end_block()
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in _UNSEEN or tag in _HEADINGS:
            self._open.append(tag)
        for name, value in attrs:
            if value and value.strip():
                self._found.append(Place(_SAID.get(name, f"Attribute “{name}” in the source"), None, value))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self._found.append(Place("Comment in the source", None, data))

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._found.append(Place("Declaration in the source", None, decl))

    def handle_pi(self, data: str) -> None:
        self._found.append(Place("Instruction in the source", None, data))

    def unknown_decl(self, data: str) -> None:
        self._found.append(Place("Declaration in the source", None, data))

    def _end_block(self) -> None:
        text = " ".join("".join(self._words).split(" ")).strip()
        self._words.clear()
        if not text:
            return
        tag = self._open[-1] if self._open else ""
        if tag in _HEADINGS:
            self._under = text
        where = _UNSEEN.get(tag) or ("Heading" if tag in _HEADINGS else self._where())
        self._found.append(Place(where, None, text))

    def _where(self) -> str:
        return f"Under “{self._under}”" if self._under else "At the top of the page"
