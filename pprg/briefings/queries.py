from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pprg.briefings import imprints
from pprg.briefings.choosing.picks import Choice, Choices, Pick
from pprg.briefings.content import BoxKind
from pprg.briefings.desk import Desk
from pprg.briefings.models import BoxChoice, ChosenLine
from pprg.database import db
from pprg.publications.models import Publication
from pprg.publications.queries import record_of


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
    record = record_of(publication)
    return Desk(record, choices_of(publication), imprints.of_draft(publication, record))


def pick_of(line: ChosenLine) -> Pick:
    return Pick(address=line.source, lead=line.source_lead, text=line.source_text, shorter=line.shorter)


def _choice(row: BoxChoice) -> Choice:
    return Choice(picks=tuple(pick_of(line) for line in row.lines), heading=row.heading, by_person=True)
