from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from pprg import clock
from pprg.agencies.states import Kind
from pprg.database import Base, known


class Agency(Base):
    """One organisation, or one department that answers for itself."""

    __tablename__ = "agency"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[Kind] = mapped_column(known(Kind, "known_kind"))
    valid_from: Mapped[date] = mapped_column(default=clock.today)
    valid_to: Mapped[date | None]
