"""What needs somebody today, what they wait for and what came out: joined from what the rooms answer.

Every room is asked with the reader first, so nothing stands here that its own page would not show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pprg.accounts.models import Account
from pprg.cases.rules import list_clocks
from pprg.home import answering, asking, deciding, invited, matching, publishing, referring, timing
from pprg.home.needs import Group, Need, by_when, most_urgent_first
from pprg.home.rules import sees_cases
from pprg.learning.queries import Card, new_learning
from pprg.meetings.rules import list_meetings
from pprg.people.rules import list_matches
from pprg.referrals.rules import list_referrals
from pprg.requests.rules import list_requests
from pprg.reviews.rules import list_reviews
from pprg.web.guard import signed_in

ROOMS = (
    (list_clocks, timing),
    (signed_in, answering),
    (signed_in, invited),
    (list_meetings, deciding),
    (list_requests, asking),
    (list_referrals, referring),
    (list_matches, matching),
    (list_reviews, publishing),
)
"""In the order in which their needs are listed, and whom each room concerns at all."""


@dataclass(frozen=True, kw_only=True)
class Today:
    needs: Sequence[Need]
    """What this person can do something about now, most urgent first."""
    waits: Sequence[Need]
    """What lies with somebody else."""
    decided: Sequence[Need]
    learning: Sequence[Card]
    of_cases: bool
    """Whether anything here is about a case."""

    @property
    def groups(self) -> Sequence[Group]:
        """The needs by when they are due."""
        return by_when(self.needs)


def today_of(reader: Account) -> Today:
    rooms = [room for concerns, room in ROOMS if concerns(reader)]
    return Today(
        needs=most_urgent_first(need for room in rooms for need in room.needs(reader)),
        waits=[need for room in rooms for need in room.waits(reader)],
        decided=list(referring.decided(reader)) if referring in rooms else [],
        learning=new_learning(),
        of_cases=sees_cases(reader),
    )
