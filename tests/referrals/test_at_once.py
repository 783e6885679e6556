"""Many people at one moment: nobody's words are lost, and no reference is given twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from pprg import clock, database
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.database import db
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import Step
from tests.builders import a_draft
from tests.people import Person, an_account


@pytest.mark.both_databases
def test_twenty_at_once_get_twenty_references_in_a_row(app):
    by = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
    drafts = [a_draft(by=by).id for _ in range(20)]
    by_id = by.id
    database.commit()

    def send_one(draft_id):
        with app.app_context():
            referral = db.session.get(Referral, draft_id)
            services.send_referral(referral, by=db.session.get(type(referral.owner), by_id))
            database.commit()
            return referral.reference

    with ThreadPoolExecutor(20) as crowd:
        references = sorted(crowd.map(send_one, drafts))

    year = clock.today().year
    assert references == [f"PPRG-{year}-{number:03}" for number in range(1, 21)]


@pytest.mark.both_databases
def test_one_form_sent_five_times_at_once_is_one_referral(app):
    by = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
    draft = a_draft(by=by)
    database.commit()
    url, browsers = f"/referrals/{draft.id}/check", [Person(app, by) for _ in range(5)]
    version = browsers[0].reads(url).select_one("[name=version]")["value"]

    def press(browser):
        with app.app_context():
            return browser.posts(url, version=version)

    with ThreadPoolExecutor(5) as crowd:
        answers = list(crowd.map(press, browsers))

    assert [answer.status_code for answer in answers] == [303] * 5
    assert db.session.query(Case).count() == 1
    assert len(db.session.get(Referral, draft.id).sendings) == 1


@pytest.mark.both_databases
def test_of_two_who_save_one_step_at_once_exactly_one_wins(app):
    by = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
    draft = a_draft(by=by)
    draft_id, by_id, version = draft.id, by.id, draft.version
    database.commit()

    def save(text):
        with app.app_context():
            referral = db.session.get(Referral, draft_id)
            try:
                writer = db.session.get(type(referral.owner), by_id)
                services.save_step(referral, Step.WHY, {"together": text}, version=version, by=writer)
                database.commit()
            except services.Overtaken:
                database.undo()
                return None
            return text

    with ThreadPoolExecutor(8) as crowd:
        won = [text for text in crowd.map(save, [f"writer {number}" for number in range(8)]) if text]

    assert len(won) == 1
    db.session.expire_all()
    assert db.session.get(Referral, draft_id).answers[Step.WHY]["together"] == won[0]


@pytest.mark.both_databases
def test_those_who_save_different_steps_at_once_all_win(app):
    by = an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
    draft = a_draft(by=by)
    draft_id, by_id, version = draft.id, by.id, draft.version
    database.commit()

    def save(step):
        with app.app_context():
            referral = db.session.get(Referral, draft_id)
            writer = db.session.get(type(referral.owner), by_id)
            services.save_step(referral, step, {"name": f"from {step}"}, version=version, by=writer)
            database.commit()

    with ThreadPoolExecutor(5) as crowd:
        list(crowd.map(save, Step))

    db.session.expire_all()
    kept = db.session.get(Referral, draft_id).answers
    assert [kept[step]["name"] for step in Step] == [f"from {step}" for step in Step]
