"""Who sees a request and its answer, and who is never told that there is one."""

import pytest

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.cases.services import close_quietly, let_know, restrict, step_out
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.notices.models import Notice
from pprg.people.models import StaffMatch
from pprg.people.states import Purpose
from pprg.requests import rules as may
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from pprg.requests.queries import (
    request_visible_to,
    requests_of_case,
    requests_overseen,
    requests_to,
    returned_file_visible_to,
)
from tests.people import People, an_account
from tests.requests.builders import NAME, a_case, asked, returned, with_a_file, written


@pytest.fixture
def case(people: People) -> Case:
    return a_case(by=people.coordinator().account)


@pytest.fixture
def police(people: People, case: Case) -> InfoRequest:
    people.safeguarding_lead()
    request = asked(case, "Marlshire Police", by=people.coordinator().account)[0]
    commit()
    return request


@pytest.mark.parametrize("stage", ["sent", "written", "returned", "held back", "withdrawn", "again"])
@pytest.mark.parametrize("restricted", [False, True])
def test_rule_and_query_say_the_same_of_everybody(
    people: People, case: Case, police: InfoRequest, stage: str, restricted: bool
):
    coordinator, lead = people.coordinator().account, people.safeguarding_lead().account
    _bring_to(stage, police, coordinator, lead)
    named = an_account("Nia Named", Role.REFERRER, "Marlshire Police")
    if police.is_open:
        requests.name_writer(police, named, by=lead)
    member, out = (
        people.panel_member().account,
        an_account("Odd Out", Role.REPRESENTATIVE, "Marlshire Police"),
    )
    quiet = an_account("Quin Quiet", Role.SAFEGUARDING_LEAD, "Marlshire Police")
    let_know(case, member, Part.PANEL, by=coordinator)
    step_out(case, out, by=out)
    close_quietly(case, quiet, by=coordinator)
    if restricted:
        restrict(case, by=coordinator, members=[coordinator])
    commit()
    readers = [one.account for one in people.everyone()] + [named, out, quiet]
    for reader in [*readers, None]:
        by_rule = may.read_request(reader, police)
        assert by_rule == (request_visible_to(reader, police.id) is not None), (reader, stage)
        assert by_rule == (police in requests_of_case(reader, case.id)), (reader, stage)
        assert may.answer_request(reader, police) == (police in requests_to(reader)), (reader, stage)
        seen = may.see_how_it_stands(reader, police)
        there = police.is_open and police in requests_overseen(reader).requests
        assert seen == there or not police.is_open
    assert not may.read_request(out, police)
    assert not may.read_request(quiet, police)
    assert may.read_request(lead, police) == (not restricted)
    assert may.read_request(member, police) == (stage in {"returned", "again"})


def _bring_to(stage: str, request: InfoRequest, coordinator: Account, lead: Account) -> None:
    if stage == "withdrawn":
        requests.withdraw_request(request, by=coordinator)
    if stage == "written":
        written(request, by=lead)
    if stage in {"returned", "held back", "again"}:
        returned(request, by=lead)
    if stage == "held back":
        requests.hold_back(request, by=coordinator)
    if stage == "again":
        requests.ask_again(request, "And then?", due_on=request.due_on, by=coordinator)
    db.session.flush()


def test_another_agency_learns_nothing(people: People, police: InfoRequest):
    for outside in (people.safeguarding_lead("Marlford Housing"), people.panel_member()):
        for path in ("", "/answer/known", "/documents", "/return", "/writers", "/text"):
            assert outside.opens(f"/requests/{police.id}{path}").status_code == 404
        assert police.case.reference not in outside.opens("/requests/").text


def test_of_a_restricted_case_only_those_named_on_it_see_the_request(
    people: People, case: Case, police: InfoRequest
):
    lead, coordinator = people.safeguarding_lead(), people.coordinator()
    restrict(case, by=coordinator.account, members=[coordinator.account])
    commit()
    assert lead.opens(f"/requests/{police.id}").status_code == 404
    assert "Nobody who signs in here" in coordinator.opens(f"/requests/{police.id}").text
    let_know(case, lead.account, Part.REFERRER, by=coordinator.account)
    commit()
    assert lead.opens(f"/requests/{police.id}").status_code == 200


def test_whoever_has_the_name_of_somebody_in_it_is_told_nothing(people: People, case: Case):
    namesake = an_account(NAME, Role.SAFEGUARDING_LEAD, "Marlshire Police")
    other = an_account("Brenda Cross", Role.REPRESENTATIVE, "Marlshire Police")
    lead, coordinator = people.safeguarding_lead(), people.coordinator()
    words = f"{NAME}, of 4 Mill Lane; her sister, Brenda Cross"
    request = asked(case, "Marlshire Police", by=coordinator.account, identifiers=words)[0]
    commit()
    told = {row.to_id for row in db.session.query(Notice).filter(Notice.kind == "information asked")}
    assert told == {lead.account.id}
    for account in (namesake, other):
        assert request_visible_to(account, request.id) is None
        assert account not in requests.colleagues(request)
    assert {match.account_id for match in db.session.query(StaffMatch)} == {namesake.id, other.id}
    assert [account.id for account in requests.who_answers(request)] == [lead.account.id]


def test_members_of_the_group_read_what_came_without_names(people: People, case: Case, police: InfoRequest):
    member, lead = people.panel_member(), people.safeguarding_lead()
    let_know(case, member.account, Part.PANEL, by=people.coordinator().account)
    written(police, by=lead.account)
    commit()
    assert member.opens(f"/requests/{police.id}").status_code == 404
    assert "Nothing has come" in member.opens(f"/requests/of-case/{case.id}").text
    with_a_file(police, by=lead.account)
    returned(police, by=lead.account)
    commit()
    page = member.opens(f"/requests/{police.id}").text
    assert "[Adult, 79] did not answer the door" in page
    assert "Margaret" not in page
    assert "Hale report" not in page, "Nor by what its sender called the file."
    file = police.files[0]
    assert member.posts(f"/requests/documents/{file.id}/file", purpose="x").status_code == 403
    assert member.posts(f"/requests/{police.id}/as-written").status_code == 403
    assert member.opens("/requests/all").status_code == 403


def test_a_coordinator_reads_names_only_for_a_reason_that_is_written_down(
    people: People, police: InfoRequest
):
    coordinator, lead = people.coordinator(), people.safeguarding_lead()
    with_a_file(police, by=lead.account, words=b"Margaret fell.")
    returned(police, by=lead.account)
    commit()
    url = f"/requests/{police.id}"
    assert "Margaret" not in coordinator.opens(url).text
    refused = coordinator.posts(f"{url}/as-written")
    assert refused.status_code == 422
    assert "Margaret" not in refused.text
    purpose = next(iter(Purpose)).value
    assert "Margaret did not answer" in coordinator.posts(f"{url}/as-written", purpose=purpose).text
    file = police.files[0]
    taken = coordinator.posts(f"/requests/documents/{file.id}/file", **{f"{file.id.hex}-purpose": purpose})
    assert taken.data == b"Margaret fell."
    lines = db.session.query(AuditLine).filter(AuditLine.actor_id == coordinator.account.id)
    said = {line.verb: line.detail for line in lines}
    for verb in ("read as written the answer to", "took a document in answer to"):
        assert "purpose=" in said[verb]
        assert "Margaret" not in said[verb]


def test_a_document_is_nobody_elses_until_it_is_returned(people: People, police: InfoRequest):
    coordinator, lead = people.coordinator().account, people.safeguarding_lead().account
    file = with_a_file(police, by=lead).files[0]
    assert returned_file_visible_to(lead, file.id)
    assert returned_file_visible_to(coordinator, file.id) is None
    returned(police, by=lead)
    assert returned_file_visible_to(coordinator, file.id)


def test_stepping_out_ends_all_of_it_on_the_next_request(people: People, case: Case, police: InfoRequest):
    lead = people.safeguarding_lead()
    written(police, by=lead.account)
    commit()
    step_out(case, lead.account, by=lead.account)
    commit()
    url = f"/requests/{police.id}"
    for path in ("", "/answer/known", "/documents", "/return"):
        assert lead.opens(url + path).status_code == 404
    assert lead.posts(f"{url}/answer/known/keep", version=police.version, known="no").status_code == 404
    assert police.case.reference not in lead.opens("/requests/").text


@pytest.mark.parametrize("role", [Role.REFERRER, Role.TEAM_LEADER])
def test_a_colleague_who_was_not_named_sees_nothing(people: People, police: InfoRequest, role: Role):
    colleague = an_account("Col League", role, "Marlshire Police")
    assert not may.answer_request(colleague, police)
    assert (colleague in requests.colleagues(police)) == (role == Role.REFERRER)
