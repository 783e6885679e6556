"""The made-up partnership: made through services, signed in to by everybody, kept out of production."""

import json

import pytest

from pprg import clock
from pprg.accounts.queries import demo_accounts
from pprg.accounts.states import DEMO_PASSWORD, Role
from pprg.agencies.states import LegalOwner
from pprg.config import CannotStart
from pprg.database import db
from pprg.demo.absence import refuse_demo_accounts
from pprg.meetings.models import Decision
from pprg.meetings.states import State as Decided
from pprg.publications.queries import releases_readable
from pprg.referrals.completeness import stops
from pprg.referrals.models import Referral
from pprg.referrals.questions import Kind
from pprg.referrals.states import ESSENTIALS, State, Step
from pprg.referrals.steps.asking import questions_of
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


def test_one_waits_for_its_lead_one_for_the_rest_and_one_draft_holds_the_essentials_alone(demo):
    def the_one(state, which=lambda _: True):
        (found,) = filter(which, db.session.query(Referral).filter_by(state=state))
        return found

    awaiting = the_one(State.AWAITING)
    to_do = [
        signed_in(demo, name).reads("/").select_one(f"a[href='/referrals/{awaiting.id}/authorise']")
        for name in ("lead.health", "lead.health.two", "lead.police", "coordinator")
    ]
    assert [found is not None for found in to_do] == [True, True, False, False]
    assert the_one(State.RECEIVED, lambda one: one.rest_is_open).authorised_at
    assert the_one(State.RECEIVED, lambda one: not one.rest_is_open).authorised_at
    draft = the_one(State.DRAFT)
    assert set(draft.marks) == set(ESSENTIALS)
    assert stops(draft.answers, on=clock.today()) == []


def signed_in(app, name):
    browser = Browser(app)
    browser.fills_in("/sign-in", email=f"{name}@example.org", password=DEMO_PASSWORD)
    return browser


def test_every_word_of_the_demos_referrals_answers_a_question_that_is_asked(demo):
    for referral in db.session.query(Referral):
        day = (referral.sent_at or referral.saved_at).date()
        for step, said in referral.answers.items():
            asked = {one.key: one for one in questions_of(Step(step), referral.answers, day)}
            assert said.keys() <= asked.keys(), (referral.about, step)
            wrong = {key: kept for key, kept in said.items() if not_offered(asked[key], kept)}
            assert not wrong, (referral.about, step, wrong)


def not_offered(question, kept):
    if question.kind == Kind.ROWS:
        columns = {column.key: column for column in question.columns}
        return any(
            key not in columns or not_offered(columns[key], words)
            for row in kept
            for key, words in row.items()
            if key != "id"
        )
    chosen = [kept] if question.kind == Kind.ONE else kept if question.kind == Kind.SEVERAL else []
    return not set(chosen) <= {choice.value for choice in question.choices}


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
