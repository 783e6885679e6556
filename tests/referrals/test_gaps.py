"""What the group will ask next: the three most useful gaps, in words, and never a score."""

from datetime import date

import pytest
from hypothesis import given, settings

from pprg.referrals.gaps import AGENCIES, EVENTS, MOST_GAPS, RECORDS, TOGETHER, gaps
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import questions_of
from tests.builders import a_draft
from tests.referrals.builders import on_the, words
from tests.referrals.shapes import TODAY, anything

NEEDS_SHOWN = "What shows it? Did the adult have needs for care and support, met or not?"


@pytest.fixture
def referrer(people):
    return people.referrer()


def asked_about(answers, *, among=frozenset(Step)):
    return [gap.sentence for gap in gaps(answers, on=TODAY, among=among)]


def whole(**changes):
    """A referral with nothing weighty left out, but for what a test changes."""
    day = on_the(date(2026, 3, 4))
    events = [{"id": str(n), "on": day, "what": f"Visit {n}"} for n in range(3)]
    filled = {
        "harm": {"linked": "suspected", "link_shown_by": "The post-mortem says so.", "by": "none"},
        "dates": {"events": events},
        "processes": {"criminal": "none", "coroner": "open", "s42": "none", "s47": "none"},
        "why": {"learning": "How a closed case is told of."},
    }
    return words(**{step: {**filled.get(step, {}), **changes.get(step, {})} for step in {*filled, *changes}})


def test_how_agencies_worked_together_is_asked_first_of_all():
    assert asked_about({"essentials": {"types": ["sar"]}})[0] == TOGETHER


def test_a_short_answer_about_it_is_told_how_short_it_is():
    thin = whole(why={"together": "There was no multi-agency working, and they didn’t talk."})
    assert asked_about(thin)[0] == (
        "Say more about how the agencies worked together: at least 50 words. So far there are 9."
    )


def test_it_warns_nobody_that_the_answer_is_short(referrer):
    draft = a_draft(by=referrer.account, why={"together": "They did not talk."})
    page = referrer.reads(f"/referrals/{draft.id}/check")
    assert not any("50 words" in item.get_text() for item in page.select("details li"))
    assert referrer.presses(f"/referrals/{draft.id}/check", "Send").status_code == 303


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"why": {"sar_needs_shown_by": ""}}, NEEDS_SHOWN),
        ({"harm": {"linked": ""}}, "What links the death to abuse or neglect?"),
        ({"happened": {"told": ""}}, "Has the person or the family been told?"),
        ({"happened": {"told": "no"}}, "Who will tell the person or the family, and when?"),
        ({"essentials": {"concerns": "both"}, "dates": {"events": []}}, EVENTS),
        ({"processes": {"criminal": ""}}, "Is there a criminal investigation or trial?"),
        ({"processes": {"coroner": ""}}, "Is there an inquest, or has the coroner been told?"),
        ({"processes": {"s42": ""}}, "Is there a section 42 enquiry?"),
        ({"happened": {"agencies": "Housing"}}, AGENCIES),
        ({"you": {"records": "no"}}, RECORDS),
    ],
)  # fmt: skip
def test_what_meetings_send_referrals_back_for_is_asked_before_anything_lighter(change, sentence):
    assert sentence not in asked_about(whole())
    assert asked_about(whole(**change))[0] == sentence


def test_the_weightiest_come_first():
    bare = whole(why={"sar_needs_shown_by": "", "together": ""}, you={"records": ""}, harm={"linked": ""})
    assert asked_about(bare) == [
        TOGETHER,
        NEEDS_SHOWN,
        "What links the death to abuse or neglect?",
    ]


def test_an_adult_needs_no_chronology_and_a_child_does():
    assert EVENTS not in asked_about(whole(dates={"events": []}))
    young = {"essentials": {"concerns": "child", "types": ["child"]}, "dates": {"events": []}}
    assert EVENTS in asked_about(whole(**young))


def test_a_page_that_was_not_begun_hides_no_gap_of_one_that_was():
    assert asked_about(whole(why={"together": ""}, you={"records": ""}), among={Step.YOU}) == [RECORDS]


@settings(max_examples=100)
@given(anything())
def test_each_gap_leads_to_a_question_that_is_there(answers):
    found = gaps(answers, on=TODAY)
    assert len(found) <= MOST_GAPS
    for gap in found:
        assert gap.key in {question.key for question in questions_of(gap.step, answers, TODAY)}
        assert gap.sentence
