"""An adult's referral filled whole by keyboard, authorised, received, and weighed by what it says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pprg import clock
from pprg.guidance.codes import Door
from pprg.guidance.labels import door_label
from pprg.referrals.states import Step
from tests.journeys.walking import Walker
from tests.journeys.whole import authorises, cast_of_a_referral, fills_whole, pastes, sends, weighs
from tests.papers.files import a_pdf

pytestmark = pytest.mark.needs("chromium")

DIED = clock.today() - timedelta(days=30)
MAY = DIED - timedelta(days=60)
CHRONOLOGY = "Date\tEvent\tAgency\n3/4/2025\tThe nurse called\tNursing\n12 May 2025\tHousing wrote\tHousing\n"
ADULT = {
    Step.ESSENTIALS: {
        "role": "Detective sergeant", "phone": "01632 960001", "types": ["sar"], "concerns": "adult",
        "name": "Theodora Ann Hallewell", "born": MAY.replace(year=MAY.year - 79),
        "alive": "died", "died": DIED, "insider": "no",
    },
    Step.HAPPENED: {
        "at_risk": "no", "facts": "She was found at home. Housing, the GP & nursing each closed her case.",
        "when": DIED, "where": "At home, in Marlford", "agency_knew": DIED, "council_told": "yes",
        "council_knew": DIED, "agencies": "Housing\nThe GP practice", "told": "no", "documents": "now",
    },
    Step.YOU: {
        "team": "Response, north", "presents": "I do", "lead": "Lee Lead", "lead_role": "Superintendent",
        "lead_on": DIED, "involvement": "Two calls for her welfare in May.", "records": "yes",
    },
    Step.ASK: {
        "nature": "death", "media": "no", "lived_here": "yes", "happened_in": "own", "place": "own_home",
        "other_area": "yes", "areas": [{"area": "Northshire", "of": "council", "part": ["placing"]}],
        "referred_before": "no",
    },
    Step.PERSON: {
        "aliases": "Dolly", "sex": "female", "cause": "Not known yet", "nhs_number": "999 000 0018",
        "home": "own_home", "address": "4 Saltpan Lane", "postcodes": "ZE91 4QP",
    },
    Step.NEEDS: {
        "had_needs": "yes", "kinds": ["physical", "long_term"], "described": "Help every day, it was found.",
        "learning_disability": "no", "autism": "no", "mental_health_care": "no",
    },
    Step.EQUALITY: {"ethnicity": "not_known", "religion": "christian", "mattered": "She was deaf."},
    Step.FAMILY: {
        "next_of_kin": "none",
        "people": [
            {"name": "Jerome Quist", "part": "other", "relationship": "neighbour", "safe": "yes"},
            {"name": "not known", "relationship": "a niece in Canada"},
        ],
    },
    Step.HARM: {
        "abuse": "self_neglect", "linked": "suspected", "link_shown_by": "She had not eaten for days.",
        "by": "none", "suicide": "no", "abused_before": "no", "sudden": "yes", "weapon": "no",
    },
    Step.KINDS: {"adult_types": ["self_neglect"], "self_neglect": ["home", "refused"]},
    Step.BACKGROUND: {
        "summary": "She nursed her husband until he died, then stopped going out.",
        "concerns": [{"kind": "concern", "on": MAY, "about": "The flat", "outcome": "Closed."}],
    },
    Step.WHY: {
        "concern": "yes", "together": "Four closed her case. None told the others.", "is_new": "yes",
        "learning": "How to learn that another has closed a case.",
    },
    Step.THEMES: {"working_together": ["case_closure", "information_sharing"]},
    Step.AGENCIES: {
        "involved": [
            {"agency": "Housing", "since": MAY, "still": "no", "part": "Two letters.", "asked": "waiting"},
            {"agency": "The GP practice", "asked": "no"},
        ],
    },
    Step.DONE: {"safety": "Nobody else lived there.", "candour": "not_known"},
    Step.PROCESSES: {
        "criminal": "none", "coroner": "open", "s42": "none", "incident": "not_known",
        "complaint": "none", "others": [{"which": "coroner", "stands": "open", "lead": "The coroner"}],
    },
    Step.TOLD: {
        "plan": "The sergeant rings the niece.", "basis": ["care_act_45"], "sensitive": ["none"],
        "conflict": "no",
    },
}  # fmt: skip


def test_an_adults_referral_is_filled_whole_by_keyboard_and_points_to_a_mandatory_review(browser_page, app):
    cast = cast_of_a_referral()
    one = Walker(browser_page, keyboard=True)
    one.signs_in(cast["referrer"])
    one.opens("/referrals/new")
    one.presses("Start a referral")
    fills_whole(one, ADULT)
    pastes(one, CHRONOLOGY, "Add 2 events")
    sends(one, a_pdf())
    one.signs_out()

    one.signs_in(cast["lead"])
    authorises(one)
    one.signs_out()

    one.signs_in(cast["coordinator"])
    grid = weighs(one)
    assert grid[door_label(Door.SAR_MANDATORY)] == "Met"
    assert door_label(Door.CHILD_DEATH) not in grid
    one.sees("The nurse called")
