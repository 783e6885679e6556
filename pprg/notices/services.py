from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from smtplib import SMTPException

from sqlalchemy import select

from pprg import clock
from pprg.database import db
from pprg.notices.calendar import Entry, Method, calendar_file
from pprg.notices.models import Notice
from pprg.notices.post import Post

LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True, kw_only=True)
class Words:
    """A mail's words: neutral subject, references and links only, never a name of a person."""

    address: str
    subject: str
    body: str
    path: str = ""
    """Where to read on: a path of ours, which becomes a whole address when the mail is written."""
    calendar: Entry | None = None
    """What goes into their calendar with it."""
    method: Method = Method.REQUEST


Wording = Callable[[uuid.UUID, uuid.UUID], Words | None]
_wordings: dict[str, Wording] = {}


def worded_by(kind: str, wording: Wording) -> None:
    """Register who words notices of this kind: (to_id, thing_id) -> words, or None to say nothing."""
    _wordings[kind] = wording


def put_in(kind: str, *, to: uuid.UUID, about: uuid.UUID, not_before: datetime | None = None) -> None:
    """Leave a notice in the outbox, in the same commit as what it tells of."""
    notice = Notice(kind=kind, to_id=to, thing_id=about)
    if not_before is not None:
        notice.not_before = not_before
    db.session.add(notice)


def was_sent(kind: str, to_id: uuid.UUID, thing_id: uuid.UUID) -> bool:
    """Whether they were ever sent such a notice: of what nobody heard nothing need be taken back."""
    sent = select(Notice.id).where(
        Notice.kind == kind,
        Notice.to_id == to_id,
        Notice.thing_id == thing_id,
        Notice.settled_at.is_not(None),
        ~Notice.dropped,
    )
    return db.session.scalar(sent.limit(1)) is not None


def waits(kind: str, to_id: uuid.UUID, thing_id: uuid.UUID) -> bool:
    """Whether such a notice still waits to be sent to them: another would tell them the same twice."""
    unsent = select(Notice.id).where(
        Notice.kind == kind, Notice.to_id == to_id, Notice.thing_id == thing_id, Notice.settled_at.is_(None)
    )
    return db.session.scalar(unsent.limit(1)) is not None


def send_waiting(post: Post, *, commit: Callable[[], None], at_most: int = 100) -> tuple[int, int]:
    """Word and send what waits. One commit a mail, so that a crash repeats at most one.

    Gives back how many were sent and how many failed and will be tried again.
    """
    sent = failed = 0
    for notice in _waiting(at_most):
        words = _wordings[notice.kind](notice.to_id, notice.thing_id)
        if words is None:
            notice.settled_at, notice.dropped = clock.now(), True
        elif _posted(post, notice, words):
            sent += 1
        else:
            failed += 1
        commit()
    return sent, failed


def _waiting(at_most: int) -> list[Notice]:
    waiting = (
        select(Notice)
        .where(Notice.settled_at.is_(None), Notice.not_before <= clock.now())
        .order_by(Notice.created_at)
        .limit(at_most)
        .with_for_update(skip_locked=True)
    )
    return list(db.session.scalars(waiting))


def _posted(post: Post, notice: Notice, words: Words) -> bool:
    try:
        post.send(_mail(post, notice, words))
    except (OSError, SMTPException) as trouble:
        notice.attempts += 1
        notice.last_error = type(trouble).__name__
        notice.not_before = clock.now() + min(timedelta(minutes=2**notice.attempts), LONGEST_WAIT)
        return False
    notice.settled_at = clock.now()
    return True


def _mail(post: Post, notice: Notice, words: Words) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = post.sender, words.address
    mail["Subject"] = " ".join(words.subject.split())
    mail["Date"] = format_datetime(clock.now())
    # The notice's own id, so that a mail sent twice is known for the same one.
    mail["Message-ID"] = make_msgid(idstring=notice.id.hex, domain=post.sender.rpartition("@")[2])
    page = f"{post.site}{words.path}" if words.path else ""
    mail.set_content(f"{words.body}\n\n{page}\n" if page else words.body)
    if words.calendar is not None:
        _enclose(mail, words.calendar, words.method, page)
    return mail


def _enclose(mail: EmailMessage, entry: Entry, method: Method, page: str) -> None:
    """Once as another way to read the mail, for programs that show invitations, and once as a file."""
    organiser = parseaddr(mail["From"])[1]
    content = calendar_file(entry, method=method, organiser=organiser, to=mail["To"], page=page)
    mail.add_alternative(content.decode(), subtype="calendar", params={"method": method.value})
    mail.add_attachment(content, maintype="application", subtype="ics", filename="invite.ics")
