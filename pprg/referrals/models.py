from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.referrals.states import BEING_WRITTEN, Event, State, after


class Referral(Base):
    """What one agency says of a case and asks for. Its words are the referrer's, never edited by others."""

    __tablename__ = "referral"

    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    owner: Mapped[Account] = relationship()
    agency_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    agency: Mapped[Agency] = relationship()
    case_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    """None until it is sent: a draft is no case yet."""
    case: Mapped[Case | None] = relationship()
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.DRAFT, index=True)
    answers: Mapped[dict[str, Any]] = mapped_column(Sealed, default=dict, deferred=True)
    """The writer's words, raw, by step and question. What others read is in `sendings`."""
    about: Mapped[str] = mapped_column(default="")
    """Whom it is about, by a label that tells nothing: "Adult, 79"."""
    urgent: Mapped[bool] = mapped_column(default=False)
    marks: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    """The version in which each step was last changed: two people may write different steps at once."""
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]
    """When it was first sent: clocks run from here."""
    receipt: Mapped[str] = mapped_column(default="")
    """SHA-256 of the words as last sent."""
    outcome: Mapped[str] = mapped_column(Sealed, default="")
    """What the group decided, in the sentence the referrer reads."""
    decided_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str] = mapped_column(Sealed, default="")
    sendings: Mapped[list[Sending]] = relationship(back_populates="referral", order_by="Sending.sent_at")
    questions: Mapped[list[Question]] = relationship(
        back_populates="referral", order_by="Question.created_at"
    )

    # Two browsers saving the same draft: the second is told, not ignored.
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def being_written(self) -> bool:
        return self.state in BEING_WRITTEN

    @property
    def reference(self) -> str:
        """Nothing until it is sent."""
        return self.case.reference if self.case else ""

    @property
    def open_question(self) -> Question | None:
        """What the coordinator asked and the writer has not answered yet."""
        return next((asked for asked in reversed(self.questions) if asked.answered_at is None), None)

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)


class Sending(Base):
    """The words as they were sent once. Rows are added, never changed."""

    __tablename__ = "referral_sending"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="sendings")
    sent_at: Mapped[datetime]
    sent_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    answers: Mapped[dict[str, Any]] = mapped_column(Sealed)
    text: Mapped[str] = mapped_column(Sealed)
    """The whole form, questions and answers, as one plain text."""
    receipt: Mapped[str]
    """SHA-256 of the text."""


class Question(Base):
    """What the coordinator asked when returning a referral."""

    __tablename__ = "referral_question"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="questions")
    words: Mapped[str] = mapped_column(Sealed)
    asked_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]
