"""The made-up partnership: made through services, signed in to by everybody, kept out of production."""

import json

import pytest

from pprg.accounts.queries import demo_accounts
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.config import CannotStart
from pprg.database import db
from pprg.demo.absence import refuse_demo_accounts
from pprg.meetings.models import Decision
from pprg.meetings.states import State as Decided
from pprg.publications.queries import releases_readable
from pprg.referrals.models import Referral
from pprg.referrals.states import State
from tests.people import Browser

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def demo(app):
    answer = run(app, "load")
    assert answer.exit_code == 0, answer.output
    return app


def run(app, *words):
    return app.test_cli_runner().invoke(args=["demo", *words])


def test_everybody_in_the_cast_can_sign_in_and_every_role_is_played(demo):
    told = json.loads(run(demo, "accounts", "--json").output)
    roles = set()
    for one in told:
        browser = Browser(demo)
        answer = browser.fills_in("/sign-in", email=one["user"], password=one["password"])
        assert answer.status_code == 303, one["user"]
        assert browser.opens("/").status_code == 200, one["user"]
        roles.update(one["role"].split(", "))
    assert {role.value for role in Role} - roles == {Role.AGENCY_ADMINISTRATOR.value}
    owners = {held.owner for account in demo_accounts() for held in account.appointments}
    assert owners >= set(LegalOwner)


def test_the_hub_holds_three_reviews_and_cases_stand_in_every_state(demo):
    assert len(releases_readable()) == 3
    states = {referral.state for referral in db.session.query(Referral)}
    assert states == set(State) - {State.WITHDRAWN}
    decided = [decision.state for decision in db.session.query(Decision)]
    assert Decided.SIGNED in decided
    assert Decided.RECORDED in decided


def test_the_demo_goes_into_an_empty_database_only(demo):
    again = run(demo, "load")
    assert again.exit_code != 0
    assert "empty database only" in again.output
    assert run(demo, "load", "--if-empty").exit_code == 0


def test_production_does_not_start_with_the_demo_in_it(demo):
    with pytest.raises(CannotStart, match="demo accounts"):
        refuse_demo_accounts(demo)


def test_production_does_not_load_the_demo(another_app):
    app = another_app(environment="production")
    with app.app_context():
        answer = run(app, "load")
    assert answer.exit_code != 0
    assert "not for production" in answer.output
