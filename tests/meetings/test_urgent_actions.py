"""What cannot wait: told to the agency that owns it when the chair signs, done, and seen to be done."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.meetings.models import UrgentAction
from pprg.meetings.queries import actions as queries
from pprg.meetings.rules import actions as may
from pprg.meetings.words import ActionWords
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from tests.meetings.builders import a_recorded_decision, a_signed_decision, an_item
from tests.people import Person, an_agency

WHAT = "Tell night staff whom to ring."


@pytest.fixture
def lead(people):
    return people.safeguarding_lead("NHS Marlshire")


@pytest.fixture
def item(people, coordinator, lead):
    return an_item(by=coordinator.account, referrer=people.referrer().account)


def to_do():
    due_on = clock.today() + timedelta(days=7)
    health = an_agency("NHS Marlshire")
    return {"actions": (ActionWords(what=WHAT, agency_id=health.id, owner="Matron", due_on=due_on),)}


@pytest.fixture
def action(item, people, coordinator):
    chair = people.chair().account
    decision = a_signed_decision(item, by=coordinator.account, chair=chair, **to_do())
    commit()
    return decision.actions[0]


def url(action):
    return f"/meetings/actions/{action.id}"


def test_the_agencys_lead_is_told_at_the_signature_and_reads_the_action_alone(action, lead):
    assert action.decision.ratifications[0].answered_at is None
    (notice,) = db.session.query(Notice).filter_by(kind="action to be done now")
    said = _wordings[notice.kind](notice.to_id, notice.thing_id)
    assert notice.to_id == lead.account.id
    assert WHAT not in said.body + said.subject
    assert WHAT in lead.opens(said.path).text
    decision = action.decision
    for path in (f"/meetings/decisions/{decision.id}", f"/meetings/items/{decision.item_id}"):
        assert lead.opens(path).status_code == 404


def test_nothing_is_there_before_the_chair_has_signed(item, coordinator, lead):
    decision = a_recorded_decision(item, by=coordinator.account, **to_do())
    commit()
    assert lead.opens(url(decision.actions[0])).status_code == 404
    assert db.session.query(Notice).filter_by(kind="action to be done now").count() == 0


def test_it_is_done_with_what_was_done(action, lead, coordinator):
    wrong = lead.fills_in(url(action), words="")
    assert wrong.status_code == 422
    assert "Say what was done." in wrong.text
    assert lead.fills_in(url(action), words="Told at every handover.").status_code == 303
    assert action.done_on == clock.today()
    assert "Told at every handover." in coordinator.opens(url(action)).text
    assert action.decision.digest == action.decision.digest_now


def test_coordinators_see_what_is_overdue(action, coordinator, time_machine, people, app):

    time_machine.move_to(clock.now() + timedelta(days=9))
    page = Person(app, coordinator.account).reads("/meetings/actions").get_text(" ", strip=True)
    assert "Overdue" in page


def test_another_agencys_lead_and_a_referrer_see_nothing(action, people):
    for stranger in (people.safeguarding_lead("Marlshire Police"), people.referrer(), people.author()):
        assert stranger.opens(url(action)).status_code == 404


def test_the_rule_and_the_query_agree(action, people, coordinator, lead):
    def agree():
        for person in [*people.everyone(), lead]:
            seen = queries.action_visible_to(person.account, action.id) is not None
            assert seen == may.read_action(person.account, action), person.account.name

    agree()
    cases.restrict(action.decision.case, by=coordinator.account, members=[coordinator.account])
    agree()
    cases.step_out(action.decision.case, lead.account, by=lead.account)
    agree()
    assert db.session.query(UrgentAction).count() == 1
