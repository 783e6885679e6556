"""The coordinator's page of matches: hidden until asked why, then decided with a reason."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from pprg.audit.models import AuditLine
from pprg.cases.services import restrict
from pprg.database import db
from pprg.notices.services import _wordings
from pprg.people import services
from pprg.people.models import Match
from pprg.people.queries import staff_matches_visible_to
from pprg.people.states import MatchEvent, MatchState, Purpose
from tests.browser import look
from tests.meetings.test_looking import sign_in
from tests.people_matching.conftest import GRACE, SAME

WHY = "One death, referred by two agencies."
SECRETS = ("Grace", "Finch", "Gracie", "1945", "999 000 0018", "9990000018", "Tannery", "ZE9")


@pytest.fixture
def match(coordinator, somebody):
    somebody(**GRACE)
    services.look_for_matches(somebody(**SAME, label="Woman"), by=coordinator.account)
    return db.session.scalars(select(Match)).one()


@pytest.fixture
def there(match):
    return f"/people/matches/{match.id}"


def test_the_list_says_which_cases_how_likely_and_why_without_a_name(coordinator, match):
    page = coordinator.reads("/people/matches").get_text(" ", strip=True)
    assert "PPRG-2026-001 and PPRG-2026-002" in page
    assert "Adult, 79 / Woman" in page
    assert "Very likely one person" in page
    assert "Same NHS number" in page
    assert not [words for words in SECRETS if words in page]


def test_the_match_says_how_each_aspect_stands_without_what_either_record_says(coordinator, there):
    page = coordinator.reads(there)
    rows = {row.th.get_text(): row.get_text(" ", strip=True) for row in page.select("tbody tr")}
    assert list(rows) == ["Names", "NHS number", "Born", "Sex", "Address"]
    assert "Close Day and month of birth the other way round" in rows["Born"]
    assert "Same Same address" in rows["Address"]
    assert not [words for words in SECRETS if words in page.get_text()]


def test_both_are_shown_once_it_is_said_why_and_written_down_in_both_cases(coordinator, match, there):
    answer = coordinator.presses(there, "Show both", **{f"{match.id.hex}-purpose": Purpose.REFERRAL})
    assert answer.status_code == 200
    for words in ("Grace O'Dowd-Finch", "Gracie Finch", "11 03 1945", "03 11 1945", "999 000 0018"):
        assert words in answer.text.replace("&#39;", "'"), words
    lines = db.session.scalars(select(AuditLine).where(AuditLine.verb == "revealed")).all()
    assert {line.case_id for line in lines} == {case.id for case in match.cases}
    assert {line.detail for line in lines} == {"purpose=REFERRAL"}


def test_without_a_purpose_nothing_is_shown(coordinator, there):
    answer = coordinator.presses(there, "Show both")
    assert answer.status_code == 422
    assert "Choose why you need to know." in answer.text
    assert not [words for words in SECRETS if words in answer.text]
    assert db.session.query(AuditLine).filter_by(verb="revealed").count() == 0


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (MatchEvent.LINK, MatchState.LINKED),
        (MatchEvent.JOIN, MatchState.JOINED),
        (MatchEvent.DISMISS, MatchState.DISMISSED),
    ],
)
def test_a_decision_is_made_on_the_page_and_undone_there(coordinator, match, there, what, state):
    answer = coordinator.presses(there, "Keep this decision", what=what, reason=WHY)
    assert (answer.status_code, match.state) == (303, state)
    assert WHY in coordinator.opens(there).text
    assert "Nothing to look at." in coordinator.opens("/people/matches").text
    answer = coordinator.presses(there, "Undo", reason="The wrong pair.")
    assert (answer.status_code, match.state) == (303, MatchState.POSSIBLE)
    assert "The wrong pair." in coordinator.opens(there).text


def test_half_a_decision_comes_back_with_its_words(coordinator, match, there):
    answer = coordinator.presses(there, "Keep this decision", reason=WHY)
    assert answer.status_code == 422
    assert "Choose what they are." in answer.text
    assert WHY in answer.text
    assert coordinator.presses(there, "Keep this decision", what=MatchEvent.LINK).status_code == 422
    assert match.state == MatchState.POSSIBLE


def test_two_who_decide_at_once_do_not_overrule_each_other(people, coordinator, match, there):
    services.dismiss(match, reason=WHY, by=people.coordinator("Second Coordinator").account)
    answer = coordinator.posts(f"{there}/decision", what=MatchEvent.JOIN, reason="I had not seen it.")
    assert answer.status_code == 422
    assert "This was decided already." in answer.text
    assert match.state == MatchState.DISMISSED


def test_nobody_but_the_coordinators_of_both_cases_reaches_it(people, coordinator, match, there):
    restrict(match.other.case, by=coordinator.account, members=[coordinator.account])
    second = people.coordinator("Second Coordinator")
    for person in [*people.everyone(), second]:
        if person is coordinator:
            continue
        assert person.opens(there).status_code == 404
        assert person.posts(f"{there}/decision", what=MatchEvent.JOIN, reason=WHY).status_code == 404
        assert person.posts(f"{there}/compare").status_code == 404
        listed = person.opens("/people/matches")
        assert listed.status_code == (200 if person is second else 403)
        assert "PPRG-2026-001" not in listed.text


def test_the_mail_names_nobody_and_is_not_sent_once_it_is_decided(coordinator, match):
    word = _wordings["possible match"]
    words = word(coordinator.account.id, match.id)
    assert words.subject == "PPRG-2026-002: something to check"
    assert not [secret for secret in SECRETS if secret in words.body.replace("2026", "")]
    services.dismiss(match, reason=WHY, by=coordinator.account)
    assert word(coordinator.account.id, match.id) is None


def test_the_cases_say_that_they_are_one(coordinator, match):
    services.join(match, reason=WHY, by=coordinator.account)
    for case, other in (match.cases, match.cases[::-1]):
        page = coordinator.reads(f"/cases/{case.id}").get_text(" ", strip=True)
        assert f"One person and one matter with {other.reference}" in page


def test_every_page_can_be_read_by_everyone(people, coordinator, match, there, browser_page):
    services.keep_out(match.cases[0], people.chair().account, label="Niece", by=coordinator.account)
    [kept] = staff_matches_visible_to(coordinator.account)
    sign_in(browser_page, coordinator.account)
    for url in ("/people/matches", f"/people/kept-out/{kept.id}", there):
        browser_page.goto(url)
        look(browser_page)
    browser_page.get_by_text("Show what both records say").click()
    browser_page.get_by_label(Purpose.REFERRAL).check()
    browser_page.get_by_role("button", name="Show both").click()
    browser_page.get_by_text("Gracie Finch").wait_for()
    look(browser_page)
    browser_page.get_by_text("Hide them again").click()
    browser_page.get_by_text("Gracie Finch").wait_for(state="detached")


def test_it_all_works_without_scripts(coordinator, match, there, plain_page):
    sign_in(plain_page, coordinator.account)
    plain_page.goto(there)
    plain_page.get_by_text("Show what both records say").click()
    plain_page.get_by_label(Purpose.REFERRAL).check()
    plain_page.get_by_role("button", name="Show both").click()
    expect(plain_page.get_by_text("Gracie Finch")).to_be_visible()
    plain_page.get_by_label("Not the same person").check()
    plain_page.get_by_label("Why", exact=True).fill("Her cousin.")
    plain_page.get_by_role("button", name="Keep this decision").click()
    expect(plain_page.get_by_text("Her cousin.")).to_be_visible()
