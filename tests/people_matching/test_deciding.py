"""A coordinator says what two people of two cases are, why, and can take it back."""

import pytest
from sqlalchemy import select

from pprg.cases.models import Case
from pprg.cases.queries import known_to
from pprg.cases.rules import know_of_case, look_into_case
from pprg.cases.services import let_know, restrict, step_out
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType
from pprg.people import queries, rules, services
from pprg.people.models import Match
from pprg.people.states import MatchState
from pprg.reviews.services import commission_review
from tests.people_matching.conftest import GRACE, SAME

WHY = "One death, referred by two agencies."


@pytest.fixture
def match(coordinator, somebody):
    somebody(**GRACE)
    services.look_for_matches(somebody(**SAME), by=coordinator.account)
    return db.session.scalars(select(Match)).one()


@pytest.fixture
def later(match):
    return match.person.case


@pytest.fixture
def earlier(match):
    return match.other.case


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (services.link, MatchState.LINKED),
        (services.join, MatchState.JOINED),
        (services.dismiss, MatchState.DISMISSED),
    ],
)
def test_each_decision_is_kept_with_its_reason_and_can_be_undone(coordinator, match, verb, state):
    verb(match, reason=WHY, by=coordinator.account)
    assert match.state == state
    services.undo(match, reason="I had the wrong one.", by=coordinator.account)
    assert match.state == MatchState.POSSIBLE
    assert [decision.reason for decision in match.decisions] == [WHY, "I had the wrong one."]
    assert {decision.decided_by for decision in match.decisions} == {coordinator.account}


@pytest.mark.parametrize("verb", [services.link, services.join, services.dismiss, services.undo])
def test_nothing_is_decided_without_a_reason(coordinator, match, verb):
    with pytest.raises(Refused, match="Say why"):
        verb(match, reason=" ", by=coordinator.account)
    assert match.state == MatchState.POSSIBLE


def test_what_is_decided_is_undone_before_it_is_decided_otherwise(coordinator, match):
    services.dismiss(match, reason=WHY, by=coordinator.account)
    with pytest.raises(Refused, match="Undo that first"):
        services.join(match, reason=WHY, by=coordinator.account)


def test_joined_the_later_case_goes_on_in_the_earlier_and_apart_again_when_undone(
    coordinator, match, earlier, later
):
    services.join(match, reason=WHY, by=coordinator.account)
    assert (later.whole, earlier.whole) == (earlier, earlier)
    services.undo(match, reason="Two incidents.", by=coordinator.account)
    assert later.whole is later


def test_who_referred_the_later_case_knows_of_the_earlier_as_referrer_and_never_more(
    people, coordinator, match, earlier, later
):
    referrer, author = people.referrer().account, people.author().account
    let_know(later, referrer, Part.REFERRER, by=coordinator.account)
    let_know(later, author, Part.AUTHOR, by=coordinator.account)
    services.join(match, reason=WHY, by=coordinator.account)
    db.session.expire_all()
    for account in (referrer, author):
        assert know_of_case(account, earlier)
        assert not look_into_case(account, earlier)
    services.undo(match, reason="Two incidents.", by=coordinator.account)
    db.session.expire_all()
    assert not know_of_case(referrer, earlier)
    assert db.session.scalars(select(Case.id).where(known_to(referrer))).all() == [later.id]


def test_who_knew_of_the_earlier_case_by_themselves_still_does_when_they_go_apart(
    people, coordinator, match, earlier, later
):
    referrer = people.referrer().account
    for case in (earlier, later):
        let_know(case, referrer, Part.REFERRER, by=coordinator.account)
    services.join(match, reason=WHY, by=coordinator.account)
    services.undo(match, reason="Two incidents.", by=coordinator.account)
    db.session.expire_all()
    assert know_of_case(referrer, earlier)


def test_who_stepped_out_of_one_stays_out_of_both(people, coordinator, match, earlier, later):
    chair = people.chair().account
    step_out(later, chair, by=coordinator.account)
    services.join(match, reason=WHY, by=coordinator.account)
    db.session.expire_all()
    assert not know_of_case(chair, earlier)


def test_a_restricted_case_is_told_to_nobody_by_being_joined(people, coordinator, match, earlier, later):
    referrer = people.referrer().account
    let_know(later, referrer, Part.REFERRER, by=coordinator.account)
    restrict(earlier, by=coordinator.account, members=[coordinator.account])
    services.join(match, reason=WHY, by=coordinator.account)
    db.session.expire_all()
    assert not know_of_case(referrer, earlier)


def test_cases_stay_one_while_another_match_still_makes_them_one(
    coordinator, somebody, match, earlier, later
):
    son = {"names": ["Ottokar Quill"], "born": "1970-02-03", "addresses": ["6 Tannery Row, Stourbeck"]}
    somebody(earlier, subject=False, label="Son", **son)
    services.look_for_matches(somebody(later, subject=False, label="Man", **son), by=coordinator.account)
    of_the_son = next(one for one in db.session.scalars(select(Match)) if one is not match)
    for one in (match, of_the_son):
        services.join(one, reason=WHY, by=coordinator.account)
    services.undo(match, reason="Not her.", by=coordinator.account)
    assert later.whole is earlier
    services.undo(of_the_son, reason="Nor him.", by=coordinator.account)
    assert later.whole is later


def test_one_incident_never_makes_two_reviews(coordinator, match, earlier, later):
    by = coordinator.account
    review = commission_review(earlier, ReviewType.SAR_MANDATORY, by=by)
    services.join(match, reason=WHY, by=by)
    with pytest.raises(Refused, match="One incident never makes two reviews"):
        commission_review(later, ReviewType.SAR_MANDATORY, by=by)
    other = commission_review(later, ReviewType.DHR, by=by)
    assert other.case is earlier
    assert commission_review(earlier, ReviewType.SAR_MANDATORY, by=by) is review


def test_a_review_of_the_later_case_is_the_review_of_the_matter(coordinator, match, earlier, later):
    commission_review(later, ReviewType.SAR_MANDATORY, by=coordinator.account)
    services.join(match, reason=WHY, by=coordinator.account)
    with pytest.raises(Refused, match="never makes two reviews"):
        commission_review(earlier, ReviewType.SAR_MANDATORY, by=coordinator.account)


def test_only_a_coordinator_to_whom_both_cases_are_open_sees_the_match(
    people, coordinator, match, earlier, later
):
    second = people.coordinator("Second Coordinator").account
    assert queries.match_visible_to(second, match.id) is match
    restrict(earlier, by=coordinator.account, members=[coordinator.account])
    everyone = [person.account for person in people.everyone()] + [second, None]
    for account in everyone:
        sees = account is coordinator.account
        assert (queries.match_visible_to(account, match.id) is match) == sees
        assert rules.see_match(account, match) == sees
        assert list(queries.matches_visible_to(account, decided=False)) == ([match] if sees else [])


def test_a_coordinator_who_stepped_out_of_either_case_does_not_see_the_match(coordinator, match, earlier):
    step_out(earlier, coordinator.account, by=coordinator.account)
    assert queries.match_visible_to(coordinator.account, match.id) is None
    assert not rules.see_match(coordinator.account, match)
