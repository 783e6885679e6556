"""One case from first letter to last action, for those who work on it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.people.models import Person
from pprg.people.services import reveal
from pprg.people.states import Purpose
from pprg.referrals.services import return_referral
from tests.builders import a_sent_referral
from tests.learning.builders import a_release, withdrawn
from tests.meetings.builders import a_ratified_decision, a_recorded_decision, an_item
from tests.people import HTMX
from tests.referrals.builders import ALIAS, FACTS, NAME, POSTCODE


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def panel(people):
    return people.panel_member()


@pytest.fixture
def item(people, coordinator, panel):
    found = an_item(by=coordinator.account, referrer=people.referrer().account, members=[panel.account])
    commit()
    return found


@pytest.fixture
def address(item):
    return f"/cases/{item.case_id}"


def story(person, address):
    commit()
    return [step.p.get_text(" ", strip=True) for step in person.reads(address).select(".pprg-told li")]


def part(person, address, heading):
    commit()
    section = person.reads(address).find("h2", string=heading)
    return section.find_parent("section").get_text(" ", strip=True) if section else ""


def test_the_story_is_told_in_order_and_every_step_leads_on(people, coordinator, item, address):
    a_ratified_decision(item, by=coordinator.account, chair=people.chair().account)

    told = story(coordinator, address)

    assert told == [
        "Referred by Marlshire Police",
        "Authorised by its safeguarding lead",
        "Decision signed The group decided to recommend a Safeguarding Adults Review that must be held.",
        "Safeguarding Adults Board: ratified",
        "The referrer was told what the group decided",
        "Review commissioned : Safeguarding Adults Review",
        "On the agenda of a meeting",
    ]
    for link in coordinator.reads(address).select(".pprg-told a"):
        assert coordinator.opens(link["href"]).status_code == 200, link["href"]


def test_a_question_and_its_answer_are_part_of_the_story(people, coordinator):
    referral = a_sent_referral(by=people.referrer().account)
    return_referral(referral, "Who was told?", by=coordinator.account)
    told = story(coordinator, f"/cases/{referral.case_id}")
    assert told == [
        "Referred by Marlshire Police",
        "Authorised by its safeguarding lead",
        "Returned with a question",
    ]
    assert "Who was told?" not in coordinator.opens(f"/cases/{referral.case_id}").text


def test_the_story_ends_with_what_was_released_and_withdrawn(people, coordinator):
    release = withdrawn(a_release("sar-marian"))
    told = story(coordinator, f"/cases/{release.case_id}")
    assert told[-3:] == [
        "Learning record begun: MAR-L-2024-03",
        "Version 1.0 of the learning came out",
        "Version 1.0 withdrawn",
    ]


def test_a_member_of_the_panel_sees_each_step_as_far_as_they_may_read_it(
    people, coordinator, panel, item, address
):
    a_recorded_decision(item, by=coordinator.account)
    assert "Decision recorded, to be signed" in " ".join(story(panel, address))
    told = story(panel, address)
    assert not any("Review commissioned" in step for step in told)
    for link in panel.reads(address).select(".pprg-told a"):
        assert panel.opens(link["href"]).status_code == 200, link["href"]


def test_no_name_and_nothing_of_the_narrative_stands_on_the_page(coordinator, panel, address):
    for person in (coordinator, panel):
        text = person.opens(address).text
        for word in (NAME, "Hallewell", ALIAS, POSTCODE, FACTS[:30]):
            assert word not in text


def test_coordinators_and_chairs_see_who_may_know_and_why(people, coordinator, item, address):
    known = part(coordinator, address, "Who may know of it")
    assert "Every coordinator and chair" in known
    assert "Pat Panel NHS Marlshire Sits at the meeting" in known
    assert "Rowan Referrer Marlshire Police Made the referral No end set" in known
    assert part(people.chair(), address, "Who may know of it") == known


def test_who_stepped_out_is_named_and_no_longer_among_those_who_know(
    people, coordinator, item, address, panel
):
    cases.step_out(item.case, panel.account, by=coordinator.account)
    known = part(coordinator, address, "Who may know of it")
    assert "Stepped out: Pat Panel." in known
    assert "Pat Panel NHS Marlshire Sits at the meeting" not in known


def test_whose_time_is_over_is_not_among_those_who_know(coordinator, item, address, people):
    yesterday = clock.today() - timedelta(days=1)
    author = people.author().account
    cases.let_know(item.case, author, Part.AUTHOR, by=coordinator.account, until=yesterday)
    assert "Ari Author" not in part(coordinator, address, "Who may know of it")


def test_others_do_not_see_who_else_knows_or_has_looked(panel, address):
    page = panel.opens(address).text
    assert "Who may know of it" not in page
    assert "Who has looked" not in page


def test_who_has_looked_is_said_in_words_with_the_purpose_and_without_the_case(
    coordinator, item, address, panel
):
    person = db.session.query(Person).filter_by(case_id=item.case_id, subject=True).one()
    reveal(person, purpose=Purpose.MEETING, by=coordinator.account)
    commit()
    panel.opens(f"/meetings/items/{item.id}")
    panel.opens(f"/meetings/items/{item.id}")

    looked = part(coordinator, address, "Who has looked, and who did what")

    assert "Learned who a person is: to prepare a meeting or a decision" in looked
    assert "Pat Panel NHS Marlshire Opened the agenda item, 2 times" in looked
    assert "Set a clock going" in looked
    assert "running clock" not in looked
    assert "purpose=" not in looked
    assert "account=" not in looked


def test_whoever_opens_the_page_is_written_down_before_it_is_shown(panel, item, address, coordinator):
    panel.opens(address)
    line = db.session.query(AuditLine).filter_by(verb="looked at", case_id=item.case_id).one()
    assert line.actor_id == panel.account.id
    assert "Looked at the case" in part(coordinator, address, "Who has looked, and who did what")


def test_readers_of_released_learning_are_not_among_those_who_looked(people, coordinator):
    release = a_release("sar-marian")
    leader = people.team_leader()
    leader.opens(f"/learning/{release.reference}/files/{release.proof.files[0].id}")
    leader.opens(f"/learning/{release.reference}/briefing")
    looked = part(coordinator, f"/cases/{release.case_id}", "Who has looked, and who did what")
    assert "Toni Teamleader" not in looked
    assert "Ari Author" in looked


def test_who_does_not_work_on_the_case_finds_nothing_there(people, item, address):
    others = [
        person
        for person in people.everyone()
        if person.account.name not in ("Cora Coordinator", "Charlie Chair", "Pat Panel")
    ]
    assert len(others) == 7
    for person in others:
        assert person.opens(address).status_code == 404, person.account.name
    assert "/sign-in" in people.visitor().opens(address).location


def test_stepping_out_and_restriction_close_the_page_on_the_next_request(people, coordinator, item, address):
    second = people.coordinator("Sasha Second")
    cases.step_out(item.case, coordinator.account, by=second.account)
    commit()
    assert coordinator.opens(address).status_code == 404
    assert second.opens(address).status_code == 200

    cases.restrict(item.case, by=second.account, members=[second.account])
    commit()
    assert "Restricted." in second.opens(address).text
    assert people.chair().opens(address).status_code == 404


def test_the_list_holds_the_cases_somebody_works_on_and_finds_by_reference(people, coordinator, item, panel):
    other = a_sent_referral(by=people.referrer().account)
    commit()
    assert references(coordinator) == ["PPRG-2026-002", "PPRG-2026-001"]
    assert references(panel) == ["PPRG-2026-001"]
    assert references(coordinator, "2026-002") == ["PPRG-2026-002"]
    assert references(coordinator, " pprg-2026-00 1") == ["PPRG-2026-001"]
    assert references(coordinator, "%") == references(coordinator, "zz'\"") == []
    assert other.about in coordinator.opens("/cases").text
    assert "Referral on an agenda" in coordinator.opens("/cases").text


def references(person, reference=""):
    page = person.opens("/cases", query_string={"reference": reference})
    assert page.status_code == 200
    return [link.get_text() for link in BeautifulSoup(page.text, "html.parser").select("#found th a")]


@pytest.mark.both_databases
def test_whatever_is_typed_into_the_search_is_answered(people, coordinator, item):
    for typed in ("\x00", "2026\x00-001", " \x0b2026 "):
        assert references(coordinator, typed) == ["PPRG-2026-001"], typed
    for typed in ("%_\\", "x" * 3000, "Ω🙂", "'; --"):
        assert references(coordinator, typed) == [], typed


def test_the_list_comes_as_a_piece_and_in_pages(people, coordinator):
    for _ in range(27):
        cases.open_case(by=coordinator.account, year=2026)
    commit()
    assert len(references(coordinator)) == 25
    piece = coordinator.opens("/cases?page=2", headers=HTMX).text
    assert "<html" not in piece
    assert "PPRG-2026-001" in piece
    assert "Page 2 of 2" in piece
    assert coordinator.opens("/cases?page=99999999999999999999").status_code == 200


def test_who_works_on_no_case_has_no_list(people):
    for person in (people.team_leader(), people.administrator(), people.referrer(), people.auditor()):
        assert person.opens("/cases").status_code == 403
        assert "Cases" not in person.reads("/").select_one("nav[aria-label=Main]").get_text()
