"""Somebody asks the team before they refer; a coordinator answers; nobody else reads either."""

import pytest

from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.referrals import queries, services, wording
from pprg.referrals import rules as may
from pprg.referrals.models import Advice
from tests.people import an_account

QUESTION = "Somebody with no fixed address died here and lived in the next county. Do we refer?"
ANSWER = "Yes. Refer to the area where the death happened; we tell the other."


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def asked(people, referrer):
    people.coordinator()
    referrer.fills_in("/referrals/ask", words=QUESTION)
    return db.session.query(Advice).one()


def text_of(person):
    return person.reads("/referrals/ask").select_one("main").get_text(" ", strip=True)


def test_it_is_asked_answered_and_read(people, referrer, asked):
    assert "Not answered yet." in text_of(referrer)
    coordinator = people.coordinator()
    assert QUESTION in text_of(coordinator)
    assert "Rowan Referrer, Marlshire Police" in text_of(coordinator)
    assert coordinator.fills_in(f"/referrals/ask/{asked.id}", words=ANSWER).status_code == 303
    assert ANSWER in text_of(referrer)
    assert "Cora Coordinator" in text_of(referrer)


def test_coordinators_are_told_that_there_is_a_question_and_not_what_it_says(people, referrer, asked):
    coordinator = people.coordinator()
    assert {one.to_id for one in db.session.query(Notice).filter_by(kind=wording.ASKED)} == {
        coordinator.account.id
    }
    told = wording._word_advice(wording.ASKED, coordinator.account.id, asked.id)
    assert told.path == "/referrals/ask"
    assert "county" not in told.subject + told.body
    assert "Rowan" not in told.subject + told.body


def test_once_answered_the_team_is_not_told_and_who_asked_is(people, referrer, asked):
    coordinator = people.coordinator()
    services.answer_advice(asked, ANSWER, by=coordinator.account)
    assert wording._word_advice(wording.ASKED, coordinator.account.id, asked.id) is None
    told = wording._word_advice(wording.ANSWERED, referrer.account.id, asked.id)
    assert told.subject == "The team has answered you"


def test_nobody_else_reads_it(people, referrer, asked):
    others = [people.safeguarding_lead(), people.panel_member(), people.referrer("NHS Marlshire")]
    for person in others:
        assert QUESTION not in text_of(person)
        assert person.opens(f"/referrals/ask/{asked.id}").status_code == 404
    for person in (people.chair(), people.author(), people.auditor(), people.administrator()):
        assert person.opens("/referrals/ask").status_code == 403
        assert person.opens(f"/referrals/ask/{asked.id}").status_code == 404


def test_the_rule_and_the_query_agree_on_who_reads_it(people, asked):
    for person in people.everyone():
        by_query = queries.advice_visible_to(person.account, asked.id) is not None
        assert may.read_advice(person.account, asked) == by_query, person.account.name


def test_who_asked_cannot_answer(referrer, asked):
    assert referrer.opens(f"/referrals/ask/{asked.id}").status_code == 403


def test_two_coordinators_at_once_the_second_keeps_their_words(people, asked):
    first, second = people.coordinator(), people.coordinator("Colin Coordinator")
    url = f"/referrals/ask/{asked.id}"
    second.reads(url)
    first.fills_in(url, words=ANSWER)
    late = second.posts(url, words="I would say no.")
    assert late.status_code == 422
    assert "A colleague has answered this meanwhile." in late.text
    assert "I would say no." in late.text
    assert ANSWER in late.text
    with pytest.raises(Refused):
        services.answer_advice(asked, "No.", by=second.account)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "Write your question."), ("   ", "Write your question."), ("a" * 5_001, "Shorten this to 5,000")],
)
def test_a_question_that_cannot_be_sent_says_why_and_stays(referrer, words, sentence):
    answer = referrer.fills_in("/referrals/ask", words=words)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert words.strip() in answer.text
    assert not db.session.query(Advice).count()


def test_the_trail_has_neither_question_nor_answer(people, asked):
    services.answer_advice(asked, ANSWER, by=people.coordinator().account)
    trail = " ".join(f"{line.verb} {line.detail}" for line in db.session.query(AuditLine))
    assert "county" not in trail
    assert "asked the team" in trail


def test_a_referrer_finds_the_way_there_and_a_coordinator_how_many_wait(people, referrer, asked):
    assert referrer.reads("/referrals/").find("a", string="Ask the team a question")
    assert "Questions to the team (1)" in people.coordinator().reads("/referrals/").get_text()


def test_it_stands_on_a_coordinators_first_page_until_it_is_answered(people, referrer, asked):
    coordinator = people.coordinator()
    page = coordinator.reads("/")
    assert page.find("a", string="Answer 1 question to the team")["href"] == "/referrals/ask"
    assert "county" not in page.get_text()
    services.answer_advice(asked, ANSWER, by=coordinator.account)
    assert "to the team" not in coordinator.reads("/").get_text()
    assert "to the team" not in referrer.reads("/").get_text()


def test_somebody_who_left_reads_nothing_any_more(people, asked):
    gone = an_account("Gone Away", Role.COORDINATOR, "Marlshire Safeguarding Partnership")
    gone.active = False
    commit()
    assert queries.advice_visible_to(gone, asked.id) is None
