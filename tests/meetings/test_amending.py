"""A signed decision is never changed: an amendment is another edition, with a reason. Both stay."""

import pytest

from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import Decision
from pprg.meetings.queries.deciding import last_decisions_like
from pprg.meetings.queries.ratifying import last_words_on
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import Outcome, State
from pprg.meetings.words import ActionWords
from pprg.referrals.states import State as ReferralState
from tests.meetings.builders import REASON, a_ratified_decision, a_recorded_decision, an_item, ratify, words
from tests.people import an_agency

WHY = "The minutes gave the wrong number of agencies."


@pytest.fixture
def signed(item, coordinator, chair):
    return a_ratified_decision(item, by=coordinator.account, chair=chair.account, outcome=Outcome.NO_REVIEW)


@pytest.fixture
def address(signed):
    return f"/meetings/decisions/{signed.id}"


@pytest.fixture
def edition(signed, coordinator):
    return amend_decision(signed, WHY, by=coordinator.account)


def put_right(edition, coordinator, chair, **changes):
    said = words(**{"outcome": Outcome.NO_REVIEW, "reason": "five agencies closed the case", **changes})
    services.save_decision(edition, said, version=edition.version, by=coordinator.account)
    services.record_decision(edition, by=coordinator.account)
    services.sign_decision(edition, by=chair.account)
    ratify(edition)


def test_an_amendment_opens_with_the_same_words_and_changes_nothing_yet(coordinator, signed, address):
    answer = coordinator.fills_in(f"{address}/amendment", because=WHY)

    edition = db.session.query(Decision).filter_by(edition=2).one()
    assert answer.location == f"/meetings/decisions/{edition.id}"
    assert edition.words == signed.words
    assert edition.criteria == signed.criteria
    assert WHY in coordinator.opens(answer.location).text
    assert signed.digest == signed.digest_now
    assert signed.item.settled
    assert signed.item.referral.state == ReferralState.DECIDED


def test_an_amendment_wants_a_reason(coordinator, address):
    answer = coordinator.fills_in(f"{address}/amendment", because="  ")
    assert answer.status_code == 422
    assert "Say why it is amended." in answer.text
    assert db.session.query(Decision).count() == 1


def test_only_coordinators_amend_and_only_what_is_signed(coordinator, chair, item, address):
    assert chair.opens(f"{address}/amendment").status_code == 403
    assert "Amend this decision" not in chair.opens(address).text
    recorded = a_recorded_decision(item, Route.DHR, by=coordinator.account) if item.can_be_decided else None
    assert recorded is None  # a settled item takes no further decision: what is signed is amended
    begun = amend_decision(db.session.query(Decision).one(), WHY, by=coordinator.account)
    with pytest.raises(Refused, match="Only a signed decision"):
        amend_decision(begun, WHY, by=coordinator.account)


def test_an_edition_is_not_amended_twice_at_once(coordinator, signed, address, edition):
    assert "Amend this decision" not in coordinator.opens(address).text
    assert amend_decision(signed, WHY, by=coordinator.account) is edition
    answer = coordinator.posts(f"{address}/amendment", because="Another reason")
    assert answer.status_code == 409
    assert "being amended already" in answer.text


def test_both_editions_stay_and_the_earlier_says_why(coordinator, chair, signed, address, edition):
    put_right(edition, coordinator, chair)

    earlier, later = chair.reads(address), chair.reads(f"/meetings/decisions/{edition.id}")
    assert "because four agencies" in earlier.get_text()
    assert f"because: {WHY}" in " ".join(earlier.get_text(" ").split())
    assert earlier.select_one(f"main a[href='/meetings/decisions/{edition.id}']")
    assert "because five agencies" in later.get_text()
    assert later.select_one(f"main a[href='{address}']")
    for each in (signed, edition):
        assert each.digest == each.digest_now
    signed.amended_because = edition.amended_because = "another reason"
    assert edition.digest != edition.digest_now


def test_lists_count_the_latest_edition(coordinator, chair, people, signed, edition):
    assert signed.item.standing == [signed]
    put_right(edition, coordinator, chair)
    assert signed.item.standing == [edition]
    assert last_words_on(signed.item.referral) == [edition]
    other = an_item(by=coordinator.account, referrer=people.referrer().account)
    begun = services.start_decision(other, Route.SAR, by=coordinator.account)
    db.session.flush()
    assert last_decisions_like(coordinator.account, begun) == [edition]
    assert "five agencies" in signed.item.referral.outcome
    assert "four agencies" not in signed.item.referral.outcome


def test_nothing_changed_is_no_amendment(coordinator, edition):
    with pytest.raises(Refused, match="Nothing is changed"):
        services.record_decision(edition, by=coordinator.account)
    assert edition.state == State.DRAFT


def test_an_amendment_is_dropped_until_it_is_recorded(coordinator, signed, address, edition):
    place = f"/meetings/decisions/{edition.id}"
    coordinator.presses(place, "Drop this amendment")
    assert coordinator.opens(place).status_code == 404
    assert signed.item.referral.outcome.endswith(f"{REASON}.")
    assert "Amend this decision" in coordinator.opens(address).text


def test_what_was_done_of_an_urgent_action_stays_done(coordinator, chair, item):
    fire = an_agency("Marlshire Fire and Rescue")
    act = ActionWords(
        what="Check every alarm.", agency_id=fire.id, owner="Fire safety lead", due_on=item.meeting.held_on
    )
    signed = a_ratified_decision(
        item, by=coordinator.account, chair=chair.account, outcome=Outcome.NO_REVIEW, actions=(act,)
    )
    signed.actions[0].done_on, signed.actions[0].done_words = item.meeting.held_on, "All checked."
    edition = amend_decision(signed, WHY, by=coordinator.account)
    put_right(edition, coordinator, chair, actions=(ActionWords(**{**vars(act), "what": "Ring them."}), act))
    assert [(a.what, a.done_words) for a in edition.actions] == [
        ("Ring them.", ""),
        ("Check every alarm.", "All checked."),
    ]


def test_a_reader_of_signed_decisions_does_not_see_an_amendment_being_written(people, item, address, edition):
    author = people.author()
    cases.let_know(item.case, author.account, Part.AUTHOR, by=people.coordinator().account)
    assert author.opens(address).status_code == 200
    assert WHY not in author.opens(address).text
    assert author.opens(f"/meetings/decisions/{edition.id}").status_code == 404
