from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, Identity, Integer
from sqlalchemy.orm import Mapped, mapped_column

from pprg import clock
from pprg.database import Base


class AuditLine(Base):
    """One thing done or read. `verb` is a fixed word of ours, never a person's text."""

    __tablename__ = "audit_line"

    # Order of events, whatever the clock did.
    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True
    )
    id: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4, unique=True)
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    actor_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    verb: Mapped[str]
    thing: Mapped[str]
    thing_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    case_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    outcome: Mapped[str] = mapped_column(default="done")
    """"done", "denied" or "failed"."""
    detail: Mapped[str] = mapped_column(default="")
    """Fixed words and ids only: a product, a format, a version, a route."""
