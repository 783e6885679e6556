"""What in a sentence may be told by its form: who speaks, a passive, a day, a place, a number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*»|(?<!\w)‘(?:[^’]|’(?=\w))*’(?!\w)|(?<!\w)'(?:[^']|'(?=\w))*'(?!\w)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_YEAR = r"(?:,? (?:19|20)\d\d)"
_DAYS = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_YEAR}?"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d){_YEAR}?"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_MONTH_AND_YEAR = re.compile(rf"({_MONTH})\b(?:.*?((?:19|20)\d\d))?")
_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|mine|ours)(?![\w-])")
_BE = r"(?:is|are|was|were|be|been|being|gets?|got)"
_IRREGULAR = (
    "born brought bought built caught chosen done drawn driven fed felt found forgotten given gone heard "
    "held hidden hit hurt kept known laid led left lost made meant met overlooked paid put read said seen "
    "sent set shown shut spoken spent taken taught thought told understood won withdrawn written"
)
_STATES = "born concerned interested tired worried married related divorced retired scared frightened used"
_PASSIVE = re.compile(
    rf"\b{_BE} (?:(?:not|never|also|then|often|only|always|already|later|first|still|well|[a-z]+ly) ){{0,2}}"
    rf"(?!(?:{'|'.join(_STATES.split())})\b)(?:[a-z]{{2,}}(?:[^e]ed|ied)|{'|'.join(_IRREGULAR.split())})\b",
    re.IGNORECASE,
)
_ENDINGS = (
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Court|Crescent|Terrace|Hospital|Infirmary|Surgery|School|Academy|"
    r"College|Park|House|Lodge|Estate|Station|Hostel|Centre|Clinic|Prison|Town|Village|shire)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
_PLACES = re.compile(
    rf"(?:{_CAPITAL} ){{1,3}}{_ENDINGS}\b|\b{_CAPITAL}shire\b"
    rf"|(?:(?<=\bin )|(?<=\bat )|(?<=\bnear )|(?<=\bfrom )){_CAPITAL}(?: {_CAPITAL})*"
)
_NO_PLACE = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Spring",
        "Summer",
        "Autumn",
        "Winter",
        "Christmas",
        "Easter",
        "Ramadan",
        "Diwali",
        "Eid",
        "England",
        "Wales",
        "Scotland",
        "Ireland",
        "Britain",
        "Europe",
        "Parliament",
        "English",
        "Welsh",
        "Polish",
        "Arabic",
        "Urdu",
        "Punjabi",
        "I",
    ]
)
_BODY = re.compile(
    r"\b(?:Act|Board|Partnership|Panel|Council|Review|Service|Services|Group|Guidance|Year|Office)s?\b"
)
_NUMBER = re.compile(
    r"\d+(?:\.\d+)?\s?(?:%|per cent|percent)|\b(?:one|two|three|four|\d+) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b|\b\d{1,3}(?:,\d{3})+\b|\b\d{4,}\b(?<!\b19\d\d)(?<!\b20\d\d)",
    re.IGNORECASE,
)
_SOURCED = re.compile(
    r"according to|source:|\((?:[^)]*\b(?:19|20)\d\d[^)]*)\)|\bfigures? from\b|\bcensus\b", re.IGNORECASE
)


def unquoted(text: str) -> str:
    """The same text, as long as before, with blanks where somebody is quoted."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def days_in(words: str) -> Iterator[tuple[str, str]]:
    """Each exact day, and the month or season that would do."""
    for found in _DAYS.finditer(words):
        named = _MONTH_AND_YEAR.search(found[0])
        yield found[0], f"“{' '.join(filter(None, named.groups()))}”" if named else "the month or the season"


def first_person_in(words: str) -> Iterator[str]:
    return (found[0] for found in _FIRST_PERSON.finditer(words))


def passive_in(sentence: str) -> str:
    """The words that make it passive, if it is."""
    found = _PASSIVE.search(sentence)
    return found[0] if found else ""


def places_in(words: str, *, known: str) -> Iterator[str]:
    """What reads like the name of a place. `known` are public names, which are none: pseudonym and body."""
    names = frozenset(re.findall(r"\w+", known))
    for found in _PLACES.finditer(words):
        parts = set(re.findall(r"[^\W\d_]+", found[0]))
        of_a_body = _BODY.search(words[found.start() : found.end() + 12])
        if not parts <= _NO_PLACE and not parts & names and not found[0].isupper() and not of_a_body:
            yield found[0]


def number_alone_in(sentence: str) -> str:
    """A share or a large number, where the sentence does not say where it is from."""
    found = _NUMBER.search(sentence)
    return found[0] if found and not _SOURCED.search(sentence) else ""
