"""The pages of the room in a real browser."""

from pprg.reviews import services
from tests.browser import look
from tests.meetings.test_looking import sign_in
from tests.reviews.builders import a_review, findings, recommendations


def test_every_page_can_be_read_by_everyone(people, browser_page):
    by = people.coordinator().account
    waiting, under_way = a_review(by=by), a_review(by=by)
    services.appoint_author(under_way, people.author().account, by=by)
    services.set_findings(under_way, findings("F1", "F2"), by=by)
    services.set_recommendations(under_way, recommendations(R1="F2"), by=by)
    places = ["", waiting.id, under_way.id, f"{waiting.id}/author"]
    sign_in(browser_page, by)
    for place in places:
        browser_page.goto(f"/reviews/{place}")
        browser_page.wait_for_load_state("networkidle")
        look(browser_page)
    browser_page.click("text=Appoint")
    look(browser_page)
