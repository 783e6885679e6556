"""A referral filled whole, page after page of its list: each question as its key and an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pprg.accounts.states import Role
from pprg.database import commit
from pprg.referrals.states import LeadsView, Step
from pprg.referrals.steps.asking import TITLES
from tests.journeys.walking import Walker
from tests.people import an_account

Page = Mapping[str, Any]
"""A day, a choice or words; a list of choices; a list of entries, each again a page."""


def fills_whole(one: Walker, referral: Mapping[Step, Page]) -> None:
    """From the list of pages, in its order: each is opened, filled in, saved and left for the list."""
    for step, answers in referral.items():
        one.presses(TITLES[step])
        fills_page(one, answers)
        one.presses("Save and go back to the list")


def fills_page(one: Walker, answers: Page) -> None:
    for key, said in answers.items():
        if isinstance(said, date):
            one.says_day(key, said)
        elif isinstance(said, list) and isinstance(said[0], dict):
            for entry in said:
                adds_entry(one, key, entry)
        elif isinstance(said, list):
            for choice in said:
                one.ticks(key, choice)
        else:
            answers_one(one, key, said)


def adds_entry(one: Walker, key: str, entry: Page) -> None:
    one.presses("Add a", inside=f"#{key}-list")
    fills_page(one, entry)
    one.presses("Save and go back to the list")


def answers_one(one: Walker, key: str, said: str) -> None:
    """As the page asks it: by radios, by a list that folds out, or in a box."""
    if one.page.locator(f"main input[type=radio][name='{key}']").count():
        one.chooses(key, said)
    elif one.page.locator(f"main select[name='{key}']").count():
        one.picks_value(key, said)
    else:
        one.writes_in(key, said)


def pastes(one: Walker, sheet: str, button: str) -> None:
    """A chronology from a spreadsheet: looked at, then added."""
    one.presses(TITLES[Step.DATES])
    one.presses("Paste many from a spreadsheet")
    one.writes_in("pasted", sheet)
    one.presses("Look at the rows")
    one.presses(button)
    one.presses("Save and go back to the list")


def sends(one: Walker, document: bytes) -> None:
    """With a document, after everything was read through."""
    place = one.page.url
    one.opens(f"{place}/documents")
    file = {"name": "Chronology.pdf", "mimeType": "application/pdf", "buffer": document}
    one.page.get_by_label("Choose one or more files").set_input_files([file])
    one.page.get_by_role("button", name="Add the files").click()
    one.page.locator("#documents").get_by_text("Chronology.pdf").wait_for()
    one.opens(place)
    one.presses("Check and send")
    one.presses("Send the referral")
    one.sees("Your referral is sent")


def authorises(one: Walker) -> None:
    """The safeguarding lead of the agency reads it and says yes."""
    one.opens("/")
    one.presses("Authorise PPRG-")
    one.chooses("view", LeadsView.AGREE)
    one.ticks("checked")
    one.presses("Send your answer")
    one.sees("Authorised.")


def weighs(one: Walker) -> dict[str, str]:
    """The coordinator opens what was received: how each door stands, by its name."""
    one.opens("/referrals/")
    one.presses("PPRG-")
    doors = one.page.locator(".pprg-door")
    names, verdicts = doors.locator("h3"), doors.locator(".pprg-door__name .pprg-state")
    return dict(zip(names.all_inner_texts(), verdicts.all_inner_texts(), strict=True))


def cast_of_a_referral() -> dict[str, str]:
    """Who takes part, by what they do: where they sign in."""
    made = {
        "referrer": an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police"),
        "lead": an_account("Lee Lead", Role.SAFEGUARDING_LEAD, "Marlshire Police"),
        "coordinator": an_account("Cora Coordinator", Role.COORDINATOR, "Marlshire Practice Review Group"),
    }
    commit()
    return {part: account.email for part, account in made.items()}
