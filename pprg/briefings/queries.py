from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pprg.briefings import imprints
from pprg.briefings.choosing.picks import Choice, Choices, Pick
from pprg.briefings.choosing.rows import Wanted
from pprg.briefings.choosing.sources import offered
from pprg.briefings.choosing.wanted import picks_for
from pprg.briefings.content import BoxKind, Imprint
from pprg.briefings.desk import Desk
from pprg.briefings.models import BoxChoice, BoxComment, ChosenLine, LeftOut
from pprg.database import db
from pprg.publications.models import Publication
from pprg.publications.queries import record_of
from pprg.publications.record import LearningRecord


def box_choices_of(publication: Publication) -> dict[BoxKind, BoxChoice]:
    """What people chose, by box. The caller may see the publication."""
    rows = (
        select(BoxChoice)
        .where(BoxChoice.publication_id == publication.id)
        .options(selectinload(BoxChoice.lines))
    )
    return {row.box: row for row in db.session.scalars(rows)}


def choices_of(publication: Publication) -> Choices:
    """The same as plain words."""
    return {box: _choice(row) for box, row in box_choices_of(publication).items()}


def desk_of(publication: Publication) -> Desk:
    """The briefing as it stands today, as a draft. Raises Mistaken where the record is not whole yet."""
    return _desk(publication, record_of(publication), choices_of(publication))


def desk_as_if(publication: Publication, box: BoxKind, lines: Sequence[Wanted], *, heading: str) -> Desk:
    """The same, if these lines were the box's. Nothing is kept. Refused where one rests on nothing."""
    record, choices = record_of(publication), choices_of(publication)
    before = choices[box].picks if box in choices else ()
    picks = picks_for(lines, offered(record)[box], before)
    tried = Choice(picks=tuple(picks), heading=heading, by_person=True)
    return _desk(publication, record, {**choices, box: tried})


def left_out_of(publication: Publication) -> LeftOut | None:
    """What somebody said they left out knowingly, whether or not it is what is left out today."""
    return db.session.scalar(select(LeftOut).where(LeftOut.publication_id == publication.id))


def comments_on(publication: Publication, box: BoxKind) -> Sequence[BoxComment]:
    """What coordinators said about a box, the oldest first. The caller may see the publication."""
    of_box = select(BoxComment).where(BoxComment.publication_id == publication.id, BoxComment.box == box)
    return db.session.scalars(of_box.order_by(BoxComment.created_at)).all()


def open_comments(publication: Publication) -> Counter[BoxKind]:
    """How many comments wait in each box."""
    waiting = select(BoxComment.box).where(
        BoxComment.publication_id == publication.id, BoxComment.settled_at.is_(None)
    )
    return Counter(db.session.scalars(waiting))


def pick_of(line: ChosenLine) -> Pick:
    return Pick(address=line.source, lead=line.source_lead, text=line.source_text, shorter=line.shorter)


def _desk(publication: Publication, record: LearningRecord, choices: Choices) -> Desk:
    said = left_out_of(publication)
    imprint = _imprint(publication, record, choices)
    return Desk(record, choices, imprint, knowingly=said.digest if said else "")


def _imprint(publication: Publication, record: LearningRecord, choices: Choices) -> Imprint:
    some_offered = any(lines and box not in choices for box, lines in offered(record).items())
    return imprints.of_draft(publication, record, offered=some_offered)


def _choice(row: BoxChoice) -> Choice:
    return Choice(picks=tuple(pick_of(line) for line in row.lines), heading=row.heading, by_person=True)
