"""The referring agency is invited for its own item, and sees nothing else of the meeting."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from pprg import clock
from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.meetings import services
from pprg.meetings.queries.inviting import my_invitations, people_to_present, presented_by
from pprg.meetings.services import agenda, presenting
from pprg.meetings.states import Reply
from pprg.notices.models import Notice
from pprg.people.services import keep_out
from pprg.referrals import services as referrals
from pprg.referrals.states import LeadsView
from tests.builders import a_draft, a_sent_referral
from tests.meetings.builders import a_meeting, an_item
from tests.people import an_account
from tests.referrals.builders import NAME


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def item(coordinator, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer.account, members=[member.account])
    other = a_sent_referral(by=an_account("Olly Other", Role.REFERRER, "NHS Marlshire"))
    services.put_on_agenda(item.meeting, other, by=coordinator.account)
    commit()
    return item


def asks(coordinator, item, at="10:40", **said):
    url = f"/meetings/items/{item.id}/presenters"
    answer = coordinator.fills_in(url, form="form:has([name=starts_at])", starts_at=at, **said)
    assert answer.status_code == 303, answer.text
    db.session.expire(item, ["presenters"])
    return item.presenters


def test_whoever_made_the_referral_is_proposed_and_asked_with_one_button(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    assert presenter.account == referrer.account
    assert item.starts_at == "10:40"
    page = coordinator.reads(f"/meetings/items/{item.id}/presenters")
    assert "No answer yet" in page.select_one("table").get_text()


def test_a_presenter_reads_when_and_where_and_what_to_expect(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    page = referrer.reads(f"/meetings/presenting/{presenter.id}")
    words = page.get_text(" ", strip=True)
    for word in ("10:40", "County Hall", item.case.reference, "You have 10 minutes", "confidential"):
        assert word in words
    link = page.select_one(f"main a[href*='/referrals/{item.referral_id}']")
    assert referrer.opens(link["href"]).status_code == 200
    assert referrer.fills_in(f"/meetings/presenting/{presenter.id}", reply="ACCEPTED").status_code == 303
    assert presenter.reply == Reply.ACCEPTED
    assert "Comes" in coordinator.opens(f"/meetings/{item.meeting_id}/invitations").text


def test_a_presenter_sees_nothing_else_of_the_meeting(coordinator, member, referrer, item):
    (presenter,) = asks(coordinator, item)
    other = next(each for each in item.meeting.items if each is not item)
    for path in (
        item.meeting_id, f"{item.meeting_id}/invitations", f"{item.meeting_id}/invitation.ics",
        f"{item.meeting_id}/pack", f"items/{item.id}", f"items/{item.id}/presenters", f"items/{other.id}",
        f"items/{item.id}/pack", f"of-case/{item.case_id}",
    ):  # fmt: skip
        assert referrer.opens(f"/meetings/{path}").status_code == 404, path
    assert referrer.opens("/meetings/").status_code == 403
    page = referrer.opens(f"/meetings/presenting/{presenter.id}").text
    for word in (other.case.reference, member.account.name, coordinator.account.name):
        assert word not in page


def test_nobody_but_the_presenter_opens_the_page(people, coordinator, member, item):
    (presenter,) = asks(coordinator, item)
    for person in (member, people.chair(), people.referrer("NHS Marlshire"), people.safeguarding_lead()):
        assert person.opens(f"/meetings/presenting/{presenter.id}").status_code == 404
        assert person.posts(f"/meetings/presenting/{presenter.id}", reply="DECLINED").status_code == 404
        assert person.posts(f"/meetings/presenters/{presenter.id}/removal").status_code == 404
    assert coordinator.opens(f"/meetings/presenting/{presenter.id}").status_code == 403


def test_writers_and_leads_of_the_agency_are_offered_and_nobody_else(people, coordinator, referrer, member):
    colleague = an_account("Col League", Role.REFERRER, "Marlshire Police")
    an_account("Nell Nothing", Role.REFERRER, "Marlshire Police")
    draft = a_draft(by=referrer.account)
    referrals.share_draft(draft, colleague, by=referrer.account)
    referrals.send_referral(draft, by=referrer.account)
    lead = people.safeguarding_lead().account
    referrals.authorise_referral(draft, LeadsView.AGREE, alone_because="", by=lead)
    item = services.put_on_agenda(a_meeting(by=coordinator.account), draft, by=coordinator.account)
    commit()
    assert {one.name for one in people_to_present(item)} == {"Rowan Referrer", "Col League", "Lee Lead"}


def test_whoever_is_kept_out_is_never_asked(people, coordinator, item):
    lead = people.safeguarding_lead().account
    assert lead in people_to_present(item)
    keep_out(item.case, lead, label="Adult, 79", by=coordinator.account)
    commit()
    assert lead not in people_to_present(item)
    assert lead.name not in coordinator.opens(f"/meetings/items/{item.id}/presenters").text
    with pytest.raises(Refused):
        presenting.ask_to_present(item, [lead], starts_at="10:40", by=coordinator.account)


def test_a_presenter_who_steps_out_finds_nothing_any_more(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    cases.step_out(item.case, referrer.account, by=referrer.account)
    commit()
    assert referrer.opens(f"/meetings/presenting/{presenter.id}").status_code == 404
    assert referrer.opens(f"/meetings/presenting/{presenter.id}/invitation.ics").status_code == 404
    assert my_invitations(referrer.account) == []
    assert "May no longer see it" in coordinator.opens(f"/meetings/items/{item.id}/presenters").text


def test_a_lead_is_not_asked_of_a_restricted_case_that_they_are_not_named_on(people, coordinator, item):
    lead = people.safeguarding_lead().account
    cases.restrict(item.case, by=coordinator.account, members=[coordinator.account])
    commit()
    assert lead not in people_to_present(item)


def test_what_is_missing_or_wrong_comes_back_with_its_words(coordinator, item):
    url = f"/meetings/items/{item.id}/presenters"
    answer = coordinator.posts(url, starts_at="ten")
    assert answer.status_code == 422
    assert "Choose who is asked to come." in answer.text
    assert "Enter the time like 10:00 or 14:30." in answer.text
    assert 'value="ten"' in answer.text
    assert coordinator.posts(url, people="nobody", starts_at="10:00").status_code == 422
    assert item.presenters == []


def test_another_time_is_told_and_asked_again(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    referrer.fills_in(f"/meetings/presenting/{presenter.id}", reply="ACCEPTED")
    before = item.meeting.sequence
    asks(coordinator, item, at="11.15")
    assert (item.starts_at, presenter.reply) == ("11:15", Reply.NONE)
    assert item.meeting.sequence == before + 1
    assert db.session.query(Notice).filter_by(kind="time to present moved").count() == 1


def test_the_entry_for_the_calendar_is_the_slot_and_not_the_meeting(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    (event,) = Calendar.from_ical(
        referrer.opens(f"/meetings/presenting/{presenter.id}/invitation.ics").data
    ).walk("VEVENT")
    begins = event["DTSTART"].dt
    assert (f"{begins:%H:%M}", event["DTEND"].dt - begins) == ("10:40", timedelta(minutes=30))
    assert event["UID"] != str(item.meeting_id)
    assert item.case.reference not in str(event)
    assert NAME not in str(event)


def test_it_can_be_taken_back(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    url = f"/meetings/presenting/{presenter.id}"
    coordinator.presses(f"/meetings/items/{item.id}/presenters", "Take back the invitation of Rowan Referrer")
    assert referrer.opens(url).status_code == 404
    assert presented_by(referrer.account, item.meeting) == []


def test_an_item_that_is_taken_off_needs_nobody_to_present_it(coordinator, referrer, item):
    asks(coordinator, item)
    meeting = item.meeting
    assert coordinator.posts(f"/meetings/items/{item.id}/removal").status_code == 303
    assert presented_by(referrer.account, meeting) == []
    assert db.session.query(Notice).filter_by(kind="not asked to present any more").count() == 1


def test_the_page_is_gone_the_day_after(people, coordinator, referrer, item, time_machine):
    (presenter,) = asks(coordinator, item)
    time_machine.move_to(clock.now() + timedelta(days=8))
    again = type(referrer)(people.app, referrer.account)
    assert again.opens(f"/meetings/presenting/{presenter.id}").status_code == 404


def test_it_stands_in_the_presenters_own_list(coordinator, referrer, item):
    (presenter,) = asks(coordinator, item)
    (listed,) = my_invitations(referrer.account)
    assert (listed.presenter_id, listed.seat_id, listed.starts_at, listed.ends_at) == (
        presenter.id, None, "10:40", "11:10",
    )  # fmt: skip
    assert item.case.reference not in referrer.opens("/meetings/invitations").text


def test_another_time_on_the_agenda_is_told_too(coordinator, item):
    (presenter,) = asks(coordinator, item)
    agenda.change_item(
        item, section=item.section, starts_at="11:30", asked="", office_notes="", by=coordinator.account
    )
    commit()
    assert presenter.reply == Reply.NONE
    assert db.session.query(Notice).filter_by(kind="time to present moved").count() == 1
