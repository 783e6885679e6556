from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.accounts.models import Account
from pprg.briefings.content import BoxKind
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.publications.models import Publication


class BoxChoice(Base):
    """What a person chose for one box, all of it at once. Without this row the first choice is offered."""

    __tablename__ = "box_choice"
    __table_args__ = (UniqueConstraint("publication_id", "box"),)

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), index=True)
    publication: Mapped[Publication] = relationship()
    box: Mapped[BoxKind] = mapped_column(known(BoxKind, "known_box"))
    heading: Mapped[str] = mapped_column(default="")
    """The author's choice where a box may be headed in two ways; empty keeps the usual."""
    chosen_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    chosen_by: Mapped[Account] = relationship()
    chosen_at: Mapped[datetime]
    lines: Mapped[list[ChosenLine]] = relationship(
        back_populates="choice", order_by="ChosenLine.place", cascade="all, delete-orphan"
    )
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id


class ChosenLine(Base):
    """One line of the record, whole or in the author's shorter words, with what the record said then."""

    __tablename__ = "chosen_line"
    __table_args__ = (UniqueConstraint("choice_id", "source"),)

    choice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("box_choice.id"), index=True)
    choice: Mapped[BoxChoice] = relationship(back_populates="lines")
    place: Mapped[int]
    source: Mapped[str]
    """Where in the record: "pen_picture/0", "findings/F3/in_practice"."""
    source_lead: Mapped[str]
    source_text: Mapped[str]
    """The record's words when this was chosen: they tell when it has changed since, and what it said."""
    shorter: Mapped[str] = mapped_column(default="")
    """The author's own shorter wording; empty when the line is taken whole."""


class BoxComment(Base):
    """What a coordinator says to the author about one box."""

    __tablename__ = "box_comment"

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), index=True)
    publication: Mapped[Publication] = relationship()
    box: Mapped[BoxKind] = mapped_column(known(BoxKind, "known_box"))
    words: Mapped[str] = mapped_column(Sealed)
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship(foreign_keys=by_id)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    settled_by: Mapped[Account | None] = relationship(foreign_keys=settled_by_id)

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id


class LeftOut(Base):
    """That somebody left lines out knowingly: these lines, and no others."""

    __tablename__ = "left_out_knowingly"

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), unique=True)
    publication: Mapped[Publication] = relationship()
    digest: Mapped[str]
    """Of the lines left out: another choice is another digest, and has to be said again."""
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    said_at: Mapped[datetime]

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id
