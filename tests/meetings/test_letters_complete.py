"""Each kind of letter holds everything that such a letter has to tell, before anybody has changed it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pprg import clock
from pprg.briefings.language.ease import reading_ease
from pprg.database import db
from pprg.documents.letters import pieces_of
from pprg.guidance.codes import Route
from pprg.meetings.letters import compose
from pprg.meetings.letters.phrases import day
from pprg.meetings.queries.letters import letters_due
from pprg.meetings.queries.offers import offers
from pprg.meetings.services import letters as services
from pprg.meetings.services import posting
from pprg.meetings.states import LetterKind, Outcome
from pprg.notices.models import Notice
from pprg.reviews import services as reviews
from pprg.reviews.states import Intention, Method
from pprg.reviews.words import ScopeWords
from tests.builders import a_sent_referral
from tests.meetings.builders import WHY, a_ratified_decision, an_item
from tests.meetings.letters import not_held, sent, to_referrer
from tests.requests.builders import NAME, a_case, asked
from tests.reviews.builders import findings, recommendations

NEXT_YEAR = clock.today().year + 1
LATER = clock.today() + timedelta(days=33)
SCOPE = ScopeWords(
    period_from=date(2024, 1, 1),
    period_to=date(2025, 6, 2),
    key_questions=("Who held the whole picture?", "What did she want?"),
    method=Method.LEARNING_TOGETHER,
    report_by=date(NEXT_YEAR, 5, 4),
    publish_by=date(NEXT_YEAR, 7, 1),
    publication=Intention.IN_FULL,
)


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def chair(people):
    return people.chair().account


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )


@pytest.fixture
def decided(item, coordinator, chair):
    return a_ratified_decision(
        item, by=coordinator, chair=chair, learning_now="Ring the others before you close."
    )


@pytest.fixture
def review(decided, coordinator):
    found = compose.review_of(decided, coordinator)
    reviews.save_scope(found, SCOPE, version=0, by=coordinator)
    return found


def words_of(kind, by, **about):
    return services.propose_letter(kind, by=by, **about).words


def is_plain(words):
    assert reading_ease([piece.words for piece in pieces_of(words)]) >= 70


def holds(words, *parts):
    assert [part for part in parts if part not in words] == []


def test_an_acknowledgement_goes_to_the_lead_too_and_says_the_next_meeting(people, item, coordinator):
    ahead, nobody_knows = item.meeting.held_on, a_sent_referral(by=people.referrer().account)
    letter = services.propose_letter(LetterKind.ACKNOWLEDGEMENT, referral=item.referral, by=coordinator)
    holds(letter.to, "referrer", "safeguarding lead", "Marlshire Police")
    holds(letter.words, item.case.reference, "What happens next", day(ahead), "999", "01632\u00a0960100")
    sent(letter, coordinator)
    told = db.session.scalars(select(Notice.to_id).where(Notice.kind == posting.LETTER)).all()
    assert {people.referrer().account.id, people.safeguarding_lead().account.id} == set(told)
    words = words_of(LetterKind.ACKNOWLEDGEMENT, coordinator, referral=nobody_knows)
    holds(words, f"The next is on {day(ahead)}. We will tell you the day of yours.")


def test_a_request_has_the_questions_and_the_day_that_the_agencies_were_given(people, coordinator):
    (request,) = asked(
        a_case(by=coordinator), "NHS Marlshire", by=coordinator, questions="Who saw her in May?", due_on=LATER
    )
    words = words_of(LetterKind.INFORMATION, coordinator, case=request.case)
    holds(
        words, day(LATER), "Who saw her in May?", "Why you may tell us", "Who it is about",
        "Which time to search", "What we ask", "secure mail", "If you did not know the person, please say so",
    )  # fmt: skip
    assert NAME.split()[-1] not in words


def test_a_letter_of_a_review_says_scope_time_way_and_what_can_be_learned_now(decided, review, coordinator):
    words = to_referrer(decided, coordinator).words
    holds(
        words, "Section 44(1) to (3) of the Care Act 2014", WHY, "Who held the whole picture?",
        "from 1\u00a0January\u00a02024 to 2\u00a0June\u00a02025", "systems review by trained reviewers",
        f"ready by {day(SCOPE.report_by)}", "within six months", "Whoever leads the review will get in touch",
        "who will sit on the review’s panel", "Ring the others before you close.",
    )  # fmt: skip
    is_plain(words)


def test_for_a_rapid_review_nobody_is_asked_to_sit_on_a_panel(item, coordinator, chair):
    decision = a_ratified_decision(
        item, Route.CHILD, by=coordinator, chair=chair, outcome=Outcome.RAPID_REVIEW
    )
    words = to_referrer(decision, coordinator).words
    holds(words, "within two working days who will come to the meeting", "within 15 working days")
    assert "panel for your agency" not in words
    family = words_of(LetterKind.FAMILY, coordinator, decision=decision)
    holds(family, "Within three weeks it says if there should be a longer one", "advocate")
    assert "read the report" not in family
    is_plain(family)
    assert LetterKind.PANEL not in {one.kind for one in offers(coordinator, item.case).values()}


def test_a_national_review_is_not_promised_to_a_family(item, coordinator, chair):
    decision = a_ratified_decision(item, Route.CHILD, by=coordinator, chair=chair, outcome=Outcome.NATIONAL)
    family = words_of(LetterKind.FAMILY, coordinator, decision=decision)
    holds(family, "The panel decides whether there is one. We will tell you.")
    assert "there will be a review" not in family


def test_a_letter_of_no_review_says_what_can_be_learned_and_the_agency_asked_hears_too(
    item, coordinator, chair
):
    decision = not_held(item, coordinator, chair)
    decision.learning_now = "Ring the others before you close."
    due = [(one.due.kind, one.due.to_referrer) for one in letters_due(decision)]
    assert due[:2] == [(LetterKind.NO_REVIEW, True), (LetterKind.NO_REVIEW, False)]
    words = to_referrer(decision, coordinator, LetterKind.NO_REVIEW).words
    holds(words, "## What can be learned now", "Ring the others before you close.", "20 working days")


def test_a_letter_to_a_family_says_what_a_review_is_and_is_not_and_who_stands_by_them(decided, coordinator):
    words = words_of(LetterKind.FAMILY, coordinator, decision=decided)
    holds(
        words, "What a review is", "What a review is not", "Where somebody has died, the coroner does that",
        "How you can take part", "called an advocate", "01632\u00a0960100", "You do not have to do anything",
    )  # fmt: skip
    is_plain(words)


@pytest.mark.parametrize("outcome", [Outcome.DHR, Outcome.NO_REVIEW])
def test_the_home_office_hears_either_way_and_nothing_that_is_meant_for_an_agency(
    item, coordinator, chair, outcome
):
    decision = a_ratified_decision(item, Route.DHR, by=coordinator, chair=chair, outcome=outcome)
    words = words_of(LetterKind.HOME_OFFICE, coordinator, decision=decision)
    holds(words, decision.sentence, WHY, item.case.reference, "Community Safety Partnership")
    assert "Your own agency" not in words


def test_once_it_has_ended_the_family_hears_first_then_the_referrer_and_the_agencies(
    people, decided, review, coordinator
):
    early = services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator)
    early.created_at = clock.now() - timedelta(days=90)
    db.session.flush()
    sent(early, coordinator)
    assert compose.concluded_on(decided, coordinator) is None
    author = people.author().account
    reviews.appoint_author(review, author, by=coordinator)
    reviews.set_findings(review, findings("F1"), by=author)
    reviews.set_recommendations(review, recommendations(R1="F1"), by=author)
    reviews.conclude_review(review, by=coordinator)
    ended = compose.concluded_on(decided, coordinator)
    waiting = [one.due for one in letters_due(decided, concluded_on=ended) if one.letter is None]
    assert [(one.kind, one.whom) for one in waiting[-3:]] == [
        (LetterKind.FAMILY, "To the person or the family"),
        (LetterKind.CONCLUSION, "To the referrer"),
        (LetterKind.CONCLUSION, "To the agencies"),
    ]
    family = words_of(LetterKind.FAMILY, coordinator, decision=decided)
    others = words_of(LetterKind.CONCLUSION, coordinator, decision=decided)
    for words in (family, others):
        holds(words, "Nobody called a meeting (F1)", "Agree who leads (R1)", day(SCOPE.publish_by))
    holds(family, "You hear of it before others do", "advocate")
    holds(others, "The person and the family hear of it first", "what it will do, by when")
    is_plain(family)


def test_what_is_not_to_be_published_is_not_said_to_be(decided, review, coordinator):
    review.scope.publication = Intention.NOT
    reviews.conclude_review(review, by=coordinator)
    for kind in (LetterKind.CONCLUSION, LetterKind.FAMILY):
        words = words_of(kind, coordinator, decision=decided)
        holds(words, "It is not made public.")
        assert day(SCOPE.publish_by) not in words
