"""What was said at a meeting, and why its minutes were opened again."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.meetings.models.sitting import AgendaItem, Meeting
from pprg.meetings.states import Section


class Minute(Base):
    """What was said, of one item or under one heading of the agenda. Written while the meeting is open."""

    __tablename__ = "minute"

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="minutes")
    section: Mapped[Section] = mapped_column(known(Section, "known_section"))
    item_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    item: Mapped[AgendaItem | None] = relationship()
    words: Mapped[str] = mapped_column(Sealed, default="")
    stays: Mapped[dict[str, dict[str, str]]] = mapped_column(Sealed, nullable=True, default=dict)
    """What in the words only looks like a name: by the mark of the find and the case that knows it, why."""
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    saved_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def key(self) -> str:
        """The place that it belongs to, as the page of the minutes calls it."""
        return str(self.item_id) if self.item_id else self.section.name


class Reopening(Base):
    """Why the minutes of a closed meeting were opened again."""

    __tablename__ = "meeting_reopening"

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="reopenings")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    reason: Mapped[str] = mapped_column(Sealed)
