"""What the pack of a case holds of the agencies' answers, and what it says of those that did not come."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases.models import Case
from pprg.cases.services import let_know
from pprg.cases.states import Part
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from pprg.requests.queries import for_pack
from pprg.requests.states import Part as Page
from pprg.requests.states import State
from tests.people import People
from tests.requests.builders import a_case, asked, returned, with_a_file

AGENCIES = ("Marlshire Police", "NHS Marlshire", "Marlshire Probation", "Marlford Housing", "Marlshire Fire")


@pytest.fixture
def case(people: People) -> Case:
    found = a_case(by=people.coordinator().account)
    let_know(found, people.panel_member().account, Part.PANEL, by=people.coordinator().account)
    return found


@pytest.fixture
def five(people: People, case: Case) -> list[InfoRequest]:
    return asked(case, *AGENCIES, by=people.coordinator().account)


def test_it_holds_what_came_and_names_what_did_not(people: People, case: Case, five: list[InfoRequest]):
    by, lead = people.coordinator().account, people.safeguarding_lead().account
    police, health, probation, _, fire = five
    returned(with_a_file(police, by=lead), by=lead, practice={"well": "Margaret’s nurse stayed late"})
    requests.say_nothing_known(health, searched="All", authorised_by="", by=people.panel_member().account)
    probation.due_on = clock.today() - timedelta(days=2)
    requests.chase_requests([probation], by=by)
    requests.withdraw_request(fire, by=by)

    pack = {one.agency: one for one in for_pack(people.panel_member().account, case.id)}
    assert list(pack) == sorted(AGENCIES[:4]), "By agency, without the one that was withdrawn."
    came = pack["Marlshire Police"]
    assert came.state == State.RETURNED
    assert ("What worked well?", "[Adult, 79]’s nurse stayed late") in came.parts
    assert came.chronology == (
        ("1 February 2025", "First visit by the district nurse"),
        ("3 April 2025", "[Adult, 79] did not answer the door"),
    )
    assert came.files == (f"{case.reference}-return-1.txt",)
    assert pack["NHS Marlshire"].words.startswith("Nothing known, said")
    late = pack["Marlshire Probation"]
    assert late.words.startswith("Late: was due")
    assert late.words.endswith("Reminded once.")
    assert (late.returned_on, late.parts, late.chronology, late.files) == (None, (), (), ())
    assert pack["Marlford Housing"].words.startswith("Not opened. Due")


def test_nothing_held_back_is_in_it(people: People, case: Case, five: list[InfoRequest]):
    lead = people.safeguarding_lead().account
    returned(with_a_file(five[0], by=lead), by=lead)
    requests.hold_back(five[0], by=people.coordinator().account)
    for reader in (people.panel_member(), people.coordinator()):
        police = next(one for one in for_pack(reader.account, case.id) if one.agency == "Marlshire Police")
        assert (police.parts, police.chronology, police.files) == ((), (), ())
        assert police.words.endswith("The coordinators hold it back.")


def test_after_asking_again_it_holds_what_was_returned_before(
    people: People, case: Case, five: list[InfoRequest]
):
    lead, by = people.safeguarding_lead().account, people.coordinator().account
    returned(five[0], by=lead)
    requests.ask_again(five[0], "And then?", due_on=five[0].due_on, by=by)
    words = {"well": "Not yet sent"}
    requests.save_part(five[0], Page.PRACTICE, words, version=five[0].version, by=lead)
    police = next(one for one in for_pack(by, case.id) if one.agency == "Marlshire Police")
    assert police.chronology
    assert "Not yet sent" not in str(police)
    assert police.words.endswith("Asked again since.")


def test_who_does_not_look_into_the_case_gets_nothing(people: People, case: Case, five: list[InfoRequest]):
    for outside in (people.safeguarding_lead(), people.auditor(), people.panel_member("Marlshire Police")):
        assert not for_pack(outside.account, case.id)
    assert not for_pack(None, case.id)
