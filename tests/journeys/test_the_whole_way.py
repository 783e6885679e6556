"""One review goes all the way: referred, decided, ratified, written, checked, released, used on Thursday."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.database import commit
from pprg.guidance.codes import ReviewType, Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.services.membership import Membership, enter_member
from pprg.meetings.states import Agreement, Capacity, Outcome, RatifyingEvent, Voice
from pprg.publications.release_list import items_for
from pprg.referrals.states import LeadsView
from tests.journeys.walking import Walker
from tests.people import an_account

BENCH = {
    "Charlie Chair": (Capacity.CHAIR, None),
    "Ada Adults": (Capacity.CORE, Voice.ADULT_SOCIAL_CARE),
    "Hal Health": (Capacity.CORE, Voice.HEALTH),
    "Pol Police": (Capacity.CORE, Voice.POLICE),
}
"""Enough of the group to decide on an adult."""

RECORD = Path(__file__).parents[1] / "records" / "sar-marian.json"


@pytest.fixture
def cast(app):
    """Who takes part, by what they do."""
    group = "Marlshire Practice Review Group"
    made = {
        "referrer": an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police"),
        "lead": an_account("Lee Lead", Role.SAFEGUARDING_LEAD, "Marlshire Police"),
        "coordinator": an_account("Cora Coordinator", Role.COORDINATOR, group),
        "second": an_account("Sasha Second", Role.COORDINATOR, group),
        "chair": an_account("Charlie Chair", Role.CHAIR, group),
        "board": an_account("Dee Board", Role.DECISION_MAKER, "", LegalOwner.SAFEGUARDING_ADULTS_BOARD),
        "author": an_account("Ari Author", Role.AUTHOR),
        "leader": an_account("Toni Teamleader", Role.TEAM_LEADER, "NHS Marlshire"),
    }
    for name, (capacity, voice) in BENCH.items():
        role = Role.CHAIR if capacity == Capacity.CHAIR else Role.REPRESENTATIVE
        sits = Membership(capacity=capacity, voice=voice, from_day=clock.today())
        enter_member(an_account(name, role, group), sits, by=made["coordinator"])
    commit()
    return {part: account.email for part, account in made.items()}


@pytest.mark.needs("chromium")
def test_from_referral_to_thursday_by_keyboard(cast, browser_page):
    goes_the_whole_way(Walker(browser_page, keyboard=True), cast)


@pytest.mark.needs("chromium")
def test_from_referral_to_thursday_without_javascript(cast, plain_page):
    goes_the_whole_way(Walker(plain_page, keyboard=False), cast)


def goes_the_whole_way(one: Walker, cast: dict[str, str]) -> None:
    for who, does in (
        ("referrer", refers),
        ("lead", authorises),
        ("referrer", sends_the_rest),
        ("coordinator", holds_the_meeting),
        ("chair", signs_the_decision),
        ("board", ratifies_it),
        ("referrer", hears_the_outcome),
        ("coordinator", gives_the_review_to_its_author),
        ("author", writes_and_asks),
        ("second", checks_and_releases),
        ("leader", uses_it_on_thursday),
    ):
        one.signs_in(cast[who])
        does(one)
        one.signs_out()


def hears_the_outcome(one: Walker) -> None:
    one.opens("/referrals/")
    one.presses("PPRG-")
    one.sees("The group decided to")


def refers(one: Walker) -> None:
    day = clock.today() - timedelta(days=30)
    one.opens("/referrals/new")
    one.presses("Start a referral")
    one.presses("You and the person")
    one.writes("Your job title", "Detective sergeant")
    one.writes("Your work telephone number", "01632 960001")
    one.ticks("types", "sar")
    one.chooses("concerns", "adult")
    one.writes("Full name", "Theodora Ann Hallewell")
    one.writes("Or the age, as near as you can", "79")
    one.chooses("alive", "died")
    one.says_day("died", day)
    one.chooses("insider", "no")
    one.presses("Save and continue")
    one.chooses("at_risk", "no")
    one.writes("What happened", "She was found at home. Smith & Jones, BP <90/60 & falling.")
    one.says_day("when", day)
    one.writes("Where it happened", "At home, in Marlshire")
    one.says_day("agency_knew", day)
    one.chooses("council_told", "yes")
    one.says_day("council_knew", day)
    one.writes("Which agencies knew the person or the family?", "Housing\nThe GP practice")
    one.chooses("told", "yes")
    one.chooses("documents", "no")
    one.presses("Save and continue")
    one.sees("You can send them now.")
    one.presses("Check and send")
    one.sees("BP <90/60 & falling")
    one.presses("Send the referral")
    one.sees("Your referral is sent")
    one.sees("PPRG-")


def authorises(one: Walker) -> None:
    """The safeguarding lead of the agency reads it with the names in it, and says yes."""
    one.opens("/")
    one.presses("Authorise PPRG-")
    one.sees("Theodora Ann Hallewell")
    one.chooses("view", LeadsView.AGREE)
    one.ticks("checked")
    one.presses("Send your answer")
    one.sees("Authorised.")


def sends_the_rest(one: Walker) -> None:
    """Its writer goes on with the parts that were to follow, while the group has the essentials."""
    one.opens("/referrals/")
    one.presses("PPRG-")
    one.sees("Your referral is with the group")
    one.presses("Family and others")
    one.presses("Add a person")
    one.writes("Full name", "Jerome Quist")
    one.writes("Who they are to the person", "neighbour")
    one.presses("Save and go back to the list")
    one.sees("Jerome Quist")
    one.presses("Save and go back to the list")
    one.presses("Why it should be reviewed")
    one.chooses("concern", "yes")
    one.writes("How did the agencies work together?", "Four closed her case. None told the others.")
    one.presses("Save and go back to the list")
    one.presses("Check and send the rest")
    one.sees("None told the others.")
    one.presses("Send the rest")
    one.sees("Your referral is with the group")


def holds_the_meeting(one: Walker) -> None:
    prepares_the_meeting(one)
    records_the_decision(one)


def prepares_the_meeting(one: Walker) -> None:
    one.opens("/meetings/new")
    one.says_day("held_on", clock.today())
    one.writes("Time", "10:00")
    one.writes("Place", "County Hall")
    one.presses("Arrange")
    one.presses("Invite the group")
    one.opens("/meetings/")
    one.presses(_today())
    one.presses("Put on the agenda")
    one.opens("/meetings/")
    one.presses(_today())
    one.presses("Open the agenda")
    one.presses("Begin the meeting")
    meeting = one.page.url.split("?")[0].split("#")[0]
    one.opens(f"{meeting}/attendance")
    for _ in BENCH:
        one.presses("Comes")
    one.opens(meeting)
    one.presses("PPRG-")


def _today() -> str:
    return f"{clock.today().day} {clock.today():%B %Y}"


def records_the_decision(one: Walker) -> None:
    one.chooses("route", "sar")
    one.presses("Start the decision")
    for criterion in criteria_on(Route.SAR, clock.today()).criteria:
        one.chooses(f"criterion_{criterion.key}-answer", "met")
        one.writes_in(f"criterion_{criterion.key}-evidence", "Chronology, page 4.")
        one.writes_in(f"criterion_{criterion.key}-reason", "Each held a part of the picture.")
    one.presses("Ready for the chair to sign")
    one.sees("Choose what the group decided.")
    one.chooses("outcome", Outcome.MANDATORY_SAR)
    one.writes_in("reason", "four agencies closed her case within five weeks")
    one.chooses("agreement", Agreement.ALL)
    one.presses("Ready for the chair to sign")
    one.sees("because four agencies closed her case within five weeks.")


def signs_the_decision(one: Walker) -> None:
    one.opens("/")
    one.presses("Sign")
    one.presses("Sign the decision")
    one.sees("Signed")


def ratifies_it(one: Walker) -> None:
    """The board reads the whole recommendation, and agrees."""
    one.opens("/meetings/ratifications")
    one.presses("PPRG-")
    one.sees("Each held a part of the picture.")
    one.chooses("answer", RatifyingEvent.RATIFY)
    one.presses("Sign your answer")
    one.sees("Ratified")


def gives_the_review_to_its_author(one: Walker) -> None:
    one.opens("/reviews/")
    one.presses("PPRG-")
    one.presses("Appoint an author")
    one.picks("Who writes the review", "Ari Author")
    one.says_day("until", clock.today() + timedelta(days=200))
    one.presses("Appoint")
    one.presses("Conclude the review")


def writes_and_asks(one: Walker) -> None:
    """Hands in the learning record, makes the first choice of lines their own, asks for release."""
    one.opens("/reviews/")
    one.presses("PPRG-")
    if not one.keyboard:
        one.presses("What may be said outside")
    one.presses("Hand in the learning record")
    one.hands_in("The learning record", RECORD)
    one.presses("Hand in")
    one.presses("Choose the lines")
    boxes = [link.get_attribute("href") for link in one.page.locator(".pprg-boxes a").all()]
    for box in boxes:
        one.opens(box)
        one.presses("Take the first choice as mine")
    assert one.takes("Word").read_bytes()[:2] == b"PK"
    one.opens(one.page.url)
    one.presses("Ask for release")
    one.says_day("dated", clock.today())
    one.presses("Make the files and ask")
    one.sees("wait for a second person")


def checks_and_releases(one: Walker) -> None:
    """A second person looks at every page of every file, judges each find, ticks the list."""
    one.opens("/publications/")
    one.presses("MAR-L-2024-03")
    proof = one.page.url
    for name in [link.inner_text() for link in one.page.locator("main th[scope=row] a").all()]:
        one.opens(proof)
        one.presses(name)
        one.waits_for_pictures()
        _judges_finds(one)
        one.presses("I have looked at every page of this file")
    one.opens(proof)
    for item in items_for(ReviewType.SAR_MANDATORY):
        one.chooses(item.key, "done")
    one.presses("Release version 1.0")
    one.sees("Readers have version 1.0")


def _judges_finds(one: Walker) -> None:
    names = [box.get_attribute("name") for box in one.page.locator(".pprg-hits input[type=text]").all()]
    for name in names:
        one.writes_in(name, "It is the support line, or a word that only looks like a name.")
    if names:
        one.presses("Keep the reasons")


def uses_it_on_thursday(one: Walker) -> None:
    one.opens("/learning/")
    one.presses("Marian")
    one.presses("7")
    slides = one.takes("Download the slides")
    with ZipFile(slides) as deck:
        assert sum(name.startswith("ppt/slides/slide") for name in deck.namelist()) == 4
    one.presses("record that you used it")
    one.says_day("used_on", clock.today())
    one.writes_in("team", "Community nursing, north")
    one.chooses("occasion", "team meeting")
    one.writes_in("people", "7")
    one.writes_in("change", "We ring the other services before we close.")
    one.presses("Record our use")
    one.sees("Your use is recorded.")
