"""What holds whatever the facts are."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from pprg.guidance.codes import Door
from pprg.guidance.criteria import criteria_of
from pprg.guidance.triage.atoms import Atoms
from pprg.guidance.triage.doors import doors
from pprg.guidance.triage.facts import FACTS, HARM_BLOCK, VALUES, Facts, age_of
from pprg.guidance.triage.grid import Stands, weigh
from pprg.guidance.triage.logic import NO, YES, Truth, all_of, any_of, missing, unsure

DAYS = st.dates(date(2004, 1, 1), date(2027, 12, 31))
VALUE_OF: dict[str, st.SearchStrategy[Any]] = {
    **{fact: st.sampled_from(VALUES.get(fact, ("yes", "no"))) for fact in FACTS},
    **dict.fromkeys(("date_of_birth", "died_on", "incident_on", "became_aware_on"), DAYS),
    "age": st.sampled_from([0, 3, 4, 15, 16, 17, 18, 24, 25, 80]),
    "alive": st.booleans(),
    "mappa_level": st.integers(0, 3),
}
ANY_FACTS = st.fixed_dictionaries({fact: st.none() | VALUE_OF[fact] for fact in FACTS})
TRUTHS = st.sampled_from([YES, NO, missing("a"), missing("b"), unsure("c"), unsure("d")])
DUTIES = [door for door in Door if not door.is_power]


@given(ANY_FACTS)
def test_every_grid_has_nine_doors_and_says_how_each_stands_and_why(said):
    told = weigh(Facts(**said))
    assert [verdict.door for verdict in told.verdicts] == list(Door)
    for verdict in told.verdicts:
        assert bool(verdict.need) == (verdict.stands == Stands.NEED_TO_KNOW)
        assert not (verdict.power and verdict.stands == Stands.MET)
        assert verdict.reason.endswith(".")
        assert all(said[fact] is None for fact in verdict.need)
    assert told.as_json()["signposts"] == sorted(told.as_json()["signposts"])


@given(ANY_FACTS, st.data())
def test_one_more_fact_never_shuts_a_door_that_stood_open_nor_opens_one_that_was_shut(said, data):
    fact = data.draw(st.sampled_from([fact for fact in FACTS if said[fact] is None] or ["age"]))
    assume(said[fact] is None)
    before, after = Facts(**said), Facts(**(said | {fact: data.draw(VALUE_OF[fact])}))
    # These contradict what was weighed: another age, a link to the death that is now ruled out, and
    # harm where good practice alone was put forward and its blanks were read as none.
    assume(age_of(before) in {None, age_of(after)})
    assume(Atoms(after).facts.death_linked != "no" or Atoms(before).facts.death_linked == "no")
    assume(said["good_practice_only"] != "yes" or fact not in HARM_BLOCK)
    for door in DUTIES:
        stood, stands = weigh(before)[door].stands, weigh(after)[door].stands
        if stood in {Stands.MET, Stands.NOT_MET}:
            assert stands == stood, door


@given(ANY_FACTS, st.data())
def test_answering_what_a_door_asks_for_settles_it(said, data):
    door = data.draw(st.sampled_from(list(Door)))
    need = weigh(Facts(**said))[door].need
    answered = said | {fact: data.draw(VALUE_OF[fact]) for fact in need}
    assert weigh(Facts(**answered))[door].need == ()


@given(ANY_FACTS)
def test_a_part_is_shown_for_every_criterion_of_its_door(said):
    for door, parts in doors(Atoms(Facts(**said))).items():
        assert list(parts) == [criterion.key for criterion in criteria_of(door).criteria]


@given(TRUTHS, TRUTHS, TRUTHS)
def test_the_logic_is_kleene_s(a, b, c):
    assert a & b == b & a
    assert a | b == b | a
    assert (a & b) & c == a & (b & c)
    assert (a | b) | c == a | (b | c)
    assert (a & (b | c)).value == ((a & b) | (a & c)).value
    assert ~(a & b) == ~a | ~b
    assert ~~a == a
    assert (a & YES, a | NO, a & NO, a | YES) == (a, a, NO, YES)


@given(st.lists(TRUTHS))
def test_what_is_known_has_no_causes_and_what_is_not_known_has_some(parts):
    for whole in (all_of(*parts), any_of(*parts)):
        assert whole.known != bool(whole.missing or whole.unsure)


def test_a_part_that_does_not_matter_any_more_contributes_no_facts():
    assert all_of(missing("a"), NO, unsure("b")) == NO
    assert any_of(missing("a"), all_of(missing("b"), NO)) == missing("a")
    assert all_of(missing("a"), unsure("b")) == Truth(None, frozenset("a"), frozenset("b"))
