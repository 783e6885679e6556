"""What the form says of each fact that triage weighs: asked once, in plain words, and read off."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from pprg.errors import Mistaken
from pprg.guidance.codes import Route
from pprg.guidance.triage.facts import FACTS, VALUES, facts_from
from pprg.guidance.triage.grid import weigh
from pprg.referrals.facts import ASKED_AT, facts_of, suggestion
from pprg.referrals.questions import Kind
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import every_question, questions_of, steps_of
from tests.referrals.builders import on_the
from tests.referrals.shapes import TODAY, anything

CASES = json.loads((Path(__file__).parents[1] / "guidance" / "worked_cases.json").read_text())["scenarios"]
SAME = {fact: where for fact, where in ASKED_AT.items() if fact in VALUES or fact in {
    "in_area", "learning_disability", "autism", "diagnosis_recorded", "care_leaver", "offensive_weapon",
    "regulated_provider", "in_custody_or_detained", "sudden_or_unexplained", "immediate_risk",
    "stillbirth_or_termination",
}}  # fmt: skip
"""Facts that are answered by a choice of the same name."""


def told_on_the_form(facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A worked case, typed by somebody who knows just these facts of it."""
    form: dict[str, dict[str, Any]] = {step: {} for step in Step}
    for fact, (step, key) in SAME.items():
        if facts.get(fact) is not None:
            form[step][key] = facts[fact] if isinstance(facts[fact], str) else ""
    young = facts["age"] < 18 if facts.get("age") is not None else facts["date_of_birth"] > "2008-02"
    form["essentials"] |= {
        "types": ["good_practice"]
        if facts.get("good_practice_only") == "yes"
        else ["sar", "child", "dhr", "learning"],
        "concerns": "child" if young else "adult",
        "alive": {True: "alive", False: "died"}.get(facts.get("alive"), ""),
        "age": "" if facts.get("age") is None else str(facts["age"]),
    }
    for fact, (step, key) in (
        ("date_of_birth", (Step.ESSENTIALS, "born")),
        ("died_on", (Step.ESSENTIALS, "died")),
        ("incident_on", (Step.HAPPENED, "when")),
        ("became_aware_on", (Step.HAPPENED, "council_knew")),
    ):
        if facts.get(fact):
            form[step][key] = on_the(date.fromisoformat(facts[fact]))
            form["happened"]["council_told"] = "yes"
    return form | _of_children_and_others(facts, form)


def _of_children_and_others(
    facts: dict[str, Any], form: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    statuses = [
        status
        for status, fact in (("s20", "looked_after"), ("care_leaver", "care_leaver"))
        if facts.get(fact) == "yes"
    ]
    form["child"]["legal"] = statuses or ["none"]
    form["needs"]["mental_health_care"] = (
        "yes" if facts.get("mental_health_care") in {"person", "both"} else "no"
    )
    form["alleged"]["people"] = [{"id": "a", "mappa": str(facts.get("mappa_level") or 0)}]
    form["why"] |= {
        "concern": (facts.get("agencies_worked_together_concern") or {}).get("answer") or "",
        "child_improvements": facts.get("improvements_needed") or "",
        "child_recurrent": facts.get("recurrent_theme") or "",
        "is_new": facts.get("new_learning") or "",
    }
    form["ask"].pop("good_only", None)
    return form


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_worked_case_can_be_told_on_the_form_and_weighs_the_same(case):
    told = facts_of(told_on_the_form(case["facts"]), on=TODAY)
    assert weigh(facts_from(told)).as_json() == case["expected"]


def test_every_fact_is_asked_somewhere_and_read_off():
    assert facts_of({}, on=TODAY).keys() == set(FACTS) == ASKED_AT.keys()
    for fact, (step, key) in ASKED_AT.items():
        assert key in {question.key for question in every_question(step, TODAY)}, fact


@pytest.mark.parametrize("fact", SAME)
def test_what_can_be_chosen_is_what_the_fact_can_be(fact):
    """But for "Not known", which is no answer to triage."""
    step, key = ASKED_AT[fact]
    (question,) = (q for q in every_question(step, TODAY) if q.key == key)
    if question.kind != Kind.ONE or fact == "mental_health_care":
        return
    offered = {choice.value for choice in question.choices} - {"not_known", "not_needed"}
    assert offered == set(VALUES.get(fact, ("yes", "no"))), fact


def test_nothing_answered_is_nothing_known():
    told = facts_of({}, on=TODAY)
    assert {fact for fact, given in told.items() if given is not None} == {"agencies_worked_together_concern"}
    assert told["agencies_worked_together_concern"]["answer"] is None


def test_not_known_is_missing_and_not_sure_is_in_doubt():
    form = {"needs": {"had_needs": "unsure", "autism": "not_known"}, "why": {"concern": "unsure"}}
    told = facts_of(form, on=TODAY)
    assert (told["care_and_support_needs"], told["autism"]) == ("unsure", None)
    assert told["agencies_worked_together_concern"]["answer"] == "unsure"


def test_a_criterion_speaks_where_the_plain_question_was_left_out():
    form = {"essentials": {"types": ["sar"]}, "why": {"sar_needs": "yes"}}
    assert facts_of(form, on=TODAY)["care_and_support_needs"] == "yes"
    assert facts_of({**form, "needs": {"had_needs": "no"}}, on=TODAY)["care_and_support_needs"] == "no"


def test_an_answer_that_is_no_longer_asked_is_not_weighed():
    harmed = {"harm": {"abuse": "known", "by": "partner"}, "essentials": {"types": ["sar"]}}
    assert facts_of(harmed, on=TODAY)["abuse_or_neglect"] == "known"
    good = {**harmed, "essentials": {"types": ["good_practice"]}}
    told = facts_of(good, on=TODAY)
    assert (told["abuse_or_neglect"], told["good_practice_only"]) == (None, "yes")


@pytest.mark.parametrize(
    ("born", "died", "age"),
    [
        ("2008", "2026", None),
        ("2006", "2026", 19),
        ("2008-01", "2026-03-09", 18),
        ("2008-03", "2026-03-09", None),
        ("1947-03", "2026-03-09", 78),
        ("2025-06", "2026-03-09", 0),
        ("2026-03", "2026-02-01", None),
    ],
)
def test_an_age_in_doubt_is_left_out_only_where_it_would_change_a_verdict(born, died, age):
    def boxes(known: str) -> dict[str, Any]:
        year, month, day = (*known.split("-"), "", "")[:3]
        return {"year": year, "month": month, "day": day, "unknown": False}

    form = {"essentials": {"alive": "died", "born": boxes(born), "died": boxes(died)}}
    assert facts_of(form, on=TODAY)["age"] == age


def test_the_day_counts_on_which_the_council_learnt_of_it_and_not_the_agency():
    form = {
        "happened": {
            "agency_knew": on_the(date(2026, 1, 2)),
            "council_told": "no",
            "council_knew": on_the(TODAY),
        }
    }
    assert facts_of(form, on=TODAY)["became_aware_on"] is None
    form["happened"]["council_told"] = "yes"
    assert facts_of(form, on=TODAY)["became_aware_on"] == TODAY.isoformat()


@pytest.mark.parametrize(
    ("form", "routes"),
    [
        ({"essentials": {"concerns": "adult"}}, [Route.SAR]),
        ({"essentials": {"concerns": "child"}}, [Route.CHILD]),
        ({}, [Route.SAR, Route.CHILD]),
        (
            {"essentials": {"concerns": "adult", "alive": "died"}, "harm": {"by": "ex"}},
            [Route.SAR, Route.DHR],
        ),
        (
            {"essentials": {"age": "17", "alive": "died"}, "harm": {"by": "relative"}},
            [Route.CHILD, Route.DHR],
        ),
        ({"essentials": {"age": "15", "alive": "died"}, "harm": {"by": "relative"}}, [Route.CHILD]),
        (
            {
                "essentials": {"concerns": "adult", "alive": "died"},
                "harm": {"suicide": "yes", "abused_before": "yes"},
            },
            [Route.SAR, Route.DHR],
        ),
        ({"essentials": {"types": ["good_practice"]}}, [Route.LEARNING]),
    ],
)
def test_three_answers_suggest_a_route_to_somebody_not_sure(form, routes):
    assert suggestion(form) == routes


@settings(max_examples=150)
@given(anything())
def test_facts_can_be_weighed_whatever_was_answered(answers):
    told = facts_of(answers, on=TODAY)
    with suppress(Mistaken):  # days in the wrong order, told in words to whoever reads the grid
        weigh(facts_from(told))
    asked = {(step, q.key) for step in steps_of(answers) for q in questions_of(step, answers, TODAY)}
    for fact in ("abuse_or_neglect", "suicide", "seriously_harmed", "improvements_needed"):
        assert told[fact] is None or ASKED_AT[fact] in asked
