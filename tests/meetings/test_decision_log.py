"""The log of decisions: each reader finds their own, and a list taken away runs nothing on anybody's desk."""

import csv
import io
from datetime import timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.cases.services import step_out
from pprg.database import db
from pprg.documents.lists import as_csv
from pprg.guidance.codes import Route
from pprg.meetings import services as meetings
from pprg.meetings.queries.logging import Wanted, log_of
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import Outcome
from tests.meetings.builders import (
    a_decision,
    a_meeting,
    a_ratified_decision,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    words,
)

SIGNS = "=+-@\t\r\n"
WIDE = "\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\u2212"


def listed(person, query=""):
    page = person.reads(f"/meetings/log{query}")
    return [row.select_one("th a").contents[0].strip() for row in page.select("main tbody tr")]


def taken(person, query="", **answers):
    answer = person.posts(f"/meetings/log.csv{query}", **{"reason": "REPORT", **answers})
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_the_log_finds_decisions_by_what_is_known_of_them(coordinator, chair, referrer, people):
    review = a_ratified_decision(
        an_item(by=coordinator.account, referrer=referrer), by=coordinator.account, chair=chair.account
    )
    other = people.referrer("Marlshire Housing").account
    waits = a_recorded_decision(
        an_item(by=coordinator.account, referrer=other),
        Route.LEARNING,
        by=coordinator.account,
        outcome=Outcome.WAIT,
    )
    a_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)  # a draft is none
    one, two = review.case.reference, waits.case.reference

    assert sorted(listed(coordinator)) == sorted([one, two])
    for query, found in {
        f"?reference={one.lower()}": [one],
        "?reference=%25": [],
        "?route=learning": [two],
        "?outcome=MANDATORY_SAR": [one],
        "?stands=FINAL": [one],
        "?stands=RECORDED": [two],
        f"?agency={other.agency_id}": [two],
    }.items():
        assert listed(coordinator, query) == found, query
    day = clock.today() + timedelta(days=8)
    assert listed(coordinator, f"?since-day={day.day}&since-month={day.month}&since-year={day.year}") == []


def test_a_wrong_date_is_said_and_its_text_stays(coordinator):
    page = coordinator.opens("/meetings/log?since-day=31&since-month=2&since-year=2026")
    assert page.status_code == 422
    assert "must be a real date" in page.text


def test_it_is_read_page_by_page(coordinator, referrer, monkeypatch):
    monkeypatch.setattr("pprg.meetings.queries.logging.ON_A_PAGE", 1)
    for _ in range(2):
        a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    db.session.flush()
    first, second = listed(coordinator), listed(coordinator, "?page=2")
    assert (len(first), len(second)) == (1, 1)
    assert first != second
    assert listed(coordinator, "?page=99") == second


def test_a_reader_finds_what_they_may_read_and_nothing_else(coordinator, chair, member, referrer):
    mine = a_recorded_decision(
        an_item(by=coordinator.account, referrer=referrer, members=[member.account]), by=coordinator.account
    )
    a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    db.session.flush()

    assert listed(member) == [mine.case.reference]
    step_out(mine.case, member.account, by=member.account)
    db.session.flush()
    assert listed(member) == []
    assert log_of(member.account, Wanted(reference=mine.case.reference)) == ([], 1)


def test_the_list_is_taken_away_with_a_reason_that_is_kept(coordinator, chair, referrer):
    decision = a_signed_decision(
        an_item(by=coordinator.account, referrer=referrer), by=coordinator.account, chair=chair.account
    )
    without = coordinator.posts("/meetings/log.csv")
    assert without.status_code == 422
    assert "Choose why you take it" in without.text

    (line,) = taken(coordinator)

    assert line["Reference"] == decision.case.reference
    assert line["Outcome"] == decision.outcome
    assert line["Edition"] == "1"
    kept = db.session.query(AuditLine).filter_by(verb="took the decision log").one()
    assert kept.detail == "reason=REPORT lines=1"
    assert db.session.query(AuditLine).filter_by(verb="took in the decision log").count() == 1


def test_a_restricted_case_is_never_in_a_list_that_is_taken_away(coordinator, referrer):
    kept = a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    cases.restrict(kept.case, by=coordinator.account, members=[coordinator.account])
    db.session.flush()
    assert listed(coordinator) == [kept.case.reference]
    assert taken(coordinator) == []


def test_what_waits_to_be_confirmed_and_each_edition_say_how_they_stand(coordinator, chair, referrer):
    waits = a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    waits.quorate = False
    meetings.sign_decision(waits, by=chair.account)
    first = a_signed_decision(
        an_item(by=coordinator.account, referrer=referrer), by=coordinator.account, chair=chair.account
    )
    second = amend_decision(first, "The count was wrong.", by=coordinator.account)
    counted = words(reason="five agencies closed the case")
    meetings.save_decision(second, counted, version=second.version, by=coordinator.account)
    meetings.record_decision(second, by=coordinator.account)
    db.session.flush()
    assert len(listed(coordinator, "?stands=AMENDED")) == 0  # until it is signed the first one stands
    meetings.sign_decision(second, by=chair.account)
    db.session.flush()

    lines = {(line["Reference"], line["Edition"]): line for line in taken(coordinator)}

    assert lines[waits.case.reference, "1"]["How it stands"] == "to be confirmed"
    assert lines[waits.case.reference, "1"]["Quorum"] == "no"
    assert lines[first.case.reference, "1"]["How it stands"] == "replaced by an amendment"
    assert lines[first.case.reference, "2"]["How it stands"] == "with the decision-makers"
    assert listed(coordinator, "?stands=PENDING") == [waits.case.reference]
    assert listed(coordinator, "?stands=AMENDED") == [first.case.reference]


def test_what_is_looked_for_is_what_is_taken(coordinator, referrer):
    a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    assert len(taken(coordinator, "?stands=RECORDED")) == 1
    assert taken(coordinator, "?stands=FINAL") == []


def test_a_wrong_date_takes_nothing_away(coordinator, referrer):
    a_recorded_decision(an_item(by=coordinator.account, referrer=referrer), by=coordinator.account)
    db.session.flush()
    answer = coordinator.posts(
        "/meetings/log.csv?since-day=31&since-month=2&since-year=2026", reason="REPORT"
    )
    assert answer.status_code == 422
    assert "text/html" in answer.content_type


def test_a_member_reads_the_log_and_does_not_take_it_away(member):
    assert member.opens("/meetings/log").status_code == 200
    assert "Take the list away" not in member.opens("/meetings/log").text
    assert member.posts("/meetings/log.csv", reason="REPORT").status_code == 403


def test_a_chairs_action_says_so_and_no_quorum(coordinator, chair, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    coordinator.fills_in(f"/meetings/chairs-action/{item.referral_id}", because="It cannot wait.")
    acted = item.carried_on
    a_meeting(by=coordinator.account)
    a_recorded_decision(acted, by=coordinator.account)
    db.session.flush()
    (line,) = taken(coordinator)
    assert (line["Chair’s action"], line["Quorum"]) == ("yes", "")


typed = st.text(max_size=30) | st.builds(
    lambda blank, sign, rest: blank + sign + rest,
    st.text(" \u00a0\u200b\u3000\ufeff\x0b\x1f", max_size=4),
    st.sampled_from(SIGNS + WIDE),
    st.text(max_size=20),
)


@given(st.lists(st.lists(typed | st.integers(0, 10**6), min_size=3, max_size=3), max_size=5))
@example([["=1+1", " \t=cmd|' /C calc'!A0", "\uff1dHYPERLINK(1)"]])
@example([["\ufeff=1", "\u200b+1", 12]])
def test_no_cell_of_a_list_begins_like_a_formula_and_numbers_stay_numbers(rows):
    rows = [[cell.replace("\x00", "") if isinstance(cell, str) else cell for cell in row] for row in rows]
    read = list(csv.reader(io.StringIO(as_csv(["A", "B", "C"], rows).decode("utf-8-sig"), newline="")))

    assert len(read) == len(rows) + 1
    for row, there in zip(rows, read[1:], strict=True):
        for cell, opened in zip(row, there, strict=True):
            assert opened[:1] not in set(SIGNS) | set(WIDE) or opened == ""
            bare = opened.lstrip(" \u00a0\u200b\u3000\ufeff\x0b\x1f\t\r\n")
            assert bare[:1] not in set(SIGNS) | set(WIDE) or bare == ""
            assert opened.removeprefix("'") == str(cell).removeprefix("'")
            if isinstance(cell, int):
                assert opened == str(cell)
