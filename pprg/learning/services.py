from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.database import db
from pprg.errors import Refused
from pprg.learning import queries
from pprg.learning.models import Use
from pprg.learning.states import READ, TOOK, USED, Occasion
from pprg.publications.models import MadeFile, Release


@dataclass(frozen=True, kw_only=True)
class UseWords:
    """What a team says of its use: five fields, no names of people."""

    used_on: date
    team: str
    occasion: Occasion
    people: int
    change: str


def record_use(release: Release, words: UseWords, *, by: Account | None) -> Use:
    """Keep a team's account of using this learning. A visitor may give one too.

    Said twice in the same words it is kept once.
    """
    if words.used_on > clock.today():
        raise Refused("The day must be today or in the past.")
    if words.used_on < queries.first_out(release):
        raise Refused("The day is before this review came out.")
    said = asdict(words)
    if again := queries.same_use(release, said):
        return again
    use = Use(release=release, **said)
    db.session.add(use)
    record(USED, release, by=by)
    return use


def take_file(file: MadeFile, release: Release, *, by: Account | None) -> None:
    """Count a file taken, by version, before it is handed over."""
    record_read(TOOK, file, by=by, product=file.product, form=file.suffix, version=release.number)


def read_here(file: MadeFile, release: Release, *, by: Account | None) -> None:
    """Count a briefing read on the hub's own page, by version, before it is shown."""
    record_read(READ, file, by=by, product=file.product, version=release.number)
