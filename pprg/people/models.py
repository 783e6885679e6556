from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.people.matching.reasons import Reason
from pprg.people.states import Kept, MatchEvent, MatchState, SecretKind, after

NEWS_FOR = timedelta(days=14)


class Person(Base):
    """Somebody a case is about, by a label that tells nothing: "Adult, 79", "Niece"."""

    __tablename__ = "person"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    label: Mapped[str]
    subject: Mapped[bool] = mapped_column(default=False)
    """Whether the case is about them, rather than their family or a neighbour."""
    identity: Mapped[Identity] = relationship(back_populates="person", uselist=False)


class Identity(Base):
    """The vault: who a person is. Read only through `services.reveal` and the disclosure check."""

    __tablename__ = "person_identity"

    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    person: Mapped[Person] = relationship(back_populates="identity")
    names: Mapped[list[str]] = mapped_column(Sealed, default=list)
    """Full name first, then every variant, alias and nickname."""
    born: Mapped[str | None] = mapped_column(Sealed)
    """ISO date, or as much of it as is known."""
    died: Mapped[str | None] = mapped_column(Sealed)
    nhs_number: Mapped[str | None] = mapped_column(Sealed)
    """Ten digits, without spaces."""
    nhs_index: Mapped[str | None] = mapped_column(index=True)
    addresses: Mapped[list[str]] = mapped_column(Sealed, default=list)
    postcodes: Mapped[list[str]] = mapped_column(Sealed, default=list)
    workplaces: Mapped[list[str]] = mapped_column(Sealed, default=list)
    """Schools and workplaces."""
    other: Mapped[list[str]] = mapped_column(Sealed, default=list)
    sex: Mapped[str | None] = mapped_column(Sealed)
    phones: Mapped[list[str] | None] = mapped_column(Sealed)
    sketch: Mapped[dict[str, Any] | None] = mapped_column(Sealed, deferred=True)
    """All that the matcher compares, folded and in one piece: one unsealing for each person compared."""

    @property
    def born_on(self) -> date | None:
        return _whole_day(self.born)

    @property
    def died_on(self) -> date | None:
        return _whole_day(self.died)

    @property
    def nhs_spaced(self) -> str:
        """As it is read aloud: 999 000 0018."""
        number = self.nhs_number or ""
        return f"{number[:3]} {number[3:6]} {number[6:]}".strip()


class Secret(Base):
    """One thing, not a person of the case, that may not be said outside."""

    __tablename__ = "case_secret"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[SecretKind] = mapped_column(known(SecretKind, "known_kind"))
    words: Mapped[str] = mapped_column(Sealed)


person_key = Table(
    "person_key",
    Base.metadata,
    Column("digest", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""What likely the same people have in common, as keyed digests: of no use to anyone without the key.

No `Base`: a row is only its two columns, in the order in which it is asked for.
"""


class Match(Base):
    """Two people of two cases who may be one person: the one who came later, and the one known before."""

    __tablename__ = "person_match"
    __table_args__ = (UniqueConstraint("person_id", "other_id"),)

    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"), index=True)
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    other_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"), index=True)
    other: Mapped[Person] = relationship(foreign_keys=other_id)
    score: Mapped[float]
    codes: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Names of `Reason`s: why, without a word of what either record says."""
    state: Mapped[MatchState] = mapped_column(
        known(MatchState, "known_match_state"), default=MatchState.POSSIBLE, index=True
    )
    decisions: Mapped[list[MatchDecision]] = relationship(
        back_populates="match", order_by="MatchDecision.created_at"
    )
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def reasons(self) -> list[Reason]:
        """Those that we still know; an old one that was taken out of the table is not shown."""
        return [Reason[code] for code in self.codes if code in Reason.__members__]

    @property
    def case_id(self) -> uuid.UUID:
        """The case in whose trail what is done here stands: that of who came later."""
        return self.person.case_id

    @property
    def cases(self) -> tuple[Case, Case]:
        return self.person.case, self.other.case

    @property
    def latest(self) -> MatchDecision | None:
        return self.decisions[-1] if self.decisions else None

    def move(self, event: MatchEvent) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)


class MatchDecision(Base):
    """What somebody decided about a match, and why. Undone or not, it stays."""

    __tablename__ = "person_match_decision"

    match_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person_match.id"), index=True)
    match: Mapped[Match] = relationship(back_populates="decisions")
    event: Mapped[MatchEvent] = mapped_column(known(MatchEvent, "known_match_event"))
    reason: Mapped[str] = mapped_column(Sealed)
    decided_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    decided_by: Mapped[Account] = relationship()


class StaffMatch(Base):
    """Somebody who signs in here and may be a person of the case. They are told nothing of it."""

    __tablename__ = "staff_match"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(foreign_keys=account_id)
    label: Mapped[str]
    """Which person of the case, by the label that tells nothing."""
    state: Mapped[Kept] = mapped_column(known(Kept, "known_kept"), default=Kept.KEPT_OUT)
    reason: Mapped[str | None] = mapped_column(Sealed)
    """Why they were let in."""
    decided_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    decided_by: Mapped[Account | None] = relationship(foreign_keys=decided_by_id)

    @property
    def is_new(self) -> bool:
        """Whether it is young enough to be news on a coordinator's page."""
        return clock.now() - self.created_at < NEWS_FOR

    def let_in(self, reason: str, by: Account) -> None:
        """It was somebody else of that name, or it does not matter."""
        self.state, self.reason, self.decided_by_id = Kept.LET_IN, reason, by.id


def _whole_day(known: str | None) -> date | None:
    """The day, where all of it is known."""
    try:
        return date.fromisoformat(known or "")
    except ValueError:
        return None
