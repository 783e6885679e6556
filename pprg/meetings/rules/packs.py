"""Who opens a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.meetings.rules.sitting import read_item

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import AgendaItem


def open_pack(reader: Account | None, item: AgendaItem) -> bool:
    """Who reads the item, once they have said whether they have an interest in it; without a seat nobody is asked."""  # noqa: E501
    return reader is not None and read_item(reader, item) and not owes_an_answer(reader, item)


def owes_an_answer(reader: Account, item: AgendaItem) -> bool:
    """Whether they sit at this meeting for this item and have not said yet if they have an interest in it."""
    sits = any(
        seat.account_id == reader.id and seat.only_item_id in {None, item.id} for seat in item.meeting.invited
    )
    return sits and item.interest_of(reader) is None
