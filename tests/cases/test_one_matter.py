"""Cases that turned out to be one matter: what closes one of them closes all, joined before it or after."""

import pytest

from pprg.cases import queries, rules, services
from pprg.cases.states import Part
from pprg.database import db
from pprg.people.services import keep_out, let_in

REASON = "It was another family of that name."


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def second(people):
    return people.coordinator("Sasha Second").account


@pytest.fixture
def chair(people):
    return people.chair().account


@pytest.fixture
def earlier(coordinator):
    return services.open_case(by=coordinator)


@pytest.fixture
def later(coordinator, earlier):
    return services.open_case(by=coordinator)


@pytest.fixture
def joined(earlier, later, coordinator):
    services.join_case(later, into=earlier, by=coordinator)
    return later


def knows(reader, *cases):
    """By rule and by query, which must say the same."""
    db.session.flush()
    db.session.expire_all()
    known = [rules.look_into_case(reader, case) for case in cases]
    assert known == [queries.case_open_to(reader, case.id) is not None for case in cases]
    return known


def test_who_steps_out_of_one_is_out_of_the_whole_matter(joined, earlier, second, chair):
    services.step_out(joined, second, by=second)
    services.step_out(earlier, chair, by=chair)
    assert knows(second, earlier, joined) == [False, False]
    assert knows(chair, earlier, joined) == [False, False]


def test_who_may_be_a_person_of_one_is_kept_out_of_the_whole_matter(joined, earlier, second, coordinator):
    keep_out(joined, second, label="Niece", by=coordinator)
    assert knows(second, earlier, joined) == [False, False]


def test_a_third_case_that_is_joined_closes_to_those_who_are_out_already(
    joined, earlier, second, chair, coordinator
):
    services.step_out(earlier, second, by=second)
    third = services.open_case(by=coordinator)
    services.step_out(third, chair, by=chair)
    services.join_case(third, into=joined, by=coordinator)
    for reader in (second, chair):
        assert knows(reader, earlier, joined, third) == [False, False, False]


def test_a_matter_is_restricted_as_one(joined, earlier, second, coordinator):
    services.restrict(joined, by=coordinator, members=[coordinator])
    assert knows(second, earlier, joined) == [False, False]
    assert knows(coordinator, earlier, joined) == [True, True]


@pytest.mark.parametrize("which", ["earlier", "later"])
def test_a_case_joined_to_a_restricted_one_is_restricted_too(earlier, later, second, coordinator, which):
    case = {"earlier": earlier, "later": later}[which]
    services.restrict(case, by=coordinator, members=[coordinator])
    services.join_case(later, into=earlier, by=coordinator)
    assert knows(second, earlier, later) == [False, False]
    assert knows(coordinator, earlier, later) == [True, True]


def test_two_who_open_it_again_open_the_matter(joined, earlier, second, chair, coordinator):
    services.step_out(joined, second, by=second)
    proposed = services.propose_opening(joined, second, reason=REASON, by=coordinator)
    services.answer_proposal(proposed, agreed=True, by=chair)
    assert knows(second, earlier, joined) == [True, True]


def test_a_chair_opens_only_what_is_open_to_them(joined, earlier, second, chair, coordinator):
    services.restrict(joined, by=coordinator, members=[coordinator])
    services.name(joined, chair, by=coordinator)
    proposed = services.propose_opening(joined, None, reason="The trial is over.", by=coordinator)
    services.answer_proposal(proposed, agreed=True, by=chair)
    assert knows(second, earlier, joined) == [False, True]


def test_who_is_let_in_is_let_in_to_the_matter_unless_another_case_of_it_keeps_them_out(
    earlier, later, second, coordinator
):
    kept = [keep_out(case, second, label="Niece", by=coordinator) for case in (earlier, later)]
    services.join_case(later, into=earlier, by=coordinator)
    let_in(kept[0], reason=REASON, by=coordinator)
    assert knows(second, earlier, later) == [False, False]
    let_in(kept[1], reason=REASON, by=coordinator)
    assert knows(second, earlier, later) == [True, True]


def test_a_name_on_the_list_of_one_does_not_let_in_who_is_out_of_another(joined, earlier, chair, coordinator):
    services.restrict(earlier, by=coordinator, members=[coordinator])
    services.step_out(joined, chair, by=chair)
    services.let_know(earlier, chair, Part.CHAIR, by=coordinator)
    assert knows(chair, earlier, joined) == [False, False]
