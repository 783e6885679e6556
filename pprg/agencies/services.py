from __future__ import annotations

from pprg.agencies.models import Agency
from pprg.agencies.states import Kind
from pprg.audit.services import Actor, record
from pprg.database import db


def welcome_agency(*, name: str, kind: Kind, by: Actor) -> Agency:
    """Add an organisation to those round the table, from today."""
    agency = Agency(name=name, kind=kind)
    db.session.add(agency)
    record("welcomed", agency, by=by)
    return agency
