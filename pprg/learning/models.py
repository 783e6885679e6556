from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.database import Base, known
from pprg.learning.states import Occasion
from pprg.publications.models import Release


class Use(Base):
    """A team used a review's learning. Five fields, no names."""

    __tablename__ = "learning_use"

    release_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("release.id"), index=True)
    release: Mapped[Release] = relationship()
    used_on: Mapped[date]
    team: Mapped[str]
    """Kind of team and agency, never a person: "Community nursing, north"."""
    occasion: Mapped[Occasion] = mapped_column(known(Occasion, "known_occasion"))
    people: Mapped[int]
    change: Mapped[str]
    """The one change the team will make."""
