from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.papers.states import Kind


class Paper(Base):
    """One file as it was handed in once. The same bytes handed in twice are two papers and one file."""

    __tablename__ = "paper"

    stored_as: Mapped[str] = mapped_column(index=True)
    """Its name on the shelf: a keyed digest, which tells nothing to whoever has the disk."""
    digest: Mapped[str] = mapped_column(Sealed)
    """SHA-256 of its plain bytes. Sealed: it would prove to a thief that a file he also has is here."""
    kind: Mapped[Kind] = mapped_column(known(Kind, "known_kind"))
    size: Mapped[int]
    """Plain bytes."""
    shown_name: Mapped[str] = mapped_column(Sealed)
    """What its sender called it: shown as text to those who may read it, and never used as a file's name."""
    scanned_at: Mapped[datetime | None]
    """When the virus scanner passed it; None where no scanner is set."""

    @property
    def kept_at(self) -> datetime:
        return self.created_at
