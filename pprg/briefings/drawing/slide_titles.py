"""Titles: one a slide, none twice, never longer than its box.

A screen reader lists slides by title, so a slide that goes on says so, and two slides never share one. A
heading that no title holds stands whole on a slide of its own, and its first words are the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from pprg.briefings.content import Line, Slide, SlideKind, SlidePack
from pprg.briefings.drawing.slide_flow import Step
from pprg.briefings.drawing.slide_kinds import Page, apart, statement
from pprg.documents.lettering import printable
from pprg.documents.measuring import Block, Font, height, leaves_a_word_alone, pieces
from pprg.documents.sheets import Frame, Room

TITLE = tuple(Step(size, leading, 0, Font.BOLD) for size, leading in ((34, 40), (32, 37), (30, 35)))
NAME = tuple(Step(size, size * 1.15, 0, Font.BOLD) for size in (54, 48, 40, 34, 32, 30))
LABEL = (Step(30, 36, 0), Step(28, 34, 0), Step(26, 31, 0), Step(24, 29, 0))
"""On a question slide the question is the large thing; its title only says where we are."""
SIZES = {"Title": NAME, "Question": LABEL}


def named(
    slide: Slide, pages: Sequence[Page], pack: SlidePack, room: Room, taken: set[str]
) -> list[tuple[Page, tuple[Block, ...]]]:
    """Each page with its title. `taken` holds the titles of the pack so far."""
    title = _title(slide, pack)
    short = _shortened(title, pages, room)
    if short != title:
        whole = apart(slide, SlideKind.STATEMENT, Line(text=title))
        pages = [*statement(whole, room, pack.imprint), *pages]
    found: list[tuple[Page, tuple[Block, ...]]] = []
    for place, page in enumerate(pages):
        here = {heading[0].text for _, heading in found}
        text = _unique(_counted(short, place, len(pages), slide.kind), taken | here)
        found.append((page, (_block(text, page.layout, room),)))
    return found


def stands_in_one_line(heading: Sequence[Block], room: Room) -> bool:
    """Whether a title leaves the rest of its box empty."""
    return height(heading, room.frame("Statement", "Title").width) <= heading[0].leading


def _title(slide: Slide, pack: SlidePack) -> str:
    """The slide's own words; a slide without a title would be nameless to a screen reader."""
    first = slide.lines[0] if slide.lines else Line(text="")
    offered = (
        slide.title,
        slide.question,
        first.lead,
        first.text,
        pack.imprint.title,
        pack.name,
        slide.kind.value.capitalize(),
    )
    return next(" ".join(words) for words in (printable(text).split() for text in offered) if words)


def _counted(title: str, place: int, pages: int, kind: SlideKind) -> str:
    if kind is SlideKind.QUESTION and pages > 1:
        return f"{title}, {place + 1} of {pages}"
    return title if place == 0 else f"{title} (continued{f' {place}' if place > 1 else ''})"


def _unique(title: str, taken: set[str]) -> str:
    """Names that differ only in their number: two reviews may have found the same thing twice."""
    number = 2
    unique = title
    while unique in taken:
        unique = f"{title} ({number})"
        number += 1
    return unique


def _shortened(title: str, pages: Sequence[Page], room: Room) -> str:
    """The title itself if every page holds it, else as many of its words as do."""
    layouts = {page.layout for page in pages}

    def holds(text: str) -> bool:
        longest = f"{text}… (continued 10)" if len(pages) > 1 or text != title else text
        return all(_size(longest, room.frame(layout, "Title"), layout) for layout in layouts)

    if holds(title):
        return title
    layouts.add("Statement")
    return pieces(title, holds)[0].rstrip(" ,;:.") + "…"


def _size(text: str, frame: Frame, layout: str) -> Step | None:
    """The largest that fits, unless it leaves one word alone on the last line and the next one does not."""
    steps = SIZES.get(layout, TITLE)
    good = [step for step in steps if height(step.blocks(Line(text=text)), frame.width) <= frame.height]
    tidy = [step for step in good if not leaves_a_word_alone(text, step.font, step.size, frame.width)]
    return next(iter(tidy or good), None)


def _block(text: str, layout: str, room: Room) -> Block:
    steps = SIZES.get(layout, TITLE)
    step = _size(text, room.frame(layout, "Title"), layout) or steps[-1]
    return Block(text, step.size, step.leading, step.font)
