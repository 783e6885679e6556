from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.accounts.models import Account
from pprg.database import Base


class Closure(Base):
    """A day on which nobody in the partnership works, besides weekends and the known bank holidays."""

    __tablename__ = "closure"

    day: Mapped[date] = mapped_column(unique=True)
    why: Mapped[str]
    """Shown to everyone beside each date that steps over it."""
    added_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    added_by: Mapped[Account] = relationship()
