"""One item at a time before the clerk and the chair, and on the wall without the name of anybody."""

import pytest

from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.database import db
from pprg.meetings import services
from pprg.meetings.states import Agreement, Outcome
from pprg.meetings.states.naming import Stays
from pprg.meetings.words import DissentWords
from pprg.people.queries import identifiers_of_case
from tests.browser import look
from tests.meetings.builders import a_decision, an_item, words
from tests.meetings.test_looking import sign_in
from tests.people import an_agency


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator.account,
        referrer=people.referrer().account,
        members=[people.panel_member().account],
    )


@pytest.fixture
def room(item):
    return f"/meetings/items/{item.id}/room"


@pytest.fixture
def wall(item):
    return f"/meetings/items/{item.id}/projector"


def test_the_clerk_starts_a_decision_and_finds_it_in_the_room(coordinator, chair, room, item):
    answer = coordinator.fills_in(room, route="sar")
    assert answer.status_code == 303
    decision = item.decisions[0]
    for person in (coordinator, chair):
        page = person.reads(room)
        assert page.select_one(f"a[href='/meetings/decisions/{decision.id}']")
        assert page.select_one(f"[hx-get='/meetings/items/{item.id}/quorum/sar']")
        assert page.select_one(f"a[href='/meetings/{item.meeting_id}/attendance']")
    assert "Start the decision" not in chair.opens(room).text


def test_members_have_the_item_and_not_the_room(people, room, wall, item):
    member = people.panel_member()
    assert member.opens(f"/meetings/items/{item.id}").status_code == 200
    assert member.opens(room).status_code == member.opens(wall).status_code == 403


def test_who_stepped_out_finds_neither_the_room_nor_the_wall(chair, room, wall, item):
    cases.step_out(item.case, chair.account, by=chair.account)
    assert chair.opens(room).status_code == chair.opens(wall).status_code == 404
    assert chair.opens(wall, headers={"HX-Request": "true"}).status_code == 404


def test_the_wall_shows_what_is_saved_as_it_is_saved(coordinator, chair, wall, item):
    decision = a_decision(item, by=coordinator.account, agreement=None)
    piece = chair.opens(wall, headers={"HX-Request": "true"}).text
    assert "<html" not in piece
    assert "The group decided to recommend a Safeguarding Adults Review that must be held" in piece
    fire = an_agency("Marlshire Fire and Rescue")
    said = words(
        outcome=Outcome.NO_REVIEW,
        agreement=Agreement.MOST,
        dissents=(DissentWords(agency_id=fire.id, words="A view that is not for the wall."),),
    )
    services.save_decision(decision, said, version=decision.version, by=coordinator.account)
    piece = chair.opens(wall, headers={"HX-Request": "true"}).text
    assert "The group decided to hold no review" in piece
    assert "Most agreed. Disagreed: Marlshire Fire and Rescue." in piece
    assert "not for the wall" not in piece


def test_nobodys_name_is_on_the_wall(coordinator, wall, item):
    names = [each.words for each in identifiers_of_case(item.case_id)]
    assert "Hallewell" in " ".join(names)
    item.asked = f"Did {names[0]} have needs for care?"
    decision = a_decision(item, by=coordinator.account, reason=f"nobody told {names[0]}")
    services.record_decision(decision, by=coordinator.account, names=Stays.NAMESAKE)
    text = coordinator.opens(wall).text
    for name in [*names, *(seat.account.name for seat in item.meeting.invited), coordinator.account.name]:
        assert name not in text
    assert item.case.reference in text
    assert "have needs for care?" in text


def test_hanging_on_the_wall_is_one_look(coordinator, wall, item):
    coordinator.opens(wall)
    for _ in range(3):
        coordinator.opens(wall, headers={"HX-Request": "true"})
    verbs = [line.verb for line in db.session.query(AuditLine).filter_by(thing="agenda_item")]
    assert verbs.count("put on the wall") == 1


def test_the_wall_grows_by_itself_and_can_be_read_by_everyone(coordinator, wall, item, browser_page):
    decision = a_decision(item, by=coordinator.account, outcome=Outcome.NO_REVIEW)
    address = f"/meetings/decisions/{decision.id}"
    sign_in(browser_page, coordinator.account)
    browser_page.goto(wall)
    look(browser_page)
    coordinator.fills_in(address, outcome=Outcome.BRIEFING.value)
    db.session.commit()
    browser_page.locator("#wall", has_text="share the learning in a briefing").wait_for()


@pytest.mark.parametrize("screen", [(1280, 720), (1920, 1080)])
def test_what_was_decided_is_read_off_the_wall_without_scrolling(
    coordinator, wall, item, browser_page, screen
):
    item.asked = "Whether the criteria of section 44 are met, and what a learning review would find. " * 5
    a_decision(item, by=coordinator.account, reason="none of the agencies called a meeting, " * 9)
    sign_in(browser_page, coordinator.account)
    browser_page.set_viewport_size({"width": screen[0], "height": screen[1]})
    browser_page.goto(wall)
    sentence = browser_page.locator(".pprg-aloud").bounding_box()
    assert sentence["y"] + sentence["height"] < screen[1]
    size = browser_page.locator(".pprg-aloud").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size / screen[1] > 1 / 25, "From the end of a long table the letters are too small."


def test_the_room_can_be_read_by_everyone(coordinator, room, item, browser_page):
    a_decision(item, by=coordinator.account)
    sign_in(browser_page, coordinator.account)
    browser_page.goto(room)
    browser_page.locator("text=Count again").wait_for()
    look(browser_page)
