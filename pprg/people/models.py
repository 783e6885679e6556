from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.people.states import SecretKind


class Person(Base):
    """Somebody a case is about, by a label that tells nothing: "Adult, 79", "Niece"."""

    __tablename__ = "person"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    label: Mapped[str]
    subject: Mapped[bool] = mapped_column(default=False)
    """Whether the case is about them, rather than their family or a neighbour."""
    identity: Mapped[Identity] = relationship(back_populates="person", uselist=False)


class Identity(Base):
    """The vault: who a person is. Read only through `services.reveal` and the disclosure check."""

    __tablename__ = "person_identity"

    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    person: Mapped[Person] = relationship(back_populates="identity")
    names: Mapped[list[str]] = mapped_column(Sealed, default=list)
    """Full name first, then every variant, alias and nickname."""
    born: Mapped[str | None] = mapped_column(Sealed)
    """ISO date, or as much of it as is known."""
    died: Mapped[str | None] = mapped_column(Sealed)
    nhs_number: Mapped[str | None] = mapped_column(Sealed)
    """Ten digits, without spaces."""
    nhs_index: Mapped[str | None] = mapped_column(index=True)
    addresses: Mapped[list[str]] = mapped_column(Sealed, default=list)
    postcodes: Mapped[list[str]] = mapped_column(Sealed, default=list)
    workplaces: Mapped[list[str]] = mapped_column(Sealed, default=list)
    """Schools and workplaces."""
    other: Mapped[list[str]] = mapped_column(Sealed, default=list)

    @property
    def born_on(self) -> date | None:
        return _whole_day(self.born)

    @property
    def died_on(self) -> date | None:
        return _whole_day(self.died)

    @property
    def nhs_spaced(self) -> str:
        """As it is read aloud: 999 000 0018."""
        number = self.nhs_number or ""
        return f"{number[:3]} {number[3:6]} {number[6:]}".strip()


class Secret(Base):
    """One thing, not a person of the case, that may not be said outside."""

    __tablename__ = "case_secret"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[SecretKind] = mapped_column(known(SecretKind, "known_kind"))
    words: Mapped[str] = mapped_column(Sealed)


def _whole_day(known: str | None) -> date | None:
    """The day, where all of it is known."""
    try:
        return date.fromisoformat(known or "")
    except ValueError:
        return None
