"""What each member finds in their pack, in three ways that agree."""

from datetime import date, timedelta

import pytest

from pprg import clock
from pprg.guidance.codes import ReviewType, Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings import services as meetings
from pprg.meetings.services.agenda import put_review_on_agenda
from pprg.requests import services as requests
from pprg.reviews.services import commission_review
from tests.builders import a_sent_referral
from tests.documents.opened import pdf_text, squeezed
from tests.meetings.builders import a_meeting, an_item, without_interest
from tests.meetings.reading_packs import CANARY, SECRET, everything_in, taken
from tests.publications.builders import a_publication, a_release
from tests.referrals.builders import ALIAS, NAME, NEIGHBOUR, on_the
from tests.requests.builders import asked, returned


@pytest.fixture
def item(people, coordinator, member):
    return an_item(by=coordinator.account, referrer=people.referrer().account, members=[member.account])


def test_on_the_page_on_paper_and_as_a_file_it_holds_the_same(item, member):
    url = f"/meetings/items/{item.id}/pack"
    file = squeezed(pdf_text(taken(member, f"{url}.pdf")))
    shown, printed = (member.reads(page).get_text(" ") for page in (url, f"{url}/print"))

    criteria = [one.question for one in criteria_on(Route.SAR, item.meeting.held_on).criteria]
    told = ["Housing, the GP and adult social care each closed their case.", item.case.reference]
    asked_of_us = ["What is the group being asked?", "Decision form: Safeguarding Adults Review"]
    for words in (*told, *asked_of_us, *criteria):
        assert squeezed(words) in file, words
        assert words in shown
        assert words in printed


def test_each_part_has_a_place_of_its_own(item, member):
    page = member.reads(f"/meetings/items/{item.id}/pack")

    for part in ("referral", "documents", "returns", "chronology", "family", "processes", "earlier", "notes",
                 "form"):  # fmt: skip
        assert page.select_one(f"main [id={part}]"), part
        assert page.select_one(f"main nav a[href='#{part}']"), part


def test_names_stay_out_also_of_what_the_coordinator_typed(item, member):
    item.asked, item.office_notes = f"To weigh whether {NAME} was known.", f"{ALIAS}’s GP has answered."
    url = f"/meetings/items/{item.id}/pack"

    texts = [
        member.opens(url).text,
        member.opens(f"{url}/print").text,
        everything_in(taken(member, f"{url}.pdf")),
    ]
    for text in texts:
        assert "To weigh whether" in " ".join(text.split())
        for name in (NAME, ALIAS, "Hallewell", NEIGHBOUR, "Quist"):
            assert name not in text


def test_what_came_is_there_and_what_did_not_is_named(item, member, coordinator):
    police, housing, health = asked(
        item.case, "Marlshire Police", "Marlford Housing", "NHS Marlshire", by=coordinator.account
    )
    returned(police, by=coordinator.account, practice={"well": f"Clear notes. {CANARY}"})
    returned(health, by=coordinator.account, practice={"well": SECRET})
    requests.hold_back(health, by=coordinator.account)
    requests.chase_requests([housing], by=coordinator.account)
    housing.due_on = clock.today() - timedelta(days=2)
    page = member.reads(f"/meetings/items/{item.id}/pack")

    assert CANARY in page.get_text()
    assert SECRET not in page.get_text()
    rows = [row.get_text(" ", strip=True) for row in page.select("#returns ~ table")[0].select("tbody tr")]
    assert rows[0].startswith("Marlford Housing Late Late: was due")
    assert "Reminded once." in rows[0]
    assert rows[2].startswith("NHS Marlshire Held back")
    assert "Not here: Marlford Housing (late), NHS Marlshire (held back)." in " ".join(
        page.select_one(".pprg-care").get_text().split()
    )


def test_the_referral_and_the_returns_make_one_chronology(people, coordinator, member):
    found = {"id": "e1", "on": on_the(date(2025, 6, 2)), "what": "She is found.", "source": "Ambulance"}
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    sent = a_sent_referral(by=people.referrer().account, dates={"events": [found]})
    item = meetings.put_on_agenda(meeting, sent, by=coordinator.account)
    meetings.open_agenda(meeting, by=coordinator.account)
    without_interest(item, [member.account])
    [police] = asked(item.case, "NHS Marlshire", by=coordinator.account)
    told = "1/2/2024 – First visit\nEarly in the year: a letter\n1 March 2099 – Not yet"
    returned(police, by=coordinator.account, dates={"chronology": told})

    page = member.reads(f"/meetings/items/{item.id}/pack")
    rows = [row.get_text(" ", strip=True) for row in page.select("#chronology ~ table")[0].select("tbody tr")]

    assert [row.split(" ")[-2:] for row in rows[:1]] == [["NHS", "Marlshire"]]
    assert "First visit" in rows[0]
    assert "Ambulance (told by Marlshire Police)" in rows[1]
    assert "Early in the year: a letter" in rows[3]
    assert "cannot be put in order" in rows[3]


def test_earlier_learning_with_the_same_themes_is_named(people, coordinator, member):
    publication = a_publication(by=people.author().account)
    a_release(publication, by=coordinator.account, asked_by=people.author().account)
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    told = {"working_together": ["case_closure"]}
    alike, other = (a_sent_referral(by=people.referrer().account, themes=said) for said in (told, {}))
    items = [meetings.put_on_agenda(meeting, sent, by=coordinator.account) for sent in (alike, other)]
    meetings.open_agenda(meeting, by=coordinator.account)
    for one in items:
        without_interest(one, [member.account])

    pages = [member.reads(f"/meetings/items/{one.id}/pack").get_text(" ", strip=True) for one in items]

    assert "Shared themes: Case closure." in pages[0]
    assert publication.reference in pages[0]
    assert "No released learning of ours has these themes." in pages[1]


def test_a_file_is_named_for_the_day_or_the_case_and_is_not_kept_on_the_way(item, member):
    held_on = item.meeting.held_on.isoformat()
    names = {
        f"/meetings/{item.meeting_id}/pack.pdf": f"meeting-{held_on}-pack.pdf",
        f"/meetings/items/{item.id}/pack.pdf": f"{item.case.reference}-pack.pdf",
    }
    for url, name in names.items():
        answer = member.opens(url)
        assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.mimetype == "application/pdf"


def test_a_review_comes_with_how_it_stands_and_what_agencies_told(item, coordinator, member):
    review = commission_review(item.case, ReviewType.SAR_MANDATORY, by=coordinator.account)
    [told] = asked(item.case, "NHS Marlshire", by=coordinator.account)
    returned(told, by=coordinator.account)
    live = put_review_on_agenda(item.meeting, review, by=coordinator.account)
    without_interest(live, [member.account])

    page = member.reads(f"/meetings/items/{live.id}/pack").get_text(" ", strip=True)
    file = pdf_text(taken(member, f"/meetings/items/{live.id}/pack.pdf"))

    for words in ("To hear how the review stands", "Nobody yet", "First visit by the district nurse"):
        assert words in page
        assert squeezed(words) in squeezed(file)
    assert "Decision form" not in page


def test_the_coordinator_sees_what_the_pack_lacks(item, coordinator, member):
    url = f"/meetings/{item.meeting_id}/pack/readiness"
    late, early = asked(item.case, "Marlford Housing", "NHS Marlshire", by=coordinator.account)
    late.due_on = clock.today() - timedelta(days=1)
    said = coordinator.reads(url).select_one(".pprg-ready").get_text(" ", strip=True)

    missing = "what the group is asked; the late answer of Marlford Housing; the answer of NHS Marlshire"
    assert f"Missing: {missing}." in said
    assert "No answers came, no documents." in said

    item.asked = "To weigh the closures."
    for request in (late, early):
        requests.say_nothing_known(request, searched="All", authorised_by="Lead", by=coordinator.account)
    said = coordinator.reads(url).select_one(".pprg-ready").get_text(" ", strip=True)
    assert "Complete" in said
    assert "2 answers" in said
    assert member.opens(url).status_code == 403
