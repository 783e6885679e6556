"""Records that somebody could hand in: anything that keeps to the hard limits, short, long and awkward."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as some

from pprg.guidance.codes import Audience, ReviewType
from pprg.publications.record import LearningRecord, check_words

AWKWARD = (
    "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, 👩\u200d👧, {% raw %}, <br>, &nbsp;, "
    "C:\\temp\\x, =1+1, @me, https://example.org/?a=1&b=2, Łódź, Siân, سلمى بنت, no\u00a0break, — dash"
)
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochau"

_letters = some.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"])
_word = some.text(_letters, min_size=1, max_size=12).filter(lambda word: word.strip())
_ends = some.sampled_from(["", ".", "?", "!", ".”", "…", ";"])


def _said(most: int, least: int = 1) -> some.SearchStrategy[str]:
    """Up to so many words; now and then the awkward ones, or as many as there may be."""
    words = some.lists(_word, min_size=least, max_size=min(most, 12))
    usual = some.builds(lambda said, end: " ".join(said) + end, words, _ends)
    usual = usual.filter(lambda text: bool(text.split()) and len(text.split()) <= most)
    whole = some.just(" ".join([LONG_WORD, *["word"] * (most - 1)]))
    awkward = [some.just(AWKWARD)] if most >= len(AWKWARD.split()) else []
    return some.one_of(usual, whole, *awkward)


def _several(said: some.SearchStrategy[Any], most: int) -> some.SearchStrategy[list[Any]]:
    return some.lists(said, max_size=most)


_LINE = _said(100)
_DAY = some.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")


def _things(**fields: some.SearchStrategy[Any]) -> some.SearchStrategy[dict[str, Any]]:
    return some.fixed_dictionaries(fields)


_FINDING = _things(heading=_said(90), what=_LINE, why=_LINE, in_practice=_LINE)


def _numbered(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        one | {"ref": f"F{n}", "themes": [], "report_paragraphs": []} for n, one in enumerate(findings, 1)
    ]


def records() -> some.SearchStrategy[LearningRecord]:
    return _things(
        reference=some.just("MAR-L-2026-01"),
        review_type=some.sampled_from(sorted(set(ReviewType) - {ReviewType.GOOD_PRACTICE})).map(str),
        title=_said(20).map(lambda text: text[:200].strip() or "A title"),
        pseudonym=_said(5).map(lambda text: text[:60].strip() or "Rowan"),
        one_line=_said(60),
        published_on=_DAY,
        period_covered=_said(30) | some.just(""),
        commissioned_by=_said(40),
        lead_reviewer=_said(40) | some.just(""),
        method=_said(60) | some.just(""),
        pen_picture=_several(_LINE, 8),
        why_reviewed=_said(400),
        statistic=some.none() | _things(text=_said(60), source=_said(60), as_of=_DAY),
        what_happened=_several(
            _things(when=_said(12), event=_said(80), short=some.just("") | _said(8)), 12
        ),
        lived_experience=_said(450) | some.just(""),
        findings=_several(_FINDING, 10).map(_numbered),
        good_practice=_several(_things(role=_said(30), what=_LINE), 8),
        what_to_do=_several(
            _things(audience=some.sampled_from([one.value for one in Audience]), action=_LINE), 12
        ),
        questions=_several(_LINE, 8),
        supervision_prompts=_several(_LINE, 10),
        recommendations=some.just([]),
        changes_already_made=_several(_things(agency=_said(40), change=_LINE), 10),
        themes=some.just([]),
        keywords=some.just([]),
        content_warnings=_several(_LINE, 6),
        support=_several(_things(name=_said(40), contact=_said(40)), 8),
        report=some.none() | some.just({"file_name": "report.pdf", "pages": 1}),
    ).map(check_words)  # fmt: skip
