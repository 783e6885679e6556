"""Facts as people and files give them: ages from days, blanks, slips of the pen."""

import json

import pytest

from pprg.errors import Mistaken
from pprg.guidance.triage import casebook
from pprg.guidance.triage.facts import FACTS, age_of, facts_from
from pprg.guidance.triage.questions import FACT_QUESTIONS


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ({"date_of_birth": "2010-01-14", "died_on": "2026-01-14", "alive": False}, 16),
        ({"date_of_birth": "2010-01-14", "died_on": "2026-01-13", "alive": False}, 15),
        ({"date_of_birth": "2008-02-29", "died_on": "2026-02-28"}, 17),
        ({"date_of_birth": "2008-02-29", "died_on": "2026-03-01"}, 18),
        ({"date_of_birth": "2008-02-29", "died_on": "2028-02-29"}, 20),
        ({"date_of_birth": "2000-06-01", "incident_on": "2020-06-01", "alive": True}, 20),
        (
            {
                "date_of_birth": "2008-06-01",
                "incident_on": "2026-05-31",
                "died_on": "2026-06-02",
                "alive": False,
            },
            18,
        ),
        ({"date_of_birth": "2000-06-01", "incident_on": "2020-06-01", "alive": False}, 20),
        ({"date_of_birth": "2026-06-01", "incident_on": "2026-03-01", "alive": True}, 0),
        ({"age": 40, "date_of_birth": "2000-06-01", "died_on": "2020-06-01"}, 40),
        ({"date_of_birth": "2000-06-01"}, None),
        ({"died_on": "2020-06-01"}, None),
    ],
)
def test_an_age_is_worked_out_on_the_day_of_death_or_of_the_incident(said, age):
    assert age_of(facts_from(said)) == age


def test_left_out_null_and_unknown_are_the_same():
    assert facts_from({}) == facts_from(dict.fromkeys(FACTS)) == facts_from(dict.fromkeys(FACTS, "unknown"))


def test_yes_may_be_said_as_true_and_a_concern_with_or_without_its_reason():
    said = facts_from({"in_area": True, "alive": "no", "agencies_worked_together_concern": "unsure"})
    assert (said.in_area, said.alive, said.agencies_worked_together_concern) == ("yes", False, "unsure")
    nested = {"agencies_worked_together_concern": {"answer": "yes", "why": "Nobody rang."}}
    assert facts_from(nested).agencies_worked_together_concern == "yes"


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ("age", "old"), ("age", -1), ("age", 131), ("age", 3.5), ("age", True), ("age", [3]),
        ("mappa_level", 4), ("alive", "perhaps"), ("alive", 1), ("in_area", "unsure"), ("in_area", {}),
        ("died_on", "31/01/2026"), ("died_on", "2026-02-30"), ("died_on", "20260131"), ("died_on", 20260131),
        ("became_aware_on", "9999-12-31"), ("abuse_or_neglect", "yes"), ("domestic_abuse_history", "unsure"),
        ("agencies_worked_together_concern", {"answer": "perhaps"}), ("agencies_worked_together_concern",
         ["yes"]),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_beside_its_fact(fact, wrong):
    with pytest.raises(Mistaken) as told:
        facts_from({fact: wrong})
    assert [where for where, _ in told.value.mistakes] == [fact]


def test_all_mistakes_are_told_at_once_and_a_story_in_the_wrong_place_is_cut_short():
    with pytest.raises(Mistaken) as told:
        facts_from({"age": "old", "suicide": "She was seen last on the bridge by a neighbour who rang."})
    assert [where for where, _ in told.value.mistakes] == ["age", "suicide"]
    assert "neighbour" not in str(told.value)


def test_nobody_dies_before_they_are_born():
    with pytest.raises(Mistaken, match="before the day of birth"):
        facts_from({"date_of_birth": "2026-02-01", "died_on": "2026-01-01"})
    with pytest.raises(Mistaken, match="long before the day of birth"):
        facts_from({"date_of_birth": "2026-02-01", "incident_on": "2016-01-01"})


def test_every_fact_can_be_asked_in_plain_words():
    assert set(FACT_QUESTIONS) == set(FACTS)
    assert all(question.endswith("?") for question in FACT_QUESTIONS.values())


@pytest.mark.parametrize(
    ("written", "where"),
    [
        (b"{", ["the file"]),
        (b"\xff\xfe", ["the file"]),
        (b"[" * 100_000, ["the file"]),
        (b"5", ["the file"]),
        (b'{"scenarios": {"id": "D01"}}', ["the file"]),
        (b'[{"id": "D01", "facts": {}}, {"id": "D01", "facts": {}}]', ["D01"]),
        (b'[{"facts": {}}]', ["case 1 of the file"]),
        (b'[{"id": "D01"}]', ["D01, facts"]),
        (b'[7]', ["case 1 of the file", "case 1 of the file, facts"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_in_sentences(written, where):
    with pytest.raises(Mistaken) as told:
        casebook.cases_from(written)
    assert [place for place, _ in told.value.mistakes] == where


def test_the_command_prints_a_grid_for_each_case(app, tmp_path):
    file = tmp_path / "cases.json"
    file.write_text('[{"id": "A", "facts": {"good_practice_only": "yes", "colour": "blue"}}]', "utf-8-sig")
    said = app.test_cli_runner().invoke(args=["referrals", "triage", str(file)])
    assert said.exit_code == 0, said.output
    assert json.loads(said.stdout)["A"]["good_practice"] == "may_be_met"
    assert "A: “colour” is no fact that triage reads" in said.stderr


def test_the_command_says_what_is_wrong_and_prints_no_grid(app, tmp_path):
    file = tmp_path / "cases.json"
    file.write_text('[{"id": "A", "facts": {"age": "old"}}, {"id": "B", "facts": {"alive": "so-so"}}]')
    for bad, sentence in ((file, "B, alive: “so-so” is not one of"), (tmp_path / "none", "cannot be read")):
        said = app.test_cli_runner().invoke(args=["referrals", "triage", str(bad)])
        assert (said.exit_code, said.stdout) == (1, "")
        assert sentence in said.stderr
        assert "Traceback" not in said.output
