"""What follows a decision, pressed twice or by two people at once: it happens once, on either database."""

from __future__ import annotations

import pytest

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import AgendaItem, Decision, Meeting
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import MeetingEvent, Outcome
from pprg.referrals.models import Referral
from pprg.reviews.models import Review
from pprg.reviews.services import discontinue_review
from pprg.reviews.states import State as ReviewState
from tests.meetings.builders import a_meeting, a_ratified_decision, an_item
from tests.meetings.test_two_at_once import at_once
from tests.people import an_account

pytestmark = pytest.mark.both_databases


@pytest.fixture
def coordinators(app):
    return [an_account(f"Cora {number}", Role.COORDINATOR) for number in range(2)]


@pytest.fixture
def decided(coordinators):
    chair = an_account("Charlie", Role.CHAIR)
    item = an_item(by=coordinators[0], referrer=an_account("Rowan", Role.REFERRER, "Marlshire Police"))
    decision = a_ratified_decision(item, by=coordinators[0], chair=chair, outcome=Outcome.MANDATORY_SAR)
    commit()
    return decision


def test_a_further_route_begun_twice_at_once_is_begun_once(app, decided, coordinators):
    def start(which):
        item = db.session.get(AgendaItem, decided.item_id)
        services.start_decision(item, Route.DHR, by=db.session.get(Account, coordinators[which].id))

    assert at_once(app, lambda: start(0), lambda: start(0), lambda: start(1)) == [True] * 3
    assert db.session.query(Decision).filter_by(route=Route.DHR).count() == 1


def test_put_before_the_group_again_twice_at_once_it_is_heard_once(app, decided, coordinators):
    meetings = [a_meeting(by=coordinators[0], in_days=days) for days in (20, 40)]
    commit()

    def put(which):
        put_before_again(
            db.session.get(Referral, decided.item.referral_id),
            db.session.get(Meeting, meetings[which].id),
            by=db.session.get(Account, coordinators[which].id),
        )

    done = at_once(app, lambda: put(0), lambda: put(0), lambda: put(1))
    assert True in done
    assert db.session.query(AgendaItem).count() == 2


def test_amended_and_looked_at_again_at_once_there_is_one_edition(app, decided, coordinators):
    for event in (MeetingEvent.OPEN, MeetingEvent.BEGIN, MeetingEvent.CLOSE):
        decided.item.meeting.move(event)
    again = put_before_again(
        decided.item.referral, a_meeting(by=coordinators[0], in_days=20), by=coordinators[0]
    )
    commit()

    def amend():
        by = db.session.get(Account, coordinators[0].id)
        amend_decision(db.session.get(Decision, decided.id), "A number is wrong.", by=by)

    def look():
        by = db.session.get(Account, coordinators[1].id)
        services.start_decision(db.session.get(AgendaItem, again.id), Route.SAR, by=by)

    assert True in at_once(app, amend, look)
    assert db.session.query(Decision).filter_by(edition=2).count() == 1


def test_a_review_discontinued_twice_at_once_ends_once(app, decided, coordinators):
    (review,) = db.session.query(Review)

    def end(which):
        by = db.session.get(Account, coordinators[which].id)
        discontinue_review(db.session.get(Review, review.id), f"Reason {which}", by=by)

    assert True in at_once(app, lambda: end(0), lambda: end(1))
    assert review.state == ReviewState.DISCONTINUED
    assert db.session.query(AuditLine).filter_by(verb="discontinued").count() == 1
