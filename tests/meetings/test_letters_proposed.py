"""What each letter says before anybody has changed it, and which are due when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pprg import clock
from pprg.briefings.language.ease import reading_ease
from pprg.documents.letters import pieces_of
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings.queries.letters import letters_due
from pprg.meetings.services import letters as services
from pprg.meetings.states import OPEN_TO, Answer, LetterKind, Outcome
from tests.meetings.builders import WHY, a_ratified_decision, an_item
from tests.meetings.letters import not_held, to_referrer
from tests.referrals.builders import ALIAS, NAME


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )


@pytest.fixture
def decided(item, coordinator, people):
    return a_ratified_decision(item, by=coordinator, chair=people.chair().account)


def text_of(page):
    return page.main.get_text(" ", strip=True)


def test_a_ratified_decision_says_which_letters_it_asks_for_and_why(decided, coordinator, item, people):
    due = [(one.due.kind, one.due.to_referrer) for one in letters_due(decided)]
    assert due == [
        (LetterKind.REVIEW_AGREED, True),
        (LetterKind.REVIEW_AGREED, False),
        (LetterKind.FAMILY, False),
    ]
    assert all(one.due.why for one in letters_due(decided))
    page = people.coordinator().reads(f"/meetings/of-case/{item.case_id}/letters")
    said = text_of(page)
    assert "To the agencies and the executive" in said
    assert "They hear of it, and agencies name people for its panel." in said


@pytest.mark.parametrize(
    ("route", "outcome", "kinds"),
    [
        (Route.DHR, Outcome.DHR, {LetterKind.REVIEW_AGREED, LetterKind.FAMILY, LetterKind.HOME_OFFICE}),
        (Route.DHR, Outcome.NO_REVIEW, {LetterKind.NO_REVIEW, LetterKind.FAMILY, LetterKind.HOME_OFFICE}),
        (Route.CHILD, Outcome.LCSPR, {LetterKind.REVIEW_AGREED, LetterKind.FAMILY, LetterKind.PANEL}),
        (Route.CHILD, Outcome.BRIEFING, {LetterKind.NO_REVIEW, LetterKind.FAMILY, LetterKind.PANEL}),
        (Route.CHILD, Outcome.RAPID_REVIEW, {LetterKind.REVIEW_AGREED, LetterKind.FAMILY}),
        (Route.SAR, Outcome.LEARNING_REVIEW, {LetterKind.NO_REVIEW, LetterKind.FAMILY}),
        (Route.LEARNING, Outcome.LEARNING_REVIEW, {LetterKind.REVIEW_AGREED, LetterKind.FAMILY}),
        (Route.SAR, Outcome.WAIT, {LetterKind.INFORMATION}),
    ],
)
def test_each_route_and_outcome_has_its_letters(item, coordinator, people, route, outcome, kinds):
    decision = a_ratified_decision(
        item, route, by=coordinator, chair=people.chair().account,
        outcome=outcome, of_whom="Marlford Housing", until=clock.today() + timedelta(days=28),
    )  # fmt: skip
    assert {one.due.kind for one in letters_due(decision)} == kinds
    for one in letters_due(decision):
        letter = services.propose_letter(one.due.kind, decision=decision, by=coordinator)
        assert letter.words
        assert NAME not in letter.words
        assert ALIAS not in letter.words


def test_the_letter_of_a_review_says_law_criteria_time_panel_and_who_comes(decided, coordinator):
    words = to_referrer(decided, coordinator).words
    for part in (
        "Section 44(1) to (3) of the Care Act 2014", decided.case.reference, WHY, "within six months",
        "who will sit on the review’s panel", "Whoever leads the review will get in touch",
        "The Safeguarding Adults Board, whose decision it finally is, agreed on",
    ):  # fmt: skip
        assert part in words


def test_a_letter_of_no_review_gives_each_criterion_why_what_instead_and_how_to_ask_again(
    item, coordinator, people
):
    decision = not_held(item, coordinator, people.chair().account)
    decision.weighings[3].answer = Answer.NOT_MET
    words = to_referrer(decision, coordinator, LetterKind.NO_REVIEW).words
    for number, criterion in enumerate(decision.criteria.criteria, start=1):
        assert f"## {number}. {criterion.question}" in words
    assert words.count(WHY) >= len(decision.criteria.criteria)
    assert f"Not met. {WHY}" in words
    for part in (
        "We have asked Brook House to review its own part", "within 20 working days", "had no part in the",
        "Ombudsman", "practice.reviews@example.org", decision.sentence,
    ):  # fmt: skip
        assert part in words


def test_a_death_through_domestic_abuse_is_called_what_it_was_called_on_the_day(
    app, item, coordinator, people, monkeypatch
):
    house = app.config["PPRG"]
    later = replace(house, dhr_label="domestic abuse related death review", dhr_label_from=clock.today())
    monkeypatch.setitem(app.config, "PPRG", later)
    item.meeting.held_on = clock.today() - timedelta(days=1)
    decision = a_ratified_decision(
        item, Route.DHR, by=coordinator, chair=people.chair().account, outcome=Outcome.DHR
    )
    words = services.propose_letter(LetterKind.HOME_OFFICE, decision=decision, by=coordinator).words
    assert "There will be a Domestic Homicide Review." in words
    assert "domestic abuse related" not in words


def test_a_letter_that_needs_a_decision_or_a_referral_is_not_begun_without(item, coordinator):
    with pytest.raises(Refused, match="of a decision"):
        services.propose_letter(LetterKind.FAMILY, case=item.case, by=coordinator)
    with pytest.raises(Refused, match="answers a referral"):
        services.propose_letter(LetterKind.ACKNOWLEDGEMENT, case=item.case, by=coordinator)


@pytest.mark.parametrize(
    "outcome", [Outcome.MANDATORY_SAR, Outcome.DISCRETIONARY_SAR, *OPEN_TO[Route.LEARNING]]
)
def test_letters_to_referrers_and_families_are_plain_english(item, coordinator, people, outcome):
    """Flesch reading ease 70 and more is plain English; the goal of the house is 60."""
    decision = a_ratified_decision(
        item, by=coordinator, chair=people.chair().account,
        outcome=outcome, of_whom="Brook House", until=clock.today() + timedelta(days=84),
    )  # fmt: skip
    for one in letters_due(decision):
        words = services.propose_letter(one.due.kind, decision=decision, by=coordinator).words
        assert reading_ease([piece.words for piece in pieces_of(words)]) >= 70, one.due.kind


@pytest.mark.parametrize("kind", [LetterKind.ACKNOWLEDGEMENT, LetterKind.INVITATION, LetterKind.INFORMATION])
def test_so_are_letters_before_a_decision(item, coordinator, kind):
    words = services.propose_letter(kind, case=item.case, referral=item.referral, by=coordinator).words
    assert reading_ease([piece.words for piece in pieces_of(words)]) >= 70
    assert NAME not in words


def test_an_invitation_says_when_and_an_acknowledgement_what_to_do_in_danger(item, coordinator):
    item.starts_at = "10:40"
    invited = services.propose_letter(LetterKind.INVITATION, referral=item.referral, by=coordinator).words
    for part in ("County Hall", "10:40", "ten minutes", "What is said stays in the room"):
        assert part in invited
    known = services.propose_letter(LetterKind.ACKNOWLEDGEMENT, referral=item.referral, by=coordinator).words
    for part in (item.case.reference, "ring 999", "01632\u00a0960110", "The group talks about it on"):
        assert part in known


def test_a_request_names_the_law_and_nobody_and_says_how_to_answer(item, coordinator):
    words = services.propose_letter(LetterKind.INFORMATION, case=item.case, by=coordinator).words
    for part in (
        "Section 45 of the Care Act 2014",
        "## Who it is about\n\n[If this goes by secure mail: the least by which they find the person",
        "If no name stands here, ring us.",
        "secure mail",
        "please say so",
    ):
        assert part in words
