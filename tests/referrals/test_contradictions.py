"""Answers that cannot both be right: said in a sentence beside the box, kept, and in nobody's way."""

from datetime import timedelta

import pytest

from pprg import clock
from tests.builders import a_draft

NO_BIRTHDAY = {"born-day": "", "born-month": "", "born-year": ""}


@pytest.fixture
def referrer(people):
    return people.referrer()


def text_of(page):
    return " ".join(page.get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("page", "typed", "sentence"),
    [
        (
            "essentials",
            {"age": "34", **NO_BIRTHDAY, "concerns": "child"},
            "You chose “A child, under 18” but wrote that the person was 34.",
        ),
        ("essentials", {"age": "12", **NO_BIRTHDAY, "concerns": "both", "types": ["sar"]}, ""),
        (
            "essentials",
            {"age": "34", **NO_BIRTHDAY, "types": ["child"]},
            (
                "You chose “Rapid review or child safeguarding practice review”, which is for children "
                "under 18, but wrote that the person was 34."
            ),
        ),
        ("essentials", {"died-year": "1920"}, "The date of death is before the date of birth."),
        (
            "happened",
            {"agency_knew-year": "2001"},
            "The day your agency learnt of it is before the day it happened.",
        ),
        (
            "happened",
            {"when-year": "1910"},
            "The day it happened is long before the date of birth that you gave.",
        ),
    ],
)
def test_what_cannot_be_so_is_said_beside_the_box_and_kept(referrer, page, typed, sentence):
    draft = a_draft(by=referrer.account)
    answer = referrer.fills_in(f"/referrals/{draft.id}/{page}", **typed)
    assert answer.status_code == (422 if sentence else 303)
    assert sentence in answer.text
    box, words = next(iter(typed.items()))
    assert referrer.reads(f"/referrals/{draft.id}/{page}").select_one(f"[name={box}]")["value"] == words
    check = text_of(referrer.reads(f"/referrals/{draft.id}/check"))
    assert sentence in check
    assert referrer.presses(f"/referrals/{draft.id}/check", "Send").status_code == 303


def test_a_death_that_lies_ahead_is_refused_in_words(referrer):
    draft = a_draft(by=referrer.account)
    ahead = clock.today() + timedelta(days=40)
    boxes = {"died-day": ahead.day, "died-month": ahead.month, "died-year": ahead.year}
    answer = referrer.fills_in(f"/referrals/{draft.id}/essentials", **boxes)
    assert answer.status_code == 422
    assert "The date of death must be today or in the past." in answer.text


def test_an_entry_that_ends_before_it_began_is_said_so_and_kept(referrer):
    draft = a_draft(by=referrer.account)
    url = f"/referrals/{draft.id}/agencies"
    entry = referrer.presses(url, "Add an agency").headers["Location"]
    answer = referrer.fills_in(entry, agency="Housing", **{"since-year": "2024", "until-year": "2023"})
    assert answer.status_code == 422
    assert "The last day of involvement is before the first day of involvement." in answer.text
    assert "Look at it again" in text_of(referrer.reads(url))
    assert referrer.fills_in(entry, **{"until-year": "2025"}).status_code == 303
    assert "Look at it again" not in text_of(referrer.reads(url))


def test_a_trial_may_lie_ahead(referrer):
    draft = a_draft(by=referrer.account)
    entry = referrer.presses(f"/referrals/{draft.id}/processes", "Add a process").headers["Location"]
    ahead = {"which": "criminal", "until-year": str(clock.today().year + 1)}
    assert referrer.fills_in(entry, **ahead).status_code == 303
