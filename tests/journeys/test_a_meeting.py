"""A whole meeting: prepared, sat, decided, signed, ratified, told and written down."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pprg import clock
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.database import commit
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.services.membership import Membership, enter_member
from pprg.meetings.states import Agreement, Capacity, Outcome, RatifyingEvent, Voice
from tests.builders import a_sent_referral
from tests.journeys.walking import Walker
from tests.people import an_account

BENCH = {
    "Charlie Chair": (Role.CHAIR, "Marlshire Practice Review Group", Capacity.CHAIR, None),
    "Ada Adults": (Role.REPRESENTATIVE, "Marlshire Council", Capacity.CORE, Voice.ADULT_SOCIAL_CARE),
    "Hal Health": (Role.REPRESENTATIVE, "NHS Marlshire", Capacity.CORE, Voice.HEALTH),
    "Pol Police": (Role.REPRESENTATIVE, "Marlshire Police", Capacity.CORE, Voice.POLICE),
}


@pytest.fixture
def cast(app):
    """The group, whoever made the referral, and who decides for the board; a referral that waits."""
    coordinator = an_account("Cora Coordinator", Role.COORDINATOR, "Marlshire Practice Review Group")
    referrer = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
    board = LegalOwner.SAFEGUARDING_ADULTS_BOARD
    made = {
        "coordinator": coordinator,
        "referrer": referrer,
        "board": an_account("Dee Board", Role.DECISION_MAKER, "", board),
    }
    for name, (role, agency, capacity, voice) in BENCH.items():
        member = an_account(name, role, agency)
        enter_member(
            member, Membership(capacity=capacity, voice=voice, from_day=clock.today()), by=coordinator
        )
        made[name.split()[1].lower()] = member
    a_sent_referral(by=referrer)
    commit()
    return {part: account.email for part, account in made.items()}


@pytest.mark.needs("chromium")
def test_a_meeting_from_its_day_to_its_minutes_by_keyboard(cast, browser_page):
    goes_through_a_meeting(Walker(browser_page, keyboard=True), cast)


@pytest.mark.needs("chromium")
def test_a_meeting_from_its_day_to_its_minutes_without_javascript(cast, plain_page):
    goes_through_a_meeting(Walker(plain_page, keyboard=False), cast)


def goes_through_a_meeting(one: Walker, cast: dict[str, str]) -> None:
    for who, does in (
        ("coordinator", prepares),
        ("health", says_that_there_is_no_interest),
        ("chair", says_that_there_is_no_interest),
        ("coordinator", begins),
        ("coordinator", finds_the_half_of_it_again),
        ("chair", signs),
        ("board", ratifies),
        ("coordinator", writes_to_the_referrer),
        ("referrer", reads_the_letter),
        ("coordinator", closes),
        ("health", reads_the_minutes),
    ):
        one.signs_in(cast[who])
        does(one)
        one.signs_out()


def prepares(one: Walker) -> None:
    one.opens("/meetings/new")
    one.says_day("held_on", clock.today())
    one.writes("Place", "County Hall")
    one.presses("Arrange")
    one.presses("Invite the group")
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Put on the agenda")
    one.presses("Cover sheet")
    one.writes_in("asked", "Should a Safeguarding Adults Review be held?")
    one.presses("Save")
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Open the agenda")
    one.sees("Agenda open to members")


def says_that_there_is_no_interest(one: Walker) -> None:
    """Until then the case is closed to them; from then on the pack is theirs."""
    one.opens("/")
    one.presses("Say whether you have an interest in the cases of")
    one.presses("No interest in any of these")
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Pack")
    one.unfolds("Item 1")
    one.presses("A page of its own")
    one.sees("Should a Safeguarding Adults Review be held?")


def begins(one: Walker) -> None:
    """The room fills, the decision is begun, and half of it stays for later."""
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Begin the meeting")
    one.opens(f"{_meeting(one)}/attendance")
    for _ in BENCH:
        one.presses("Comes")
    one.opens(_meeting(one))
    one.presses("PPRG-")
    one.presses("Open it in the room")
    one.chooses("route", "sar")
    one.presses("Start the decision")
    _sees_that_enough_are_here(one)
    for criterion in _criteria()[:2]:
        _weighs(one, criterion)
    one.presses("Save")
    one.sees("Saved")


def finds_the_half_of_it_again(one: Walker) -> None:
    """It is found from the first page; the chair cannot get it before each criterion has its reason."""
    one.opens("/")
    one.presses("Record the decision on PPRG-")
    expect(one.page.locator(f"[name='criterion_{_criteria()[1]}-reason']")).to_have_value(
        "None called the others."
    )
    one.presses("Ready for the chair to sign")
    one.sees("Criterion 3 needs an answer, the evidence relied on and a reason")
    for criterion in _criteria()[2:]:
        _weighs(one, criterion)
    one.chooses("outcome", Outcome.MANDATORY_SAR)
    one.writes_in("reason", "four agencies closed her case within five weeks")
    one.chooses("agreement", Agreement.ALL)
    one.presses("Ready for the chair to sign")
    one.sees("because four agencies closed her case within five weeks.")


def signs(one: Walker) -> None:
    one.opens("/")
    one.presses("Sign the decision on")
    one.presses("Sign the decision")
    one.sees("Signed")


def ratifies(one: Walker) -> None:
    """They see the whole recommendation, and nothing else of the case."""
    one.opens("/")
    one.presses("Decide on PPRG-")
    one.sees("None called the others.")
    one.chooses("answer", RatifyingEvent.RATIFY)
    one.presses("Sign your answer")
    one.sees("Ratified")


def writes_to_the_referrer(one: Walker) -> None:
    one.opens("/cases")
    one.presses("PPRG-")
    one.presses("Letters about this case")
    one.presses("Propose the letter")
    one.presses("Check and send")
    one.presses("Send this letter")
    one.sees("Sent")


def reads_the_letter(one: Walker) -> None:
    one.opens("/referrals/")
    one.presses("PPRG-")
    if not one.keyboard:
        one.presses("Read the group’s letters")
    one.presses("Outcome: a review is held")
    one.sees("Section 44(1) to (3) of the Care Act 2014")
    assert one.takes("PDF").read_bytes()[:4] == b"%PDF"


def closes(one: Walker) -> None:
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Write the minutes")
    one.writes("Notes: Dates", "The group meets again in January.")
    one.presses("Save")
    one.opens(_meeting(one))
    one.presses("Close the meeting")
    one.sees("Closed")


def reads_the_minutes(one: Walker) -> None:
    one.opens("/meetings/")
    one.presses(_day())
    one.presses("Minutes")
    one.sees("The group meets again in January.")
    assert one.takes("PDF").read_bytes()[:4] == b"%PDF"


def _criteria() -> list[str]:
    return [each.key for each in criteria_on(Route.SAR, clock.today()).criteria]


def _weighs(one: Walker, criterion: str) -> None:
    one.chooses(f"criterion_{criterion}-answer", "met")
    one.writes_in(f"criterion_{criterion}-evidence", "Chronology, page 4.")
    one.writes_in(f"criterion_{criterion}-reason", "None called the others.")


def _sees_that_enough_are_here(one: Walker) -> None:
    """It stands in the page; without JavaScript a link leads to it."""
    here = one.page.url
    if not one.keyboard:
        one.presses("Is enough of the group here?")
    one.sees("Quorate")
    one.opens(here)


def _day() -> str:
    today = clock.today()
    return f"{today.day} {today:%B %Y}"


def _meeting(one: Walker) -> str:
    """The address of the meeting whose page, or part of it, is open."""
    start, _, rest = one.page.url.partition("/meetings/")
    return f"/meetings/{rest[:36]}" if start else ""
