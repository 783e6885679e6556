"""A pack opens to those who may read it and have said what they have to do with it, and is written down."""

import pytest
import time_machine

from pprg import clock, database
from pprg.accounts.states import Role
from pprg.cases.services import restrict
from pprg.database import db
from pprg.meetings import services as meetings
from pprg.meetings.states import InterestKind
from tests.builders import a_sent_referral
from tests.documents.opened import pdf_pages, pdf_text, squeezed
from tests.meetings.builders import a_meeting, an_item, without_interest
from tests.meetings.reading_packs import CANARY, SECRET, WAYS, everything_in, opens_each_way, read_of, taken
from tests.people import Person, an_account


@pytest.fixture
def item(people, coordinator, member):
    return an_item(by=coordinator.account, referrer=people.referrer().account, members=[member.account])


@pytest.fixture
def two(people, coordinator, member):
    """A meeting with two items, of which the member has spoken of none yet."""
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    for words in (CANARY, SECRET):
        sent = a_sent_referral(by=people.referrer().account, happened={"facts": words})
        meetings.put_on_agenda(meeting, sent, by=coordinator.account)
    meetings.open_agenda(meeting, by=coordinator.account)
    db.session.flush()
    return meeting


def test_before_somebody_has_said_whether_they_have_an_interest_nothing_opens(two, member):
    first, _ = two.items
    answer = member.opens(f"/meetings/{two.id}/pack")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/meetings/{two.id}/interests")

    for way in WAYS:
        assert member.opens(f"/meetings/items/{first.id}{way}").status_code == 404
    for text in (everything_in(taken(member, f"/meetings/{two.id}/pack.pdf")),
                 member.opens(f"/meetings/{two.id}/pack/print").text):  # fmt: skip
        assert CANARY not in text
        assert first.case.reference not in text


def test_a_chair_with_a_seat_is_asked_too_and_one_without_is_not(two, people, coordinator):
    chair, first = people.chair(), two.items[0]
    assert opens_each_way(chair, first) == [200, 200, 200]

    meetings.invite_member(two, chair.account, by=coordinator.account)
    database.commit()
    assert opens_each_way(chair, first) == [303, 403, 403]
    assert CANARY not in everything_in(taken(chair, f"/meetings/{two.id}/pack.pdf"))

    meetings.declare_interest(first, InterestKind.NONE, by=chair.account)
    assert opens_each_way(chair, first) == [200, 200, 200]


def test_whoever_stepped_out_finds_no_word_of_that_case(two, member):
    first, second = two.items
    meetings.declare_interest(first, InterestKind.INVOLVED, by=member.account)
    without_interest(second, [member.account])

    assert opens_each_way(member, first) == [404, 404, 404]
    page = member.opens(f"/meetings/{two.id}/pack").text
    file = taken(member, f"/meetings/{two.id}/pack.pdf")
    for text in (page, member.opens(f"/meetings/{two.id}/pack/print").text, everything_in(file)):
        assert first.case.reference not in text
        assert CANARY not in text
        assert str(first.id) not in text
        assert second.case.reference in text
    assert "You have stepped out of this item." in page
    assert "1 You have stepped out of this item." in " ".join(pdf_pages(file)[0].split())
    assert "2 " + second.case.reference in " ".join(pdf_pages(file)[0].split())


def test_stepping_out_closes_the_pack_that_is_open_in_another_tab(two, member):
    first, second = two.items
    without_interest(first, [member.account])
    without_interest(second, [member.account])
    assert CANARY in member.opens(f"/meetings/items/{first.id}/pack", headers={"HX-Request": "true"}).text

    meetings.step_out(first, by=member.account)

    answer = member.opens(f"/meetings/items/{first.id}/pack", headers={"HX-Request": "true"})
    assert answer.status_code == 404
    assert CANARY not in answer.text


def test_a_restricted_case_is_in_no_pack_of_those_who_are_not_named(two, people, coordinator):
    first, second = two.items
    restrict(first.case, by=coordinator.account, members=[coordinator.account])

    text = everything_in(taken(people.chair(), f"/meetings/{two.id}/pack.pdf"))

    assert CANARY not in text
    assert first.case.reference not in text
    assert squeezed(SECRET) in squeezed(text)
    assert second.case.reference in text


def test_two_members_copies_differ_only_in_their_names(app, item, member, coordinator):
    other = an_account("Olu Other", Role.REPRESENTATIVE, "Marlford Housing")
    meetings.invite_member(item.meeting, other, by=coordinator.account)
    without_interest(item, [other])
    database.commit()
    second = Person(app, other)

    with time_machine.travel(clock.now(), tick=False):
        one, two = (
            pdf_text(taken(reader, f"/meetings/items/{item.id}/pack.pdf")) for reader in (member, second)
        )

    assert one != two
    assert one.replace(member.account.name, "…") == two.replace(other.name, "…")


def test_opening_taking_and_printing_are_written_down_case_by_case(two, member, coordinator):
    first, second = two.items
    without_interest(first, [member.account])
    without_interest(second, [member.account])
    me = member.account.id

    member.reads(f"/meetings/{two.id}/pack")
    assert read_of(first, "opened pack") == []
    member.reads(f"/meetings/items/{first.id}/pack")
    assert (read_of(first, "opened pack"), read_of(second, "opened pack")) == ([me], [])
    taken(member, f"/meetings/{two.id}/pack.pdf")
    member.reads(f"/meetings/{two.id}/pack/print")
    for each in (first, second):
        assert (read_of(each, "took pack"), read_of(each, "printed pack")) == ([me], [me])

    looked = coordinator.reads(f"/cases/{first.case_id}").get_text(" ", strip=True)
    for words in ("Opened the pack", "Took the pack as a file", "Opened the pack to print it"):
        assert words in looked


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_written_down_is_not_shown(item, member, way):
    database.commit()
    db.session.execute(db.text("ALTER TABLE audit_line RENAME TO lost"))

    answer = member.opens(f"/meetings/items/{item.id}{way}")

    assert answer.status_code in {500, 503}
    assert b"Housing" not in answer.data
    assert not answer.data.startswith(b"%PDF")


def test_the_pack_of_a_meeting_that_is_still_being_prepared_is_for_those_who_prepare_it(people, coordinator):
    outsider = people.panel_member("Marlford Housing")
    meeting = a_meeting(by=coordinator.account, members=[outsider.account])
    meetings.put_on_agenda(meeting, a_sent_referral(by=people.referrer().account), by=coordinator.account)
    db.session.flush()

    assert coordinator.opens(f"/meetings/{meeting.id}/pack").status_code == 200
    assert [outsider.opens(f"/meetings/{meeting.id}{way}").status_code for way in WAYS] == [404, 404, 404]


def test_nobody_else_finds_a_pack(item, people):
    for person in (people.author(), people.administrator(), people.team_leader(), people.auditor()):
        assert opens_each_way(person, item) == [404, 404, 404]
    assert people.visitor().opens(f"/meetings/items/{item.id}/pack.pdf").status_code in {302, 303, 401}
