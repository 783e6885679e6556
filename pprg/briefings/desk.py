"""A briefing as it lies before its author: what is chosen, how long it is, what is still to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pprg.briefings import compose
from pprg.briefings.choosing.budgets import BUDGETS, STOP, WHOLE
from pprg.briefings.choosing.picks import BoxChosen, Choices, as_it_stands
from pprg.briefings.choosing.sources import Offered, Source, offered
from pprg.briefings.content import BoxKind, Briefing, Imprint
from pprg.briefings.drawing.fitting import PAGES, fit
from pprg.publications.record import LearningRecord

NOT_CHOSEN = "not yet chosen by a person"


@dataclass(frozen=True)
class Desk:
    record: LearningRecord
    choices: Choices
    imprint: Imprint

    @cached_property
    def lines(self) -> Offered:
        """Everything that could be chosen."""
        return offered(self.record)

    @cached_property
    def standing(self) -> Mapping[BoxKind, BoxChosen]:
        return as_it_stands(self.lines, self.choices)

    @cached_property
    def boxes(self) -> Mapping[BoxKind, BoxChosen]:
        """Every box about which the record says something."""
        return {box: chosen for box, chosen in self.standing.items() if chosen.can_be_chosen}

    @cached_property
    def words(self) -> Briefing:
        return compose.of_boxes(self.record, self.standing, self.imprint)

    @cached_property
    def pages(self) -> int:
        """How many sheets of A4 it takes, reckoned as the drawing reckons it."""
        return fit(self.words).pages

    def heading(self, box: BoxKind) -> str:
        return compose.heading(self.record, self.boxes[box])

    def length(self, box: BoxKind) -> int:
        return self.boxes[box].length

    def says(self, box: BoxKind) -> tuple[str, str]:
        """How a box stands, in a word or two and a tone: its words against what it may take."""
        chosen, budget = self.boxes[box], BUDGETS[box]
        if chosen.undecided:
            return "record changed", "late"
        if not chosen.by_person:
            return "not yet chosen", "waiting"
        if chosen.length > budget.most:
            over = chosen.length - budget.most
            return f"{over} {'word' if over == 1 else 'words'} over", "soon"
        return "chosen", "done"

    @property
    def offered(self) -> bool:
        """Whether some box holds lines that nobody has chosen."""
        return any(not chosen.by_person for chosen in self.boxes.values())

    @cached_property
    def stops(self) -> tuple[str, ...]:
        """What keeps it from being released, in words. Empty when nothing does."""
        return tuple(self._stops())

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What an author should know and may let stand."""
        return tuple(self._notes())

    @cached_property
    def left_out(self) -> Mapping[BoxKind, tuple[Source, ...]]:
        """The record's lines that the briefing does not say, by the box they would stand in."""
        return {
            box: tuple(source for source in chosen.left_out if not source.address.startswith("house/"))
            for box, chosen in self.boxes.items()
        }

    def _stops(self) -> Iterator[str]:
        if not self.boxes:
            yield "The record has no lines to make a briefing from."
        waiting = [box for box, chosen in self.boxes.items() if not chosen.by_person]
        if waiting:
            yield f"{NOT_CHOSEN.capitalize()}: {self._named(waiting)}."
        changed = [box for box, chosen in self.boxes.items() if chosen.undecided]
        if changed:
            yield f"The record has changed since lines were chosen from it: {self._named(changed)}."
        if self.words.words >= STOP:
            over = self.words.words - STOP + 1
            yield f"It has {self.words.words} words. Leave out {over} or more: {STOP - 1} is the most."

    def _named(self, boxes: Iterable[BoxKind]) -> str:
        return ", ".join(f"“{self.heading(box)}”" for box in boxes)

    def _notes(self) -> Iterator[str]:
        words = self.words.words
        if WHOLE.most < words < STOP:
            yield f"It has {words} words; {WHOLE.most} read well in the time there is."
        if words < WHOLE.least:
            yield f"It has {words} words; there is room for up to {WHOLE.most}."
        if self.pages > PAGES:
            yield f"It takes {self.pages} pages. Two are what people read and print."
        yield from self._gaps()

    def _gaps(self) -> Iterator[str]:
        events = self.boxes.get(BoxKind.HAPPENED)
        if events and events.lines:
            named = {line.source.address for line in events.lines if line.source}
            last = f"what_happened/{len(self.record.what_happened) - 1}"
            for address, name in (("what_happened/0", "first"), (last, "last")):
                if address not in named:
                    yield f"The {name} event is not in the briefing."
        learned = self.boxes.get(BoxKind.LEARNED)
        there = {line.source.finding for line in learned.lines if line.source} if learned else set()
        missing = [finding.ref for finding in self.record.findings if finding.ref not in there]
        if missing:
            yield f"Not in the briefing: {', '.join(missing)}."
