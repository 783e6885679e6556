"""Minutes and letters repeat a decision: before it goes to the chair, its names are asked about."""

import pytest
from bs4 import BeautifulSoup

from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.states import State
from pprg.meetings.states.naming import Stays
from pprg.meetings.words import ActionWords, DissentWords
from tests.builders import a_sent_referral
from tests.meetings.builders import a_decision, autosaves, typed, without_interest
from tests.meetings.test_names_in_minutes import ESSENTIALS, HERS, THEIRS
from tests.people import an_agency

READY = "Ready for the chair to sign"
SAYS = "This says who somebody is."


@pytest.fixture
def decision(coordinator, item):
    other = a_sent_referral(
        by=item.referral.owner, essentials={**ESSENTIALS, "name": f"{THEIRS} Quillfeather"}
    )
    without_interest(services.put_on_agenda(item.meeting, other, by=coordinator.account), [])
    begun = a_decision(item, by=coordinator.account)
    commit()
    return begun


def address(decision):
    return f"/meetings/decisions/{decision.id}"


def marked(person, decision):
    """What is marked before it goes to the chair, with the box that it stands in."""
    page = person.reads(address(decision))
    return {
        (hit.mark.get_text(), hit.small.get_text(strip=True))
        for hit in page.select(".pprg-panel .pprg-hits li")
    }


def records(person, decision, **answers):
    answer = person.presses(address(decision), READY, **answers)
    db.session.refresh(decision)
    return answer


@pytest.mark.parametrize("box", ["reason", "learning_now", "dissent", "for_and_against", "equality", "voice"])
def test_a_name_in_any_box_is_saved_and_asked_about_where_it_stands(coordinator, decision, box):
    said = f"Nobody asked {HERS}."
    whole = typed(decision.words) | {box: said}
    assert autosaves(coordinator, address(decision), **whole).status_code == 204

    refused = records(coordinator, decision, **{box: said})

    assert (refused.status_code, decision.state) == (422, State.DRAFT)
    assert getattr(decision, box) == said
    page = BeautifulSoup(refused.text, "html.parser")
    ways = page.select(".govuk-error-summary a")
    assert [(way["href"], way.get_text()[: len(SAYS)]) for way in ways] == [(f"#{box}", SAYS)]
    assert page.select_one("#who-is-named") is not None


def test_names_in_rows_and_of_another_case_of_the_meeting_are_found_too(coordinator, decision):
    agency = an_agency("Marlshire Fire and Rescue")
    decision.actions = []
    act = ActionWords(what=f"See {THEIRS} at home.", agency_id=agency.id, owner="Fire safety lead")
    said = DissentWords(agency_id=agency.id, words=f"{HERS} was well known.")
    first = next(iter(decision.words.weighings))
    changed = {**decision.words.__dict__, "actions": (act,), "dissents": (said,)}
    changed["weighings"] = {
        **changed["weighings"],
        first: type(changed["weighings"][first])(answer=None, evidence=f"{HERS} said so.", reason="Because."),
    }
    services.save_decision(
        decision, type(decision.words)(**changed), version=decision.version, by=coordinator.account
    )
    commit()

    found = marked(coordinator, decision)

    assert (THEIRS, "Urgent action 1") in found
    assert (HERS, "An agency that disagreed 1") in found
    assert len(found) == 3


def test_it_is_recorded_once_the_name_is_a_label(coordinator, decision):
    records(coordinator, decision, reason=f"nobody asked {HERS}")
    assert records(coordinator, decision, reason="nobody asked the adult").status_code == 303
    assert decision.state == State.RECORDED


def test_it_is_recorded_for_a_reason_which_the_trail_keeps_without_the_name(coordinator, decision):
    records(coordinator, decision, reason=f"the {HERS} Centre closed")

    kept = records(coordinator, decision, names=Stays.WORD.value)

    assert (kept.status_code, decision.state) == (303, State.RECORDED)
    line = db.session.query(AuditLine).filter_by(verb="recorded").one()
    assert line.detail == "names=1 because=WORD"


def test_a_reason_given_for_one_name_is_not_taken_for_another(coordinator, decision):
    records(coordinator, decision, reason=f"the {HERS} Centre closed")

    more = records(coordinator, decision, names=Stays.WORD.value, dissent=f"{HERS} was not asked.")

    assert (more.status_code, decision.state) == (422, State.DRAFT)
    page = BeautifulSoup(more.text, "html.parser")
    assert page.select("#decision input[name=names][checked]") == []
    assert len(page.select(".pprg-panel mark")) == 2
    assert decision.dissent == f"{HERS} was not asked."


def test_a_reason_without_the_page_that_asked_for_it_is_not_taken(coordinator, decision):
    forged = records(coordinator, decision, reason=f"nobody asked {HERS}", names=Stays.WORD.value)
    assert (forged.status_code, decision.state) == (422, State.DRAFT)


def test_a_name_in_a_case_closed_to_the_writer_is_a_word_like_any_other(coordinator, second, decision):
    other = decision.item.meeting.items[1]
    cases.step_out(other.case, coordinator.account, by=second.account)
    commit()
    recorded = records(coordinator, decision, reason=f"it is unlike {THEIRS}")
    assert (recorded.status_code, decision.state) == (303, State.RECORDED)
