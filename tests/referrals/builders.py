"""A referral's words, complete and fictional, by step and question."""

from __future__ import annotations

from datetime import date
from typing import Any

from pprg import clock
from pprg.guidance.codes import Route
from pprg.referrals.states import Step

NAME = "Theodora Ann Hallewell"
ALIAS = "Dolly"
NEIGHBOUR = "Jerome Quist"
NHS_NUMBER = "999 000 0018"
POSTCODE = "ZE91 4QP"
FACTS = (
    "Theodora was found at home on 2 June. Mr Quist had rung the council on 20 May.\n"
    "Dolly had not opened the door to the district nurse for three weeks."
)
TOGETHER = (
    "Housing, the GP and adult social care each closed their case. None told the others. The district nurse "
    "wrote to the GP on 3 May that nobody answered the door, and again on 20 May; neither letter was read "
    "to the end. Nobody asked the neighbour, who had a key, and no agency called a meeting before she was "
    "found."
)


def on_the(day: date) -> dict[str, Any]:
    """A day as three boxes hold it."""
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year), "unknown": False}


def words(**changes: dict[str, Any]) -> dict[Step, dict[str, Any]]:
    """Everything that sending needs, and a little more: `words(happened={"at_risk": "yes"})`."""
    year = clock.today().year - 1
    whole = _essentials(year) | _the_rest(year)
    written = [step for step in Step if step in whole or step in changes]
    return {step: {**whole.get(step, {}), **changes.get(step, {})} for step in written}


def _essentials(year: int) -> dict[Step, dict[str, Any]]:
    return {
        Step.ESSENTIALS: {
            "referrer": "Rowan Referrer",
            "role": "Detective sergeant",
            "phone": "01632 960001",
            "email": "rowan@example.org",
            "types": [Route.SAR.value],
            "concerns": "adult",
            "name": NAME,
            "born": on_the(date(year - 79, 3, 1)),
            "alive": "died",
            "died": on_the(date(year, 6, 2)),
            "insider": "no",
        },
        Step.HAPPENED: {
            "at_risk": "no",
            "when": on_the(date(year, 6, 2)),
            "where": "At home, in Marlshire",
            "facts": FACTS,
            "agency_knew": on_the(date(year, 6, 2)),
            "council_told": "yes",
            "council_knew": on_the(date(year, 6, 4)),
            "agencies": "Housing\nThe GP practice\nAdult social care",
            "told": "yes",
            "documents": "no",
        },
    }


def _the_rest(year: int) -> dict[Step, dict[str, Any]]:
    return {
        Step.YOU: {
            "lead": "Lee Lead",
            "lead_on": on_the(date(year, 6, 20)),
            "involvement": "Two calls for her welfare in May.",
            "records": "yes",
        },
        Step.ASK: {
            "nature": "death",
            "media": "no",
            "lived_here": "yes",
            "happened_in": "own",
            "place": "own_home",
            "other_area": "no",
        },
        Step.PERSON: {
            "aliases": f"{ALIAS}\nMrs Hallewell",
            "sex": "female",
            "nhs_number": NHS_NUMBER,
            "home": "own_home",
            "address": "4 Saltpan Lane, Marlford",
            "postcodes": POSTCODE,
        },
        Step.FAMILY: {
            "next_of_kin": "none",
            "people": [{"id": "a1", "name": NEIGHBOUR, "relationship": "neighbour"}],
        },
        Step.WHY: {
            "concern": "yes",
            "together": TOGETHER,
            "is_new": "unsure",
            "sar_needs": "yes",
            "sar_needs_shown_by": "A care assessment in April found that she needed help every day.",
        },
    }
