"""Which letters a coordinator may begin in a case: those that are due, and others besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.guidance.codes import Route
from pprg.guidance.labels import route_label
from pprg.meetings.letters.kinds import agreed
from pprg.meetings.models import Decision
from pprg.meetings.queries.deciding import decisions_of_case
from pprg.meetings.states import LetterKind, Outcome
from pprg.referrals.models import Referral
from pprg.referrals.queries import referrals_of_case


@dataclass(frozen=True)
class Offer:
    """One letter that may be begun, by a code that a form sends back."""

    kind: LetterKind
    label: str
    referral: Referral | None = None
    decision: Decision | None = None

    @property
    def code(self) -> str:
        return code_of(self.kind, self.referral, self.decision)


def code_of(kind: LetterKind, referral: Referral | None, decision: Decision | None) -> str:
    return ".".join([kind.name, *(str(one.id) if one else "" for one in (referral, decision))])


def offers(reader: Account | None, case: Case) -> dict[str, Offer]:
    """Every letter that this reader may begin in a case, by its code."""
    return {offer.code: offer for offer in _offers(reader, case)}


def _offers(reader: Account | None, case: Case) -> Iterator[Offer]:
    for referral in referrals_of_case(reader, case.id):
        to = f"To the referrer, {referral.agency.name}"
        yield Offer(LetterKind.ACKNOWLEDGEMENT, f"{to}: we have the referral", referral)
        yield Offer(LetterKind.INVITATION, f"{to}: please present it", referral)
    yield Offer(LetterKind.INFORMATION, "To an agency: please tell us what you know")
    for decision in decisions_of_case(reader, case):
        if decision.is_ratified and decision.amended_by is None and decision.outcome:
            yield from _of_decision(decision, decision.outcome)


def _of_decision(decision: Decision, outcome: Outcome) -> Iterator[Offer]:
    name = route_label(decision.route, on=decision.item.meeting.held_on)
    if outcome == Outcome.WAIT:
        label = f"To an agency: please tell us what you know ({name})"
        yield Offer(LetterKind.INFORMATION, label, None, decision)
        return
    kind = LetterKind.REVIEW_AGREED if agreed(decision.route, outcome) else LetterKind.NO_REVIEW
    if decision.item.referral:
        label = f"To the referrer, {decision.item.referral.agency.name}: what was decided ({name})"
        yield Offer(kind, label, decision.item.referral, decision)
        label = f"To the referrer, {decision.item.referral.agency.name}: the review has ended ({name})"
        yield Offer(LetterKind.CONCLUSION, label, decision.item.referral, decision)
    yield Offer(kind, f"To an agency: what was decided ({name})", None, decision)
    yield Offer(LetterKind.FAMILY, f"To the person or the family ({name})", None, decision)
    if decision.route == Route.CHILD and outcome != Outcome.RAPID_REVIEW:
        yield Offer(LetterKind.PANEL, f"To the national Panel ({name})", None, decision)
    if decision.route == Route.DHR:
        yield Offer(LetterKind.HOME_OFFICE, f"To the Home Office ({name})", None, decision)
    yield Offer(LetterKind.CONCLUSION, f"To others: the review has ended ({name})", None, decision)
