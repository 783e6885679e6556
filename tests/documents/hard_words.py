"""Slides that nobody should write, and that people do: far too long, awkward, or empty."""

from __future__ import annotations

from dataclasses import replace

from pprg.briefings.content import Line, Notes, Slide, SlideKind, SlidePack
from tests.documents.decks import imprint

AWKWARD = (
    "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, 👩\u200d👧, سلمى, Łódź, Siân, "
    "C:\\temp\\x, =1+1, @me"
)
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochau"
SENTENCE = (
    "The worker rang twice on the day and wrote down what the person said about the heating and the stairs. "
)
PARAGRAPH = (SENTENCE * 21).strip()
HEADING = (
    "What was seen here is told at such length that no slide could ever hold it, since whoever wrote it "
    "had been in the room, had read each of the nine reports twice over, had sat with the family through "
    "two long afternoons, and could not bring themselves to leave out a single one of the people who had "
    "tried to help, or any of the reasons why that help never reached the door behind which it was needed "
    "most, on a street where everybody knew and nobody had been told whom they might have rung"
)
ENDLESS = {SlideKind.STATEMENT, SlideKind.LIST, SlideKind.TIMELINE, SlideKind.ACTIONS, SlideKind.CARE}
SAY = Notes(say=PARAGRAPH, ask="Which part is ours?", time="2 minutes", avoid="Reading it all out.")


def hard_pack() -> SlidePack:
    """Every kind of slide with more than it can hold."""
    slides = [_slide(kind) for kind in SlideKind]
    slides += [_finding(number) for number in range(10)]
    slides.append(_actions())
    return SlidePack(imprint=imprint("sar-marian", draft=True), name="Hard slides", slides=tuple(slides))


def empty_pack() -> SlidePack:
    """Every kind of slide with nothing in it."""
    said_nothing = Notes(say="")
    slides = tuple(
        Slide(kind=kind, title="", lines=(Line(text=""),), notes=said_nothing) for kind in SlideKind
    )
    slides += tuple(Slide(kind=kind, title="", notes=said_nothing) for kind in SlideKind)
    nothing = replace(
        imprint("sar-marian"),
        organisation="",
        reference="",
        review_type="",
        title="",
        published="",
        version="",
        marking="",
        contact="",
        hub_address="",
        use_address="",
    )
    return SlidePack(imprint=nothing, name="", slides=slides)


def awkward_pack() -> SlidePack:
    """Awkward words everywhere that words can stand."""
    notes = Notes(say=AWKWARD, ask=AWKWARD, time=AWKWARD, avoid=AWKWARD)
    slides = tuple(
        Slide(
            kind=kind,
            title=f"{number} {AWKWARD}",
            lines=(Line(lead=AWKWARD, text=AWKWARD),),
            question=AWKWARD,
            clock=AWKWARD,
            source=AWKWARD,
            care=AWKWARD,
            notes=notes,
        )
        for number, kind in enumerate(SlideKind)
    )
    whose = replace(imprint("sar-marian"), organisation=AWKWARD, title=AWKWARD, contact=AWKWARD)
    return SlidePack(imprint=whose, name=AWKWARD, slides=slides)


def _slide(kind: SlideKind) -> Slide:
    lines = tuple(Line(lead=f"Lead {number}", text=f"{SENTENCE}{LONG_WORD} {number}.") for number in range(4))
    return Slide(
        kind=kind,
        title=f"{kind.value}: {HEADING}",
        lines=(*lines, Line(text=PARAGRAPH)) if kind in ENDLESS else lines,
        question=f"Why {kind.value}? {SENTENCE * 4}",
        clock="5 minutes, in pairs",
        source=f"Source of {kind.value}. {SENTENCE * 4}",
        care=f"Care for {kind.value}. {SENTENCE * 3}",
        notes=SAY,
    )


def _actions() -> Slide:
    lines = tuple(Line(lead=f"Agency {number}", text=f"{SENTENCE}Action {number}.") for number in range(12))
    return Slide(kind=SlideKind.ACTIONS, title="Twelve actions", lines=lines, notes=SAY)


def _finding(number: int) -> Slide:
    return Slide(
        kind=SlideKind.FINDING,
        title="The same heading as another",
        question=f"Question {number}?",
        notes=SAY,
        lines=(Line(lead="In practice", text=f"Practice {number}. {SENTENCE * 6}"),),
    )
