"""Mails about meetings: worded when they are sent, to whom may still know, without a word of a case."""

import pytest

from pprg.cases import services as cases
from pprg.database import db
from pprg.meetings import services
from pprg.meetings.services import telling
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from tests.builders import a_sent_referral
from tests.meetings.builders import EVIDENCE, REASON, WHY, a_recorded_decision, an_item


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def member(people):
    return people.panel_member().account


@pytest.fixture
def item(people, coordinator, member):
    return an_item(by=coordinator, referrer=people.referrer().account, members=[member])


def worded(kind):
    """What would be sent now, by address."""
    waiting = db.session.query(Notice).filter_by(kind=kind)
    said = [_wordings[kind](notice.to_id, notice.thing_id) for notice in waiting]
    return {words.address: words for words in said if words}


def test_each_mail_names_a_day_or_a_reference_and_leads_to_a_page(app, people, coordinator, member, item):
    chair, second = people.chair().account, people.coordinator("Sasha Second").account
    services.put_on_agenda(item.meeting, a_sent_referral(by=people.referrer().account), by=coordinator)
    decision = a_recorded_decision(item, by=coordinator)
    expected = {
        telling.OPENED: member,
        telling.CHANGED: member,
        telling.TO_SIGN: chair,
    }
    for kind, reader in expected.items():
        words = worded(kind)[reader.email]
        for secret in ("Hallewell", "Theodora", WHY, EVIDENCE, REASON, "Safeguarding Adults"):
            assert secret not in f"{words.subject} {words.body}"
        assert people.made[f"{reader.name} {reader.agency_name}"].opens(words.path).status_code == 200
    services.hand_back_decision(decision, "Again", by=chair)
    assert set(worded(telling.HANDED_BACK)) == {coordinator.email}
    services.step_out(item, by=member)
    assert set(worded(telling.STEPPED_OUT)) == {coordinator.email, second.email}
    assert item.case.reference in worded(telling.STEPPED_OUT)[second.email].subject


def test_a_mail_is_dropped_when_its_reader_may_no_longer_know(people, coordinator, member, item):
    chair = people.chair().account
    decision = a_recorded_decision(item, by=coordinator)
    assert worded(telling.TO_SIGN)
    cases.step_out(item.case, chair, by=chair)
    assert chair.email not in worded(telling.TO_SIGN)
    services.take_seat_away(item.meeting.invited[0], by=coordinator)
    db.session.flush()
    assert member.email not in worded(telling.OPENED)
    assert decision.signed_at is None


def test_a_mail_to_sign_is_dropped_once_it_is_signed_or_open_again(people, coordinator, item):
    people.chair()
    decision = a_recorded_decision(item, by=coordinator)
    services.take_back_decision(decision, by=coordinator)
    assert not worded(telling.TO_SIGN)
