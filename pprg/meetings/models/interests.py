"""What somebody said of themselves and a case."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.accounts.models import Account
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.meetings.models.sitting import AgendaItem
from pprg.meetings.states import STANDS_ASIDE, InterestKind, Ruling


class Interest(Base):
    """What somebody said of themselves and a case, and what the chair made of it. The last one counts."""

    __tablename__ = "interest"

    item_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    item: Mapped[AgendaItem] = relationship(back_populates="interests")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(foreign_keys=account_id)
    kind: Mapped[InterestKind] = mapped_column(known(InterestKind, "known_kind"))
    words: Mapped[str] = mapped_column(Sealed, default="")
    said_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    """Themselves, or a coordinator who says why in `words`."""
    ruling: Mapped[Ruling | None] = mapped_column(known(Ruling, "known_ruling"))
    ruled_because: Mapped[str] = mapped_column(Sealed, default="")
    ruled_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    ruled_by: Mapped[Account | None] = relationship(foreign_keys=ruled_by_id)
    ruled_at: Mapped[datetime | None]

    @property
    def closes_the_case(self) -> bool:
        return self.kind in STANDS_ASIDE or self.ruling == Ruling.OUT

    @property
    def takes_part(self) -> bool:
        """Whether they count and agree when it is decided."""
        return self.kind == InterestKind.NONE or self.ruling == Ruling.STAY
