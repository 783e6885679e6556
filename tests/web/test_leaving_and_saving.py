"""Exit this page, and words that are saved while they are written, in a real browser under our policy."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser import look, tab_to
from tests.web.page_alone import Server, Serving, page_alone

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def address(server, settings):
    me = SimpleNamespace(name="Ama Mensah", agency_name="Marlshire Council")
    with Serving(page_alone(server, settings, me=me)) as address:
        yield address


@pytest.fixture
def page(browser_page):
    browser_page.goto("/")
    return browser_page


@pytest.fixture
def storm(chromium, address):
    """A window that may complain: connections break and servers fail here on purpose."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def is_at_the_weather(page):
    page.wait_for_url("**/exit")
    expect(page.locator("h1")).to_have_text("Weather")


def test_the_frame_of_every_page_is_accessible_and_fits_a_phone(page):
    look(page)


def test_the_partnership_s_own_colour_is_worn_under_the_policy(browser_page, server, settings):
    ours = replace(settings, accent="#5B2A86")
    with Serving(page_alone(server, ours, me=None)) as address:
        browser_page.context.unroute_all()
        browser_page.goto(address)
        button = browser_page.get_by_role("button", name="Send")
        expect(button).to_have_css("background-color", "rgb(91, 42, 134)")


def test_the_red_button_leaves_and_the_page_is_not_in_the_history(page):
    page.goto("/elsewhere")
    page.goto("/")
    page.get_by_role("link", name="Exit this page", exact=True).last.click()
    is_at_the_weather(page)
    page.go_back()
    assert page.title() == "Elsewhere"


def test_the_way_out_is_the_second_stop_of_the_tab_key(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_at_the_weather(page)


def test_shift_three_times_leaves_and_counts_along(page):
    said = page.locator(".pprg-exit [role=status]")
    page.keyboard.press("Shift")
    expect(said).to_have_text("Shift, press 2 more times to exit.")
    page.keyboard.press("Shift")
    expect(said).to_have_text("Shift, press 1 more time to exit.")
    expect(page.locator(".pprg-exit__lights .lit")).to_have_count(2)
    page.keyboard.press("Shift")
    is_at_the_weather(page)


def test_capitals_are_not_a_call_for_the_way_out(page, server):
    page.locator("#story").focus()
    for letter in "AMHP":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    expect(page.locator("#story")).to_be_visible()
    assert ("left", {}) not in server.heard


def test_presses_more_than_five_seconds_apart_do_not_count(page):
    page.clock.install()
    for _ in range(4):
        page.keyboard.press("Shift")
        page.clock.run_for(5_100)
    expect(page.locator(".pprg-exit [role=status]")).to_have_text("Exit this page has timed out.")
    expect(page.locator("h1")).to_have_text("What happened")


def test_leaving_saves_first_and_shows_nothing_meanwhile(page, server):
    server.slow = 0.3
    page.locator("#story").fill("He rang twice.")
    page.get_by_role("link", name="Exit this page", exact=True).last.click(no_wait_after=True)
    expect(page.locator("main")).to_be_hidden()
    assert page.title() == "Loading"
    is_at_the_weather(page)
    assert [kind for kind, _ in server.heard] == ["kept", "left"]
    assert server.words("kept") == ["He rang twice."]


def test_leaving_does_not_wait_for_a_server_that_does_not_answer(page, server):
    server.may_answer.clear()
    page.locator("#story").fill("He rang twice.")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url("**/exit")
    server.may_answer.set()


def test_words_are_saved_two_seconds_after_the_last_key(page, server):
    page.clock.install()
    page.locator("#story").type("He rang")
    page.clock.run_for(1_500)
    page.locator("#story").type(" twice.")
    page.clock.run_for(1_500)
    assert server.words("kept") == []
    page.clock.run_for(600)
    expect(page.locator("[data-saved]")).to_have_text("Saved 14:03. You can leave.")
    assert server.words("kept") == ["He rang twice."]
    expect(page.locator("[name=version]")).to_have_value("2")


def test_words_are_saved_when_a_field_is_left_and_versions_stay_in_step(page, server):
    page.locator("#story").type("He rang twice.")
    page.keyboard.press("Tab")
    expect(page.locator("[data-saved]")).to_contain_text("Saved 14:03")
    page.locator("#place").type("Mill Lane")
    page.locator("#story").focus()
    expect(page.locator("[name=version]")).to_have_value("3")
    assert [said["version"] for _, said in server.heard] == ["1", "2"]
    assert server.heard[-1][1]["place"] == "Mill Lane"


def test_pressing_the_button_waits_for_a_save_under_way(page, server):
    server.slow = 0.4
    page.locator("#story").type("He rang twice.")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/send")
    assert [(kind, said["version"]) for kind, said in server.heard] == [("kept", "1"), ("sent", "2")]


def test_going_to_another_page_saves_what_was_written(page, server):
    page.locator("#story").type("He rang twice.")
    page.evaluate("location.href = '/elsewhere'")
    page.wait_for_url("**/elsewhere")
    for _ in range(50):
        if server.heard:
            break
        page.wait_for_timeout(20)
    assert server.words("kept") == ["He rang twice."]


def test_without_a_connection_the_page_says_so_keeps_the_words_and_tries_again(storm, server):
    page = storm
    page.route("**/keep", lambda route: route.abort("internetdisconnected"))
    page.locator("#story").fill("He rang twice.")
    page.locator("#place").focus()
    status = page.locator("[data-saved]")
    expect(status).to_have_text("Not saved – no connection. Keep this page open.")
    page.unroute("**/keep")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(status).to_have_text("Saved 14:03. You can leave.")
    assert server.words("kept") == ["He rang twice."]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (409, "Not saved – this page is out of date: there are newer answers"),
        (401, "Not saved – you are signed out."),
        (500, "Not saved – something went wrong on our side."),
    ],
)
def test_a_save_that_is_not_taken_says_why_and_what_to_do(storm, server, answer, sentence):
    server.answer = answer
    storm.locator("#story").fill("He rang twice.")
    storm.locator("#place").focus()
    expect(storm.locator("[data-saved]")).to_contain_text(sentence)
    expect(storm.locator("#story")).to_have_value("He rang twice.")
    assert server.words("kept") == ["He rang twice."]


def test_a_screen_reader_hears_of_saving_at_most_every_thirty_seconds(page):
    page.clock.install()
    page.evaluate(
        "window.told = 0;"
        "new MutationObserver(() => told++).observe(document.body, {subtree: true, childList: true})"
    )
    page.locator("#story").type("a")
    page.clock.run_for(2_100)
    expect(page.locator("[data-saved] + [role=status]")).to_have_text("Saved 14:03. You can leave.")
    before = page.evaluate(
        "new MutationObserver(() => told++).observe("
        "document.querySelector('[data-saved] + [role=status]'), {childList: true}); told"
    )
    for version in ("3", "4", "5"):
        page.locator("#story").type("b")
        page.clock.run_for(2_100)
        expect(page.locator("[name=version]")).to_have_value(version)
    assert page.locator("[data-saved] + [role=status]").text_content() == "Saved 14:03. You can leave."
    assert page.evaluate("told") - before <= 3  # the visible line three times, the read one never


def test_a_refusal_is_said_in_the_alert_and_the_page_stays(page):
    page.locator("#story").fill("He rang twice.")
    page.get_by_role("button", name="Submit again").click()
    alert = page.locator("#alert [role=alert]")
    expect(alert).to_contain_text("You cannot submit it twice.")
    expect(alert).to_be_focused()
    expect(page.locator("#story")).to_have_value("He rang twice.")


def test_a_page_of_someone_signed_in_is_blank_when_left_and_asked_for_anew_when_shown_again(page):
    # A driven browser keeps no page in memory, so the test says what the browser would say.
    page.evaluate(
        "window.kept = 'in memory'; dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
    )
    expect(page.locator("main")).to_be_hidden()
    with page.expect_navigation():
        page.evaluate(
            "setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))"
        )
    expect(page.locator("main")).to_be_visible()
    assert page.evaluate("window.kept === undefined")


def test_without_scripts_the_way_out_is_a_plain_link(plain_page):
    plain_page.goto("/")
    tab_to(plain_page, plain_page.get_by_role("link", name="Exit this page", exact=True).last)
    plain_page.keyboard.press("Enter")
    is_at_the_weather(plain_page)
