from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.states import Role
from pprg.agencies.models import Agency
from pprg.agencies.states import LegalOwner
from pprg.database import Base, known


class Account(Base):
    """Somebody who signs in. Known by its id for ever; an e-mail address may be used again."""

    __tablename__ = "account"

    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    agency: Mapped[Agency | None] = relationship(lazy="joined")
    active: Mapped[bool] = mapped_column(default=True)
    demo: Mapped[bool] = mapped_column(default=False)
    appointments: Mapped[list[Appointment]] = relationship(
        back_populates="account", lazy="selectin", cascade="all, delete-orphan"
    )

    @property
    def agency_name(self) -> str:
        return self.agency.name if self.agency else ""

    @property
    def roles(self) -> frozenset[Role]:
        """What this account is appointed to today. Nothing, once it is closed."""
        return frozenset(held.role for held in self.held_today)

    @property
    def held_today(self) -> list[Appointment]:
        """The appointments behind its roles, by role."""
        if not self.active:
            return []
        today = clock.today()
        return sorted((held for held in self.appointments if held.runs_on(today)), key=lambda held: held.role)

    def holds(self, *roles: Role) -> bool:
        """Whether any of these roles is held today."""
        return not self.roles.isdisjoint(roles)

    @property
    def decides_for(self) -> frozenset[LegalOwner]:
        """The legal owners for which this account decides today."""
        deciding = (held.owner for held in self.held_today if held.role == Role.DECISION_MAKER)
        return frozenset(owner for owner in deciding if owner)


class Appointment(Base):
    """One role of one account: at its agency, or for the legal owner it signs for."""

    __tablename__ = "appointment"
    __table_args__ = (UniqueConstraint("account_id", "role", "owner"),)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(back_populates="appointments")
    role: Mapped[Role] = mapped_column(known(Role, "known_role"))
    owner: Mapped[LegalOwner | None] = mapped_column(known(LegalOwner, "known_owner"))
    starts_on: Mapped[date] = mapped_column(default=clock.today)
    ends_on: Mapped[date | None]

    def runs_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class SignIn(Base):
    """One browser signed in. Only a digest of its token is kept; without the row the token is nothing."""

    __tablename__ = "sign_in"

    token_digest: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(lazy="joined")
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)


class SignInAttempt(Base):
    """A try at signing in, kept to slow down guessing. Digests of address and source, no more."""

    __tablename__ = "sign_in_attempt"

    account_digest: Mapped[str] = mapped_column(index=True)
    source_digest: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    succeeded: Mapped[bool]


class Invitation(Base):
    """A way to choose one's first password: a typed code, once, within 72 hours."""

    __tablename__ = "invitation"

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()
    code_digest: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
