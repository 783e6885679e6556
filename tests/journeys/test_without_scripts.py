"""The same form without JavaScript: entries added, changed and removed, a document handed in, and sent."""

import pytest

from pprg.referrals.states import Step
from pprg.referrals.steps.asking import TITLES
from tests.journeys.test_an_adult import ADULT
from tests.journeys.walking import Walker
from tests.journeys.whole import cast_of_a_referral, fills_page, fills_whole, sends
from tests.papers.files import a_pdf

pytestmark = pytest.mark.needs("chromium")

SOME = (Step.ESSENTIALS, Step.HAPPENED, Step.AGENCIES, Step.WHY)


def test_a_referral_is_written_and_sent_without_a_script(plain_page, app):
    one = Walker(plain_page, keyboard=False)
    one.signs_in(cast_of_a_referral()["referrer"])
    one.opens("/referrals/new")
    one.presses("Start a referral")
    place = one.page.url
    fills_whole(one, {step: ADULT[step] for step in SOME})

    one.presses(TITLES[Step.AGENCIES])
    one.presses("The GP practice")
    fills_page(one, {"agency": "The Mill surgery", "asked": "yes"})
    one.presses("Save and go back to the list")
    one.sees("The Mill surgery")
    one.presses("Remove Housing")
    one.presses("Remove it")
    read = one.page.locator("#involved-list").inner_text()
    assert "The Mill surgery" in read
    assert "Housing" not in read
    one.presses("Save and go back to the list")

    sends(one, a_pdf())
    one.opens(f"{place}/documents")
    one.sees("Chronology.pdf")
    one.opens(place)
    one.sees("To follow, by ")
