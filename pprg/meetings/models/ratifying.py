"""What legal owners, absent members and others say of a signed decision, and the letters that go out."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.states import LegalOwner
from pprg.cases.models import Case
from pprg.database import Base, known
from pprg.encryption import Sealed, SealedBytes
from pprg.meetings.models.deciding import Decision
from pprg.meetings.states import (
    AGREED,
    KNOWS_FOR,
    ChallengeBy,
    ChallengeOutcome,
    LetterEvent,
    LetterKind,
    LetterState,
    Outcome,
    RatifyingEvent,
    RatifyingState,
    after_answer,
    after_post,
)
from pprg.meetings.states.ratifying import ASKS, STUCK
from pprg.referrals.models import Referral


class Ratification(Base):
    """One legal owner's answer to one signed decision, and the very text that they saw."""

    __tablename__ = "ratification"
    __table_args__ = (UniqueConstraint("decision_id", "owner"),)

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="ratifications")
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    owner: Mapped[LegalOwner] = mapped_column(known(LegalOwner, "known_owner"))
    state: Mapped[RatifyingState] = mapped_column(
        known(RatifyingState, "known_state"), default=RatifyingState.WITH_OWNER
    )
    text: Mapped[str] = mapped_column(Sealed)
    """What was put before them, word for word."""
    digest: Mapped[str]
    """SHA-256 of the text."""
    sent_at: Mapped[datetime]
    answered_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    answered_by: Mapped[Account | None] = relationship(foreign_keys=answered_by_id)
    answered_at: Mapped[datetime | None]
    reasons: Mapped[str] = mapped_column(Sealed, default="")
    """Which changes and why, why not, or why it was escalated. Earlier ones are kept above the last."""

    def move(self, event: RatifyingEvent) -> None:
        """Change state the only way it can change."""
        self.state = after_answer(self.state, event)

    @property
    def is_open(self) -> bool:
        """Whether an answer is wanted: it was escalated or not answered, and nothing newer stands instead."""
        return self.state in ASKS and self.decision.amended_by is None

    @property
    def others(self) -> list[Ratification]:
        """What the other legal owners of the same decision are asked and say: partners decide together."""
        return [each for each in self.decision.ratifications if each is not self]

    @property
    def last_reasons(self) -> str:
        """What was written with the answer that stands, without what went before it."""
        _, there, last = self.reasons.rpartition(f"{self.state.capitalize()}: ")
        return last if there else ""

    @property
    def is_disputed(self) -> bool:
        """The council does not agree to a rapid review that another safeguarding partner wants."""
        if self.decision.outcome != Outcome.RAPID_REVIEW:
            return False
        said = {each.owner: each.state for each in self.decision.ratifications}
        refused = said.pop(LegalOwner.PARTNER_LOCAL_AUTHORITY, None) in STUCK
        return refused and any(state in AGREED for state in said.values())

    @property
    def is_before_executive(self) -> bool:
        """Whether one of the decision's owners escalated it or the partners are not of one mind."""
        escalated = any(each.state == RatifyingState.ESCALATED for each in self.decision.ratifications)
        return self.decision.amended_by is None and (escalated or self.is_disputed)

    @property
    def has_a_pack(self) -> bool:
        """From when it is put before its owners until 30 days after the last of them has answered."""
        if any(each.is_open for each in self.decision.ratifications):
            return True
        answered = [each.answered_at for each in self.decision.ratifications if each.answered_at]
        until = max(answered).astimezone(clock.LONDON).date() + KNOWS_FOR if answered else None
        return until is not None and clock.today() <= until

    def may_be_answered_by(self, account: Account | None) -> bool:
        """Nobody answers for two legal owners, nor for one of them on what they recorded, wrote or signed."""
        decision = self.decision
        others = {each.answered_by_id for each in self.others}
        wrote = {decision.recorded_by_id, decision.saved_by_id, decision.signed_by_id}
        return account is not None and account.id not in wrote | others


class Confirmation(Base):
    """A named member who is asked to confirm in writing what a meeting without a quorum recommended."""

    __tablename__ = "decision_confirmation"
    __table_args__ = (UniqueConstraint("decision_id", "account_id"),)

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="confirmations")
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()
    agrees: Mapped[bool | None]
    """None: not answered yet."""
    words: Mapped[str] = mapped_column(Sealed, default="")
    answered_at: Mapped[datetime | None]
    digest: Mapped[str] = mapped_column(default="")
    """Of the decision's words as they were confirmed."""

    @property
    def answered(self) -> bool:
        """Whether they have answered on the words as they are signed now."""
        return self.agrees is not None and self.digest == self.decision.digest


class Challenge(Base):
    """Somebody outside questions a decision: a national body, the referrer, the family."""

    __tablename__ = "challenge"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="challenges")
    by: Mapped[ChallengeBy] = mapped_column(known(ChallengeBy, "known_by"))
    received_on: Mapped[date]
    words: Mapped[str] = mapped_column(Sealed)
    """What they said or ask."""
    late_because: Mapped[str] = mapped_column(Sealed, default="")
    """Why it is taken although the time to ask was over."""
    entered_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    considered_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    considered_by: Mapped[Account | None] = relationship(foreign_keys=considered_by_id)
    """Somebody who had no part in the decision."""
    advice: Mapped[str] = mapped_column(Sealed, default="")
    """Legal advice taken on it."""
    outcome: Mapped[ChallengeOutcome | None] = mapped_column(known(ChallengeOutcome, "known_outcome"))
    reply: Mapped[str] = mapped_column(Sealed, default="")
    replied_on: Mapped[date | None]


class Letter(Base):
    """A letter of the group about one case: proposed, changed by a coordinator, kept as it was sent."""

    __tablename__ = "letter"

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    case: Mapped[Case] = relationship()
    kind: Mapped[LetterKind] = mapped_column(known(LetterKind, "known_kind"))
    referral_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    referral: Mapped[Referral | None] = relationship()
    """Whose agency may read it once it is sent. None: it goes to others, by hand."""
    decision_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision | None] = relationship()
    state: Mapped[LetterState] = mapped_column(known(LetterState, "known_state"), default=LetterState.DRAFT)
    to: Mapped[str] = mapped_column(Sealed, default="")
    """Who it is to, as it stands on the paper."""
    words: Mapped[str] = mapped_column(Sealed, default="")
    """A blank line begins a paragraph; a line that begins with "## " is a heading."""
    saved_at: Mapped[datetime | None]
    saved_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    sent_at: Mapped[datetime | None]
    sent_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    sent_by: Mapped[Account | None] = relationship(foreign_keys=sent_by_id)
    digest: Mapped[str] = mapped_column(default="")
    """SHA-256 of what was sent."""
    docx_as_sent: Mapped[bytes | None] = mapped_column(SealedBytes, deferred=True)
    pdf_as_sent: Mapped[bytes | None] = mapped_column(SealedBytes, deferred=True)
    """The very files. None: not sent yet, or sent before files were kept; such are drawn from the words."""
    head_as_sent: Mapped[dict[str, str] | None] = mapped_column(Sealed, deferred=True)
    """What stood around its words: letterhead, subject, signature. None: not sent yet, or before that."""
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    def move(self, event: LetterEvent) -> None:
        """Change state the only way it can change."""
        self.state = after_post(self.state, event)
