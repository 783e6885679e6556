"""Role gives ability, the case gives permission, and stepping out beats both."""

from datetime import timedelta
from itertools import combinations

import pytest
from sqlalchemy import select

from pprg import clock
from pprg.accounts.services import appoint
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases import queries, rules, services
from pprg.cases.models import Case
from pprg.cases.states import BY_NAME, GOES_WITH, Part
from pprg.database import commit, db
from tests.people import an_account

A_DAY = timedelta(days=1)
ROLES = [Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.AUTHOR, Role.SYSTEM_ADMINISTRATOR]


@pytest.fixture
def coordinator(app):
    return an_account("Cora", Role.COORDINATOR)


@pytest.fixture
def case(coordinator):
    return services.open_case(by=coordinator, year=2026)


@pytest.fixture
def member(app):
    return an_account("Mo", Role.REPRESENTATIVE)


def knows(reader, case):
    """By rule and by query, which must say the same."""
    commit()
    by_rule = rules.know_of_case(reader, case)
    known = select(Case.id).where(Case.id == case.id, queries.known_to(reader))
    assert by_rule == (db.session.scalar(known) is not None)
    assert rules.look_into_case(reader, case) == (queries.case_open_to(reader, case.id) is not None)
    return by_rule


def test_cases_are_numbered_within_their_year(coordinator):
    made = [services.open_case(by=coordinator, year=year).reference for year in (2026, 2026, 2027)]
    assert made == ["PPRG-2026-001", "PPRG-2026-002", "PPRG-2027-001"]


def test_a_representative_knows_of_a_case_only_once_let_in(case, member, coordinator):
    assert not knows(member, case)
    services.let_know(case, member, Part.PANEL, by=coordinator)
    assert knows(member, case)


def test_who_made_the_referral_knows_of_the_case_but_does_not_look_into_it(case, member, coordinator):
    services.let_know(case, member, Part.REFERRER, by=coordinator)
    assert knows(member, case)
    assert not rules.look_into_case(member, case)


def test_stepping_out_beats_every_role_and_membership(case, coordinator, member):
    for account in (coordinator, member):
        for part in Part:
            services.let_know(case, account, part, by=coordinator)
        services.step_out(case, account, by=coordinator)
        assert not knows(account, case)


def test_a_restricted_case_is_not_there_even_for_a_coordinator_who_is_not_named(case, coordinator):
    second = an_account("Sasha", Role.COORDINATOR)
    services.restrict(case, by=coordinator, members=[coordinator])
    assert knows(coordinator, case)
    assert not knows(second, case)


def test_knowing_ends_on_its_day(case, member, coordinator):
    services.let_know(case, member, Part.PANEL, by=coordinator, until=clock.today() - A_DAY)
    assert not knows(member, case)


def test_a_closed_account_knows_of_nothing(case, coordinator):
    other = an_account("Ola", Role.CHAIR)
    coordinator.active = False
    assert not knows(coordinator, case)
    assert knows(other, case)


def test_rule_and_query_agree_for_every_mixture(app, case, coordinator):
    """Every pair of roles, as member or not, stepped out or not, restricted or not."""
    for number, pair in enumerate(combinations(ROLES, 2)):
        for joined in (False, True):
            for out in (False, True):
                account = an_account(f"Mix {number} {joined} {out}", pair[0])
                appoint(account, pair[1], by=coordinator)
                if joined:
                    services.let_know(case, account, Part.PANEL, by=coordinator)
                if out:
                    services.step_out(case, account, by=coordinator)
                by_seat = joined and bool(GOES_WITH[Part.PANEL] & set(pair))
                expected = not out and (by_seat or bool({Role.COORDINATOR, Role.CHAIR} & set(pair)))
                assert knows(account, case) == expected, (pair, joined, out)


def test_a_visitor_knows_of_no_case(case):
    assert not knows(None, case)


@pytest.mark.parametrize("part", GOES_WITH)
def test_whose_role_has_ended_knows_of_it_no_longer(case, coordinator, part):
    """A leader of a team who sat for their agency until yesterday, or whose contract as an author is over."""
    role = next(role for role, of_role in BY_NAME.items() if of_role == part)
    owner = LegalOwner.SAFEGUARDING_ADULTS_BOARD if role == Role.DECISION_MAKER else None
    account = an_account("Ed Ended", role, "", owner)
    appoint(account, Role.TEAM_LEADER, by=coordinator)
    services.restrict(case, by=coordinator, members=[coordinator, account])
    assert knows(account, case)
    next(held for held in account.appointments if held.role == role).ends_on = clock.today() - A_DAY
    assert not knows(account, case)


def test_another_role_of_theirs_does_not_keep_what_they_knew_as_author(case, coordinator):
    account = an_account("Ed Ended", Role.AUTHOR)
    appoint(account, Role.REPRESENTATIVE, by=coordinator)
    services.let_know(case, account, Part.AUTHOR, by=coordinator)
    assert knows(account, case)
    next(held for held in account.appointments if held.role == Role.AUTHOR).ends_on = clock.today() - A_DAY
    assert not knows(account, case)
