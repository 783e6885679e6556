"""A decision is challenged: with a clock of its own, looked at by somebody else, answered once."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases import services as cases
from pprg.cases.queries import clocks_of_case
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import Route
from pprg.meetings.models import Challenge
from pprg.meetings.queries import challenging as queries
from pprg.meetings.rules import challenging as may
from pprg.meetings.services.challenging import answer_challenge, ask_to_consider, enter_challenge
from pprg.meetings.states import ChallengeBy, ChallengeOutcome, Outcome
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from tests.meetings.builders import a_ratified_decision, a_signed_decision, an_item, ratify
from tests.people import an_account

SAID = "Nobody rang her sister, who held the letters."


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def item(coordinator, referrer):
    return an_item(by=coordinator.account, referrer=referrer.account)


@pytest.fixture
def decided(item, coordinator, chair):
    decision = a_ratified_decision(
        item,
        by=coordinator.account,
        chair=chair.account,
        outcome=Outcome.NO_REVIEW,
        reason="it was one provider",
    )
    commit()
    return decision


@pytest.fixture
def second(people):
    """A decision-maker who had no part in it."""
    return people.decision_maker(LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP)


def entered(decision, by, who=ChallengeBy.REFERRER, **more):
    challenge = enter_challenge(decision, who, received_on=clock.today(), words=SAID, by=by.account, **more)
    commit()
    return challenge


def today_in_boxes(name="received_on"):
    day = clock.today()
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def runs(case, kind):
    return [due for due in clocks_of_case(case) if due.clock.kind == kind and due.clock.runs]


def test_a_coordinator_writes_down_what_came_and_its_clock_runs(decided, coordinator):
    url = f"/meetings/decisions/{decided.id}/challenges"
    answer = coordinator.fills_in(url, by=ChallengeBy.FAMILY.value, words=SAID, **today_in_boxes())
    assert answer.status_code == 303
    assert SAID in coordinator.opens(answer.location).text
    (due,) = runs(decided.case, ClockKind.RECONSIDER)
    assert due.clock.started_on == clock.today()


def test_what_is_missing_is_said_beside_it_and_the_text_stays(decided, coordinator):
    url = f"/meetings/decisions/{decided.id}/challenges"
    answer = coordinator.fills_in(url, words=SAID)
    assert answer.status_code == 422
    assert "Choose who challenges it." in answer.text
    assert SAID in answer.text


def test_somebody_without_a_part_in_it_looks_at_it_and_answers(decided, coordinator, second):
    challenge = entered(decided, coordinator)
    url = f"/meetings/challenges/{challenge.id}"
    assert second.opens(url).status_code == 404
    assert coordinator.fills_in(url, account=str(second.account.id)).status_code == 303

    page = second.reads(url).get_text(" ", strip=True)
    assert SAID in page
    assert decided.sentence in page
    assert second.opens(f"/meetings/decisions/{decided.id}").status_code == 404
    said = {
        "outcome": ChallengeOutcome.FULLER.value,
        "reply": "The group said too little of the GP. It stands.",
    }
    assert "Write down the legal advice" in second.fills_in(url, **said).text
    assert second.fills_in(url, **said, advice="Counsel, 3 December: lawful.").status_code == 303

    assert challenge.outcome == ChallengeOutcome.FULLER
    assert challenge.considered_by == second.account
    assert runs(decided.case, ClockKind.RECONSIDER) == []
    with pytest.raises(Refused, match="answered already"):
        answer_challenge(challenge, ChallengeOutcome.UPHELD, advice="x", reply="y", by=second.account)


def test_nobody_who_had_a_part_is_offered(decided, coordinator, chair, second):
    challenge = entered(decided, coordinator)
    offered = {account.id for account in queries.people_to_ask(challenge)}
    board = decided.ratifications[0].answered_by
    bench = next(s.account for s in decided.item.meeting.invited if s.account.name == "Bea Bench")
    assert second.account.id in offered
    for account in (chair.account, board, bench, coordinator.account):
        assert account.id not in offered
    with pytest.raises(Refused, match="had a part"):
        ask_to_consider(challenge, chair.account, by=coordinator.account)


def test_it_is_looked_at_once(decided, coordinator):
    entered(decided, coordinator)
    with pytest.raises(Refused, match="once"):
        entered(decided, coordinator)
    entered(decided, coordinator, ChallengeBy.FAMILY)


def test_after_twenty_working_days_it_is_taken_for_a_reason_only(decided, coordinator, time_machine):
    last = queries.challenged_until(decided)
    time_machine.move_to(clock.now() + (last - clock.today()) + timedelta(days=1))
    with pytest.raises(Refused, match="The time to ask was over on"):
        entered(decided, coordinator)
    challenge = entered(decided, coordinator, late_because="The letter went to an old address.")
    assert challenge.late_because


def test_what_is_not_ratified_cannot_be_challenged(item, coordinator, chair):
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    with pytest.raises(Refused, match="Only a decision that is ratified"):
        entered(decision, coordinator)
    ratify(decision)
    entered(decision, coordinator)


def test_the_panel_speaks_of_children_and_the_home_office_of_domestic_abuse(
    item, coordinator, chair, decided
):
    for who in (ChallengeBy.PANEL, ChallengeBy.HOME_OFFICE):
        with pytest.raises(Refused, match="not reported to them"):
            entered(decided, coordinator, who)
    page = coordinator.opens(f"/meetings/decisions/{decided.id}/challenges").text
    assert "The Home Office" not in page


def test_the_panels_answer_has_its_own_clock_and_a_coordinator_may_reply(coordinator, chair, referrer):
    item = an_item(by=coordinator.account, referrer=referrer.account)
    decision = a_ratified_decision(
        item, Route.CHILD, by=coordinator.account, chair=chair.account, outcome=Outcome.NO_REVIEW
    )
    challenge = entered(decision, coordinator, ChallengeBy.PANEL)
    assert runs(item.case, ClockKind.PANEL_REPLY)
    ask_to_consider(challenge, coordinator.account, by=coordinator.account)
    answer_challenge(
        challenge, ChallengeOutcome.UPHELD, advice="", reply="In six months.", by=coordinator.account
    )
    assert not runs(item.case, ClockKind.PANEL_REPLY)


def test_the_referrer_asks_from_their_own_page_and_sees_nothing_more(decided, referrer, people):
    url = f"/meetings/challenges/of-referral/{decided.item.referral_id}"
    assert referrer.reads(f"/referrals/{decided.item.referral_id}").select_one(f"a[href='{url}']")
    assert "You may ask once" in referrer.opens(url).text
    assert referrer.fills_in(url, words="").status_code == 422
    assert referrer.fills_in(url, words=SAID).status_code == 303
    (challenge,) = decided.challenges
    assert challenge.by == ChallengeBy.REFERRER
    assert referrer.opens(f"/meetings/challenges/{challenge.id}").status_code == 404
    assert "You asked on" in referrer.opens(url).text
    again = referrer.posts(url, route=decided.route.value, words=SAID)
    assert again.status_code == 422
    assert "It is looked at again once." in again.text
    assert people.referrer("NHS Marlshire").opens(url).status_code == 404


def test_the_referrer_is_told_and_reads_the_answer(decided, referrer, coordinator, second):
    url = f"/meetings/challenges/of-referral/{decided.item.referral_id}"
    challenge = entered(decided, coordinator)
    ask_to_consider(challenge, second.account, by=coordinator.account)
    answer_challenge(
        challenge,
        ChallengeOutcome.UPHELD,
        advice="Counsel: lawful.",
        reply="It was one provider.",
        by=second.account,
    )
    commit()
    page = referrer.opens(url).text
    assert "It was one provider." in page
    assert "Counsel: lawful." not in page
    (notice,) = db.session.query(Notice).filter_by(kind="answer to the referrer")
    assert _wordings[notice.kind](referrer.account.id, notice.thing_id).path == url


def test_the_rule_and_the_query_agree(decided, coordinator, second, people):
    challenge = entered(decided, coordinator)

    def agree():
        for person in [*people.everyone(), second]:
            ruled = may.read_challenge(person.account, challenge)
            assert bool(queries.challenge_visible_to(person.account, challenge.id)) == ruled

    agree()
    ask_to_consider(challenge, second.account, by=coordinator.account)
    agree()
    cases.restrict(decided.case, by=coordinator.account, members=[coordinator.account])
    agree()
    cases.step_out(decided.case, second.account, by=second.account)
    agree()
    assert db.session.query(Challenge).count() == 1


def test_another_chair_who_was_not_there_may_look_at_it(decided, coordinator):
    other = an_account("Una Other", Role.CHAIR, "Marlshire Safeguarding Partnership")
    assert other.id in {each.id for each in queries.people_to_ask(entered(decided, coordinator))}
