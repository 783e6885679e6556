from __future__ import annotations

import uuid
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.guidance.codes import ReviewType
from pprg.reviews.states import CostBand, Event, Intention, Method, State, after
from pprg.reviews.words import ScopeWords


class Review(Base):
    """One review of one case. A case has at most one of each type."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("case_id", "review_type"),)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    review_type: Mapped[ReviewType] = mapped_column(known(ReviewType, "known_type"))
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.COMMISSIONED)
    author_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    author: Mapped[Account | None] = relationship()
    author_until: Mapped[date | None]
    """The last day of the author's contract: from the next on they may not know of the case."""
    duties: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    """Of a joint review: the review types whose duties it meets, in the order in which they were decided."""
    scope: Mapped[Scope | None] = relationship(back_populates="review", cascade="all, delete-orphan")
    commissioned_on: Mapped[date] = mapped_column(default=clock.today)
    concluded_on: Mapped[date | None]
    discontinued_on: Mapped[date | None]
    discontinued_because: Mapped[str | None] = mapped_column(Sealed)
    """Why it ended before a report. None while it goes on, or went on to its end."""
    findings: Mapped[list[Finding]] = relationship(
        back_populates="review", order_by="Finding.place", cascade="all, delete-orphan"
    )
    recommendations: Mapped[list[Recommendation]] = relationship(
        back_populates="review", order_by="Recommendation.place", cascade="all, delete-orphan"
    )
    learning_changed_at: Mapped[datetime | None]
    """When findings or recommendations last changed: makes two editors of them meet in `version`."""
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def goes_on(self) -> bool:
        """Whether a report is still to come of it."""
        return self.state in (State.COMMISSIONED, State.UNDER_WAY)

    @property
    def wants_author(self) -> bool:
        return self.author_id is None and self.goes_on

    @property
    def meets(self) -> list[ReviewType]:
        """The review types whose duties it meets: of a joint review several, else its own."""
        return [ReviewType(duty) for duty in self.duties] or [self.review_type]

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)


class Scope(Base):
    """What a review is to do, sketched when it is commissioned: savable at any time, agreed once complete."""

    __tablename__ = "review_scope"

    review_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review.id"), unique=True)
    review: Mapped[Review] = relationship(back_populates="scope")
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    key_questions: Mapped[list[str]] = mapped_column(Sealed, default=list)
    """Three to six, about how the system worked."""
    method: Mapped[Method | None] = mapped_column(known(Method, "known_method"))
    why_this_method: Mapped[str] = mapped_column(Sealed, default="")
    """Why it is proportionate."""
    agencies: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The ids of those that take part."""
    independent: Mapped[bool | None]
    """Whether the reviewer is independent of every agency in it."""
    family: Mapped[str] = mapped_column(Sealed, default="")
    """How the person and the family take part."""
    constraints: Mapped[str] = mapped_column(Sealed, default="")
    """What other processes allow and do not allow."""
    report_by: Mapped[date | None]
    publish_by: Mapped[date | None]
    cost: Mapped[CostBand | None] = mapped_column(known(CostBand, "known_cost"))
    publication: Mapped[Intention | None] = mapped_column(known(Intention, "known_publication"))
    half_days: Mapped[dict[str, dict[str, str]] | None] = mapped_column(Sealed)
    """The boxes of each day that is not whole yet, as they were typed."""
    agreed_on: Mapped[date | None]
    agreed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    saved_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def words(self) -> ScopeWords:
        kept = {each.name: getattr(self, each.name) for each in fields(ScopeWords)}
        return ScopeWords(**kept | {"half_days": self.half_days or {}})


class Finding(Base):
    """A system finding: what was seen, why it made sense then, what good looks like."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("review_id", "ref"),)

    review_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review.id"), index=True)
    review: Mapped[Review] = relationship(back_populates="findings")
    place: Mapped[int]
    ref: Mapped[str]
    heading: Mapped[str]
    what: Mapped[str]
    why: Mapped[str]
    in_practice: Mapped[str]
    themes: Mapped[list[str]] = mapped_column(JSON, default=list)
    report_paragraphs: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Where in the report it stands: shown to editors only."""


class Recommendation(Base):
    """What somebody who can act is asked to change, and the finding it rests on."""

    __tablename__ = "recommendation"
    __table_args__ = (UniqueConstraint("review_id", "ref"),)

    review_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review.id"), index=True)
    review: Mapped[Review] = relationship(back_populates="recommendations")
    place: Mapped[int]
    ref: Mapped[str]
    words: Mapped[str]
    addressed_to: Mapped[list[str]] = mapped_column(JSON, default=list)
    finding_ref: Mapped[str]
    national: Mapped[bool] = mapped_column(default=False)
