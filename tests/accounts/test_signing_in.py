"""People sign in, sign out, and stay signed in only as long as they should."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from pprg import clock
from pprg.accounts import services
from pprg.accounts.models import SignIn
from pprg.database import commit, db
from tests.people import PASSWORD, Browser, Person


@pytest.fixture
def lead(people):
    return people.safeguarding_lead()


def tries(browser: Browser, email: str, password: str):
    return browser.fills_in("/sign-in", email=email, password=password)


def words(answer) -> str:
    """The page as it is read, without the token that every page has of its own."""
    return BeautifulSoup(answer.text, "html.parser").get_text(" ", strip=True)


def test_the_right_password_opens_the_home_page(people, lead):
    assert lead.opens("/").status_code == 200


def test_a_visitor_is_sent_to_sign_in_and_then_to_where_they_were_going(people, lead):
    visitor = people.visitor()
    sent = visitor.opens("/account")
    assert sent.status_code == 303

    answer = visitor.fills_in(sent.location, email=lead.account.email, password=PASSWORD)

    assert answer.location == "/account"


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"]
)
def test_signing_in_never_leads_to_another_site(people, lead, elsewhere):
    answer = people.visitor().fills_in(
        "/sign-in", next=elsewhere, email=lead.account.email, password=PASSWORD
    )
    assert answer.location == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(people, lead):
    wrong = tries(people.visitor(), lead.account.email, "not the password at all")
    unknown = tries(people.visitor(), "nobody@example.org", "not the password at all")

    assert wrong.status_code == unknown.status_code == 422
    assert services.NOT_KNOWN in wrong.text
    assert words(wrong).replace(lead.account.email, "") == words(unknown).replace("nobody@example.org", "")


def test_the_address_typed_is_kept_after_a_mistake_and_the_password_is_not(people, lead):
    answer = tries(people.visitor(), lead.account.email, "not the password at all")
    assert lead.account.email in answer.text
    assert "not the password at all" not in answer.text


@pytest.mark.both_databases
def test_guessing_is_slowed_down_even_for_the_right_password(people, lead):
    for _ in range(6):
        tries(people.visitor(), lead.account.email, "a wrong guess again")

    answer = tries(people.visitor(), lead.account.email, PASSWORD)

    assert services.TOO_MANY in answer.text
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False):
        assert tries(people.visitor(), lead.account.email, PASSWORD).status_code == 303


def test_signing_out_makes_a_copy_of_the_cookie_worthless(lead):
    cookie = lead._browser.get_cookie("pprg")
    answer = lead.presses("/", "Sign out")
    assert '"cache"' in answer.headers["Clear-Site-Data"]

    lead._browser.set_cookie("pprg", cookie.value)

    assert lead.opens("/").status_code == 303


def test_only_a_digest_of_the_token_is_kept(app, lead):
    with lead._browser.session_transaction() as session:
        token = session["sign_in"]
    kept = db.session.query(SignIn).one()
    assert token not in kept.token_digest
    assert len(token) >= 43


def test_an_idle_browser_is_signed_out_and_a_busy_one_is_not(lead):
    began = clock.now()
    for minutes in (40, 80, 120):
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            assert lead.opens("/").status_code == 200
    with time_machine.travel(began + timedelta(minutes=120 + 61), tick=False):
        assert lead.opens("/").status_code == 303


def test_what_a_page_does_by_itself_does_not_keep_a_browser_signed_in(lead):
    began = clock.now()
    with time_machine.travel(began + timedelta(minutes=50), tick=False):
        lead.opens("/", headers={"X-Background": "1"})
    with time_machine.travel(began + timedelta(minutes=70), tick=False):
        assert lead.opens("/").status_code == 303


def test_somebody_who_goes_on_typing_stays_signed_in(lead):
    """What is typed is saved two seconds after a key: that is a person at work, not a page."""
    began = clock.now()
    with time_machine.travel(began + timedelta(minutes=50), tick=False):
        lead.opens("/", headers={"X-Autosave": "1"})
    with time_machine.travel(began + timedelta(minutes=70), tick=False):
        assert lead.opens("/").status_code == 200


def test_nobody_stays_signed_in_for_more_than_a_working_day(lead):
    began = clock.now()
    for minutes in range(30, 12 * 60, 30):
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            assert lead.opens("/").status_code == 200
    with time_machine.travel(began + timedelta(hours=12, minutes=5), tick=False):
        assert lead.opens("/").status_code == 303


def test_closing_an_account_ends_its_open_browsers_at_once(people, lead):
    services.close_account(lead.account, by=people.coordinator().account)
    commit()
    assert lead.opens("/").status_code == 303
    assert tries(people.visitor(), lead.account.email, PASSWORD).status_code == 422


def test_changing_the_password_signs_out_the_other_browsers(app, people, lead):
    elsewhere = Person(app, lead.account)
    answer = lead.fills_in(
        "/account/password", old=PASSWORD, new="a brand new phrase", again="a brand new phrase"
    )

    assert answer.status_code == 303
    assert lead.opens("/").status_code == 200
    assert elsewhere.opens("/").status_code == 303
    assert tries(people.visitor(), lead.account.email, "a brand new phrase").status_code == 303


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("too short", "at least 12 characters"),
        ("password1234!", "harder to guess"),
        ("aaaaaaaaaaaaaa", "harder to guess"),
        ("lee.lead.marlshire.police 7", "Leave your e-mail name out"),
    ],
)
def test_a_weak_new_password_is_refused_in_words(lead, new, sentence):
    answer = lead.fills_in("/account/password", old=PASSWORD, new=new, again=new)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_the_present_password_must_be_right_to_change_it(lead):
    new = "a brand new phrase"
    answer = lead.fills_in("/account/password", old="not it, not it", new=new, again=new)
    assert answer.status_code == 422
    assert "present password is not right" in answer.text


def test_a_person_sees_and_ends_their_other_sign_ins(app, lead):
    elsewhere = Person(app, lead.account)
    assert "2 browsers" in lead.opens("/account").text

    lead.presses("/account", "Sign out everywhere else")

    assert elsewhere.opens("/").status_code == 303
    assert lead.opens("/").status_code == 200
