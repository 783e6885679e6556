"""What each door takes to open. The worked cases are read as a whole; here each rule by itself."""

import json
from datetime import date
from pathlib import Path

import pytest

from pprg.guidance.codes import Door
from pprg.guidance.triage.facts import facts_from
from pprg.guidance.triage.grid import Stands, weigh
from tests.guidance.facts import (
    A_KILLING_AT_HOME,
    A_SAR,
    A_SERIOUS_INCIDENT,
    A_SUICIDE,
    NOTHING_AMISS,
    a_grid,
    stands,
)

WORKED = json.loads((Path(__file__).parent / "worked_cases.json").read_text())["scenarios"]


def asks(*facts: str) -> dict[str, list[str]]:
    return {"need_to_know": list(facts)}


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case["id"])
def test_every_worked_case_is_weighed_as_people_weighed_it(case):
    assert weigh(facts_from(case["facts"])).as_json() == case["expected"]


@pytest.mark.parametrize(
    ("door", "case", "changed", "expected"),
    [
        # a Safeguarding Adults Review
        (Door.SAR_MANDATORY, A_SAR, {}, "met"),
        (Door.SAR_MANDATORY, A_SAR, {"age": 17}, "not_met"),
        (Door.SAR_MANDATORY, A_SAR, {"age": 18}, "met"),
        (Door.SAR_MANDATORY, A_SAR, {"in_area": "no"}, "not_met"),
        (Door.SAR_MANDATORY, A_SAR, {"care_and_support_needs": "unsure"}, "may_be_met"),
        (Door.SAR_MANDATORY, A_SAR, {"agencies_worked_together_concern": "unsure"}, "may_be_met"),
        (Door.SAR_MANDATORY, A_SAR, {"agencies_worked_together_concern": {"answer": None}},
         asks("agencies_worked_together_concern")),
        (Door.SAR_MANDATORY, A_SAR, {"abuse_or_neglect": "self_neglect", "death_linked": "suspected"}, "met"),
        (Door.SAR_MANDATORY, A_SAR, {"alive": True, "seriously_harmed": "yes"}, "met"),
        (Door.SAR_MANDATORY, A_SAR, {"alive": True, "seriously_harmed": "unsure"}, "may_be_met"),
        (Door.SAR_MANDATORY, A_SAR, {"alive": None, "seriously_harmed": None},
         asks("alive", "seriously_harmed")),
        (Door.SAR_MANDATORY, A_SAR, {"alive": None}, asks("alive")),
        # in doubt about one thing and not told another: only what is missing is asked for
        (Door.SAR_MANDATORY, A_SAR, {"care_and_support_needs": "unsure", "in_area": None}, asks("in_area")),
        (Door.SAR_DISCRETIONARY, A_SAR, {}, "not_met"),
        (Door.SAR_DISCRETIONARY, A_SAR, {"death_linked": None}, "may_be_met"),
        (Door.SAR_DISCRETIONARY, A_SAR, {"care_and_support_needs": "unsure"}, "may_be_met"),
        (Door.SAR_DISCRETIONARY, A_SAR, {"care_and_support_needs": None}, asks("care_and_support_needs")),
        (Door.SAR_DISCRETIONARY, A_SAR, {"care_and_support_needs": "no"}, "not_met"),
        # a serious incident
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {}, "met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"abuse_or_neglect": "self_neglect"}, "not_met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"alive": False, "death_linked": "no"}, "met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"stillbirth_or_termination": "yes"}, "not_met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"incident_area": "other"}, "not_met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"in_area": "no"}, "met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"incident_area": "outside_england"}, "met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"incident_area": "outside_england", "in_area": "no"},
         "not_met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"incident_area": None}, asks("incident_area")),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"incident_area": None, "in_area": None},
         asks("in_area", "incident_area")),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"seriously_harmed": "unsure"}, "may_be_met"),
        (Door.RAPID_REVIEW, A_SERIOUS_INCIDENT, {"age": 18}, "not_met"),
        # a domestic homicide
        (Door.DHR, A_KILLING_AT_HOME, {}, "met"),
        (Door.DHR, A_KILLING_AT_HOME, {"age": 15}, "not_met"),
        (Door.DHR, A_KILLING_AT_HOME, {"age": 16}, "met"),
        (Door.DHR, A_KILLING_AT_HOME, {"incident_area": "other"}, "met"),
        (Door.DHR, A_KILLING_AT_HOME, {"relationship_of_alleged": "stranger"}, "not_met"),
        (Door.DHR, A_KILLING_AT_HOME, {"relationship_of_alleged": "unknown"},
         asks("relationship_of_alleged")),
        (Door.DHR, A_KILLING_AT_HOME, {"abuse_or_neglect": "self_neglect"}, "not_met"),
        (Door.DHR, A_KILLING_AT_HOME, {"suicide": None, "domestic_abuse_history": None},
         asks("domestic_abuse_history", "suicide")),
        (Door.DHR, A_KILLING_AT_HOME, {"suicide": None}, asks("suicide")),
        (Door.DHR, A_SUICIDE, {}, "met"),
        (Door.DHR, A_SUICIDE, {"suicide": "suspected"}, "met"),
        (Door.DHR, A_SUICIDE, {"domestic_abuse_history": "suspected"}, "may_be_met"),
        (Door.DHR, A_SUICIDE, {"domestic_abuse_history": None}, asks("domestic_abuse_history")),
        (Door.DHR, A_SUICIDE, {"death_linked": "no"}, "not_met"),
        # LeDeR and the death of a child
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "yes"}, {"age": 4, "learning_disability": "yes"},
         "met"),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "yes"}, {"age": 3, "learning_disability": "yes"},
         "not_met"),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "yes"}, {"age": 18, "autism": "yes"}, "met"),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "yes"}, {"age": 17, "autism": "yes"}, "not_met"),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": None}, {"age": 18, "autism": "yes"},
         asks("diagnosis_recorded")),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "no"}, {"age": 18, "autism": "yes"}, "not_met"),
        (Door.LEDER, {"alive": False, "diagnosis_recorded": "yes"},
         {"age": None, "autism": None, "learning_disability": "yes"}, asks("age", "autism")),
        (Door.CHILD_DEATH, {"alive": False, "age": 17}, {}, "met"),
        (Door.CHILD_DEATH, {"alive": False, "age": 18}, {}, "not_met"),
        (Door.CHILD_DEATH, {"alive": False, "age": 0}, {"stillbirth_or_termination": "yes"}, "not_met"),
        (Door.CHILD_DEATH, {"alive": False, "age": 0}, {"in_area": "no"}, "not_met"),
        # by choice
        (Door.OFFENSIVE_WEAPON, {"alive": False, "offensive_weapon": "yes"}, {}, "may_be_met"),
        (Door.OFFENSIVE_WEAPON, {"alive": False, "offensive_weapon": "yes"}, {"suicide": "suspected"},
         "not_met"),
        (Door.OFFENSIVE_WEAPON, A_KILLING_AT_HOME, {"offensive_weapon": "yes"}, "not_met"),
        (Door.OFFENSIVE_WEAPON, A_KILLING_AT_HOME,
         {"offensive_weapon": "yes", "relationship_of_alleged": None}, asks("relationship_of_alleged")),
        (Door.LEARNING, {"new_learning": "yes"}, {}, "may_be_met"),
        (Door.LEARNING, {"new_learning": "unsure"}, {}, "may_be_met"),
        (Door.LEARNING, {"new_learning": "yes"}, {"good_practice_only": "yes"}, "not_met"),
        (Door.LEARNING, {"new_learning": "yes"}, A_SERIOUS_INCIDENT, "not_met"),
        (Door.LEARNING, {"new_learning": "yes"}, A_SERIOUS_INCIDENT | {"seriously_harmed": "unsure"},
         "may_be_met"),
        (Door.LEARNING, {"new_learning": "yes"}, A_SERIOUS_INCIDENT | {"seriously_harmed": None},
         asks("seriously_harmed")),
        (Door.LEARNING, {"new_learning": "yes", "in_area": "no"}, {}, "may_be_met"),
        (Door.GOOD_PRACTICE, {"good_practice_only": "yes"}, {}, "may_be_met"),
        (Door.GOOD_PRACTICE, {"good_practice_only": None}, {}, asks("good_practice_only")),
    ],
)  # fmt: skip
def test_one_answer_opens_or_shuts_a_door(door, case, changed, expected):
    assert stands(door, case, changed) == expected


def test_when_nothing_is_known_every_door_asks():
    told = weigh(facts_from({}))
    assert {verdict.stands for verdict in told.verdicts} == {Stands.NEED_TO_KNOW}
    assert told.as_json()["signposts"] == []
    assert told[Door.SAR_DISCRETIONARY].need == ("age", "care_and_support_needs", "in_area")


def test_good_practice_is_not_asked_about_harm_but_what_was_said_still_counts():
    bare = dict.fromkeys(NOTHING_AMISS) | {"age": 60, "alive": True, "in_area": "yes"}
    said = bare | {"care_and_support_needs": "yes", "good_practice_only": "yes"}
    assert stands(Door.SAR_MANDATORY, said) == "not_met"
    harmed = {
        "abuse_or_neglect": "known",
        "seriously_harmed": "yes",
        "agencies_worked_together_concern": "yes",
    }
    assert stands(Door.SAR_MANDATORY, said, harmed) == "met"
    assert stands(Door.SAR_MANDATORY, said, harmed, alive=False, death_linked=None) == "not_met"
    died = {"alive": False, "learning_disability": "yes", "diagnosis_recorded": "yes", "age": 6}
    assert stands(Door.LEDER, said, died) == "met"
    assert stands(Door.CHILD_DEATH, said, died, stillbirth_or_termination="no") == "met"


def test_what_to_consider_for_a_local_review_is_shown_only_where_somebody_answered():
    answers = {"improvements_needed": "yes", "recurrent_theme": "unsure"}
    told = a_grid(A_SERIOUS_INCIDENT, answers, agencies_worked_together_concern=None).as_json()
    assert told["lcspr_considerations"] == {"C1": "met", "C2": "may_be_met"}
    assert "lcspr_considerations" not in a_grid(answers).as_json()
    unanswered = {
        "improvements_needed": None,
        "recurrent_theme": None,
        "agencies_worked_together_concern": None,
    }
    assert "lcspr_considerations" not in a_grid(A_SERIOUS_INCIDENT, unanswered).as_json()


@pytest.mark.parametrize(
    ("aware", "notify", "latest"),
    [
        ("2026-03-30", "2026-04-08", "2026-04-29"),
        ("2026-04-02", "2026-04-13", "2026-05-05"),
        ("2026-04-04", "2026-04-13", "2026-05-05"),
        ("2026-05-01", "2026-05-11", "2026-06-02"),
    ],
)
def test_the_clock_of_a_serious_incident_runs_from_the_day_the_council_knew(aware, notify, latest):
    told = a_grid(A_SERIOUS_INCIDENT, became_aware_on=aware).as_json()
    assert told["clocks"] == {"sin_due_on": notify, "rapid_review_latest_on": latest}
    in_doubt = a_grid(A_SERIOUS_INCIDENT, became_aware_on=aware, seriously_harmed="unsure").as_json()
    assert in_doubt["clocks"] == told["clocks"]


def test_no_clock_runs_where_nothing_is_to_be_notified_or_nobody_said_when():
    assert "clocks" not in a_grid(became_aware_on="2026-03-30").as_json()
    assert "clocks" not in a_grid(A_SERIOUS_INCIDENT).as_json()
    missing = {"seriously_harmed": None, "became_aware_on": "2026-03-30"}
    assert "clocks" not in a_grid(A_SERIOUS_INCIDENT, missing).as_json()


def test_a_day_on_which_the_office_is_closed_moves_the_clock():
    facts = facts_from(NOTHING_AMISS | A_SERIOUS_INCIDENT | {"became_aware_on": "2026-06-01"})
    clocks = weigh(facts, closed={date(2026, 6, 3)}).clocks
    assert clocks
    assert clocks.sin_due_on == date(2026, 6, 9)
