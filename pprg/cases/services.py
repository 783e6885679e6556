from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases import queries, telling
from pprg.cases.models import Case, Member, ReferenceCount, SteppingBack, SteppingOut
from pprg.cases.rules import look_into_case
from pprg.cases.states import BY_ROLE, Part
from pprg.database import db, take_turns
from pprg.errors import Refused

Follows = Callable[[Case, uuid.UUID, Account], None]
_follow: list[Follows] = []


def open_case(*, by: Account, year: int | None = None) -> Case:
    """A new case with the next reference of its year."""
    case = Case(reference=_next_reference(year or clock.today().year))
    db.session.add(case)
    record("opened", case, by=by)
    return case


def let_know(case: Case, account: Account, part: Part, *, by: Account, until: date | None = None) -> Member:
    """Let somebody know of the case. Knowing twice in one part is knowing once."""
    db.session.flush()
    already = db.session.scalar(
        select(Member).where(Member.case_id == case.id, Member.account_id == account.id, Member.part == part)
    )
    if already is not None:
        already.until = until
        return already
    member = Member(case=case, account=account, part=part, until=until)
    db.session.add(member)
    record("let know", case, by=by, account=account.id, part=part.name)
    return member


def when_closed(follows: Follows) -> None:
    """Let a room above do what follows when a case is closed to somebody."""
    _follow.append(follows)


def step_out(case: Case, account: Account, *, by: Account) -> SteppingOut:
    """Somebody may not know of this case from now on, nor of any that is one matter with it.

    Only two others can undo it: `propose_opening`.
    """
    if any(out.account_id == account.id for out in case.steppings_out):
        raise Refused("That person has stepped out already.")
    _close(case, account.id, quiet=False, by=by)
    return _stepped_out_openly(case, account)


def restrict(case: Case, *, by: Account, members: list[Account]) -> None:
    """From now on only those named (and members already named) know of the case and of its whole matter."""
    for each in queries.cases_of_matter(case):
        for account in members:
            let_know(each, account, queries.part_of(account), by=by)
        each.restricted = True
        record("restricted", each, by=by)


def name(case: Case, account: Account, *, by: Account) -> Member:
    """Put somebody on the list of those who know of a restricted case, in the part that their role gives."""
    _must_be_restricted(case)
    if any(out.account_id == account.id and not out.quiet for out in case.steppings_out):
        raise Refused("They have stepped out of this case. Propose that it is opened to them again.")
    return let_know(case, account, queries.part_of(account), by=by)


def take_name_away(member: Member, *, by: Account) -> None:
    """They know of the case no longer, from the next request. Somebody who can look after it stays."""
    case = member.case
    _must_be_restricted(case)
    out = {gone.account_id for gone in case.steppings_out}
    stay = [each for each in case.members if each is not member and each.account_id not in out]
    if not any(each.counts and each.account.holds(*BY_ROLE) for each in stay):
        raise Refused("Somebody who looks after the case stays on the list: put another name on it first.")
    member.until = clock.today() - timedelta(days=1)
    record("took off the list of", case, by=by, account=member.account_id)


def propose_opening(case: Case, account: Account | None, *, reason: str, by: Account) -> SteppingBack:
    """Propose that somebody who stepped out knows of the case again; nobody named, that all do by their role.

    Nobody proposes it for themselves. Who may be a person of the case is not let in by this way.
    """
    if account is None:
        _must_be_restricted(case)
    if account is not None:
        _stepped_out_openly(case, account)
        if account.id == by.id:
            raise Refused("Nobody lifts an interest of their own: ask another coordinator.")
    if any(asked.account_id == (account and account.id) for asked in queries.proposals_waiting(case)):
        raise Refused("That is proposed already. A chair has to answer it.")
    proposed = SteppingBack(case=case, account=account, reason=reason, proposed_by=by, proposed_by_id=by.id)
    proposed.account_id = account.id if account else None
    db.session.add(proposed)
    record("proposed to open", case, by=by, account=proposed.account_id)
    telling.chairs(proposed)
    return proposed


def answer_proposal(proposed: SteppingBack, *, agreed: bool, by: Account) -> None:
    """A chair agrees or does not. What is agreed holds from the next request."""
    if not proposed.waits:
        raise Refused("This was answered already.")
    if proposed.concerns(by):
        raise Refused("Somebody else answers this: you proposed it, or it is about you.")
    proposed.agreed, proposed.answered_by, proposed.answered_at = agreed, by, clock.now()
    proposed.answered_by_id = by.id
    if agreed:
        _open(proposed.case, proposed.account, by)
    verb = "agreed to open" if agreed else "did not agree to open"
    record(verb, proposed.case, by=by, account=proposed.account_id)


def _open(case: Case, account: Account | None, by: Account) -> None:
    """What is one matter with it opens with it, as far as whoever agreed looks into that too."""
    if account is not None:
        _stepped_out_openly(case, account)
    for each in queries.cases_of_matter(case):
        if not look_into_case(by, each):
            continue
        if account is None:
            each.restricted = False
        for out in [out for out in each.steppings_out if account and out.account_id == account.id]:
            if not out.quiet:
                each.steppings_out.remove(out)
                db.session.delete(out)


def _must_be_restricted(case: Case) -> None:
    if not case.restricted:
        raise Refused("This case is not restricted.")


def _stepped_out_openly(case: Case, account: Account) -> SteppingOut:
    for out in case.steppings_out:
        if out.account_id == account.id and not out.quiet:
            return out
    raise Refused("That person has not stepped out of this case.")


def close_quietly(case: Case, account: Account, *, by: Account) -> None:
    """Somebody who may be a person of the case may not know of it or of its matter, nor that they may not."""
    _close(case, account.id, quiet=True, by=by)


def open_again(case: Case, account: Account, *, by: Account) -> None:
    """They are no person of the matter after all. Who stepped out for another reason stays out."""
    for each in queries.cases_of_matter(case):
        for out in [out for out in each.steppings_out if out.account_id == account.id and out.quiet]:
            each.steppings_out.remove(out)
            db.session.delete(out)
            record("opened again", each, by=by, account=account.id)


def join_case(later: Case, *, into: Case, by: Account) -> None:
    """One person, one incident: the later case goes on in the earlier one.

    Who knows of the later one knows of the earlier as somebody who referred it, never more; whoever may not
    know of one may not know of the other; where one is restricted, all are.
    """
    if later.whole is into.whole:
        raise Refused("These cases are one already.")
    later.joined_to = into
    for member in [member for member in later.members if member.still]:
        _let_know_through(later, into, member)
    matter = queries.cases_of_matter(into)
    if any(each.restricted for each in matter):
        restrict(into, by=by, members=[by])
    for gone in [gone for each in matter for gone in each.steppings_out]:
        _close(into, gone.account_id, quiet=gone.quiet, by=by)
    record("joined to another", later, by=by, into=into.id)
    record("took in another", into, by=by, case=later.id)


def part_case(later: Case, *, by: Account) -> None:
    """It was another matter after all. Who knew of the other case only through this one does not any more.

    Who stepped out of one stays out of both: that is never undone by the way.
    """
    into = later.joined_to
    if into is None:
        raise Refused("This case is not joined to another.")
    for member in [member for member in into.members if member.through_id == later.id]:
        into.members.remove(member)
        db.session.delete(member)
    later.joined_to = None
    record("parted from another", later, by=by, into=into.id)


def _close(case: Case, account_id: uuid.UUID, *, quiet: bool, by: Account) -> None:
    """Close every case of the matter that is still open to them."""
    db.session.flush()
    openly = "stepped out" if account_id == by.id else "closed to somebody"
    for each in queries.cases_of_matter(case):
        if any(out.account_id == account_id for out in each.steppings_out):
            continue
        db.session.add(SteppingOut(case=each, account_id=account_id, quiet=quiet))
        record("closed quietly" if quiet else openly, each, by=by, account=account_id)
        for follows in _follow:
            follows(each, account_id, by)


def _let_know_through(later: Case, into: Case, member: Member) -> None:
    knows = any(known.account_id == member.account_id and known.still for known in into.members)
    if not knows and not into.restricted:
        known = Member(case=into, account=member.account, part=Part.REFERRER, until=member.until)
        known.through_id = later.id
        db.session.add(known)


def _next_reference(year: int) -> str:
    take_turns()
    count = db.session.scalar(select(ReferenceCount).where(ReferenceCount.year == year))
    if count is None:
        count = ReferenceCount(year=year, last=0)
        db.session.add(count)
    count.last += 1
    db.session.flush()
    return f"PPRG-{year}-{count.last:03}"
