"""Who must be there for a decision: set from a day on, never for a day that has gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings.models import QuorumSetting
from pprg.meetings.states import Voice


def set_quorum(
    route: Route, *, valid_from: date, needs: Sequence[Sequence[Voice]], core_share: int, by: Account
) -> QuorumSetting:
    """From a day on, of each of `needs` one must be heard. Set twice for one day, the last counts."""
    if valid_from < clock.today():
        raise Refused("The first day must be today or later: what held at past meetings stands.")
    if not 0 <= core_share <= 100:
        raise Refused("The share of core members is between 0 and 100 in a hundred.")
    kept = db.session.scalar(
        select(QuorumSetting).where(QuorumSetting.route == route, QuorumSetting.valid_from == valid_from)
    )
    if kept is None:
        kept = QuorumSetting(route=route, valid_from=valid_from, set_by_id=by.id)
        db.session.add(kept)
    kept.needs = [[voice.name for voice in Voice if voice in voices] for voices in needs]
    kept.core_share, kept.set_by_id = core_share, by.id
    record("set quorum", kept, by=by, route=route.value, day=valid_from.isoformat())
    return kept
