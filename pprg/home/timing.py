"""What is due in the cases that a coordinator looks into: overdue, due today, due soon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.queries import Due, running_clocks
from pprg.cases.rules import keep_clock
from pprg.guidance.clocks import ClockKind
from pprg.guidance.due import Tone
from pprg.home.needs import AT_MOST, Need, counted
from pprg.home.queries import labels_of
from pprg.referrals.models import Referral
from pprg.referrals.queries import referrals_of_case

PRESSING = frozenset({Tone.LATE, Tone.SOON})


def needs(reader: Account) -> Iterator[Need]:
    """Every date that has passed or comes near, the soonest first; the others are on the page of clocks."""
    pressing = [due for due in running_clocks(reader) if _presses(due) and keep_clock(reader, due.clock)]
    labels = labels_of([due.case for due in pressing[:AT_MOST]])
    for due in pressing[:AT_MOST]:
        yield _need(reader, due, labels.get(due.case.id, ""))
    left = len(pressing) - AT_MOST
    if left > 0:
        yield Need(
            do=f"See {counted(left, 'other date', 'other dates')} that come near or have passed",
            endpoint="clocks.index",
            stands="Waiting",
            due_on=pressing[AT_MOST].due_on,
        )


def waits(_reader: Account) -> Sequence[Need]:
    return []


def _presses(due: Due) -> bool:
    return due.clock.pause is None and (due.tone in PRESSING or due.due_on == clock.today())


def _need(reader: Account, due: Due, label: str) -> Need:
    """What is due, where it is done: an acknowledgement on the referral itself, else on the clock's page."""
    waiting = _to_acknowledge(reader, due)
    reference = due.case.reference
    return Need(
        do=f"Acknowledge {reference}" if waiting else f"{due.rule.label}: {reference}",
        endpoint="referrals.show" if waiting else "clocks.show",
        ids={"referral_id": waiting.id} if waiting else {"clock_id": due.clock.id},
        about=" · ".join(filter(None, [label, due.rule.owner if not waiting else waiting.agency.name])),
        stands=due.stands,
        tone=due.tone.value,
        due_on=due.due_on,
    )


def _to_acknowledge(reader: Account, due: Due) -> Referral | None:
    if due.clock.kind != ClockKind.ACK_REFERRER:
        return None
    those = referrals_of_case(reader, due.case.id)
    return next((referral for referral in those if referral.acknowledged_at is None), None)
