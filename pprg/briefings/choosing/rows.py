"""The lines of a box as an author sees and sends them: first what is chosen, then what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pprg.briefings.choosing.picks import BoxChosen, Chosen, Standing
from pprg.briefings.choosing.sources import Source
from pprg.briefings.counting import words_in


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A line that somebody wants in a box. Without a digest it means the line as the record has it now."""

    address: str
    digest: str = ""
    shorter: str = ""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What somebody's page held when it could not be saved."""

    wanted: tuple[Wanted, ...]
    shown: frozenset[str]
    """The addresses of all lines that the page had, ticked or not."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line that can be ticked."""

    address: str
    digest: str
    lead: str
    text: str
    label: str
    taken: bool
    shorter: str = ""
    standing: Standing = Standing.WHOLE
    was: str = ""

    @property
    def length(self) -> int:
        return words_in(self.lead, self.text)

    @property
    def heads_a_finding(self) -> bool:
        return self.address.startswith("findings/") and self.address.endswith("/heading")

    @property
    def key(self) -> str:
        """The address in letters that an element's name may have."""
        return self.address.replace("/", "-")


@dataclass(frozen=True, kw_only=True)
class Group:
    """Lines that move together: those of one finding; elsewhere each line is its own."""

    key: str
    rows: tuple[Row, ...]

    @property
    def taken(self) -> bool:
        return any(row.taken for row in self.rows)


def group_of(address: str) -> str:
    """ "findings/F1/why/s0" moves with "findings/F1"; any other line moves alone."""
    parts = address.split("/")
    return "/".join(parts[:2]) if parts[0] == "findings" else address


def groups_of(box: BoxChosen, sources: Sequence[Source]) -> list[Group]:
    """Every line of the box, chosen groups first in their order, the rest in the record's."""
    chosen = {row.address: row for row in (_chosen(line) for line in box.lines)}
    order = list(dict.fromkeys(map(group_of, [*chosen, *(source.address for source in sources)])))
    rows = {source.address: chosen.get(source.address) or _offered(source) for source in sources}
    gone = {address: row for address, row in chosen.items() if address not in rows}
    together = [*rows.values(), *gone.values()]
    return [
        Group(key=key, rows=tuple(row for row in together if group_of(row.address) == key)) for key in order
    ]


def as_typed(groups: Iterable[Group], typed: Typed) -> list[Group]:
    """The same with somebody's unsaved ticks and words."""
    wanted = {line.address: line for line in typed.wanted}
    return [
        replace(
            group,
            rows=tuple(
                _typed(row, wanted.get(row.address)) if row.address in typed.shown else row
                for row in group.rows
            ),
        )
        for group in groups
    ]


def moved(lines: Sequence[Wanted], key: str, places: int) -> list[Wanted]:
    """The lines with one group `places` further on (back, if negative); at the end it stays where it is."""
    order = list(dict.fromkeys(group_of(line.address) for line in lines))
    if key in order:
        here = order.index(key)
        there = min(max(here + places, 0), len(order) - 1)
        order.insert(there, order.pop(here))
    return sorted(lines, key=lambda line: order.index(group_of(line.address)))


def _offered(source: Source) -> Row:
    return Row(
        address=source.address,
        digest=source.digest,
        lead=source.lead,
        text=source.text,
        label=source.label,
        taken=False,
    )


def _chosen(line: Chosen) -> Row:
    """With the digest that it was chosen by, so that saving the page does not settle a change by accident."""
    source, pick = line.source, line.pick
    return Row(
        address=line.address,
        digest=pick.digest,
        lead=source.lead if source else pick.lead,
        text=source.text if source else pick.text,
        label=source.label if source else "",
        taken=True,
        shorter=pick.shorter,
        standing=line.standing,
        was=pick.was,
    )


def _typed(row: Row, wanted: Wanted | None) -> Row:
    return replace(row, taken=wanted is not None, shorter=wanted.shorter if wanted else row.shorter)
