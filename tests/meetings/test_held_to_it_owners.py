"""What is before a legal owner is before nobody else, however much else they know of the case."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.agencies.states import LegalOwner
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.rules import ratifying as may
from pprg.meetings.states import Outcome, RatifyingEvent
from tests.meetings.builders import WHY, a_signed_decision

COUNCIL = LegalOwner.PARTNER_LOCAL_AUTHORITY
HEALTH, POLICE = LegalOwner.PARTNER_HEALTH, LegalOwner.PARTNER_POLICE


@pytest.fixture
def partners(people):
    return {owner: people.decision_maker(owner) for owner in (COUNCIL, HEALTH, POLICE)}


@pytest.fixture
def executive(people):
    return people.decision_maker()


@pytest.fixture
def rapid(item, partners, executive, coordinator, chair):
    decision = a_signed_decision(
        item, Route.CHILD, by=coordinator.account, chair=chair.account, outcome=Outcome.RAPID_REVIEW
    )
    commit()
    return decision


@pytest.fixture
def insiders(people, rapid, coordinator):
    """They look into the case, as what they are; none of them is asked whether to agree."""
    parts = {people.panel_member(): Part.PANEL, people.author(): Part.AUTHOR}
    for person, part in parts.items():
        cases.let_know(rapid.case, person.account, part, by=coordinator.account)
    commit()
    return list(parts)


def asked(decision, owner):
    return next(each for each in decision.ratifications if each.owner == owner)


def url(ratification):
    return f"/meetings/ratifications/{ratification.id}"


def say(decision, owner, event, person):
    reasons = "" if event == RatifyingEvent.RATIFY else WHY
    services.answer_ratification(asked(decision, owner), event, by=person.account, reasons=reasons)
    commit()


def test_the_panel_and_the_author_of_the_case_do_not_read_it(rapid, insiders):
    for person in insiders:
        for each in rapid.ratifications:
            assert not may.read_ratification(person.account, each)
            assert not may.escalate_ratification(person.account, each)
            assert queries.ratification_visible_to(person.account, each.id) is None
            assert person.opens(url(each)).status_code == 404
        assert not may.read_answers(person.account, rapid)
        assert person.opens(f"/meetings/decisions/{rapid.id}/ratification").status_code in {403, 404}


def test_only_whoever_is_asked_is_asked_for_an_interest(rapid, partners, executive, coordinator, chair):
    """Before, in dispute and escalated: whoever works on the case reads it and is not asked."""
    council = asked(rapid, COUNCIL)

    def asks():
        everybody = {"council": partners[COUNCIL], "police": partners[POLICE], "executive": executive,
                     "coordinator": coordinator, "chair": chair}  # fmt: skip
        pages = {
            name: person.opens(f"{url(council)}/interest").status_code for name, person in everybody.items()
        }
        return {name for name, status in pages.items() if status == 200}

    assert asks() == {"council"}
    say(rapid, COUNCIL, RatifyingEvent.REFUSE, partners[COUNCIL])
    assert asks() == {"council"}
    say(rapid, POLICE, RatifyingEvent.RATIFY, partners[POLICE])
    assert asks() == {"council", "executive"}


@pytest.mark.parametrize("owner", [HEALTH, POLICE])
def test_it_is_a_dispute_only_where_the_council_does_not_agree(rapid, partners, executive, owner):
    say(rapid, owner, RatifyingEvent.REFUSE, partners[owner])
    say(rapid, COUNCIL, RatifyingEvent.RATIFY, partners[COUNCIL])

    assert not queries.in_dispute(rapid)
    assert [executive.opens(url(each)).status_code for each in rapid.ratifications] == [404] * 3
    assert not queries.before_executive(executive.account)


def test_of_another_decision_than_a_rapid_review_it_is_no_dispute(
    item, partners, executive, coordinator, chair
):
    other = a_signed_decision(
        item, Route.CHILD, by=coordinator.account, chair=chair.account, outcome=Outcome.NO_REVIEW
    )
    commit()
    say(other, COUNCIL, RatifyingEvent.REFUSE, partners[COUNCIL])
    say(other, POLICE, RatifyingEvent.RATIFY, partners[POLICE])
    assert not queries.in_dispute(other)
    assert [executive.opens(url(each)).status_code for each in other.ratifications] == [404] * 3


def test_whoever_stepped_out_of_the_case_escalates_nothing(rapid, partners, chair, coordinator):
    say(rapid, COUNCIL, RatifyingEvent.REFUSE, partners[COUNCIL])
    council = asked(rapid, COUNCIL)
    assert may.escalate_ratification(chair.account, council)
    assert may.escalate_ratification(coordinator.account, council)
    for person in [*partners.values()]:
        assert not may.escalate_ratification(person.account, council)

    cases.step_out(rapid.case, chair.account, by=chair.account)
    commit()
    assert not may.escalate_ratification(chair.account, council)
    assert chair.posts(f"{url(council)}/escalation", reasons=WHY).status_code == 404


def test_of_a_restricted_case_a_name_counts_to_its_last_day(rapid, partners, coordinator):
    council, person = asked(rapid, COUNCIL), partners[COUNCIL]
    cases.restrict(rapid.case, by=coordinator.account, members=[coordinator.account])
    others = (partners[HEALTH].account, partners[POLICE].account)
    for until, there in ((clock.today(), True), (clock.today() - timedelta(days=1), False)):
        cases.let_know(rapid.case, person.account, Part.DECISION_MAKER, by=coordinator.account, until=until)
        commit()
        assert may.read_ratification(person.account, council) == there
        assert may.answer_ratification(person.account, council) == there
        assert (queries.ratification_visible_to(person.account, council.id) is not None) == there
        assert not any(may.may_be_asked(account, rapid.case) for account in others)
