"""Every form of meetings and of reviews is sent in every wrong way: nothing breaks and no word is lost."""

import pytest

from tests.meetings.rough_county import RoughCounty
from tests.rough import every_sheet, not_among
from tests.rough_house import Rough

SHARES = 2


@pytest.fixture
def sheets(app, people):
    pages = RoughCounty(people).pages()
    found = {room: every_sheet(app, pages, room) for room in ("meetings", "reviews")}
    for room, those in found.items():
        assert not not_among(app, those, room)
    return [sheet for those in found.values() for sheet in those.values()]


@pytest.mark.parametrize("share", range(SHARES))
def test_every_form_can_be_sent_wrongly(app, sqlite_house, sheets, caplog, share):
    wrong = Rough(app, sqlite_house[1], caplog).sends_all(sheets[share::SHARES])
    assert wrong == [], "\n".join(wrong)
