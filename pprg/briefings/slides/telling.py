"""The middle: what happened, what life was like, what worked."""

from __future__ import annotations

from collections.abc import Sequence

from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import Chosen
from pprg.briefings.content import BoxKind, Line, Notes, Slide, SlideKind
from pprg.briefings.counting import words_in
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.sentences import sentences
from pprg.briefings.slides import spoken as say
from pprg.briefings.slides.noted import in_sentences, noted, whole
from pprg.briefings.slides.story import Story, beginning, whole_lines

EVENTS = 5
ONE_SLIDE = 80
"""Words of whole events that a slide holds at a size that the back row reads."""


def timeline(story: Story) -> list[Slide]:
    """Five events at most, by the author's labels where there are any; the notes tell them whole."""
    return _timeline(story, _spread(_events(story), EVENTS))


def short_timeline(story: Story) -> list[Slide]:
    """As many events as one slide holds, the first and the last among them."""
    events = _events(story)
    for many in range(min(EVENTS, len(events)), 2, -1):
        shown = _spread(events, many)
        if words_in(*(line.text for line in _labelled(story, shown))) <= ONE_SLIDE:
            return _timeline(story, shown)
    return _timeline(story, _spread(events, 2))


def life(story: Story) -> list[Slide]:
    """What an author chose of it, else the person's own words, else how the account begins."""
    said = sentences(story.record.lived_experience)
    chosen = [
        line.text
        for line in story.boxes[BoxKind.PERSON].lines
        if line.source and line.source.address.startswith("lived_experience/")
    ]
    own_words = [sentence for sentence in said if "“" in sentence]
    shown = beginning(Line(text=sentence) for sentence in (chosen or own_words or said))
    told = in_sentences(story.record.lived_experience)
    notes = noted(say.ON[SlideTitle.LIFE], told, first=[line.text for line in shown])
    return [Slide(kind=SlideKind.STATEMENT, title=SlideTitle.LIFE, lines=shown, notes=notes)] if shown else []


def worked(story: Story) -> list[Slide]:
    shown = whole_lines(story.lines(BoxKind.WORKED))
    every = (f"{good.role}: {good.what}" for good in story.record.good_practice)
    notes = noted(
        say.ON[BoxKind.WORKED], whole(*every), first=[f"{line.lead}: {line.text}" for line in shown]
    )
    title = house.BOX_HEADINGS[BoxKind.WORKED]
    return [Slide(kind=SlideKind.LIST, title=title, lines=shown, notes=notes)] if shown else []


def _timeline(story: Story, shown: Sequence[Chosen]) -> list[Slide]:
    title, lines = house.BOX_HEADINGS[BoxKind.HAPPENED], _labelled(story, shown)
    notes = _beside_the_slide(story, shown, {f"{line.lead}: {line.text}" for line in lines})
    return [Slide(kind=SlideKind.TIMELINE, title=title, lines=lines, notes=notes)] if lines else []


def _beside_the_slide(story: Story, shown: Sequence[Chosen], on_it: set[str]) -> Notes:
    """Labels leave the events to be told; events that stand on the slide whole leave what came between."""
    every = [f"{event.when}: {event.event}" for event in story.record.what_happened]
    between = [event for event in every if event not in on_it]
    # The end of a story before all else: it is what everything else led to.
    first = [f"{event.lead}: {event.source.text}" for event in reversed(shown) if event.source]
    if set(first) - on_it:
        return noted(say.BY_KIND[SlideKind.TIMELINE], whole(*between), first=first)
    ours = [house.READ_THE_EVENTS, *([house.IN_BETWEEN] if between else [])]
    return noted(say.BY_KIND[SlideKind.TIMELINE], whole(*ours, *between), first=ours)


def _events(story: Story) -> list[Chosen]:
    return [line for line in story.boxes[BoxKind.HAPPENED].lines if line.source]


def _spread(events: Sequence[Chosen], many: int) -> Sequence[Chosen]:
    """The last and the last but one, on which it rests; before them the first, and others evenly between."""
    if len(events) <= many:
        return events
    if many < 3:
        return [events[0], events[-1]]
    *before, rests_on, last = events
    step = (len(before) - 1) / max(1, many - 3)
    return [*(before[round(number * step)] for number in range(many - 2)), rests_on, last]


def _labelled(story: Story, events: Sequence[Chosen]) -> tuple[Line, ...]:
    return tuple(Line(lead=event.lead, text=_label(story, event)) for event in events)


def _label(story: Story, event: Chosen) -> str:
    """The label that the author wrote for a timeline, else the event as the briefing has it."""
    number = event.address.rpartition("/")[2]
    return story.record.what_happened[int(number)].short or event.text
