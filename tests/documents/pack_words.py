"""The words of a pack, made up to be long and awkward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pprg.documents.properties import Properties
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_of
from pprg.meetings.packs.content import (
    BlankForm,
    Clock,
    Document,
    Earlier,
    Event,
    Front,
    Heading,
    Invited,
    Item,
    Line,
    Mark,
    Pack,
    Part,
    Process,
    Return,
    Said,
)
from pprg.meetings.states import OPEN_TO, Section
from tests.documents.hard_words import LONG_WORD

HOUSE = "Marlshire Practice Review Group"
FACTS = "[Adult, 79] had not opened the door to the district nurse for three weeks."
ROWS = tuple(
    Event(
        when=f"{day} May 2026",
        what=f"Visit {day}; nobody answered the door.\nA card was left.",
        source="Community nursing (told by Marlshire Hospitals NHS Trust)",
        matters="The first of twenty." if day == 1 else "",
        unread=day == 3,
    )
    for day in range(1, 21)
)


CLOCK = Clock(what="Decide", owner="The chair", due="8 June 2026", stands="Due in 5 days", tone="soon")
REFERRAL = (
    Part(
        "What happened",
        (Said("What happened", (FACTS, "She died in hospital.")), Said("At risk now", ("No",))),
    ),
    Part(
        "The agencies", (Said("Agencies", (), ((Said("Agency", ("Housing",)), Said("Involved", ("Yes",))),)),)
    ),
)
RETURNS = (
    Return(
        agency="NHS Marlshire",
        stands="Returned",
        tone="done",
        words="Returned 1 June 2026.",
        said=(Said("What worked well?", (f"Clear notes. {LONG_WORD}",)),),
        files=("PPRG-2026-001-return-1.pdf",),
    ),
    Return(
        agency="Marlford Housing",
        stands="Late",
        tone="late",
        words="Late: was due 20 May 2026.",
        said=(),
        files=(),
    ),
)
EARLIER = Earlier(
    reference="MAR-L-2024-03",
    title="Marian: when every service closed at once",
    release_id="release",
    themes="Case closure",
    stands="Released 3 March 2025.",
)


def an_item(number: int, **changes: Any) -> Item:
    whole = Item(
        id=f"item-{number}",
        case_id="case",
        referral_id="referral",
        review_id="",
        number=number,
        reference=f"PPRG-2026-0{number:02}",
        label="Adult, 79",
        facts=(("Referred by", "Marlshire Police"), ("Types sought", "Safeguarding Adults Review")),
        asked=("To weigh whether four closures within five weeks show a concern.",),
        asked_by_us=False,
        urgent=number == 1,
        clocks=(CLOCK,),
        referral=REFERRAL,
        documents=(Document(name="1. Chronology", about="12 pages, sent 3 June 2026"),),
        returns=RETURNS,
        chronology=ROWS,
        family=(Said("Does the family know of this referral?", ("Yes",)),),
        processes=(Process(name="Inquest", stands="Open", known="A hearing is listed."),),
        earlier=(EARLIER,),
        notes=("The discharge letter is missing.",),
        forms=(a_form(Route.SAR),),
    )
    return replace(whole, **changes)


def a_form(route: Route) -> BlankForm:
    criteria = criteria_of(route)
    return BlankForm(
        route="Safeguarding Adults Review",
        basis=criteria.basis,
        criteria=criteria.criteria,
        outcomes=tuple(outcome.value for outcome in OPEN_TO[route]),
    )


def a_pack(reader: str = "Pat Panel", at: str = "3 June 2026 at 09:05", *, items: int = 2) -> Pack:
    """Of a meeting with so many open items, between them one that its reader stepped out of."""
    those = tuple(an_item(number) for number in range(1, items + 1))
    lines = [Line(number=one.number, said=one.label, id=one.id, reference=one.reference) for one in those]
    out = Line(number=items + 1, said="You have stepped out of this item.")
    agenda = tuple(
        Heading(place, section.value, (*lines, out) if section == Section.NEW else ())
        for place, section in enumerate(Section, start=1)
    )
    about = Properties(
        title="Pack for the meeting on 8 June 2026",
        subject="For the members of the group",
        author=HOUSE,
        dated=date(2026, 6, 3),
    )
    return Pack(
        title=about.title,
        house=HOUSE,
        marking="OFFICIAL-SENSITIVE",
        mark=Mark(reader=reader, at=at),
        front=Front(
            id="meeting",
            day="8 June 2026",
            facts=(("When", "Monday 8 June 2026, 10:00 to 12:30"), ("Where", "County Hall")),
            agenda=agenda,
            invited=(
                Invited(name="Charlie Chair", agency="Marlshire Safeguarding Partnership", capacity="Chair"),
            ),
        ),
        items=those,
        document=about.plain,
    )
