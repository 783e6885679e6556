"""What readers have that would be made differently today: which product, since when, because of what.

How products are made is known further up; whoever knows it says so here (`made_by`), and this room asks.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from pprg.errors import Refused
from pprg.publications.models import Publication, Release

if TYPE_CHECKING:
    from pprg.publications.services.proofs import Made


class Cause(StrEnum):
    """What can make a released file differ from one made today."""

    RECORD = "record"
    CHOICE = "choice"
    LABEL = "label"
    TEMPLATE = "template"


LOOKS = frozenset({Cause.LABEL, Cause.TEMPLATE})
"""Causes that change no word which anybody wrote about the review."""


@dataclass(frozen=True, kw_only=True)
class Because:
    cause: Cause
    words: str
    """As it follows "because": "the words under “Findings” changed"."""
    since: datetime | None
    """None where nobody wrote the moment down."""


@dataclass(frozen=True, kw_only=True)
class Stale:
    """One product that readers have and that would be made differently today."""

    product: str
    label: str
    suffixes: tuple[str, ...]
    because: tuple[Because, ...]

    @property
    def since(self) -> datetime | None:
        return min((one.since for one in self.because if one.since), default=None)

    @property
    def looks_only(self) -> bool:
        """Whether every word that somebody wrote about the review is the released one."""
        return all(one.cause in LOOKS for one in self.because)


@dataclass(frozen=True, kw_only=True)
class Currency:
    """How what readers have stands to the record, the choices, the templates and the settings of today."""

    release: Release
    stale: tuple[Stale, ...] = ()
    unknown: str = ""
    """Why it cannot be told of the words, in a sentence: the record is not whole just now."""

    @property
    def looks(self) -> tuple[Stale, ...]:
        """What one coordinator may have made again: it is stale for its look, whatever else is."""
        return tuple(one for one in self.stale if any(why.cause in LOOKS for why in one.because))

    @property
    def words(self) -> tuple[Stale, ...]:
        """What needs check and release again."""
        return tuple(one for one in self.stale if not one.looks_only)


@dataclass(frozen=True, kw_only=True)
class MadeAgain:
    """Files of the released words as they would be drawn today."""

    files: Sequence[Made]
    imprint: tuple[str, ...]
    """What they say of the partnership itself."""


class Maker(Protocol):
    """Whoever knows how products are made."""

    def currency_of(self, release: Release) -> Currency: ...

    def made_again(
        self, release: Release, products: Collection[str], *, number: str, dated: date
    ) -> MadeAgain: ...


_makers: list[Maker] = []


def made_by(maker: Maker) -> None:
    """Say who knows how products are made. Called once, when the rooms are furnished."""
    _makers[:] = [maker]


def currency_of(publication: Publication) -> Currency | None:
    """How the newest release stands; None where nothing is released or it is withdrawn."""
    newest = publication.newest
    return _makers[0].currency_of(newest) if newest and _makers else None


def made_again(release: Release, products: Collection[str], *, number: str, dated: date) -> MadeAgain:
    """The files of these products from the released words, with the templates and labels of today."""
    if not _makers:
        raise Refused("Nothing here makes files.")
    return _makers[0].made_again(release, products, number=number, dated=dated)
