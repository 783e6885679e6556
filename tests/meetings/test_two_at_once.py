"""Two people at the same moment: one change after the other, on either database."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from pprg import database
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import AgendaItem, Decision, Ratification, Saving, UrgentAction
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.services.deciding import bring_back
from pprg.meetings.states import Outcome, State
from pprg.meetings.words import ActionWords
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting, a_recorded_decision, a_signed_decision, an_item, words
from tests.people import an_account

pytestmark = pytest.mark.both_databases
NO = (Refused, IntegrityError, StaleDataError)


@pytest.fixture
def coordinator(app):
    return an_account("Cora", Role.COORDINATOR)


@pytest.fixture
def chairs(app):
    return [an_account(f"Charlie {number}", Role.CHAIR) for number in range(2)]


@pytest.fixture
def referrer(app):
    return an_account("Rowan", Role.REFERRER, "Marlshire Police")


@pytest.fixture
def item(coordinator, referrer):
    return an_item(by=coordinator, referrer=referrer)


def at_once(app, *acts):
    """Do these together, each as a request of its own would. True for each that was not refused."""
    database.commit()
    start = threading.Barrier(len(acts))

    def one(act):
        with app.app_context():
            start.wait(timeout=20)
            try:
                act()
                db.session.commit()
            except NO:
                db.session.rollback()
                return False
            return True

    with ThreadPoolExecutor(len(acts)) as pool:
        done = list(pool.map(one, acts))
    db.session.expire_all()
    return done


def verbs(thing):
    return [line.verb for line in db.session.query(AuditLine).filter_by(thing=thing)]


def test_a_decision_recorded_twice_at_once_is_recorded_once(app, item, coordinator):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    services.save_decision(decision, words(), version=decision.version, by=coordinator)
    database.commit()

    def record():
        services.record_decision(
            db.session.get(Decision, decision.id), by=db.session.get(Account, coordinator.id)
        )

    assert at_once(app, record, record, record) == [True, True, True]
    assert decision.state == State.RECORDED
    assert verbs("decision").count("recorded") == 1


def test_a_decision_signed_twice_at_once_is_signed_once(app, item, coordinator, chairs):
    decision = a_recorded_decision(item, by=coordinator)
    database.commit()

    def sign(chair=chairs[0].id):
        services.sign_decision(db.session.get(Decision, decision.id), by=db.session.get(Account, chair))

    assert at_once(app, sign, sign, sign) == [True, True, True]
    assert decision.state == State.SIGNED
    assert decision.digest == decision.digest_now
    assert verbs("decision").count("signed") == verbs("decision").count("sent for ratification") == 1
    assert db.session.query(Ratification).count() == 1


def test_the_last_two_decisions_of_an_item_signed_at_once_let_it_wait(app, item, coordinator, chairs):
    """Each must see the other signed, or neither would let go of it. To wait is the group's own."""
    both = [
        a_recorded_decision(item, route, by=coordinator, outcome=Outcome.WAIT)
        for route in (Route.SAR, Route.LEARNING)
    ]
    database.commit()

    def sign(which):
        decision, chair = db.session.get(Decision, both[which].id), db.session.get(Account, chairs[which].id)
        services.sign_decision(decision, by=chair)

    assert at_once(app, lambda: sign(0), lambda: sign(1)) == [True, True]
    assert db.session.get(Referral, item.referral_id).state == ReferralState.RECEIVED


def test_signed_or_changed_at_once_it_is_one_of_the_two(app, item, coordinator, chairs):
    decision = a_recorded_decision(item, by=coordinator)
    seen = decision.version
    database.commit()

    def sign():
        services.sign_decision(
            db.session.get(Decision, decision.id), by=db.session.get(Account, chairs[0].id), version=seen
        )

    def change():
        services.save_decision(
            db.session.get(Decision, decision.id),
            words(reason="other words"),
            version=seen,
            by=db.session.get(Account, coordinator.id),
        )

    signed, changed = at_once(app, sign, change)
    assert signed != changed
    assert (decision.state == State.SIGNED) == signed
    assert (decision.reason == "other words") == changed


def test_of_two_texts_saved_at_once_one_stands_and_the_other_is_told(app, item, coordinator):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    seen = decision.version
    database.commit()

    def save(text):
        services.save_decision(
            db.session.get(Decision, decision.id),
            words(reason=text),
            version=seen,
            by=db.session.get(Account, coordinator.id),
        )

    done = at_once(app, lambda: save("one text"), lambda: save("another text"))
    assert sorted(done) == [False, True]
    assert decision.reason == ("one text" if done[0] else "another text")
    assert {weighing.reason for weighing in decision.weighings} == {words().weighings["adult"].reason}


def test_a_decision_started_twice_at_once_is_started_once(app, item, coordinator):
    database.commit()

    def start():
        services.start_decision(
            db.session.get(AgendaItem, item.id), Route.SAR, by=db.session.get(Account, coordinator.id)
        )

    assert at_once(app, start, start) == [True, True]
    assert db.session.query(Decision).count() == 1


def test_a_referral_put_on_two_agendas_at_once_is_on_one(app, coordinator, referrer):
    meetings = [a_meeting(by=coordinator) for _ in range(2)]
    referral = a_sent_referral(by=referrer)
    database.commit()

    def put_on(meeting):
        services.put_on_agenda(
            db.session.get(type(meeting), meeting.id),
            db.session.get(Referral, referral.id),
            by=db.session.get(Account, coordinator.id),
        )

    done = at_once(app, lambda: put_on(meetings[0]), lambda: put_on(meetings[1]))
    assert sorted(done) == [False, True]
    assert db.session.query(AgendaItem).count() == 1


def test_two_scribes_who_save_at_once_lose_no_row_and_double_none(app, item, coordinator):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    seen = decision.version
    database.commit()

    def save(what):
        services.save_decision(
            db.session.get(Decision, decision.id),
            words(actions=(ActionWords(what=what), ActionWords(what="both want it"))),
            version=seen,
            by=db.session.get(Account, coordinator.id),
        )

    done = at_once(app, lambda: save("one"), lambda: save("another"))
    assert sorted(done) == [False, True]
    rows = [act.what for act in db.session.query(UrgentAction).order_by(UrgentAction.place)]
    assert rows == ["one" if done[0] else "another", "both want it"]


def test_an_amendment_begun_twice_at_once_is_begun_once(app, item, coordinator, chairs):
    decision, by = a_signed_decision(item, by=coordinator, chair=chairs[0]).id, coordinator.id
    database.commit()

    def amend(because):
        amend_decision(db.session.get(Decision, decision), because, by=db.session.get(Account, by))

    assert at_once(app, lambda: amend("a slip"), lambda: amend("a slip")) == [True, True]
    assert sorted(at_once(app, lambda: amend("a slip"), lambda: amend("another"))) == [False, True]
    assert db.session.query(Decision).count() == 2


def test_an_undo_pressed_twice_at_once_undoes_once(app, item, coordinator):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    for reason in ("right", "wrong"):
        said = words(reason=reason)
        services.save_decision(decision, said, version=decision.version, by=coordinator)
        database.commit()
    saving, seen = decision.savings[-1].id, decision.version
    database.commit()

    def undo():
        bring_back(
            db.session.get(Decision, decision.id),
            db.session.get(Saving, saving),
            version=seen,
            by=db.session.get(Account, coordinator.id),
        )

    assert sorted(at_once(app, undo, undo)) == [False, True]
    assert decision.reason == "right"
