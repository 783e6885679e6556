"""Writing a referral: what is typed is kept, complete or not, and only for those who write it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import undefer

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.referrals import answers as read_off
from pprg.referrals.models import Referral, Share
from pprg.referrals.questions import Question, Row, said
from pprg.referrals.services import apart
from pprg.referrals.states import CameBy, Step

A_SITTING = timedelta(minutes=15)


class Overtaken(Refused):
    """Somebody saved newer words meanwhile. Nothing was overwritten."""


def start_referral(*, by: Account) -> Referral:
    """A blank referral that only its writer can see, with what is known of the writer filled in."""
    if by.agency_id is None:
        raise Refused("Your account belongs to no agency, so it cannot refer. Ring us.")
    known = {"referrer": by.name, "email": by.email}
    referral = Referral(owner=by, agency_id=by.agency_id, answers={Step.ESSENTIALS: known})
    db.session.add(referral)
    record("started", referral, by=by)
    return referral


def enter_referral(
    agency: Agency, *, name: str, role: str, contact: str, came_by: CameBy, by: Account
) -> Referral:
    """A referral that reached the team otherwise, typed in by a coordinator in its sender's name.

    Nothing of it goes to the sender by mail: they may have no account, and an address may be mistyped.
    """
    if not name.strip():
        raise Refused("Say whose referral it is.")
    known = {"referrer": name.strip(), "role": role.strip()}
    by_mail = "email" if "@" in contact else "phone"
    referral = Referral(
        owner=by,
        agency=agency,
        entered_for="\n".join(filter(None, (name.strip(), role.strip(), contact.strip()))),
        came_by=came_by,
        answers={Step.ESSENTIALS: {**known, by_mail: contact.strip()}},
    )
    db.session.add(referral)
    record("entered for somebody", referral, by=by, way=came_by.name)
    return referral


def save_step(
    referral: Referral, step: Step, answers: Mapping[str, Any], *, version: int, by: Account
) -> None:
    """Keep one page as it was typed, complete or not.

    `version` is the referral's when the page was opened. If this page was saved since by another
    browser nothing is changed and `Overtaken` is raised; saving the same words twice is saving once.
    """
    hold(referral)
    kept = referral.answers.get(step, {})
    _keep(referral, step, step, {**kept, **answers}, version, by)


def save_row(
    referral: Referral,
    step: Step,
    question: Question,
    row_id: str,
    answers: Mapping[str, Any],
    *,
    version: int,
    by: Account,
) -> None:
    """Keep one entry of a list, as `save_step` keeps a page."""
    hold(referral)
    rows = _rows(referral, step, question)
    if not any(row["id"] == row_id for row in rows):
        raise Overtaken(f"This {question.one} was removed while you were writing.")
    changed = [{**row, **answers} if row["id"] == row_id else row for row in rows]
    words = {**referral.answers.get(step, {}), question.key: changed}
    _keep(referral, step, f"{step}/{row_id}", words, version, by)


def add_rows(
    referral: Referral, step: Step, question: Question, fresh: list[Mapping[str, Any]], *, by: Account
) -> list[str]:
    """New entries at the end of a list; gives back the ids that they keep."""
    hold(referral)
    rows = _rows(referral, step, question)
    if len(rows) + len(fresh) > question.most:
        raise Refused(f"A list holds {question.most:,} entries. Remove some first, or hand in a document.")
    named = [{**row, "id": secrets.token_hex(4)} for row in fresh]
    words = {**referral.answers.get(step, {}), question.key: [*rows, *named]}
    _keep(referral, step, f"{step}/list", words, referral.version, by)
    return [row["id"] for row in named]


def remove_row(referral: Referral, step: Step, question: Question, row_id: str, *, by: Account) -> None:
    """Take an entry out of a list. Removed twice is removed once."""
    hold(referral)
    left = [row for row in _rows(referral, step, question) if row["id"] != row_id]
    words = {**referral.answers.get(step, {}), question.key: left}
    _keep(referral, step, f"{step}/list", words, referral.version, by)


def share_draft(referral: Referral, colleague: Account, *, by: Account) -> None:
    """Let a colleague of the same agency write in it too. Told nothing by mail: the writer tells them."""
    hold(referral)
    if not referral.being_written:
        raise Refused(f"You cannot share a referral that is {referral.state}.")
    if colleague.id == by.id or any(share.account_id == colleague.id for share in referral.shares):
        return
    if colleague.id not in {one.id for one in apart.colleagues(referral)}:
        raise Refused("Choose a colleague from the list.")
    db.session.add(Share(referral=referral, account=colleague))
    record("shared", referral, by=by, account=colleague.id)


def stop_sharing(referral: Referral, colleague_id: Any, *, by: Account) -> None:
    """From the next request on this colleague does not see it."""
    hold(referral)
    referral.shares = [share for share in referral.shares if share.account_id != colleague_id]
    record("stopped sharing", referral, by=by, account=colleague_id)


def hold(referral: Referral) -> None:
    """Everybody else waits who wants to change this referral; what they changed before is seen."""
    newest = select(Referral).where(Referral.id == referral.id).options(undefer(Referral.answers))
    db.session.scalars(newest.with_for_update().execution_options(populate_existing=True)).one()


def _rows(referral: Referral, step: Step, question: Question) -> list[Row]:
    return list(said(referral.answers, step, question.key) or [])


def _keep(
    referral: Referral, step: Step, mark: str, words: Mapping[str, Any], version: int, by: Account
) -> None:
    if not referral.open_to_writing(step):
        raise Refused(f"You cannot change this page of a referral that is {referral.state}.")
    if words == referral.answers.get(step, {}) and mark in referral.marks:
        return
    if not referral.marks.get(mark, 0) <= version <= referral.version:
        raise Overtaken("This page was saved somewhere else while you were writing.")
    new_sitting = clock.now() - referral.saved_at > A_SITTING or not referral.marks
    referral.answers = {**referral.answers, step: words}
    referral.marks = {**referral.marks, step: referral.marks.get(step, 0), mark: referral.version + 1}
    if referral.being_written:
        referral.about = read_off.label_of(referral.answers, on=clock.today())
        referral.urgent = read_off.is_urgent(referral.answers)
    referral.saved_at = clock.now()
    apart.drop_shares(referral)
    db.session.flush()
    if new_sitting:  # a line for each sitting, not for every pause of the typing
        record("wrote", referral, by=by, step=step)
