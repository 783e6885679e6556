"""What waits in the outbox is worded when it is sent, to a real mail server on this machine."""

from dataclasses import replace

import pytest

from pprg import clock, database
from pprg.accounts.states import Role
from pprg.database import db
from pprg.notices import services
from pprg.notices.models import Notice
from pprg.notices.post import Post
from pprg.notices.services import Words
from tests.people import an_account
from tests.program import free_port


@pytest.fixture
def reader(app):
    account = an_account("Remy", Role.REFERRER)
    database.commit()
    return account


def leave_a_notice(reader, words: Words | None):
    services.worded_by("test_kind", lambda to, about: words)
    services.put_in("test_kind", to=reader.id, about=reader.id)
    database.commit()
    return db.session.query(Notice).filter_by(kind="test_kind").one()


WORDS = Words(
    address="remy@example.org", subject="An item needs you – PPRG-2026-001", body="Sign in to see it."
)


def test_a_waiting_notice_is_sent_once(letterbox, reader):
    notice = leave_a_notice(reader, WORDS)

    first = services.send_waiting(letterbox.post, commit=database.commit)
    second = services.send_waiting(letterbox.post, commit=database.commit)

    assert (first, second) == ((1, 0), (0, 0))
    (mail,) = letterbox.mails
    assert mail["To"] == "remy@example.org"
    assert mail["Subject"] == WORDS.subject
    assert notice.id.hex in mail["Message-ID"]
    assert "Sign in to see it." in mail.get_content()


def test_somebody_who_may_no_longer_know_is_told_nothing(letterbox, reader):
    notice = leave_a_notice(reader, None)
    assert services.send_waiting(letterbox.post, commit=database.commit) == (0, 0)
    assert letterbox.mails == []
    assert notice.dropped


def test_a_mail_server_that_is_down_delays_the_notice_and_loses_nothing(letterbox, reader):
    notice = leave_a_notice(reader, WORDS)
    closed = Post(url=f"smtp://127.0.0.1:{free_port()}", sender="no-reply@example.org")

    assert services.send_waiting(closed, commit=database.commit) == (0, 1)

    assert notice.settled_at is None
    assert notice.not_before > clock.now()
    notice.not_before = clock.now()
    assert services.send_waiting(letterbox.post, commit=database.commit) == (1, 0)


def test_a_line_break_in_a_subject_adds_no_header(letterbox, reader):
    leave_a_notice(reader, Words(address="remy@example.org", subject="One\r\nBcc: x@example.org", body="."))
    services.send_waiting(letterbox.post, commit=database.commit)
    assert letterbox.mails[0]["Bcc"] is None


def test_a_notice_leads_back_to_our_own_address(letterbox, reader):
    leave_a_notice(reader, replace(WORDS, path="/referrals/1"))
    post = replace(letterbox.post, site="https://reviews.example.org")
    services.send_waiting(post, commit=database.commit)
    assert letterbox.mails[0].get_content().split()[-1] == "https://reviews.example.org/referrals/1"
