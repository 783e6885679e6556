"""Plain text and CSV: words that people can read, and nothing that a program would act on."""

from __future__ import annotations

import csv
import re
import unicodedata

from pprg.errors import Refused

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WEB_PAGE = re.compile(
    r"\s*<(!doctype|html|head|body|svg|script|\?xml|hta:|iframe|meta|object)|.*<script\b", re.I | re.S
)
_SCRIPT = re.compile(r"#!|<%|@echo\b|%!ps|\{\\rtf", re.I)
_MAIL = re.compile(r"(?:[A-Z][A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*){3,}\r?\n")
_RUNS = re.compile(r"\s*(?:[=@]|[+-].*[(!|])")
"""A cell that Excel takes for a formula: it may fetch and run. "+44 1632 960100" and "-5" may stay."""
LONGEST_CELL = 1_000_000
MAIL = "This is an e-mail. Print it to a PDF, and send its attachments each on its own."


def look(content: bytes) -> None:
    words = _words(content)
    if words is None:
        raise Refused("This is not text that can be read. Open it in its own program and save it as a PDF.")
    if _WEB_PAGE.match(words):
        raise Refused("This is a web page, not plain text. Print it to a PDF and send that.")
    if _SCRIPT.match(words):
        raise Refused("This holds commands for a computer, not plain text. Send the words as a PDF.")
    if _MAIL.match(words) and "\nMIME-Version:" in words[:20_000]:
        raise Refused(MAIL)


def look_at_table(content: bytes) -> None:
    look(content)
    csv.field_size_limit(LONGEST_CELL)
    try:
        for number, row in enumerate(csv.reader((_words(content) or "").splitlines()), 1):
            for cell in row:
                if _RUNS.match(cell):
                    raise Refused(
                        f"A cell in row {number} begins like a formula, which a spreadsheet would run. "
                        "Put a space or a word in front of it, or send the table as a PDF."
                    )
    except csv.Error:
        raise Refused("This table cannot be read. Save it again as CSV or as an Excel workbook.") from None


def _words(content: bytes) -> str | None:
    """The text, in one of the ways of writing that office programs use; None if it is none."""
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    for name in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            words = content.decode(name)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(words) and _mostly_seen(words):
            return words
    return None


def _mostly_seen(words: str) -> bool:
    """Noise decodes as cp1252 too, into signs that nobody writes."""
    odd = sum(unicodedata.category(sign) in {"Cn", "Co", "Cs"} for sign in words[:10_000])
    return odd * 50 <= len(words[:10_000])
