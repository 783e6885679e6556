"""A referral that is not for the group goes another way, with a letter that its referrer can take."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select

from pprg.audit.models import AuditLine
from pprg.cases.queries import clocks_of
from pprg.database import db
from pprg.documents.checking import faults
from pprg.documents.letters import DRAWS
from pprg.documents.reading import places
from pprg.notices.models import Notice
from pprg.referrals import services, wording
from pprg.referrals.states import AnotherWay, State
from tests.builders import a_sent_referral
from tests.referrals.builders import NAME

REASON = "Only one agency knew the person, and it has begun a review of its own."


def text_of(page):
    return page.main.get_text(" ", strip=True)


def the_letter(coordinator, referral, way=AnotherWay.SINGLE_AGENCY):
    """What is proposed once somebody said where it goes and why."""
    answer = coordinator.fills_in(f"/referrals/{referral.id}/redirect", way=way.value, reason=REASON)
    assert answer.status_code == 200
    return re.search(r'<textarea[^>]*name="letter"[^>]*>\n?(.*?)</textarea>', answer.text, re.DOTALL)[1]


def send(coordinator, referral, letter, way=AnotherWay.SINGLE_AGENCY):
    said = {"way": way.value, "reason": REASON, "letter": letter, "send": "y"}
    return coordinator.fills_in(f"/referrals/{referral.id}/redirect", **said)


@pytest.mark.parametrize("way", AnotherWay)
def test_a_letter_is_proposed_for_each_way_with_the_reason_and_no_name(people, way):
    sent = a_sent_referral(by=people.referrer().account)
    letter = the_letter(people.coordinator(), sent, way)
    assert sent.reference in letter
    assert REASON in letter
    assert NAME not in letter
    assert sent.state == State.RECEIVED


def test_it_is_sent_as_it_was_changed_and_the_referrer_reads_it(people):
    cora, rowan = people.coordinator(), people.referrer()
    sent = a_sent_referral(by=rowan.account)
    letter = the_letter(cora, sent) + "\n\nWe are sorry for your loss."
    assert send(cora, sent, letter).status_code == 303
    assert sent.state == State.REDIRECTED
    assert sent.screenings[-1].letter == letter
    page = text_of(rowan.reads(f"/referrals/{sent.id}"))
    assert "We are sorry for your loss." in page
    assert "Cora Coordinator, for the Marlshire Practice Review Group" in page
    told = db.session.scalars(select(Notice).where(Notice.kind == wording.REDIRECTED)).all()
    assert [notice.to_id for notice in told] == [rowan.account.id]


def test_it_can_be_taken_as_word_and_as_pdf_with_the_same_words(people):
    cora, rowan = people.coordinator(), people.referrer()
    sent = a_sent_referral(by=rowan.account)
    send(cora, sent, "First line & <b>.\nSecond line.\n\nAnother paragraph.")
    for suffix in DRAWS:
        answer = rowan.opens(f"/referrals/{sent.id}/letter.{suffix}")
        assert answer.status_code == 200
        assert f"filename={sent.reference}-letter.{suffix}" in answer.headers["Content-Disposition"]
        assert faults(answer.data, f".{suffix}") == []
        said = " ".join(place.text for place in places(answer.data, f".{suffix}"))
        for words in ("First line & <b>.", "Second line.", "Another paragraph.", sent.reference):
            assert words in said
    word = Document(BytesIO(rowan.opens(f"/referrals/{sent.id}/letter.docx").data))
    assert word.core_properties.author == "Marlshire Practice Review Group"


def test_taking_it_is_written_down(people):
    cora, lead = people.coordinator(), people.safeguarding_lead()
    sent = a_sent_referral(by=people.referrer().account)
    send(cora, sent, "A letter.")
    assert lead.opens(f"/referrals/{sent.id}/letter.pdf").status_code == 200
    lines = select(AuditLine).where(AuditLine.verb == "took words of", AuditLine.actor_id == lead.account.id)
    assert len(db.session.scalars(lines).all()) == 1


def test_there_is_no_letter_before_one_was_sent(people):
    sent = a_sent_referral(by=people.referrer().account)
    assert people.referrer().opens(f"/referrals/{sent.id}/letter.pdf").status_code == 404


def test_a_letter_that_names_another_case_is_not_sent_and_its_words_are_kept(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    answer = send(cora, sent, "This is like PPRG-2019-007, which we closed.")
    assert answer.status_code == 422
    assert "The letter names another case: PPRG-2019-007. Take it out." in answer.text
    assert "which we closed" in answer.text
    assert sent.state == State.RECEIVED


def test_a_letter_with_something_still_to_write_is_not_sent(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    answer = send(cora, sent, the_letter(cora, sent, AnotherWay.OTHER), AnotherWay.OTHER)
    assert answer.status_code == 422
    assert "Something in square brackets is still to be written." in answer.text


def test_without_a_way_or_a_reason_the_page_says_so(people):
    sent = a_sent_referral(by=people.referrer().account)
    answer = people.coordinator().fills_in(f"/referrals/{sent.id}/redirect", reason="")
    assert answer.status_code == 422
    assert "Choose where it goes." in answer.text
    assert "Say why it is not for the group." in answer.text


def test_what_is_on_an_agenda_does_not_go_another_way(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    services.table_referral(sent, by=cora.account)
    assert send(cora, sent, "A letter.").status_code == 422
    assert sent.state == State.TABLED


def test_the_groups_own_clocks_stop_when_it_goes_another_way(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    send(cora, sent, "A letter.")
    assert not [due for due in clocks_of(cora.account, sent.case_id) if due.clock.runs]
