"""People find released learning, signed in or not, as their partnership has decided."""

from datetime import timedelta

import pytest
import time_machine

from pprg import clock
from tests.learning.builders import a_publication, a_release, withdrawn
from tests.people import HTMX, Browser

HUB = "/learning/"
MARIAN, ROSA, WREN = "Marian: when every", "Rosa: a pattern", "Wren: one small"


@pytest.fixture
def three(app):
    return [a_release(record) for record in ("sar-marian", "dhr-rosa", "lcspr-wren")]


def found(browser, **looked_for):
    page = browser.opens(HUB, query_string=looked_for).text
    return {title for title in (MARIAN, ROSA, WREN) if title in page}


def test_everybody_signed_in_finds_what_is_released_newest_first(people, three):
    for person in (people.team_leader(), people.administrator(), people.decision_maker()):
        titles = [card.get_text() for card in person.reads(HUB).select(".pprg-card h3")]
        assert [title[:4] for title in titles] == ["Rosa", "Wren", "Mari"]


LOOKING = [
    ({"words": "marian"}, {MARIAN}),
    ({"words": "  BRUISE hospital "}, set()),
    ({"words": "young parents"}, {WREN}),
    ({"words": "case closure"}, {MARIAN, WREN}),
    ({"words": "MAR-L-2025-02"}, {ROSA}),
    ({"theme": "case_closure"}, {MARIAN, WREN}),
    ({"review_type": "dhr"}, {ROSA}),
    ({"audience": "housing"}, {MARIAN, WREN}),
    ({"audience": "police"}, {ROSA}),
    ({"theme": "case_closure", "review_type": "dhr"}, set()),
    ({"theme": "a theme of last year"}, {MARIAN, ROSA, WREN}),
    ({"words": "<b>&'\"%_\\ {{ 7*7 }}"}, set()),
    ({"words": "x" * 5000}, set()),
    ({}, {MARIAN, ROSA, WREN}),
]


def test_what_is_looked_for_is_found_and_nothing_else(people, three):
    reader = people.team_leader()
    for looked_for, titles in LOOKING:
        assert found(reader, **looked_for) == titles, looked_for


def test_a_search_is_a_link_that_can_be_sent_on(people, three):
    page = people.team_leader().reads(HUB + "?words=closed&theme=case_closure")
    assert page.select_one("[name=words]")["value"] == "closed"
    assert page.select_one("[name=theme] option[selected]")["value"] == "case_closure"
    assert page.select_one("details.pprg-more").has_attr("open")
    assert "1 of 3 reviews" in page.select_one("#found").get_text()


def test_searching_with_htmx_brings_only_what_was_found(people, three):
    piece = people.team_leader().opens(HUB, query_string={"words": "wren"}, headers=HTMX).text
    assert WREN in piece
    assert MARIAN not in piece
    assert "<html" not in piece
    assert "1 of 3 reviews" in piece


def test_only_themes_audiences_and_kinds_that_are_there_are_offered(people):
    a_release("lcspr-wren")
    page = people.team_leader().reads(HUB)
    offered = {option["value"] for option in page.select("select option")} - {""}
    assert {"vulnerable_babies", "lcspr", "midwifery"} & offered
    assert not {"dhr", "self_neglect", "all"} & offered


def test_the_partnerships_own_name_for_a_review_is_used(another_app):
    app = another_app(public_hub=True, dhr_label="Domestic Abuse Related Death Review")
    with app.app_context():
        a_release("dhr-rosa")
        page = Browser(app).reads(HUB)
    assert "Domestic Abuse Related Death Review" in page.select_one("main").get_text()
    assert "Homicide" not in page.select_one("main").get_text()


def test_an_empty_hub_says_so_and_a_draft_is_not_in_it(people):
    a_publication("sar-marian")
    page = people.team_leader().opens(HUB).text
    assert "Nothing has been released yet" in page
    assert "Marian" not in page


def test_a_visitor_is_asked_to_sign_in_where_the_hub_is_not_open(people, three):
    visitor, release = people.visitor(), three[0]
    page = f"{HUB}{release.reference}"
    for url in (HUB, page, f"{page}/minutes/7", f"{page}/briefing", f"{page}/use", f"{page}/uses"):
        answer = visitor.opens(url)
        assert answer.status_code == 303
        assert "/sign-in" in answer.location
    assert visitor.opens(f"{page}/files/{release.proof.files[0].id}").status_code == 303


def test_a_visitor_reads_and_takes_where_the_hub_is_open(another_app):
    app = another_app(public_hub=True)
    with app.app_context():
        release = a_release("sar-marian")
        visitor, page = Browser(app), f"{HUB}{release.reference}"
        for url in (HUB, page, f"{page}/minutes/7", f"{page}/briefing", f"{page}/use"):
            assert visitor.opens(url).status_code == 200, url
        assert visitor.opens(f"{page}/files/{release.proof.files[0].id}").status_code == 200
        assert "/sign-in" in visitor.opens(f"{page}/uses").location
        assert "Learning Hub" in visitor.reads("/sign-in").select_one("nav[aria-label=Main]").get_text()


def test_what_is_not_yet_visible_is_nowhere(people):
    release = a_release("sar-marian", dated=clock.today() + timedelta(days=7))
    reader, page = people.team_leader(), f"{HUB}{release.reference}"
    assert found(reader) == set()
    for url in (page, f"{page}/minutes/7", f"{page}/briefing", f"{page}/use"):
        assert reader.opens(url).status_code == 404, url
    with time_machine.travel(clock.now() + timedelta(days=7, minutes=1), tick=False):
        assert found(people.team_leader(agency="Marlshire Police")) == {MARIAN}


def test_what_is_withdrawn_is_gone_on_the_next_request(people, three):
    release, reader = three[0], people.team_leader()
    page = f"{HUB}{release.reference}"
    file = f"{page}/files/{release.proof.files[0].id}"
    assert reader.opens(file).status_code == 200

    withdrawn(release)

    assert found(reader) == {ROSA, WREN}
    for url in (page, f"{page}/minutes/7", f"{page}/briefing", f"{page}/use", file):
        assert reader.opens(url).status_code == 404, url
    assert MARIAN not in reader.opens(f"{HUB}{three[2].reference}").text, "still among related reviews"


def test_a_new_version_replaces_the_old_one_and_its_files(people):
    first = a_release("sar-marian")
    reader, page = people.team_leader(), f"{HUB}{first.reference}"
    old_files = [file.id for file in first.proof.files]

    second = a_release(of=first.publication)

    assert "Version 2.0" in reader.opens(page).text
    assert second.reference == first.reference
    for file_id in old_files:
        assert reader.opens(f"{page}/files/{file_id}").status_code == 404
    for file in second.proof.files:
        assert reader.opens(f"{page}/files/{file.id}").status_code == 200


def test_a_file_is_only_found_under_its_own_review(people, three):
    marian, rosa = three[:2]
    file = rosa.proof.files[0]
    assert people.team_leader().opens(f"{HUB}{marian.reference}/files/{file.id}").status_code == 404


@pytest.mark.both_databases
@pytest.mark.parametrize("nothing", ["nothing", "MAR-L-1999-01", "../referrals", "%00", "a" * 400])
def test_what_never_was_is_not_found(people, nothing):
    assert people.team_leader().opens(f"{HUB}{nothing}").status_code == 404


def test_nothing_of_the_case_can_be_reached_from_the_hub(people, three):
    """No id, no reference and no restricted word of a case stands in any page of the hub."""
    from pprg.people.queries import identifiers_of_case

    reader = people.team_leader()
    for release in three:
        review = release.publication.review
        kept = {str(review.id), str(review.case_id), review.case.reference, str(release.publication_id)}
        kept |= {one.words for one in identifiers_of_case(review.case_id) if len(one.words) > 3}
        page = f"{HUB}{release.reference}"
        for url in (
            HUB,
            page,
            *(f"{page}/{rest}" for rest in ("minutes/7", "minutes/30", "briefing", "use")),
        ):
            html = reader.opens(url).text
            assert not {word for word in kept if word in html}, url
            ways = [a["href"] for a in reader.reads(url).select("main a[href]")]
            assert all(way.startswith(("/learning/", "mailto:", "tel:", "http")) for way in ways), ways


def test_those_who_only_read_learning_are_shown_no_way_into_cases(people, three):
    nav = people.team_leader().reads(HUB).select_one("nav[aria-label=Main]").get_text(" ", strip=True)
    assert "Learning Hub" in nav
    assert not any(room in nav for room in ("Referrals", "Reviews", "Meetings", "Publications"))
