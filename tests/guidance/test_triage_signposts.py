"""What a coordinator is pointed to besides the doors, and when not."""

import pytest

from pprg.guidance.codes import Door
from pprg.guidance.triage.facts import facts_from
from pprg.guidance.triage.grid import weigh
from tests.guidance.facts import A_KILLING_AT_HOME, A_SAR, A_SERIOUS_INCIDENT, NOTHING_AMISS, a_grid, signs

DIED = {"alive": False}
A_CHILD_DIED = {"alive": False, "age": 10}
HARMED_BY_OTHERS = {"abuse_or_neglect": "suspected"}


@pytest.mark.parametrize(
    ("code", "case", "not_when"),
    [
        ("front_door", {"immediate_risk": "yes"}, {"immediate_risk": None}),
        ("sin_other_la", A_SERIOUS_INCIDENT | {"incident_area": "other"},
         {"incident_area": "outside_england"}),
        ("dfe_ofsted_lac_death", A_CHILD_DIED | {"looked_after": "yes"}, {"age": 18}),
        ("care_leaver_death", DIED | {"care_leaver": "yes", "age": 24}, {"age": 25}),
        ("cdr_home_area", A_CHILD_DIED | {"in_area": "no"}, {"stillbirth_or_termination": "yes"}),
        ("leder_after_cdr", A_CHILD_DIED | {"learning_disability": "yes", "diagnosis_recorded": "yes"},
         {"age": 3}),
        ("joint_agency_response", A_CHILD_DIED | {"in_custody_or_detained": "yes"}, {"age": 18}),
        ("joint_agency_response", A_CHILD_DIED | HARMED_BY_OTHERS | {"death_linked": "suspected"},
         {"abuse_or_neglect": "self_neglect"}),
        ("coroner", DIED | {"offensive_weapon": "yes"}, {"stillbirth_or_termination": "yes"}),
        ("coroner", DIED | {"death_linked": "known"}, {"death_linked": "no"}),
        ("coroner", DIED | {"sudden_or_unexplained": "yes"}, {"alive": True}),
        ("joint_review_dhr_rr", A_KILLING_AT_HOME | {"age": 16}, {"age": 15}),
        ("joint_review_sar_dhr", A_SAR | A_KILLING_AT_HOME, {"care_and_support_needs": "unsure"}),
        ("s42_enquiry", {"abuse_or_neglect": "self_neglect", "care_and_support_needs": "yes"},
         {"alive": False}),
        ("s47_strategy", HARMED_BY_OTHERS | {"age": 17}, {"age": 18}),
        ("lado_or_pipot", HARMED_BY_OTHERS | {"relationship_of_alleged": "professional"},
         {"abuse_or_neglect": "self_neglect"}),
        ("regulator", HARMED_BY_OTHERS | {"regulated_provider": "yes"}, {"abuse_or_neglect": "none"}),
        ("mappa_check", {"mappa_level": 2, "seriously_harmed": "yes"}, {"mappa_level": 1}),
        ("mappa_check", {"mappa_level": 3, "alive": False}, {"mappa_level": None}),
        ("mh_homicide_note", DIED | {"mental_health_care": "both", "offensive_weapon": "yes"},
         {"suicide": "yes"}),
        ("mh_homicide_note", DIED | {"mental_health_care": "alleged", "death_linked": "known"},
         {"mental_health_care": "person"}),
        ("owhr_note", DIED | {"offensive_weapon": "yes"}, {"age": 17}),
        ("custody_process", DIED | {"in_custody_or_detained": "yes"}, {"alive": None}),
        ("other_area_board", {"in_area": "no"}, {"age": 17}),
        ("self_harm_pathway", {"suicide": "suspected"}, {"suicide": "no"}),
        ("ask_domestic_abuse", {"suicide": "yes", "domestic_abuse_history": None},
         {"domestic_abuse_history": "suspected"}),
    ],
)  # fmt: skip
def test_a_signpost_stands_where_it_helps_and_nowhere_else(code, case, not_when):
    assert code in signs(case)
    assert code not in signs(case, not_when)


def test_nobody_is_pointed_anywhere_where_nothing_happened():
    assert signs() == []


def test_every_signpost_is_a_sentence_to_a_person():
    said = [
        sign for case in (A_SAR | A_KILLING_AT_HOME, A_SERIOUS_INCIDENT) for sign in a_grid(case).signposts
    ]
    assert len(said) >= 3
    assert all(sign.sentence.endswith(".") and "_" not in sign.sentence for sign in said)


def test_the_reason_names_what_a_door_turns_on_or_why_it_is_shut():
    told = weigh(facts_from(NOTHING_AMISS | A_SAR | {"death_linked": None, "age": 79}))
    assert told[Door.SAR_MANDATORY].reason == "It turns on whether the death resulted from abuse or neglect."
    assert told[Door.RAPID_REVIEW].reason == "Not met: the person was 18 or over."
    assert a_grid(A_SAR)[Door.SAR_MANDATORY].reason.endswith("must arrange a review.")
    assert "may arrange" in a_grid(care_and_support_needs="yes")[Door.SAR_DISCRETIONARY].reason
    in_doubt = a_grid(A_SAR, care_and_support_needs="unsure")[Door.SAR_MANDATORY]
    assert (
        in_doubt.reason
        == "It may be met. There is doubt about whether there were needs for care and support."
    )


def test_a_coordinator_sees_which_part_fails_and_where_the_law_says_so():
    parts = {
        part.key: part for part in a_grid(A_SAR, in_area="no", death_linked=None)[Door.SAR_MANDATORY].parts
    }
    assert parts["area"].stands.label == "Not met"
    assert parts["needs"].stands.label == "Met"
    assert parts["harm"].need == ("death_linked",)
    assert parts["area"].source == "Care Act 2014 s.44(1)"
