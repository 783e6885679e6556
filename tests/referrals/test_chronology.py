"""A chronology is pasted from a spreadsheet: what can be read is added, what cannot stays and is told why."""

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pprg.database import db
from pprg.referrals.chronology import MOST_ROWS, NO_DAY, NO_EVENT, THERE, day_from, read
from pprg.referrals.days import known_of_day
from pprg.referrals.models import Referral
from tests.builders import a_draft

TODAY = date(2026, 11, 23)
SHEET = "Date\tEvent\tAgency\n3/4/2025\tThe nurse called\tCommunity nursing\n\n31/2/2025\tA letter\tGP\n"


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


def events_of(draft):
    return db.session.get(Referral, draft.id).answers["dates"].get("events", [])


def says(answer):
    return " ".join(answer.get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("3/4/2025", "2025-04-03"),
        ("03.04.25", "2025-04-03"),
        ("3-4-2025", "2025-04-03"),
        ("2025-04-03", "2025-04-03"),
        ("2025-04-03 00:00:00", "2025-04-03"),
        ("3 April 2025", "2025-04-03"),
        ("3rd Apr 25", "2025-04-03"),
        ("Thursday, 3 April 2025", "2025-04-03"),
        ("April 3, 2025", "2025-04-03"),
        ("3 Sept 2025", "2025-09-03"),
        ("March 2025", "2025-03"),
        ("3/2025", "2025-03"),
        ("2025", "2025"),
        ("45750", "2025-04-03"),
        ("3/4/31", "1931-04-03"),
    ],
)
def test_a_day_is_read_as_it_is_written_in_the_united_kingdom(typed, known):
    boxes, _ = day_from(typed, today=TODAY)
    assert known_of_day(boxes) == known


@pytest.mark.parametrize(
    "typed", ["04/25/2025", "31/2/2025", "soon", "3/4", "12345678", "0/0/2025", "1/1/0001"]
)
def test_what_is_no_day_is_not_taken_for_one(typed):
    assert day_from(typed, today=TODAY) == ({}, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("3/4/2025 14:30", "14:30"), ("2025-04-03T09:05:00", "09:05"), ("3 April 2025 at 10.15am", "10:15 am")],
)
def test_a_time_beside_the_day_is_kept(typed, said):
    boxes, time_of_day = day_from(typed, today=TODAY)
    assert (known_of_day(boxes), time_of_day) == ("2025-04-03", said)


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_rows_are_read_however_they_are_parted_and_without_headings(mark):
    (event,) = read(mark.join(["3/4/2025", "14:30", "Fell at home", "GP", "First fall"]), today=TODAY).good
    assert event.kept == {
        "on": {"day": "3", "month": "4", "year": "2025", "unknown": False},
        "time": "14:30",
        "what": "Fell at home",
        "source": "GP",
        "matters": "First fall",
    }


def test_headings_say_what_stands_where_and_what_has_no_place_is_told():
    found = read("Ref\tAgency\tDate of contact\tDetails\n7\tGP\t3/4/2025\tFell", today=TODAY)
    assert [(event.kept["source"], event.kept["what"]) for event in found.good] == [("GP", "Fell")]
    assert found.left_out == ["Ref"]


def test_a_cell_of_several_lines_is_one_row_and_rows_are_counted_as_in_their_sheet():
    found = read('3/4/2025\t"Called twice.\nNobody ""in""."\tGP\n\nfoo\tbar\tGP', today=TODAY)
    assert found.good[0].kept["what"] == 'Called twice.\nNobody "in".'
    assert [event.number for event in found.events] == [1, 3]


def test_what_is_wrong_with_a_row_is_said_in_a_sentence():
    found = read("Date;Event\n;Fell\n31/2/2025;Fell\n3/4/2025;\n24/11/2026;Fell\n", today=TODAY)
    assert [event.wrong for event in found.events] == [
        NO_DAY,
        "“31/2/2025” is not a day that we can read. Write it as 3 April 2025 or 3/4/2025.",
        NO_EVENT,
        "24 November 2026 lies ahead.",
    ]


def test_what_is_there_already_is_said_however_it_is_spaced():
    there = read("3/4/2025\tFell  at home\tGP", today=TODAY).good[0].kept
    found = read("3 April 2025\tfell at home\tGP\n4/4/2025\tx\n4/4/2025\tx", today=TODAY, there=[there])
    assert [event.wrong for event in found.events] == [THERE, "", "This event stands in row 2 too."]


def test_words_after_a_comma_are_not_lost_in_silence():
    (event,) = read("3/4/2025,He fell,was taken to hospital,GP,more,and more", today=TODAY).bad
    assert "quotation marks" in event.wrong


@example('"')
@example('3/4/2025\t"never closed\n4/4/2025\tFell')
@example("1,,,,,,,\n" * 3)
@given(st.text(st.sampled_from('0123456789/.-:;,\t\n" AaDdeEvnt'), max_size=300))
def test_nothing_that_can_be_pasted_is_lost(pasted):
    found = read(pasted, today=TODAY)
    again = read(found.left, today=TODAY)
    assert [event.kept for event in again.bad if event.wrong == NO_DAY] == [
        event.kept for event in found.bad if event.wrong == NO_DAY
    ]
    assert len(again.events) >= len(found.bad)


def test_twelve_hundred_rows_are_read_at_once():
    sheet = "\n".join(f"{1 + i % 28}/{1 + i % 12}/2024\tNote {i}\tGP" for i in range(1_200))
    read(sheet, today=TODAY)
    began = time.process_time()
    assert len(read(sheet, today=TODAY).good) == 1_200
    assert time.process_time() - began < 1  # a fifth of that on a quiet machine


def test_rows_are_looked_at_before_they_are_added(referrer, draft):
    url = f"/referrals/{draft.id}/dates/paste"
    answer = referrer.presses(url, "Look at the rows", pasted=SHEET)
    assert answer.status_code == 422
    page = referrer.reads(url)
    assert page.select_one("[name=pasted]").get_text().removeprefix("\n") == SHEET
    assert "4 31/2/2025 A letter “31/2/2025” is not a day that we can read." in says(page)
    assert events_of(draft) == []


def test_good_rows_are_added_and_the_others_stay_in_the_box(referrer, draft):
    url = f"/referrals/{draft.id}/dates/paste"
    referrer.presses(url, "Look at the rows", pasted=SHEET)
    answer = referrer.presses(url, "Add 1 event")
    assert answer.headers["Location"] == url
    assert [event["what"] for event in events_of(draft)] == ["The nurse called"]
    page = referrer.reads(url)
    assert page.select_one("[name=pasted]").get_text().removeprefix("\n") == (
        "Date\tEvent\tAgency\n31/2/2025\tA letter\tGP"
    )
    assert "1 event added." in says(page)


def test_when_all_are_added_one_sees_them_in_their_order(referrer, draft):
    url = f"/referrals/{draft.id}/dates"
    rows = "4 May 2025\tFell again\tGP\nApril 2025\tFell\tGP\n2024\tMoved here\tHousing"
    referrer.presses(f"{url}/paste", "Look at the rows", pasted=rows)
    assert referrer.presses(f"{url}/paste", "Add 3 events").headers["Location"] == url
    shown = [link.get_text(strip=True) for link in referrer.reads(url).select(".pprg-entries b")]
    assert shown == ["2024", "April 2025", "4 May 2025"]
    assert referrer.reads(f"{url}/paste").select_one("[name=pasted]").get_text().strip() == ""


def test_an_empty_box_is_said_to_be_empty(referrer, draft):
    answer = referrer.presses(f"/referrals/{draft.id}/dates/paste", "Look at the rows", pasted=" \n")
    assert (answer.status_code, "Paste some rows first." in answer.text) == (422, True)


def test_more_rows_than_can_be_read_are_kept_and_refused_in_words(referrer, draft):
    url = f"/referrals/{draft.id}/dates/paste"
    many = "3/4/2025\tA note that is one of very many\tGP\n" * (MOST_ROWS + 500)
    answer = referrer.presses(url, "Look at the rows", pasted=many)
    assert answer.status_code == 422
    assert "There are 2,500 rows. Paste 2,000 or fewer at a time." in answer.text
    assert len(db.session.get(Referral, draft.id).answers["dates"]["pasted"]) == len(many)


def test_two_megabytes_of_anything_are_kept_and_no_crash(referrer, draft):
    url = f"/referrals/{draft.id}/dates/paste"
    answer = referrer.presses(url, "Look at the rows", pasted="a " * 1_000_000)
    assert answer.status_code == 422
    assert len(db.session.get(Referral, draft.id).answers["dates"]["pasted"]) == 2_000_000


def test_the_box_saves_itself_and_a_second_browser_is_told(referrer, draft):
    url = f"/referrals/{draft.id}/dates/paste"
    version = referrer.reads(url).select_one("[name=version]")["value"]
    assert referrer.posts(f"{url}/keep", version=version, pasted="3/4/2025\tFell").status_code == 204
    assert referrer.posts(f"{url}/keep", version=version, pasted="older").status_code == 409
    answer = referrer.posts(url, version=version, pasted="Mine, typed meanwhile")
    assert answer.status_code == 409
    assert "Mine, typed meanwhile" in answer.text
    assert "Fell" in referrer.reads(url).select_one("[name=pasted]").get_text()


def test_the_box_is_neither_sent_nor_read(referrer, draft):
    url = f"/referrals/{draft.id}"
    referrer.presses(f"{url}/dates/paste", "Look at the rows", pasted="nonsense that stays here")
    assert "nonsense that stays here" not in referrer.opens(f"{url}/check").text


def test_a_long_list_is_shown_fifty_at_a_time(referrer, draft):
    url = f"/referrals/{draft.id}/dates"
    rows = "\n".join(f"{1 + i % 28}/{1 + i // 28}/2024\tNote {i}\tGP" for i in range(120))
    referrer.presses(f"{url}/paste", "Look at the rows", pasted=rows)
    referrer.presses(f"{url}/paste", "Add 120 events")
    assert len(referrer.reads(url).select(".pprg-entries li")) == 50
    last = referrer.reads(f"{url}?events=3")
    assert len(last.select(".pprg-entries li")) == 20
    assert "Page 3 of 3" in says(last)
    entry = last.select_one(".pprg-entries a")["href"]
    assert (
        referrer.fills_in(entry, matters="It came late").headers["Location"] == f"{url}?events=3#events-list"
    )


def test_nobody_else_pastes_into_a_draft(people, draft):
    for stranger in (people.chair(), people.coordinator(), people.panel_member()):
        assert stranger.opens(f"/referrals/{draft.id}/dates/paste").status_code == 404
        assert stranger.posts(f"/referrals/{draft.id}/dates/paste/keep", pasted="x").status_code == 404
