"""A safeguarding lead of the agency authorises a referral, or sends it back. Till then few know of it."""

from datetime import datetime, timedelta

import pytest
import time_machine

from pprg.accounts.states import Role
from pprg.clock import LONDON
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings import services as meetings
from pprg.notices.models import Notice
from pprg.referrals import queries, services, wording
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, State, Step
from tests.builders import a_draft, an_awaited_referral
from tests.people import Person, an_account
from tests.referrals.builders import NAME, NEIGHBOUR

POLICE = "Marlshire Police"
TEN = datetime(2026, 11, 25, 10, 0, tzinfo=LONDON)
NO_CLOCK = {"types": [Route.SAR.value]}


@pytest.fixture
def at_ten():
    """Ten o'clock on a Wednesday, for everybody who comes after this."""
    with time_machine.travel(TEN, tick=False) as clock:
        yield clock


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def lead(people):
    return people.safeguarding_lead()


@pytest.fixture
def deputy(app, people):
    """The agency's second safeguarding lead."""
    account = an_account("Dana Deputy", Role.SAFEGUARDING_LEAD, POLICE)
    commit()
    return Person(app, account)


def authorises(person, referral, view=LeadsView.AGREE, **said):
    answers = {"view": view.value, "checked": "y", "comments": "", **said}
    return person.fills_in(f"/referrals/{referral.id}/authorise", **answers)


def as_it_is_now(referral):
    return db.session.get(Referral, referral.id, populate_existing=True)


def told_of(kind):
    return {notice.to_id for notice in db.session.query(Notice).filter_by(kind=kind)}


def words_for(kind, person, referral):
    return wording._word(kind, person.account.id, referral.id)


def test_a_lead_reads_it_with_its_names_and_authorises_it(people, referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    page = lead.reads(f"/referrals/{sent.id}/authorise").get_text(" ", strip=True)
    assert NAME in page
    assert NEIGHBOUR in page

    assert authorises(lead, sent, comments="We held a debrief on 3 June.").status_code == 303

    now = as_it_is_now(sent)
    assert now.state == State.RECEIVED
    assert now.authorisations[0].comments == "We held a debrief on 3 June."
    assert now.authorisations[0].receipt == now.receipt
    assert people.chair().opens(f"/referrals/{sent.id}").status_code == 200
    assert told_of(wording.AUTHORISED) == {referrer.account.id}


def test_learning_only_is_kept_as_what_the_lead_said(referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    authorises(lead, sent, LeadsView.LEARNING_ONLY)
    assert as_it_is_now(sent).authorisations[0].view == LeadsView.LEARNING_ONLY


def test_sent_back_it_opens_to_its_writer_with_the_comment_and_comes_again(referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    reference = sent.reference
    authorises(lead, sent, LeadsView.SENT_BACK, comments="Say who rang the council.")

    page = referrer.reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert "Lee Lead sent it back Say who rang the council." in page
    assert referrer.fills_in(f"/referrals/{sent.id}/happened", facts="Mr Quist rang.").status_code == 303
    assert referrer.fills_in(f"/referrals/{sent.id}/check").status_code == 303
    now = as_it_is_now(sent)
    assert now.state == State.AWAITING
    assert now.reference == reference


def test_sending_back_without_a_comment_is_answered_beside_the_box_and_the_words_stay(referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    answer = authorises(lead, sent, LeadsView.SENT_BACK, comments="  ")
    assert answer.status_code == 422
    assert "Say what has to change before it can go to the group." in answer.text
    assert as_it_is_now(sent).state == State.AWAITING


def test_authorising_without_the_declaration_keeps_the_comments(referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    answer = authorises(lead, sent, comments="Read on the train.", checked=[])
    assert answer.status_code == 422
    assert "Tick that you have read it, or send it back." in answer.text
    assert "Read on the train." in answer.text


def test_two_leads_at_once_authorise_it_once(referrer, lead, deputy):
    sent = an_awaited_referral(by=referrer.account)
    form = lead.reads(f"/referrals/{sent.id}/authorise").select_one("[name=receipt]")["value"]
    assert authorises(deputy, sent).status_code == 303
    late = lead.posts(
        f"/referrals/{sent.id}/authorise", view=LeadsView.AGREE.value, checked="y", receipt=form
    )
    assert late.headers["Location"] == f"/referrals/{sent.id}"
    assert len(as_it_is_now(sent).authorisations) == 1
    with pytest.raises(Refused, match="You cannot send back a referral that is received"):
        services.authorise_referral(sent, LeadsView.SENT_BACK, comments="No.", by=lead.account)


def test_what_came_after_the_lead_opened_the_page_is_read_first(referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    old = sent.receipt
    services.save_step(sent, Step.DONE, {"notified": "CQC"}, version=sent.version, by=referrer.account)
    services.send_the_rest(sent, by=referrer.account)
    assert as_it_is_now(sent).receipt != old
    with pytest.raises(Refused, match="Read it again"):
        services.authorise_referral(sent, LeadsView.AGREE, receipt=old, by=lead.account)


def test_a_lead_who_wrote_it_cannot_authorise_it_while_there_is_another(people, lead, deputy):
    own = an_awaited_referral(by=lead.account)
    page = lead.reads(f"/referrals/{own.id}/authorise")
    assert "Dana Deputy authorises it." in page.get_text(" ", strip=True)
    assert not page.select_one("main form")
    with pytest.raises(Refused, match="who did not write it"):
        services.authorise_referral(own, LeadsView.AGREE, alone_because="I am here", by=lead.account)
    assert authorises(deputy, own).status_code == 303


def test_a_lead_who_wrote_in_it_as_a_colleague_cannot_either(referrer, lead, deputy):
    draft = a_draft(by=referrer.account)
    services.share_draft(draft, lead.account, by=referrer.account)
    services.send_referral(draft, by=referrer.account)
    assert told_of(wording.TO_AUTHORISE) == {deputy.account.id}
    assert "Dana Deputy authorises it." in lead.reads(f"/referrals/{draft.id}/authorise").get_text(" ")


def test_the_only_lead_authorises_their_own_and_says_why(lead):
    own = an_awaited_referral(by=lead.account)
    refused = authorises(lead, own)
    assert refused.status_code == 422
    assert "Say why no other safeguarding lead can authorise it." in refused.text
    assert authorises(lead, own, alone_because="I am the only lead.").status_code == 303
    assert as_it_is_now(own).authorisations[0].alone_because == "I am the only lead."


def test_where_there_is_no_lead_a_coordinator_hears_at_once_and_authorises_with_a_reason(people, referrer):
    coordinator = people.coordinator()
    sent = an_awaited_referral(by=referrer.account)
    assert words_for(wording.AWAITED, coordinator, sent) is not None
    assert authorises(coordinator, sent).status_code == 422
    assert (
        authorises(coordinator, sent, alone_because="Agreed with the force by telephone.").status_code == 303
    )
    assert as_it_is_now(sent).state == State.RECEIVED


def test_nobody_else_may_authorise_it(people, referrer, lead):
    sent = an_awaited_referral(by=referrer.account)
    for person in (people.safeguarding_lead("NHS Marlshire"), people.panel_member(), people.chair()):
        assert person.opens(f"/referrals/{sent.id}/authorise").status_code == 404


def test_for_four_working_hours_nobody_but_its_agency_knows_of_it(at_ten, people, referrer, lead):
    coordinator, chair = people.coordinator(), people.chair()
    sent = an_awaited_referral(by=referrer.account, essentials=NO_CLOCK)
    everywhere = (f"/referrals/{sent.id}", f"/cases/{sent.case_id}")
    for person in (coordinator, chair, people.panel_member(), people.safeguarding_lead("NHS Marlshire")):
        assert [person.opens(url).status_code for url in everywhere] == [404, 404]
    assert sent.reference not in coordinator.opens("/referrals/?stands=awaiting").text
    assert "To be authorised (0)" in coordinator.reads("/referrals/?stands=awaiting").get_text()
    assert words_for(wording.AWAITED, coordinator, sent) is None
    assert lead.opens(f"/referrals/{sent.id}").status_code == 200


def test_then_the_coordinators_and_they_alone_see_that_authorisation_is_awaited(
    at_ten, people, referrer, lead
):
    coordinator, chair = people.coordinator(), people.chair()
    sent = an_awaited_referral(by=referrer.account, essentials=NO_CLOCK)
    at_ten.move_to(TEN + timedelta(hours=4, minutes=1))
    assert queries.referral_visible_to(coordinator.account, sent.id) is not None
    assert [one.id for one in queries.referrals_awaited(coordinator.account)] == [sent.id]
    assert words_for(wording.AWAITED, coordinator, sent) is not None
    for person in (chair, people.panel_member(), people.author(), people.auditor()):
        assert queries.referral_visible_to(person.account, sent.id) is None
        assert queries.how_many_stand(person.account) == {}


def test_where_a_legal_clock_may_run_the_coordinators_know_at_once(people, referrer, lead):
    sent = an_awaited_referral(by=referrer.account, essentials={"types": [Route.CHILD.value]})
    assert people.coordinator().opens(f"/referrals/{sent.id}").status_code == 200
    assert people.chair().opens(f"/referrals/{sent.id}").status_code == 404


def test_the_coordinators_notice_is_dropped_if_a_lead_answers_meanwhile(people, referrer, lead):
    coordinator = people.coordinator()
    sent = an_awaited_referral(by=referrer.account)
    (waiting,) = db.session.query(Notice).filter_by(kind=wording.AWAITED)
    assert waiting.not_before == sent.authorise_by
    authorises(lead, sent)
    assert words_for(wording.AWAITED, coordinator, as_it_is_now(sent)) is None
    assert words_for(wording.TO_AUTHORISE, lead, as_it_is_now(sent)) is None


def test_what_a_lead_sent_back_in_time_never_comes_before_the_coordinators(at_ten, people, referrer, lead):
    sent = an_awaited_referral(by=referrer.account, essentials=NO_CLOCK)
    authorises(lead, sent, LeadsView.SENT_BACK, comments="Not like this.")
    at_ten.move_to(TEN + timedelta(days=3))
    assert queries.referral_visible_to(people.coordinator().account, sent.id) is None


def test_what_is_withdrawn_in_time_never_comes_before_them_either(at_ten, people, referrer, lead):
    coordinator = people.coordinator()
    sent = an_awaited_referral(by=referrer.account, essentials=NO_CLOCK)
    services.withdraw_referral(sent, reason="Sent by mistake.", by=referrer.account)
    assert told_of(wording.WITHDRAWN) == set()
    at_ten.move_to(TEN + timedelta(days=3))
    assert queries.referral_visible_to(coordinator.account, sent.id) is None


def test_it_is_screened_but_goes_on_no_agenda_before_it_is_authorised(people, referrer, lead):
    coordinator = people.coordinator()
    sent = an_awaited_referral(by=referrer.account, essentials={"types": [Route.CHILD.value]})
    day = (datetime.now(LONDON) + timedelta(days=14)).date()
    meeting = meetings.arrange_meeting(held_on=day, starts_at="10:00", place="Hall", by=coordinator.account)
    assert queries.referrals_waiting(coordinator.account) == []
    with pytest.raises(Refused, match="waiting for authorisation"):
        meetings.put_on_agenda(meeting, sent, by=coordinator.account)
    authorises(lead, sent)
    assert [one.id for one in queries.referrals_waiting(coordinator.account)] == [sent.id]
