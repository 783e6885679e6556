"""What a review of a death through domestic abuse is called: a setting, from a day on."""

from datetime import date

import pytest

from pprg.config import CannotStart, Config
from pprg.guidance import labels
from pprg.guidance.codes import Door, ReviewType, Route
from pprg.meetings.states import Outcome
from pprg.meetings.words import sentence

DARDR = "Domestic Abuse Related Death Review"
SWITCH = date(2027, 4, 1)


def test_the_new_name_is_used_from_its_day_on_and_the_old_one_before(another_app):
    with another_app(dhr_label=DARDR, dhr_label_from=SWITCH).app_context():
        for say, code in (
            (labels.route_label, Route.DHR),
            (labels.door_label, Door.DHR),
            (labels.review_type_label, ReviewType.DHR),
        ):
            assert say(code, on=date(2027, 3, 31)) == labels.BY_LAW
            assert say(code, on=SWITCH) == DARDR
        assert labels.route_names(Route.DHR) == {labels.BY_LAW, DARDR}


def test_a_name_without_a_day_is_used_always_and_other_names_stay(another_app):
    with another_app(dhr_label=DARDR).app_context():
        assert labels.route_label(Route.DHR, on=date(2011, 4, 13)) == DARDR
        assert labels.route_label(Route.SAR) == "Safeguarding Adults Review"
    with another_app(dhr_label="").app_context():
        assert labels.route_label(Route.DHR) == labels.BY_LAW


@pytest.mark.parametrize("typed", ["1 April 2027", "2027-02-30", "soon"])
def test_a_switch_day_that_is_no_day_stops_the_start_with_a_sentence(typed, tmp_path):
    with pytest.raises(CannotStart, match="PPRG_DHR_LABEL_FROM must be a day"):
        Config.from_environment({"PPRG_DATA_DIR": str(tmp_path), "PPRG_DHR_LABEL_FROM": typed})


@pytest.mark.parametrize(("typed", "read"), [("2027-04-01", SWITCH), ("", None), (" ", None)])
def test_the_switch_day_is_read_from_the_environment(typed, read, tmp_path):
    said = {"PPRG_DATA_DIR": str(tmp_path), "PPRG_DHR_LABEL_FROM": typed}
    assert Config.from_environment(said).dhr_label_from == read


def test_what_the_group_decided_is_said_in_the_partnerships_own_name(another_app):
    with another_app(dhr_label=DARDR).app_context():
        assert sentence(Outcome.DHR, "") == f"The group decided to recommend a {DARDR}."
