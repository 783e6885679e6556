"""The chair rules on an interest: who stays, who gives facts, who leaves. Nobody rules on their own."""

import pytest

from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.meetings import services
from pprg.meetings.services.interests import declare_interest, rule_on_interest
from pprg.meetings.states import ASKS_AT_ONCE, Capacity, InterestKind, Ruling
from pprg.notices.services import send_waiting
from tests.builders import a_sent_referral
from tests.house_rules.test_need_to_know import PostOffice
from tests.meetings.builders import a_meeting, a_recorded_decision
from tests.people import an_account

WORDS = "My sister is the ward manager there."


@pytest.fixture
def item(people, coordinator, member):
    """On an agenda that is open to one member."""
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    sent = a_sent_referral(by=people.referrer().account)
    item = services.put_on_agenda(meeting, sent, by=coordinator.account)
    services.open_agenda(meeting, by=coordinator.account)
    commit()
    return item


def said(item, account):
    db.session.expire_all()
    return item.interest_of(account)


@pytest.mark.parametrize("kind", [kind for kind in InterestKind if kind in ASKS_AT_ONCE])
def test_these_read_and_do_not_count_until_the_chair_has_ruled(chair, member, item, kind):
    interest = declare_interest(item, kind, words=WORDS, by=member.account)
    assert member.opens(f"/meetings/items/{item.id}").status_code == 200
    assert not interest.takes_part
    ruling = f"/meetings/interests/{interest.id}/ruling"
    answer = chair.fills_in(ruling, ruling=Ruling.STAY.value, because="Only the agency is named.")
    assert answer.status_code == 303
    db.session.expire_all()
    assert interest.takes_part
    assert interest.ruled_by.name == "Charlie Chair"
    assert interest.ruled_at is not None


def test_a_chair_who_sends_somebody_out_closes_the_case(chair, member, item):
    interest = declare_interest(item, InterestKind.VIEW, by=member.account)
    chair.fills_in(
        f"/meetings/interests/{interest.id}/ruling", ruling=Ruling.OUT.value, because="It was last week."
    )
    assert member.opens(f"/meetings/items/{item.id}").status_code == 404
    with pytest.raises(Refused, match="They have stepped out"):
        rule_on_interest(interest, Ruling.STAY, because="After all", by=chair.account)


def test_a_ruling_needs_a_reason_and_keeps_what_was_chosen(chair, member, item):
    interest = declare_interest(item, InterestKind.VIEW, by=member.account)
    url = f"/meetings/interests/{interest.id}/ruling"
    answer = chair.fills_in(url, ruling=Ruling.FACTS.value, because=" ")
    assert answer.status_code == 422
    assert "Say why." in answer.text
    assert f'value="{Ruling.FACTS.value}" checked' in " ".join(answer.text.split())
    assert said(item, member.account).ruling is None


def test_a_chair_with_an_interest_signs_once_another_chair_has_said_that_they_may(coordinator, chair, item):
    services.invite_member(item.meeting, chair.account, by=coordinator.account)
    decision = a_recorded_decision(item, by=coordinator.account)
    own = declare_interest(item, InterestKind.VIEW, by=chair.account)
    commit()
    page = f"/meetings/decisions/{decision.id}"
    assert "Sign the decision" not in chair.reads(page).text
    with pytest.raises(Refused, match="what an interest keeps them from deciding"):
        services.sign_decision(decision, by=chair.account)

    another = an_account("Chris Vice", Role.CHAIR, "Marlshire Safeguarding Partnership")
    rule_on_interest(own, Ruling.STAY, because="It was years ago.", by=another)
    commit()
    chair.presses(page, "Sign the decision")
    assert decision.signed_by == chair.account


def test_nobody_rules_on_their_own_and_members_rule_on_nobodys(people, coordinator, chair, member, item):
    services.invite_member(item.meeting, chair.account, by=coordinator.account)
    own = declare_interest(item, InterestKind.VIEW, by=chair.account)
    others = declare_interest(item, InterestKind.VIEW, by=member.account)
    assert chair.opens(f"/meetings/interests/{own.id}/ruling").status_code == 403
    for person in (member, coordinator):
        assert person.opens(f"/meetings/interests/{others.id}/ruling").status_code in {403, 404}
    with pytest.raises(Refused, match="Nobody rules on an interest of their own"):
        rule_on_interest(own, Ruling.STAY, because="I can", by=chair.account)


def test_where_the_chair_is_out_the_deputy_chair_rules(people, coordinator, chair, member, item):
    deputy = people.panel_member("Marlshire Council")
    seat = services.invite_member(item.meeting, deputy.account, by=coordinator.account)
    seat.capacity = Capacity.DEPUTY_CHAIR
    declare_interest(item, InterestKind.NONE, by=deputy.account)
    interest = declare_interest(item, InterestKind.REVIEWER, by=member.account)
    cases.step_out(item.case, chair.account, by=chair.account)
    url = f"/meetings/interests/{interest.id}/ruling"
    assert chair.opens(url).status_code == 404
    assert deputy.fills_in(url, ruling=Ruling.FACTS.value, because="They wrote it.").status_code == 303
    assert said(item, member.account).ruling == Ruling.FACTS


def test_a_deputy_of_somebody_who_stepped_out_waits_for_the_chair(people, coordinator, chair, member, item):
    deputy = people.panel_member("Marlshire Fire")
    seat = services.invite_member(item.meeting, deputy.account, by=coordinator.account)
    seat.in_place_of = member.account
    interest = declare_interest(item, InterestKind.NONE, by=deputy.account)
    assert deputy.opens(f"/meetings/items/{item.id}").status_code == 200
    declare_interest(item, InterestKind.MANAGES, by=member.account)
    assert deputy.opens(f"/meetings/items/{item.id}").status_code == 404
    rule_on_interest(interest, Ruling.STAY, because="Of another service.", by=chair.account)
    assert deputy.opens(f"/meetings/items/{item.id}").status_code == 200


def test_mails_say_that_it_waits_or_was_ruled_on_and_not_who_nor_what(chair, member, item):
    interest = declare_interest(item, InterestKind.AGENCY, words=WORDS, by=member.account)
    post = PostOffice()
    commit()
    send_waiting(post, commit=commit)
    rule_on_interest(interest, Ruling.OUT, because="It is about her own team.", by=chair.account)
    commit()
    send_waiting(post, commit=commit)
    about = [mail for mail in post.sent if "Interests at the meeting" in mail["Subject"]]
    assert [mail["To"] for mail in about] == [chair.account.email, member.account.email]
    for mail in about:
        for canary in ("Pat Panel", WORDS, "her own team", InterestKind.AGENCY.value):
            assert canary not in str(mail).replace(f"To: {mail['To']}", "")
    assert item.case.reference not in str(about[1])


def test_a_mail_to_rule_is_dropped_once_it_is_ruled_on_or_the_chair_is_out(chair, member, item):
    declare_interest(item, InterestKind.AGENCY, by=member.account)
    cases.step_out(item.case, chair.account, by=chair.account)
    commit()
    post = PostOffice()
    send_waiting(post, commit=commit)
    assert not [mail for mail in post.sent if mail["To"] == chair.account.email]


def test_after_two_have_opened_it_again_the_chair_still_says_whether_they_take_part(
    coordinator, chair, member, item
):
    interest = declare_interest(item, InterestKind.RELATIONSHIP, by=member.account)
    proposed = cases.propose_opening(item.case, member.account, reason="Of that name", by=coordinator.account)
    cases.answer_proposal(proposed, agreed=True, by=chair.account)
    commit()
    assert not interest.takes_part
    rule_on_interest(interest, Ruling.STAY, because="It was another family.", by=chair.account)
    assert member.opens(f"/meetings/items/{item.id}").status_code == 200
    assert interest.takes_part
