"""Somebody co-opted for one item sees that line of the agenda, and nothing else of it."""

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.services.minuting import begin_meeting, save_minutes
from pprg.meetings.states import InterestKind
from tests.builders import a_sent_referral
from tests.meetings.builders import an_item


def seat_of(person, meeting):
    db.session.expire(meeting, ["invited"])
    return next((seat for seat in meeting.invited if seat.account_id == person.account.id), None)


@pytest.fixture
def two_items(coordinator, member, referrer):
    first = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    second = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    commit()
    return first, second


def co_opted_for(coordinator, person, item):
    answer = coordinator.fills_in(
        f"/meetings/{item.meeting_id}/invitations",
        form="form[action$='/members']",
        account=str(person.account.id),
        capacity="CO_OPTED",
        only_item=str(item.id),
    )
    assert answer.status_code == 303, answer.text
    for each in queries.items_to_declare(person.account, item.meeting):
        services.declare_interest(each, InterestKind.NONE, by=person.account)
    commit()


def test_whoever_is_co_opted_for_one_item_sees_that_line_of_the_agenda_and_no_other(
    people, coordinator, two_items
):
    first, second = two_items
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, second)

    page = expert.opens(f"/meetings/{second.meeting_id}").text

    assert second.case.reference in page
    assert first.case.reference not in page
    assert "Item 1 of 1" in expert.opens(f"/meetings/items/{second.id}").text
    assert expert.opens(f"/meetings/items/{first.id}").status_code == 404
    assert not look_into_case(expert.account, first.case)
    assert look_into_case(expert.account, second.case)


def test_one_item_alone_hides_even_a_case_known_from_before(people, coordinator, two_items, referrer):
    """And a line that says that they stepped out of another would tell that there is one."""
    first, second = two_items
    third = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, second)
    cases.let_know(first.case, expert.account, cases.Part.PANEL, by=coordinator.account)
    cases.step_out(third.case, expert.account, by=expert.account)
    commit()
    assert [line.item for line in queries.agenda_of(expert.account, first.meeting)] == [second]
    assert expert.opens(f"/meetings/items/{first.id}").status_code == 404


def test_rule_and_query_agree_on_items_for_every_seat(people, coordinator, two_items):
    expert, chair = people.panel_member("Marlshire Housing"), people.chair()
    co_opted_for(coordinator, expert, two_items[1])
    co_opted_for(coordinator, chair, two_items[1])
    for reader in [person.account for person in people.made.values()]:
        for item in two_items:
            seen = queries.item_visible_to(reader, item.id) is not None
            assert may.read_item(reader, item) == seen, (reader.name, item.place)


def test_a_whole_voice_does_not_come_for_one_item(people, coordinator, two_items):
    answer = coordinator.fills_in(
        f"/meetings/{two_items[0].meeting_id}/invitations",
        form="form[action$='/members']",
        account=str(people.panel_member("Marlshire Housing").account.id),
        capacity="CORE",
        only_item=str(two_items[0].id),
    )
    assert answer.status_code == 422
    assert "Only somebody co-opted is invited for one item." in answer.text


def test_an_item_that_goes_takes_along_who_came_for_it_alone(people, coordinator, two_items):
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, two_items[1])
    meeting, case = two_items[1].meeting, two_items[1].case
    assert coordinator.posts(f"/meetings/items/{two_items[1].id}/removal").status_code == 303
    assert seat_of(expert, meeting) is None
    assert not look_into_case(expert.account, case)


def test_whoever_comes_for_one_item_reads_its_extract_and_not_the_minutes(
    people, coordinator, member, two_items
):
    """Under the other headings stands what was said of everything else."""
    first, second = two_items
    expert, meeting = people.panel_member("Marlshire Housing"), first.meeting
    co_opted_for(coordinator, expert, second)
    meeting.held_on = clock.today()
    begin_meeting(meeting, by=coordinator.account)
    save_minutes(
        meeting,
        {"MINUTES": "The last ones were agreed.", str(second.id): "Housing will check."},
        marks="",
        by=coordinator.account,
    )
    commit()
    for road in ("minutes", "minutes.docx", "minutes.pdf"):
        assert expert.opens(f"/meetings/{meeting.id}/{road}").status_code == 403
    assert "/minutes" not in expert.opens(f"/meetings/{meeting.id}").text
    extract = expert.opens(f"/meetings/items/{second.id}/extract").text
    assert "Housing will check." in extract
    assert "The last ones" not in extract
    assert "The last ones" in member.opens(f"/meetings/{meeting.id}/minutes").text


def test_that_somebody_comes_for_one_item_is_not_said_to_whoever_must_not_know_of_it(
    people, coordinator, second, two_items
):
    item = two_items[1]
    co_opted_for(coordinator, people.panel_member("Marlshire Housing"), item)
    pages = {"invitations": f"Only for {item.case.reference}", "pack": ", for one item"}
    for page, words in pages.items():
        assert words in second.reads(f"/meetings/{item.meeting_id}/{page}").get_text(" ", strip=True)
    cases.close_quietly(item.case, second.account, by=coordinator.account)
    commit()
    for page in pages:
        said = second.reads(f"/meetings/{item.meeting_id}/{page}").get_text(" ", strip=True)
        assert "Marlshire Housing" in said
        assert ", for one item" not in said
        assert "Only for" not in said
