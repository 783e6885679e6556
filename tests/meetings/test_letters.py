"""Letters are changed by a coordinator, sent once, and kept as they were sent."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.cases.clocks import start_clock
from pprg.cases.queries import clocks_of
from pprg.cases.services import step_out
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import Route
from pprg.meetings.models import Letter
from pprg.meetings.queries.letters import letters_due
from pprg.meetings.services import letters as services
from pprg.meetings.services import posting
from pprg.meetings.states import LetterKind, LetterState, Outcome
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from tests.builders import a_sent_referral
from tests.meetings.builders import WHY, a_decision, a_ratified_decision, a_signed_decision, an_item, ratify
from tests.meetings.letters import filled, sent, to_referrer
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
    return " ".join(page.main.get_text(" ").split())


def test_before_it_is_ratified_nothing_is_due_and_nothing_is_sent(item, coordinator, people):
    decision = a_signed_decision(item, by=coordinator, chair=people.chair().account)
    assert letters_due(decision) == []
    letter = filled(to_referrer(decision, coordinator), coordinator)
    with pytest.raises(Refused, match="not ratified yet"):
        services.send_letter(letter, by=coordinator)
    assert letter.state == LetterState.DRAFT
    ratify(decision)
    services.send_letter(letter, by=coordinator)
    assert letter.state == LetterState.SENT


def test_a_coordinator_changes_it_sends_it_and_the_referrer_reads_those_words(people, decided, item):
    cora, rowan, lead = people.coordinator(), people.referrer(), people.safeguarding_lead()
    listed = f"/meetings/of-case/{item.case_id}/letters"
    commit()
    where = cora.presses(listed, "Propose the letter").location
    words = cora.reads(where).select_one("textarea[name=words]").get_text()
    asked = cora.presses(where, "Check and send", words=f"{words}\n\nWe are glad that you wrote.")
    assert asked.status_code == 303
    assert asked.location.endswith("/sending")
    assert rowan.opens(where).status_code == 404, "A draft is not there for its reader."
    assert cora.presses(asked.location, "Send this letter").status_code == 303
    for reader in (rowan, lead):
        page = text_of(reader.reads(where))
        assert "We are glad that you wrote." in page
        assert "Cora Coordinator for the Marlshire Practice Review Group" in page
        listed = reader.reads(f"/meetings/letters/of-referral/{item.referral_id}")
        assert listed.select_one(f"a[href='{where}']")
    shown = rowan.reads(f"/referrals/{item.referral_id}")
    assert shown.select_one(f"[hx-get='/meetings/letters/of-referral/{item.referral_id}'] a[href]")


def test_the_referrer_is_told_by_a_mail_that_says_the_reference_alone(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    told = db.session.scalars(select(Notice).where(Notice.kind == posting.LETTER)).all()
    assert [notice.to_id for notice in told] == [people.referrer().account.id]
    mail = _wordings[posting.LETTER](told[0].to_id, told[0].thing_id)
    assert mail.subject == f"{letter.case.reference}: a letter for you"
    assert people.referrer().opens(mail.path).status_code == 200
    for secret in (NAME, ALIAS, WHY, "review"):
        assert secret not in f"{mail.subject} {mail.body}"
    step_out(letter.case, people.referrer().account, by=coordinator)
    assert _wordings[posting.LETTER](told[0].to_id, told[0].thing_id) is None


def test_that_we_have_it_stands_on_the_page_of_a_referral_before_any_meeting(people, coordinator):
    referral = a_sent_referral(by=people.referrer().account)
    letter = sent(
        services.propose_letter(LetterKind.ACKNOWLEDGEMENT, referral=referral, by=coordinator), coordinator
    )
    listed = f"/meetings/letters/of-referral/{referral.id}"
    for reader in (people.referrer(), people.safeguarding_lead()):
        assert reader.reads(f"/referrals/{referral.id}").select_one(f"a[href='{listed}']")
        assert reader.reads(listed).select_one(f"a[href='/meetings/letters/{letter.id}']")


def test_what_is_sent_is_fixed_and_another_may_follow(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    words, digest = letter.words, letter.digest
    answer = people.coordinator().posts(
        f"/meetings/letters/{letter.id}", version=str(letter.version), to="X", words="Other words"
    )
    assert answer.status_code == 409
    assert people.coordinator().posts(f"/meetings/letters/{letter.id}/removal").status_code == 409
    services.send_letter(letter, by=coordinator)
    assert (letter.words, letter.digest) == (words, digest)
    assert len(db.session.scalars(select(Notice).where(Notice.kind == posting.LETTER)).all()) == 1
    assert to_referrer(decided, coordinator).id != letter.id


def test_words_changed_behind_its_back_are_said_to_be_changed(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    url, warning = f"/meetings/letters/{letter.id}", "These are not the words that were sent."
    assert warning not in text_of(people.coordinator().reads(url))
    letter.words += " Not really."
    commit()
    assert warning in text_of(people.coordinator().reads(url))


@pytest.mark.parametrize(
    ("to", "words", "why"),
    [
        ("", "Words", "Say who it is to."),
        ("Her mother", " ", "Write the letter."),
        ("Her mother", "Dear [name],", "still to be written: [name]"),
        ("[Name]", "Dear mother,", "still to be written: [Name]"),
        (
            "Her mother",
            "It is like PPRG-2019-007.",
            "The letter names another case: PPRG-2019-007. Take it out.",
        ),
    ],
)
def test_it_is_not_sent_while_something_is_wrong_and_every_word_is_kept(
    people, decided, coordinator, to, words, why
):
    letter = services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator)
    commit()
    url = f"/meetings/letters/{letter.id}"
    answer = people.coordinator().presses(url, "Check and send", to=to, words=words)
    assert answer.status_code == 422
    assert why in answer.text
    assert words.strip() in answer.text
    assert people.coordinator().posts(f"{url}/sending", asked="y").status_code == 422
    assert letter.state == LetterState.DRAFT


def test_before_a_family_hears_others_are_asked(people, decided, coordinator):
    letter = filled(services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator), coordinator)
    commit()
    url = f"/meetings/letters/{letter.id}/sending"
    cora = people.coordinator()
    answer = cora.presses(url, "Fix its words")
    assert answer.status_code == 422
    assert "Say that the police, the coroner and family liaison were asked." in answer.text
    assert "family liaison" not in letter.words
    assert cora.presses(url, "Fix its words", asked="y").status_code == 303
    assert letter.state == LetterState.SENT


def test_the_second_who_saves_sees_both_texts_and_chooses(people, decided, coordinator):
    letter = to_referrer(decided, coordinator)
    commit()
    url, version = f"/meetings/letters/{letter.id}", str(letter.version)
    first, second = people.coordinator(), people.coordinator("Sasha Second")
    assert first.posts(url, version=version, to="The lead", words="Theirs").status_code == 303
    assert second.posts(f"{url}/keep", version=version, to="The lead", words="Mine").status_code == 409
    answer = second.posts(url, version=version, to="The lead", words="Mine")
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert ">\nMine</textarea>" in answer.text
    newer = re.search(r'name="version" value="(\d+)"', answer.text)[1]
    assert second.posts(url, version=newer, to="The lead", words="Theirs and mine").status_code == 303
    assert db.session.get(Letter, letter.id, populate_existing=True).words == "Theirs and mine"


def test_it_saves_as_you_type_and_a_second_press_leads_to_the_same_draft(people, decided, coordinator, item):
    cora = people.coordinator()
    commit()
    listed = f"/meetings/of-case/{item.case_id}/letters"
    code = cora.reads(listed).select_one("[name=letter]")["value"]
    urls = {cora.posts(listed, letter=code).location for _ in range(2)}
    assert len(urls) == 1
    url = urls.pop()
    version = cora.reads(url).select_one("[name=version]")["value"]
    kept = cora.posts(f"{url}/keep", version=version, to="", words="[half a sentence")
    assert kept.status_code == 204
    assert "[half a sentence" in cora.reads(url).select_one("textarea[name=words]").get_text()


def test_clocks_stop_when_what_was_due_is_written(item, coordinator, people):
    chair, today = people.chair().account, clock.today()
    a_decision(item, Route.DHR, by=coordinator, outcome=Outcome.NO_REVIEW)
    agreed = a_ratified_decision(item, Route.SAR, by=coordinator, chair=chair)
    other = a_ratified_decision(item, Route.DHR, by=coordinator, chair=chair, outcome=Outcome.NO_REVIEW)
    for kind in (ClockKind.OUTCOME_LETTER, ClockKind.ACK_REFERRER, ClockKind.DHR_HO_NOTICE):
        start_clock(item.case, kind, trigger=today, by=coordinator)

    def running():
        db.session.flush()
        return {due.clock.kind for due in clocks_of(coordinator, item.case_id) if due.clock.runs}

    first = services.propose_letter(LetterKind.ACKNOWLEDGEMENT, referral=item.referral, by=coordinator)
    sent(first, coordinator)
    assert ClockKind.ACK_REFERRER not in running()
    sent(to_referrer(agreed, coordinator), coordinator)
    assert ClockKind.OUTCOME_LETTER in running(), "The other outcome has not been told yet."
    sent(to_referrer(other, coordinator, LetterKind.NO_REVIEW), coordinator)
    assert ClockKind.OUTCOME_LETTER not in running()
    assert ClockKind.DHR_HO_NOTICE in running()
    sent(services.propose_letter(LetterKind.HOME_OFFICE, decision=other, by=coordinator), coordinator)
    assert ClockKind.DHR_HO_NOTICE not in running()


def test_taking_and_reading_it_is_written_down_and_file_names_tell_nothing(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    rowan = people.referrer()
    for suffix in ("docx", "pdf"):
        answer = rowan.opens(f"/meetings/letters/{letter.id}/file.{suffix}")
        name = f"filename={letter.case.reference}-review-agreed.{suffix}"
        assert name in answer.headers["Content-Disposition"]
    rowan.reads(f"/meetings/letters/{letter.id}")
    lines = select(AuditLine).where(AuditLine.thing_id == letter.id, AuditLine.actor_id == rowan.account.id)
    assert [line.verb for line in db.session.scalars(lines)] == ["took", "took", "read"]
