"""A briefing's words made from a review record, as a sensible author would choose them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pprg.briefings.content import Box, BoxKind, Briefing, Care, Imprint, Line, Statistic, Support

RECORDS = Path(__file__).parents[1] / "records"
NAMES = ("sar-marian", "lcspr-wren", "dhr-rosa")
TYPES = {
    "sar_mandatory": "Safeguarding Adults Review",
    "lcspr": "Local Child Safeguarding Practice Review",
    "dhr": "Domestic Homicide Review",
}
AUDIENCES = {
    "all": "Everyone",
    "adult_social_care": "Adult social care",
    "childrens_social_care": "Children’s social care",
    "health": "Health",
    "primary_care": "General practice",
    "police": "Police",
    "housing": "Housing",
    "education": "Schools and employers",
    "voluntary": "Voluntary sector",
    "midwifery": "Midwifery",
    "health_visiting": "Health visiting and school nursing",
    "early_years": "Early years",
    "probation": "Probation",
}
CHOSEN: dict[str, dict[str, Any]] = {
    "sar-marian": {"facts": (0, 1, 3), "why": (0, 1), "events": (0, 1, 5, 6, 7), "findings": (0, 1, 2, 4)},
    "lcspr-wren": {"facts": (0, 1, 2), "why": (0, 1), "events": (0, 3, 4, 5, 6), "findings": (0, 1, 2, 3)},
    "dhr-rosa": {"facts": (0, 1, 3), "why": (0, 1), "events": (0, 1, 5, 6, 7), "findings": (0, 1, 2, 4)},
}


def record(name: str) -> dict[str, Any]:
    return json.loads((RECORDS / f"{name}.json").read_text(encoding="utf-8"))


def briefing(name: str, *, draft: bool = False) -> Briefing:
    """520 to 680 words of one of the three records."""
    read, chosen = record(name), CHOSEN[name]
    boxes = (
        _person(read, chosen),
        _why(read, chosen),
        _happened(read, chosen),
        _learned(read, chosen),
        Box(
            kind=BoxKind.WORKED,
            heading="What worked",
            lines=tuple(Line(lead=one["role"], text=one["what"]) for one in read["good_practice"]),
        ),
        Box(
            kind=BoxKind.DO_NOW,
            heading="What to do now",
            lines=tuple(
                Line(lead=AUDIENCES[one["audience"]], text=one["action"]) for one in read["what_to_do"][:6]
            ),
        ),
        Box(
            kind=BoxKind.TALK,
            heading="Talk about it",
            lines=tuple(Line(text=one) for one in read["questions"][:3]),
        ),
    )
    made = Briefing(
        imprint=imprint(read, draft=draft),
        care=_care(read),
        boxes=boxes,
        minutes_to_read=3,
        minutes_to_talk=4,
        words=0,
    )
    return replace(made, words=count(made))


def imprint(read: dict[str, Any], *, draft: bool) -> Imprint:
    published = date.fromisoformat(read["published_on"])
    address = f"https://learning.marlshire.example/{read['reference'].lower()}"
    return Imprint(
        organisation="Marlshire Practice Review Group",
        reference=read["reference"],
        review_type=TYPES[read["review_type"]],
        title=read["title"],
        pseudonym=read["pseudonym"],
        published=f"{published:%B %Y}",
        version="draft 3" if draft else "1.0",
        released_on="" if draft else f"{published.day} {published:%B %Y}",
        marking="OFFICIAL-SENSITIVE" if draft else "OFFICIAL",
        contact="Learning team, 01632 960100, learning@example.org",
        hub_address=address,
        use_address=f"{address}/used",
        draft=draft,
    )


def count(words: Briefing) -> int:
    return sum(len(text.split()) for text in texts(words))


def texts(words: Briefing) -> list[str]:
    """Every piece of content in reading order."""
    found = []
    for box in words.boxes:
        found.append(box.heading)
        found += [text for line in box.lines for text in (line.lead, line.text) if text]
        if box.statistic:
            found += [box.statistic.text, box.statistic.source]
    return found


def with_box(words: Briefing, kind: BoxKind, **changes: Any) -> Briefing:
    """The same briefing with one of its boxes changed."""
    return replace(
        words, boxes=tuple(replace(box, **changes) if box.kind is kind else box for box in words.boxes)
    )


def _care(read: dict[str, Any]) -> Care:
    about = " and ".join(warning[0].lower() + warning[1:] for warning in read["content_warnings"])
    help_line = read["support"][0]
    return Care(
        about=tuple(read["content_warnings"]),
        notice=f"This briefing is about {about}. Names and details are changed. "
        f"If it affects you: {help_line['name']}, {help_line['contact']}.",
        support=tuple(Support(**one) for one in read["support"]),
    )


def _person(read: dict[str, Any], chosen: dict[str, Any]) -> Box:
    lines = tuple(Line(text=read["pen_picture"][place]) for place in chosen["facts"])
    return Box(kind=BoxKind.PERSON, heading=f"Who was {read['pseudonym']}?", lines=lines)


def _why(read: dict[str, Any], chosen: dict[str, Any]) -> Box:
    sentences = read["why_reviewed"].split(". ")
    number = read["statistic"]
    counted = date.fromisoformat(number["as_of"])
    return Box(
        kind=BoxKind.WHY,
        heading="Why it matters",
        lines=tuple(Line(text=sentences[place].rstrip(".") + ".") for place in chosen["why"]),
        statistic=Statistic(
            text=number["text"], source=f"{number['source']}, counted to {counted.day} {counted:%B %Y}"
        ),
    )


def _happened(read: dict[str, Any], chosen: dict[str, Any]) -> Box:
    events = [read["what_happened"][place] for place in chosen["events"]]
    lines = tuple(Line(lead=one["when"], text=one["event"]) for one in events)
    return Box(kind=BoxKind.HAPPENED, heading="What happened", lines=lines)


def _learned(read: dict[str, Any], chosen: dict[str, Any]) -> Box:
    findings = [read["findings"][place] for place in chosen["findings"]]
    lines = tuple(Line(lead=one["heading"], text=one["in_practice"]) for one in findings)
    return Box(kind=BoxKind.LEARNED, heading="What we learned", lines=lines)


def without(words: Briefing, *kinds: BoxKind) -> Briefing:
    """The same briefing with boxes left out."""
    return replace(words, boxes=tuple(box for box in words.boxes if box.kind not in kinds))


def said(words: Briefing, **changes: Any) -> Briefing:
    """The same briefing, saying something else of itself."""
    return replace(words, imprint=replace(words.imprint, **changes))
