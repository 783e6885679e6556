"""What was learned: a finding a slide, headed by the finding, with what good looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import Chosen
from pprg.briefings.content import BoxKind, Line, Notes, Slide, SlideKind
from pprg.briefings.counting import words_in
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.noted import in_sentences, noted, whole
from pprg.briefings.slides.story import WORDS, Story
from pprg.publications.record import Finding

WITH_A_SLIDE = 3
"""Findings that half an hour has time for. The author's order says which; the others wait in the appendix."""


def findings(story: Story) -> list[Slide]:
    """The first findings, each with what good looks like."""
    found = story.findings()
    own = found[:WITH_A_SLIDE]
    return [
        replace(_finding(story, ref, lines, number), eyebrow=_place(number, len(own)))
        for number, (ref, lines) in enumerate(own)
    ]


def the_others(story: Story) -> list[Slide]:
    """What else was found, with what good looks like, for a second meeting."""
    found = story.findings()[WITH_A_SLIDE:]
    lines = tuple(
        Line(lead=_heading(story, ref, lines), text=_practice(_in_record(story, ref), lines))
        for ref, lines in found
    )
    told = [_in_record(story, ref).what for ref, _ in found]
    notes = noted(say.ON[SlideTitle.ELSE_LEARNED], whole(*told))
    title = SlideTitle.ELSE_LEARNED
    return [Slide(kind=SlideKind.LIST, title=title, lines=lines, notes=notes)] if lines else []


def one_finding(story: Story) -> list[Slide]:
    """The finding that the author put first; what else was found is said by its heading."""
    found = story.findings()
    if not found:
        return []
    others = "; ".join(_heading(story, ref, lines) for ref, lines in found[1:])
    also = house.ALSO_LEARNED.format(headings=others) if others else ""
    return [_finding(story, *found[0], 0, also)]


def _finding(story: Story, ref: str, lines: Sequence[Chosen], number: int, also: str = "") -> Slide:
    finding = _in_record(story, ref)
    told = [*in_sentences(finding.what, finding.why), *whole(also)]
    notes = noted(say.ON_FINDINGS[number % len(say.ON_FINDINGS)], told, first=[also])
    practice = _practice(finding, lines)
    return Slide(
        kind=SlideKind.FINDING,
        title=_heading(story, ref, lines),
        lines=(Line(lead=house.IN_PRACTICE, text=practice),),
        question=_if_it_fits(notes, practice),
        notes=notes,
    )


def _place(number: int, many: int) -> str:
    """Where among the findings a slide stands; one alone needs no number."""
    name = house.BOX_HEADINGS[BoxKind.LEARNED]
    return house.OF_SEVERAL.format(name=name, number=number + 1, many=many) if many > 1 else name


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
