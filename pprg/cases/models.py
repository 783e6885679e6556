from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.states import BY_ROLE, GOES_WITH, Delay, Ended, Part
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.guidance.clocks import ClockKind, ClockRule, Trigger, rule_on


class Case(Base):
    """One case, known everywhere by its reference alone: PPRG-2026-014."""

    __tablename__ = "case_file"

    reference: Mapped[str] = mapped_column(unique=True)
    restricted: Mapped[bool] = mapped_column(default=False)
    """Known only to members by name, whatever anyone's role."""
    awaited: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Its agency has not authorised the referral yet: no role but the coordinators' knows of it."""
    opens_at: Mapped[datetime | None]
    """While `awaited`: from when coordinators know of it. None: not before it is authorised."""
    joined_to_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    joined_to: Mapped[Case | None] = relationship(remote_side="Case.id")
    """The case that this one turned out to be: one person, one incident, one case."""
    members: Mapped[list[Member]] = relationship(back_populates="case", foreign_keys="Member.case_id")
    steppings_out: Mapped[list[SteppingOut]] = relationship(back_populates="case")

    @property
    def whole(self) -> Case:
        """The case in which this one goes on: itself, unless it was joined to another."""
        return self.joined_to.whole if self.joined_to else self

    def open_to_role(self, role: Role) -> bool:
        """Whether holding a role alone lets somebody know of it."""
        if self.restricted or not self.awaited:
            return not self.restricted and role in BY_ROLE
        return role == Role.COORDINATOR and self.opens_at is not None and self.opens_at <= clock.now()


class Member(Base):
    """Somebody who may know of a case, and why."""

    __tablename__ = "case_member"
    __table_args__ = (UniqueConstraint("case_id", "account_id", "part"),)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship(back_populates="members", foreign_keys=case_id)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()
    part: Mapped[Part] = mapped_column(known(Part, "known_part"))
    until: Mapped[date | None]
    through_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.id"))
    """The case through which they know of this one, because that was joined to this."""

    @property
    def still(self) -> bool:
        return self.until is None or clock.today() <= self.until

    @property
    def counts(self) -> bool:
        """Still, and by a role that they hold today: whose role has ended knows of it no longer."""
        needed = GOES_WITH.get(self.part)
        return self.still and (needed is None or self.account.holds(*needed))


class SteppingOut(Base):
    """Somebody who may not know of a case, because of an interest in it. Beats every membership."""

    __tablename__ = "case_stepping_out"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship(back_populates="steppings_out")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    quiet: Mapped[bool] = mapped_column(default=False, server_default=false())
    """They are thought to be a person of the case, and are never told that there is one."""


class SteppingBack(Base):
    """A proposal to open a case again: one proposes, a chair agrees.

    To somebody who stepped out; or, where nobody is named, to everybody whose role it is, so that it is
    restricted no longer.
    """

    __tablename__ = "case_stepping_back"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account | None] = relationship(foreign_keys=account_id)
    reason: Mapped[str] = mapped_column(Sealed)
    proposed_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    proposed_by: Mapped[Account] = relationship(foreign_keys=proposed_by_id)
    answered_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    answered_by: Mapped[Account | None] = relationship(foreign_keys=answered_by_id)
    agreed: Mapped[bool | None]
    """None: not answered yet."""
    answered_at: Mapped[datetime | None]

    @property
    def waits(self) -> bool:
        return self.answered_at is None

    def concerns(self, account: Account) -> bool:
        """Whether it is about this person, or is their own proposal: then somebody else answers it."""
        return account.id in {self.account_id, self.proposed_by_id}


class ReferenceCount(Base):
    """The last number given in a year, so that no two cases have the same reference."""

    __tablename__ = "case_reference_count"

    year: Mapped[int] = mapped_column(unique=True)
    last: Mapped[int]


class RunningClock(Base):
    """Something due in a case. When, is worked out from its first day each time it is asked."""

    __tablename__ = "running_clock"
    __table_args__ = (
        Index(
            "uq_running_clock_one_of_a_kind",
            "case_id",
            "kind",
            unique=True,
            sqlite_where=text("stopped_on IS NULL"),
            postgresql_where=text("stopped_on IS NULL"),
        ),
    )

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    kind: Mapped[ClockKind] = mapped_column(known(ClockKind, "known_kind"))
    counted_from: Mapped[Trigger] = mapped_column(known(Trigger, "known_trigger"))
    """What day 0 is: kept, so that a changed setting does not re-tell what has begun."""
    started_on: Mapped[date]
    """Day 0."""
    stopped_on: Mapped[date | None]
    """When what was due was done, or was due no longer."""
    stopped_because: Mapped[Ended | None] = mapped_column(known(Ended, "known_end"))
    """Why it was due no longer. None: it runs, or it was done."""
    late_reason: Mapped[Delay | None] = mapped_column(known(Delay, "known_late_reason"))
    late_because: Mapped[str] = mapped_column(Sealed, default="")
    pauses: Mapped[list[ClockPause]] = relationship(
        back_populates="clock", order_by="ClockPause.paused_on", lazy="selectin"
    )

    @property
    def runs(self) -> bool:
        return self.stopped_on is None

    @property
    def rule(self) -> ClockRule:
        """The rule that held when it was set going."""
        return rule_on(self.kind, self.started_on)

    @property
    def pause(self) -> ClockPause | None:
        """The pause it stands in now."""
        return next((pause for pause in self.pauses if pause.resumed_on is None), None)


class ClockPause(Base):
    """A time in which a clock stands still, why, and who agreed to it."""

    __tablename__ = "clock_pause"

    clock_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("running_clock.id"), index=True)
    clock: Mapped[RunningClock] = relationship(back_populates="pauses")
    paused_on: Mapped[date]
    """The first day that does not count."""
    resumed_on: Mapped[date | None]
    """The first day that counts again."""
    reason: Mapped[Delay] = mapped_column(known(Delay, "known_reason"))
    because: Mapped[str] = mapped_column(Sealed, default="")
    agreed_by: Mapped[str] = mapped_column(Sealed, default="")
