"""What was chosen, held against what the record says today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pprg.briefings.choosing.first_choice import first_choice
from pprg.briefings.choosing.sources import Offered, Source, digest_of, in_one
from pprg.briefings.content import BoxKind
from pprg.briefings.counting import words_in


@dataclass(frozen=True, kw_only=True)
class Pick:
    """A line that was chosen, as the record had it then."""

    address: str
    lead: str
    text: str
    """The record's words then, so that a change can be noticed and shown."""
    shorter: str = ""
    """The author's own wording of it; empty when it is taken whole."""

    @property
    def digest(self) -> str:
        return digest_of(self.lead, self.text)

    @property
    def was(self) -> str:
        return in_one(self.lead, self.text)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """All the picks of one box, in their order."""

    picks: tuple[Pick, ...] = ()
    heading: str = ""
    """What the author calls the box, where there is something to choose; empty keeps the usual."""
    by_person: bool = False
    """Whether a person chose. If not, these lines are only offered."""


Choices = Mapping[BoxKind, Choice]


class Standing(StrEnum):
    """How a pick stands to the record of today."""

    WHOLE = "whole"
    SHORTER = "shorter"
    CHANGED = "changed"
    """The record says something else here now; a person decides which words to keep."""
    GONE = "gone"
    """The record no longer holds what it rests on: it is left out, and stops a release until taken away."""


class Settling(StrEnum):
    """What an author does with a line whose source has changed."""

    KEEP = "keep mine"
    TAKE = "take new"
    REMOVE = "take away"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A pick with the line of today's record that it rests on."""

    pick: Pick
    source: Source | None
    standing: Standing

    @property
    def address(self) -> str:
        """Where it stands today. What is gone has an address of its own: another line may stand there now."""
        return self.source.address if self.source else f"gone/{self.pick.digest[:16]}"

    @property
    def lead(self) -> str:
        """The words shown in bold: the record's, but for a finding's heading, which may be shortened."""
        if self.source is None:
            return ""
        return (self.pick.shorter or self.source.lead) if self.source.heads_a_finding else self.source.lead

    @property
    def text(self) -> str:
        """The author's words if there are any, else the record's own as they are today."""
        if self.source is None or self.source.heads_a_finding:
            return ""
        return self.pick.shorter or self.source.text

    @property
    def length(self) -> int:
        return words_in(self.lead, self.text)

    @property
    def undecided(self) -> bool:
        return self.standing in {Standing.CHANGED, Standing.GONE}


def whole(source: Source, shorter: str = "") -> Pick:
    """This line as it stands today, with the author's own wording beside it if there is one."""
    return Pick(address=source.address, lead=source.lead, text=source.text, shorter=shorter)


def offered_first(offered: Offered) -> Choices:
    """The first choice for every box, of nobody's making."""
    return {
        box: Choice(picks=tuple(whole(source) for source in lines))
        for box, lines in first_choice(offered).items()
    }


def held_against(picks: Iterable[Pick], sources: Sequence[Source]) -> tuple[Chosen, ...]:
    """Each pick with its line of today. A line that only moved in the record is followed to its new place."""
    picks = tuple(picks)
    by_address = {source.address: source for source in sources}
    found: dict[Pick, Source] = {}
    taken: set[str] = set()
    for pick in picks:
        source = by_address.get(pick.address)
        if source is not None and source.digest == pick.digest:
            found[pick] = source
            taken.add(source.address)
    for pick in picks:
        moved = _moved(pick, sources, taken) if pick not in found else None
        if moved is not None:
            found[pick] = moved
            taken.add(moved.address)
    return tuple(_stands(pick, found.get(pick), by_address.get(pick.address), taken) for pick in picks)


def _moved(pick: Pick, sources: Sequence[Source], taken: set[str]) -> Source | None:
    """Where the same words stand now, if they do."""
    same = (source for source in sources if source.digest == pick.digest and source.address not in taken)
    return next(same, None)


def _stands(pick: Pick, same: Source | None, there: Source | None, taken: set[str]) -> Chosen:
    if same is not None:
        return Chosen(pick=pick, source=same, standing=Standing.SHORTER if pick.shorter else Standing.WHOLE)
    if there is not None and there.address not in taken:
        return Chosen(pick=pick, source=there, standing=Standing.CHANGED)
    return Chosen(pick=pick, source=None, standing=Standing.GONE)


@dataclass(frozen=True, kw_only=True)
class BoxChosen:
    """One box as it stands: its lines against today's record, what was left out, and whose choice it is."""

    box: BoxKind
    lines: tuple[Chosen, ...]
    left_out: tuple[Source, ...]
    heading: str
    by_person: bool

    @property
    def length(self) -> int:
        return sum(line.length for line in self.lines)

    @property
    def undecided(self) -> tuple[Chosen, ...]:
        return tuple(line for line in self.lines if line.undecided)

    @property
    def can_be_chosen(self) -> bool:
        """A box about which the record says nothing has nothing to confirm."""
        return bool(self.lines or self.left_out)


def as_it_stands(offered: Offered, choices: Choices) -> dict[BoxKind, BoxChosen]:
    """Every box: the person's choice where there is one, else the first."""
    first = {} if all(box in choices for box in BoxKind) else offered_first(offered)
    return {box: _box(box, offered[box], choices.get(box) or first[box]) for box in BoxKind}


def _box(box: BoxKind, sources: Sequence[Source], choice: Choice) -> BoxChosen:
    lines = held_against(choice.picks, sources)
    used = {line.source.address for line in lines if line.source}
    return BoxChosen(
        box=box,
        lines=lines,
        left_out=tuple(source for source in sources if source.address not in used),
        heading=choice.heading,
        by_person=choice.by_person,
    )
