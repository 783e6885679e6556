"""Somebody enters a case: who among 1,000 or 100,000 sealed people may be the same person."""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from flask import Flask

from benchmarks.timing import Row, measured
from pprg import clock, create_app
from pprg.cases.models import Case
from pprg.config import Config
from pprg.database import commit, db
from pprg.encryption import seal
from pprg.migrations import bring_up_to_date
from pprg.people.matching.describing import sketch
from pprg.people.matching.lists import words_of
from pprg.people.matching.sketches import Sketch
from pprg.people.matching.weighing import compare
from pprg.people.queries import digests_of, records_like

SIZES = {"person_match_1k": 1_000, "person_match": 100_000}
PROBES = 200
AT_ONCE = 5_000
MADE = "2026-01-01 00:00:00.000000"
COLUMNS = {
    "person": "id, created_at, case_id, label, subject",
    "person_identity": "id, created_at, person_id, names, addresses, postcodes, workplaces, other, sketch",
    "person_key": "digest, person_id",
}
BLANK = b"nothing is read of these here"
_HEARD = "ba bre cor dal den fen gar har hol ing ker lan mar nor old pen quil ros sta ton ull wick yor"
SYLLABLES = _HEARD.split(" ")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Config.from_environment({"PPRG_DATA_DIR": folder}))
        with app.app_context():
            bring_up_to_date()
            everybody = _people(random.Random(7))
            file = _file(app)
            known: list[Sketch] = []
            for name, size in SIZES.items():
                known += _bring_in(islice(everybody, size - len(known)))
                probes = _again(random.Random(8), known)
                yield measured(name, _match(probes), _bare_lookup(file, probes), runs=1_000)


def _match(probes: list[Sketch]) -> Callable[[], object]:
    """Query, opening and scoring, as `look_for_matches` does them; every run somebody else."""
    waiting = cycle(probes)

    def ours() -> object:
        probe = next(waiting)
        return [compare(probe, known).same for _, known in records_like(probe)]

    return ours


def _bare_lookup(file: Path, probes: list[Sketch]) -> Callable[[], object]:
    """The limit: the same keys asked of sqlite3 with nothing of ours around it."""
    connection = sqlite3.connect(file)
    digests = [sorted(digests_of(probe)) for probe in probes]
    waiting = cycle(digests)

    def least() -> object:
        keys = next(waiting)
        asked = f"SELECT person_id FROM person_key WHERE digest IN ({','.join('?' * len(keys))})"  # noqa: S608
        return connection.execute(asked, keys).fetchall()

    return least


def _file(app: Flask) -> Path:
    return Path(app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))


def _people(chance: random.Random) -> Iterator[dict[str, Any]]:
    """People as a county has them: some names very common, most of them seldom."""
    given = sorted(words_of("given"))
    common_given, common = sorted(words_of("common_given")), sorted(words_of("common_families"))
    seldom = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(8_000)]
    while True:
        names = chance.choice(common_given if chance.random() < 0.5 else given)
        family = chance.choice(common if chance.random() < 0.3 else seldom)
        born = date(1930, 1, 1) + timedelta(days=chance.randrange(33_000))
        street = "".join(chance.choices(SYLLABLES, k=2)).capitalize()
        letters = "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
        yield {
            "given": names,
            "family": family,
            "born": born.isoformat(),
            "sex": chance.choice("fm"),
            "nhs_number": f"{chance.randrange(10**9, 10**10)}" if chance.random() < 0.7 else None,
            "addresses": [f"{chance.randint(1, 150)} {street} Road, Stourbeck"],
            "postcodes": [f"ZE{chance.randint(1, 99)} {chance.randint(1, 9)}{letters}"],
        }


def _bring_in(told: Iterator[dict[str, Any]]) -> list[Sketch]:
    """Straight into the tables, a few thousand at a time: through the services it would take an hour."""
    case = Case(reference=f"BENCH-{uuid.uuid4()}")
    db.session.add(case)
    db.session.flush()
    known = []
    while batch := [sketch(**one) for one in islice(told, AT_ONCE)]:
        ids = [uuid.uuid4().hex for _ in batch]
        _put("person", [(one, MADE, case.id.hex, "Adult", 1) for one in ids])
        _put("person_identity", [_vaulted(*one) for one in zip(ids, batch, strict=True)])
        keys = sorted((key, one) for one, told in zip(ids, batch, strict=True) for key in digests_of(told))
        _put("person_key", keys)
        known += batch
    commit()
    return known


def _vaulted(person_id: str, told: Sketch) -> tuple[object, ...]:
    sealed = seal(json.dumps(told.as_plain()).encode())
    return (uuid.uuid4().hex, MADE, person_id, *[BLANK] * 5, sealed)


def _put(table: str, rows: list[Any]) -> None:
    marks = ", ".join("?" * len(rows[0]))
    db.session.connection().exec_driver_sql(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({marks})", rows)  # noqa: S608


def _again(chance: random.Random, known: list[Sketch]) -> list[Sketch]:
    """Half of them known under a slip of the date, half never heard of."""
    some = chance.sample(known, PROBES // 2)
    slipped = [Sketch.from_plain(one.as_plain() | {"born": f"{one.born[:8]}11", "nhs": ""}) for one in some]
    strangers = _people(random.Random(clock.today().toordinal()))
    return [
        one for pair in zip(slipped, (sketch(**told) for told in strangers), strict=False) for one in pair
    ]
