"""A list as a CSV file that a spreadsheet opens as words, whatever somebody typed into it.

A cell that begins like a formula would be run by the spreadsheet of whoever opens the file. It gets an
apostrophe in front, which spreadsheets read as "this is text" (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

FORMULA = frozenset("=+-@")
_BEGINS = frozenset("\t\r\n")


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with its mark, so that Excel reads accents; every cell in quotes. Numbers stay numbers."""
    text = io.StringIO(newline="")
    sheet = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    sheet.writerow(headers)
    sheet.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe(cell: str | int) -> str:
    """The same words, which no spreadsheet takes for a formula."""
    if isinstance(cell, int):
        return str(cell)
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell[:1] in _BEGINS or _first_seen(cell) in FORMULA else cell


def _first_seen(cell: str) -> str:
    """What it begins with for somebody who looks at it: blanks and invisible letters do not count.

    Wide and small forms of a sign are that sign: some spreadsheets fold them.
    """
    for letter in unicodedata.normalize("NFKC", cell):
        if letter == "\u2212":
            return "-"
        if not letter.isspace() and unicodedata.category(letter)[0] not in "ZC":
            return letter
    return ""
