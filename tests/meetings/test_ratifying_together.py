"""Partners who decide together, the executive above them, and what is asked of nobody any more."""

from dataclasses import replace

import pytest

from pprg.accounts import services as accounts
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.home.today import today_of
from pprg.meetings import services
from pprg.meetings.letters.compose import facts_of
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.rules import ratifying as may
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import InterestKind, Outcome, RatifyingEvent, RatifyingState, Ruling
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.reviews.models import Review
from tests.meetings.builders import a_meeting, a_signed_decision
from tests.people import Person, an_account

SAB = LegalOwner.SAFEGUARDING_ADULTS_BOARD
COUNCIL, HEALTH, POLICE = PARTNERS = (
    LegalOwner.PARTNER_LOCAL_AUTHORITY,
    LegalOwner.PARTNER_HEALTH,
    LegalOwner.PARTNER_POLICE,
)
WHY = "No abuse is suspected by us."


@pytest.fixture
def executive(people):
    return people.decision_maker()


@pytest.fixture
def partners(people):
    return {owner: people.decision_maker(owner) for owner in PARTNERS}


@pytest.fixture
def rapid(item, partners, executive, coordinator, chair):
    by = coordinator.account
    made = a_signed_decision(item, Route.CHILD, by=by, chair=chair.account, outcome=Outcome.RAPID_REVIEW)
    commit()
    return made


def asked(decision, owner):
    return next(each for each in decision.ratifications if each.owner == owner)


def url(ratification):
    return f"/meetings/ratifications/{ratification.id}"


def says(person, ratification, event, reasons=""):
    return person.fills_in(
        url(ratification), form="form[action*='/ratifications/']", answer=event.value, reasons=reasons
    )


def told(kind):
    """Who is told in a mail of this kind, with its words as they would be sent now."""
    found = db.session.query(Notice).filter_by(kind=kind)
    return {notice.to_id: _wordings[kind](notice.to_id, notice.thing_id) for notice in found}


def test_partners_read_what_another_changed_before_they_sign(rapid, partners):
    says(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.CHANGE, "Without the school.")

    page = partners[HEALTH].reads(url(asked(rapid, HEALTH))).get_text(" ", strip=True)
    assert "ratified with changes. Without the school." in page
    changed = told("recommendation agreed with changes")
    assert changed.keys() == {partners[HEALTH].account.id, partners[POLICE].account.id}
    assert all(words and rapid.case.reference in words.subject for words in changed.values())


def test_what_is_agreed_with_changes_is_told_so(rapid, partners, coordinator, chair):
    says(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.ESCALATE, "Our own lawyers doubt it.")
    says(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.CHANGE, "Without the school.")
    assert chair.account.id in told("recommendation answered")
    for owner in (HEALTH, POLICE):
        says(partners[owner], asked(rapid, owner), RatifyingEvent.RATIFY)

    assert "Agreed with changes by: Safeguarding partner: local authority." in rapid.item.referral.outcome
    facts = facts_of(rapid.case, rapid.item.referral, rapid, by=coordinator.account)
    assert facts.decided.changes == "Without the school."  # what was escalated is not for the referrer


def test_the_executive_reads_a_disputed_rapid_review_and_answers_for_nobody(rapid, partners, executive):
    says(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.REFUSE, WHY)
    assert executive.opens(url(asked(rapid, COUNCIL))).status_code == 404
    says(partners[POLICE], asked(rapid, POLICE), RatifyingEvent.RATIFY)

    assert executive.account.id in told("recommendation disputed")
    assert "Before the executive" in executive.opens("/meetings/ratifications").text
    assert any("Before the executive" in need.do for need in today_of(executive.account).waits)
    for owner in PARTNERS:
        page = executive.reads(url(asked(rapid, owner)))
        assert not page.select_one("[name=answer]")
        posted = executive.posts(url(asked(rapid, owner)), answer=RatifyingEvent.RATIFY.value)
        assert posted.status_code == 403
        assert executive.opens(f"{url(asked(rapid, owner))}/pack").status_code == 404
    assert WHY in executive.opens(url(asked(rapid, COUNCIL))).text


def test_what_is_escalated_is_before_the_executive_until_it_is_answered(rapid, partners, executive, chair):
    council = asked(rapid, COUNCIL)
    says(partners[COUNCIL], council, RatifyingEvent.ESCALATE, WHY)
    assert told("recommendation escalated").keys() == {executive.account.id}
    assert WHY in executive.opens(url(council)).text

    says(partners[COUNCIL], council, RatifyingEvent.RATIFY)
    assert executive.opens(url(council)).status_code == 404
    assert told("recommendation escalated") == {executive.account.id: None}


def test_of_the_executive_too_whoever_stepped_out_reads_nothing(rapid, partners, executive):
    council = asked(rapid, COUNCIL)
    says(partners[COUNCIL], council, RatifyingEvent.ESCALATE, WHY)
    assert executive.presses(f"{url(council)}/interest", "Step out of this case").status_code == 303
    assert executive.opens(url(council)).status_code == 404
    assert rapid.case.reference not in executive.opens("/meetings/ratifications").text


def test_the_rule_and_the_query_agree_on_the_executive(rapid, partners, executive, people):
    def agree():
        for person in [*people.everyone(), *partners.values(), executive]:
            for each in rapid.ratifications:
                seen = queries.ratification_visible_to(person.account, each.id) is not None
                assert seen == may.read_ratification(person.account, each), person.account.name

    agree()
    for owner, event in ((COUNCIL, RatifyingEvent.REFUSE), (POLICE, RatifyingEvent.CHANGE)):
        says(partners[owner], asked(rapid, owner), event, WHY)
        agree()
    says(partners[HEALTH], asked(rapid, HEALTH), RatifyingEvent.ESCALATE, WHY)
    agree()
    cases.close_quietly(rapid.case, executive.account, by=executive.account)
    agree()


def test_a_form_that_was_open_while_it_was_amended_comes_back_with_its_words(
    rapid, partners, coordinator, chair
):
    later = amend_decision(rapid, "A report came late.", by=coordinator.account)
    other = replace(later.words, reason="four agencies closed it and nobody rang")
    services.save_decision(later, other, version=later.version, by=coordinator.account)
    services.record_decision(later, by=coordinator.account)
    services.sign_decision(later, by=chair.account)
    commit()

    answer = partners[POLICE].posts(
        url(asked(rapid, POLICE)), answer=RatifyingEvent.REFUSE.value, reasons="We were not asked."
    )

    assert answer.status_code == 409
    assert "We were not asked." in answer.text
    assert "amended since" in answer.text
    assert asked(rapid, POLICE).state == RatifyingState.WITH_OWNER


def test_whoever_comes_second_for_the_same_body_keeps_what_they_wrote(app, rapid, partners, people):
    first = partners[POLICE]
    other = _another(app, "Sam Second", POLICE)
    says(first, asked(rapid, POLICE), RatifyingEvent.RATIFY)
    answer = other.posts(url(asked(rapid, POLICE)), answer=RatifyingEvent.REFUSE.value, reasons="Not us.")
    assert answer.status_code == 409
    assert "Not us." in answer.text
    assert asked(rapid, POLICE).answered_by == first.account


def test_what_another_meeting_decided_since_is_not_answered_any_more(rapid, partners, coordinator, chair):
    says(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.REFUSE, WHY)
    by = coordinator.account
    again = services.put_on_agenda(a_meeting(by=by, in_days=20), rapid.item.referral, by=by)
    newer = a_signed_decision(again, Route.CHILD, by=by, chair=chair.account, outcome=Outcome.NO_REVIEW)
    commit()

    for owner in (HEALTH, POLICE):
        old = asked(rapid, owner)
        assert [each.decision for each in queries.waiting_for(partners[owner].account)] == [newer]
        answer = partners[owner].posts(url(old), answer=RatifyingEvent.RATIFY.value)
        assert answer.status_code == 409
        assert "decided on this again" in answer.text
    assert (
        chair.fills_in(f"{url(asked(rapid, COUNCIL))}/escalation", reasons="It cannot wait.").status_code
        == 422
    )
    for owner in PARTNERS:
        services.answer_ratification(asked(newer, owner), RatifyingEvent.RATIFY, by=partners[owner].account)
    assert db.session.query(Review).count() == 0
    with pytest.raises(Refused, match="decided on this again"):
        services.answer_ratification(asked(rapid, POLICE), RatifyingEvent.RATIFY, by=partners[POLICE].account)


def test_when_the_only_decision_maker_leaves_the_coordinator_is_led_to_it(rapid, partners, coordinator):
    answers = f"/meetings/decisions/{rapid.id}/ratification"
    assert "Nobody can answer" not in coordinator.opens(answers).text
    accounts.close_account(partners[HEALTH].account, by=accounts.command_line())
    commit()

    said = coordinator.reads(answers).get_text(" ")
    assert "Nobody can answer for Safeguarding partner: integrated care board." in said
    need = next(n for n in today_of(coordinator.account).needs if "Find somebody" in n.do)
    assert "integrated care board" in need.do


def test_whoever_comes_after_them_finds_it_waiting(app, rapid, partners, coordinator):
    accounts.close_account(partners[HEALTH].account, by=accounts.command_line())
    after = _another(app, "Nia New", HEALTH)
    assert [each.owner for each in queries.waiting_for(after.account)] == [HEALTH]
    assert "Nobody can answer" not in coordinator.opens(f"/meetings/decisions/{rapid.id}/ratification").text
    assert says(after, asked(rapid, HEALTH), RatifyingEvent.RATIFY).status_code == 303


def test_of_a_restricted_case_in_which_nobody_of_a_body_is_named_it_is_said(rapid, coordinator):
    cases.restrict(rapid.case, by=coordinator.account, members=[coordinator.account])
    commit()
    assert {each.owner for each in queries.nobody_answers(coordinator.account)} == set(PARTNERS)


def test_whom_the_chair_ruled_out_of_deciding_does_not_ratify_it(rapid, partners, chair):
    police = partners[POLICE].account
    said = services.declare_interest(rapid.item, InterestKind.AGENCY, by=police)
    assert not may.answer_ratification(police, asked(rapid, POLICE))
    services.rule_on_interest(said, Ruling.STAY, because="It is normal.", by=chair.account)
    assert may.answer_ratification(police, asked(rapid, POLICE))


def test_escalated_twice_is_escalated_once(rapid, partners, executive):
    for _ in range(2):
        by = partners[COUNCIL].account
        services.answer_ratification(asked(rapid, COUNCIL), RatifyingEvent.ESCALATE, reasons=WHY, by=by)
    assert asked(rapid, COUNCIL).reasons.count(WHY) == 1


def _another(app, name, owner):
    account = an_account(name, Role.DECISION_MAKER, "", owner)
    commit()
    return Person(app, account)
