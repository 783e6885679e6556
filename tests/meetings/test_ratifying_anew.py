"""An amended recommendation goes to its legal owners anew, and the outcome follows."""

from dataclasses import replace

import pytest

from pprg.agencies.states import LegalOwner
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.meetings import services
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import RatifyingEvent
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.referrals.states import State
from pprg.reviews.models import Review
from tests.meetings.builders import a_signed_decision

SAB = LegalOwner.SAFEGUARDING_ADULTS_BOARD


@pytest.fixture
def board(people):
    return people.decision_maker()


@pytest.fixture
def signed(item, board, coordinator, chair):
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    commit()
    return decision


def asked(decision, owner=SAB):
    return next(each for each in decision.ratifications if each.owner == owner)


def url(ratification):
    return f"/meetings/ratifications/{ratification.id}"


def told(kind):
    """Who is told in a mail of this kind, with its words as they would be sent now."""
    found = db.session.query(Notice).filter_by(kind=kind)
    return {notice.to_id: _wordings[kind](notice.to_id, notice.thing_id) for notice in found}


def answers(person, ratification, event, reasons=""):
    return person.fills_in(url(ratification), answer=event.value, reasons=reasons)


def amended(decision, coordinator, chair, **changes):
    """Another edition, recorded and signed."""
    by = coordinator.account
    later = amend_decision(decision, "A report came late.", by=by)
    services.save_decision(later, replace(later.words, **changes), version=later.version, by=by)
    services.record_decision(later, by=by)
    services.sign_decision(later, by=chair.account)
    commit()
    return later


def test_an_amendment_is_put_before_the_board_anew(signed, board, coordinator, chair):
    later = amended(signed, coordinator, chair, reason="four agencies closed it and nobody rang")
    assert "Edition 2. It was amended because: A report came late." in asked(later).text
    with pytest.raises(Refused, match="amended since"):
        services.answer_ratification(asked(signed), RatifyingEvent.RATIFY, by=board.account)
    assert [each.decision for each in queries.waiting_for(board.account)] == [later]

    answers(board, asked(later), RatifyingEvent.RATIFY)
    assert signed.item.referral.outcome == later.sentence


def test_after_what_was_not_agreed_an_amendment_may_be_agreed_to(signed, board, coordinator, chair):
    answers(board, asked(signed), RatifyingEvent.REFUSE, "It does not say why.")
    later = amended(signed, coordinator, chair, reason="four agencies closed it and nobody rang")
    answers(board, asked(later), RatifyingEvent.RATIFY)
    assert signed.item.referral.state == State.DECIDED


def test_an_amendment_of_what_has_taken_effect_changes_what_the_referrer_reads(
    signed, board, coordinator, chair, people
):
    answers(board, asked(signed), RatifyingEvent.RATIFY)
    later = amended(signed, coordinator, chair, reason="four agencies closed it and nobody rang")
    assert signed.item.referral.outcome == signed.sentence
    answers(board, asked(later), RatifyingEvent.RATIFY)

    assert signed.item.referral.outcome == later.sentence
    assert len(told("referral decided")) == 1
    assert db.session.query(Notice).filter_by(kind="referral decided").count() == 2
    assert db.session.query(Review).count() == 1
