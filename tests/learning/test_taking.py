"""A team leader has seven, ten or thirty minutes, and takes what fits."""

import hashlib
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from pptx import Presentation

from pprg.audit.models import AuditLine
from pprg.briefings.orders import ORDERS
from pprg.database import commit, db
from pprg.learning.states import TOOK
from pprg.publications.queries import content_of
from tests.learning.builders import EVERYTHING, a_release, withdrawn


@pytest.fixture
def leader(people):
    return people.team_leader()


@pytest.fixture
def release(app):
    return a_release("sar-marian")


@pytest.fixture
def page(release):
    return f"/learning/{release.reference}"


def taken(release):
    lines = db.session.query(AuditLine).filter_by(verb=TOOK)
    return [line.thing_id for line in lines if line.thing_id in {file.id for file in release.proof.files}]


def test_the_page_of_a_review_cares_for_its_reader_before_it_tells_anything(leader, page):
    text = leader.reads(page).select_one("main").get_text(" ", strip=True)
    assert text.index("This is about: Death of an older person") < text.index("How long have you got?")
    assert text.index("You can talk to") < text.index("What we learned")
    assert "Before you close, ring the other services." in text


def test_the_story_stays_folded_until_it_is_wanted(leader, page):
    story = leader.reads(page).find("summary", string="What happened").find_parent("details")
    assert not story.has_attr("open")
    assert "Late winter 2023" in story.get_text()


def test_each_length_of_time_has_its_slides_the_briefing_and_a_running_order(leader):
    release = a_release("sar-marian", files=EVERYTHING)
    for minutes, slides in ((7, "short-slides"), (10, "short-slides"), (30, "team-meeting-slides")):
        taking = leader.reads(f"/learning/{release.reference}/minutes/{minutes}")
        button = taking.select_one("main a.govuk-button")
        assert slides in leader.opens(button["href"]).headers["Content-Disposition"]
        labels = [link.get_text(" ", strip=True) for link in taking.select(".pprg-formats a")]
        assert [label.split(",")[0] for label in labels] == [
            *["7-minute briefing"] * 3, *["Facilitator sheet"] * 2, *["Record of use"] * 2,
        ]  # fmt: skip
        steps = taking.select(".pprg-order li b")
        assert sum(int(step.get_text().split()[0]) for step in steps) == minutes


def test_the_parts_of_every_running_order_add_up():
    for minutes, order in ORDERS.items():
        assert order.minutes == minutes == sum(step.minutes for step in order.steps)
        assert "Record your use" in order.steps[-1].do


def test_there_is_no_running_order_for_other_lengths(leader, page):
    assert leader.opens(f"{page}/minutes/12").status_code == 404


def test_a_running_order_without_its_slides_offers_none(leader):
    release = a_release("dhr-rosa", files=[("seven-minute-briefing", "html")])
    taking = leader.reads(f"/learning/{release.reference}/minutes/7")
    assert taking.select_one("main a.govuk-button") is None
    assert "Running order" in taking.get_text()


def test_the_very_bytes_that_were_looked_at_are_handed_over(leader, release, page):
    for file in release.proof.files:
        answer = leader.opens(f"{page}/files/{file.id}")
        assert hashlib.sha256(answer.data).hexdigest() == file.digest
        assert answer.headers["Content-Disposition"] == f"attachment; filename={file.file_name}"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_four_slides_say_what_to_say(leader, release, page):
    button = leader.reads(f"{page}/minutes/7").select_one("main a.govuk-button")
    slides = Presentation(BytesIO(leader.opens(button["href"]).data)).slides
    assert len(slides) == 4
    assert all("Say" in slide.notes_slide.notes_text_frame.text for slide in slides)


def test_no_file_name_tells_whom_it_is_about(release):
    assert not [file.file_name for file in release.proof.files if "arian" in file.file_name]


def test_taking_is_counted_by_version_and_looking_at_its_head_is_not(people, leader, release, page):
    file = release.proof.files[0]
    for _ in range(2):
        leader.opens(f"{page}/files/{file.id}")
    leader._browser.head(f"{page}/files/{file.id}")
    assert taken(release) == [file.id, file.id]

    second = a_release(of=release.publication)
    assert taken(second) == []
    leader.opens(f"{page}/files/{second.proof.files[0].id}")

    report = people.coordinator().reads(f"{page}/uses").get_text(" ", strip=True)
    new, old = report.index("Version 2.0"), report.index("Version 1.0")
    assert new < old
    assert f"{second.proof.files[0].file_name} 1" in report
    assert f"{file.file_name} 2" in report


def test_the_briefing_is_read_here_word_for_word(leader, release, page):
    file = next(file for file in release.proof.files if file.suffix == "html")
    whole = BeautifulSoup(content_of(file), "html.parser").body
    for paper in whole.select(".write, .code"):
        paper.decompose()
    here = leader.reads(f"{page}/briefing").select_one(".pprg-briefing")
    assert words(here) == words(whole)
    assert here.select("script, style, svg, form, [style], [onclick]") == []


def words(soup) -> list[str]:
    return soup.get_text(" ", strip=True).split()


def test_reading_here_is_counted_too(people, leader, release, page):
    leader.opens(f"{page}/briefing")
    assert "Briefing read on the hub 1" in people.coordinator().reads(f"{page}/uses").get_text(
        " ", strip=True
    )


def test_without_a_web_page_among_its_files_there_is_nothing_to_read_here(leader):
    release = a_release("sar-marian", files=[("short-slides", "pptx")])
    page = f"/learning/{release.reference}"
    assert leader.opens(f"{page}/briefing").status_code == 404
    assert "Read it here" not in leader.opens(page).text


def test_readers_keep_what_is_released_while_the_next_one_is_written(people, leader, release, page):
    from pprg.publications.services import change_section, stamp_of

    publication = release.publication
    words = dict(publication.words) | {"one_line": "Other words that nobody has checked."}
    stamp = stamp_of(publication, "title")
    change_section(publication, "title", words, version=stamp, by=people.coordinator().account)
    commit()
    answer = leader.opens(page)
    assert "four services had closed her case" in answer.text
    assert "nobody has checked" not in answer.text


def test_bytes_that_are_not_the_ones_checked_are_never_handed_over(leader, release, page):
    from pprg.publications.models import MadeContent

    file = release.proof.files[0]
    db.session.query(MadeContent).filter_by(digest=file.digest).one().content = b"something else"
    commit()
    answer = leader.opens(f"{page}/files/{file.id}")
    assert answer.status_code == 500
    assert b"something else" not in answer.data


def test_how_it_was_used_stays_known_after_a_withdrawal_without_its_words(people, release, page):
    withdrawn(release)
    answer = people.chair().reads(f"{page}/uses")
    assert "MAR-L-2024-03, withdrawn" in answer.get_text()
    assert "Marian" not in answer.get_text()


def test_only_coordinators_and_chairs_see_how_it_was_used(people, page):
    may = [people.coordinator(), people.chair()]
    for person in people.everyone():
        expected = 200 if person.account.id in {one.account.id for one in may} else 403
        assert person.opens(f"{page}/uses").status_code == expected, person.account.name
        assert ("See how it was used" in person.opens(page).text) == (expected == 200)
