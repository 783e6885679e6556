from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pprg.briefings import imprints
from pprg.briefings.choosing.picks import Choice, Choices, Pick
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind, Imprint
from pprg.briefings.desk import Desk
from pprg.briefings.models import BoxChoice, ChosenLine
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
    record, choices = record_of(publication), choices_of(publication)
    return Desk(record, choices, _imprint(publication, record, choices))


def pick_of(line: ChosenLine) -> Pick:
    return Pick(address=line.source, lead=line.source_lead, text=line.source_text, shorter=line.shorter)


def _imprint(publication: Publication, record: LearningRecord, choices: Choices) -> Imprint:
    some_offered = any(lines and box not in choices for box, lines in offered(record).items())
    return imprints.of_draft(publication, record, offered=some_offered)


def _choice(row: BoxChoice) -> Choice:
    return Choice(picks=tuple(pick_of(line) for line in row.lines), heading=row.heading, by_person=True)
