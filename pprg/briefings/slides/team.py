"""The last slides: what to do, what to talk about, the one change; and the appendix."""

from __future__ import annotations

from dataclasses import replace

from pprg.briefings import house_sentences as house
from pprg.briefings.content import BoxKind, Line, Slide, SlideKind
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.noted import in_sentences, noted, whole
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
    notes = noted(say.BY_KIND[SlideKind.ACTIONS], in_sentences(changed))
    title = house.BOX_HEADINGS[BoxKind.DO_NOW]
    return [Slide(kind=SlideKind.ACTIONS, title=title, lines=lines, notes=notes)] if lines else []


def question(story: Story) -> Slide:
    """One question, as large as a room can be asked it; the others wait in the notes."""
    first, *others = story.questions()
    return Slide(
        kind=SlideKind.QUESTION,
        title=SlideTitle.QUESTION,
        lines=(Line(text=first),),
        clock=house.IN_PAIRS.format(minutes=IN_PAIRS),
        notes=noted(say.BY_KIND[SlideKind.QUESTION], also_ask=others, question=first),
    )


def commitment() -> Slide:
    return Slide(
        kind=SlideKind.COMMITMENT,
        title=SlideTitle.COMMITMENT,
        notes=noted(say.BY_KIND[SlideKind.COMMITMENT]),
    )


def question_and_commitment(story: Story) -> Slide:
    """The last slide of the short pack: one question of the story's, and three lines to write on."""
    first, *others = story.questions()
    ours = say.BY_KIND[SlideKind.COMMITMENT]
    return replace(
        commitment(),
        question=first,
        clock=house.IN_PAIRS.format(minutes=IN_PAIRS_BRIEFLY),
        notes=noted(replace(ours, ask=f"{{question}}\n{ours.ask}"), also_ask=others, question=first),
    )


def changed(story: Story) -> list[Slide]:
    lines = tuple(Line(lead=one.agency, text=one.change) for one in story.record.changes_already_made)
    notes = noted(say.ON[SlideTitle.CHANGED])
    return [Slide(kind=SlideKind.LIST, title=SlideTitle.CHANGED, lines=lines, notes=notes)] if lines else []


def supervision(story: Story) -> list[Slide]:
    lines = tuple(Line(text=prompt) for prompt in story.record.supervision_prompts)
    notes = noted(say.ON[SlideTitle.SUPERVISION])
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
        notes=noted(say.BY_KIND[SlideKind.HELP], whole(*about, _report(story))),
    )


def _report(story: Story) -> str:
    report = story.record.report
    if report is None:
        return ""
    unit = "page" if report.pages == 1 else "pages"
    return house.THE_REPORT.format(file_name=report.file_name, pages=report.pages, unit=unit)
