"""Whatever a page saves by itself is there after a power cut: an agency's answer, minutes, a letter."""

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit
from pprg.meetings.services.minuting import begin_meeting
from tests.meetings.builders import a_ratified_decision, an_item
from tests.meetings.letters import to_referrer
from tests.over_the_wire import Caller
from tests.people import PASSWORD, an_account, as_it_stands
from tests.requests.builders import a_case, asked
from tests.serving.test_surviving import a_house, a_program

WORDS = "She was alone. Smith & Jones, BP <90/60 & falling, “quotes”, é."


@pytest.fixture
def desk(program, another_app, settings):
    """The program, with a request to answer, a meeting that sits and a letter that is written."""
    one = a_program(program, settings)
    with a_house(another_app, one) as house:
        assert house.test_cli_runner().invoke(args=["database", "upgrade"]).exit_code == 0
        coordinator, chair = an_account("Cora", Role.COORDINATOR), an_account("Charlie", Role.CHAIR)
        an_account("Lee", Role.SAFEGUARDING_LEAD, "Marlshire Police")
        request = asked(a_case(by=coordinator), "Marlshire Police", by=coordinator)[0]
        referrer = an_account("Rowan", Role.REFERRER, "Marlshire Police")
        item = an_item(by=coordinator, referrer=referrer, members=[chair])
        item.meeting.held_on = clock.today()
        begin_meeting(item.meeting, by=coordinator)
        letter = to_referrer(a_ratified_decision(item, by=coordinator, chair=chair), coordinator)
        commit()
        lee, cora = "lee.marlshire.police@example.org", "cora@example.org"
        places = {
            "an answer": (lee, f"/requests/{request.id}/answer/practice", "well"),
            "minutes": (cora, f"/meetings/{item.meeting_id}/minutes", f"note-{item.id}"),
            "a letter": (cora, f"/meetings/letters/{letter.id}", "words"),
        }
    one.start()
    return one, places


@pytest.mark.parametrize("which", ["an answer", "minutes", "a letter"])
def test_what_was_typed_is_there_after_a_power_cut(desk, which):
    running, places = desk
    email, page, box = places[which]
    writer = Caller(running)
    writer.signs_in(email, PASSWORD)
    form = writer.reads(page).select_one("form[data-autosave]")

    answer = writer._browser.post(form["data-autosave"], as_it_stands(form) | {box: WORDS})
    running.kill()

    assert answer.status_code == 204, answer.text
    running.start()
    assert writer.reads(page).select_one(f"[name='{box}']").get_text().strip() == WORDS
