"""Who sits on the group, and how many of them it takes to decide."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.database import Base, known
from pprg.guidance.codes import Route
from pprg.meetings.states import Capacity, Voice


class CoreMember(Base):
    """Somebody who sits on the group, from a day until a day, and who stands in for them."""

    __tablename__ = "core_member"

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(foreign_keys=account_id)
    capacity: Mapped[Capacity] = mapped_column(known(Capacity, "known_capacity"), default=Capacity.CORE)
    voice: Mapped[Voice | None] = mapped_column(known(Voice, "known_voice"))
    deputy_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    deputy: Mapped[Account | None] = relationship(foreign_keys=deputy_id)
    from_day: Mapped[date] = mapped_column(default=clock.today)
    to_day: Mapped[date | None]

    @property
    def has_begun(self) -> bool:
        return self.from_day < clock.today()


class QuorumSetting(Base):
    """From a day: who must be there for a decision on one route. Before the first, the house's default."""

    __tablename__ = "quorum_setting"
    __table_args__ = (UniqueConstraint("route", "valid_from"),)

    route: Mapped[Route] = mapped_column(known(Route, "known_route"))
    valid_from: Mapped[date]
    needs: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    """Of each of these lists one must be heard: names of `Voice` members."""
    core_share: Mapped[int] = mapped_column(default=50)
    """How many in a hundred of the core members must be there."""
    set_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    set_by: Mapped[Account] = relationship()
