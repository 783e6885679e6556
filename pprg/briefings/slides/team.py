"""The last slides: what to do, what to talk about, the one change; and the appendix."""

from __future__ import annotations

from dataclasses import replace

from pprg.briefings import house_sentences as house
from pprg.briefings.content import BoxKind, Line, Slide, SlideKind
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.story import Story

IN_PAIRS, IN_PAIRS_BRIEFLY = 5, 3
"""Minutes."""


def actions(story: Story) -> list[Slide]:
    """What to do from today; what has changed already stands in the notes."""
    lines = story.lines(BoxKind.DO_NOW)
    done = (f"{one.agency}: {one.change}" for one in story.record.changes_already_made)
    changed = (
        house.CHANGED_ALREADY.format(changes=" ".join(done)) if story.record.changes_already_made else ""
    )
    notes = say.spoken(say.BY_KIND[SlideKind.ACTIONS], changed)
    title = house.BOX_HEADINGS[BoxKind.DO_NOW]
    return [Slide(kind=SlideKind.ACTIONS, title=title, lines=lines, notes=notes)] if lines else []


def question(story: Story) -> Slide:
    """One question, as large as a room can be asked it; the others wait in the notes."""
    first, *others = story.questions()
    notes = say.spoken(say.BY_KIND[SlideKind.QUESTION], question=first)
    return Slide(
        kind=SlideKind.QUESTION,
        title=SlideTitle.QUESTION,
        lines=(Line(text=first),),
        clock=house.IN_PAIRS.format(minutes=IN_PAIRS),
        notes=replace(notes, ask=_joined(notes.ask, _if_there_is_time(others))),
    )


def commitment() -> Slide:
    return Slide(
        kind=SlideKind.COMMITMENT,
        title=SlideTitle.COMMITMENT,
        notes=say.spoken(say.BY_KIND[SlideKind.COMMITMENT]),
    )


def question_and_commitment(story: Story) -> Slide:
    """The last slide of the short pack: one question of the story's, and three lines to write on."""
    first, *others = story.questions()
    slide = commitment()
    ask = _joined(first, slide.notes.ask, _if_there_is_time(others))
    return replace(
        slide,
        question=first,
        clock=house.IN_PAIRS.format(minutes=IN_PAIRS_BRIEFLY),
        notes=replace(slide.notes, ask=ask),
    )


def changed(story: Story) -> list[Slide]:
    lines = tuple(Line(lead=one.agency, text=one.change) for one in story.record.changes_already_made)
    notes = say.spoken(say.ON[SlideTitle.CHANGED])
    return [Slide(kind=SlideKind.LIST, title=SlideTitle.CHANGED, lines=lines, notes=notes)] if lines else []


def supervision(story: Story) -> list[Slide]:
    lines = tuple(Line(text=prompt) for prompt in story.record.supervision_prompts)
    notes = say.spoken(say.ON[SlideTitle.SUPERVISION])
    title = SlideTitle.SUPERVISION
    return [Slide(kind=SlideKind.LIST, title=title, lines=lines, notes=notes)] if lines else []


def help_(story: Story) -> Slide:
    """Whom to turn to, and where the review is; who wrote it and how stands in the notes."""
    record = story.record
    people = [Line(lead=one.name, text=one.contact) for one in record.support]
    review = [Line(lead=house.THE_REVIEW, text=story.imprint.hub_address)]
    said = (
        (house.DONE_BY, record.lead_reviewer),
        (house.DONE_HOW, record.method),
        (house.COVERED, record.period_covered),
    )
    about = (sentence.format(said=words) for sentence, words in said if words)
    return Slide(
        kind=SlideKind.HELP,
        title=SlideTitle.HELP,
        lines=(*people, *review),
        notes=say.spoken(say.BY_KIND[SlideKind.HELP], *about, _report(story)),
    )


def _report(story: Story) -> str:
    report = story.record.report
    if report is None:
        return ""
    unit = "page" if report.pages == 1 else "pages"
    return house.THE_REPORT.format(file_name=report.file_name, pages=report.pages, unit=unit)


def _if_there_is_time(questions: list[str]) -> str:
    return house.IF_THERE_IS_TIME.format(questions=" ".join(questions)) if questions else ""


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
