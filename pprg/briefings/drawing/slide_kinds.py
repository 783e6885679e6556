"""How each kind of slide that is words alone is laid out. Tables and the timeline have files of their own.

Where words need more room than a slide has, a kind answers with several pages. Titles, footers and notes
are the same for all kinds and are seen to in `slides`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pprg.briefings.content import Imprint, Line, Slide, SlideKind
from pprg.briefings.drawing.slide_flow import (
    ACCENT,
    BIG_QUESTION,
    BODY,
    FACTS,
    HELP,
    LISTED,
    MM,
    PRACTICE,
    STATEMENT,
    WORDS,
    Step,
    flow,
    said,
)  # fmt: skip
from pprg.documents import codes
from pprg.documents.measuring import Block, height
from pprg.documents.sheets import Frame, Mark, Picture, Room, Table

SMALL = Step(18, 22, 0)
SMALL_LEAD = Step(18, 26, 0)
CLOCK = Step(20, 26, 0)
ASKED = (Step(24, 31, 0), Step(22, 28, 0), Step(20, 26, 0))
CARE = Step(20, 26, 0)
GAP = 8 * MM
PANEL = 62 * MM
"""A panel is this tall at least, so that one finding looks like the next."""
RULE = 1.2 * MM
"""The accent rule that stands at the left of what is set apart."""
CLOSE = 5 * MM
FOOTLESS = frozenset({SlideKind.TITLE, SlideKind.QUESTION, SlideKind.COMMITMENT})
"""Kinds whose layout keeps no place for small print."""
TO_TYPE_IN = 124.0
"""Points of height that a table with three empty rows needs."""
FOOT = 90.0
"""Points of height that a question or small print may take at the foot of a slide."""


@dataclass(frozen=True)
class Page:
    """One slide of a kind, still without its title, footer and notes."""

    layout: str
    boxes: Mapping[str, tuple[Block, ...] | Table | Picture] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def having(
        self, box: str, filling: tuple[Block, ...] | Table | Picture, frame: Frame, *marks: Mark
    ) -> Page:
        """The same page with one more box on it."""
        return replace(
            self,
            boxes={**self.boxes, box: filling},
            frames={**self.frames, box: frame},
            marks=(*self.marks, *marks),
        )


@dataclass(frozen=True)
class Ground:
    """The area that is left to the rest, and a page on which the foot of the slide already stands."""

    area: Frame
    page: Page


def with_room(slide: Slide, room: Room) -> list[Slide]:
    """The slide, with what its layout has no place for, or too little, on slides before and after it."""
    wide = room.frame("Statement", "Body").width - 8 * MM
    before: list[Slide] = []
    after: list[Slide] = []
    if slide.care and not (slide.kind is SlideKind.PERSON and _holds(_small(slide.care, CARE), wide, FOOT)):
        after.append(apart(slide, SlideKind.CARE, Line(text=slide.care)))
        slide = replace(slide, care="")
    if slide.source and (slide.kind in FOOTLESS or not _holds(_small(slide.source, SMALL), wide, FOOT)):
        slide = replace(slide, lines=(*slide.lines, Line(text=slide.source)), source="")
    if slide.kind is not SlideKind.QUESTION and not _has_place_to_ask(slide, room, wide):
        # Before a commitment: first the talk, then what comes of it.
        side = before if slide.kind is SlideKind.COMMITMENT else after
        side.append(replace(apart(slide, SlideKind.QUESTION), question=slide.question, clock=slide.clock))
        slide = replace(slide, question="", clock="")
    if slide.kind is SlideKind.COMMITMENT and said(slide.lines):
        before.append(apart(slide, SlideKind.LIST, *slide.lines))
    return [*before, slide, *after]


def apart(slide: Slide, kind: SlideKind, *lines: Line) -> Slide:
    """A slide for those lines alone, with the title and the notes of the one that they come from."""
    return replace(slide, kind=kind, lines=lines, question="", clock="", source="", care="")


def _has_place_to_ask(slide: Slide, room: Room, wide: float) -> bool:
    words = asked(slide, wide)
    return not words or (slide.kind is not SlideKind.TITLE and _holds(words, wide, asking_room(slide, room)))


def asking_room(slide: Slide, room: Room) -> float:
    """The height that a question may take. On a slide with a table to type in, the table comes first."""
    if slide.kind is not SlideKind.COMMITMENT:
        return FOOT
    whole = room.frame("Commitment", "Table").bottom - room.frame("Commitment", "Question").top
    return whole - TO_TYPE_IN - CLOSE


def asked(slide: Slide, wide: float, tall: float = FOOT) -> tuple[Block, ...]:
    """The question as large as its place allows, and the clock under it."""
    clock = [Block(line.text, 18, 24, before=4, colour="tx2") for line in said([Line(text=slide.clock)])]
    question = said([Line(text=slide.question)])
    for step in ASKED:
        blocks = (*step.paragraphs(question), *clock)
        if height(blocks, wide) <= tall:
            break
    return blocks


def title(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """The name stands in the title; the theme under it."""
    theme = flow(slide.lines, room.frame("Title", "Body"), (Step(28, 36, 8), *BODY))
    if len(theme) > 1:
        return [Page("Title"), *statement(replace(slide, source="", question=""), room, _)]
    return [Page("Title", {"Body": plain(blocks)}) for blocks in theme] or [Page("Title")]


def person(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """A few facts in large letters with much air between them, and no bullets."""
    return _lines(slide, room, "Person", FACTS)


def statement(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """A sentence or two, large, set beside the accent rule a little above the middle."""
    stand = ground(slide, room, "Statement")
    free = replace(stand.area, left=stand.area.left + 8 * MM, width=stand.area.width - 8 * MM)
    pages = []
    for blocks in flow(slide.lines, free, STATEMENT, words=_words(slide)):
        tall = height(blocks, free.width)
        frame = replace(free, top=free.top + 0.3 * (free.height - tall), height=tall)
        pages.append(stand.page.having("Body", blocks, frame, _rule(stand.area.left, frame)))
    return pages or [stand.page]


def listed(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    return _lines(slide, room, "List", LISTED if any(line.lead for line in slide.lines) else FACTS)


def helping(slide: Slide, room: Room, imprint: Imprint) -> list[Page]:
    """Where to turn; at the foot whose slides these are."""
    ours = " · ".join(part for part in (imprint.organisation, imprint.contact) if part)
    fits = not slide.source and _holds(_small(ours, SMALL), room.frame("Help", "Body").width, FOOT)
    with_us = replace(slide, source=ours) if fits else slide
    pages = _lines(with_us, room, "Help", HELP)
    if not imprint.hub_address:
        return pages
    alt = f"Square code for a telephone's camera. It opens {imprint.hub_address}"
    code = Picture(png=codes.png(imprint.hub_address), alt=alt)
    return [pages[0].having("Code", code, room.frame("Help", "Code")), *pages[1:]]


def care(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """Said before anything else, set apart in the tint."""
    return _panel(slide, room, "Care", STATEMENT[1:])


def finding(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """What good looks like, in a panel under a small label; the heading says what was found."""
    return _panel(slide, room, "Finding", PRACTICE, labelled=True)


def question(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """One question a slide, as large as a room can be asked it."""
    asked = said([*slide.lines, Line(text=slide.question)])
    place = room.frame("Question", "Question")
    clock = plain(CLOCK.paragraphs(said([Line(text=slide.clock)])))
    if not _holds(clock, place.width, place.height):
        asked, clock = [*asked, Line(text=slide.clock)], ()
    pages = [
        Page("Question", {"Body": plain(blocks), **({"Question": clock} if clock else {})})
        for line in asked
        for blocks in flow([line], room.frame("Question", "Body"), BIG_QUESTION)
    ]
    return pages or [Page("Question")]


def ground(slide: Slide, room: Room, layout: str, top: str = "Body") -> Ground:
    """Source, question and care stand at the foot, from the bottom up; what is above them is free."""
    area = room.frame(layout, top)
    area = replace(area, height=room.frame(layout, "Source").bottom - area.top)
    stand = Ground(area, Page(layout))
    stand = _stand(stand, "Source", _small(slide.source, SMALL))
    stand = _stand(stand, "Question", asked(slide, area.width - 8 * MM), indent=8 * MM)
    if slide.care:
        inset = room.inset(layout, "Care")
        stand = _stand(stand, "Care", _small(slide.care, CARE), indent=RULE, inset=inset)
    return stand


def plain(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """In the colour of the box itself: the layout knows what can be read on its ground."""
    return tuple(replace(block, colour="") for block in blocks)


def _stand(
    stand: Ground, box: str, blocks: tuple[Block, ...], *, indent: float = 0, inset: float = 0
) -> Ground:
    """The box at the bottom of the area, and the area that is left above it."""
    if not blocks:
        return stand
    area = stand.area
    wide = area.width - indent
    tall = height(blocks, wide - 2 * inset) + 2 * inset
    frame = Frame(area.left + indent, area.bottom - tall, wide, tall)
    page = stand.page.having(box, blocks, frame, *([_rule(area.left, frame)] if indent else []))
    return Ground(replace(area, height=area.height - tall - GAP), page)


def _rule(left: float, beside: Frame) -> Mark:
    return Mark(form="bar", frame=Frame(left, beside.top, RULE, beside.height), colour=ACCENT)


def _small(text: str, step: Step) -> tuple[Block, ...]:
    return step.paragraphs(said([Line(text=text)]))


def _holds(blocks: tuple[Block, ...], wide: float, tall: float) -> bool:
    return height(blocks, wide) <= tall


def _words(slide: Slide) -> int:
    """An appendix is read at a desk, not from the back row: there only the room counts."""
    return 1000 if slide.appendix else WORDS


def _lines(slide: Slide, room: Room, layout: str, steps: Sequence[Step]) -> list[Page]:
    stand = ground(slide, room, layout)
    pages = [
        stand.page.having("Body", blocks, stand.area)
        for blocks in flow(slide.lines, stand.area, steps, words=_words(slide))
    ]
    return pages or [stand.page]


def _panel(
    slide: Slide, room: Room, layout: str, steps: Sequence[Step], *, labelled: bool = False
) -> list[Page]:
    """The lines in a tinted panel no taller than they need, with the accent rule at its left."""
    stand = ground(slide, room, layout)
    lines = said(slide.lines)
    label: tuple[Block, ...] = ()
    if labelled and lines and len(lines[0].lead.split()) <= 4:
        label = SMALL_LEAD.paragraphs([Line(lead=lines[0].lead, text="")])
        lines = [replace(lines[0], lead=""), *lines[1:]]
    inset = room.inset(layout, "Body")
    panel = replace(stand.area, left=stand.area.left + RULE, width=stand.area.width - RULE)
    inside = panel.inside(inset)
    free = replace(inside, height=inside.height - height(label, inside.width))
    pages = []
    for blocks in flow(lines, free, steps, words=_words(slide)):
        words = (*label, replace(blocks[0], before=0), *blocks[1:])
        tall = max(height(words, inside.width) + 2 * inset, min(PANEL, stand.area.height))
        frame = replace(panel, height=tall)
        rule = _rule(stand.area.left, frame)
        pages.append(_closed_up(stand.page, frame).having("Body", words, frame, rule))
    return pages or [stand.page]


def _closed_up(page: Page, panel: Frame) -> Page:
    """The question follows the panel that it is about, instead of waiting at the foot of the slide."""
    if "Question" not in page.frames:
        return page
    question = page.frames["Question"]
    question = replace(question, top=min(question.top, panel.bottom + 1.5 * GAP))
    rule = _rule(panel.left - RULE, question)
    return replace(page, frames={**page.frames, "Question": question}, marks=(rule,))
