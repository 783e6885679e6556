"""The two packs: which slides, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pprg.briefings.choosing.picks import Choices, as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import Imprint, Slide, SlidePack
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.slides import learning, opening, team, telling
from pprg.briefings.slides.story import Story
from pprg.publications.record import LearningRecord


def short_slides(record: LearningRecord, choices: Choices, imprint: Imprint) -> SlidePack:
    """Four slides for seven minutes: the person and care, what happened, what we learned, one question."""
    story = _story(record, choices, imprint)
    slides = [
        opening.person_and_care(story), *telling.short_timeline(story), *learning.one_finding(story),
        team.question_and_commitment(story),
    ]  # fmt: skip
    return SlidePack(imprint=imprint, name=SlideTitle.SHORT_PACK, slides=_titled(slides))


def team_meeting_slides(record: LearningRecord, choices: Choices, imprint: Imprint) -> SlidePack:
    """About a dozen slides for 25 to 30 minutes, and an appendix for supervision and further help."""
    story = _story(record, choices, imprint)
    slides = [
        opening.title(story), opening.care(story), *opening.person(story), opening.review(story),
        *telling.timeline(story), *telling.life(story), *telling.worked(story),
        *learning.findings(story), *team.actions(story), team.question(story), team.commitment(),
    ]  # fmt: skip
    appendix = [
        *learning.the_others(story), *team.supervision(story), *team.changed(story), team.help_(story),
    ]  # fmt: skip
    slides += [replace(slide, appendix=True) for slide in appendix]
    return SlidePack(imprint=imprint, name=SlideTitle.TEAM_PACK, slides=_titled(slides))


def _story(record: LearningRecord, choices: Choices, imprint: Imprint) -> Story:
    return Story(record=record, boxes=as_it_stands(offered(record), choices), imprint=imprint)


def _titled(slides: Iterable[Slide]) -> tuple[Slide, ...]:
    """Each with a title of its own: screen readers find their way by it."""
    seen: dict[str, int] = {}
    titled = []
    for slide in slides:
        times = seen[slide.title] = seen.get(slide.title, 0) + 1
        titled.append(replace(slide, title=f"{slide.title} ({times})") if times > 1 else slide)
    return tuple(titled)
