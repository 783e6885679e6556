"""Writing lines: a change's in the same commit, a read's committed before the read is shown."""

from __future__ import annotations

import uuid
from typing import Any, Protocol

from pprg.audit.models import AuditLine
from pprg.database import aside, db, undo


class Actor(Protocol):
    id: uuid.UUID


def record(verb: str, thing: Any, *, by: Actor | None, **detail: object) -> None:
    """Say that `by` did `verb` to `thing`, together with the change itself.

    Flushes first, so that a clash with somebody else surfaces here, inside the request.
    `by` is None only for what a visitor without an account does.
    """
    db.session.flush()
    db.session.add(_line(verb, thing, by, detail))
    db.session.flush()


def record_read(verb: str, thing: Any, *, by: Actor | None, **detail: object) -> None:
    """Say that `by` read `thing`, before it is shown. If this fails, nothing is shown."""
    with aside() as short:
        short.add(_line(verb, thing, by, detail))


def record_denial(by: Actor | None, route: str, things: list[Any]) -> None:
    """Say that somebody asked for what they may not do."""
    line = _line("was denied", things[0] if things else None, by, {"route": route})
    line.outcome = "denied"
    undo()  # the names above were read in the request's own transaction: let go of its lock
    with aside() as short:
        short.add(line)


def _line(verb: str, thing: Any, by: Actor | None, detail: dict[str, object]) -> AuditLine:
    return AuditLine(
        actor_id=by.id if by else None,
        verb=verb,
        thing=getattr(thing, "__tablename__", "") if thing is not None else "",
        thing_id=getattr(thing, "id", None),
        case_id=getattr(thing, "case_id", None) or _own_id_of_a_case(thing),
        detail=" ".join(f"{name}={value}" for name, value in detail.items() if value is not None),
    )


def _own_id_of_a_case(thing: Any) -> uuid.UUID | None:
    return thing.id if getattr(thing, "__tablename__", "") == "case_file" else None
