"""What agencies and coordinators are told by mail: a reference, a day and a link, and no name."""

import pytest

from pprg import database
from pprg.cases.models import Case
from pprg.cases.services import step_out
from pprg.database import commit
from pprg.notices import services as notices
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from tests.people import People
from tests.requests.builders import NAME, a_case, asked, returned


@pytest.fixture
def case(people: People) -> Case:
    return a_case(by=people.coordinator().account)


@pytest.fixture
def police(people: People, case: Case) -> InfoRequest:
    people.safeguarding_lead()
    request = asked(
        case, "Marlshire Police", by=people.coordinator().account, questions="Who hid the knife?"
    )[0]
    commit()
    return request


def sent(letterbox) -> list[tuple[str, str, str]]:
    commit()
    notices.send_waiting(letterbox.post, commit=database.commit)
    mails = [(mail["To"], mail["Subject"], mail.get_content()) for mail in letterbox.mails]
    letterbox.mails.clear()
    return mails


def test_no_mail_of_a_whole_life_says_a_word_of_the_case(letterbox, people: People, police: InfoRequest):
    lead, coordinator = people.safeguarding_lead().account, people.coordinator().account
    mails = sent(letterbox)
    assert [to for to, _, _ in mails] == [lead.email]
    requests.move_date(police, police.due_on.replace(year=police.due_on.year + 1), by=coordinator)
    requests.chase_requests([police], by=coordinator)
    mails += sent(letterbox)
    returned(police, by=lead)
    mails += sent(letterbox)
    assert mails[-1][0] == coordinator.email
    requests.ask_again(police, "Who hid the knife again?", due_on=police.due_on, by=coordinator)
    mails += sent(letterbox)
    requests.withdraw_request(police, by=coordinator)
    mails += sent(letterbox)
    assert len(mails) == 6
    for _, subject, body in mails:
        said = subject + body
        assert police.case.reference in said
        assert f"/requests/{police.id}" in said
        for word in (*NAME.split(), "Mill Lane", "1947", "knife", "door"):
            assert word not in said


def test_a_mail_that_waits_for_somebody_who_stepped_out_is_never_sent(
    letterbox, people: People, police: InfoRequest
):
    lead = people.safeguarding_lead().account
    step_out(police.case, lead, by=lead)
    commit()
    assert sent(letterbox) == []


def test_a_reminder_of_what_was_answered_meanwhile_is_not_sent(
    letterbox, people: People, police: InfoRequest
):
    sent(letterbox)
    requests.chase_requests([police], by=people.coordinator().account)
    returned(police, by=people.safeguarding_lead().account)
    assert [to for to, _, _ in sent(letterbox)] == [people.coordinator().account.email]
