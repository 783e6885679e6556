"""A decision, and how far it has come."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.guidance.codes import ReviewType, Route
from pprg.guidance.criteria import CriteriaSet, criteria_on
from pprg.meetings.models.sitting import AgendaItem, Meeting
from pprg.meetings.states import (
    AGREED,
    COMMISSIONS,
    Agreement,
    Event,
    MeetingKind,
    Outcome,
    RatifyingState,
    State,
    after,
    least_of,
)
from pprg.meetings.words import (
    DecisionWords,
    DissentWords,
    WeighingWords,
    digest,
    sentence,
)

if TYPE_CHECKING:
    from pprg.meetings.models.parts import Dissent, Saving, UrgentAction, Weighing
    from pprg.meetings.models.ratifying import Challenge, Confirmation, Ratification


class Decision(Base):
    """What the group decided about a case on one route. Signed, it is fixed; an amendment is another."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("item_id", "route", "edition"),)

    item_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    item: Mapped[AgendaItem] = relationship(back_populates="decisions")
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    route: Mapped[Route] = mapped_column(known(Route, "known_route"))
    criteria_from: Mapped[date]
    """Which criteria set was weighed: the one valid from this day."""
    edition: Mapped[int] = mapped_column(default=1, server_default="1")
    amends_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("decision.id"))
    amends: Mapped[Decision | None] = relationship(
        remote_side="Decision.id", foreign_keys=amends_id, back_populates="amendments"
    )
    """The signed edition that this one changes. Both stay."""
    amendments: Mapped[list[Decision]] = relationship(
        foreign_keys=amends_id, back_populates="amends", order_by="Decision.created_at"
    )
    """One at most: what changes this edition."""
    amended_because: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.DRAFT)
    weighings: Mapped[list[Weighing]] = relationship(
        back_populates="decision", order_by="Weighing.place", cascade="all, delete-orphan"
    )
    outcome: Mapped[Outcome | None] = mapped_column(known(Outcome, "known_outcome"))
    reason: Mapped[str] = mapped_column(Sealed, default="")
    agreement: Mapped[Agreement | None] = mapped_column(known(Agreement, "known_agreement"))
    of_whom: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """Which agency reports back, which other process it goes to, or from whom information is awaited."""
    until: Mapped[date | None]
    """By when they report back, or by when the information is wanted."""
    for_and_against: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """Where not everyone agreed: who was for it and who against."""
    dissents: Mapped[list[Dissent]] = relationship(
        back_populates="decision", order_by="Dissent.place", cascade="all, delete-orphan"
    )
    dissent: Mapped[str] = mapped_column(Sealed, default="")
    """Disagreement of somebody who speaks for no agency; of decisions signed long ago, of any."""
    equality: Mapped[str] = mapped_column(Sealed, default="")
    """How race, culture, disability, sex, age and language were considered."""
    voice: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """What the person or the family said or wanted, and how it was weighed."""
    learning_now: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """What can be shared at once, before any review."""
    actions: Mapped[list[UrgentAction]] = relationship(
        back_populates="decision", order_by="UrgentAction.place", cascade="all, delete-orphan"
    )
    quorate: Mapped[bool | None]
    """Whether enough of the group took part, when it was recorded. None: recorded before that was asked."""
    took_part: Mapped[list[str]] = mapped_column(Sealed, nullable=True, default=list)
    """Who was there and took part when it was recorded, as one line each: it is part of what is signed."""
    confirmed_at_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("meeting.id"))
    confirmed_at: Mapped[Meeting | None] = relationship(foreign_keys=confirmed_at_id)
    """The meeting that confirmed a chair's action."""
    unconfirmed_because: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """Why the meeting after a chair's action did not confirm it: it then needs an amendment."""
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
    savings: Mapped[list[Saving]] = relationship(
        back_populates="decision", order_by="Saving.created_at", cascade="all, delete-orphan"
    )
    confirmations: Mapped[list[Confirmation]] = relationship(
        back_populates="decision", order_by="Confirmation.created_at"
    )
    ratifications: Mapped[list[Ratification]] = relationship(
        back_populates="decision", order_by="Ratification.created_at"
    )
    challenges: Mapped[list[Challenge]] = relationship(
        back_populates="decision", order_by="Challenge.created_at"
    )
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
            of_whom=self.of_whom or "",
            until=self.until,
            for_and_against=self.for_and_against or "",
            dissents=tuple(
                DissentWords(agency_id=each.agency_id, words=each.words) for each in self.dissents
            ),
            dissent=self.dissent,
            equality=self.equality,
            voice=self.voice or "",
            learning_now=self.learning_now or "",
            actions=tuple(each.words for each in self.actions),
        )

    @property
    def sentence(self) -> str:
        return self._said(self.reason)

    @property
    def in_short(self) -> str:
        """The sentence without its reason: for lists."""
        return self._said("")

    def _said(self, reason: str) -> str:
        return sentence(
            self.outcome,
            reason,
            on=self.item.meeting.held_on,
            of_whom=self.of_whom or "",
            until=self.until,
            who="The chair" if self.item.meeting.kind == MeetingKind.CHAIRS_ACTION else "The group",
        )

    @property
    def commissioned(self) -> ReviewType | None:
        """The review that it has commissioned, once every legal owner has ratified it."""
        kind = COMMISSIONS.get(self.outcome) if self.outcome and self.is_ratified else None
        return ReviewType.JOINT if kind and self.item.held_as_one else kind

    @property
    def calls_for(self) -> ReviewType | None:
        """The review that it calls for, ratified or not, alone or as one duty of a joint one."""
        return COMMISSIONS.get(self.outcome) if self.outcome else None

    @property
    def is_ratified(self) -> bool:
        """Whether everybody whose decision it finally is has agreed to it."""
        return self.state == State.SIGNED and all(said.state in AGREED for said in self.ratifications)

    @property
    def with_owners(self) -> RatifyingState | None:
        """How far those have come whose decision it finally is. None: it is not before them."""
        if self.state != State.SIGNED:
            return None
        return least_of(answer.state for answer in self.ratifications)

    @property
    def amended_by(self) -> Decision | None:
        """The signed edition that stands in place of this one."""
        return next((later for later in self.amendments if later.state == State.SIGNED), None)

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
            **self._stood,
        )

    @property
    def _stood(self) -> dict[str, str]:
        """What stands around the words since editions and quorums are kept; nothing for older ones."""
        if self.quorate is None:
            return {}
        return {
            "edition": str(self.edition),
            "amended_because": self.amended_because or "",
            "quorate": str(self.quorate),
            "took_part": "\n".join(self.took_part or []),
        }

    def may_be_signed_by(self, account: Account) -> bool:
        """Nobody signs what they recorded or wrote last, nor what an interest keeps them from deciding."""
        said = self.item.interest_of(account)
        wrote = account.id in {self.recorded_by_id, self.saved_by_id}
        return not wrote and (said is None or said.takes_part)
