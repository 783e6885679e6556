"""What could be anyone's: postcodes, numbers, days and references that no identifier of the case names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nhs_number.validate import is_valid

from pprg.publications.disclosure.days import days_written
from pprg.publications.disclosure.folding import Folded
from pprg.publications.disclosure.public import Public

_ADDRESS_OF_A_PAGE = re.compile(r"https?://\S+|www\.\S+")
_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M "
    "ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST "
    "SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(rf"(?<![^\W_])(?:{_AREAS.replace(' ', '|')})\d[A-Z\d]? ?\d[A-Z]{{2}}(?![^\W_])")
_COLOUR = re.compile(r"[0-9A-F]{6}")
_NHS = re.compile(r"(?<![\d\-.])\d{3}[\s\-]?\d{3}[\s\-]?\d{4}(?![\d\-])")
_TELEPHONE = re.compile(
    r"(?<![\d/\-.])(?:(?:\+|00)44[\s()\-]{0,2}0?\)?[\s]?|\(?0(?=[1235789]))\d(?:[\s()\-.]{0,2}\d){8,9}(?!\d)"
)
_MAIL = re.compile(r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+\.[a-z]{2,}")
_CASE = re.compile(r"(?<![^\W_])pprg[\s\-_]{0,2}\d{4}[\s\-_]{0,2}\d{2,4}(?![^\W_])")
_VERB = re.compile(r"(?<![^\W\d_])(?:may|march|mar)(?![^\W\d_])")
"""Months that are other words too when they have no capital: "3 may come"."""
_DRAMA = re.compile(
    r"1632960\d{3}|7700900\d{3}|113496\d{4}|11[4-8]496\d{4}|121496\d{4}|131496\d{4}|141496\d{4}|151496\d{4}"
    r"|161496\d{4}|1914980\d{3}|2079460\d{3}|2890180\d{3}|2920180\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3}"
)
"""Telephone numbers that Ofcom gives to nobody, without the 0 in front."""

Find = tuple[str, int, int]
"""What it is, and from where to where in folded text."""


def finds(text: Folded, public: Public) -> Iterator[Find]:
    # Addresses of pages hold figures of their own, which are nobody's number.
    bare = Folded(_ADDRESS_OF_A_PAGE.sub(_blanked, text.text), text.written, text.at)
    yield from _postcodes(text)
    yield from _numbers(bare, public)
    for found in _CASE.finditer(text.text):
        yield "Case reference", *found.span()
    for found, (year, month, day) in days_written(bare.text):
        known = any(known[1:] == (month, day) and year in {None, known[0]} for known in public.days)
        if not known and not _VERB.search(text.shown(*found.span())):
            yield "Exact day", *found.span()


def _postcodes(text: Folded) -> Iterator[Find]:
    """Written in capitals, as postcodes are; "at 2 am" is none, nor is the colour E36C0A."""
    places = {place: index for index, place in reversed(list(enumerate(text.at)))}
    for found in _POSTCODE.finditer(text.written):
        if not _COLOUR.fullmatch(found[0]):
            yield "Postcode", places[found.start()], places[found.end() - 1] + 1


def _numbers(text: Folded, public: Public) -> Iterator[Find]:
    for found in _TELEPHONE.finditer(text.text):
        figures = re.sub(r"\D", "", found[0]).removeprefix("00").removeprefix("44").removeprefix("0")
        if figures not in public.telephones and not _DRAMA.fullmatch(figures):
            yield "Telephone number", *found.span()
    for found in _NHS.finditer(text.text):
        if is_valid(re.sub(r"\D", "", found[0])):
            yield "Number like an NHS number", *found.span()
    for found in _MAIL.finditer(text.text):
        if found[0].rstrip(".") not in public.mails:
            yield "E-mail address", *found.span()


def _blanked(found: re.Match[str]) -> str:
    return "\0" * len(found[0])
