"""Everybody's first page says what needs them today, and nothing that is not theirs to know."""

from datetime import timedelta

import pytest
import time_machine

from pprg import clock
from pprg.cases.services import restrict, step_out
from pprg.database import commit
from pprg.meetings import services as meetings
from pprg.publications import services as publishing
from pprg.referrals.services import return_referral
from pprg.reviews.services import appoint_author
from tests.briefings.builders import a_chosen_publication, a_publication
from tests.builders import a_draft, a_sent_referral
from tests.learning.builders import a_release
from tests.meetings.builders import (
    a_decision,
    a_meeting,
    a_ratified_decision,
    a_recorded_decision,
    an_item,
    without_interest,
)
from tests.publications.builders import a_proof
from tests.reviews.builders import a_concluded_review, a_review


def home(person):
    """What stands under each heading of somebody's first page: the words of every row, and where it leads."""
    commit()
    sections, heading = {}, ""
    for one in person.reads("/").select("main h1, main h2, main .pprg-today li"):
        if one.name in {"h1", "h2"}:
            heading = one.get_text(strip=True)
        else:
            sections.setdefault(heading, {})[one.get_text(" ", strip=True)] = one.a["href"]
    return sections


def needs(person):
    """What waits without a date; what a clock dates stands above it (tests/home/test_desk.py)."""
    page = home(person)
    return page.get("What needs you today") or page.get("Also waiting for you", {})


def leads_on(person, rows):
    """Every row leads to a page that this person may open."""
    for words, address in rows.items():
        assert person.opens(address).status_code == 200, (words, address)


def test_a_referrer_finishes_a_draft_and_answers_a_question(people):
    referrer, coordinator = people.referrer(), people.coordinator()
    a_draft(by=referrer.account)
    returned = a_sent_referral(by=referrer.account)
    return_referral(returned, "Who was told?", by=coordinator.account)

    rows = needs(referrer)

    assert [words.split(" Asked")[0].split(" Draft")[0] for words in rows] == [
        "Answer the group’s question on PPRG-2026-001",
        "Finish your referral",
    ]
    assert "Asked today" in next(iter(rows))
    leads_on(referrer, rows)


def test_a_referrer_sees_what_lies_with_the_group_and_what_it_decided(people):
    referrer, coordinator, chair = people.referrer(), people.coordinator(), people.chair()
    item = an_item(by=coordinator.account, referrer=referrer.account)
    a_ratified_decision(item, by=coordinator.account, chair=chair.account)
    a_sent_referral(by=referrer.account)

    page = home(referrer)

    assert "What needs you today" not in page
    assert "Read what the group decided on PPRG-2026-001 Decided today" in next(iter(page["Decided lately"]))
    assert "PPRG-2026-002 is with the group Sent today" in next(iter(page["With somebody else"]))
    leads_on(referrer, page["Decided lately"] | page["With somebody else"])
    assert "Nothing waits for you." in referrer.opens("/").text

    with time_machine.travel(clock.now() + timedelta(days=61), tick=False):
        assert "Decided lately" not in home(people.referrer("Marlshire Fire"))


def test_a_safeguarding_lead_sees_the_agencys_and_no_other_agencys(people):
    lead = people.safeguarding_lead()
    coordinator = people.coordinator()
    returned = a_sent_referral(by=people.referrer().account)
    return_referral(returned, "Who was told?", by=coordinator.account)
    a_sent_referral(by=people.referrer("NHS Marlshire").account)

    page = home(lead)

    assert list(page) == ["With somebody else"]
    assert ["PPRG-2026-001 is returned, with its writer" in row for row in page["With somebody else"]] == [
        True
    ]
    leads_on(lead, page["With somebody else"])


def test_a_coordinator_sees_what_waits_and_for_how_long_the_urgent_first(people):
    coordinator = people.coordinator()
    with time_machine.travel(clock.now() - timedelta(days=4), tick=False):
        a_sent_referral(by=people.referrer().account)
        commit()
    a_sent_referral(
        by=people.referrer().account, happened={"at_risk": "yes", "risk_done": "Told the police."}
    )

    rows = list(needs(coordinator))

    assert rows[0].startswith("Put PPRG-2026-002 on an agenda, or return it Urgent, waiting since today")
    assert rows[1].startswith("Put PPRG-2026-001 on an agenda, or return it Waiting 4 days")
    assert "Marlshire Police" in rows[1]
    leads_on(coordinator, needs(coordinator))


def test_many_that_wait_are_ten_and_a_way_to_the_others(people):
    for _ in range(12):
        a_sent_referral(by=people.referrer().account)
    rows = list(needs(people.coordinator()))
    assert len(rows) == 12
    assert rows[-2].startswith("See 2 other referrals that wait")
    assert rows[-1].startswith("Look at 132 possible matches of people")  # it is one person each time


def test_a_coordinator_prepares_an_agenda_records_and_hears_when_it_comes_back(people):
    coordinator, chair, referrer = people.coordinator(), people.chair(), people.referrer()
    meeting = a_meeting(by=coordinator.account, in_days=0)
    item = meetings.put_on_agenda(meeting, a_sent_referral(by=referrer.account), by=coordinator.account)
    rows = list(needs(coordinator))
    assert rows[0].startswith("Record the decision on PPRG-2026-001 Meeting was today")
    assert rows[1].startswith("Prepare the agenda for")

    decision = a_recorded_decision(item, by=coordinator.account)
    page = home(coordinator)
    assert next(iter(page["With somebody else"])).startswith(
        "The decision on PPRG-2026-001 is with the chair"
    )
    assert not any("Record" in row for row in needs(coordinator))

    meetings.hand_back_decision(decision, "Say more.", by=chair.account)
    assert next(iter(needs(coordinator))).startswith(
        "Change the decision on PPRG-2026-001 Handed back by the chair"
    )
    leads_on(coordinator, needs(coordinator))


def test_a_chair_signs_and_never_what_they_recorded_themselves(people):
    coordinator, chair = people.coordinator(), people.chair()
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    decision = a_decision(item, by=coordinator.account)
    assert needs(chair) == {}

    meetings.record_decision(decision, by=coordinator.account)
    rows = needs(chair)
    assert next(iter(rows)).startswith("Sign the decision on PPRG-2026-001")
    leads_on(chair, rows)

    decision.recorded_by_id = chair.account.id
    assert needs(chair) == {}


def test_a_panel_member_reads_an_agenda_once_it_is_open_to_them(people):
    panel, coordinator = people.panel_member(), people.coordinator()
    meeting = a_meeting(by=coordinator.account, in_days=3, members=[panel.account])
    item = meetings.put_on_agenda(
        meeting, a_sent_referral(by=people.referrer().account), by=coordinator.account
    )
    (invited,) = needs(panel)
    assert invited.startswith("Say whether you come to the meeting")

    meetings.open_agenda(meeting, by=coordinator.account)
    rows = needs(panel)
    assert any("1 item. 10:00, County Hall" in row and "In 3 days" in row for row in rows)
    assert any(row.startswith("Say whether you have an interest") for row in rows)
    leads_on(panel, rows)

    without_interest(item, [panel.account])
    assert not any("interest" in row for row in needs(panel))

    meetings.step_out(item, by=panel.account)
    assert "PPRG-2026-001" not in panel.opens("/").text


def test_an_author_is_led_from_the_review_to_the_release(people):
    author, coordinator = people.author(), people.coordinator()
    review = a_review(by=coordinator.account)
    assert next(iter(needs(coordinator))).startswith("Appoint an author for the review of PPRG-2026-001")
    appoint_author(review, author.account, by=coordinator.account)
    assert next(iter(needs(author))).startswith("Write the review of PPRG-2026-001 Under way")
    assert needs(coordinator) == {}

    a_publication("dhr-rosa", by=author.account)
    assert any(
        row.startswith("Choose what the briefing of MAR-L-2025-02 says 7 boxes to choose")
        for row in needs(author)
    )
    page = home(coordinator)
    assert any(row.startswith("MAR-L-2025-02 is being written") for row in page["With somebody else"])
    leads_on(author, needs(author))
    leads_on(coordinator, page["With somebody else"])


def test_a_concluded_review_wants_its_learning_record(people):
    author = people.author()
    a_concluded_review(by=people.coordinator().account, author=author.account)
    rows = needs(author)
    assert next(iter(rows)).startswith("Begin the learning record of PPRG-2026-001")
    leads_on(author, rows)


def test_a_record_begun_with_nothing_in_it_is_to_be_finished(people):
    author = people.author()
    review = a_concluded_review(by=people.coordinator().account, author=author.account)
    publishing.begin_publication(review, "MAR-L-2026-09", by=author.account)
    rows = needs(author)
    assert next(iter(rows)).startswith("Finish the record MAR-L-2026-09")
    leads_on(author, rows)


def test_made_files_go_to_a_second_person_and_never_to_whoever_asked(people):
    author, coordinator, chair = people.author(), people.coordinator(), people.chair()
    publication = a_chosen_publication(by=author.account)
    assert next(iter(needs(author))).startswith("Ask for the release of MAR-L-2024-03 Ready")

    proof = a_proof(publication, by=coordinator.account)
    for person, asked in ((chair, True), (coordinator, False), (author, False)):
        assert any(row.startswith("Check and release MAR-L-2024-03") for row in needs(person)) == asked
    assert any("MAR-L-2024-03 is with the second person" in row for row in home(author)["With somebody else"])
    leads_on(chair, needs(chair))

    publishing.send_back(proof, "Page 2 names a street.", by=chair.account)
    rows = needs(author)
    assert next(iter(rows)).startswith("Mend MAR-L-2024-03 Sent back to you")
    leads_on(author, rows)


def test_new_learning_is_on_everybodys_page_by_title_alone(people):
    release = a_release("dhr-rosa")
    for person in people.everyone():
        rows = home(person)["New on the Learning Hub"]
        assert next(iter(rows)).startswith("Rosa: a pattern in plain sight")
        assert rows[next(iter(rows))] == f"/learning/{release.reference}"
        assert "suicide" not in person.opens("/").text
    with time_machine.travel(clock.now() + timedelta(days=61), tick=False):
        assert "New on the Learning Hub" not in home(people.team_leader("Marlshire Police"))


def test_a_system_administrator_sees_no_case_and_no_count_of_any(people):
    a_sent_referral(by=people.referrer().account)
    commit()
    page = people.administrator().reads("/")
    words = page.select_one("main").get_text(" ", strip=True)
    assert "Cases are not open to you" in words
    assert "PPRG-" not in words
    assert not any(letter.isdigit() for letter in words.split("What needs you today")[1])


@pytest.mark.parametrize("who", ["team_leader", "administrator", "auditor"])
def test_who_never_sees_a_case_has_no_case_marking(people, who):
    page = getattr(people, who)().reads("/")
    assert page.select_one(".pprg-marking").get_text(strip=True) == "OFFICIAL"


def test_who_has_stepped_out_or_is_not_named_finds_nothing_of_the_case(people):
    coordinator, second = people.coordinator(), people.coordinator("Sasha Second")
    chair = people.chair()
    referral = a_sent_referral(by=people.referrer().account)
    restricted = a_sent_referral(by=people.referrer().account)
    step_out(referral.case, coordinator.account, by=chair.account)
    restrict(restricted.case, by=chair.account, members=[second.account])

    assert needs(coordinator) == {}
    assert len(needs(second)) == 3
    assert needs(chair) == {}
    assert "PPRG-" not in coordinator.opens("/").text


def test_a_visitor_is_asked_to_sign_in(people):
    assert "/sign-in" in people.visitor().opens("/").location
