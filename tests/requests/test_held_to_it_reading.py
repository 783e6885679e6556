"""Words of a return are taken by whom they are for, once they are returned, and that is written down."""

import pytest

from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.database import commit, db
from pprg.requests import rules as may
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from tests.people import People, Person
from tests.requests.builders import asked, returned, with_a_file, written


@pytest.fixture
def police(coordinator: Person, lead: Person, case: Case) -> InfoRequest:
    request = asked(case, "Marlshire Police", by=coordinator.account)[0]
    commit()
    return request


def taken(person: Person) -> int:
    lines = db.session.query(AuditLine).filter(AuditLine.verb == "took the words in answer to")
    return lines.filter(AuditLine.actor_id == person.account.id).count()


def test_only_its_agency_takes_the_words_and_only_once_they_are_returned(
    police: InfoRequest, lead: Person, coordinator: Person
):
    url = f"/requests/{police.id}/text"
    written(police, by=lead.account)
    commit()
    assert [lead.opens(url).status_code, coordinator.opens(url).status_code] == [403, 403]
    returned(police, by=lead.account)
    commit()
    assert coordinator.opens(url).status_code == 403
    assert not taken(lead)
    assert "did not answer the door" in lead.opens(url).text
    assert [taken(lead), taken(coordinator)] == [1, 0]


def test_nothing_is_read_as_written_before_it_is_returned(
    people: People, police: InfoRequest, lead: Person, coordinator: Person
):
    chair = people.chair()
    with_a_file(written(police, by=lead.account), by=lead.account)
    commit()
    file = police.files[0]
    readers = (coordinator.account, chair.account)
    assert not any(may.read_return_as_written(reader, police) for reader in readers)
    assert not any(may.take_file_as_written(reader, file) for reader in readers)
    assert coordinator.posts(f"/requests/{police.id}/as-written").status_code == 403
    returned(police, by=lead.account)
    assert all(may.read_return_as_written(reader, police) for reader in readers)
    assert all(may.take_file_as_written(reader, file) for reader in readers)
    assert not may.read_return_as_written(lead.account, police)

    requests.ask_again(police, "And then?", due_on=police.due_on, by=coordinator.account)
    later = with_a_file(police, by=lead.account, words=b"Seen again.").files[1]
    assert not any(may.take_file_as_written(reader, later) for reader in readers)


def test_asking_again_sets_the_clock_of_the_case_going_again(
    police: InfoRequest, lead: Person, coordinator: Person, case: Case
):
    returned(police, by=lead.account)
    assert not any(due.clock.runs for due in clocks_of_case(case))
    requests.ask_again(police, "And then?", due_on=police.due_on, by=coordinator.account)
    db.session.flush()
    assert any(due.clock.runs for due in clocks_of_case(case))
