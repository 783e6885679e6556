"""A slide pack drawn in the house template, or in a partnership's own: `pack`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pprg.briefings.content import Imprint, Notes, Slide, SlideKind, SlidePack
from pprg.briefings.drawing import slide_kinds as kinds
from pprg.briefings.drawing import slide_tables as tables
from pprg.briefings.drawing import slide_titles as titles
from pprg.briefings.drawing.fitting import told_apart_by
from pprg.briefings.drawing.slide_flow import MM, Step
from pprg.briefings.drawing.slide_kinds import Page
from pprg.briefings.drawing.slide_timeline import timeline
from pprg.documents import slides
from pprg.documents.lettering import printable
from pprg.documents.measuring import Block, Font, fits, height, largest
from pprg.documents.properties import Properties
from pprg.documents.sheets import Deck, Frame, Room, Sheet, TemplateLacks

HOUSE = Path(__file__).parents[3] / "briefing_templates" / "slides.pptx"
FURNITURE = frozenset({"Title", "Footer", "Slide number"})
BOXES = {
    "Title": FURNITURE | {"Eyebrow", "Body", "Source"},
    **{
        layout: FURNITURE | {"Eyebrow", "Body", "Question", "Source"}
        for layout in ("Care", "Statement", "Finding", "List")
    },
    "Help": FURNITURE | {"Eyebrow", "Body", "Question", "Source", "Code"},
    "Person": FURNITURE | {"Eyebrow", "Body", "Care", "Question", "Source"},
    "Timeline": FURNITURE | {"Eyebrow", "Table", "Question", "Source"},
    "Actions": FURNITURE | {"Eyebrow", "Table", "Question", "Source"},
    "Question": FURNITURE | {"Body", "Question"},
    "Commitment": FURNITURE | {"Eyebrow", "Table", "Question", "Body", "Code"},
}
"""Layout name -> the boxes it must have, as named in PowerPoint's Selection Pane."""

DRAWN: dict[SlideKind, Callable[[Slide, Room, Imprint], list[Page]]] = {
    SlideKind.TITLE: kinds.title,
    SlideKind.CARE: kinds.care,
    SlideKind.PERSON: kinds.person,
    SlideKind.STATEMENT: kinds.statement,
    SlideKind.TIMELINE: timeline,
    SlideKind.FINDING: kinds.finding,
    SlideKind.LIST: kinds.listed,
    SlideKind.ACTIONS: tables.actions,
    SlideKind.QUESTION: kinds.question,
    SlideKind.COMMITMENT: tables.commitment,
    SlideKind.HELP: kinds.helping,
}
STILL = frozenset({"Title", "Question"})
"""Layouts that keep their place whatever their title's length."""
RISING = frozenset(
    (layout, box)
    for layout, boxes in BOXES.items()
    for box in boxes & {"Body", "Table", "Question"}
    if layout not in STILL and (layout, box) != ("Commitment", "Body")
)
RISE = 15 * MM
SMALL_PRINT = (Step(18, 22, 0), Step(16, 20, 0), Step(14, 17, 0), Step(12, 15, 0))
NOTES = (Step(12, 16, 6), Step(11, 14, 5), Step(10, 12.5, 4), Step(9, 11, 3))


@dataclass(frozen=True)
class Rooms:
    """A template as it is, and with the places under the title higher up."""

    still: Room
    risen: Room


def pack(words: SlidePack, template: Path | None = None) -> bytes:
    """The file. Same words and template, same bytes.

    Raises TemplateLacks, in words for whoever made it, if the template cannot be used.
    """
    house = (template or HOUSE).read_bytes()
    if lacking := slides.missing_boxes(house, BOXES):
        raise TemplateLacks(" ".join(lacking))
    rooms, taken = _rooms(house), set[str]()
    sheets = tuple(
        sheet
        for place, slide in enumerate(words.slides)
        for sheet in _sheets(slide, place == 0, words, rooms, taken)
    )
    return slides.write(Deck(sheets=sheets, about=_about(words)), house)


def spread(words: SlidePack, template: Path | None = None) -> list[int]:
    """Over how many sheets each slide will go, without making the file."""
    rooms, taken = _rooms((template or HOUSE).read_bytes()), set[str]()
    return [len(_named(slide, words, rooms, taken)) for slide in words.slides]


def _rooms(template: bytes) -> Rooms:
    room = slides.room(template)
    return Rooms(still=room, risen=room.raised(RISING, RISE))


def missing_boxes(template: Path) -> list[str]:
    """What a partnership's template lacks, in words that the office can act on. Empty means usable."""
    return slides.missing_boxes(template.read_bytes(), BOXES)


def _sheets(slide: Slide, first: bool, pack: SlidePack, rooms: Rooms, taken: set[str]) -> Iterator[Sheet]:
    for place, (page, heading) in enumerate(_named(slide, pack, rooms, taken)):
        yield Sheet(
            layout=page.layout,
            boxes={
                **page.boxes,
                "Title": heading,
                **_edges(slide, page, first and place == 0, pack, rooms.still),
            },
            frames=page.frames,
            marks=page.marks,
            notes=_notes(slide.notes, rooms.still.notes, continued=place > 0),
            section="Appendix" if slide.appendix else pack.name,
        )


def _named(
    slide: Slide, pack: SlidePack, rooms: Rooms, taken: set[str]
) -> list[tuple[Page, tuple[Block, ...]]]:
    """The pages with their titles. Under titles of one line the rest moves up, not to hang in the air."""
    for by, room in ((RISE, rooms.risen), (0.0, rooms.still)):
        parts = kinds.with_room(slide, room)
        pages = [page for part in parts for page in DRAWN[part.kind](part, room, pack.imprint)]
        lowered = [_under_a_lower_title(page, rooms.still, by) for page in pages]
        found = titles.named(slide, lowered, pack, rooms.still, taken)
        if all(titles.stands_in_one_line(heading, rooms.still) for _, heading in found):
            break
    taken.update(heading[0].text for _, heading in found)
    return found


def _under_a_lower_title(page: Page, room: Room, by: float) -> Page:
    """The title's box ends where what rose begins: no two boxes stand on each other."""
    if not by or page.layout in STILL:
        return page
    whole = room.frame(page.layout, "Title")
    return replace(page, frames={**page.frames, "Title": replace(whole, height=whole.height - by)})


def _edges(
    slide: Slide, page: Page, first: bool, pack: SlidePack, room: Room
) -> dict[str, tuple[Block, ...]]:
    """At the rim: whose it is on the first slide, "Appendix" where it is one, the imprint at the foot."""
    imprint = pack.imprint
    edges = {"Footer": _small(_footer(imprint), page.layout, "Footer", room, bold=imprint.draft)}
    whose = _joined(imprint.organisation, imprint.review_type) if first else ""
    eyebrow = "Appendix" if slide.appendix else whose or slide.eyebrow
    if page.layout == "Title":
        state = "Draft: not released for use" if imprint.draft else ""
        about = [_joined(imprint.review_type, imprint.published), state]
        edges["Eyebrow"] = _small(imprint.organisation, "Title", "Eyebrow", room)
        edges["Source"] = _small("\n".join(filter(None, about)), "Title", "Source", room)
    elif eyebrow and page.layout != "Question":
        edges["Eyebrow"] = _small(eyebrow, page.layout, "Eyebrow", room)
    return {box: blocks for box, blocks in edges.items() if blocks}


def _footer(imprint: Imprint) -> str:
    """Draft first, where it is one: the version then says so itself ("draft 3")."""
    version = printable(imprint.version).strip()
    if not imprint.draft:
        version = f"version {version}" if version else ""
        return _joined(imprint.reference, version, imprint.released_on, imprint.marking, imprint.fingerprint)
    state = (
        version[:1].upper() + version[1:]
        if version.lower().startswith("draft")
        else _joined("Draft", version)
    )
    return _joined(state, imprint.reference, imprint.marking, imprint.fingerprint)


def _small(text: str, layout: str, box: str, room: Room, *, bold: bool = False) -> tuple[Block, ...]:
    """Small print of 18 points; smaller only where somebody's reference is longer than a line."""
    frame = room.frame(layout, box)
    font = Font.BOLD if bold or (layout, box) == ("Title", "Eyebrow") else Font.REGULAR
    text = printable(text).strip()
    for step in SMALL_PRINT:
        if fits(text, font, step.size, frame.width, frame.height + 0.5, step.leading / step.size):
            break
    return (Block(text, step.size, step.leading, font),) if text else ()


def _notes(notes: Notes, page: Frame, *, continued: bool) -> tuple[Block, ...]:
    """What the presenter sees, each part under its label, at a size that the printed page holds."""
    parts = [("Say", notes.say), ("Ask", notes.ask), ("Time", notes.time), ("Avoid", notes.avoid)]
    there = [(label, printable(text).strip()) for label, text in parts if printable(text).strip()]
    if continued and there:
        there.insert(0, ("Continued", "This slide goes on from the one before. The notes are for both."))

    def blocks(step: Step) -> tuple[Block, ...]:
        found: list[Block] = []
        for label, text in there:
            found.append(Block(label, step.size, step.leading, Font.BOLD, step.gap))
            found += (Block(line, step.size, step.leading) for line in text.split("\n") if line.strip())
        return tuple(found)

    sizes = {step.size: step for step in NOTES}
    size = largest(tuple(sizes), lambda size: height(blocks(sizes[size]), page.width) <= page.height)
    return blocks(sizes[size] if size else NOTES[-1])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in (printable(part).strip() for part in parts) if part)


def _about(words: SlidePack) -> Properties:
    imprint = words.imprint
    return Properties(
        title=f"{imprint.title}: {words.name.lower()}" if imprint.title else words.name,
        subject=_joined(imprint.review_type, imprint.reference, _footer(imprint)),
        author=imprint.organisation,
        keywords=told_apart_by(imprint),
    )
