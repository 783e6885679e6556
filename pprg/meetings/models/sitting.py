"""A meeting, who sits at it, what is on its agenda."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.meetings.states import (
    COMMISSIONS,
    KNOWS_FOR,
    Capacity,
    MeetingEvent,
    MeetingKind,
    MeetingState,
    Reply,
    Section,
    State,
    Voice,
    after_event,
)
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState
from pprg.reviews.models import Review

if TYPE_CHECKING:
    from pprg.meetings.models.deciding import Decision
    from pprg.meetings.models.interests import Interest
    from pprg.meetings.models.minuting import Minute, Reopening


class Meeting(Base):
    """One meeting of the group. Its agenda is unseen by members until it is opened to them."""

    __tablename__ = "meeting"

    kind: Mapped[MeetingKind] = mapped_column(
        known(MeetingKind, "known_kind"), default=MeetingKind.ORDINARY, server_default=MeetingKind.ORDINARY
    )
    state: Mapped[MeetingState] = mapped_column(
        known(MeetingState, "known_state"),
        default=MeetingState.PREPARED,
        server_default=MeetingState.PREPARED,
    )
    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[str] = mapped_column(default="10:00")
    ends_at: Mapped[str] = mapped_column(default="12:30", server_default="12:30")
    place: Mapped[str] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often day, time or place were changed: calendars know by it which invitation is the latest."""
    agenda_opened_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    because: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """Why it cannot wait: of an extraordinary meeting, or of a chair's action. Of one called off: why."""
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by="(AgendaItem.place, AgendaItem.created_at)"
    )
    invited: Mapped[list[Seat]] = relationship(back_populates="meeting", order_by="Seat.created_at")
    minutes: Mapped[list[Minute]] = relationship(back_populates="meeting", order_by="Minute.created_at")
    reopenings: Mapped[list[Reopening]] = relationship(
        back_populates="meeting", order_by="Reopening.created_at"
    )

    def move(self, event: MeetingEvent) -> None:
        """Change state the only way it can change."""
        self.state = after_event(self.state, event)

    @property
    def is_open(self) -> bool:
        """Whether its members see the agenda."""
        return self.agenda_opened_at is not None

    @property
    def called_off(self) -> bool:
        return self.state == MeetingState.CALLED_OFF

    @property
    def over(self) -> bool:
        """Whether nothing is prepared for it any more: its day is gone, or it does not take place."""
        return self.called_off or self.held_on < clock.today()

    @property
    def ended(self) -> str:
        """How one that is over came to be so."""
        return "called off" if self.called_off else "over"

    @property
    def members_know_until(self) -> date:
        return self.held_on + KNOWS_FOR


class Seat(Base):
    """Somebody invited to a meeting as a member of the group, or as an adviser to it."""

    __tablename__ = "meeting_seat"
    __table_args__ = (UniqueConstraint("meeting_id", "account_id"),)

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="invited")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(foreign_keys=account_id)
    capacity: Mapped[Capacity] = mapped_column(
        known(Capacity, "known_capacity"), default=Capacity.CORE, server_default=Capacity.CORE
    )
    voice: Mapped[Voice | None] = mapped_column(known(Voice, "known_voice"))
    in_place_of_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    in_place_of: Mapped[Account | None] = relationship(foreign_keys=in_place_of_id)
    """For whom a deputy stands in at this meeting."""
    only_item_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agenda_item.id"))
    """The one item to which a co-opted member is invited. None: the whole agenda."""
    reply: Mapped[Reply] = mapped_column(
        known(Reply, "known_reply"), default=Reply.NONE, server_default=Reply.NONE
    )
    replied_at: Mapped[datetime | None]
    attendances: Mapped[list[Attendance]] = relationship(
        back_populates="seat", order_by="Attendance.came_at", cascade="all, delete-orphan"
    )

    @property
    def is_there(self) -> bool:
        return any(attendance.left_at is None for attendance in self.attendances)


class Attendance(Base):
    """From when until when somebody was in the room."""

    __tablename__ = "attendance"

    seat_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting_seat.id"), index=True)
    seat: Mapped[Seat] = relationship(back_populates="attendances")
    came_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class AgendaItem(Base):
    """One case on one agenda: a referral, or a review under way or with a report to sign off."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        UniqueConstraint("meeting_id", "referral_id"),
        UniqueConstraint("meeting_id", "review_id", name="uq_agenda_item_review_once"),
    )

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    section: Mapped[Section] = mapped_column(
        known(Section, "known_section"), default=Section.NEW, server_default=Section.NEW
    )
    referral_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral | None] = relationship()
    review_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("review.id"), index=True)
    review: Mapped[Review | None] = relationship()
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    place: Mapped[int]
    starts_at: Mapped[str] = mapped_column(default="", server_default="")
    """When it is expected to come up, for whoever presents it: "10:40"."""
    asked: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """What the group is being asked, for the cover sheet."""
    office_notes: Mapped[str] = mapped_column(Sealed, nullable=True, default="")
    """What the coordinator tells the group of what is there and what is missing."""
    joint: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether the reviews decided on here are held as one."""
    carried_from_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agenda_item.id"))
    """The item of an earlier meeting at which the group did not finish."""
    carried_from: Mapped[AgendaItem | None] = relationship(
        remote_side="AgendaItem.id", back_populates="carried_to"
    )
    carried_to: Mapped[list[AgendaItem]] = relationship(
        back_populates="carried_from", order_by="AgendaItem.created_at"
    )
    decisions: Mapped[list[Decision]] = relationship(back_populates="item", order_by="Decision.created_at")
    interests: Mapped[list[Interest]] = relationship(
        back_populates="item", order_by="Interest.created_at", cascade="all, delete-orphan"
    )
    presenters: Mapped[list[Presenter]] = relationship(
        back_populates="item", order_by="Presenter.created_at", cascade="all, delete-orphan"
    )

    @property
    def about(self) -> str:
        """Whom it is about, by a label that tells nothing: "Adult, 79"."""
        return self.referral.about if self.referral else ""

    @property
    def agency_name(self) -> str:
        """The agency that referred it."""
        return self.referral.agency.name if self.referral else ""

    @property
    def urgent(self) -> bool:
        return bool(self.referral and self.referral.urgent)

    @property
    def standing(self) -> list[Decision]:
        """On each route the latest signed edition, else the one begun. An unsigned amendment changes nothing."""  # noqa: E501
        latest = {
            decision.route: decision
            for decision in self.decisions
            if decision.amends_id is None or decision.state == State.SIGNED
        }
        return list(latest.values())

    @property
    def settled(self) -> bool:
        """Whether the group is done with it at this meeting: every decision begun is signed."""
        signed = bool(self.standing) and all(decision.state == State.SIGNED for decision in self.standing)
        return signed and self.carried_on is None

    @property
    def held_as_one(self) -> bool:
        """Whether the reviews that two or more of its decisions call for are held as one."""
        calls = [decision for decision in self.standing if decision.outcome in COMMISSIONS]
        return self.joint and len(calls) > 1

    @property
    def can_be_decided(self) -> bool:
        """Whether the group is to decide here: the referral is before it, for the first time or again."""
        before = (ReferralState.TABLED, ReferralState.DECIDED)
        referred = self.referral is not None and self.referral.state in before
        return referred and not (self.settled or self.carried_on or self.confirms)

    @property
    def carried_on(self) -> AgendaItem | None:
        """The item of a later meeting at which the group goes on with it."""
        acted = self.meeting.kind == MeetingKind.CHAIRS_ACTION
        return None if acted or not self.carried_to else self.carried_to[0]

    @property
    def confirms(self) -> AgendaItem | None:
        """The chair's action between two meetings that this item only puts before the group.

        It was brought here for that; or it was here first, and the chair could not wait for this meeting.
        """
        earlier, later = self.carried_from, self.carried_on
        if earlier and earlier.meeting.kind == MeetingKind.CHAIRS_ACTION:
            return earlier
        while later is not None and later.meeting.kind != MeetingKind.CHAIRS_ACTION:
            later = later.carried_on
        return later if later is not None and self._hears_of(later) else None

    @property
    def is_put_before_group(self) -> bool:
        """Of a chair's action: whether an item of a meeting asks the group to confirm it."""
        earlier = self.carried_from
        while earlier is not None:
            if earlier.confirms is self:
                return True
            earlier = earlier.carried_from
        return bool(self.carried_to)

    def _hears_of(self, acted: AgendaItem) -> bool:
        """Whether this meeting is one after the chair's action, that is signed, and no other was asked."""
        meeting, begun = self.meeting, acted.meeting.begun_at
        if meeting.kind != MeetingKind.ORDINARY or meeting.called_off or begun is None:
            return False
        over = meeting.closed_at is not None and meeting.closed_at <= begun
        signed = any(decision.state == State.SIGNED for decision in acted.standing)
        asked = signed and not over and not acted.carried_to
        return asked and meeting.held_on >= acted.meeting.held_on

    def interest_of(self, account: Account) -> Interest | None:
        """What this person said last of themselves and the case."""
        return next((said for said in reversed(self.interests) if said.account_id == account.id), None)


class Presenter(Base):
    """Somebody of the referring agency, invited for one item and for nothing else of the meeting."""

    __tablename__ = "presenter"
    __table_args__ = (UniqueConstraint("item_id", "account_id"),)

    item_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    item: Mapped[AgendaItem] = relationship(back_populates="presenters")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()
    reply: Mapped[Reply] = mapped_column(known(Reply, "known_reply"), default=Reply.NONE)
    replied_at: Mapped[datetime | None]
