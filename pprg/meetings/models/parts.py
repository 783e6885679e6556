"""What a decision is made of: criteria weighed, disagreement, urgent actions, and how it stood before."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.meetings import earlier
from pprg.meetings.states import Answer
from pprg.meetings.words import ActionWords, DecisionWords

if TYPE_CHECKING:
    from pprg.meetings.models.deciding import Decision


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
    suggested: Mapped[Answer | None] = mapped_column(known(Answer, "known_suggested"))
    """What the facts of the referral suggested when it was recorded. The group need not follow."""


class Dissent(Base):
    """An agency that does not agree, in its own words."""

    __tablename__ = "decision_dissent"

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="dissents")
    place: Mapped[int]
    agency_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agency.id"))
    agency: Mapped[Agency | None] = relationship()
    """None while it is not said yet: a decision is not recorded so."""
    words: Mapped[str] = mapped_column(Sealed)


class UrgentAction(Base):
    """Something to be done now, without waiting for a review: by which agency, by whom there, by when."""

    __tablename__ = "urgent_action"

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="actions")
    place: Mapped[int]
    what: Mapped[str] = mapped_column(Sealed)
    agency_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agency.id"))
    agency: Mapped[Agency | None] = relationship()
    owner: Mapped[str] = mapped_column(Sealed, default="")
    """The role that sees to it there."""
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    done_words: Mapped[str] = mapped_column(Sealed, default="")
    done_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))

    @property
    def words(self) -> ActionWords:
        return ActionWords(what=self.what, agency_id=self.agency_id, owner=self.owner, due_on=self.due_on)


class Saving(Base):
    """The words as they stood before a save: the way back from a wrong click. Only the last few are kept."""

    __tablename__ = "decision_saving"

    decision_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("decision.id"), index=True)
    decision: Mapped[Decision] = relationship(back_populates="savings")
    words: Mapped[dict[str, Any]] = mapped_column(Sealed)
    """The words before, the version that they were, and where they were changed."""
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()
    """Who changed them."""

    @property
    def version(self) -> int:
        """The version of the decision that had these words."""
        return int(self.words["version"])

    @property
    def where(self) -> list[str]:
        """The boxes that were changed then."""
        return list(self.words["where"])

    @property
    def before(self) -> DecisionWords:
        return earlier.words_from(self.words["words"])
