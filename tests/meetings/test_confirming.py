"""A meeting too small to decide recommends; named members confirm in writing within three working days."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.calendar import working_days_after
from pprg.meetings import services
from pprg.meetings.models import Confirmation
from pprg.meetings.queries import confirming as queries
from pprg.meetings.rules import confirming as may
from pprg.meetings.services.confirming import confirm_decision
from pprg.meetings.states import InterestKind, Reply, Ruling, State
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.referrals.states import State as ReferralState
from tests.meetings.builders import a_decision, an_item
from tests.people import Person

ABSENT = ("Pol Police", "Hal Health")


@pytest.fixture
def pending(people, coordinator, chair):
    """Police and health were not in the room; the chair has signed all the same."""
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    decision = a_decision(item, by=coordinator.account)
    services.open_agenda(item.meeting, by=coordinator.account)
    for seat in item.meeting.invited:
        if seat.account.name in ABSENT:
            services.leave(seat, by=coordinator.account)
    services.record_decision(decision, by=coordinator.account)
    services.sign_decision(decision, by=chair.account)
    commit()
    return decision


@pytest.fixture
def absent(app, pending, coordinator):
    """The two who were not there, signed in, without an interest in the case."""
    seats = {seat.account.name: seat for seat in pending.item.meeting.invited}
    for name in ABSENT:
        services.declare_interest(pending.item, InterestKind.NONE, by=seats[name].account)
    commit()
    return [Person(app, seats[name].account) for name in ABSENT]


@pytest.fixture
def asked(pending, absent, coordinator):
    members = [str(person.account.id) for person in absent]
    answer = coordinator.fills_in(page_of(pending), form="form[action$=ask]", members=members)
    assert answer.status_code == 303
    return {one.account_id: one for one in pending.confirmations}


def page_of(decision):
    return f"/meetings/decisions/{decision.id}/confirmations"


def says(person, asked, agrees, words=""):
    one = asked[person.account.id]
    return person.fills_in(f"/meetings/confirmations/{one.id}", agrees=agrees, words=words)


def test_it_stays_a_recommendation_and_says_what_was_lacking(pending, coordinator):
    assert pending.state == State.PENDING
    assert pending.ratifications == []
    assert pending.item.referral.state == ReferralState.TABLED
    text = coordinator.reads(page_of(pending)).get_text()
    assert "the police" in text
    assert "the integrated care board" in text


def test_the_coordinator_asks_those_who_count_and_were_not_there(pending, absent, coordinator):
    offered = [label.get_text() for label in coordinator.reads(page_of(pending)).select("main form label")]
    for name in ABSENT:
        assert any(name in label for label in offered)
    assert not any("Ada Adults" in label for label in offered)


def test_asking_nobody_is_refused_beside_the_question(pending, absent, coordinator):
    answer = coordinator.fills_in(page_of(pending), form="form[action$=ask]")
    assert answer.status_code == 422
    assert "Choose who is asked." in answer.text


def test_with_enough_who_confirm_it_goes_to_the_board(pending, absent, asked):
    police, health = absent
    assert says(police, asked, "yes").status_code == 303
    assert pending.state == State.PENDING

    assert says(health, asked, "yes").status_code == 303
    assert pending.state == State.SIGNED
    (sent,) = pending.ratifications
    assert "The meeting was too small to decide. 2 more members confirmed it in writing." in sent.text
    assert pending.digest == pending.digest_now
    assert {one.digest for one in asked.values()} == {pending.digest}


def test_who_does_not_agree_says_why_and_is_shown(pending, absent, asked, chair):
    police, health = absent
    assert says(police, asked, "no").status_code == 422
    assert says(police, asked, "no", "We were not told of the hearing.").status_code == 303
    says(health, asked, "yes")

    assert pending.state == State.PENDING
    page = chair.reads(page_of(pending)).get_text(" ", strip=True)
    assert "We were not told of the hearing." in page
    assert "Does not agree" in page


def test_the_chair_hands_it_back_and_earlier_answers_do_not_count_for_new_words(
    pending, absent, asked, chair, coordinator
):
    says(absent[0], asked, "yes")
    answer = chair.fills_in(page_of(pending), form="form[action$=giving-back]", note="Say more of health.")
    assert answer.status_code == 303
    assert pending.state == State.DRAFT
    assert pending.signed_by is None

    said = pending.words
    services.save_decision(
        pending, type(said)(**{**vars(said), "voice": "Her sister was heard."}), version=pending.version,
        by=coordinator.account,
    )  # fmt: skip
    services.record_decision(pending, by=coordinator.account)
    services.sign_decision(pending, by=chair.account)
    assert [one.answered for one in pending.confirmations] == [False, False]


def test_it_is_due_in_three_working_days(pending):
    today = clock.today()
    assert queries.confirm_by(pending) == working_days_after(today, 3)


def test_nobody_confirms_before_they_have_said_whether_they_have_an_interest(app, pending, coordinator):
    seat = next(one for one in pending.item.meeting.invited if one.account.name == "Pol Police")
    coordinator.fills_in(page_of(pending), form="form[action$=ask]", members=[str(seat.account_id)])
    (one,) = pending.confirmations
    police = Person(app, seat.account)
    assert police.opens(f"/meetings/confirmations/{one.id}").status_code == 404

    notice = db.session.query(Notice).filter_by(kind="recommendation to confirm").one()
    words = _wordings[notice.kind](notice.to_id, notice.thing_id)
    assert words.path == f"/meetings/{pending.item.meeting_id}/interests"
    services.declare_interest(pending.item, InterestKind.NONE, by=seat.account)
    commit()
    assert police.opens(f"/meetings/confirmations/{one.id}").status_code == 200


def test_whoever_stepped_out_is_not_offered_and_hears_nothing(pending, absent, asked, coordinator):
    police = absent[0]
    services.step_out(pending.item, by=police.account)
    commit()
    assert police.opens(f"/meetings/confirmations/{asked[police.account.id].id}").status_code == 404
    assert "Pol Police" not in str(coordinator.reads(page_of(pending)).select("form[action$=ask]"))
    for notice in db.session.query(Notice).filter_by(
        kind="recommendation to confirm", to_id=police.account.id
    ):
        assert _wordings[notice.kind](notice.to_id, notice.thing_id) is None


def test_whoever_the_chair_kept_from_deciding_does_not_decide_in_writing(
    pending, absent, asked, coordinator, chair
):
    police, health = absent
    services.declare_interest(pending.item, InterestKind.AGENCY, by=police.account)
    said = pending.item.interest_of(police.account)
    services.rule_on_interest(said, Ruling.FACTS, because="They tell what officers saw.", by=chair.account)
    commit()
    assert "Pol Police" not in str(coordinator.reads(page_of(pending)).select("form[action$=ask]"))

    says(police, asked, "yes")
    says(health, asked, "yes")
    assert pending.state == State.PENDING
    assert "Still lacking: the police." in coordinator.reads(page_of(pending)).get_text(" ", strip=True)

    services.rule_on_interest(said, Ruling.STAY, because="It is not about officers.", by=chair.account)
    assert queries.quorum_now(pending).reached


def test_for_whoever_sent_a_deputy_the_deputy_is_asked(pending, absent, coordinator):
    seat = next(one for one in pending.item.meeting.invited if one.account.name == "Pol Police")
    seat.reply = Reply.DEPUTY
    commit()
    offered = coordinator.reads(page_of(pending)).select_one("form[action$=ask]").get_text()
    assert "Pol Police" not in offered
    assert "Hal Health" in offered


def test_where_nobody_is_left_to_ask_the_page_says_what_can_be_done(pending, absent, coordinator):
    for seat in pending.item.meeting.invited:
        if seat.account.name in ABSENT:
            services.step_out(pending.item, by=seat.account)
    commit()
    page = coordinator.reads(page_of(pending)).get_text(" ", strip=True)
    assert "Nobody else who was invited can be asked." in page


def test_nobody_confirms_for_another(pending, absent, asked, people):
    police, health = absent
    url = f"/meetings/confirmations/{asked[health.account.id].id}"
    assert police.posts(url, agrees="yes").status_code == 404
    assert people.decision_maker().opens(url).status_code == 404


def test_a_decision_that_waits_for_nobody_cannot_be_confirmed(pending, absent, asked):
    for person in absent:
        says(person, asked, "yes")
    with pytest.raises(Refused, match="any more"):
        confirm_decision(asked[absent[0].account.id], agrees=True, words="", by=absent[0].account)


def test_the_rule_and_the_query_agree(pending, absent, asked, people, time_machine):
    def agree():
        rows = db.session.query(Confirmation).all()
        for person in [*people.everyone(), *absent]:
            ruled = {one.id for one in rows if may.read_confirmation(person.account, one)}
            seen = {one.id for one in rows if queries.confirmation_visible_to(person.account, one.id)}
            assert seen == ruled

    agree()
    services.step_out(pending.item, by=absent[0].account)
    agree()
    time_machine.move_to(clock.now() + timedelta(days=60))
    agree()
