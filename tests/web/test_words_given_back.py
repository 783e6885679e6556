"""What somebody wrote is not lost with the page it was written on: it comes back on the page that says no."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from pprg.database import commit
from tests.people import HTMX, PASSWORD, as_it_stands
from tests.requests.builders import a_case, asked

WORDS = "She held the key <b>& nobody asked</b>.\n\nTwice."


@pytest.fixture
def lead(people):
    return people.safeguarding_lead()


@pytest.fixture
def page(people, lead):
    by = people.coordinator().account
    request = asked(a_case(by=by), "Marlshire Police", by=by)[0]
    commit()
    return f"/requests/{request.id}/answer/practice"


@pytest.fixture
def form(lead, page):
    """A page of an answer, open in front of somebody who wrote on it."""
    return as_it_stands(lead.reads(page).select_one("main form[method=post]")) | {"well": WORDS}


def given_back(answer):
    page = BeautifulSoup(answer.text, "html.parser")
    return [one.get_text() for one in page.select("[aria-labelledby=written] .pprg-words")]


def test_after_signing_out_elsewhere(lead, page, form):
    lead.presses("/", "Sign out")
    answer = lead._browser.post(page, data=form)
    assert answer.status_code == 409
    assert given_back(answer) == [WORDS]


def test_after_the_time_of_a_sign_in_is_over(lead, page, form, time_machine):
    time_machine.move_to(clock.now() + timedelta(days=1))
    answer = lead._browser.post(page, data=form)
    assert answer.status_code == 409
    assert "You are signed out." in answer.text
    assert "OFFICIAL-SENSITIVE" in answer.text
    assert given_back(answer) == [WORDS]


def test_where_it_is_taken_no_more(people, lead, page, form):
    coordinator = people.coordinator()
    coordinator.presses(page.rpartition("/answer")[0], "Withdraw")
    answer = lead._browser.post(page, data=form)
    assert answer.status_code == 409
    assert "You cannot open a request that is withdrawn." in answer.text
    assert given_back(answer) == [WORDS]


def test_where_it_is_not_for_them_any_more(lead, form):
    answer = lead._browser.post("/requests/00000000-0000-4000-8000-000000000000/answer/practice", data=form)
    assert answer.status_code == 404
    assert given_back(answer) == [WORDS]


def test_each_text_once_and_nothing_that_nobody_wrote(lead, page, form):
    lead.presses("/", "Sign out")
    sent = form | {"policy": WORDS, "supervision": "Yes.", "learning": "Weekly"}
    assert given_back(lead._browser.post(page, data=sent)) == [WORDS]


def test_never_a_password(people):
    visitor = people.visitor()
    answer = visitor._browser.post("/sign-in", data={"email": "a b@example.org", "password": PASSWORD})
    assert answer.status_code == 409
    assert given_back(answer) == []
    assert PASSWORD not in answer.text


@pytest.mark.parametrize("headers", [HTMX, {"X-Autosave": "1"}, {"Sec-Fetch-Site": "cross-site"}])
def test_not_where_the_page_stands_as_it_was_nor_for_another_site(lead, page, form, headers):
    lead.presses("/", "Sign out")
    assert given_back(lead._browser.post(page, data=form, headers=headers)) == []
