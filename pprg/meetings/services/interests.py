"""What people say of themselves and a case before it opens to them, and what the chair makes of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases import services as cases
from pprg.cases.models import Case
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Interest
from pprg.meetings.queries import interests as queries
from pprg.meetings.queries.sitting import last_day_of_knowing
from pprg.meetings.services import hearing, telling
from pprg.meetings.states import InterestKind, Ruling


def declare_interest(
    item: AgendaItem, kind: InterestKind, *, by: Account, account: Account | None = None, words: str = ""
) -> Interest:
    """Say of oneself, or as a coordinator of somebody else, what one has to do with a case.

    No interest opens the case as far as an opened agenda lets its members know of it. An interest that
    stands aside closes it from the next request; any other leaves it to the chair what they may do. Said
    twice is said once.
    """
    who = account or by
    last = item.interest_of(who)
    if last is not None and (last.kind, last.words) == (kind, words):
        return last
    if queries.is_out(item.case, who.id):
        raise Refused(
            "This case is closed to them already." if account else "You have stepped out of this case."
        )
    _may_say(kind, last, words, of_another=who.id != by.id)
    said = _kept(item, kind, who, words, by)
    if said.closes_the_case:
        close_case_to(item, who, by=by)
        return said
    let_member_know(item.case, who, by=by)
    if any(seat.account_id == who.id and queries.asks_the_chair(seat, said) for seat in item.meeting.invited):
        hearing.chairs(said)
    return said


def say_interests(said: Mapping[AgendaItem, tuple[InterestKind, str]], *, by: Account) -> None:
    """Of each case what one has to do with it. What closes one closes all that are one matter with it: what is said of those is kept, too."""  # noqa: E501
    for item, (kind, words) in said.items():
        if queries.is_out(item.case, by.id):
            _kept(item, kind, by, words, by)
        else:
            declare_interest(item, kind, words=words, by=by)


def say_no_interest(items: Iterable[AgendaItem], *, by: Account) -> None:
    """Nothing to do with any of these cases."""
    for item in items:
        declare_interest(item, InterestKind.NONE, by=by)


def rule_on_interest(said: Interest, ruling: Ruling, *, because: str, by: Account) -> None:
    """The chair says what somebody with an interest may do, not of themselves. Said twice is said once."""
    _hold(said)
    if said.account_id == by.id:
        raise Refused("Nobody rules on an interest of their own: ask the deputy chair.")
    if queries.is_out(said.item.case, said.account_id):
        raise Refused("They have stepped out. Only a coordinator and a chair together can undo that.")
    if said.item.interest_of(said.account) is not said:
        raise Refused("They have said something else since. Read that first.")
    if (said.ruling, said.ruled_because, said.ruled_by_id) == (ruling, because, by.id):
        return
    said.ruling, said.ruled_because, said.ruled_by, said.ruled_at = ruling, because, by, clock.now()
    record("ruled on an interest", said.item, by=by, account=said.account_id, ruling=ruling.name)
    if ruling == Ruling.OUT:
        close_case_to(said.item, said.account, by=by)
    else:
        let_member_know(said.item.case, said.account, by=by)
    hearing.whoever_said(said)


def step_out(item: AgendaItem, *, by: Account) -> None:
    """Leave a case because of an interest in it: from the next request nothing of it is there for them."""
    close_case_to(item, by, by=by)


def close_case_to(item: AgendaItem, account: Account, *, by: Account) -> None:
    """Whatever they knew of the case, from the next request nothing of it is there for them."""
    cases.step_out(item.case, account, by=by)
    telling.coordinators(telling.STEPPED_OUT, item, but=account)


def let_member_know(case: Case, account: Account, *, by: Account) -> None:
    """Know of a case as long as opened agendas and what they said of themselves let them.

    Of a restricted one by name, never by invitation.
    """
    if case.restricted:
        return
    db.session.flush()
    until = last_day_of_knowing(account.id, case.id)
    if until is None and not any(m.account_id == account.id and m.part == Part.PANEL for m in case.members):
        return
    no_longer = clock.today() - timedelta(days=1)
    cases.let_know(case, account, Part.PANEL, by=by, until=until or no_longer)


def _kept(item: AgendaItem, kind: InterestKind, who: Account, words: str, by: Account) -> Interest:
    said = Interest(item=item, account=who, account_id=who.id, kind=kind, words=words, said_by_id=by.id)
    db.session.add(said)
    record("said an interest", item, by=by, account=who.id, kind=kind.name)
    return said


def _ask_deputies_anew(case: Case, account_id: uuid.UUID, by: Account) -> None:
    """Whoever comes for somebody to whom a case is closed knows of it only once the chair has said so."""
    for deputy in queries.who_comes_for(account_id, case):
        let_member_know(case, deputy, by=by)


cases.when_closed(_ask_deputies_anew)


def _may_say(kind: InterestKind, last: Interest | None, words: str, *, of_another: bool) -> None:
    if kind != InterestKind.NONE:
        if of_another and not words.strip():
            raise Refused("Say how you know of it.")
        return
    if of_another:
        raise Refused("Only they themselves can say that they have no interest.")
    if last is not None and last.kind != InterestKind.NONE:
        raise Refused("You have said that you have an interest. The chair says what you may do.")


def _hold(said: Interest) -> None:
    """One after the other, each seeing what the one before has ruled."""
    db.session.flush()
    held = select(Interest).where(Interest.id == said.id).with_for_update()
    db.session.scalars(held, execution_options={"populate_existing": True}).one()
