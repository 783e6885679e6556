"""Before a case opens, everybody says whether they have an interest in it, and the chair rules on it."""

import pytest

from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.meetings import queries, services
from pprg.meetings.queries import interests as asked
from pprg.meetings.rules import interests as may
from pprg.meetings.services.interests import declare_interest
from pprg.meetings.states import STANDS_ASIDE, InterestKind
from tests.builders import a_sent_referral
from tests.meetings.builders import a_decision, a_meeting
from tests.people import an_account

WORDS = "My sister is the ward manager there."


@pytest.fixture
def meeting(people, coordinator, member):
    """Open to one member, with two cases."""
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    for _ in range(2):
        services.put_on_agenda(meeting, a_sent_referral(by=people.referrer().account), by=coordinator.account)
    services.open_agenda(meeting, by=coordinator.account)
    commit()
    return meeting


@pytest.fixture
def item(meeting):
    return meeting.items[0]


def page(meeting):
    return f"/meetings/{meeting.id}/interests"


def said(item, account):
    db.session.expire_all()
    return item.interest_of(account)


def test_the_agenda_says_what_to_do_first_and_the_item_is_not_there(member, meeting, item):
    agenda = member.reads(f"/meetings/{meeting.id}").select_one("#agenda")
    assert agenda.get_text().count("Say first whether you have an interest") == 2
    assert item.case.reference in agenda.text
    for path in (f"/meetings/items/{item.id}", f"/cases/{item.case_id}", f"/referrals/{item.referral_id}"):
        assert member.opens(path).status_code == 404


def test_no_interest_in_any_of_these_is_one_button(member, meeting):
    assert member.presses(page(meeting), "No interest in any of these").status_code == 303
    for item in meeting.items:
        assert member.opens(f"/meetings/items/{item.id}").status_code == 200
    assert "Say first" not in member.opens(f"/meetings/{meeting.id}").text


def test_a_case_put_on_the_agenda_since_the_page_was_opened_is_not_answered_for(
    people, member, coordinator, meeting
):
    """Nobody has said anything of a case that they have not been shown."""
    form = member.reads(page(meeting)).select_one("form[action$=none]")
    shown = {box["name"]: box["value"] for box in form.select("[name^=items]")}
    late = services.put_on_agenda(
        meeting, a_sent_referral(by=people.referrer().account), by=coordinator.account
    )
    assert member.posts(str(form["action"]), **shown).status_code == 303
    assert member.opens(f"/meetings/items/{meeting.items[0].id}").status_code == 200
    assert member.opens(f"/meetings/items/{late.id}").status_code == 404
    assert said(late, member.account) is None


def test_each_case_has_its_own_answer(member, meeting):
    one, other = meeting.items
    answers = {
        f"item-{one.id}-kind": InterestKind.RELATIONSHIP.value,
        f"item-{one.id}-words": WORDS,
        f"item-{other.id}-kind": InterestKind.NONE.value,
    }
    form = "form[action$=interests]"
    assert member.fills_in(page(meeting), form=form, **answers).status_code == 303
    assert member.opens(f"/meetings/items/{one.id}").status_code == 404
    assert member.opens(f"/meetings/items/{other.id}").status_code == 200
    assert said(one, member.account).words == WORDS


def test_nobody_is_taken_to_have_none_because_they_said_nothing(member, meeting):
    one, other = meeting.items
    answers = {f"item-{one.id}-kind": InterestKind.AGENCY.value, f"item-{one.id}-words": WORDS}
    answer = member.fills_in(page(meeting), form="form[action$=interests]", **answers)
    assert answer.status_code == 422
    assert f"Say of {other.case.reference} whether you have an interest." in answer.text
    assert WORDS in answer.text
    assert said(one, member.account) is None


def test_a_forged_kind_is_a_mistake_and_not_a_fault(member, meeting):
    kinds = {f"item-{item.id}-kind": "a whim" for item in meeting.items}
    assert member.fills_in(page(meeting), form="form[action$=interests]", **kinds).status_code == 422


@pytest.mark.parametrize("kind", [kind for kind in InterestKind if kind in STANDS_ASIDE])
def test_these_close_the_case_from_the_next_request(member, meeting, item, kind):
    member.presses(page(meeting), "No interest in any of these")
    assert member.opens(f"/meetings/items/{item.id}").status_code == 200
    answer = member.fills_in(f"/meetings/items/{item.id}/interest", kind=kind.value, words=WORDS)
    assert answer.status_code == 303
    for path in (f"items/{item.id}", f"items/{item.id}/interest", f"items/{item.id}/quorum/sar"):
        assert member.opens(f"/meetings/{path}").status_code == 404
    agenda = member.reads(f"/meetings/{meeting.id}").select_one("#agenda").text
    assert "you have stepped out" in agenda
    assert item.case.reference not in agenda
    assert item.case.reference not in member.opens(page(meeting)).text


def test_that_an_agency_is_involved_is_no_interest_that_is_offered(member, meeting):
    text = member.opens(page(meeting)).text
    assert "is normal and no interest" in text
    offered = [option["value"] for option in member.reads(page(meeting)).select("select")[0].select("option")]
    assert offered == ["", *[kind.value for kind in InterestKind]]


def test_an_interest_once_said_is_not_taken_back_by_oneself(member, item):
    declare_interest(item, InterestKind.AGENCY, by=member.account)
    with pytest.raises(Refused, match="The chair says what you may do"):
        declare_interest(item, InterestKind.NONE, by=member.account)
    declare_interest(item, InterestKind.INVOLVED, by=member.account)
    with pytest.raises(Refused, match="You have stepped out"):
        declare_interest(item, InterestKind.NONE, by=member.account)


def test_said_twice_is_said_once(member, item):
    first = declare_interest(item, InterestKind.NONE, by=member.account)
    assert declare_interest(item, InterestKind.NONE, by=member.account) is first


def test_a_coordinator_says_it_of_somebody_else_with_a_reason(coordinator, member, meeting, item):
    url = f"/meetings/items/{item.id}/interest-of-another"
    kind = InterestKind.MANAGES.value
    account = str(member.account.id)
    assert coordinator.fills_in(url, account=account, kind=kind, words=" ").status_code == 422
    assert coordinator.fills_in(url, account=account, kind=kind, words="She rang us.").status_code == 303
    assert member.opens(f"/meetings/items/{item.id}").status_code == 404
    assert said(item, member.account).said_by_id == coordinator.account.id
    with pytest.raises(Refused, match="Only they themselves"):
        declare_interest(
            meeting.items[1], InterestKind.NONE, by=coordinator.account, account=member.account, words="Rang"
        )
    assert member.opens(url).status_code == 404


def test_coordinators_see_what_somebody_had_opened_before_they_stepped_out(
    coordinator, member, meeting, item
):
    member.presses(page(meeting), "No interest in any of these")
    member.opens(f"/meetings/items/{item.id}")
    services.step_out(item, by=member.account)
    told = coordinator.reads(page(meeting)).select_one(f"section:has(#said-{item.id})").text
    assert "Has stepped out" in told
    assert "opened agenda item" in " ".join(told.split())


def test_what_somebody_said_is_for_chairs_and_coordinators_of_the_case(people, coordinator, chair, item):
    declare_interest(item, InterestKind.AGENCY, words=WORDS, by=people.panel_member().account)
    other = people.panel_member("Marlshire Council")
    services.invite_member(item.meeting, other.account, by=coordinator.account)
    declare_interest(item, InterestKind.NONE, by=other.account)
    for reader, sees in ((coordinator, True), (chair, True), (other, False)):
        assert (WORDS in reader.opens(page(item.meeting)).text) == sees
    cases.step_out(item.case, chair.account, by=chair.account)
    assert WORDS not in chair.opens(page(item.meeting)).text


def test_a_chair_and_a_coordinator_with_a_seat_are_asked_too(coordinator, chair, meeting, item):
    for person in (coordinator, chair):
        assert not asked.wants_declaration(person.account, item)
        services.invite_member(meeting, person.account, by=coordinator.account)
        assert asked.wants_declaration(person.account, item)
        assert person.presses(page(meeting), "No interest in any of these").status_code == 303
        db.session.expire_all()
        assert not asked.wants_declaration(person.account, item)


def test_rule_and_query_agree_on_who_is_asked(people, coordinator, chair, meeting, item):
    """For everyone, before and after, stepped out, restricted, invited for another item alone."""
    everyone = [person.account for person in people.everyone()]
    seat = services.invite_member(
        meeting, an_account("Co Opted", Role.REPRESENTATIVE), by=coordinator.account
    )
    seat.only_item_id = meeting.items[1].id
    everyone.append(seat.account)

    def they_agree():
        db.session.flush()
        for reader in [*everyone, None]:
            waits = {one.id for one in queries.items_to_declare(reader, meeting)}
            lines = {line.item.id for line in queries.agenda_of(reader, meeting) if line.waits}
            assert waits == lines
            by_rule = {
                one.id
                for one in meeting.items
                if may.declare_interest(reader, one) and asked.wants_declaration(reader, one)
            }
            assert waits <= by_rule
            assert not any(queries.item_visible_to(reader, one) for one in waits)

    they_agree()
    declare_interest(item, InterestKind.NONE, by=people.panel_member().account)
    they_agree()
    cases.step_out(item.case, seat.account, by=seat.account)
    they_agree()
    cases.restrict(meeting.items[1].case, by=coordinator.account, members=[coordinator.account])
    they_agree()
    meeting.agenda_opened_at = None
    they_agree()


def test_a_decision_begun_does_not_open_to_who_has_not_answered(coordinator, member, meeting, item):
    decision = a_decision(item, by=coordinator.account)
    services.record_decision(decision, by=coordinator.account)
    assert member.opens(f"/meetings/decisions/{decision.id}").status_code == 404
    member.presses(page(meeting), "No interest in any of these")
    assert member.opens(f"/meetings/decisions/{decision.id}").status_code == 200


def test_interests_are_kept_sealed(member, item):
    interest = declare_interest(item, InterestKind.AGENCY, words=WORDS, by=member.account)
    commit()
    raw = db.session.connection().exec_driver_sql("SELECT words FROM interest").scalar()
    assert WORDS not in str(raw)
    assert interest.words == WORDS
