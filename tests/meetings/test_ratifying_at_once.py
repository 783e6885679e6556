"""Partners who answer at the same moment: one answer after the other, on either database."""

from __future__ import annotations

import pytest

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import Ratification
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import AGREED, Outcome, RatifyingEvent, RatifyingState
from pprg.referrals.states import State as ReferralState
from pprg.reviews.models import Review
from tests.meetings.builders import a_signed_decision, an_item, words
from tests.meetings.test_two_at_once import at_once
from tests.people import an_account

pytestmark = pytest.mark.both_databases
PARTNERS = (
    LegalOwner.PARTNER_LOCAL_AUTHORITY,
    LegalOwner.PARTNER_HEALTH,
    LegalOwner.PARTNER_POLICE,
)


@pytest.fixture
def coordinator(app):
    return an_account("Cora", Role.COORDINATOR)


@pytest.fixture
def chair(app):
    return an_account("Charlie", Role.CHAIR)


@pytest.fixture
def rapid(coordinator, chair):
    item = an_item(by=coordinator, referrer=an_account("Rowan", Role.REFERRER, "Marlshire Police"))
    return a_signed_decision(item, Route.CHILD, by=coordinator, chair=chair, outcome=Outcome.RAPID_REVIEW)


def a_partner(owner, name=""):
    return an_account(name or f"Dee {owner.name.title()}", Role.DECISION_MAKER, "", owner)


def says(ratification, event, account, reasons=""):
    """What a request of this person does: everything is read anew in it."""
    ids = ratification.id, account.id

    def answer():
        there, by = db.session.get(Ratification, ids[0]), db.session.get(Account, ids[1])
        services.answer_ratification(there, event, by=by, reasons=reasons)

    return answer


def test_three_partners_who_agree_at_once_commission_one_review(app, rapid):
    acts = [says(each, RatifyingEvent.RATIFY, a_partner(each.owner)) for each in rapid.ratifications]

    assert at_once(app, *acts) == [True, True, True]

    assert all(each.state in AGREED for each in rapid.ratifications)
    assert db.session.query(Review).count() == 1
    assert rapid.item.referral.state == ReferralState.DECIDED
    assert db.session.query(AuditLine).filter_by(verb="took effect").count() == 1


def test_two_of_one_body_who_do_not_agree_leave_the_answer_of_one(app, rapid):
    council = next(each for each in rapid.ratifications if each.owner == PARTNERS[0])
    one, other = a_partner(PARTNERS[0], "Uma One"), a_partner(PARTNERS[0], "Olu Other")

    done = at_once(
        app,
        says(council, RatifyingEvent.RATIFY, one),
        says(council, RatifyingEvent.REFUSE, other, "We were not asked."),
    )

    assert sorted(done) == [False, True]
    kept = (council.state, council.answered_by.name)
    assert kept in {(RatifyingState.RATIFIED, "Uma One"), (RatifyingState.NOT_AGREED, "Olu Other")}


def test_an_answer_and_an_amendment_at_once_are_one_after_the_other(app, rapid, coordinator, chair):
    """Whoever answers the older words did so before the newer were signed."""
    later = amend_decision(rapid, "A report came late.", by=coordinator)
    services.save_decision(
        later, words(Route.CHILD, outcome=Outcome.NO_REVIEW), version=later.version, by=coordinator
    )
    services.record_decision(later, by=coordinator)
    partners = {owner: a_partner(owner) for owner in PARTNERS}
    old = {each.owner: each for each in rapid.ratifications}
    for owner in PARTNERS[:2]:
        services.answer_ratification(old[owner], RatifyingEvent.RATIFY, by=partners[owner])
    ids = later.id, chair.id

    def sign():
        services.sign_decision(db.session.get(type(later), ids[0]), by=db.session.get(Account, ids[1]))

    answered, signed = at_once(
        app, says(old[PARTNERS[2]], RatifyingEvent.RATIFY, partners[PARTNERS[2]]), sign
    )

    assert signed
    assert len(later.ratifications) == 3
    assert answered == (old[PARTNERS[2]].state == RatifyingState.RATIFIED)
    assert db.session.query(Review).count() == int(answered)
    if answered:
        assert old[PARTNERS[2]].answered_at <= later.signed_at
