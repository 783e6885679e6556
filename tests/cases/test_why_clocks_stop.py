"""Only what was done reads as done: a clock that counts no longer says why."""

import pytest

from pprg import clock
from pprg.cases.queries import clocks_of_case
from pprg.database import db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import Route
from pprg.guidance.due import said
from pprg.meetings import services
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import Outcome
from pprg.referrals.services import redirect_referral
from pprg.referrals.states import AnotherWay
from tests.builders import a_sent_referral
from tests.meetings.builders import a_ratified_decision, an_item, ratify, words


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def sent(people, coordinator):
    return a_sent_referral(by=people.referrer().account)


def says(case, kind):
    (due,) = [due for due in clocks_of_case(case) if due.clock.kind == kind]
    return due.words


def test_when_the_referral_is_withdrawn(people, coordinator, sent):
    people.referrer().fills_in(f"/referrals/{sent.id}/withdraw", reason="It was sent twice.")
    stopped = f"stopped: the referral was withdrawn on {said(clock.today())}"
    assert says(sent.case, ClockKind.ACK_REFERRER) == stopped
    page = " ".join(coordinator.reads(f"/referrals/{sent.id}").get_text(" ").split())
    assert "Done or stopped" in page
    assert stopped.capitalize()[:20] in page


def test_when_the_referral_goes_another_way_its_referrer_has_been_answered(coordinator, sent):
    redirect_referral(
        sent, AnotherWay.COMPLAINT, reason="No harm.", letter="Dear all", by=coordinator.account
    )
    db.session.flush()
    assert says(sent.case, ClockKind.ACK_REFERRER).startswith("done ")
    assert says(sent.case, ClockKind.SAR_DECIDE).startswith("stopped: the referral was sent another way on ")


def test_when_an_amendment_no_longer_calls_for_it(people, coordinator):
    by, chair = coordinator.account, people.chair().account
    item = an_item(by=by, referrer=people.referrer().account)
    decision = a_ratified_decision(item, Route.DHR, by=by, chair=chair, outcome=Outcome.DHR)
    edition = amend_decision(decision, "The cause of death is not known.", by=by)
    wait = words(Route.DHR, outcome=Outcome.WAIT, of_whom="the coroner", until=clock.today())
    services.save_decision(edition, wait, version=edition.version, by=by)
    services.record_decision(edition, by=by)
    services.sign_decision(edition, by=chair)
    ratify(edition)

    assert says(item.case, ClockKind.DHR_HO_NOTICE).startswith("stopped: the decision was amended on ")
    assert says(item.case, ClockKind.DHR_COMPLETE).startswith("stopped: the review was discontinued on ")
