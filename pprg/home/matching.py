"""People who may be in two cases, as the coordinator's day has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pprg.accounts.models import Account
from pprg.home.needs import Need, counted, waiting
from pprg.people.queries import matches_visible_to, staff_matches_visible_to
from pprg.people.states import Kept


def needs(reader: Account) -> Iterator[Need]:
    """One line for all pairs, and one for colleagues kept out: the page lists them."""
    if possible := matches_visible_to(reader, decided=False):
        yield Need(
            do=f"Look at {counted(len(possible), 'possible match', 'possible matches')} of people",
            endpoint="people.matches",
            stands=waiting(min(match.created_at for match in possible)),
        )
    if kept := [one for one in staff_matches_visible_to(reader) if one.state == Kept.KEPT_OUT and one.is_new]:
        yield Need(
            do=f"Look at {counted(len(kept), 'colleague', 'colleagues')} kept out of a case",
            endpoint="people.matches",
            stands=waiting(min(one.created_at for one in kept)),
        )


def waits(_reader: Account) -> Sequence[Need]:
    return []
