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
from pprg.referrals.states import (
    BEING_WRITTEN,
    UNDER_WAY,
    AnotherWay,
    CameBy,
    DocumentKind,
    Event,
    LeadsView,
    Screening,
    State,
    Step,
    after,
)


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
    rest_by: Mapped[date | None]
    """Until when its writer may send what was to follow. None: nothing was sent yet, or all is there."""
    authorise_by: Mapped[datetime | None]
    """When the coordinators learn of it, if no safeguarding lead has answered."""
    authorised_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    """When a coordinator told its writer that it has been seen."""
    entered_for: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """Whose words they are, where a coordinator typed them: the sender's name, role and how to reach them."""
    came_by: Mapped[CameBy | None] = mapped_column(known(CameBy, "known_way"))
    reminded_at: Mapped[datetime | None]
    """When its writer was told that an idle draft will be deleted."""
    outcome: Mapped[str] = mapped_column(Sealed, default="")
    """What the group decided, in the sentence the referrer reads."""
    decided_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str] = mapped_column(Sealed, default="")
    sendings: Mapped[list[Sending]] = relationship(back_populates="referral", order_by="Sending.sent_at")
    questions: Mapped[list[Question]] = relationship(
        back_populates="referral", order_by="Question.created_at"
    )
    shares: Mapped[list[Share]] = relationship(back_populates="referral", cascade="all, delete-orphan")
    authorisations: Mapped[list[Authorisation]] = relationship(
        back_populates="referral", order_by="Authorisation.created_at"
    )
    screenings: Mapped[list[Screened]] = relationship(
        back_populates="referral", order_by="Screened.created_at"
    )
    addenda: Mapped[list[Addendum]] = relationship(back_populates="referral", order_by="Addendum.created_at")
    documents: Mapped[list[Document]] = relationship(
        back_populates="referral", order_by="Document.created_at"
    )

    # Two browsers saving the same draft: the second is told, not ignored.
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def being_written(self) -> bool:
        return self.state in BEING_WRITTEN

    @property
    def sent_steps(self) -> frozenset[Step]:
        """The pages that were sent as finished. They change only if the referral is returned."""
        return frozenset(Step(step) for sending in self.sendings for step in sending.steps)

    def open_to_writing(self, step: Step) -> bool:
        """Whether its writer may change this page now."""
        if self.being_written:
            return True
        return self.rest_is_open and step not in self.sent_steps

    @property
    def rest_is_open(self) -> bool:
        """Whether what was to follow may still be sent."""
        return self.state in UNDER_WAY and self.rest_by is not None and clock.today() <= self.rest_by

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
    steps: Mapped[list[str]] = mapped_column(JSON, server_default="[]", default=list)
    """The pages that were finished then."""


class Question(Base):
    """What the coordinator asked when returning a referral."""

    __tablename__ = "referral_question"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="questions")
    words: Mapped[str] = mapped_column(Sealed)
    asked_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]


class Share(Base):
    """A colleague of the same agency who may write in a draft too."""

    __tablename__ = "referral_share"
    __table_args__ = (UniqueConstraint("referral_id", "account_id"),)

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="shares")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()


class Authorisation(Base):
    """What a safeguarding lead said of the words as they stood. Rows are added, never changed."""

    __tablename__ = "referral_authorisation"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="authorisations")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    view: Mapped[LeadsView] = mapped_column(known(LeadsView, "known_view"))
    comments: Mapped[str] = mapped_column(Sealed, default="")
    alone_because: Mapped[str] = mapped_column(Sealed, default="")
    """Why the writer, or somebody of another agency, authorised it: there was no other lead."""
    receipt: Mapped[str]
    """Of the words that were looked at."""


class Screened(Base):
    """What a coordinator made of it before a meeting, and why. Rows are added, never changed."""

    __tablename__ = "referral_screening"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="screenings")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    outcome: Mapped[Screening] = mapped_column(known(Screening, "known_outcome"))
    reason: Mapped[str] = mapped_column(Sealed)
    way: Mapped[AnotherWay | None] = mapped_column(known(AnotherWay, "known_way"))
    letter: Mapped[str] = mapped_column(Sealed, default="")
    """The words of the letter that went with it, as they were sent."""


class Addendum(Base):
    """Something that became known after the words were fixed. Dated, and never changed."""

    __tablename__ = "referral_addendum"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="addenda")
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    words: Mapped[str] = mapped_column(Sealed)
    receipt: Mapped[str]
    """SHA-256 of the words."""


class Document(Base):
    """A file that was handed in with a referral."""

    __tablename__ = "referral_document"

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="documents")
    paper_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("paper.id"))
    paper: Mapped[Paper] = relationship()
    number: Mapped[int]
    """By which it is known in file names: PPRG-2026-014-document-2."""
    kind: Mapped[DocumentKind] = mapped_column(known(DocumentKind, "known_kind"), default=DocumentKind.OTHER)
    description: Mapped[str] = mapped_column(Sealed, default="")
    third_party: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether it says something of people who are not in the case."""
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    removed_at: Mapped[datetime | None]
    """Until it is sent, its writer may put it back."""
    sent_at: Mapped[datetime | None]
    """When it went to those who read the referral. None: only those who write the referral see it."""

    @property
    def is_described(self) -> bool:
        return bool(self.description) or self.kind != DocumentKind.OTHER

    @property
    def file_name(self) -> str:
        """Under which it is given out: what its writer called it may name somebody."""
        return f"{self.referral.reference or 'referral'}-document-{self.number}{self.paper.kind.suffix}"


class Advice(Base):
    """Something asked of the team before anything is sent. It is not part of a referral."""

    __tablename__ = "referral_advice"

    asked_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    asked_by: Mapped[Account] = relationship(foreign_keys=[asked_by_id])
    words: Mapped[str] = mapped_column(Sealed)
    answer: Mapped[str] = mapped_column(Sealed, default="")
    answered_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    answered_by: Mapped[Account | None] = relationship(foreign_keys=[answered_by_id])
    answered_at: Mapped[datetime | None]


class Elsewhere(Base):
    """Where a death must also be told: LeDeR, the child death review. We note it and send nothing."""

    __tablename__ = "case_elsewhere"
    __table_args__ = (UniqueConstraint("case_id", "scheme"),)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    scheme: Mapped[AnotherWay] = mapped_column(known(AnotherWay, "known_scheme"))
    told: Mapped[bool] = mapped_column(default=False)
    told_on: Mapped[date | None]
    told_by: Mapped[str] = mapped_column(Sealed, default="")
    their_reference: Mapped[str] = mapped_column(Sealed, default="")
