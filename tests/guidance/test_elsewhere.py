"""LeDeR and child death review: shown when they apply, in the right order, with nobody's name."""

from datetime import date

import pytest

from pprg.guidance.codes import Door
from pprg.guidance.elsewhere import CHILD_DEATH, LEDER, due_elsewhere, text_to_copy
from tests.guidance.facts import a_grid

DIED = {"alive": False, "diagnosis_recorded": "yes"}


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ({"age": 6, "learning_disability": "yes"}, [CHILD_DEATH, LEDER]),
        ({"age": 3, "learning_disability": "yes"}, [CHILD_DEATH]),
        ({"age": 17, "autism": "yes"}, [CHILD_DEATH]),
        ({"age": 18, "autism": "yes"}, [LEDER]),
        ({"age": 60, "learning_disability": "yes"}, [LEDER]),
        ({"age": 60}, []),
        ({"age": 6, "alive": True}, []),
        ({"age": 60, "learning_disability": "yes", "diagnosis_recorded": "no"}, []),
    ],
)
def test_they_are_shown_exactly_when_they_apply_and_the_child_s_first(said, due):
    assert due_elsewhere(a_grid(DIED, said)) == due


def test_what_is_not_known_yet_is_kept_in_sight():
    grid = a_grid(DIED, age=30, autism="yes", diagnosis_recorded=None)
    assert due_elsewhere(grid) == []
    assert grid[Door.LEDER].need == ("diagnosis_recorded",)


def test_the_text_to_copy_holds_what_is_known_and_asks_for_the_rest():
    said = {
        "reference": "PPRG-2026-014",
        "label": "Adult, 31",
        "organisation": "The group",
        "contact": "01632 960100",
    }
    text = text_to_copy(Door.LEDER, died_on=date(2026, 2, 3), **said)
    assert "Date of death: 3 February 2026" in text
    assert "Full name of the person: [to be filled in]" in text
    assert "Date of death: [to be filled in]" in text_to_copy(Door.CHILD_DEATH, died_on=None, **said)


def test_only_the_public_place_has_a_link():
    assert LEDER.link == "https://leder.nhs.uk/"
    assert CHILD_DEATH.link == ""
