"""A briefing as it lies before its author: what is chosen, how long it is, what is still to settle."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pprg.briefings import compose
from pprg.briefings.choosing.budgets import BUDGETS, STOP, WHOLE
from pprg.briefings.choosing.picks import BoxChosen, Choices, as_it_stands
from pprg.briefings.choosing.sources import Offered, Source, offered
from pprg.briefings.content import BoxKind, Briefing, Imprint
from pprg.briefings.drawing.fitting import PAGES, fit
from pprg.briefings.language.ease import GOAL, reading_ease
from pprg.briefings.language.prompts import Prompt, Spoken, prompts_about
from pprg.publications.record import LearningRecord

NOT_CHOSEN = "not yet chosen by a person"


@dataclass(frozen=True)
class Desk:
    record: LearningRecord
    choices: Choices
    imprint: Imprint
    knowingly: str = ""
    """The digest of what somebody said they left out knowingly."""

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

    @cached_property
    def missed(self) -> tuple[str, ...]:
        """What a reader of the report would look for in vain: findings, the first event and the last."""
        return tuple(self._missed())

    @property
    def missing(self) -> str:
        """The same as a sentence; empty where nothing is missed."""
        *others, last = self.missed or ("",)
        named = f"{', '.join(others)} and {last}" if others else last
        sentence = f"{named} {'are' if others else 'is'} not in the briefing."
        return sentence[0].upper() + sentence[1:] if last else ""

    @cached_property
    def left_out_digest(self) -> str:
        """Tells these lines left out from any others."""
        lines = (f"{one.address} {one.digest}" for sources in self.left_out.values() for one in sources)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def left_out_knowingly(self) -> bool:
        return bool(self.missed) and self.knowingly == self.left_out_digest

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """Ideas for another wording, those about the whole first."""
        return prompts_about(self.spoken, known=f"{self.record.pseudonym} {self.record.commissioned_by}")

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Every line as it will be read, with where it stands."""
        return tuple(
            Spoken(box=box, address=line.address, text=line.text, lead=line.lead,
                   heads_a_finding=line.source.heads_a_finding, sourced=line.address == "statistic")
            for box, chosen in self.boxes.items() for line in chosen.lines if line.source
        )  # fmt: skip

    @cached_property
    def ease(self) -> int | None:
        return reading_ease(map(_read, self.spoken))

    def ease_of(self, box: BoxKind) -> int | None:
        """Flesch's, of one box; None where it has too few words to tell."""
        return reading_ease(_read(line) for line in self.spoken if line.box is box)

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
        if self.ease is not None and self.ease < GOAL:
            yield f"Its reading ease is {self.ease}. From {GOAL} on most people read it at once."

    def _missed(self) -> Iterator[str]:
        learned = self.boxes.get(BoxKind.LEARNED)
        there = {line.source.finding for line in learned.lines if line.source} if learned else set()
        yield from (finding.ref for finding in self.record.findings if finding.ref not in there)
        events = self.boxes.get(BoxKind.HAPPENED)
        if events and events.lines:
            named = {line.source.address for line in events.lines if line.source}
            last = f"what_happened/{len(self.record.what_happened) - 1}"
            for address, name in (("what_happened/0", "first"), (last, "last")):
                if address not in named:
                    yield f"the {name} event"


def _read(line: Spoken) -> str:
    """What is read as a sentence: of a season, a role or an audience in bold nothing is to be said."""
    return line.lead if line.heads_a_finding else line.text
