"""Drafts that nobody writes in: their writer is reminded after 60 days, and after 90 they are gone."""

from datetime import datetime, timedelta

import pytest
import time_machine

from pprg.audit.models import AuditLine
from pprg.clock import LONDON
from pprg.database import commit, db
from pprg.notices.models import Notice
from pprg.referrals import services, wording
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, State
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.referrals.builders import NAME

BEGAN = datetime(2027, 3, 1, 9, 0, tzinfo=LONDON)


@pytest.fixture
def tidy(app):
    """The nightly command, some days after the draft was last written in."""

    def on_day(number):
        commit()
        with time_machine.travel(BEGAN + timedelta(days=number, hours=1), tick=False):
            answer = app.test_cli_runner().invoke(args=["referrals", "tidy"])
        db.session.expire_all()
        assert answer.exit_code == 0, answer.output
        return answer.output

    return on_day


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    with time_machine.travel(BEGAN, tick=False):
        return a_draft(by=referrer.account)


def reminders():
    return db.session.query(Notice).filter_by(kind=wording.WILL_BE_DELETED).all()


def test_after_sixty_days_its_writer_is_reminded_once(tidy, referrer, draft):
    assert tidy(59) == "Reminded: 0. Deleted: 0.\n"
    assert tidy(60) == "Reminded: 1. Deleted: 0.\n"
    assert tidy(61) == "Reminded: 0. Deleted: 0.\n"
    assert [one.to_id for one in reminders()] == [referrer.account.id]
    assert NAME not in wording.SAID[wording.WILL_BE_DELETED][1]


def test_after_ninety_days_it_is_gone_with_its_words(tidy, referrer, draft):
    tidy(60)
    assert tidy(89) == "Reminded: 0. Deleted: 0.\n"
    assert tidy(90) == "Reminded: 0. Deleted: 1.\n"
    gone = db.session.get(Referral, draft.id)
    assert gone.state == State.WITHDRAWN
    assert gone.answers == {}
    assert gone.about == ""
    assert referrer.opens(f"/referrals/{draft.id}").status_code == 404
    line = db.session.query(AuditLine).filter_by(verb="threw away").one()
    assert line.thing_id == draft.id
    assert tidy(91) == "Reminded: 0. Deleted: 0.\n"


def test_writing_in_it_again_begins_the_count_afresh(tidy, referrer, draft):
    tidy(60)
    with time_machine.travel(BEGAN + timedelta(days=70), tick=False):
        services.save_step(draft, "why", {"together": "New."}, version=draft.version, by=referrer.account)
    assert wording._word(wording.WILL_BE_DELETED, referrer.account.id, draft.id) is None
    assert tidy(100) == "Reminded: 0. Deleted: 0.\n"
    assert tidy(130) == "Reminded: 1. Deleted: 0.\n"
    assert tidy(160) == "Reminded: 0. Deleted: 1.\n"


def test_where_the_nightly_command_did_not_run_nobody_loses_a_draft_without_a_months_notice(tidy, draft):
    assert tidy(200) == "Reminded: 1. Deleted: 0.\n"
    assert tidy(229) == "Reminded: 0. Deleted: 0.\n"
    assert tidy(230) == "Reminded: 0. Deleted: 1.\n"


def test_a_colleague_who_wrote_in_it_loses_sight_of_it_too(app, tidy, people, referrer, draft):
    lead = people.safeguarding_lead()
    with time_machine.travel(BEGAN, tick=False):
        services.share_draft(draft, lead.account, by=referrer.account)
    tidy(60), tidy(90)
    assert lead.opens(f"/referrals/{draft.id}").status_code == 404
    assert db.session.get(Referral, draft.id).shares == []


def test_what_was_sent_once_is_never_deleted(tidy, people, referrer):
    lead, coordinator = people.safeguarding_lead().account, people.coordinator().account
    with time_machine.travel(BEGAN, tick=False):
        waits = an_awaited_referral(by=referrer.account)
        back = an_awaited_referral(by=referrer.account)
        services.authorise_referral(back, LeadsView.SENT_BACK, comments="More, please.", by=lead)
        returned = a_sent_referral(by=referrer.account)
        services.return_referral(returned, "Who rang?", by=coordinator)
    assert tidy(60) == "Reminded: 0. Deleted: 0.\n"
    assert tidy(400) == "Reminded: 0. Deleted: 0.\n"
    assert [db.session.get(Referral, one.id).answers for one in (waits, back, returned)] != [{}, {}, {}]
