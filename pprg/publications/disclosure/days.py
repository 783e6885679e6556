"""Every way in which a day may be written, and days of the calendar that no identifier names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pprg.publications.disclosure.folding import folded
from pprg.publications.disclosure.marks import Mark, Weight
from pprg.publications.disclosure.words import MONTHS

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth",
    "thirtieth", "thirty-first",
)  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_MONTH = "|".join([*MONTHS, "sept", *(name[:3] for name in MONTHS)])
_FREE, _END = r"(?<![^\W_])", r"(?![^\W_])"
_TH = r"(?:st|nd|rd|th)?"
_MORE_DAYS = rf"(?:\s?(?:-|to|and|or|&|/|,)\s?\d{{1,2}}{_TH}){{0,3}}"
_BETWEEN = r"[\s,.\-]{0,2}(?:day[\s\-])?(?:of[\s\-])?"
_GAP = r"[.,]?[\s,\-]{0,2}"


def marks_of_day(said: str, kind: str, *, whose: str = "") -> Iterator[Mark]:
    """A day given as 2023-02-06 or 06/02/2023. Less than a day is no mark: months and years are public."""
    when = day_of(said)
    if when is None:
        return
    with_year, without = _in_words(when)
    month = MONTHS[when.month - 1][:3]
    yield Mark(kind, whose, re.compile(with_year), Weight.SURE, needle=month)
    yield Mark(kind, whose, re.compile(_in_figures(when)), Weight.SURE, needle=str(when.day))
    yield Mark(f"{kind}, without its year", whose, re.compile(without), Weight.POSSIBLE, needle=month)


def day_of(said: str) -> date | None:
    """The day that is meant, if it is one."""
    plain = folded(said)
    for pattern, order in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", (0, 1, 2)),
        (r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", (2, 1, 0)),
    ):
        if found := re.search(pattern, plain):
            numbers = [int(found.groups()[place]) for place in order]
            return _real(*numbers)
    if found := re.search(rf"(\d{{1,2}}){_TH}\s(?:of\s)?({_MONTH})\s(\d{{4}})", plain):
        return _real(int(found[3]), _SHORT[found[2][:3]], int(found[1]))
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(when: date) -> tuple[str, str]:
    """6 February 2023, Feb 6th 2023, the sixth of February; with the year, and without any."""
    name = MONTHS[when.month - 1]
    short = "sept?" if when.month == 9 else name[:3]
    month, ordinal = rf"(?:{name}|{short})", _ORDINALS[when.day - 1].replace("-", r"[- ]")
    day = rf"(?:0?{when.day}{_TH}|{ordinal})"
    either = rf"(?:{day}{_MORE_DAYS}{_BETWEEN}{month}|{month}{_GAP}(?:the\s)?{day}{_MORE_DAYS})"
    year = rf"{_GAP}(?:in\s)?(?<!\d)(?:{when.year}|'?{when.year % 100:02})"
    other_year = r"(?![.,]?[\s,\-]{0,2}'?\d{2}(?:\d{2})?(?!\d))"
    return f"{_FREE}{either}{year}{_END}", f"{_FREE}{either}{_END}{other_year}"


def _in_figures(when: date) -> str:
    """06/02/2023, 6.2.23, 2023-02-06, 20230206, and the order used across the sea."""
    day, month, year = rf"0?{when.day}", rf"0?{when.month}", rf"(?:{when.year}|{when.year % 100:02})"
    mark = r"\s?[/.\-\s]\s?"
    forms = [
        rf"{day}{mark}{month}{mark}{year}",
        rf"{month}{mark}{day}{mark}{when.year}",
        rf"{when.year}{mark}{month}{mark}{day}(?=t\d|{_END})",
        f"{when:%Y%m%d}",
        f"{when:%d%m%Y}",
    ]
    return rf"(?<![\d/])(?:{'|'.join(forms)})(?!\d)"


_ANY_DAY = re.compile(
    rf"{_FREE}(?P<d1>\d{{1,2}}){_TH}{_BETWEEN}(?P<m1>{_MONTH}){_END}(?:{_GAP}(?P<y1>\d{{4}}){_END})?"
    rf"|{_FREE}(?P<m2>{_MONTH})[.,]?\s(?:the\s)?(?P<d2>\d{{1,2}})(?:(?:st|nd|rd|th){_END}|,?\s(?P<y2>\d{{4}}){_END})"
    r"|(?<![\d/.\-])(?P<d3>\d{1,2})(?P<s3>[/.])(?P<m3>\d{1,2})(?P=s3)(?P<y3>\d{4}|\d{2})(?![\d/.]\d|\d)"
    r"|(?<![\d/\-])(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})(?!\d|-\d|t\d\d:)"
)


def days_written(text: str) -> Iterator[tuple[re.Match[str], tuple[int | None, int, int]]]:
    """Every day of the calendar in folded text, as (year if said, month, day). Not a program's clock."""
    for found in _ANY_DAY.finditer(text):
        said = {name[0]: value for name, value in found.groupdict().items() if value and name[0] in "dmy"}
        month = int(said["m"]) if said["m"].isdigit() else _SHORT[said["m"][:3]]
        year = int(said["y"]) if "y" in said else None
        if year is not None and year < 100:
            year += 2000
        if _real(year or 2024, month, int(said["d"])):
            yield found, (year, month, int(said["d"]))
