"""The first slides: what this is, care for those in the room, the person, why there was a review."""

from __future__ import annotations

from collections.abc import Sequence

from pprg.briefings import compose
from pprg.briefings import house_sentences as house
from pprg.briefings.content import BoxKind, Line, Notes, Slide, SlideKind
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.noted import in_sentences, noted, whole
from pprg.briefings.slides.story import Story, whole_lines


def title(story: Story) -> Slide:
    """The name large and under it the point; or the whole title, and under it what kind of review it is."""
    name, _, theme = story.imprint.title.partition(": ")
    parted = name == story.name and theme.strip() != ""
    return Slide(
        kind=SlideKind.TITLE,
        title=name if parted else story.imprint.title,
        lines=(Line(text=_capital(theme) if parted else story.imprint.review_type),),
        notes=noted(say.BY_KIND[SlideKind.TITLE], whole(story.record.one_line), name=story.name),
    )


def care(story: Story) -> Slide:
    said = (story.about, house.CHANGED, house.STEP_OUT)
    to_ring = compose.first_to_ring(compose.care(story.record).support)
    return Slide(
        kind=SlideKind.CARE,
        title=SlideTitle.CARE,
        lines=(
            *(Line(text=sentence) for sentence in said if sentence),
            *(Line(lead=one.name, text=one.contact) for one in to_ring),
        ),
        notes=noted(say.BY_KIND[SlideKind.CARE]),
    )


def person(story: Story) -> list[Slide]:
    """Three facts; the notes have all that the record tells of the person."""
    lines = story.lines(BoxKind.PERSON)
    if not lines:
        return []
    shown = whole_lines(lines)
    return [
        Slide(
            kind=SlideKind.PERSON,
            title=compose.heading(story.record, story.boxes[BoxKind.PERSON]),
            lines=shown,
            notes=_of_the_person(story, shown),
        )
    ]


def person_and_care(story: Story) -> Slide:
    """The first slide of the short pack: the title, the person, and the word of care."""
    shown = whole_lines(story.lines(BoxKind.PERSON))
    to_ring = compose.first_to_ring(compose.care(story.record).support)
    turn_to = (house.TURN_TO.format(name=one.name, contact=one.contact) for one in to_ring)
    return Slide(
        kind=SlideKind.PERSON,
        title=story.imprint.title,
        lines=shown,
        care=" ".join(sentence for sentence in (story.about, house.STEP_OUT, *turn_to) if sentence),
        notes=_of_the_person(story, shown, story.record.one_line),
    )


def review(story: Story) -> Slide:
    """What kind of review this is and what it is not; with the one number, whole, if it was chosen."""
    no_blame = Line(text=house.NO_BLAME.format(kind=story.imprint.review_type))
    held_for = house.HELD_FOR.format(owner=story.record.commissioned_by)
    number = compose.statistic(story.record, story.boxes[BoxKind.WHY].lines)
    chosen = [line.text for line in story.lines(BoxKind.WHY)]
    return Slide(
        kind=SlideKind.STATEMENT,
        title=house.BOX_HEADINGS[BoxKind.WHY] if number else SlideTitle.REVIEW,
        lines=(Line(text=number.text), no_blame) if number else (no_blame, Line(text=held_for)),
        source=number.source if number else "",
        notes=noted(
            say.ON[SlideTitle.REVIEW],
            [*in_sentences(story.record.why_reviewed), *whole(held_for if number else "")],
            first=[*chosen, held_for],
        ),
    )


def _of_the_person(story: Story, shown: Sequence[Line], *before: str) -> Notes:
    """All that the record tells of the person, as far as there is time; what stands on the slide first."""
    on_the_slide = [line.text for line in shown]
    return noted(
        say.BY_KIND[SlideKind.PERSON],
        whole(*before, *story.record.pen_picture),
        first=on_the_slide,
        name=story.name,
    )


def _capital(theme: str) -> str:
    """The theme stands on a line of its own, so it begins as a line does."""
    return theme[0].upper() + theme[1:] if theme[0].isascii() else theme
