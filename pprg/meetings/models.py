from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.guidance.codes import ReviewType, Route
from pprg.guidance.criteria import CriteriaSet, criteria_on
from pprg.meetings.states import COMMISSIONS, KNOWS_FOR, Agreement, Answer, Event, Outcome, State, after
from pprg.meetings.words import DecisionWords, WeighingWords, digest, sentence
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState


class Meeting(Base):
    """One meeting of the group. Its agenda is unseen by members until it is opened to them."""

    __tablename__ = "meeting"

    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[str] = mapped_column(default="10:00")
    place: Mapped[str] = mapped_column(default="")
    agenda_opened_at: Mapped[datetime | None]
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by="(AgendaItem.place, AgendaItem.created_at)"
    )
    invited: Mapped[list[Seat]] = relationship(back_populates="meeting", order_by="Seat.created_at")

    @property
    def is_open(self) -> bool:
        """Whether its members see the agenda."""
        return self.agenda_opened_at is not None

    @property
    def over(self) -> bool:
        return self.held_on < clock.today()

    @property
    def members_know_until(self) -> date:
        return self.held_on + KNOWS_FOR


class Seat(Base):
    """Somebody invited to a meeting as a member of the group."""

    __tablename__ = "meeting_seat"
    __table_args__ = (UniqueConstraint("meeting_id", "account_id"),)

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="invited")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()


class AgendaItem(Base):
    """One referral on one agenda."""

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "referral_id"),)

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral] = relationship()
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    place: Mapped[int]
    decisions: Mapped[list[Decision]] = relationship(back_populates="item", order_by="Decision.created_at")

    @property
    def settled(self) -> bool:
        """Whether the group is done with it at this meeting: every decision begun is signed."""
        return bool(self.decisions) and all(decision.state == State.SIGNED for decision in self.decisions)

    @property
    def can_be_decided(self) -> bool:
        return self.referral.state == ReferralState.TABLED and not self.settled


class Decision(Base):
    """What the group decided about a case on one route. Signed, it is fixed."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("item_id", "route"),)

    item_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    item: Mapped[AgendaItem] = relationship(back_populates="decisions")
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    route: Mapped[Route] = mapped_column(known(Route, "known_route"))
    criteria_from: Mapped[date]
    """Which criteria set was weighed: the one valid from this day."""
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.DRAFT)
    weighings: Mapped[list[Weighing]] = relationship(
        back_populates="decision", order_by="Weighing.place", cascade="all, delete-orphan"
    )
    outcome: Mapped[Outcome | None] = mapped_column(known(Outcome, "known_outcome"))
    reason: Mapped[str] = mapped_column(Sealed, default="")
    agreement: Mapped[Agreement | None] = mapped_column(known(Agreement, "known_agreement"))
    dissent: Mapped[str] = mapped_column(Sealed, default="")
    equality: Mapped[str] = mapped_column(Sealed, default="")
    """How race, culture, disability, sex, age and language were considered."""
    chair_note: Mapped[str] = mapped_column(Sealed, default="")
    """What the chair asked for when handing it back."""
    saved_at: Mapped[datetime | None]
    saved_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    recorded_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    recorded_by: Mapped[Account | None] = relationship(foreign_keys=recorded_by_id)
    recorded_at: Mapped[datetime | None]
    signed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    signed_by: Mapped[Account | None] = relationship(foreign_keys=signed_by_id)
    signed_at: Mapped[datetime | None]
    digest: Mapped[str] = mapped_column(default="")
    """SHA-256 of the words as signed."""
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)

    @property
    def criteria(self) -> CriteriaSet:
        """The set that was weighed, whatever holds today."""
        return criteria_on(self.route, self.criteria_from)

    @property
    def words(self) -> DecisionWords:
        return DecisionWords(
            weighings={
                said.criterion: WeighingWords(answer=said.answer, evidence=said.evidence, reason=said.reason)
                for said in self.weighings
            },
            outcome=self.outcome,
            reason=self.reason,
            agreement=self.agreement,
            dissent=self.dissent,
            equality=self.equality,
        )

    @property
    def sentence(self) -> str:
        return sentence(self.outcome, self.reason, on=self.item.meeting.held_on)

    @property
    def in_short(self) -> str:
        """The sentence without its reason: for lists."""
        return sentence(self.outcome, "", on=self.item.meeting.held_on)

    @property
    def commissioned(self) -> ReviewType | None:
        """The review that it has commissioned, once signed."""
        return COMMISSIONS.get(self.outcome) if self.outcome and self.state == State.SIGNED else None

    @property
    def digest_now(self) -> str:
        """What `digest` is if nothing was changed since the chair signed."""
        return digest(
            self.words,
            reference=self.case.reference,
            route=self.route.value,
            criteria_from=self.criteria_from.isoformat(),
            held_on=self.item.meeting.held_on.isoformat(),
            recorded_by=str(self.recorded_by_id),
            signed_by=str(self.signed_by_id),
            signed_at=self.signed_at.isoformat() if self.signed_at else "",
        )

    def may_be_signed_by(self, account: Account) -> bool:
        """Nobody signs what they recorded or wrote last."""
        return account.id not in {self.recorded_by_id, self.saved_by_id}


class Weighing(Base):
    """One criterion, weighed: the answer, the evidence relied on and why."""

    __tablename__ = "weighing"
    __table_args__ = (UniqueConstraint("decision_id", "criterion"),)

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="weighings")
    place: Mapped[int]
    criterion: Mapped[str]
    answer: Mapped[Answer | None] = mapped_column(known(Answer, "known_answer"))
    evidence: Mapped[str] = mapped_column(Sealed, default="")
    reason: Mapped[str] = mapped_column(Sealed, default="")
