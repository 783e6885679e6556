"""The grid as coordinators see it: every door weighed, why, and what to find out."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlparse

import pytest

from pprg.guidance.codes import Door
from pprg.guidance.labels import door_label
from pprg.guidance.triage.facts import facts_from
from pprg.guidance.triage.grid import Stands, weigh
from pprg.guidance.triage.questions import FACT_QUESTIONS
from pprg.referrals import queries, services
from pprg.referrals.facts import facts_of
from tests.builders import a_sent_referral
from tests.referrals.builders import NAME, on_the

AN_ADULT = {
    "ask": {"lived_here": "yes", "happened_in": "own", "good_only": "no"},
    "needs": {"had_needs": "yes", "learning_disability": "no", "autism": "no"},
    "harm": {"abuse": "self_neglect", "linked": "suspected", "by": "none", "suicide": "no", "weapon": "no"},
    "why": {"concern": "yes"},
}
"""Every part of a mandatory review is answered with yes."""


def the_grid(page):
    """How each door stands on the page, by its name."""
    doors = {door.h3.get_text(strip=True): door for door in page.select(".pprg-door")}
    return {
        name: door.select_one(".pprg-door__name .pprg-state").get_text(strip=True)
        for name, door in doors.items()
    }


def without(answers, step, key):
    return {**answers, step: {k: v for k, v in answers[step].items() if k != key}}


def test_the_door_that_is_met_stands_first_with_its_reasons_and_their_sources(people):
    sent = a_sent_referral(by=people.referrer().account, **AN_ADULT)
    page = people.coordinator().reads(f"/referrals/{sent.id}")
    grid = the_grid(page)
    assert next(iter(grid.items())) == (door_label(Door.SAR_MANDATORY), "Met")
    first = page.select_one(".pprg-door")
    assert "must arrange a review" in first.get_text()
    reasons = [li.get_text(" ", strip=True) for li in first.select(".pprg-weighed li")]
    assert len(reasons) == 5
    assert all(reason.startswith("Met") for reason in reasons)
    assert any("Care Act 2014 s.44(1)(a)" in reason for reason in reasons)


def test_doors_that_stand_open_come_before_those_on_which_more_must_be_known(people):
    answers = without(AN_ADULT, "needs", "learning_disability")
    sent = a_sent_referral(by=people.referrer().account, **answers)
    stand = list(the_grid(people.coordinator().reads(f"/referrals/{sent.id}")).values())
    order = ["Met", "May be met", "Need to know"]
    assert {"Met", "Need to know"} <= set(stand)
    assert stand == sorted(stand, key=order.index)


def test_the_screen_and_the_command_weigh_by_one_engine(people):
    sent = a_sent_referral(by=people.referrer().account, **AN_ADULT)
    on = sent.sent_at.date()
    told = weigh(facts_from(facts_of(sent.sendings[-1].answers, on=on)))
    shown = the_grid(people.coordinator().reads(f"/referrals/{sent.id}/triage"))
    expected = {door_label(v.door): v.stands.label for v in told.verdicts if v.stands != Stands.NOT_MET}
    assert shown == expected


def test_what_is_not_known_is_said_and_leads_to_asking_the_referrer(people):
    cora = people.coordinator()
    answers = without(AN_ADULT, "harm", "linked")
    sent = a_sent_referral(by=people.referrer().account, **answers)
    page = cora.reads(f"/referrals/{sent.id}")
    assert the_grid(page)[door_label(Door.SAR_MANDATORY)] == "Need to know"
    question = FACT_QUESTIONS["death_linked"]
    item = next(li for li in page.select(".pprg-needs li") if question in li.get_text())
    ask = item.a["href"]
    assert parse_qs(urlparse(ask).query) == {"ask": ["death_linked"]}
    assert question in cora.reads(ask).select_one("textarea").get_text()


def test_all_that_is_to_be_found_out_can_be_asked_at_once(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    page = cora.reads(f"/referrals/{sent.id}")
    every = page.find("a", string=lambda words: words and "at once" in words)["href"]
    asked = cora.reads(every).select_one("textarea").get_text().strip().splitlines()
    assert asked == [FACT_QUESTIONS[fact] for fact in queries.weighed_of(sent).need]


def test_a_made_up_fact_in_the_address_asks_nothing(people):
    sent = a_sent_referral(by=people.referrer().account)
    page = people.coordinator().reads(f"/referrals/{sent.id}/return?ask=%3Cscript%3E&ask={NAME}")
    assert page.select_one("textarea").get_text().strip() == ""


def test_while_it_cannot_be_returned_nobody_is_led_to_returning_it(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    services.table_referral(sent, by=cora.account)
    page = cora.reads(f"/referrals/{sent.id}")
    assert page.select(".pprg-needs li")
    assert not page.select('a[href*="/return"]')


def test_doors_that_are_not_met_are_folded_away_with_why(people):
    sent = a_sent_referral(by=people.referrer().account, **AN_ADULT)
    page = people.coordinator().reads(f"/referrals/{sent.id}")
    shut = page.select_one(".pprg-shut")
    assert shut.find_parent("details") is not None
    child = next(li for li in shut.select("li") if door_label(Door.CHILD_DEATH) in li.get_text())
    assert "the person was 18 or over" in child.get_text()


def test_it_says_which_answers_it_rests_on_without_a_name_or_a_day_of_birth(people):
    sent = a_sent_referral(by=people.referrer().account, **AN_ADULT)
    page = people.coordinator().reads(f"/referrals/{sent.id}/triage")
    said = page.main.get_text(" ", strip=True)
    assert "How old was the person" in said
    assert "79" in said
    assert NAME not in said
    assert FACT_QUESTIONS["date_of_birth"] not in said
    born = sent.sendings[-1].answers["essentials"]["born"]
    assert date(int(born["year"]), 3, 1).strftime("%-d %B %Y") not in said


def test_an_answer_that_cannot_be_so_is_left_out_and_said(people):
    year = date.today().year  # noqa: DTZ011 - any year will do
    wrong = {"essentials": {"born": on_the(date(year - 1, 7, 1)), "died": on_the(date(year - 2, 6, 2))}}
    sent = a_sent_referral(by=people.referrer().account, **{**AN_ADULT, **wrong})
    answer = people.coordinator().opens(f"/referrals/{sent.id}")
    assert answer.status_code == 200
    assert "The day of death is before the day of birth." in answer.text


def test_the_considerations_and_the_clocks_of_a_childs_case_are_shown_with_it(people):
    year = date.today().year  # noqa: DTZ011 - any year will do
    child = {
        "essentials": {"types": ["child"], "born": on_the(date(year - 8, 1, 1)), "alive": "alive"},
        "harm": {"abuse": "known", "serious": "yes"},
        "ask": {"lived_here": "yes", "happened_in": "own"},
        "why": {"concern": "yes"},
    }  # fmt: skip
    sent = a_sent_referral(by=people.referrer().account, **child)
    said = people.coordinator().reads(f"/referrals/{sent.id}/triage").main.get_text(" ", strip=True)
    assert "None of these compels a review." in said
    assert "the rapid review by" in said
    assert "enquiry under Children Act 1989 s.47" in said


@pytest.mark.parametrize("step", ["harm", "ask"])
def test_it_is_worked_out_anew_from_the_words_as_last_sent(people, step):
    """Nothing of the grid is kept: what is sent again is weighed again."""
    rowan = people.referrer().account
    sent = a_sent_referral(by=rowan, **AN_ADULT)
    assert queries.weighed_of(sent).grid[Door.SAR_MANDATORY].stands == Stands.MET
    services.return_referral(sent, "Is that so?", by=people.coordinator().account)
    nothing = dict.fromkeys(AN_ADULT[step], "")
    services.save_step(sent, step, nothing, version=sent.version, by=rowan)
    services.send_referral(sent, by=rowan)
    assert queries.weighed_of(sent).grid[Door.SAR_MANDATORY].stands == Stands.NEED_TO_KNOW
