"""The whole form: each page and question for those whom it concerns, and nothing that is told is lost."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings

from pprg.database import db
from pprg.referrals import completeness, reading
from pprg.referrals.forms import StepForm
from pprg.referrals.models import Referral
from pprg.referrals.questions import Kind
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import READ_AS, TITLES, every_question, questions_of, steps_of
from tests.builders import a_draft, a_sent_referral
from tests.referrals.builders import on_the
from tests.referrals.shapes import TODAY, anything

IDENTIFYING = (
    "name", "aliases", "born", "died", "address", "postcode", "nhs", "ids", "school", "gp", "worker",
    "contact", "reference", "nationality", "insiders", "sin_number",
)  # fmt: skip
"""Parts of keys by which a question is known to say who somebody is."""
AN_ADULT = {"essentials": {"concerns": "adult", "alive": "alive", "types": ["sar"]}}
UNCHANGED = {(Step.HAPPENED, "at_risk"), (Step.ESSENTIALS, "types"), (Step.ESSENTIALS, "concerns")}
"""Answers that decide which pages there are."""
A_CHILD = {"essentials": {"concerns": "child", "alive": "alive", "types": ["child"]}}


@pytest.fixture
def referrer(people):
    return people.referrer()


def asked(answers, step):
    return {question.key for question in questions_of(step, answers, TODAY)}


def over(answers, **changes):
    return {step: {**answers.get(step, {}), **changes.get(step, {})} for step in {*answers, *changes}}


def text_of(page):
    return " ".join(page.get_text(" ", strip=True).split())


# Which pages, which questions


def test_a_child_is_asked_about_as_a_child_and_an_adult_as_an_adult():
    assert Step.CHILD in steps_of(A_CHILD)
    assert Step.CHILD not in steps_of(AN_ADULT)
    assert {"had_needs", "kinds", "services"} <= asked(AN_ADULT, Step.NEEDS)
    assert not {"had_needs", "kinds", "services"} & asked(A_CHILD, Step.NEEDS)
    assert {"s42"} <= asked(AN_ADULT, Step.PROCESSES)
    assert {"s47", "sin", "sin_on"} <= asked(A_CHILD, Step.PROCESSES)
    assert not {"s47", "sin"} & asked(AN_ADULT, Step.PROCESSES)


def test_a_death_is_asked_about_only_where_somebody_may_have_died():
    after_death = over(AN_ADULT, essentials={"alive": "died"})
    questions = {
        (Step.HARM, "linked"),
        (Step.HARM, "suicide"),
        (Step.PROCESSES, "coroner"),
        (Step.PERSON, "cause"),
    }
    assert all(key in asked(after_death, step) for step, key in {*questions, (Step.NEEDS, "told_leder")})
    assert not any(key in asked(AN_ADULT, step) for step, key in questions)
    assert "serious" in asked(AN_ADULT, Step.HARM)
    assert "serious" not in asked(after_death, Step.HARM)


@pytest.mark.parametrize(
    ("change", "is_asked"),
    [
        ({"essentials": {"types": ["dhr"]}}, True),
        ({"harm": {"by": "professional"}}, True),
        ({"harm": {"by": "none"}}, False),
        ({"essentials": {"types": ["dhr"]}, "harm": {"by": "none"}}, False),
        ({}, False),
    ],
)
def test_somebody_alleged_responsible_has_a_page_when_there_is_one(change, is_asked):
    assert (Step.ALLEGED in steps_of(over(AN_ADULT, **change))) is is_asked


def test_at_sixteen_both_laws_may_apply():
    young = {"essentials": {"concerns": "adult", "alive": "died", "age": "16", "types": ["dhr"]}}
    assert Step.CHILD in steps_of(young)
    assert {"dhr_relationship", "child_improvements"} <= asked(young, Step.WHY)
    grown = over(young, essentials={"age": "18"})
    assert Step.CHILD not in steps_of(grown)
    assert "child_improvements" not in asked(grown, Step.WHY)


def test_good_practice_is_asked_nothing_about_harm():
    good = over(AN_ADULT, essentials={"types": ["good_practice"]})
    assert not {Step.HARM, Step.KINDS, Step.ALLEGED} & set(steps_of(good))
    assert "learning_proportionate" in asked(good, Step.WHY)


def beside(answers):
    notes = [q for q in questions_of(Step.PROCESSES, answers, TODAY) if q.kind == Kind.NOTE]
    return notes[0].label if notes else ""


DIED_AT_30 = {"essentials": {"alive": "died", "age": "30"}}


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"essentials": {"alive": "died", "age": "24"}, "needs": {"care_leaver": "yes"}},
            "A care leaver",
        ),
        (
            {"essentials": {"alive": "died", "age": "9"}, "child": {"legal": ["s31"]}},
            "A looked-after child",
        ),
        ({"essentials": {"age": "9"}, "ask": {"happened_in": "other"}}, "another council’s area"),
        ({**DIED_AT_30, "harm": {"weapon": "yes"}}, "offensive weapons"),
        (
            {**DIED_AT_30, "harm": {"suicide": "suspected"}},
            "ask about domestic abuse",
        ),
        ({"harm": {"by": "ex"}, "alleged": {"people": [{"id": "a", "mappa": "3"}]}}, "MAPPA"),
        (
            {
                "essentials": {"alive": "died"},
                "harm": {"by": "ex"},
                "alleged": {"people": [{"id": "a", "mental_health_care": "yes"}]},
            },
            "NHS England",
        ),
    ],
)
def test_duties_beside_a_review_are_named_where_they_may_be_due(answers, words):
    assert words in beside(answers)
    assert beside(AN_ADULT) == ""


def test_a_care_leaver_of_twenty_five_is_past_that_duty():
    assert beside({"essentials": {"alive": "died", "age": "25"}, "needs": {"care_leaver": "yes"}}) == ""


def test_an_answer_that_is_no_longer_asked_is_kept_and_not_sent(referrer):
    told = {
        "harm": {"by": "partner"},
        "alleged": {"people": [{"id": "a", "name": "Garrick Thornbury", "risk": "MARAC twice"}]},
    }
    draft = a_draft(by=referrer.account, **told)
    assert "MARAC twice" in referrer.opens(f"/referrals/{draft.id}/check").text
    referrer.fills_in(f"/referrals/{draft.id}/harm", by="none")
    assert "MARAC twice" not in referrer.opens(f"/referrals/{draft.id}/check").text
    kept = db.session.get(Referral, draft.id)
    assert kept.answers["alleged"]["people"][0]["risk"] == "MARAC twice"
    referrer.presses(f"/referrals/{draft.id}/check", "Send")
    assert "MARAC twice" not in db.session.get(Referral, draft.id).sendings[-1].text


# Every question


def test_every_page_has_a_title_for_its_writer_and_one_for_its_readers():
    assert list(TITLES) == list(Step)
    assert READ_AS.keys() == TITLES.keys()


@pytest.mark.parametrize("step", Step)
def test_no_two_questions_of_a_page_have_one_key(step):
    keys = Counter(question.key for question in every_question(step, TODAY))
    assert max(keys.values(), default=1) == 1
    for question in every_question(step, TODAY):
        assert max(Counter(column.key for column in question.columns).values(), default=1) == 1


@pytest.mark.parametrize("step", Step)
def test_no_question_takes_the_name_of_something_that_a_form_has_already(step):
    keys = {one.key for question in every_question(step, TODAY) for one in (question, *question.columns)}
    assert not [key for key in keys if hasattr(StepForm, key)]


@pytest.mark.parametrize("step", Step)
def test_no_page_is_crammed(step):
    """Twelve questions and their follow-ups; a page of criteria is as long as the law makes it."""
    if step not in {Step.WHY, Step.ESSENTIALS, Step.HAPPENED}:
        assert len([q for q in every_question(step, TODAY) if not q.rests_on]) <= 12, step


def test_what_says_who_somebody_is_goes_to_the_vault():
    for step in Step:
        for question in every_question(step, TODAY):
            for one in (question, *question.columns):
                telling = any(part in one.key.split("_") or one.key == part for part in IDENTIFYING)
                not_a_person = (step, one.key) in {(Step.YOU, "lead_contact"), (Step.FAMILY, "next_of_kin")}
                assert one.vault or not telling or not_a_person, (step, one.key)


def test_masked_readers_are_told_nothing_that_is_for_the_vault():
    secret = {}
    for step in Step:
        for question in every_question(step, TODAY):
            if question.vault and question.kind in {Kind.LINE, Kind.LINES, Kind.TEXT}:
                secret.setdefault(step, {})[question.key] = f"hidden {step} {question.key}"
            if vaulted := [c.key for c in question.columns if c.vault and c.kind in {Kind.LINE, Kind.LINES}]:
                row = {"id": "a", **{key: f"hidden {step} {key}" for key in vaulted}}
                secret.setdefault(step, {})[question.key] = [row]
    answers = over(secret, essentials={"types": ["dhr"], "concerns": "both", "alive": "died"})
    everything = reading.parts_for_others(answers, on=TODAY)
    masked = reading.parts_for_others(answers, on=TODAY, mask=str)
    count = sum(
        len(kept) if isinstance(kept, list) else 1 for page in secret.values() for kept in page.values()
    )
    assert str(everything).count("hidden") >= count > 15
    assert "hidden" not in str(masked)


@settings(max_examples=150)
@given(anything())
def test_no_answers_of_any_shape_break_anything(answers):
    for step in steps_of(answers):
        questions_of(step, answers, TODAY)
        completeness.stands(step, answers, on=TODAY)
    for one in (*completeness.stops(answers, on=TODAY), *completeness.warnings(answers, on=TODAY)):
        assert one.sentence
    completeness.to_follow(answers, on=TODAY)
    reading.as_text(reading.parts(answers, on=TODAY), heading="A referral")
    reading.parts_for_others(answers, on=TODAY, mask=str)


def test_every_page_can_be_opened_filled_in_and_read_again(referrer):
    draft = a_draft(
        by=referrer.account, essentials={"types": ["sar", "dhr"], "concerns": "both", "age": "17"}
    )
    for step in steps_of(db.session.get(Referral, draft.id).answers):
        typed = {
            question.key: [question.choices[0].value]
            if question.kind == Kind.SEVERAL
            else question.choices[0].value
            for question in every_question(step, TODAY)
            if question.choices and (step, question.key) not in UNCHANGED
        }
        answer = referrer.fills_in(f"/referrals/{draft.id}/{step}", **typed)
        assert answer.status_code in {303, 422}, step
        kept = db.session.get(Referral, draft.id).answers[step]
        shown = asked(db.session.get(Referral, draft.id).answers, step)
        assert all(kept[key] == typed[key] for key in typed if key in kept and key in shown), step
        assert referrer.opens(f"/referrals/{draft.id}/{step}").status_code == 200


# Reading


def test_readers_find_events_in_their_order(referrer):
    events = [
        {"id": "a", "on": on_the(date(2025, 5, 4)), "time": "14:00", "what": "third"},
        {"id": "b", "on": on_the(date(2025, 5, 4)), "time": "9:05", "what": "second"},
        {"id": "c", "on": {"day": "", "month": "April", "year": "2025", "unknown": False}, "what": "first"},
        {"id": "d", "on": {}, "what": "nobody knows when"},
    ]
    sent = a_sent_referral(by=referrer.account, dates={"events": events})
    text = sent.sendings[-1].text
    order = [text.index(words) for words in ("first", "second", "third", "nobody knows when")]
    assert order == sorted(order)


def test_who_worked_with_them_is_kept_from_those_who_need_not_know(people, referrer):
    agencies = {
        "involved": [
            {
                "id": "a",
                "agency": "Housing",
                "worker": "Odalys Fenwright",
                "part": "A housing officer rang twice",
            }
        ]
    }
    sent = a_sent_referral(by=referrer.account, agencies=agencies)
    page = people.coordinator().opens(f"/referrals/{sent.id}").text
    assert "Housing" in page
    assert "rang twice" in page
    assert "Odalys" not in page
