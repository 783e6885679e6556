from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.papers.models import Paper
from pprg.requests.states import OPEN, Event, LegalBasis, Stand, State, after


class Asking(Base):
    """One round of asking about a case: the same words to several agencies."""

    __tablename__ = "asking"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    basis: Mapped[LegalBasis] = mapped_column(known(LegalBasis, "known_basis"))
    identifiers: Mapped[str] = mapped_column(Sealed)
    """The least by which an agency finds the person in its records."""
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    questions: Mapped[str] = mapped_column(Sealed)
    """What is asked in this case, beside the usual questions."""
    rapid: Mapped[bool] = mapped_column(default=False, server_default=false())
    """For a rapid review: the shorter time."""
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    requests: Mapped[list[InfoRequest]] = relationship(
        back_populates="asking", order_by="InfoRequest.created_at"
    )


class InfoRequest(Base):
    """What one agency is asked to tell, and its answer."""

    __tablename__ = "info_request"
    __table_args__ = (UniqueConstraint("asking_id", "agency_id"),)

    asking_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("asking.id"), index=True)
    asking: Mapped[Asking] = relationship(back_populates="requests")
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    agency_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    agency: Mapped[Agency] = relationship()
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.SENT, index=True)
    due_on: Mapped[date]
    opened_at: Mapped[datetime | None]
    answers: Mapped[dict[str, Any]] = mapped_column(Sealed, default=dict)
    """What the agency has typed, by page and question; seen by it alone until it is returned."""
    marks: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    """By page of the form, the version in which it was last saved."""
    returns: Mapped[list[dict[str, Any]]] = mapped_column(Sealed, default=list)
    """Every return as it was sent: when, by whom, its answers, files and receipt. Added to, never changed."""
    saved_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    returned_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    returned_by: Mapped[Account | None] = relationship(foreign_keys=returned_by_id)
    authorised_by: Mapped[str] = mapped_column(Sealed, default="")
    """Who at the agency stands behind it: name and role."""
    receipt: Mapped[str] = mapped_column(default="")
    """SHA-256 of what was returned."""
    asks_again: Mapped[str] = mapped_column(Sealed, default="")
    """What the coordinator wants to know besides."""
    held_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Not for the pack: the coordinator reads it and the group does not."""
    chases: Mapped[list[Chase]] = relationship(back_populates="request", order_by="Chase.created_at")
    files: Mapped[list[ReturnedFile]] = relationship(
        back_populates="request", order_by="ReturnedFile.created_at"
    )
    writers: Mapped[list[Writer]] = relationship(back_populates="request", cascade="all, delete-orphan")
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and clock.today() > self.due_on

    @property
    def stands(self) -> Stand:
        """As the coordinators' table has it."""
        return Stand.LATE if self.is_late else Stand(self.state)

    @property
    def returned(self) -> dict[str, Any]:
        """The last return as it was sent; nothing before the first."""
        return self.returns[-1] if self.returns else {}

    @property
    def chased_today(self) -> bool:
        return any(c.created_at.astimezone(clock.LONDON).date() == clock.today() for c in self.chases)


class Writer(Base):
    """A colleague at the agency whom its lead asked to write the return."""

    __tablename__ = "info_request_writer"
    __table_args__ = (UniqueConstraint("request_id", "account_id"),)

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("info_request.id"), index=True)
    request: Mapped[InfoRequest] = relationship(back_populates="writers")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()


class Chase(Base):
    """A reminder that was sent."""

    __tablename__ = "info_request_chase"

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("info_request.id"), index=True)
    request: Mapped[InfoRequest] = relationship(back_populates="chases")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()


class ReturnedFile(Base):
    """A document that an agency returned."""

    __tablename__ = "returned_file"

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("info_request.id"), index=True)
    request: Mapped[InfoRequest] = relationship(back_populates="files")
    paper_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("paper.id"))
    paper: Mapped[Paper] = relationship()
    number: Mapped[int]
    description: Mapped[str] = mapped_column(Sealed, default="")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    removed_at: Mapped[datetime | None]
    """Until it is returned, its writer may put it back."""
    sent_at: Mapped[datetime | None]

    @property
    def file_name(self) -> str:
        """Under which it is given out: what its sender called it may name somebody."""
        return f"{self.request.case.reference}-return-{self.number}{self.paper.kind.suffix}"
