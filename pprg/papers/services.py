"""Taking files in, giving them back, and keeping the shelf in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.papers import apart, limits, names, queries, scanning, shelf
from pprg.papers.models import Paper
from pprg.papers.states import Kind

A_DAY = timedelta(days=1)
"""Longer than any request takes between putting a file on the shelf and recording it."""


@dataclass(frozen=True)
class Arrived:
    """A file that was looked into and lies on the shelf, and that no paper has yet."""

    stored_as: str
    digest: str
    kind: Kind
    size: int
    shown_name: str
    scanned_at: datetime | None


def keep(stream: IO[bytes], shown_name: str, *, by: Account) -> Paper:
    """Take a file in whole. Refused, in a sentence with what to do, for what is not taken."""
    return put_on_record(receive(stream, shown_name), by=by)


def receive(stream: IO[bytes], shown_name: str) -> Arrived:
    """Look into a file, have it scanned, and put it on the shelf. Slow, and touches no table.

    So whoever takes several calls this for each before the request writes anything: SQLite has one writer.
    """
    content = stream.read(limits.largest() + 1)
    if not content:
        raise Refused("This file is empty. Choose it again, or save it again first.")
    if len(content) > limits.largest():
        raise Refused(limits.too_large())
    name = names.shown(shown_name)
    kind = apart.kind_of(content, names.ending_of(name))
    scanned_at = scanning.scan(content, limits.scanner())
    digest = hashlib.sha256(content).hexdigest()
    return Arrived(shelf.put(content), digest, kind, len(content), name, scanned_at)


def put_on_record(arrived: Arrived, *, by: Account) -> Paper:
    """The file is somebody's from here on. Whose, the room it was handed to says."""
    paper = Paper(
        stored_as=arrived.stored_as,
        digest=arrived.digest,
        kind=arrived.kind,
        size=arrived.size,
        shown_name=arrived.shown_name,
        scanned_at=arrived.scanned_at,
    )
    db.session.add(paper)
    record("kept", paper, by=by, kind=arrived.kind.name)
    return paper


def read(paper: Paper) -> bytes:
    """The very bytes that were handed in, or Refused. The room above records the reading first."""
    content = shelf.take(paper.stored_as)
    if hashlib.sha256(content).hexdigest() != paper.digest:
        raise shelf.Lost(shelf.LOST)
    return content


def discard(paper: Paper, *, by: Account | None) -> None:
    """Take a paper away for good. Its file goes when the shelf is next tidied, if no other paper has it."""
    record("discarded", paper, by=by)
    db.session.delete(paper)


def tidy(*, older_than: timedelta = A_DAY) -> int:
    """Take away files that no paper has, once they are older than this. Gives how many."""
    return shelf.tidy(queries.names_on_record(), older_than=older_than)


def faults() -> Iterator[str]:
    """Papers whose file is not there, or does not open to what was handed in: by id and by the day."""
    for paper in queries.all_papers():
        try:
            read(paper)
        except Refused:
            yield f"{paper.id}, kept {paper.kept_at:%Y-%m-%d}: its file is missing or damaged."
