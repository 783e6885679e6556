"""What a referral needs before it can be sent: few things. The rest is said, and stops nothing."""

import pytest
from bs4 import BeautifulSoup

from pprg.database import db
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import State
from tests.builders import a_draft

WHO = "Enter the person’s name. If nobody knows it, enter “not known”."


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


def send(person, referral):
    return person.fills_in(f"/referrals/{referral.id}/check")


def needed(answer):
    """What the page says has to be there before it can be sent, with where each line leads."""
    page = BeautifulSoup(answer.text, "html.parser")
    return {one.get_text(): one["href"] for one in page.select("[aria-labelledby=wanting] li a")}


def warned_of(person, referral):
    """What the page says is not answered yet and stops nothing, with where each line leads."""
    told = person.reads(f"/referrals/{referral.id}/check").select_one(
        "details:-soup-contains('Not answered yet')"
    )
    return {one.get_text(): one["href"] for one in told.select("li a")} if told else {}


def test_a_blank_referral_is_told_everything_it_still_needs_and_where(referrer):
    blank = services.start_referral(by=referrer.account)
    answer = send(referrer, blank)
    assert answer.status_code == 422
    assert needed(answer) == {
        WHO: f"/referrals/{blank.id}/essentials#name",
        "Say what happened.": f"/referrals/{blank.id}/happened#facts",
    }
    warned = warned_of(referrer, blank)
    assert warned["Enter your job title."] == f"/referrals/{blank.id}/essentials#role"
    assert not warned.keys() & needed(answer).keys()
    assert blank.state == State.DRAFT


STOPS = [
    ("essentials", {"name": ""}, WHO),
    ("happened", {"facts": ""}, "Say what happened."),
    (
        "happened",
        {"at_risk": "yes"},
        "Somebody is at risk now. Act first; then say what was done, by whom and when.",
    ),
]


@pytest.mark.parametrize(("step", "said", "sentence"), STOPS)
def test_the_few_things_that_stop_it_are_named_and_lead_to_a_box_that_is_there(
    referrer, step, said, sentence
):
    draft = a_draft(by=referrer.account, **{step: said})
    answer = send(referrer, draft)
    assert answer.status_code == 422
    assert list(needed(answer)) == [sentence]
    leads_to_a_box(referrer, needed(answer)[sentence])
    assert draft.state == State.DRAFT


ESSENTIAL = [
    ("essentials", "referrer", "Enter your name."),
    (
        "essentials",
        "types",
        "Choose which reviews the group should think about, or say that you are not sure.",
    ),
    ("essentials", "alive", "Say whether the person has died."),
    ("essentials", "died", "Enter the date of death. “Not known” is an answer."),
    ("happened", "at_risk", "Say whether anybody is at risk now."),
    ("happened", "council_knew", "Enter the day the council learnt of it. “Not known” is an answer."),
    ("you", "lead_on", "Enter the day you spoke to the safeguarding lead."),
    ("why", "together", "Say how the agencies worked together, or that you do not know."),
]


@pytest.mark.parametrize(("step", "key", "sentence"), ESSENTIAL)
def test_each_missing_essential_is_named_leads_to_a_box_that_is_there_and_stops_nothing(
    referrer, draft, step, key, sentence
):
    missing = a_draft(by=referrer.account, **{step: {key: "" if key != "types" else []}})
    warned = warned_of(referrer, missing)
    assert warned.keys() - warned_of(referrer, draft).keys() == {sentence}
    leads_to_a_box(referrer, warned[sentence])
    assert send(referrer, missing).status_code == 303


def leads_to_a_box(person, link):
    url, _, box = link.partition("#")
    assert person.reads(url).select_one(f"#{box}") is not None


def test_blanks_are_no_answer(referrer):
    blanks = " \n\t "
    draft = a_draft(by=referrer.account, happened={"facts": blanks}, why={"together": blanks})
    assert list(needed(send(referrer, draft))) == ["Say what happened."]
    assert "Say how the agencies worked together, or that you do not know." in warned_of(referrer, draft)


def test_an_age_will_do_where_the_date_of_birth_is_not_known(referrer):
    draft = a_draft(by=referrer.account, essentials={"born": "", "age": "about 40"})
    assert not [one for one in warned_of(referrer, draft) if "birth" in one]
    assert send(referrer, draft).status_code == 303
    assert draft.about == "Adult, about 40"


def test_nothing_that_is_only_useful_stops_it(referrer):
    bare = {"nhs_number": "", "address": "", "postcodes": "", "aliases": "", "sex": ""}
    draft = a_draft(by=referrer.account, person=bare, family={"people": []})
    page = referrer.reads(f"/referrals/{draft.id}/check")
    assert "What is the NHS number?" in page.get_text()
    assert send(referrer, draft).status_code == 303


def test_a_yes_without_evidence_is_what_the_group_will_ask_about(referrer):
    draft = a_draft(by=referrer.account, why={"sar_needs_shown_by": ""})
    page = referrer.reads(f"/referrals/{draft.id}")
    first = page.select_one("main ol li")
    assert "What shows it? Did the adult have needs for care and support" in first.get_text()
    assert first.a["href"].endswith("/why#sar_needs_shown_by")


def test_a_live_risk_that_nobody_has_acted_on_stops_it_and_says_what_to_do(referrer):
    draft = a_draft(by=referrer.account, happened={"at_risk": "yes"})
    answer = send(referrer, draft)
    assert answer.status_code == 422
    text = BeautifulSoup(answer.text, "html.parser").get_text(" ", strip=True)
    assert "Somebody is at risk now. Act first." in text
    assert "In danger now: ring 999" in text
    assert draft.state == State.DRAFT

    referrer.fills_in(
        f"/referrals/{draft.id}/happened", risk_done="The children’s front door was rung at 10:40."
    )
    assert send(referrer, draft).status_code == 303
    assert db.session.get(Referral, draft.id).urgent
