"""Slide packs made by hand from the three whole records, as a careful author would choose and shorten.

A record holds far more words than a pack may; what is shortened here rests on a line of the record beside it.
"""

from __future__ import annotations

import json
from pathlib import Path

from pprg.briefings.content import Imprint, Line, Notes, Slide, SlideKind, SlidePack

RECORDS = Path(__file__).parents[1] / "records"
NAMES = ("dhr-rosa", "lcspr-wren", "sar-marian")
TYPES = {
    "dhr": "Domestic Homicide Review",
    "lcspr": "Local Child Safeguarding Practice Review",
    "sar_mandatory": "Safeguarding Adults Review",
}
AUDIENCES = {
    "all": "Everyone",
    "adult_social_care": "Adult social care",
    "childrens_social_care": "Children's social care",
    "health": "Health",
    "primary_care": "Primary care",
    "police": "Police",
    "housing": "Housing",
    "education": "Education",
    "voluntary": "Voluntary sector",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip

LABELS = {
    "dhr-rosa": {
        0: "Moves to marry; he keeps her papers",
        1: "Her wages go into his account",
        2: "Police called; risk graded standard",
        5: "Rings for help; a man answers",
        7: "Says she feels “already gone”, and dies",
    },
    "lcspr-wren": {
        0: "Books late; midwife visits every time",
        1: "Assessment starts without Wren's father",
        2: "Couple moves out; assessment ends",
        4: "A bruise is seen and explained",
        6: "Broken bones of different ages are found",
    },
    "sar-marian": {
        0: "Falls in the garden; stops going out",
        1: "Neighbour raises concern; case closed after one call",
        4: "Hospital: infected leg, weight loss, confusion",
        6: "Four services close her case",
        7: "Found dead in an unheated room",
    },
}
"""Author's short labels for the timeline, by place in the record; the first and the last event are in."""

LEARNED = {
    "dhr-rosa": [
        ("Six contacts were read as six separate events", "Look back two years before you grade."),
        ("Every route to help ran through something he could see", "Agree a safe way and time."),
        ("Suicide risk and domestic abuse were assessed apart", "Ask about both, in plain words."),
    ],
    "lcspr-wren": [
        ("A bruise was explained, not explored", "Not crawling? A mark means a call today."),
        ("Wren's father was in the room but not in the records", "Offer every father a visit."),
        ("Support stopped when pressure rose", "Plan for six weeks ahead, not today."),
    ],
    "sar-marian": [
        ("Four services closed within five weeks", "Ring the others before you close."),
        ("“I'm managing” was heard as a decision", "Ask to be shown, as well as told."),
        ("Everyone was worried and nobody called the meeting", "Three worried? Book it."),
    ],
}
"""The short pack's third slide: three findings, each with what good looks like."""


def record(name: str) -> dict:
    return json.loads((RECORDS / f"{name}.json").read_text("utf-8"))


def imprint(name: str, *, draft: bool = False) -> Imprint:
    words = record(name)
    year, month, _ = words["published_on"].split("-")
    published = f"{MONTHS[int(month) - 1]} {year}"
    return Imprint(
        organisation="Marlshire Practice Review Group",
        reference=words["reference"],
        review_type=TYPES[words["review_type"]],
        title=words["title"],
        pseudonym=words["pseudonym"],
        published=published,
        version="draft 3" if draft else "1.0",
        released_on="" if draft else f"24 {published}",
        marking="OFFICIAL-SENSITIVE" if draft else "OFFICIAL",
        contact="learning@example.org",
        hub_address=f"https://learning.example.org/reviews/{words['reference']}",
        use_address=f"https://learning.example.org/use/{words['reference']}",
        draft=draft,
    )


def short_slides(name: str, *, draft: bool = False) -> SlidePack:
    """Four slides for a seven-minute slot."""
    words = record(name)
    who = words["pseudonym"]
    slides = (
        Slide(
            kind=SlideKind.PERSON,
            title=f"Who {'is' if name == 'lcspr-wren' else 'was'} {who}?",
            lines=_lines(words["pen_picture"][:2]),
            care=_care(words) + " You may step out at any time.",
            notes=Notes(
                say="\n".join(words["pen_picture"]), time="1 minute",
                avoid="Do not guess who the family is, and do not look for them.",
            ),
        ),
        Slide(
            kind=SlideKind.TIMELINE, title="What happened", lines=_events(name, words),
            notes=_story(words),
        ),
        Slide(
            kind=SlideKind.LIST, title="What we learned, and what good looks like",
            lines=tuple(Line(lead=heading, text=good) for heading, good in LEARNED[name]),
            notes=Notes(say=words["findings"][0]["what"], ask=words["questions"][1], time="3 minutes",
                        avoid="Blame: each decision made sense to whoever made it."),
        ),
        Slide(
            kind=SlideKind.COMMITMENT, title="One change we will make", question=words["questions"][0],
            notes=Notes(say="Ask for one change, small enough to start this week.", ask=words["questions"][0],
                        time="2 minutes", avoid="A list. One change that happens beats five that do not."),
        ),
    )  # fmt: skip
    return SlidePack(imprint=imprint(name, draft=draft), name="Short slides", slides=slides)


def team_slides(name: str, *, draft: bool = False) -> SlidePack:
    """About twelve slides and an appendix, with speaker notes, for half an hour."""
    words = record(name)
    who = words["pseudonym"]
    was = "is" if name == "lcspr-wren" else "was"
    slides = (
        Slide(
            kind=SlideKind.TITLE, title=who, lines=_lines([_capital(words["title"].split(": ", 1)[1])]),
            notes=Notes(say=f"Welcome. {words['one_line']}", time="1 minute",
                        avoid="Names of people or places that you may know."),
        ),
        Slide(
            kind=SlideKind.CARE, title="Before we start",
            lines=_lines([_care(words), "You may step out at any time.",
                          f"{words['support'][0]['name']}: {words['support'][0]['contact']}"]),
            notes=Notes(say="Some of us will have met this, at work or at home.", time="1 minute"),
        ),
        Slide(
            kind=SlideKind.PERSON, title=f"Who {was} {who}?", lines=_lines(words["pen_picture"][:3]),
            notes=Notes(say=words["lived_experience"], time="2 minutes", avoid="Hurrying. Pause at the end."),
        ),
        Slide(
            kind=SlideKind.STATEMENT, title="Why it matters here", lines=_lines([words["statistic"]["text"]]),
            source=f"{words['statistic']['source']}, counted on 31 March 2024",
            notes=Notes(say=words["why_reviewed"], time="2 minutes", avoid="Guessing who is to blame."),
        ),
        Slide(
            kind=SlideKind.TIMELINE, title="What happened", lines=_events(name, words),
            notes=_story(words),
        ),
        Slide(
            kind=SlideKind.LIST, title="What worked",
            lines=tuple(Line(lead=part["role"], text=part["what"]) for part in words["good_practice"][:3]),
            notes=Notes(say="Start with what people did well.", ask="Who does this here?", time="2 minutes"),
        ),
        *(_finding(part, words["questions"][place]) for place, part in enumerate(words["findings"][:3])),
        Slide(
            kind=SlideKind.ACTIONS, title="What changes now",
            lines=_actions(words),
            notes=Notes(say="Find your own line first, then the one for everyone.", time="3 minutes"),
        ),
        Slide(
            kind=SlideKind.QUESTION, title="In our team", lines=_lines(words["questions"][-1:]),
            clock="5 minutes, in pairs",
            notes=Notes(say="Talk in pairs, then one thing from each pair.", ask=words["questions"][-1],
                        time="10 minutes", avoid="Filling the silence."),
        ),
        Slide(
            kind=SlideKind.COMMITMENT, title="One change we will make",
            notes=Notes(say="Type it in here, so that all can see it.", time="3 minutes"),
        ),
        Slide(
            kind=SlideKind.LIST, title="For supervision, one to one", appendix=True,
            lines=_lines(words["supervision_prompts"]),
            notes=Notes(say="For one-to-one supervision; not for the meeting.", time="As long as it takes"),
        ),
        Slide(
            kind=SlideKind.HELP, title="Help and further reading", appendix=True,
            lines=tuple(Line(lead=part["name"], text=part["contact"]) for part in words["support"]),
            notes=Notes(say="Leave this on the screen while people go.", time=""),
        ),
    )  # fmt: skip
    return SlidePack(imprint=imprint(name, draft=draft), name="Team meeting slides", slides=slides)


def _finding(finding: dict, question: str) -> Slide:
    return Slide(
        kind=SlideKind.FINDING,
        title=finding["heading"],
        lines=(Line(lead="In practice", text=finding["in_practice"]),),
        question=question,
        notes=Notes(say=f"{finding['what']}\n{finding['why']}", ask=question, time="2 minutes"),
    )


def _events(name: str, words: dict) -> tuple[Line, ...]:
    happened = words["what_happened"]
    return tuple(Line(lead=happened[place]["when"], text=label) for place, label in LABELS[name].items())


def _actions(words: dict) -> tuple[Line, ...]:
    return tuple(Line(lead=AUDIENCES[part["audience"]], text=part["action"]) for part in words["what_to_do"])


def _story(words: dict) -> Notes:
    story = "\n".join(f"{part['when']}: {part['event']}" for part in words["what_happened"])
    ask = "Where could support have changed this?"
    return Notes(say=story, ask=ask, time="2 minutes", avoid="Adding details.")


def _care(words: dict) -> str:
    about = [warning[:1].lower() + warning[1:] for warning in words["content_warnings"]]
    return f"This is about {' and '.join(about)}. Names are changed."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lines(texts: list[str]) -> tuple[Line, ...]:
    return tuple(Line(text=text) for text in texts)
