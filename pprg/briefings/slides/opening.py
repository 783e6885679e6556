"""The first slides: what this is, care for those in the room, the person, why there was a review."""

from __future__ import annotations

from pprg.briefings import compose
from pprg.briefings import house_sentences as house
from pprg.briefings.content import BoxKind, Line, Slide, SlideKind
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.story import Story, whole_lines

FACTS, FACT_WORDS = 3, 55
"""Three facts make a person, two a description: they may take a little more than other slides."""


def title(story: Story) -> Slide:
    """The name large and under it the point; or the whole title, and under it what kind of review it is."""
    name, _, theme = story.imprint.title.partition(": ")
    parted = name == story.name and theme.strip() != ""
    return Slide(
        kind=SlideKind.TITLE,
        title=name if parted else story.imprint.title,
        lines=(Line(text=_capital(theme) if parted else story.imprint.review_type),),
        notes=say.spoken(say.BY_KIND[SlideKind.TITLE], story.record.one_line, name=story.name),
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
        notes=say.spoken(say.BY_KIND[SlideKind.CARE]),
    )


def person(story: Story) -> list[Slide]:
    """Three facts; the notes have all that the record tells of the person."""
    if not story.lines(BoxKind.PERSON):
        return []
    return [
        Slide(
            kind=SlideKind.PERSON,
            title=compose.heading(story.record, story.boxes[BoxKind.PERSON]),
            lines=_facts(story),
            notes=say.spoken(say.BY_KIND[SlideKind.PERSON], *story.record.pen_picture, name=story.name),
        )
    ]


def person_and_care(story: Story) -> Slide:
    """The first slide of the short pack: the title, the person, and the word of care."""
    told = (story.record.one_line, *story.record.pen_picture)
    to_ring = compose.first_to_ring(compose.care(story.record).support)
    turn_to = (house.TURN_TO.format(name=one.name, contact=one.contact) for one in to_ring)
    return Slide(
        kind=SlideKind.PERSON,
        title=story.imprint.title,
        lines=_facts(story),
        care=" ".join(sentence for sentence in (story.about, house.STEP_OUT, *turn_to) if sentence),
        notes=say.spoken(say.BY_KIND[SlideKind.PERSON], *told, name=story.name),
    )


def review(story: Story) -> Slide:
    kind = house.KIND_OF_REVIEW.format(kind=story.imprint.review_type, owner=story.record.commissioned_by)
    return Slide(
        kind=SlideKind.STATEMENT,
        title=SlideTitle.REVIEW,
        lines=(Line(text=kind), Line(text=house.NO_BLAME)),
        notes=say.spoken(say.ON[SlideTitle.REVIEW], story.record.why_reviewed),
    )


def number(story: Story) -> list[Slide]:
    """The one number, whole, with its source: a wording chosen for the briefing stands here too."""
    source = compose.source_of_number(story.record)
    statistic = compose.statistic(story.record, story.boxes[BoxKind.WHY].lines)
    if statistic is None or story.record.statistic is None:
        return []
    return [
        Slide(
            kind=SlideKind.STATEMENT,
            title=house.BOX_HEADINGS[BoxKind.WHY],
            lines=(Line(text=statistic.text),),
            source=source,
            notes=say.spoken(say.ON[BoxKind.WHY], story.record.statistic.text, source),
        )
    ]


def _facts(story: Story) -> tuple[Line, ...]:
    return whole_lines(story.lines(BoxKind.PERSON), at_most=FACTS, words=FACT_WORDS)


def _capital(theme: str) -> str:
    """The theme stands on a line of its own, so it begins as a line does."""
    return theme[0].upper() + theme[1:] if theme[0].isascii() else theme
