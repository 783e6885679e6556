"""Whether enough of the group is in the room and takes part, as people come, leave and step out."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import CoreMember
from pprg.meetings.queries import quorum_of
from pprg.meetings.queries.quorate import rule_on
from pprg.meetings.quorum import Present, QuorumRule, rule_for, weigh_quorum
from pprg.meetings.services.attending import leave, note_arrival, undo_last
from pprg.meetings.services.interests import declare_interest, rule_on_interest
from pprg.meetings.services.quorum import set_quorum
from pprg.meetings.states import Capacity, InterestKind, Reply, Ruling, Voice
from tests.meetings.builders import a_full_room, an_item
from tests.people import HTMX, an_account

TODAY = clock.today()
CHAIR = Present("Cy Chair", Capacity.CHAIR, None)
SPEAKERS = [
    Present(name, Capacity.CORE, voice)
    for name, voice in (("Ada", Voice.ADULT_SOCIAL_CARE), ("Hal", Voice.HEALTH), ("Pol", Voice.POLICE))
]


@pytest.fixture
def item(people, coordinator):
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    a_full_room(item.meeting, by=coordinator.account)
    commit()
    return item


def seat_of(item, name):
    return next(seat for seat in item.meeting.invited if seat.account.name == name)


def lacks(item, route=Route.SAR):
    db.session.flush()
    return quorum_of(item, route).lacks


def test_a_chair_and_each_statutory_partner_are_a_quorum_for_an_adult():
    quorum = weigh_quorum(rule_for(Route.SAR, TODAY), [CHAIR, *SPEAKERS], core=8)
    assert quorum.reached
    assert quorum.sentence == (
        "Quorate: somebody is here for the council’s adult social care, the integrated care board and "
        "the police."
    )
    assert quorum.took_part[:2] == (
        "Cy Chair, chair",
        "Ada, core member, for the council’s adult social care",
    )


def test_where_nobody_has_to_be_heard_a_share_of_the_members_is_enough_and_never_rounded_down():
    rule = QuorumRule(Route.LEARNING, TODAY, needs=(), core_share=67)
    assert weigh_quorum(rule, [CHAIR] * 3, core=3).sentence == "Quorate."
    assert weigh_quorum(rule, [CHAIR] * 2, core=3).lacks == ("1 more of the 3 core members",)


@pytest.mark.parametrize(
    ("here", "core", "said"),
    [
        ([CHAIR, *SPEAKERS[:2]], 4, "nobody is here for the police."),
        ([CHAIR, SPEAKERS[0]], 2, "nobody is here for the integrated care board or the police."),
        (
            SPEAKERS,
            7,
            "neither the chair nor a deputy chair is here; 1 more of the 7 core members is needed.",
        ),
        ([CHAIR, *SPEAKERS], 12, "2 more of the 12 core members are needed."),
    ],
)
def test_what_is_lacking_is_said_in_whole_sentences(here, core, said):
    quorum = weigh_quorum(rule_for(Route.SAR, TODAY), here, core=core)
    assert quorum.sentence == f"Not quorate: {said}"


@pytest.mark.parametrize("gone", range(4))
def test_without_any_one_of_them_there_is_none(gone):
    present = [one for place, one in enumerate([CHAIR, *SPEAKERS]) if place != gone]
    quorum = weigh_quorum(rule_for(Route.SAR, TODAY), present, core=4)
    assert len(quorum.lacks) == 1
    assert quorum.sentence.startswith("Not quorate: ")


def test_a_death_by_domestic_abuse_needs_the_partnership_and_probation_too():
    quorum = weigh_quorum(rule_for(Route.DHR, TODAY), [CHAIR, *SPEAKERS], core=4)
    assert quorum.lacks == ("the Community Safety Partnership", "probation")


def test_half_of_the_core_members_is_rounded_up():
    rule = rule_for(Route.SAR, TODAY)
    assert weigh_quorum(rule, [CHAIR, *SPEAKERS], core=8).reached
    assert weigh_quorum(rule, [CHAIR, *SPEAKERS], core=9).lacks == ("1 more of the 9 core members",)


def test_the_rule_that_holds_is_the_latest_that_has_begun():
    later = QuorumRule(Route.SAR, TODAY + timedelta(days=10), (), 25)
    assert rule_for(Route.SAR, TODAY, [later]).core_share == 50
    assert rule_for(Route.SAR, TODAY + timedelta(days=10), [later]) == later
    assert rule_for(Route.CHILD, TODAY + timedelta(days=10), [later]).core_share == 50


def test_it_is_counted_again_as_people_leave_and_come_back(item, coordinator):
    assert lacks(item) == ()
    leave(seat_of(item, "Pol Police"), by=coordinator.account)
    assert lacks(item) == ("the police",)
    note_arrival(seat_of(item, "Pol Police"), by=coordinator.account)
    assert lacks(item) == ()


def test_who_steps_out_of_one_case_counts_for_the_others_only(people, item, coordinator):
    other = an_item(by=coordinator.account, referrer=people.referrer().account)
    other.meeting = item.meeting
    services.step_out(item, by=seat_of(item, "Hal Health").account)
    assert lacks(item) == ("the integrated care board",)
    assert lacks(other) == ()


def test_an_interest_counts_only_once_the_chair_lets_them_take_part(people, item):
    hal = seat_of(item, "Hal Health").account
    said = declare_interest(item, InterestKind.AGENCY, by=hal)
    assert lacks(item) == ("the integrated care board",)
    chair = people.chair().account
    for ruling, counts in ((Ruling.FACTS, False), (Ruling.LEAVES, False), (Ruling.STAY, True)):
        rule_on_interest(said, ruling, because="It is small.", by=chair)
        assert (lacks(item) == ()) == counts


@pytest.mark.parametrize("capacity", [Capacity.ADVISER, Capacity.OBSERVER, Capacity.CLERK, Capacity.CO_OPTED])
def test_advisers_observers_clerks_and_the_co_opted_do_not_count(item, capacity):
    seat_of(item, "Pol Police").capacity = capacity
    assert "the police" in lacks(item)


def test_whoever_sent_a_deputy_does_not_count_and_the_deputy_does(item, coordinator):
    principal = seat_of(item, "Pol Police")
    principal.reply = Reply.DEPUTY
    assert "the police" in lacks(item)
    deputy = an_account("Dep Police", Role.REPRESENTATIVE, "Marlshire Bench")
    seat = services.invite_member(item.meeting, deputy, by=coordinator.account)
    seat.capacity, seat.voice, seat.in_place_of = Capacity.DEPUTY, Voice.POLICE, principal.account
    note_arrival(seat, by=coordinator.account)
    assert lacks(item) == ()
    services.step_out(item, by=principal.account)
    assert "the police" in lacks(item)


def test_the_share_is_of_the_core_members_of_that_day(item):
    """Who is in the room and sits on the group counts, or comes for somebody who does."""
    for seat in item.meeting.invited[:4]:
        db.session.add(CoreMember(account=seat.account, capacity=seat.capacity, voice=seat.voice))
    for number in range(5):
        absent = an_account(f"Absent {number}", Role.REPRESENTATIVE, "Marlshire Bench")
        db.session.add(CoreMember(account=absent, from_day=clock.today() - timedelta(days=1)))
    assert lacks(item) == ("1 more of the 9 core members",)
    seat_of(item, "Pro Probation").in_place_of = an_account(
        "Absent 0", Role.REPRESENTATIVE, "Marlshire Bench"
    )
    assert lacks(item) == ()


def test_the_panel_says_who_is_missing_who_stepped_out_and_asks_again_by_itself(people, coordinator, item):
    services.open_agenda(item.meeting, by=coordinator.account)
    url = f"/meetings/items/{item.id}/quorum/sar"
    piece = coordinator.opens(url, headers=HTMX).text
    assert "<html" not in piece
    assert f'hx-get="{url}"' in piece
    assert "Quorate" in piece
    services.step_out(item, by=seat_of(item, "Hal Health").account)
    declare_interest(item, InterestKind.AGENCY, by=seat_of(item, "Pol Police").account)
    piece = " ".join(coordinator.opens(url, headers=HTMX).text.split())
    assert "Not quorate" in piece
    assert "Hal Health has stepped out." in piece
    assert "Pol Police is there and does not count for this item." in piece
    assert coordinator.opens(f"/meetings/items/{item.id}/quorum/nothing").status_code == 404


def test_who_is_kept_out_quietly_is_not_named_and_does_not_count(coordinator, item):
    from pprg.cases.services import close_quietly

    close_quietly(item.case, seat_of(item, "Pol Police").account, by=coordinator.account)
    text = coordinator.opens(f"/meetings/items/{item.id}/quorum/sar").text
    assert "Pol Police" not in text
    assert "Not quorate" in text


def test_a_coordinator_notes_who_comes_and_leaves_and_undoes_a_wrong_click(people, coordinator, item):
    page = f"/meetings/{item.meeting_id}/attendance"
    seat = services.invite_member(item.meeting, people.panel_member().account, by=coordinator.account)
    commit()
    url = f"/meetings/seats/{seat.id}"
    assert "7 of 8 are there" in coordinator.opens(page).text
    assert coordinator.presses(page, "Comes").status_code == 303
    assert "8 of 8 are there" in coordinator.opens(page).text
    piece = coordinator.posts(f"{url}/leaving", htmx=True)
    assert piece.status_code == 200
    assert "7 of 8 are there" in piece.text
    assert "<html" not in piece.text
    coordinator.posts(f"{url}/undoing")
    assert "8 of 8 are there" in coordinator.opens(page).text
    coordinator.posts(f"{url}/undoing")
    assert "7 of 8 are there" in coordinator.opens(page).text
    db.session.expire_all()
    assert seat.attendances == []
    undo_last(seat, by=coordinator.account)
    assert seat.attendances == []


def test_members_see_who_is_there_and_note_nobody(people, coordinator, item):
    member = people.panel_member()
    seat = services.invite_member(item.meeting, member.account, by=coordinator.account)
    services.open_agenda(item.meeting, by=coordinator.account)
    assert member.opens(f"/meetings/{item.meeting_id}/attendance").status_code == 200
    assert not member.reads(f"/meetings/{item.meeting_id}/attendance").select("#room form")
    for verb in ("arrival", "leaving", "undoing"):
        assert member.posts(f"/meetings/seats/{seat.id}/{verb}").status_code == 403
    seat.only_item_id = item.id
    assert member.opens(f"/meetings/{item.meeting_id}/attendance").status_code == 403


def test_who_must_be_there_is_set_from_a_day_on_and_the_history_stays(people, coordinator):
    day = clock.today() + timedelta(days=3)
    on = {
        "valid_from-day": str(day.day),
        "valid_from-month": str(day.month),
        "valid_from-year": str(day.year),
    }
    chair = people.chair()
    answer = chair.fills_in("/meetings/quorum/sar", needs=["POLICE", "COUNCIL"], core_share="40", **on)
    assert answer.status_code == 303
    assert rule_on(Route.SAR, clock.today()).core_share == 50
    then = rule_on(Route.SAR, day)
    assert then.core_share == 40
    assert then.needs == (
        frozenset({Voice.ADULT_SOCIAL_CARE, Voice.CHILDRENS_SERVICES}),
        frozenset({Voice.POLICE}),
    )
    assert "Charlie Chair" in coordinator.opens("/meetings/quorum").text
    set_quorum(Route.SAR, valid_from=day, needs=[[Voice.POLICE]], core_share=45, by=coordinator.account)
    assert rule_on(Route.SAR, day).core_share == 45


def test_it_is_not_set_for_days_that_have_gone_and_the_page_keeps_what_was_typed(coordinator):
    gone = {"valid_from-day": "1", "valid_from-month": "2", "valid_from-year": "2024"}
    answer = coordinator.fills_in("/meetings/quorum/child", core_share="33", **gone)
    assert answer.status_code == 422
    assert "must be today or later" in answer.text
    assert 'value="33"' in answer.text
    assert coordinator.fills_in("/meetings/quorum/child", core_share="133").status_code == 422
    with pytest.raises(Refused, match="between 0 and 100"):
        set_quorum(Route.CHILD, valid_from=clock.today(), needs=[], core_share=101, by=coordinator.account)


def test_only_coordinators_and_chairs_set_it_and_the_group_reads_it(people):
    setters = {people.coordinator(), people.chair()}
    readers = {*setters, people.panel_member()}
    for person in people.everyone():
        assert (person.opens("/meetings/quorum").status_code == 200) == (person in readers)
        assert (person.opens("/meetings/quorum/sar").status_code == 200) == (person in setters)
    assert people.coordinator().opens("/meetings/quorum/whim").status_code == 404
