"""A recommendation before those whose decision it finally is: what they read, answer and set going."""

import pytest

from pprg.accounts import services as accounts
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import Ratification
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.recommendation import digest_of
from pprg.meetings.rules import ratifying as may
from pprg.meetings.services.ratifying import escalate_ratification
from pprg.meetings.states import Outcome, RatifyingEvent, RatifyingState
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.referrals.states import State
from pprg.reviews.models import Review
from tests.meetings.builders import EVIDENCE, REASON, WHY, a_signed_decision

SAB = LegalOwner.SAFEGUARDING_ADULTS_BOARD
COUNCIL, HEALTH, POLICE = (
    LegalOwner.PARTNER_LOCAL_AUTHORITY,
    LegalOwner.PARTNER_HEALTH,
    LegalOwner.PARTNER_POLICE,
)


@pytest.fixture
def board(people):
    return people.decision_maker()


@pytest.fixture
def partners(people):
    return {owner: people.decision_maker(owner) for owner in (COUNCIL, HEALTH, POLICE)}


@pytest.fixture
def signed(item, board, coordinator, chair):
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    commit()
    return decision


@pytest.fixture
def rapid(item, partners, coordinator, chair):
    decision = a_signed_decision(
        item, Route.CHILD, by=coordinator.account, chair=chair.account, outcome=Outcome.RAPID_REVIEW
    )
    commit()
    return decision


def asked(decision, owner=SAB):
    return next(each for each in decision.ratifications if each.owner == owner)


def url(ratification):
    return f"/meetings/ratifications/{ratification.id}"


def told(kind):
    """Who is told in a mail of this kind, with its words as they would be sent now."""
    found = db.session.query(Notice).filter_by(kind=kind)
    return {notice.to_id: _wordings[kind](notice.to_id, notice.thing_id) for notice in found}


def answers(person, ratification, event, reasons=""):
    return person.fills_in(url(ratification), answer=event.value, reasons=reasons)


def test_the_board_reads_the_whole_recommendation_and_nothing_else_of_the_case(signed, board):
    page = board.reads(url(asked(signed)))
    words = page.select_one("main article").get_text("\n", strip=True)
    whole = (signed.case.reference, signed.sentence, EVIDENCE, WHY, REASON, "Everyone agreed", "her deafness")
    for said in whole:
        assert said in words
    for criterion in signed.criteria.criteria:
        assert criterion.question in words
    assert "Core member, for the police" in words
    assert "Pol Police" not in words  # who took part stands there by what they do

    closed = (f"/meetings/decisions/{signed.id}", f"/meetings/items/{signed.item_id}",
              f"/cases/{signed.case_id}", f"/referrals/{signed.item.referral_id}",
              f"/meetings/decisions/{signed.id}/ratification")  # fmt: skip
    assert [board.opens(path).status_code for path in closed] == [404] * len(closed)


def test_they_see_exactly_what_is_kept_with_the_answer(signed, board):
    kept = asked(signed)
    shown = board.reads(url(kept)).select_one("main article").get_text(" ")
    assert shown.split() == [word for word in kept.text.split() if word.strip("#")]
    assert kept.digest == digest_of(kept.text)


def test_a_decision_maker_finds_it_and_signs(signed, board, coordinator, people):
    page = board.reads("/meetings/ratifications")
    assert page.select_one(f"a[href='{url(asked(signed))}']")
    assert set(told("recommendation to ratify")) == {board.account.id}
    assert signed.case.reference in told("recommendation to ratify")[board.account.id].subject

    assert answers(board, asked(signed), RatifyingEvent.RATIFY).status_code == 303

    assert asked(signed).state == RatifyingState.RATIFIED
    assert asked(signed).answered_by == board.account
    assert db.session.query(Review).one().case == signed.case
    assert signed.item.referral.state == State.DECIDED
    assert signed.item.referral.outcome == signed.sentence
    assert told("recommendation answered").keys() == {coordinator.account.id}
    assert (
        "Dee Safeguarding_Adults_Board"
        in coordinator.opens(f"/meetings/decisions/{signed.id}/ratification").text
    )


def test_the_mail_says_nothing_once_it_is_answered(signed, board):
    answers(board, asked(signed), RatifyingEvent.RATIFY)
    assert told("recommendation to ratify") == {board.account.id: None}


@pytest.mark.parametrize("event", [RatifyingEvent.CHANGE, RatifyingEvent.REFUSE, RatifyingEvent.ESCALATE])
def test_every_answer_but_plain_agreement_gives_its_reasons(signed, board, event):
    answer = answers(board, asked(signed), event)
    assert answer.status_code == 422
    assert "Give your reasons." in answer.text
    assert asked(signed).state == RatifyingState.WITH_OWNER

    assert answers(board, asked(signed), event, "The method is too slow.").status_code == 303
    assert "The method is too slow." in asked(signed).reasons


def test_agreeing_with_changes_takes_effect(signed, board):
    answers(board, asked(signed), RatifyingEvent.CHANGE, "In rapid time.")
    assert asked(signed).state == RatifyingState.CHANGED
    assert signed.is_ratified
    assert db.session.query(Review).count() == 1


def test_what_is_not_agreed_goes_back_to_the_group(signed, board, coordinator, chair):
    answers(board, asked(signed), RatifyingEvent.REFUSE, "The cause of death is not known.")

    assert signed.item.referral.state == State.RECEIVED
    assert signed.item.referral.outcome == ""
    assert db.session.query(Review).count() == 0
    assert set(told("recommendation not agreed")) >= {coordinator.account.id, chair.account.id}
    assert "Not agreed" in chair.opens("/meetings/ratifications").text


def test_a_chair_escalates_and_the_board_may_agree_after_all(signed, board, chair):
    answers(board, asked(signed), RatifyingEvent.REFUSE, "The cause of death is not known.")
    escalation = f"{url(asked(signed))}/escalation"
    assert chair.fills_in(escalation, reasons="").status_code == 422
    assert chair.fills_in(escalation, reasons="The criteria do not ask for it.").status_code == 303

    assert asked(signed).state == RatifyingState.ESCALATED
    assert "I want to escalate it" not in board.opens(url(asked(signed))).text
    answers(board, asked(signed), RatifyingEvent.RATIFY)

    assert signed.item.referral.state == State.DECIDED
    said = asked(signed).reasons
    assert said.index("cause of death") < said.index("criteria do not ask")


def test_three_partners_each_sign_for_themselves(rapid, partners):
    for owner in (COUNCIL, HEALTH):
        answers(partners[owner], asked(rapid, owner), RatifyingEvent.RATIFY)
    assert db.session.query(Review).count() == 0
    assert rapid.item.referral.state == State.TABLED

    answers(partners[POLICE], asked(rapid, POLICE), RatifyingEvent.RATIFY)
    assert db.session.query(Review).count() == 1
    assert rapid.item.referral.state == State.DECIDED


def test_nobody_reads_or_signs_for_another_owner(rapid, partners, board):
    for stranger in (partners[POLICE], board):
        assert stranger.opens(url(asked(rapid, COUNCIL))).status_code == 404
        posted = stranger.posts(url(asked(rapid, COUNCIL)), answer=RatifyingEvent.RATIFY.value)
        assert posted.status_code == 404
    assert asked(rapid, COUNCIL).state == RatifyingState.WITH_OWNER


def test_nobody_answers_for_two_owners_on_one_decision(rapid, partners):
    both = partners[COUNCIL]
    accounts.appoint(both.account, Role.DECISION_MAKER, by=accounts.command_line(), owner=HEALTH)
    commit()
    answers(both, asked(rapid, COUNCIL), RatifyingEvent.RATIFY)

    assert "What is your decision?" not in both.opens(url(asked(rapid, HEALTH))).text
    answer = both.posts(url(asked(rapid, HEALTH)), answer=RatifyingEvent.RATIFY.value)
    assert answer.status_code == 403
    with pytest.raises(Refused, match="two legal owners"):
        services.answer_ratification(asked(rapid, HEALTH), RatifyingEvent.RATIFY, by=both.account)


def test_nobody_ratifies_what_they_signed_or_recorded(signed, chair, coordinator):
    for person in (chair, coordinator):
        accounts.appoint(person.account, Role.DECISION_MAKER, by=accounts.command_line(), owner=SAB)
    commit()
    for person in (chair, coordinator):
        answer = person.posts(url(asked(signed)), answer=RatifyingEvent.RATIFY.value)
        assert answer.status_code == 403
    assert asked(signed).state == RatifyingState.WITH_OWNER


def test_signed_twice_is_signed_once(signed, board):
    for _ in range(2):
        services.answer_ratification(asked(signed), RatifyingEvent.RATIFY, by=board.account)
    assert db.session.query(Review).count() == 1
    assert len(told("recommendation answered")) == 1


def test_the_council_alone_against_a_rapid_review_is_shown_as_a_dispute(rapid, partners, chair):
    answers(partners[COUNCIL], asked(rapid, COUNCIL), RatifyingEvent.REFUSE, "No abuse is suspected.")
    assert not queries.in_dispute(rapid)
    answers(partners[POLICE], asked(rapid, POLICE), RatifyingEvent.RATIFY)

    assert queries.in_dispute(rapid)
    assert chair.account.id in told("recommendation disputed")
    assert "not of one mind" in chair.opens("/meetings/ratifications").text
    assert "not of one mind" in chair.opens(f"/meetings/decisions/{rapid.id}/ratification").text


def test_whoever_stepped_out_is_not_asked_and_reads_nothing(item, board, coordinator, chair):
    cases.step_out(item.case, board.account, by=board.account)
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    commit()
    assert board.opens(url(asked(decision))).status_code == 404
    assert told("recommendation to ratify") == {}


def test_of_a_restricted_case_only_a_decision_maker_who_is_named_reads(signed, board, coordinator):
    cases.restrict(signed.case, by=coordinator.account, members=[coordinator.account])
    commit()
    assert board.opens(url(asked(signed))).status_code == 404
    cases.let_know(signed.case, board.account, Part.DECISION_MAKER, by=coordinator.account)
    commit()
    assert board.opens(url(asked(signed))).status_code == 200


def test_a_group_that_decides_for_itself_asks_nobody(item, coordinator, chair):
    decision = a_signed_decision(item, Route.LEARNING, by=coordinator.account, chair=chair.account)
    assert decision.ratifications == []
    assert decision.is_ratified
    assert item.referral.state == State.DECIDED


def test_the_rule_and_the_query_agree_on_everybody(people, signed, board, coordinator, partners):
    def agree():
        rows = db.session.query(Ratification).all()
        for person in [*people.everyone(), *partners.values()]:
            seen = {each.id for each in queries.ratifications_visible_to(person.account)}
            ruled = {each.id for each in rows if may.read_ratification(person.account, each)}
            assert seen == ruled, person.account.name
        return rows

    assert agree()
    cases.restrict(signed.case, by=coordinator.account, members=[coordinator.account])
    agree()
    cases.let_know(signed.case, board.account, Part.DECISION_MAKER, by=coordinator.account)
    agree()
    cases.step_out(signed.case, board.account, by=board.account)
    agree()


def test_escalating_is_for_what_is_not_agreed(signed, chair, board):
    escalate_ratification(asked(signed), reasons="It cannot wait.", by=chair.account)
    services.answer_ratification(asked(signed), RatifyingEvent.RATIFY, by=board.account)
    with pytest.raises(Refused, match="ratified"):
        escalate_ratification(asked(signed), reasons="After all.", by=chair.account)
