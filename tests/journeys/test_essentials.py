"""The essentials on a Friday afternoon: how many keys they take, and what the receipt says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit
from tests.journeys.walking import Walker
from tests.people import an_account

pytestmark = pytest.mark.needs("chromium")

FORTY_WORDS = 40 * 5
"""Keys a minute of somebody who types forty words, each of five letters, the space in them."""
FACTS = (
    "She was found dead at home by a neighbour who had not seen her for a week. Housing had written twice "
    "about the state of the flat and nobody answered. The district nurse stopped calling in May because the "
    "door was not opened, and told the GP. We went twice in May for her welfare, saw her through the window "
    "and closed it. We did not tell adult social care. The coroner has been told."
)
COUNTS_KEYS = """
const press = (keys) => sessionStorage.keys = keys + Number(sessionStorage.keys ?? 0);
addEventListener("keydown", () => press(1), true);
addEventListener("input", (one) => one.inputType === "insertText" && press(one.data?.length ?? 1), true);
"""


@pytest.fixture
def rowan(app, browser_page):
    an_account("Lee Lead", Role.SAFEGUARDING_LEAD, "Marlshire Police")
    email = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police").email
    commit()
    browser_page.add_init_script(COUNTS_KEYS)
    one = Walker(browser_page, keyboard=True)
    one.signs_in(email)
    one.opens("/referrals/new")
    browser_page.evaluate("sessionStorage.keys = 0")
    return one


def test_two_pages_the_check_and_the_sending_take_less_than_ten_minutes(rowan):
    """Reckoned from every key that is pressed, Tab and arrows too, at forty words a minute."""
    started = clock.today() - timedelta(days=4)
    rowan.presses("Start a referral")
    rowan.presses("Start with the essentials")
    who_it_is(rowan, started)
    what_happened(rowan, started)
    rowan.presses("Check and send")
    rowan.presses("Send the referral")

    keys = int(rowan.page.evaluate("sessionStorage.keys"))
    assert len(FACTS) < keys, "Keys are counted."
    assert keys / FORTY_WORDS < 10

    rowan.sees("Your referral is sent")
    rowan.sees(f"PPRG-{clock.today().year}-001")
    rowan.sees(f"First sent on {clock.today().day} {clock.today():%B %Y} at ")
    rowan.sees("Lee Lead has been told now")
    rowan.sees("the coordinators hear of it")
    rowan.sees("To follow, by ")


def who_it_is(one: Walker, died) -> None:
    one.writes_in("role", "Detective sergeant")
    one.writes_in("phone", "01632 960001")
    one.ticks("types", "sar")
    one.chooses("concerns", "adult")
    one.writes_in("name", "Theodora Ann Hallewell")
    one.writes_in("age", "79")
    one.chooses("alive", "died")
    one.says_day("died", died)
    one.chooses("insider", "no")
    one.presses("Save and continue")


def what_happened(one: Walker, day) -> None:
    one.chooses("at_risk", "no")
    one.writes_in("facts", FACTS)
    one.says_day("when", day)
    one.writes_in("where", "At home, in Marlford")
    one.says_day("agency_knew", day)
    one.chooses("council_told", "yes")
    one.says_day("council_knew", day)
    one.writes_in("agencies", "Housing\nThe GP practice\nCommunity nursing")
    one.chooses("told", "not_known")
    one.chooses("documents", "later")
    one.presses("Save and continue")
