from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from pprg import clock
from pprg.database import Base


class Notice(Base):
    """Something to tell one account about one thing, once."""

    __tablename__ = "notice"

    kind: Mapped[str]
    to_id: Mapped[uuid.UUID] = mapped_column(index=True)
    thing_id: Mapped[uuid.UUID]
    not_before: Mapped[datetime] = mapped_column(default=clock.now)
    attempts: Mapped[int] = mapped_column(default=0)
    settled_at: Mapped[datetime | None] = mapped_column(index=True)
    """When it was sent, or dropped because its reader may no longer know."""
    dropped: Mapped[bool] = mapped_column(default=False)
    last_error: Mapped[str] = mapped_column(default="")
