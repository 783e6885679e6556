"""A coordinator asks, the referrer answers; or the referrer takes it back; or a meeting decides."""

import pytest

from pprg import database
from pprg.cases.services import step_out
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.people.queries import identifiers_of_case
from pprg.referrals import queries, services, wording
from pprg.referrals.models import Referral
from pprg.referrals.states import LIFE, Event, State, after
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.referrals.builders import NAME, NHS_NUMBER

QUESTION = "When did the district nurse last get in?\nWho told the GP?"


@pytest.fixture
def sent(people):
    people.coordinator()
    return a_sent_referral(by=people.referrer().account)


@pytest.fixture
def returned(people, sent):
    people.coordinator().fills_in(f"/referrals/{sent.id}/return", question=QUESTION)
    return sent


def notices(kind):
    return [notice.to_id for notice in db.session.query(Notice).filter_by(kind=kind)]


def test_the_referrer_reads_the_question_and_is_told(people, returned):
    assert returned.state == State.RETURNED
    assert notices("referral returned") == [people.referrer().account.id]
    page = people.referrer().reads(f"/referrals/{returned.id}")
    assert "When did the district nurse last get in?" in page.get_text()
    assert "Check and send again" in page.get_text()


def test_a_question_has_to_ask_something(people, sent):
    for blank in ("", "  \n "):
        answer = people.coordinator().fills_in(f"/referrals/{sent.id}/return", question=blank)
        assert answer.status_code == 422
        assert "Say what you need to know." in answer.text
    assert sent.state == State.RECEIVED


def test_sent_again_it_keeps_its_reference_and_has_a_new_receipt(people, returned):
    before, first = returned.reference, returned.sendings[0]
    referrer, url = people.referrer(), f"/referrals/{returned.id}"
    referrer.fills_in(f"{url}/why", together="The nurse last got in on 12 May.")

    referrer.fills_in(f"{url}/check")

    again = db.session.get(Referral, returned.id)
    assert (again.state, again.reference, len(again.sendings)) == (State.RECEIVED, before, 2)
    assert again.receipt == again.sendings[1].receipt != first.receipt
    assert again.open_question is None
    assert len(referrer.reads(url).select(".pprg-digest")) == 2
    assert len(notices("referral received")) == 2


def test_until_it_is_sent_again_others_read_what_was_sent(people, returned):
    people.referrer().fills_in(f"/referrals/{returned.id}/why", together="Only half writ")
    page = people.coordinator().reads(f"/referrals/{returned.id}").get_text()
    assert "Only half writ" not in page
    assert "None told the others." in page


def test_what_is_known_better_replaces_what_the_vault_held(people, returned):
    referrer, url = people.referrer(), f"/referrals/{returned.id}"
    better = "Theodora Anne Hallewell-Finch"
    referrer.fills_in(f"{url}/essentials", name=better)
    entry = referrer.presses(f"{url}/family", "Add another person").headers["Location"]
    referrer.fills_in(entry, name="Ida Sallow")
    referrer.fills_in(f"{url}/check")
    kept = identifiers_of_case(returned.case_id)
    assert NAME not in {one.words for one in kept}
    names = {one.words: one.whose for one in kept if one.kind == "name"}
    assert names[better] == "Adult, 79"
    assert (names["Jerome Quist"], names["Ida Sallow"]) == ("Other person 1", "Other person 2")
    assert [one.words for one in kept if one.kind == "NHS number"] == [NHS_NUMBER.replace(" ", "")]


def test_withdrawing_what_was_sent_needs_a_reason(people, sent):
    referrer, url = people.referrer(), f"/referrals/{sent.id}/withdraw"
    answer = referrer.fills_in(url)
    assert answer.status_code == 422
    assert "Say why you withdraw it." in answer.text

    referrer.fills_in(url, reason="It was sent twice.")

    assert db.session.get(Referral, sent.id).state == State.WITHDRAWN
    assert "It was sent twice." in people.coordinator().reads(f"/referrals/{sent.id}").get_text()
    assert notices("referral withdrawn") == [people.coordinator().account.id]


def test_what_is_on_an_agenda_cannot_be_withdrawn(people, sent):
    services.table_referral(sent, by=people.coordinator().account)
    answer = people.referrer().fills_in(f"/referrals/{sent.id}/withdraw", reason="Sent twice.")
    assert answer.status_code == 422
    assert "You cannot withdraw a referral that is on an agenda." in answer.text


def test_the_referrer_reads_what_the_group_decided_and_is_told(people, sent):
    chair = people.chair().account
    services.table_referral(sent, by=chair)
    page = people.referrer().reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert "It is on the agenda of a meeting." in page

    services.close_referral(sent, outcome="The group recommends a Safeguarding Adults Review.", by=chair)

    page = people.referrer().reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert "What the group decided The group recommends a Safeguarding Adults Review." in page
    assert notices("referral decided") == [people.referrer().account.id]


def test_a_referral_taken_off_an_agenda_waits_again(people, sent):
    coordinator = people.coordinator().account
    services.table_referral(sent, by=coordinator)
    assert list(queries.referrals_waiting(coordinator)) == []
    services.take_off_agenda(sent, by=coordinator)
    assert list(queries.referrals_waiting(coordinator)) == [sent]
    assert list(queries.referrals_waiting(people.referrer().account)) == []


OF_OTHER_STATES = {
    wording.TO_AUTHORISE: an_awaited_referral,
    wording.AWAITED: an_awaited_referral,
    wording.WILL_BE_DELETED: a_draft,
}
"""Notices that are true of one state alone: of any other they say nothing any more."""


@pytest.mark.parametrize("kind", list(wording.SAID))
def test_a_notice_says_the_reference_and_nothing_of_the_case(people, sent, kind):
    reader = people.referrer().account
    referral = OF_OTHER_STATES[kind](by=reader) if kind in OF_OTHER_STATES else sent
    database.commit()
    words = _wordings[kind](reader.id, referral.id)
    assert words.subject.startswith(f"{referral.reference}: " if referral.reference else "a draft of yours")
    assert words.path == f"/referrals/{referral.id}"
    for word in ("Adult", "79", "Hallewell", "Police"):
        assert word not in words.subject + words.body


@pytest.mark.parametrize("kind", OF_OTHER_STATES)
def test_a_notice_that_is_no_longer_true_is_not_sent(people, sent, kind):
    assert _wordings[kind](people.referrer().account.id, sent.id) is None


def test_somebody_who_stepped_out_meanwhile_is_told_nothing(people, sent):
    coordinator = people.coordinator().account
    step_out(sent.case, coordinator, by=people.chair().account)
    database.commit()
    assert _wordings["referral received"](coordinator.id, sent.id) is None


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("event", list(Event))
def test_what_is_not_in_the_table_is_refused_in_words(state, event):
    if (state, event) in LIFE:
        assert after(state, event) == LIFE[state, event]
    else:
        with pytest.raises(Refused, match=f"You cannot {event} a referral that is {state}"):
            after(state, event)


def test_a_draft_has_nothing_to_return(people):
    draft = a_draft(by=people.referrer().account)
    with pytest.raises(Refused):
        services.return_referral(draft, QUESTION, by=people.coordinator().account)
