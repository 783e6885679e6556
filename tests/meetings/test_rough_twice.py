"""A double click: every form, sent twice at once, leaves what it leaves when it is sent once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from pprg.database import Base, commit, db
from tests.meetings.rough_county import RoughCounty
from tests.requests.builders import a_case, asked, written
from tests.rough import every_sheet
from tests.rough_house import Restored

ROOMS = ("meetings", "requests", "reviews")
MAY_DIFFER = {"audit_line"}
"""Two looks at a page are two lines of the trail."""
SAID = "Words of one click."
HELD = ("/new", "/ruling", "/asking", "/author", "/confirmations/ask")
"""What takes turns by a lock of its own. A PostgreSQL server takes seconds to be put back."""


@pytest.fixture
def sheets(app, people):
    """One of each form that a person sends."""
    county = RoughCounty(people)
    pages, lead = county.pages(), people.safeguarding_lead()
    case = a_case(by=county.by)
    request = written(asked(case, "Marlshire Police", by=county.by)[0], by=lead.account)
    commit()
    pages += [(county.coordinator, f"/requests/{url}") for url in (f"ask/{case.id}", "all", request.id)]
    pages += [(lead, f"/requests/{request.id}/{url}") for url in ("return", "writers", "answer/person")]
    found = [sheet for room in ROOMS for sheet in every_sheet(app, pages, room).values()]
    return [sheet for sheet in found if not sheet.by_itself and not sheet.ways]


def rows():
    """How many there are of everything."""
    db.session.remove()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in MAY_DIFFER]
    there = {table.name: db.session.scalar(select(func.count()).select_from(table)) for table in tables}
    db.session.remove()  # its connection must not be open when the house is put back
    return there


def clicked(app, sheet, times):
    """So often at once, from the same page."""
    start = threading.Barrier(times)

    def click(_):
        with app.app_context():
            start.wait(timeout=20)
            return sheet.anew(app).sends(sheet.with_words(lambda number: f"{SAID} {number}")).status_code

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(click, range(times)))


def _held(sheets):
    taken_off = ("/meetings/items/", "/removal")
    return [
        sheet
        for sheet in sheets
        if sheet.action.endswith(HELD)
        or (sheet.action.startswith(taken_off[0]) and sheet.action.endswith(taken_off[1]))
    ]


@pytest.mark.both_databases
def test_what_is_clicked_twice_at_once_is_done_once(app, request, database_kind, sheets):
    house = Restored(app, request.getfixturevalue(f"{database_kind}_house")[1])
    house.remember()
    wrong = []
    for sheet in sheets if database_kind == "sqlite" else _held(sheets):
        once, after_one = clicked(app, sheet, 1), rows()
        house.put_back()
        twice, after_two = clicked(app, sheet, 2), rows()
        house.put_back()
        more = {
            name: (after_one[name], count) for name, count in after_two.items() if count != after_one[name]
        }
        if more or max(twice) >= 500 or min(twice) != once[0]:
            wrong.append(f"{sheet.action} from {sheet.page}: {once}, twice {twice}, {more}")
    assert wrong == [], "\n".join(wrong)
