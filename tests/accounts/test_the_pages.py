"""What the pages of the room say, in the demo and on a real installation."""

import pytest
from bs4 import BeautifulSoup

from pprg.accounts import services
from pprg.accounts.states import DEMO_PASSWORD, Role
from pprg.agencies.states import LegalOwner
from pprg.database import commit
from tests.people import PASSWORD, Browser, an_account


def somebody_made_up():
    by = services.command_line()
    account = services.open_account(email="kim@example.org", name="Kim Demo", agency=None, by=by, demo=True)
    services.appoint(account, Role.DECISION_MAKER, by=by, owner=LegalOwner.PARTNER_POLICE)
    services.set_password(account, DEMO_PASSWORD, by=by)
    commit()
    return account


def test_in_the_demo_one_press_signs_somebody_made_up_in(people):
    somebody_made_up()
    visitor = people.visitor()
    page = visitor.opens("/sign-in").text
    assert DEMO_PASSWORD in page
    assert "Decision-maker, Safeguarding partner: police" in page

    assert visitor.presses("/sign-in", "Sign in as Kim Demo").status_code == 303

    assert "Kim Demo" in visitor.opens("/account").text


def test_the_one_press_goes_on_to_where_one_was_going(people):
    somebody_made_up()
    visitor = people.visitor()
    sent = visitor.opens("/account")
    assert visitor.presses(sent.location, "Sign in as Kim Demo").location == "/account"


def test_real_people_are_never_listed(people):
    people.coordinator()
    page = people.visitor().opens("/sign-in").text
    assert "Try it as" not in page
    assert "cora.coordinator" not in page
    assert DEMO_PASSWORD not in page


def test_production_lists_nobody_even_if_somebody_made_up_is_there(another_app):
    app = another_app(environment="production")
    with app.app_context():
        somebody_made_up()
        page = Browser(app).opens("/sign-in").text
    assert "Kim Demo" not in page
    assert DEMO_PASSWORD not in page


@pytest.mark.parametrize("left_out", ["email", "password"])
def test_a_box_left_empty_is_told_beside_it(people, left_out):
    answers = {"email": "a@example.org", "password": PASSWORD, left_out: ""}
    answer = people.visitor().fills_in("/sign-in", **answers)
    assert answer.status_code == 422
    page = BeautifulSoup(answer.text, "html.parser")
    assert page.select_one(f"#{left_out}-error")
    assert page.title.get_text().startswith("Error: ")


@pytest.mark.both_databases
def test_characters_that_no_address_has_are_a_mistake_like_any_other(people):
    visitor = people.visitor()
    for url in ("/sign-in", "/invitation"):
        words = {"email": "a\x00b@example.org", "password": PASSWORD}
        words |= {"code": "1234\x005678", "new": PASSWORD, "again": PASSWORD} if url == "/invitation" else {}
        assert visitor.fills_in(url, **words).status_code == 422


def test_a_password_manager_can_fill_in_every_box(people):
    """WCAG 2.2, 3.3.8: nobody has to remember or type off."""
    visitor = people.visitor()
    for url, kinds in (
        ("/sign-in", {"username", "current-password"}),
        ("/invitation", {"username", "one-time-code", "new-password"}),
    ):
        boxes = visitor.reads(url).select("main form input[autocomplete]")
        assert {box["autocomplete"] for box in boxes} == kinds


def test_my_account_says_what_i_do_here_for_whom_and_how_long(people):
    maker = people.decision_maker()
    page = maker.opens("/account").text
    assert "Decision-maker (Safeguarding Adults Board)" in page
    assert "You are signed in on 1 browser." in page


def test_an_account_without_an_appointment_is_told_so_and_reads_only_learning(app, people):
    account = an_account("Old Hand", Role.CHAIR)
    account.appointments.clear()
    commit()
    person = Browser(app)
    person.fills_in("/sign-in", email=account.email, password=PASSWORD)
    assert "Nothing at the moment. Ring us if that is wrong." in person.opens("/account").text
    nav = person.reads("/").select_one("nav[aria-label=Main]").get_text(" ", strip=True)
    assert "Learning Hub" in nav
    assert "Cases" not in nav


def test_nobody_elses_account_can_be_named_in_an_address(app):
    mine = [rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("accounts.")]
    assert mine
    assert not [rule for rule in mine if "<" in rule]
