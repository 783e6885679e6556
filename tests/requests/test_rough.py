"""Every form of the room is sent in every wrong way: nothing breaks and no word is lost."""

import pytest

from pprg.accounts.states import Role
from pprg.database import commit
from pprg.requests import services
from tests.people import an_account
from tests.requests.builders import a_case, asked, returned, with_a_file, written
from tests.rough import every_sheet, not_among
from tests.rough_house import Rough

POLICE, HEALTH, FIRE = "Marlshire Police", "NHS Marlshire", "Marlshire Fire"
PARTS = ("known", "dates", "person", "practice", "telling")


def to_answer(*, by, lead, colleague):
    """The addresses of three requests to the police: closed, opened, half written with two documents."""
    closed, opened, half = (
        asked(a_case(by=by), POLICE, by=by, questions="Who held the key?")[0] for _ in range(3)
    )
    services.open_request(opened, by=lead)
    with_a_file(with_a_file(written(half, by=lead), by=lead), by=lead, words=b"Another.")
    services.remove_file(half.files[-1], by=lead)
    services.name_writer(half, colleague, by=lead)
    an_account("Robin Another", Role.REFERRER, POLICE)
    answering = (*(f"answer/{part}" for part in PARTS), "documents", "return", "writers")
    return [closed, *(f"/requests/{half.id}/{page}" for page in answering), f"/requests/{opened.id}"]


@pytest.fixture
def pages(people):
    """Where forms stand, each with who deals with it."""
    lead, coordinator = people.safeguarding_lead(), people.coordinator()
    nurse, fire = people.safeguarding_lead(HEALTH).account, people.safeguarding_lead(FIRE).account
    by = coordinator.account
    closed, *answering = to_answer(by=by, lead=lead.account, colleague=people.referrer().account)
    case, envelope = closed.case, f"/requests/{closed.id}"
    came = returned(with_a_file(asked(case, HEALTH, by=by)[0], by=nurse), by=nurse)
    held = returned(asked(case, FIRE, by=by)[0], by=fire)
    services.hold_back(held, by=by)
    commit()
    asking = [f"/requests/ask/{case.id}", f"/requests/of-case/{case.id}", "/requests/all"]
    keeping = [envelope, f"{envelope}/date", f"/requests/{came.id}", f"/requests/{came.id}/ask-again"]
    of_coordinator = [*asking, *keeping, f"/requests/{held.id}"]
    return [(lead, url) for url in (envelope, *answering)] + [(coordinator, url) for url in of_coordinator]


def test_every_form_can_be_sent_wrongly(app, sqlite_house, pages, caplog):
    sheets = every_sheet(app, pages, "requests")
    assert not_among(app, sheets, "requests") == set()
    wrong = Rough(app, sqlite_house[1], caplog).sends_all(sheets.values())
    assert wrong == [], "\n".join(wrong)
