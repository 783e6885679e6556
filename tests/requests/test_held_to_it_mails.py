"""Each mail about a request goes to whom it is for, says its one thing, and nothing once that is over."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.services import close_account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.cases.services import restrict, step_out
from pprg.database import commit, db
from pprg.errors import Mistaken, Refused
from pprg.notices.models import Notice
from pprg.notices.services import Words, _wordings
from pprg.requests import rules as may
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from tests.people import People, Person, an_account
from tests.requests.builders import NAME, asked, returned, written


@pytest.fixture
def police(coordinator: Person, lead: Person, people: People, case: Case) -> InfoRequest:
    """Only the police are asked; a health trust's representative is about as well."""
    people.panel_member()
    request = asked(case, "Marlshire Police", by=coordinator.account)[0]
    commit()
    return request


def mails(kind: str) -> dict[str, Words | None]:
    """To whom mails of this kind go, by name, with their words as they would be sent now."""
    db.session.flush()
    found = db.session.query(Notice).filter_by(kind=kind)
    return {
        db.session.get_one(Account, notice.to_id).name: _wordings[kind](notice.to_id, notice.thing_id)
        for notice in found
    }


def the_one(kind: str) -> Words:
    """The words of the only mail of this kind, which has something to say."""
    (words,) = mails(kind).values()
    assert words is not None
    return words


def lines(verb: str) -> int:
    return db.session.query(AuditLine).filter(AuditLine.verb == verb).count()


def test_the_agency_is_told_that_it_is_asked_by_when_and_where(police: InfoRequest, lead: Person):
    assert mails("information asked").keys() == {"Lee Lead"}
    words = the_one("information asked")
    assert words.address == lead.account.email
    assert words.path == f"/requests/{police.id}"
    assert words.subject.startswith(police.case.reference)
    assert f"{police.due_on.day} {police.due_on:%B %Y}" in words.body
    assert NAME not in words.subject + words.body


@pytest.mark.parametrize(
    "over", ["returned", "nothing known", "withdrawn", "restricted", "stepped out", "left"]
)
def test_it_is_told_nothing_once_that_is_over(
    police: InfoRequest, lead: Person, coordinator: Person, over: str
):
    requests.chase_requests([police], by=coordinator.account)
    if over == "returned":
        returned(police, by=lead.account)
    elif over == "nothing known":
        requests.say_nothing_known(police, searched="All years", authorised_by="", by=lead.account)
    elif over == "withdrawn":
        requests.withdraw_request(police, by=coordinator.account)
    elif over == "restricted":
        restrict(police.case, by=coordinator.account, members=[coordinator.account])
    elif over == "left":
        close_account(lead.account, by=coordinator.account)
        assert not may.answer_request(lead.account, police)
        assert lead.account not in requests.who_answers(police)
    else:
        step_out(police.case, lead.account, by=lead.account)
    commit()
    for kind in ("information asked", "information chased"):
        assert mails(kind) == {"Lee Lead": None}


def test_that_it_was_withdrawn_is_told_only_while_it_is(
    police: InfoRequest, coordinator: Person, lead: Person
):
    requests.withdraw_request(police, by=coordinator.account)
    assert "need not answer" in the_one("information request withdrawn").body
    assert lines("withdrew") == 1
    step_out(police.case, lead.account, by=lead.account)
    commit()
    assert mails("information request withdrawn") == {"Lee Lead": None}


def test_what_came_is_told_to_the_coordinators_of_the_case(
    people: People, police: InfoRequest, lead: Person, coordinator: Person, case: Case
):
    out, chair = people.coordinator("Sasha Second"), people.chair()
    step_out(case, out.account, by=out.account)
    returned(police, by=lead.account)
    commit()
    assert mails("information returned").keys() == {coordinator.account.name}, chair.account.name
    assert "has answered" in the_one("information returned").body
    restrict(case, by=coordinator.account, members=[])
    commit()
    assert mails("information returned") == {coordinator.account.name: None}


def test_a_colleague_is_told_that_they_were_named_until_they_are_taken_off(police: InfoRequest, lead: Person):
    colleague = an_account("Col League", Role.REFERRER, "Marlshire Police")
    for _ in range(2):
        requests.name_writer(police, colleague, by=lead.account)
    assert len(police.writers) == 1
    assert "named you" in the_one("return to write").body
    requests.stop_writer(police, colleague.id, by=lead.account)
    commit()
    assert mails("return to write") == {"Col League": None}


def test_one_more_question_is_told_and_due_on_its_own_day(
    police: InfoRequest, lead: Person, coordinator: Person
):
    returned(police, by=lead.account)
    for question, day in ((" ", clock.today()), ("And then?", clock.today() - timedelta(days=1))):
        with pytest.raises(Mistaken):
            requests.ask_again(police, question, due_on=day, by=coordinator.account)
    assert not mails("information asked again")
    requests.ask_again(police, "And then?", due_on=clock.today(), by=coordinator.account)
    assert police.due_on == clock.today()
    assert police.asks_again == "And then?"
    assert "one more question" in the_one("information asked again").body


def test_another_day_is_told_once_and_only_while_an_answer_is_awaited(
    police: InfoRequest, lead: Person, coordinator: Person
):
    requests.move_date(police, police.due_on, by=coordinator.account)
    assert not mails("information date moved")
    requests.move_date(police, clock.today(), by=coordinator.account)
    assert f"is now {clock.today().day} " in the_one("information date moved").body
    assert not police.is_late, "Until the day is over."
    with pytest.raises(Refused, match="today or later"):
        requests.move_date(police, clock.today() - timedelta(days=1), by=coordinator.account)
    returned(police, by=lead.account)
    with pytest.raises(Refused, match="cannot change"):
        requests.move_date(police, clock.today() + timedelta(days=9), by=coordinator.account)
    assert lines("moved the day of") == 1


def test_who_has_answered_is_not_reminded(police: InfoRequest, lead: Person, coordinator: Person):
    returned(police, by=lead.account)
    assert requests.chase_requests([police], by=coordinator.account) == 0
    assert not mails("information chased")


def test_held_back_and_let_go_twice_is_written_down_once(
    police: InfoRequest, lead: Person, coordinator: Person
):
    requests.release_return(police, by=coordinator.account)
    assert not lines("let the group read the answer to")
    returned(police, by=lead.account)
    for step, verb in (
        (requests.hold_back, "held back the answer to"),
        (requests.release_return, "let the group read the answer to"),
    ):
        for _ in range(2):
            step(police, by=coordinator.account)
        assert lines(verb) == 1


def test_a_sitting_at_the_keyboard_is_one_line_and_the_next_another(police: InfoRequest, lead: Person):
    for n in range(3):
        written(police, by=lead.account, telling={"own": f"Version {n}"})
    assert lines("wrote") == 1
    assert police.saved_at is not None
    police.saved_at -= timedelta(minutes=16)
    written(police, by=lead.account, telling={"own": "After tea"})
    assert lines("wrote") == 2


def test_a_named_colleague_who_has_left_answers_no_more(
    police: InfoRequest, lead: Person, coordinator: Person
):
    colleague = an_account("Col League", Role.REFERRER, "Marlshire Police")
    requests.name_writer(police, colleague, by=lead.account)
    assert may.answer_request(colleague, police)
    close_account(colleague, by=coordinator.account)
    assert not may.answer_request(colleague, police)
    assert mails("return to write") == {"Col League": None}
