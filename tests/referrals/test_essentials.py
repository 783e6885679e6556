"""Before anything is written, the twelve questions of a Friday afternoon, and what is said after sending."""

from dataclasses import replace
from datetime import datetime

import pytest
import time_machine

from pprg import clock
from pprg.accounts.states import Role
from pprg.clock import LONDON
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import State, Step
from pprg.referrals.twelve import TWELVE, answered_of_twelve
from tests.builders import a_draft, an_awaited_referral
from tests.people import an_account
from tests.referrals.builders import words

FRIDAY = datetime(2026, 11, 27, 15, 40, tzinfo=LONDON)
FIRST_PAGE, SECOND_PAGE = words()[Step.ESSENTIALS], words()[Step.HAPPENED]


@pytest.fixture
def friday():
    """It is Friday afternoon, for everybody who comes after this."""
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def referrer(people):
    return people.referrer()


def text_of(person, url):
    return person.reads(url).select_one("main").get_text(" ", strip=True)


def standing(page):
    """Each part on the page, with how it stands."""
    rows = page.select(".pprg-tasks li")
    return {row.find(["a", "span"]).get_text(): row.select_one("[id] ").get_text(strip=True) for row in rows}


def the_essentials_alone(account):
    draft = services.start_referral(by=account)
    for step in (Step.ESSENTIALS, Step.HAPPENED):
        services.save_step(draft, step, words()[step], version=draft.version, by=account)
    return draft


def test_before_one_starts_it_says_what_it_is_not_how_long_it_takes_and_who_authorises(people, referrer):
    people.safeguarding_lead(), people.safeguarding_lead("NHS Marlshire")
    page = text_of(referrer, "/referrals/new")
    assert "This is not a safeguarding alert." in page
    assert "ring 999" in page
    assert "Marlshire adult social care, 01632 960110" in page
    assert "Ten minutes for the essentials" in page
    assert page.count("Lee Lead") == 1
    assert referrer.reads("/referrals/new").select_one("main a[href='/referrals/ask']")


def test_somebody_who_leads_alone_is_told_that_a_coordinator_finds_who_authorises(people):
    page = text_of(people.safeguarding_lead(), "/referrals/new")
    assert "Lee Lead" not in page
    assert "a coordinator finds out who authorises it" in page


def test_twelve_questions_are_counted_and_not_known_is_an_answer():
    assert len(TWELVE) == 12
    assert answered_of_twelve({}, on=clock.today()) == 0
    assert answered_of_twelve(words(), on=clock.today()) == 12
    said = {Step.HAPPENED: {"told": "not_known", "documents": "not_known", "agency_knew": {"unknown": True}}}
    assert answered_of_twelve(said, on=clock.today()) == 3


@pytest.mark.parametrize(
    ("step", "key", "blank"),
    [
        ("essentials", "phone", ""),
        ("essentials", "types", []),
        ("essentials", "name", ""),
        ("essentials", "died", {"day": "31", "month": "2", "year": "2020"}),
        ("essentials", "insider", ""),
        ("happened", "facts", ""),
        ("happened", "where", ""),
        ("happened", "council_knew", ""),
        ("happened", "documents", ""),
    ],
)
def test_a_question_that_is_half_answered_does_not_count(step, key, blank):
    assert answered_of_twelve(words(**{step: {key: blank}}), on=clock.today()) == 11


def test_the_list_says_how_many_are_answered_and_until_when_the_rest_may_follow(friday, referrer):
    draft = services.start_referral(by=referrer.account)
    page = text_of(referrer, f"/referrals/{draft.id}")
    assert "Send the essentials now: 0 of 12 answered." in page
    assert "until Friday 4 December 2026 for the rest" in page

    services.save_step(draft, Step.ESSENTIALS, FIRST_PAGE, version=draft.version, by=referrer.account)
    page = referrer.reads(f"/referrals/{draft.id}")
    assert "5 of 12 answered" in page.get_text()
    assert "Continue the essentials" in page.select_one(".pprg-panel a").get_text()
    assert page.select_one(".pprg-panel a")["href"] == f"/referrals/{draft.id}/happened"


def test_the_essentials_go_on_a_friday_and_the_rest_follows_by_the_next(friday, referrer):
    draft = the_essentials_alone(referrer.account)
    assert referrer.fills_in(f"/referrals/{draft.id}/check").status_code == 303

    page = referrer.reads(f"/referrals/{draft.id}")
    told = page.select_one("main").get_text(" ", strip=True)
    assert "Your reference PPRG-2026-001" in told
    assert "First sent on 27 November 2026 at 15:40" in told
    assert "To follow, by Friday 4 December 2026" in told
    stands = standing(page)
    assert stands["You and the person"] == "Sent"
    assert stands["Why it should be reviewed"] == "To follow"
    assert page.find("a", string="Why it should be reviewed")
    assert not page.find("a", string="You and the person")


def test_it_says_who_hears_next_and_by_when(friday, people, referrer):
    people.safeguarding_lead()
    an_account("Dana Deputy", Role.SAFEGUARDING_LEAD, "Marlshire Police")
    draft = the_essentials_alone(referrer.account)
    referrer.fills_in(f"/referrals/{draft.id}/check")
    told = text_of(referrer, f"/referrals/{draft.id}")
    assert "Dana Deputy or Lee Lead has been told now" in told
    assert "If nobody has answered by 30 November 2026 at 11:40" in told


def test_where_a_legal_clock_may_run_it_says_that_the_coordinators_know_already(people, referrer):
    people.safeguarding_lead()
    sent = an_awaited_referral(by=referrer.account, essentials={"types": [Route.CHILD.value]})
    assert "The coordinators know of it already" in text_of(referrer, f"/referrals/{sent.id}")


def test_what_was_finished_is_sent_and_what_follows_is_sent_once_it_is_ready(referrer):
    draft = the_essentials_alone(referrer.account)
    referrer.fills_in(f"/referrals/{draft.id}/check")
    answer = referrer.fills_in(f"/referrals/{draft.id}/why", together="None told the others.")
    assert answer.status_code == 303
    assert "None told the others." not in db.session.get(Referral, draft.id).sendings[-1].text

    referrer.fills_in(f"/referrals/{draft.id}/check")

    sent = db.session.get(Referral, draft.id)
    assert len(sent.sendings) == 2
    assert "None told the others." in sent.sendings[-1].text
    assert sent.state == State.AWAITING


def test_that_is_all_closes_what_was_to_follow(referrer):
    draft = the_essentials_alone(referrer.account)
    referrer.fills_in(f"/referrals/{draft.id}/check")
    answer = referrer.presses(f"/referrals/{draft.id}", "That is all")
    assert answer.status_code == 303
    page = referrer.reads(f"/referrals/{draft.id}").get_text()
    assert "Nothing more is to follow. You can still add to it." in page
    assert "To follow, by" not in page
    again = referrer.posts(f"/referrals/{draft.id}/why", together="Too late", version="9")
    assert again.status_code == 409


def test_after_the_last_day_nothing_can_follow_and_it_says_what_to_do_instead(referrer):
    with time_machine.travel(FRIDAY, tick=False):
        draft = the_essentials_alone(referrer.account)
        services.send_referral(draft, by=referrer.account)
    with time_machine.travel(datetime(2026, 12, 4, 23, 30, tzinfo=LONDON), tick=False):
        assert db.session.get(Referral, draft.id).rest_is_open
    with time_machine.travel(datetime(2026, 12, 5, 0, 30, tzinfo=LONDON), tick=False):
        assert not db.session.get(Referral, draft.id).rest_is_open
        with pytest.raises(Refused, match="Add what you know as an addendum"):
            services.send_the_rest(draft, by=referrer.account)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (True, "Sending this counts as telling the Community Safety Partnership"),
        (False, "Sending this does not count as telling the Community Safety Partnership"),
    ],
)
def test_it_says_whether_the_community_safety_partnership_is_told(app, people, told, sentence):
    app.config["PPRG"] = replace(usual := app.config["PPRG"], csp_told=told)
    try:
        referrer = people.referrer()
        sent = an_awaited_referral(by=referrer.account, essentials={"types": [Route.DHR.value]})
        assert sentence in text_of(referrer, f"/referrals/{sent.id}")
        other = an_awaited_referral(by=referrer.account)
        assert "Community Safety Partnership" not in text_of(referrer, f"/referrals/{other.id}")
    finally:
        app.config["PPRG"] = usual


def test_a_risk_that_nobody_has_acted_on_is_said_on_the_page_the_list_and_the_check(referrer):
    draft = a_draft(by=referrer.account)
    here = f"/referrals/{draft.id}/happened"
    answer = referrer.fills_in(here, at_risk="yes", risk_done="")
    assert answer.headers["Location"] == here, "the writer stays where it is said what to do"
    for url in (here, f"/referrals/{draft.id}", f"/referrals/{draft.id}/check"):
        alert = referrer.reads(url).select_one("[aria-labelledby=at-risk]")
        assert "Somebody is at risk now. Act first." in alert.get_text()
        assert alert.select_one("a[href='tel:999']")
        assert alert.select_one("a[href='tel:01632960110']"), "the council’s front door by name and number"

    referrer.fills_in(here, risk_done="The front door was rung at 10:40 and a worker is with her.")
    assert not referrer.reads(here).select_one("[aria-labelledby=at-risk]")


def test_nobody_at_risk_is_not_told_to_ring_anybody(referrer):
    draft = a_draft(by=referrer.account)
    assert not referrer.reads(f"/referrals/{draft.id}/happened").select_one("[aria-labelledby=at-risk]")
