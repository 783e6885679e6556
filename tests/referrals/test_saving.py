"""Saving by itself, twice, and from two browsers: the newest words win only where somebody has looked."""

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from tests.builders import a_draft


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


def box(person, url, name):
    return person.reads(url).select_one(f"[name='{name}']")


def words_in(person, url, name):
    found = box(person, url, name)
    return found.get_text().removeprefix("\n") if found.name == "textarea" else found["value"]


def test_the_second_of_two_browsers_is_told_and_keeps_its_words(people, referrer, draft):
    url = f"/referrals/{draft.id}/why"
    version = box(referrer, url, "version")["value"]
    referrer.fills_in(url, together="The first browser’s words")

    answer = referrer.fills_in(url, version=version, together="The second browser’s words")

    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "html.parser")
    assert page.select_one("[name=together]").get_text().strip() == "The second browser’s words"
    assert "The first browser’s words" in page.select_one(".pprg-care").get_text()
    assert not page.select_one("[data-autosave]"), "autosave would overwrite before anybody has looked"
    assert words_in(referrer, url, "together") == "The first browser’s words"
    form = {f["name"]: f["value"] for f in page.select("main form [type=hidden]")}
    assert referrer.posts(url, **form, together="The second browser’s words").status_code == 303
    assert words_in(referrer, url, "together") == "The second browser’s words"


def test_two_browsers_on_different_pages_do_not_disturb_each_other(referrer, draft):
    url = f"/referrals/{draft.id}"
    version = box(referrer, f"{url}/why", "version")["value"]
    referrer.fills_in(f"{url}/you", team="Public protection")
    assert referrer.fills_in(f"{url}/why", version=version, together="Mine").status_code == 303


def test_saving_the_same_words_twice_is_saving_once(referrer, draft):
    url = f"/referrals/{draft.id}/why"
    version = box(referrer, url, "version")["value"]
    first = referrer.fills_in(url, version=version, together="Pressed twice")
    second = referrer.fills_in(url, version=version, together="Pressed twice")
    assert (first.status_code, second.status_code) == (303, 303)


def test_autosave_keeps_what_is_there_and_says_when(referrer, draft):
    url = f"/referrals/{draft.id}/happened"
    version = box(referrer, url, "version")["value"]
    answer = referrer.posts(f"{url}/keep", version=version, facts="half a sen", **{"when-day": "3"})
    assert answer.status_code == 204
    assert answer.headers["X-Saved-At"] == clock.now().astimezone(clock.LONDON).strftime("%H:%M")
    assert answer.headers["X-Version"] == box(referrer, url, "version")["value"]
    assert words_in(referrer, url, "facts") == "half a sen"
    assert box(referrer, url, "when-month")["value"] == ""


def test_autosave_from_a_stale_page_changes_nothing(referrer, draft):
    url = f"/referrals/{draft.id}/happened"
    version = box(referrer, url, "version")["value"]
    referrer.fills_in(url, facts="newer")
    assert referrer.posts(f"{url}/keep", version=version, facts="older").status_code == 409
    assert words_in(referrer, url, "facts") == "newer"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 400])
def test_a_nonsense_version_overwrites_nothing(referrer, draft, version):
    url = f"/referrals/{draft.id}/happened"
    answer = referrer.posts(url, version=version, facts="forged")
    assert answer.status_code in {409, 422}
    assert "Traceback" not in answer.text
