"""What was learned: a finding a slide, headed by the finding, with what good looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import Chosen
from pprg.briefings.content import Line, Notes, Slide, SlideKind
from pprg.briefings.counting import words_in
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.story import WORDS, Story
from pprg.publications.record import Finding

WITH_A_SLIDE = 3
"""Findings with a slide of their own; the others share one. Four have four: one cannot share with nobody."""


def findings(story: Story) -> list[Slide]:
    """The first findings each with what good looks like; the rest by their headings."""
    found = story.findings()
    own = len(found) if len(found) <= WITH_A_SLIDE + 1 else WITH_A_SLIDE
    slides = [_finding(story, ref, lines, number) for number, (ref, lines) in enumerate(found[:own])]
    return [*slides, *_the_others(story, found[own:])]


def one_finding(story: Story) -> list[Slide]:
    """The finding that the author put first; what else was found is said by its heading."""
    found = story.findings()
    if not found:
        return []
    slide = _finding(story, *found[0], 0)
    others = "; ".join(_heading(story, ref, lines) for ref, lines in found[1:])
    also = house.ALSO_LEARNED.format(headings=others) if others else ""
    fuller = "\n".join(part for part in (slide.notes.say, also) if part)
    return [replace(slide, notes=replace(slide.notes, say=fuller))]


def _finding(story: Story, ref: str, lines: Sequence[Chosen], number: int) -> Slide:
    finding = _in_record(story, ref)
    notes = say.spoken(say.ON_FINDINGS[number % len(say.ON_FINDINGS)], finding.what, finding.why)
    practice = _practice(finding, lines)
    return Slide(
        kind=SlideKind.FINDING,
        title=_heading(story, ref, lines),
        lines=(Line(lead=house.IN_PRACTICE, text=practice),),
        question=_if_it_fits(notes, practice),
        notes=notes,
    )


def _the_others(story: Story, found: Sequence[tuple[str, Sequence[Chosen]]]) -> list[Slide]:
    if not found:
        return []
    practice = (
        f"{_heading(story, ref, lines)}: {_practice(_in_record(story, ref), lines)}" for ref, lines in found
    )
    return [
        Slide(
            kind=SlideKind.LIST,
            title=SlideTitle.ELSE_LEARNED,
            lines=tuple(Line(text=_heading(story, ref, lines)) for ref, lines in found),
            notes=say.spoken(say.ON[SlideTitle.ELSE_LEARNED], *practice),
        )
    ]


def _heading(story: Story, ref: str, lines: Sequence[Chosen]) -> str:
    """As it stands in the briefing; a finding chosen by another line alone keeps the record's."""
    chosen = [line.lead for line in lines if line.source and line.source.heads_a_finding]
    return chosen[0] if chosen else _in_record(story, ref).heading


def _practice(finding: Finding, lines: Sequence[Chosen]) -> str:
    """In the author's wording if there is one, else the record's."""
    address = f"findings/{finding.ref}/in_practice"
    chosen = [line.text for line in lines if line.source and line.source.address == address]
    return chosen[0] if chosen else finding.in_practice


def _in_record(story: Story, ref: str) -> Finding:
    return next(finding for finding in story.record.findings if finding.ref == ref)


def _if_it_fits(notes: Notes, practice: str) -> str:
    """A question stands on the slide only where it does not crowd the words above it."""
    return notes.ask if words_in(practice, notes.ask) <= WORDS else ""
