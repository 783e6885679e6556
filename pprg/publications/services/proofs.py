"""Putting made files before a second person, and what that person says of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record as note
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.guidance.codes import Audience
from pprg.notices.services import put_in
from pprg.publications import checks, editions, letters, queries, rules
from pprg.publications.models import Edition, Judgement, MadeContent, MadeFile, Proof, Publication
from pprg.publications.record import LearningRecord
from pprg.publications.release_list import items_for
from pprg.publications.states import Event, ProofEvent, ProofState

LONGEST_REASON = 120
"""Words of a reason or a comment."""


@dataclass(frozen=True, kw_only=True)
class MadeFor:
    """A finished file once more, with the lines of one audience first."""

    audience: Audience
    file_name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Made:
    """A finished file: what it is, its name, its bytes, and what is wrong with it for some readers."""

    product: str
    suffix: str
    """Without a dot: "docx"."""
    file_name: str
    content: bytes
    faults: Sequence[str] = ()
    content_digest: str = ""
    template_digest: str = ""
    fingerprint: str = ""
    editions: Sequence[MadeFor] = ()


def ask_for_release(
    publication: Publication,
    files: Sequence[Made],
    *,
    dated: date,
    by: Account,
    imprint: Sequence[str] = (),
    choices: Mapping[str, Any] | None = None,
) -> Proof:
    """Put finished files before a second person. They carry `dated` as their day and the next version.

    `imprint` is what they say of the partnership itself: its name, telephone and addresses are no leak.
    `choices` is what was chosen of the record, kept to tell later what has changed since.
    """
    if dated < clock.today():
        raise Refused("The day of release cannot lie in the past.")
    if not files:
        raise Refused("There is no file to release.")
    record = _whole_record(publication)
    publication.move(Event.ASK)
    if renewal := publication.open_renewal:  # it carries the same version, and this has the new look too
        renewal.move(ProofEvent.OVERTAKE)
    proof = Proof(
        publication=publication,
        revision=publication.revision,
        dated=dated,
        number=queries.next_number(publication),
        record=record.model_dump(mode="json"),
        asked_by=by,
        imprint=list(imprint),
        choices=dict(choices or {}),
    )
    db.session.add(proof)
    proof.files = [kept(made, place) for place, made in enumerate(files, start=1)]
    note("asked for release of", publication, by=by, revision=publication.revision)
    for account in _second_persons(proof):
        put_in(letters.TO_CHECK, to=account.id, about=proof.id)
    return proof


def _whole_record(publication: Publication) -> LearningRecord:
    try:
        return queries.record_of(publication)
    except Mistaken as mistaken:
        raise Refused(f"The record is not whole yet: {mistaken}") from None


def look_at(file: MadeFile, *, by: Account) -> None:
    """The checker has looked at every page of this file."""
    if file.proof.renews_number is not None:
        raise Refused("Compare it with the released one, page by page.")
    _being_checked(file.proof, by)
    file.looked_at, file.looked_by = clock.now(), by
    note("looked at", file, by=by, digest=file.digest[:12])


def judge(proof: Proof, hit: str, reason: str, *, by: Account) -> None:
    """Say why a possible find gives nobody away. A sure one cannot be talked away: words must change."""
    judge_several(proof, {hit: reason}, by=by)


def judge_several(proof: Proof, reasons: Mapping[str, str], *, by: Account) -> None:
    """The same for several finds at once, each with its reason."""
    _being_checked(proof, by)
    found = {one.key: one for check in checks.checks_of(proof) for one in check.found}
    for hit, reason in reasons.items():
        if hit not in found:
            raise Refused("That is no longer found in these files.")
        if found[hit].hit.sure:
            raise Refused("This gives somebody away. Send it back: the words have to change.")
        if not reason.strip():
            raise Refused("Say why nobody is given away.")
        _write_down(proof, found[hit].judgement, hit, reason.strip(), by)
    note("judged finds in", proof, by=by, count=len(reasons))


def tick(proof: Proof, ticks: Mapping[str, str], *, by: Account) -> None:
    """Keep the release list so far: keys of what is done, with a reason where something does not apply."""
    _being_checked(proof, by)
    known = {item.key for item in items_for(queries.record_of(proof).review_type)}
    proof.ticks = {key: reason.strip() for key, reason in ticks.items() if key in known}
    note("ticked the list of", proof, by=by, ticked=len(proof.ticks))


def send_back(proof: Proof, comment: str, *, by: Account) -> None:
    """Back to whoever asked, with what has to change."""
    _being_checked(proof, by)
    if not comment.strip():
        raise Refused("Say what has to change.")
    proof.move(ProofEvent.SEND_BACK)
    proof.comment = comment.strip()
    proof.publication.move(Event.SEND_BACK)
    note("sent back", proof, by=by)
    put_in(letters.SENT_BACK, to=proof.asked_by_id, about=proof.id)


def _being_checked(proof: Proof, by: Account) -> None:
    if proof.state != ProofState.OPEN:
        raise Refused(f"This proof is {proof.state}.")
    if rules.had_a_hand_in(by, proof):
        raise Refused("You wrote this or asked for its release: a second person has to check it.")


def _write_down(proof: Proof, before: Judgement | None, hit: str, reason: str, by: Account) -> None:
    if before is None:
        proof.judgements.append(Judgement(hit=hit, reason=reason, by=by))
    elif before.reason != reason:
        before.reason, before.by = reason, by


def kept(made: Made, place: int) -> MadeFile:
    """The bytes once under their digest, what names them, and the editions that say the same."""
    return MadeFile(
        place=place,
        product=made.product,
        suffix=made.suffix,
        file_name=made.file_name,
        digest=_stored(made.content),
        size=len(made.content),
        faults=list(made.faults),
        content_digest=made.content_digest,
        template_digest=made.template_digest,
        fingerprint=made.fingerprint,
        editions=[_edition(one) for one in made.editions if editions.says_the_same(made, one)],
    )


def _edition(made: MadeFor) -> Edition:
    return Edition(
        audience=made.audience,
        file_name=made.file_name,
        digest=_stored(made.content),
        size=len(made.content),
    )


def _stored(content: bytes) -> str:
    """The digest under which these bytes are kept."""
    digest = hashlib.sha256(content).hexdigest()
    db.session.flush()
    if db.session.scalar(select(MadeContent.id).where(MadeContent.digest == digest)) is None:
        db.session.add(MadeContent(digest=digest, content=content))
    return digest


def _second_persons(proof: Proof) -> list[Account]:
    able = {
        account.id: account
        for role in (Role.COORDINATOR, Role.CHAIR)
        for account in active_accounts_with(role)
        if rules.check_proof(account, proof)
    }
    return list(able.values())
