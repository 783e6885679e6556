from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.referrals.states import Event, State, after


class Referral(Base):
    """What one agency says of a case and asks for, in its own words, which nobody else edits."""

    __tablename__ = "referral"

    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    owner: Mapped[Account] = relationship()
    agency_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    agency: Mapped[Agency] = relationship()
    case_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    """None until it is sent: a draft is no case yet."""
    case: Mapped[Case | None] = relationship()
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.DRAFT)
    answers: Mapped[dict[str, Any]] = mapped_column(Sealed, default=dict)
    """Raw words by step and question, exactly as typed."""
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]
    receipt: Mapped[str] = mapped_column(default="")
    """SHA-256 of the words as sent."""
    outcome: Mapped[str] = mapped_column(default="")
    """What the group decided, in the sentence the referrer reads."""
    decided_at: Mapped[datetime | None]
    questions: Mapped[list[Question]] = relationship(
        back_populates="referral", order_by="Question.created_at"
    )

    # Two browsers saving the same draft: the second is told, not ignored.
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)


class Question(Base):
    """What the coordinator asked when returning a referral."""

    __tablename__ = "referral_question"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="questions")
    words: Mapped[str] = mapped_column(Sealed)
    asked_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]
