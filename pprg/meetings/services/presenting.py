"""Who of the referring agency comes for its own item, and when."""

from __future__ import annotations

from collections.abc import Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Presenter
from pprg.meetings.queries import inviting as queries
from pprg.meetings.services import calling
from pprg.meetings.services.inviting import take_seat_away
from pprg.meetings.states import Reply


def ask_to_present(item: AgendaItem, accounts: Sequence[Account], *, starts_at: str, by: Account) -> None:
    """Ask these people of the referring agency to come at this time ("10:40"). Asked twice is asked once."""
    if item.meeting.over:
        raise Refused(f"This meeting is {item.meeting.ended}.")
    able = queries.people_to_present(item)
    if any(account not in able for account in accounts):
        raise Refused("That person cannot be asked to present this item.")
    set_slot(item, starts_at, by=by)
    asked = {presenter.account_id for presenter in item.presenters}
    for account in accounts:
        if account.id not in asked:
            db.session.add(Presenter(item=item, account=account, account_id=account.id))
            record("asked to present", item, by=by, account=account.id)
            calling.call_presenter(item.meeting, account)


def set_slot(item: AgendaItem, starts_at: str, *, by: Account) -> None:
    """When it is expected to come up. Who comes for it alone hears of another time, and answers again."""
    if item.starts_at == starts_at:
        return
    item.starts_at = starts_at
    record("set time of", item, by=by, starts_at=starts_at or "none")
    only_for_it = [seat for seat in item.meeting.invited if seat.only_item_id == item.id]
    if not item.presenters and not only_for_it:
        return
    item.meeting.sequence += 1
    for presenter in item.presenters:
        presenter.reply, presenter.replied_at = Reply.NONE, None
        calling.presenter_moved(item.meeting, presenter.account)
    for seat in only_for_it:
        seat.reply, seat.replied_at = Reply.NONE, None
        calling.seat_moved(seat)


def answer_presenting(presenter: Presenter, reply: Reply, *, by: Account) -> None:
    """Say whether they come. The last answer counts."""
    if presenter.item.meeting.over:
        raise Refused(f"This meeting is {presenter.item.meeting.ended}.")
    if presenter.reply != reply:
        presenter.reply, presenter.replied_at = reply, clock.now()
        record("answered to present", presenter.item, by=by, account=presenter.account_id, reply=reply.name)


def need_not_present(presenter: Presenter, *, by: Account) -> None:
    """Take it back: they see nothing of the meeting any more."""
    item, account = presenter.item, presenter.account
    record("took back asking to present", item, by=by, account=account.id)
    db.session.delete(presenter)
    db.session.flush()
    db.session.expire(item, ["presenters"])
    item.meeting.sequence += 1
    if queries.presented_by(account, item.meeting):
        calling.presenter_moved(item.meeting, account)
    else:
        calling.call_presenter_back(item.meeting, account)


def item_goes(item: AgendaItem, *, by: Account) -> None:
    """It is taken off the agenda: whoever was to come for it alone need not come."""
    for presenter in list(item.presenters):
        need_not_present(presenter, by=by)
    for seat in [one for one in item.meeting.invited if one.only_item_id == item.id]:
        take_seat_away(seat, by=by)
