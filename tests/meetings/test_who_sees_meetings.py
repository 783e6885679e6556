"""Members see what they are invited to and may know of; who stepped out of a case sees nothing of it."""

import re
from datetime import timedelta

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from tests.builders import a_sent_referral
from tests.meetings.builders import (
    EVIDENCE,
    WHY,
    a_decision,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    without_interest,
)

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def item(people, coordinator, referrer):
    members = [people.panel_member().account]
    return an_item(by=coordinator.account, referrer=referrer.account, members=members)


@pytest.fixture
def decision(item, coordinator):
    return a_decision(item, by=coordinator.account)


def routes_about(app, **ids):
    """Every address of the room with these ids filled in, and how it is asked."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("meetings.") and rule.arguments and rule.arguments <= set(ids) | {"up"}:
            path = re.sub(r"<uuid:(\w+)>", lambda found: str(ids[found[1]]), rule.rule)
            for method in (rule.methods or set()) & {"GET", "POST"}:
                yield method, path


def asks(person, method, path):
    """As a person, and as a page that wants a piece, or an autosave."""
    if method == "GET":
        return [person.opens(path), person.opens(path, headers={"HX-Request": "true"})]
    return [person.posts(path), person.posts(path, htmx=True)]


def without_token(text):
    """Signed with the second in which the page was made, so no two are alike."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", text)


# The list, the meeting, the item, and a decision being written, recorded and signed. 404: it is not there.
NOTHING = [403, 404, 404, 404, 404, 404]
OPENS = {
    "coordinator": [200, 200, 200, 200, 200, 200],
    "chair": [200, 200, 200, 200, 200, 200],
    "panel_member": [200, 200, 200, 404, 200, 200],
    "referrer": NOTHING,
    "safeguarding_lead": NOTHING,
    "author": NOTHING,
    "decision_maker": NOTHING,
    "team_leader": NOTHING,
    "administrator": NOTHING,
    "auditor": NOTHING,
}


@pytest.mark.parametrize("part", OPENS)
def test_every_role_opens_what_it_may(people, coordinator, item, part):
    person = getattr(people, part)()
    chair = people.chair().account
    draft = a_decision(item, Route.LEARNING, by=coordinator.account)
    recorded = a_recorded_decision(item, Route.DHR, by=coordinator.account)
    signed = a_signed_decision(item, Route.SAR, by=coordinator.account, chair=chair)
    places = ["", item.meeting_id, f"items/{item.id}"]
    places += [f"decisions/{decision.id}" for decision in (draft, recorded, signed)]
    assert [person.opens(f"/meetings/{place}").status_code for place in places] == OPENS[part]


@pytest.mark.parametrize("part", [part for part in OPENS if part != "coordinator"])
def test_only_coordinators_arrange_and_write(app, people, coordinator, item, decision, part):
    person = getattr(people, part)()
    chairs = {"signature", "handing-back", "giving-back"}
    of_themselves = {"step-out", "interest", "interests", "none"}
    for method, path in routes_about(
        app, meeting_id=item.meeting_id, item_id=item.id, decision_id=decision.id,
        seat_id=item.meeting.invited[0].id, referral_id=item.referral_id,
    ):  # fmt: skip
        asks_again = "/challenges/of-referral/" in path  # whoever made the referral may
        if method == "POST" and path.rpartition("/")[2] not in chairs | of_themselves and not asks_again:
            assert {answer.status_code for answer in asks(person, method, path)} <= {403, 404}, path
    assert decision.words == a_decision(item, by=coordinator.account).words


@pytest.mark.parametrize("part", [part for part in OPENS if part != "chair"])
def test_only_chairs_sign_and_hand_back(people, coordinator, item, part):
    decision = a_recorded_decision(item, by=coordinator.account)
    person = getattr(people, part)()
    url = f"/meetings/decisions/{decision.id}"
    for path in ("signature", "handing-back"):
        answer = person.posts(f"{url}/{path}", note="Again", version=decision.version)
        assert answer.status_code in {403, 404}
    assert decision.signed_at is None


@pytest.mark.parametrize("part", ["panel_member", "coordinator", "chair"])
def test_who_stepped_out_finds_nothing_on_any_route_or_piece(app, people, item, part):
    """The same 404 as for what does not exist; the agenda says that they stepped out and not a word more."""
    second = people.coordinator("Sasha Second")
    person = getattr(people, part)()
    another = a_sent_referral(by=people.referrer().account)
    other = services.put_on_agenda(item.meeting, another, by=second.account)
    if part == "panel_member":
        without_interest(other, [person.account])
    decision = a_signed_decision(item, by=second.account, chair=people.chair().account)
    assert person.opens(f"/meetings/items/{item.id}").status_code == 200

    cases.step_out(item.case, person.account, by=person.account)

    nothing = without_token(person.opens(f"/meetings/items/{NOBODY}").text)
    for method, path in routes_about(app, item_id=item.id, decision_id=decision.id, case_id=item.case_id):
        for answer in asks(person, method, path):
            assert answer.status_code == 404, path
            if method == "GET":
                assert without_token(answer.text) == nothing
    for url in (f"/meetings/{item.meeting_id}", "/meetings/", f"/meetings/items/{other.id}"):
        for answer in asks(person, "GET", url):
            assert answer.status_code == 200
            for word in (item.case.reference, str(item.id), str(decision.id), WHY, EVIDENCE, "Decided"):
                assert word not in answer.text, (url, word)
    agenda = person.reads(f"/meetings/{item.meeting_id}").select("#agenda .pprg-agenda li")
    assert agenda[0].get_text(strip=True) == "Item 1: you have stepped out."
    assert other.case.reference in agenda[1].get_text()


def test_a_member_steps_out_by_themselves_and_cannot_come_back(people, coordinator, item):
    member = people.panel_member()
    answer = member.fills_in(f"/meetings/items/{item.id}/step-out")
    assert answer.status_code == 303
    assert member.opens(f"/meetings/items/{item.id}").status_code == 404
    assert member.opens(f"/meetings/items/{item.id}/step-out").status_code == 404
    assert coordinator.opens(f"/meetings/items/{item.id}").status_code == 200


def test_a_restricted_case_leaves_no_gap_in_an_agenda(people, coordinator, item, referrer):
    chair = people.chair()
    after = services.put_on_agenda(item.meeting, a_sent_referral(by=referrer.account), by=coordinator.account)
    cases.restrict(item.case, by=coordinator.account, members=[coordinator.account])

    lines = chair.reads(f"/meetings/{item.meeting_id}").select("#agenda .pprg-agenda li")

    assert len(lines) == 1
    assert "Item 1 of 1" in chair.opens(f"/meetings/items/{after.id}").text
    assert "Item 2 of 2" in coordinator.opens(f"/meetings/items/{after.id}").text


def test_a_role_that_ends_ends_what_it_showed(people, item, coordinator):
    member = people.panel_member()
    decision = a_recorded_decision(item, by=coordinator.account)
    member.account.appointments[0].ends_on = clock.today() - timedelta(days=1)
    for place in (item.meeting_id, f"items/{item.id}", f"decisions/{decision.id}"):
        assert member.opens(f"/meetings/{place}").status_code == 404


def test_the_author_and_the_decision_maker_of_a_case_read_what_is_signed(people, coordinator, item):
    chair, decision = people.chair().account, a_recorded_decision(item, by=coordinator.account)
    readers = {people.author(): Part.AUTHOR, people.decision_maker(): Part.DECISION_MAKER}
    for reader, part in readers.items():
        cases.let_know(item.case, reader.account, part, by=coordinator.account)
        assert reader.opens(f"/meetings/decisions/{decision.id}").status_code == 404
    services.sign_decision(decision, by=chair)
    for reader in readers:
        assert WHY in reader.opens(f"/meetings/decisions/{decision.id}").text
        assert decision.case.reference in reader.opens(f"/meetings/of-case/{item.case_id}").text


def test_rule_and_query_agree_on_meetings_items_and_decisions(people, coordinator, item, time_machine):
    """For everyone, in every state, invited or not, stepped out or not, restricted or not, early and late."""
    chair = people.chair().account
    everyone = [person.account for person in people.everyone()]
    everyone.append(people.panel_member("Marlshire Housing").account)
    decisions = [
        a_decision(item, Route.LEARNING, by=coordinator.account),
        a_recorded_decision(item, Route.DHR, by=coordinator.account),
        a_signed_decision(item, Route.SAR, by=coordinator.account, chair=chair),
    ]

    def they_agree():
        db.session.flush()
        for reader in [*everyone, None]:
            meeting = item.meeting
            assert may.read_meeting(reader, meeting) == bool(queries.meeting_visible_to(reader, meeting.id))
            assert may.read_item(reader, item) == bool(queries.item_visible_to(reader, item.id))
            for decision in decisions:
                seen = queries.decision_visible_to(reader, decision.id)
                assert may.read_decision(reader, decision) == bool(seen)

    they_agree()
    cases.let_know(item.case, people.author().account, Part.AUTHOR, by=coordinator.account)
    they_agree()
    item.meeting.agenda_opened_at = None
    they_agree()
    item.meeting.agenda_opened_at = clock.now()
    cases.step_out(item.case, chair, by=chair)
    they_agree()
    cases.restrict(item.case, by=coordinator.account, members=[])
    they_agree()
    time_machine.move_to(clock.now() + timedelta(days=38))
    they_agree()
    assert {role for account in everyone for role in account.roles} >= set(Role) - {Role.AGENCY_ADMINISTRATOR}
