"""The coordinator records, the chair signs; from then on nothing changes."""

import pytest
from bs4 import BeautifulSoup

from pprg.accounts import services as accounts
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings import services
from pprg.meetings.states import Event, Outcome, State, after
from pprg.meetings.words import WeighingWords
from pprg.notices.models import Notice
from tests.meetings.builders import (
    EVIDENCE,
    REASON,
    WHY,
    a_decision,
    a_recorded_decision,
    a_signed_decision,
    typed,
    words,
)


@pytest.fixture
def decision(item, coordinator):
    return a_decision(item, by=coordinator.account)


@pytest.fixture
def address(decision):
    return f"/meetings/decisions/{decision.id}"


def without(part, criterion="needs"):
    """Whole words, but for one part of one criterion."""
    weighings = dict(words().weighings)
    kept = weighings[criterion]
    weighings[criterion] = WeighingWords(
        answer=None if part == "answer" else kept.answer,
        evidence="" if part == "evidence" else kept.evidence,
        reason="" if part == "reason" else kept.reason,
    )
    return words(weighings=weighings)


def test_a_whole_decision_is_recorded_and_the_chair_is_told(coordinator, chair, decision, address):
    answer = coordinator.presses(address, "Ready for the chair to sign")

    assert answer.status_code == 303
    assert decision.state == State.RECORDED
    assert decision.recorded_by == coordinator.account
    told = [notice.to_id for notice in db.session.query(Notice).filter_by(kind="decision to sign")]
    assert chair.account.id in told
    assert coordinator.account.id not in told
    assert "ready to sign" in coordinator.opens(address).text


@pytest.mark.parametrize(
    ("part", "named"),
    [("answer", "an answer"), ("evidence", "the evidence relied on"), ("reason", "a reason")],
)
def test_the_refusal_names_the_criterion_and_leads_to_its_box(coordinator, decision, address, part, named):
    question = criteria_on(Route.SAR, decision.item.meeting.held_on).criteria[2].question

    answer = coordinator.posts(address, **typed(without(part)), version=decision.version, record="1")

    assert answer.status_code == 422
    assert decision.state == State.DRAFT
    assert decision.words == without(part)  # saved all the same
    page = reads(answer)
    link = page.select_one(".govuk-error-summary a")
    assert link.get_text() == f"Criterion 3 needs {named}: “{question}”"
    box = page.select_one(link["href"])
    assert box["name"] == f"criterion_needs-{part}"
    fold = box.find_parent("details")
    assert fold is None or fold.has_attr("open")  # a box that is folded away cannot be reached


def reads(answer):
    return BeautifulSoup(answer.text, "html.parser")


def test_everything_that_lacks_is_said_at_once(coordinator, item):
    blank = services.start_decision(item, Route.DHR, by=coordinator.account)
    db.session.flush()
    answer = coordinator.presses(f"/meetings/decisions/{blank.id}", "Ready for the chair to sign")
    said = [link.get_text() for link in reads(answer).select(".govuk-error-summary a")]
    assert len(said) == 4 + 3
    assert said[0].startswith("Criterion 1 needs an answer, the evidence relied on and a reason")
    assert said[-3:] == [
        "Choose what the group decided.",
        "Give the group’s reason for what it decided.",
        "Say who agreed.",
    ]


def test_the_chair_sees_the_whole_decision_and_cannot_type_in_it(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)
    page = chair.reads(address)
    text = page.get_text()
    for word in (
        EVIDENCE,
        WHY,
        REASON,
        "Everyone agreed",
        "Her age and her deafness",
        decision.case.reference,
    ):
        assert word in text
    assert [box["name"] for box in page.select("main textarea")] == ["note"]


def test_the_sentence_is_composed_to_be_read_aloud(coordinator, chair, decision, address):
    said = (
        "The group decided to recommend a Safeguarding Adults Review that must be held because four "
        "agencies closed the case within five weeks of each other."
    )
    for page in (coordinator.reads(address), coordinator.reads(f"{address}/aloud"), chair.reads(address)):
        assert page.select_one(".pprg-aloud").get_text() == said
    piece = coordinator.opens(f"{address}/aloud", headers={"HX-Request": "true"}).text
    assert said in piece
    assert "<html" not in piece


def test_a_recorded_decision_is_opened_again_until_it_is_signed(coordinator, decision, address):
    services.record_decision(decision, by=coordinator.account)
    coordinator.presses(address, "Change it")
    assert decision.state == State.DRAFT
    assert decision.words == words()


def test_handed_back_nothing_is_lost_and_the_reason_is_read(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)

    answer = chair.fills_in(address, form="form[action$=handing-back]", note="Say which meeting is meant.")

    assert answer.status_code == 303
    assert decision.state == State.DRAFT
    assert decision.words == words()
    assert "Say which meeting is meant." in coordinator.opens(address).text
    told = db.session.query(Notice).filter_by(kind="decision handed back").one()
    assert told.to_id == coordinator.account.id
    coordinator.presses(address, "Ready for the chair to sign")
    assert decision.state == State.RECORDED
    assert "Say which meeting is meant." not in coordinator.opens(address).text


def test_handing_back_wants_a_reason(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)
    answer = chair.fills_in(address, form="form[action$=handing-back]", note="  ")
    assert answer.status_code == 422
    assert "Say what should change." in answer.text
    assert decision.state == State.RECORDED


def test_the_chair_signs_and_the_words_are_fixed(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)

    chair.presses(address, "Sign the decision")

    assert decision.state == State.SIGNED
    assert decision.signed_by == chair.account
    assert decision.digest == decision.digest_now
    assert decision.digest in chair.opens(address).text
    for event in Event:
        with pytest.raises(Refused):
            after(decision.state, event)
    page = coordinator.reads(address)
    assert not page.select("main form")


def test_the_digest_tells_whether_a_word_was_changed(app, coordinator, chair, item):
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    db.session.commit()
    run = app.test_cli_runner()
    assert run.invoke(args=["meetings", "check-signed"]).exit_code == 0

    decision.weighings[0].reason = "Something else"
    db.session.commit()

    said = run.invoke(args=["meetings", "check-signed"])
    assert said.exit_code == 1
    assert decision.case.reference in said.output


def test_a_chair_does_not_sign_what_changed_after_it_was_opened(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)
    seen = decision.version
    services.take_back_decision(decision, by=coordinator.account)
    services.save_decision(
        decision, words(reason="another"), version=decision.version, by=coordinator.account
    )
    services.record_decision(decision, by=coordinator.account)

    answer = chair.posts(f"{address}/signature", version=seen)

    assert answer.status_code == 409
    assert "changed after you opened it" in answer.text
    assert decision.state == State.RECORDED


def test_a_draft_is_not_signed(chair, decision, address):
    answer = chair.posts(f"{address}/signature", version=decision.version)
    assert answer.status_code == 409
    assert decision.signed_at is None


def test_recorded_or_signed_twice_is_once(coordinator, chair, decision, address):
    for _ in range(2):
        coordinator.posts(address, **typed(words()), version=decision.version, record="1")
    for _ in range(2):
        assert chair.posts(f"{address}/signature", version=decision.version).status_code == 303
    verbs = [line.verb for line in db.session.query(AuditLine).filter_by(thing="decision")]
    assert verbs.count("recorded") == verbs.count("signed") == 1


def test_nobody_signs_what_they_recorded(people, item):
    both = people.coordinator("Bo Both")
    accounts.appoint(both.account, Role.CHAIR, by=people.administrator().account)
    decision = a_recorded_decision(item, by=both.account)
    page = both.reads(f"/meetings/decisions/{decision.id}")
    assert "Is this what the group decided?" not in page.get_text()
    assert both.posts(f"/meetings/decisions/{decision.id}/signature").status_code == 403
    with pytest.raises(Refused, match="another chair"):
        services.sign_decision(decision, by=both.account)
    assert decision.state == State.RECORDED


def test_a_decision_says_nothing_of_the_case_in_the_log_or_the_outbox(coordinator, chair, item):
    a_signed_decision(item, by=coordinator.account, chair=chair.account, outcome=Outcome.NO_REVIEW)
    for line in db.session.query(AuditLine):
        for word in (WHY, EVIDENCE, REASON, "Hallewell"):
            assert word not in f"{line.verb} {line.detail}"
