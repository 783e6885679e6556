"""A case that is closed by another road than its own meeting: of a deputy, or of a joined case."""

import pytest

from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.services import inviting
from pprg.meetings.states import InterestKind, Reply, Ruling
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting, an_item
from tests.people import an_account


@pytest.fixture
def deputy(app):
    return an_account("Dee Deputy", Role.REPRESENTATIVE, "NHS Marlshire")


@pytest.fixture
def item(coordinator, member, referrer, deputy):
    """Open to a deputy who has said that they have no interest."""
    found = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    seat = next(seat for seat in found.meeting.invited if seat.account_id == member.account.id)
    inviting.answer_invitation(seat, Reply.DEPUTY, deputy=deputy, by=member.account)
    db.session.expire_all()
    services.declare_interest(found, InterestKind.NONE, by=deputy)
    commit()
    assert look_into_case(deputy, found.case)
    return found


def test_when_somebody_is_kept_out_later_whoever_comes_for_them_waits_for_the_chair(
    coordinator, chair, member, deputy, item
):
    cases.close_quietly(item.case, member.account, by=coordinator.account)
    commit()
    assert not look_into_case(deputy, item.case)
    services.rule_on_interest(
        item.interest_of(deputy), Ruling.STAY, because="They know nothing of it", by=chair.account
    )
    commit()
    assert look_into_case(deputy, item.case)


def test_stepping_out_at_a_meeting_closes_what_was_joined_with_the_case(
    coordinator, second, member, deputy, referrer, item
):
    referral = a_sent_referral(by=referrer)
    joined = referral.case
    cases.join_case(joined, into=item.case, by=coordinator.account)
    other = services.put_on_agenda(item.meeting, referral, by=coordinator.account)
    services.declare_interest(other, InterestKind.NONE, by=deputy)
    commit()
    assert look_into_case(deputy, joined)
    assert second.fills_in(f"/meetings/items/{item.id}/step-out").status_code == 303
    assert second.opens(f"/cases/{joined.id}").status_code == 404
    assert member.fills_in(f"/meetings/items/{item.id}/step-out").status_code == 303
    assert not look_into_case(deputy, joined)


def test_an_interest_in_two_cases_of_one_matter_is_said_in_one_go(coordinator, member, referrer):
    """The first answer closes both; the second is kept all the same."""
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    referrals = [a_sent_referral(by=referrer) for _ in range(2)]
    items = [services.put_on_agenda(meeting, one, by=coordinator.account) for one in referrals]
    services.open_agenda(meeting, by=coordinator.account)
    cases.join_case(items[1].case, into=items[0].case, by=coordinator.account)
    commit()
    said = {f"item-{item.id}-kind": InterestKind.INVOLVED.value for item in items}
    answer = member.fills_in(
        f"/meetings/{meeting.id}/interests", form="main form[action$='/interests']", **said
    )
    assert answer.status_code == 303, answer.text
    assert [item.interest_of(member.account).kind for item in items] == [InterestKind.INVOLVED] * 2
    assert "you have stepped out" in member.opens(f"/meetings/{meeting.id}").text
