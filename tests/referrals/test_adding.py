"""What becomes known after a referral was sent is added with its date and a receipt; the rest stays fixed."""

import hashlib
from datetime import datetime

import pytest
import time_machine

from pprg.audit.models import AuditLine
from pprg.clock import LONDON
from pprg.database import db
from pprg.notices.models import Notice
from pprg.referrals import services, wording
from pprg.referrals.models import Addendum, Referral
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.referrals.builders import NAME, NEIGHBOUR

WORDS = f"The coroner wrote on Friday. {NEIGHBOUR} says that {NAME} rang him on 1 June."


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def sent(referrer):
    return a_sent_referral(by=referrer.account)


def adds(person, referral, words=WORDS):
    return person.fills_in(f"/referrals/{referral.id}/add", words=words)


def text_of(person, referral):
    return person.reads(f"/referrals/{referral.id}").select_one("main").get_text(" ", strip=True)


def test_it_stands_below_what_was_sent_with_its_date_and_receipt(referrer, sent):
    with time_machine.travel(datetime(2030, 1, 7, 9, 5, tzinfo=LONDON)):
        services.add_to_referral(sent, WORDS, by=referrer.account)
    page = text_of(referrer, sent)
    assert "Added later 7 January 2030 at 09:05" in page
    assert WORDS in page
    assert hashlib.sha256(WORDS.encode()).hexdigest() in page


def test_what_was_sent_stays_as_it_was(referrer, sent):
    before = sent.receipt, sent.sendings[-1].text
    adds(referrer, sent)
    now = db.session.get(Referral, sent.id)
    assert (now.receipt, now.sendings[-1].text) == before


def test_those_who_work_on_the_case_read_it_without_names(people, referrer, sent):
    adds(referrer, sent)
    page = text_of(people.coordinator(), sent)
    assert "The coroner wrote on Friday. [Other person 1] says that [Adult, 79] rang him" in page
    assert NEIGHBOUR not in page
    assert WORDS in text_of(people.safeguarding_lead(), sent)


def test_the_coordinators_are_told_that_more_came(people, referrer, sent):
    coordinator = people.coordinator()
    adds(referrer, sent)
    told = db.session.query(Notice).filter_by(kind=wording.MORE_CAME)
    assert [one.to_id for one in told] == [coordinator.account.id]


def test_before_it_is_authorised_its_lead_reads_it_and_the_coordinators_are_not_told(people, referrer):
    lead, _ = people.safeguarding_lead(), people.coordinator()
    sent = an_awaited_referral(by=referrer.account)
    adds(referrer, sent)
    assert WORDS in lead.reads(f"/referrals/{sent.id}/authorise").get_text(" ", strip=True)
    assert not db.session.query(Notice).filter_by(kind=wording.MORE_CAME).count()


def test_pressing_the_button_twice_adds_it_once(referrer, sent):
    adds(referrer, sent)
    adds(referrer, sent)
    assert db.session.query(Addendum).count() == 1


def test_nobody_else_adds_to_it(people, sent):
    assert people.safeguarding_lead().opens(f"/referrals/{sent.id}/add").status_code == 403
    assert people.coordinator().opens(f"/referrals/{sent.id}/add").status_code == 403
    assert people.panel_member().opens(f"/referrals/{sent.id}/add").status_code == 404


def test_a_draft_has_nothing_to_add_to(referrer):
    draft = a_draft(by=referrer.account)
    assert referrer.opens(f"/referrals/{draft.id}/add").status_code == 403


def test_a_referral_that_was_returned_is_changed_and_not_added_to(people, referrer, sent):
    services.return_referral(sent, "Who rang?", by=people.coordinator().account)
    answer = referrer.opens(f"/referrals/{sent.id}/add")
    assert answer.status_code == 409
    assert "You cannot add to a referral that is returned for more information." in answer.text
    assert referrer.opens(f"/referrals/{sent.id}/happened").status_code == 200


@pytest.mark.parametrize(
    ("words", "sentence"), [("", "Write what you want to add."), ("z" * 20_001, "Shorten this to 20,000")]
)
def test_what_cannot_be_added_stays_in_the_box(referrer, sent, words, sentence):
    answer = adds(referrer, sent, words)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert words in answer.text


def test_the_trail_tells_that_something_was_added_and_nothing_of_it(referrer, sent):
    adds(referrer, sent)
    line = db.session.query(AuditLine).filter_by(verb="added to").one()
    assert sent.addenda[0].receipt in line.detail
    assert "coroner" not in line.detail
