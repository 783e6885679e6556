"""Who is at a meeting stands by name as anybody would look for it: Å is an A, and a capital is no order."""

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit
from pprg.meetings import services
from pprg.meetings.services.minuting import begin_meeting
from tests.people import an_account

CAME = ["Zoe Zell", "Émile Noir", "Åse Lund", "Mo Moor", "bell Hart"]
IN_ORDER = ["Åse Lund", "bell Hart", "Émile Noir", "Mo Moor", "Zoe Zell"]


@pytest.fixture
def meeting(coordinator, item):
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    for name in CAME:
        account = an_account(name, Role.REPRESENTATIVE, "NHS Marlshire")
        services.note_arrival(
            services.invite_member(item.meeting, account, by=coordinator.account), by=coordinator.account
        )
    commit()
    return item.meeting


def order_in(text):
    return sorted(CAME, key=text.index)


@pytest.mark.parametrize("page", ["attendance", "minutes", "invitations", "pack"])
def test_people_stand_by_name_whatever_accents_they_have(coordinator, meeting, page):
    shown = coordinator.reads(f"/meetings/{meeting.id}/{page}").select_one("main").get_text()
    assert order_in(shown) == IN_ORDER


def test_the_chair_comes_first_in_the_minutes(coordinator, chair, meeting):
    seat = services.invite_member(meeting, chair.account, by=coordinator.account)
    services.note_arrival(seat, by=coordinator.account)
    commit()
    shown = coordinator.reads(f"/meetings/{meeting.id}/minutes").select_one("main").get_text()
    assert shown.index(f"Present: {chair.account.name}") < shown.index("Present: Åse Lund")
