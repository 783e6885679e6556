"""A child's referral filled whole by keyboard: serious harm, a rapid review, and the clocks of the law."""

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

HURT = clock.today() - timedelta(days=4)
BORN = HURT - timedelta(days=150)
CHRONOLOGY = (
    "Date\tEvent\tAgency\n3/4/2025\tThe midwife called\tMidwifery\n"
    "12 May 2025\tNot brought\tGP\n1/6/2025\tBruise seen\tNursery\n"
)
CHILD = {
    Step.ESSENTIALS: {
        "role": "Named nurse", "phone": "01632 960002", "types": ["child"], "concerns": "child",
        "name": "Wilfred Ash", "born": BORN, "alive": "alive", "insider": "not_known",
    },
    Step.HAPPENED: {
        "at_risk": "yes", "risk_done": "He is in hospital, his sister with her aunt: the police, on the day.",
        "facts": "A baby of five months was brought in with a broken arm & two older breaks.",
        "when": HURT, "where": "At home, in Marlford", "agency_knew": HURT, "council_told": "yes",
        "council_knew": HURT, "agencies": "Midwifery\nHealth visiting\nThe GP practice", "told": "police",
        "documents": "now",
    },
    Step.YOU: {"lead": "Lee Lead", "lead_on": HURT, "involvement": "He came to us.", "records": "yes"},
    Step.ASK: {
        "nature": "harm", "urgency": ["notified"], "media": "no", "lived_here": "yes", "happened_in": "own",
        "place": "family_home", "other_area": "no",
    },
    Step.PERSON: {"sex": "male", "home": "family_home", "address": "9 Mill Row", "postcodes": "ZE9 2LD"},
    Step.CHILD: {
        "where_was": "At home with his father.", "legal": ["cin"], "social_care": "early_help",
        "attending": "too_young",
    },
    Step.NEEDS: {"learning_disability": "not_known", "autism": "not_known"},
    Step.EQUALITY: {"ethnicity": "not_stated"},
    Step.FAMILY: {
        "next_of_kin": "yes",
        "people": [{"name": "Ida Ash", "part": "family", "relationship": "sister", "is_child": "yes"}],
    },
    Step.HARM: {
        "abuse": "suspected", "serious": "yes", "injuries": "An arm, two older breaks.", "by": "relative",
        "abused_before": "not_known",
    },
    Step.KINDS: {"child_types": ["physical"], "child_more": ["non_accidental_injury"]},
    Step.ALLEGED: {"people": [{"name": "not known", "relationship": "relative", "charged": "arrested"}]},
    Step.BACKGROUND: {"summary": "He was born early. His mother was in care."},
    Step.WHY: {"concern": "yes", "together": "Three saw bruises. None told the others."},
    Step.THEMES: {"direct_work": ["professional_curiosity"]},
    Step.AGENCIES: {"involved": [{"agency": "Midwifery", "asked": "no"}]},
    Step.DONE: {"safety": "He stays in hospital."},
    Step.PROCESSES: {
        "criminal": "open", "s47": "open", "incident": "none", "complaint": "none",
        "sin": "considering",
    },
    Step.TOLD: {"plan": "The police decide when.", "basis": ["children_act_16h"], "sensitive": ["none"]},
}  # fmt: skip


def test_a_childs_referral_is_filled_whole_by_keyboard_and_points_to_a_rapid_review(browser_page, app):
    cast = cast_of_a_referral()
    one = Walker(browser_page, keyboard=True)
    one.signs_in(cast["referrer"])
    one.opens("/referrals/new")
    one.presses("Start a referral")
    fills_whole(one, CHILD)
    pastes(one, CHRONOLOGY, "Add 3 events")
    sends(one, a_pdf())
    one.signs_out()

    one.signs_in(cast["lead"])
    authorises(one)
    one.signs_out()

    one.signs_in(cast["coordinator"])
    grid = weighs(one)
    assert grid[door_label(Door.RAPID_REVIEW)] == "Met"
    assert door_label(Door.SAR_MANDATORY) not in grid
    one.sees("the rapid review by")
