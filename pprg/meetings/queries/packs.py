"""What a pack is made of, as far as its reader may see it, and what it still lacks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from pprg.accounts.models import Account
from pprg.cases.queries import clocks_of
from pprg.guidance.calendar import working_days_after
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import theme_label
from pprg.guidance.queries import closed_days
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.sitting import agenda_of
from pprg.meetings.states import MeetingKind
from pprg.publications.models import Release
from pprg.publications.queries import record_of, releases_readable
from pprg.publications.record import LearningRecord
from pprg.referrals.queries import documents_for
from pprg.requests.queries import requests_of_case
from pprg.requests.states import ANSWERED

WORKING_DAYS_BEFORE = 5
"""How long before a meeting its members have the pack. The group's own rule: its terms may say otherwise."""
MOST_EARLIER = 6


@dataclass(frozen=True)
class Learned:
    """A local review whose learning is out, and which of the themes asked about are its themes too."""

    release: Release
    record: LearningRecord
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Ready:
    """How far the pack of one item is."""

    number: int
    item: AgendaItem
    asked: bool
    """Whether somebody has written what the group is asked."""
    returned: int
    waiting: tuple[str, ...]
    """Who was asked and has not answered, by agency."""
    late: tuple[str, ...]
    documents: int
    rapid: bool
    """It goes out as soon as it is complete."""

    @property
    def nobody_asked(self) -> bool:
        return not (self.returned or self.waiting or self.late)


def earlier_learning(item: AgendaItem, themes: Collection[str]) -> list[Learned]:
    """Released learning of other cases with any of these themes, by their labels; the nearest first."""
    found = []
    for release in releases_readable():
        labels = dict.fromkeys(theme_label(code) for code in release.proof.record.get("themes", []))
        shared = tuple(label for label in labels if label in themes)
        if shared and release.publication.case_id != item.case_id:
            found.append(Learned(release, record_of(release), shared))
    return sorted(found, key=lambda one: -len(one.shared))[:MOST_EARLIER]


def readiness_of(reader: Account | None, meeting: Meeting) -> list[Ready]:
    """Item by item as this reader sees them."""
    lines = agenda_of(reader, meeting)
    return [_ready(reader, line.number, line.item) for line in lines if line.item and not line.waits]


def to_be_issued_on(meeting: Meeting) -> date:
    """The last day on which an ordinary pack is not late."""
    return working_days_after(meeting.held_on, -WORKING_DAYS_BEFORE, closed=closed_days())


def _ready(reader: Account | None, number: int, item: AgendaItem) -> Ready:
    requests = requests_of_case(reader, item.case_id)
    open_ones = [one for one in requests if one.is_open]
    rapid = any(
        due.clock.kind == ClockKind.RAPID_REVIEW and due.clock.runs for due in clocks_of(reader, item.case_id)
    )
    return Ready(
        number=number,
        item=item,
        asked=bool(item.asked),
        returned=sum(one.state in ANSWERED for one in requests),
        waiting=tuple(one.agency.name for one in open_ones if not one.is_late),
        late=tuple(one.agency.name for one in open_ones if one.is_late),
        documents=len(documents_for(reader, item.referral)) if item.referral else 0,
        rapid=rapid or item.meeting.kind == MeetingKind.EXTRAORDINARY,
    )
