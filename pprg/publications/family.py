"""What the person or their family agreed to: on which day, and who wrote that down."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import Base, db
from pprg.errors import Refused
from pprg.publications.models import Publication


class FamilyAgreement(Base):
    """One agreement; a later one follows it and does not take its place."""

    __tablename__ = "family_agreement"

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), index=True)
    publication: Mapped[Publication] = relationship()
    agreed_on: Mapped[date]
    revision: Mapped[int]
    """Of the words that there were then: it is seen whether they changed since."""
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id


def agreed_with_family(publication: Publication) -> FamilyAgreement | None:
    """The latest, if anything was agreed. The caller may see the publication."""
    of_this = select(FamilyAgreement).where(FamilyAgreement.publication_id == publication.id)
    return db.session.scalar(of_this.order_by(FamilyAgreement.created_at.desc()).limit(1))


def agree_with_family(publication: Publication, agreed_on: date, *, by: Account) -> FamilyAgreement:
    """Write down that the person or their family agreed to these words."""
    if agreed_on > clock.today():
        raise Refused("The day must be today or in the past.")
    agreed = FamilyAgreement(
        publication=publication, agreed_on=agreed_on, revision=publication.revision, by=by
    )
    db.session.add(agreed)
    record("agreed with the family on", publication, by=by)
    return agreed
