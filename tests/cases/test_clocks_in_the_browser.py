"""The pages of clocks and of the calendar in a real browser: axe, 320 pixels, and without scripts."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from pprg import clock as time
from pprg.cases import clocks, services
from pprg.cases.states import Delay
from pprg.guidance.calendar import is_working_day, working_days_after
from pprg.guidance.clocks import ClockKind, Trigger
from tests.browser import look
from tests.people import PASSWORD, People


@pytest.fixture
def places(people: People):
    """A case with clocks of every tone, and a closure: the addresses of its pages."""
    by = people.coordinator().account
    case = services.open_case(by=by, year=2026)
    begun = working_days_after(time.today(), -12)
    clocks.start_clocks(case, Trigger.LA_AWARE, on=begun, by=by)
    clocks.stop_clock(case, ClockKind.SIN_NOTIFY, on=working_days_after(begun, 4), by=by)
    (review, _) = clocks.start_clocks(case, Trigger.SIN_SENT, on=working_days_after(begun, 4), by=by)
    clocks.start_clock(case, ClockKind.ACK_REFERRER, trigger=begun, by=by)
    sar = clocks.start_clock(case, ClockKind.SAR_COMPLETE, trigger=begun - timedelta(days=60), by=by)
    clocks.pause_clock(
        sar,
        on=begun,
        reason=Delay.CRIMINAL,
        because="The trial was listed.",
        agreed_by="The chair of the Board",
        by=by,
    )
    day = next(d for n in range(1, 9) if is_working_day(d := time.today() + timedelta(days=n)))
    clocks.close_day(day, "Extra bank holiday", by=by)
    return {
        "list": "/clocks/",
        "case": f"/clocks/of/{case.id}",
        "start": f"/clocks/of/{case.id}/start",
        "review": f"/clocks/{review.id}",
        "sar": f"/clocks/{sar.id}",
        "resume": f"/clocks/{sar.id}/resume",
        "late": f"/clocks/{review.id}/late",
        "calendar": "/clocks/closures",
        "closure": f"/clocks/closures/{day.isoformat()}",
    }


def sign_in(page, account):
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(account.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()


def test_every_page_of_clocks_is_clean_and_fits_a_narrow_window(people, places, browser_page):
    sign_in(browser_page, people.coordinator().account)
    for place in places.values():
        browser_page.goto(place)
        for more in browser_page.locator("main details:not([open]) > summary").all():
            more.click()
        look(browser_page)


def test_a_closure_is_added_without_scripts_and_the_answer_lists_what_moved(people, places, plain_page):
    sign_in(plain_page, people.coordinator().account)
    day = working_days_after(time.today(), 3)
    plain_page.goto(places["calendar"])
    for box, words in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        plain_page.get_by_label(box, exact=True).fill(str(words))
    plain_page.get_by_label("Why does nobody work that day?").fill("A royal event")
    plain_page.get_by_role("button", name="Add this day").click()
    expect(plain_page.get_by_role("heading", name="moved")).to_be_visible()
    expect(plain_page.get_by_text("A royal event")).to_be_visible()
