from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pprg import clock
from pprg.accounts.models import Account
from pprg.database import Base, known
from pprg.encryption import Sealed
from pprg.guidance.codes import Audience
from pprg.publications.states import Event, ProofEvent, ProofState, State, after, proof_after
from pprg.reviews.models import Review


class Publication(Base):
    """The public words of one review, as they are being written."""

    __tablename__ = "publication"

    review_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review.id"), unique=True)
    review: Mapped[Review] = relationship()
    reference: Mapped[str] = mapped_column(unique=True)
    """The public learning reference: MAR-L-2024-03. Never the case's."""
    state: Mapped[State] = mapped_column(known(State, "known_state"), default=State.DRAFT)
    words: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The record without findings and recommendations (the review's) and `restricted` (the vault's)."""
    revision: Mapped[int] = mapped_column(default=1)
    """Counts every change of words, choices included. A proof is of one revision."""
    last_changed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    """Whoever wrote last may not release."""
    last_changed_at: Mapped[datetime | None]
    differs_since: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    """Since when each part has differed from the newest release: a field, or "choice/" and a box."""
    proofs: Mapped[list[Proof]] = relationship(back_populates="publication", order_by="Proof.created_at")
    releases: Mapped[list[Release]] = relationship(back_populates="publication", order_by="Release.number")
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    @property
    def case_id(self) -> uuid.UUID:
        return self.review.case_id

    def move(self, event: Event) -> None:
        """Change state the only way it can change."""
        self.state = after(self.state, event)

    @property
    def current(self) -> Release | None:
        """What readers have: the newest release that has come out, unless that one is withdrawn.

        An older one never comes back by itself: it was replaced for a reason.
        """
        out = [release for release in self.releases if release.came_out]
        return out[-1] if out and out[-1].withdrawn_at is None else None

    @property
    def open_proof(self) -> Proof | None:
        """What is before a second person now."""
        return next((one for one in self._open_proofs if one.renews_number is None), None)

    @property
    def open_renewal(self) -> Proof | None:
        """The same words in a new look, before one coordinator."""
        return next((one for one in self._open_proofs if one.renews_number is not None), None)

    @property
    def newest(self) -> Release | None:
        """What was released last, whether or not its day has come; nothing once that is withdrawn."""
        return self.releases[-1] if self.releases and self.releases[-1].withdrawn_at is None else None

    @property
    def _open_proofs(self) -> list[Proof]:
        return [proof for proof in reversed(self.proofs) if proof.state == ProofState.OPEN]


class Proof(Base):
    """The made files of one revision, put before a second person."""

    __tablename__ = "proof"

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), index=True)
    publication: Mapped[Publication] = relationship(back_populates="proofs")
    revision: Mapped[int]
    dated: Mapped[date]
    """The release date that the files carry."""
    number: Mapped[str]
    """The version that the files carry: "1.0"."""
    state: Mapped[ProofState] = mapped_column(known(ProofState, "known_state"), default=ProofState.OPEN)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The whole public learning record as it stood, findings and recommendations included."""
    asked_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    asked_by: Mapped[Account] = relationship()
    choices: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    """What was chosen of the record, box by box, as the briefings wrote it down. Here it is only compared."""
    renews_number: Mapped[int | None]
    """The release of this publication whose words these are in a new look: one coordinator may let it out."""
    imprint: Mapped[list[str]] = mapped_column(JSON, default=list)
    """What the files say of the partnership itself: name, telephone, addresses. Public, so never a leak."""
    ticks: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """The release list so far: what is done (no words) and why what does not apply does not (a reason)."""
    comment: Mapped[str] = mapped_column(Sealed, default="")
    """Why it was sent back."""
    files: Mapped[list[MadeFile]] = relationship(back_populates="proof", order_by="MadeFile.place")
    judgements: Mapped[list[Judgement]] = relationship(
        back_populates="proof", order_by="Judgement.created_at"
    )
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own spelling

    def move(self, event: ProofEvent) -> None:
        """Change state the only way it can change."""
        self.state = proof_after(self.state, event)

    @property
    def renews(self) -> Release | None:
        numbered = {release.number: release for release in self.publication.releases}
        return numbered.get(self.renews_number) if self.renews_number else None

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id


class MadeFile(Base):
    """One made file of a proof. Its bytes are kept apart (`MadeContent`), under their digest."""

    __tablename__ = "made_file"
    __table_args__ = (UniqueConstraint("proof_id", "product", "suffix"),)

    proof_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proof.id"), index=True)
    proof: Mapped[Proof] = relationship(back_populates="files")
    place: Mapped[int]
    product: Mapped[str]
    suffix: Mapped[str]
    file_name: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    content_digest: Mapped[str] = mapped_column(default="", server_default="")
    """Of the words that it was made from, without version and day. Empty: made before this was kept."""
    template_digest: Mapped[str] = mapped_column(default="", server_default="")
    """Of the template files that it was made with."""
    fingerprint: Mapped[str] = mapped_column(default="", server_default="", index=True)
    """Both in a few letters, as the file itself carries them."""
    faults: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Accessibility errors found in the file; any stops the release."""
    looked_at: Mapped[datetime | None]
    looked_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    looked_by: Mapped[Account | None] = relationship()
    editions: Mapped[list[Edition]] = relationship(back_populates="file", order_by="Edition.file_name")

    @property
    def case_id(self) -> uuid.UUID:
        return self.proof.case_id


class Edition(Base):
    """A made file once more, with the lines of one audience first.

    It holds the same words in another order, which was proved from the bytes before it was kept: whoever
    looked at the file has read every word of it.
    """

    __tablename__ = "made_edition"
    __table_args__ = (UniqueConstraint("file_id", "audience"),)

    file_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("made_file.id"), index=True)
    file: Mapped[MadeFile] = relationship(back_populates="editions")
    audience: Mapped[Audience] = mapped_column(known(Audience, "known_audience"))
    file_name: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]

    @property
    def case_id(self) -> uuid.UUID:
        return self.file.case_id


class MadeContent(Base):
    """The bytes of made files, once each, in the same commit as what names them."""

    __tablename__ = "made_content"

    digest: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of the bytes."""
    content: Mapped[bytes]


class PagePicture(Base):
    """A page of a made file as it looks, drawn once. Kept for a while; all of it may be thrown away."""

    __tablename__ = "page_picture"
    __table_args__ = (UniqueConstraint("digest", "page"),)

    digest: Mapped[str]
    """Of the file's bytes."""
    page: Mapped[int]
    """From 1."""
    words: Mapped[str]
    """What stands on it, to find on which page of a Word file something is."""
    png: Mapped[bytes]


class FirstNoticed(Base):
    """When a template, label or setting was first seen to be another than a file was made with."""

    __tablename__ = "first_noticed"

    key: Mapped[str] = mapped_column(unique=True)
    """What was made with, and what it would be made with now: digests alone."""


class Judgement(Base):
    """What the checker says of one disclosure hit that is not what it looks like."""

    __tablename__ = "disclosure_judgement"
    __table_args__ = (UniqueConstraint("proof_id", "hit"),)

    proof_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proof.id"), index=True)
    proof: Mapped[Proof] = relationship(back_populates="judgements")
    hit: Mapped[str]
    """A keyed digest of the file, the place and what was found there."""
    reason: Mapped[str] = mapped_column(Sealed)
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    by: Mapped[Account] = relationship()


class Release(Base):
    """Words and files that may be read outside, unchanged from the proof that was looked at."""

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("publication_id", "number"),)

    publication_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("publication.id"), index=True)
    publication: Mapped[Publication] = relationship(back_populates="releases")
    proof_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proof.id"), unique=True)
    proof: Mapped[Proof] = relationship()
    number: Mapped[int]
    """1 for version "1.0"."""
    visible_from: Mapped[date]
    released_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    released_by: Mapped[Account] = relationship(foreign_keys=released_by_id)
    ticked: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """The release list as it was ticked, with the reasons for what did not apply."""
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_by: Mapped[Account | None] = relationship(foreign_keys=withdrawn_by_id)
    why_withdrawn: Mapped[str] = mapped_column(Sealed, default="")
    never_out: Mapped[bool] = mapped_column(default=False)
    """Withdrawn before its day came: nobody ever had it, and it replaced nothing."""

    @property
    def reference(self) -> str:
        """The public learning reference, which addresses carry."""
        return self.publication.reference

    @property
    def version(self) -> str:
        return f"{self.number}.0"

    @property
    def came_out(self) -> bool:
        """Whether its day has come, withdrawn since or not."""
        return self.visible_from <= clock.today() and not self.never_out

    @property
    def readable(self) -> bool:
        """Whether this is what readers have today."""
        return self.publication.current is self

    @property
    def case_id(self) -> uuid.UUID:
        return self.publication.case_id
