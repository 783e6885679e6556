"""The first real accounts of a partnership are made from the command line."""

from datetime import timedelta

import pytest
import time_machine

from pprg import clock
from pprg.accounts.queries import account_with_email
from pprg.accounts.states import Role
from pprg.database import db


def invites(app, *words):
    return app.test_cli_runner().invoke(args=["accounts", "invite", *words])


@pytest.fixture
def invitation(app):
    welcomed = app.test_cli_runner().invoke(
        args=["accounts", "welcome-agency", "Marlshire Police", "--kind", "police"]
    )
    assert welcomed.exit_code == 0, welcomed.output
    answer = invites(
        app, "new.lead@example.org", "--name", "New Lead",
        "--role", "agency safeguarding lead", "--agency", "Marlshire Police",
    )  # fmt: skip
    assert answer.exit_code == 0, answer.output
    return answer.output.split()[-1]


def accepts(people, code, password="quiet words in a row"):
    return people.visitor().fills_in(
        "/invitation", email="new.lead@example.org", code=code, new=password, again=password
    )


def test_an_invited_person_chooses_a_password_and_signs_in(people, invitation):
    assert accepts(people, invitation).status_code == 303

    visitor = people.visitor()
    visitor.fills_in("/sign-in", email="new.lead@example.org", password="quiet words in a row")

    assert visitor.opens("/").status_code == 200
    assert account_with_email("new.lead@example.org").holds(Role.SAFEGUARDING_LEAD)


def test_the_code_works_once(people, invitation):
    accepts(people, invitation)
    assert accepts(people, invitation, "other quiet words now").status_code == 422


def test_the_code_is_over_after_three_days(people, invitation):
    with time_machine.travel(clock.now() + timedelta(hours=73), tick=False):
        assert accepts(people, invitation).status_code == 422


def test_a_wrong_code_says_no_more_than_that(people, invitation):
    answer = accepts(people, "00000000" if invitation != "00000000" else "11111111")
    assert answer.status_code == 422
    assert "do not go together" in answer.text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["a@example.org", "--name", "A", "--role", "chair", "--agency", "Nowhere"], 'no agency "Nowhere"'),
        (["a@example.org", "--name", "A", "--role", "decision-maker"], "which body"),
        (
            ["a@example.org", "--name", "A", "--role", "chair", "--by", "nobody@example.org"],
            "no account nobody",
        ),
    ],
)
def test_a_mistaken_invitation_is_explained_and_changes_nothing(app, words, sentence):
    answer = invites(app, *words)
    assert answer.exit_code != 0
    assert sentence in answer.output
    db.session.rollback()
    assert account_with_email("a@example.org") is None


def test_somebody_who_forgot_their_password_chooses_a_new_one_with_a_new_code(app, people, invitation):
    accepts(people, invitation)
    answer = app.test_cli_runner().invoke(args=["accounts", "renew", "new.lead@example.org"])
    assert answer.exit_code == 0, answer.output

    assert accepts(people, answer.output.split()[-1], "other quiet words now").status_code == 303

    email = "new.lead@example.org"
    visitor = people.visitor()
    assert visitor.fills_in("/sign-in", email=email, password="other quiet words now").status_code == 303


def test_the_account_of_a_leaver_is_closed_from_the_command_line(app, people, invitation):
    accepts(people, invitation)
    answer = app.test_cli_runner().invoke(args=["accounts", "close", "new.lead@example.org"])
    assert answer.exit_code == 0, answer.output
    again = people.visitor().fills_in(
        "/sign-in", email="new.lead@example.org", password="quiet words in a row"
    )
    assert again.status_code == 422
