"""What a presenter says: the record's words, word for word, and the house's, in a length that can be said.

Eighty to a hundred and fifty words a slide is a script; fewer leave a presenter alone, more are read out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pprg.briefings import house_sentences as house
from pprg.briefings.content import Notes
from pprg.briefings.counting import words_in
from pprg.briefings.sentences import sentences
from pprg.briefings.slides.spoken import QUIETLY

LEAST, MOST = 80, 150


@dataclass(frozen=True)
class Paragraph:
    """Words of the record that stand together; what is left out of them is left out in whole parts."""

    parts: tuple[str, ...]


def in_sentences(*texts: str) -> list[Paragraph]:
    """Each text may be told in part, by whole sentences."""
    return [Paragraph(tuple(sentences(text))) for text in texts if text.strip()]


def whole(*texts: str) -> list[Paragraph]:
    """Each text is told whole or not at all."""
    return [Paragraph((text,)) for text in texts if text.strip()]


def noted(
    ours: Notes,
    record: Sequence[Paragraph] = (),
    *,
    first: Sequence[str] = (),
    also_ask: Sequence[str] = (),
    **slots: str,
) -> Notes:
    """The record's words, then ours. Where there is no room for all, `first` goes first, in its order.

    Nothing is left out silently: then the notes say that there is more in the review.
    """
    ours = replace(ours, say=ours.say.format(**slots), ask=ours.ask.format(**slots))
    ours = _asking_more(ours, also_ask)
    room = MOST - spoken_words(ours)
    told = _told(record, first, room)
    if told != list(record):
        told = _told(record, first, room - words_in(house.MORE_IN_THE_REVIEW))
        told += whole(house.MORE_IN_THE_REVIEW)
    said = [" ".join(paragraph.parts) for paragraph in told]
    return _long_enough(replace(ours, say="\n".join(filter(None, [*said, ours.say]))))


def spoken_words(notes: Notes) -> int:
    return words_in(notes.say, notes.ask, notes.time, notes.avoid)


def _asking_more(notes: Notes, questions: Sequence[str]) -> Notes:
    """With as many of them as a presenter can take in; all of them are in the briefing."""
    for many in range(len(questions), 0, -1):
        more = house.IF_THERE_IS_TIME.format(questions=" ".join(questions[:many]))
        fuller = replace(notes, ask=f"{notes.ask}\n{more}")
        if spoken_words(fuller) <= MOST:
            return fuller
    return notes


def _told(record: Sequence[Paragraph], first: Sequence[str], room: int) -> list[Paragraph]:
    """The parts that there is room for, in the record's order."""
    parts = [part for paragraph in record for part in paragraph.parts]
    taken = iter(_taken(parts, first, room))
    kept = (Paragraph(tuple(part for part in paragraph.parts if next(taken))) for paragraph in record)
    return [paragraph for paragraph in kept if paragraph.parts]


def _taken(parts: Sequence[str], first: Sequence[str], room: int) -> list[bool]:
    """What comes first as far as it goes; of the rest the beginning: a story is not told with holes."""
    urgent = [first.index(part) if part in first else len(first) for part in parts]
    taken = [False] * len(parts)
    for place in sorted(range(len(parts)), key=urgent.__getitem__):
        words = words_in(parts[place])
        if words <= room:
            taken[place] = True
            room -= words
        elif urgent[place] == len(first):
            break
    return taken


def _long_enough(notes: Notes) -> Notes:
    """With a few words on how to be with a room, where the record says little."""
    return replace(notes, say="\n".join(_with_more(notes)))


def _with_more(notes: Notes) -> Iterator[str]:
    yield from filter(None, [notes.say])
    short = LEAST - spoken_words(notes)
    for sentence in QUIETLY:
        if short <= 0:
            return
        yield sentence
        short -= words_in(sentence)
