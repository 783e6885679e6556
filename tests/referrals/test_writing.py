"""A referrer writes, in their own time, and nothing they typed is lost or changed."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pprg import clock, database
from pprg.database import db
from pprg.referrals.models import Referral
from pprg.referrals.states import State, Step
from pprg.referrals.steps.asking import steps_of
from tests.builders import a_draft, a_sent_referral
from tests.referrals.builders import FACTS, NAME

AWKWARD = (
    "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, "
    "\u0645\u0631\u062d\u0628\u0627, 👩\u200d👧, </textarea>"
)

NO_DOCUMENT_HOLDS = "\x7f\ufffe\uffff"


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


@pytest.fixture
def blank(referrer):
    """A referral that has just been begun, by its address."""
    return referrer.fills_in("/referrals/new").headers["Location"]


def box(person, url, name):
    return person.reads(url).select_one(f"[name='{name}']")


def words_in(person, url, name):
    found = box(person, url, name)
    return found.get_text().removeprefix("\n") if found.name == "textarea" else found["value"]


def test_it_begins_with_what_is_known_of_the_referrer(referrer, blank):
    page = referrer.reads(f"{blank}/essentials")
    assert page.select_one("[name=referrer]")["value"] == "Rowan Referrer"
    assert page.select_one("[name=email]")["value"] == referrer.account.email
    assert "You refer for Marlshire Police" in page.get_text(" ", strip=True)


def test_pressing_start_twice_makes_one_draft(referrer, blank):
    assert referrer.fills_in("/referrals/new").headers["Location"] == blank


def test_a_draft_that_was_written_in_is_not_taken_for_a_new_one(referrer, blank):
    referrer.fills_in(f"{blank}/essentials", role="Sergeant")
    assert referrer.fills_in("/referrals/new").headers["Location"] != blank


def test_half_a_page_is_saved_and_leads_on(referrer, blank):
    answer = referrer.fills_in(f"{blank}/essentials", name="Theodora, family name not known")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{blank}/happened"
    assert words_in(referrer, f"{blank}/essentials", "name") == "Theodora, family name not known"


def test_after_the_essentials_the_list_says_that_they_can_be_sent(referrer, blank):
    said = {"facts": "She was found on Monday", "when_words": "In May", "where": "At home"}
    answer = referrer.fills_in(f"{blank}/happened", **said)
    assert answer.headers["Location"] == blank
    assert words_in(referrer, f"{blank}/happened", "facts") == "She was found on Monday"
    assert "Send the essentials now: 1 of 12 answered." in referrer.reads(blank).get_text(" ", strip=True)


def test_save_and_go_back_leads_to_the_list(referrer, blank):
    assert (
        referrer.presses(f"{blank}/essentials", "Save and go back", role="Sergeant").headers["Location"]
        == blank
    )


@example("\n\n  Begins lower down, and ends with blanks and a line.  \n")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_typed_comes_back_exactly(referrer, draft, typed):
    """But for our line ends, and for control characters that no page or document can hold."""
    keyboard = "".join(c for c in typed if c in "\n\t" or (c >= " " and c not in NO_DOCUMENT_HOLDS))
    referrer.fills_in(f"/referrals/{draft.id}/happened", facts=keyboard)
    assert words_in(referrer, f"/referrals/{draft.id}/happened", "facts") == keyboard


def test_awkward_words_come_back_on_every_page(referrer, draft):
    for step, name in (
        ("you", "involvement"),
        ("essentials", "name"),
        ("person", "aliases"),
        ("why", "together"),
    ):
        referrer.fills_in(f"/referrals/{draft.id}/{step}", **{name: f"  {AWKWARD}"})
        assert words_in(referrer, f"/referrals/{draft.id}/{step}", name) == f"  {AWKWARD}"
    assert AWKWARD in referrer.reads(f"/referrals/{draft.id}/check").get_text()


def test_characters_that_no_document_holds_are_dropped_and_the_words_around_them_stay(referrer, draft):
    referrer.fills_in(f"/referrals/{draft.id}/happened", facts="before\x00\x08after, line\x0bbreak")
    assert words_in(referrer, f"/referrals/{draft.id}/happened", "facts") == "beforeafter, line break"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("31", "2", "1946"), "The date of birth must be a real date: February 1946 has 28 days."),
        (("29", "2", "1900"), "The date of birth must be a real date: February 1900 has 28 days."),
        (("1", "13", "1946"), "The date of birth must have a month from 1 to 12."),
        (("1", "", "1946"), "The date of birth must include a month."),
        (("x", "<b>", "99999"), "The date of birth must have a year of four numbers, like 2024."),
        (("1", "1", str(clock.today().year + 1)), "The date of birth must be today or in the past."),
    ],
)
def test_an_impossible_date_is_said_kept_and_saved(referrer, draft, typed, said):
    boxes = dict(zip(("born-day", "born-month", "born-year"), typed, strict=True))
    answer = referrer.fills_in(f"/referrals/{draft.id}/essentials", **boxes)
    assert answer.status_code == 422
    assert said in answer.text
    again = referrer.reads(f"/referrals/{draft.id}/essentials")
    assert tuple(again.select_one(f"[name={name}]")["value"] for name in boxes) == typed
    check = referrer.reads(f"/referrals/{draft.id}/check").get_text(" ", strip=True)
    assert "The date of birth" in check


@pytest.mark.parametrize(
    ("number", "said"),
    [("999 000 0019", "A digit of that NHS number is wrong"), ("12345", "An NHS number has ten digits")],
)
def test_a_wrong_nhs_number_is_said_at_once(referrer, draft, number, said):
    answer = referrer.fills_in(f"/referrals/{draft.id}/person", nhs_number=number)
    assert answer.status_code == 422
    assert said in answer.text
    assert number in answer.text


@pytest.mark.parametrize("number", ["9990000018", "999 000 0018", " 999-000-0018 ", "99 90 00 00 18", ""])
def test_a_right_nhs_number_is_taken_however_it_is_spaced(referrer, draft, number):
    assert referrer.fills_in(f"/referrals/{draft.id}/person", nhs_number=number).status_code == 303


def test_two_megabytes_of_text_are_answered_with_a_sentence_and_kept(referrer, draft):
    answer = referrer.fills_in(f"/referrals/{draft.id}/happened", facts="word " * 400_000)
    assert answer.status_code == 422
    assert "“What happened” is 2,000,000 characters long. Shorten it to 20,000 or fewer." in answer.text
    assert len(words_in(referrer, f"/referrals/{draft.id}/happened", "facts")) == 2_000_000
    assert referrer.fills_in(f"/referrals/{draft.id}/check").status_code == 422


def test_more_than_a_post_can_hold_is_refused_in_a_sentence(referrer, draft):
    answer = referrer.fills_in(f"/referrals/{draft.id}/happened", facts="word " * 1_000_000)
    assert answer.status_code == 413
    assert "Shorten the text, or send it in parts." in answer.text
    assert words_in(referrer, f"/referrals/{draft.id}/happened", "facts") == FACTS


def test_a_choice_that_was_never_offered_is_no_answer(referrer, draft):
    answer = referrer.fills_in(f"/referrals/{draft.id}/essentials", alive="resurrected")
    assert answer.status_code == 422
    assert "resurrected" not in str(db.session.get(Referral, draft.id).answers)


def test_reasons_for_a_review_that_is_no_longer_asked_for_are_not_thrown_away(referrer, draft):
    url = f"/referrals/{draft.id}"
    referrer.fills_in(f"{url}/essentials", types=["learning"])
    assert box(referrer, f"{url}/why", "sar_needs_shown_by") is None
    referrer.fills_in(f"{url}/why", learning="Something.")
    referrer.fills_in(f"{url}/essentials", types=["sar"])
    assert "care assessment" in words_in(referrer, f"{url}/why", "sar_needs_shown_by")


def test_somebody_not_sure_is_asked_what_fits_who_it_is_about(referrer, draft):
    referrer.fills_in(f"/referrals/{draft.id}/essentials", types=["not_sure"], concerns="child")
    page = referrer.reads(f"/referrals/{draft.id}/why").get_text()
    assert "Rapid review" in page
    assert "Safeguarding Adults Review" not in page


def test_a_draft_is_deleted_with_its_words(referrer, draft):
    referrer.fills_in(f"/referrals/{draft.id}/withdraw")
    kept = db.session.get(Referral, draft.id)
    assert (kept.state, kept.answers, kept.about) == (State.WITHDRAWN, {}, "")
    assert referrer.opens(f"/referrals/{draft.id}").status_code == 404


def test_the_task_list_says_how_far_each_step_has_come(referrer, blank, draft):
    referrer.fills_in(f"{blank}/happened", at_risk="no")
    begun, rest = ["In progress"] * 2, ["Not started"] * (len(steps_of({})) - 2)
    assert tasks_of(referrer, blank) == [*begun, *rest, "If you have any"]
    assert tasks_of(referrer, f"/referrals/{draft.id}")[:2] == ["Done"] * 2


def tasks_of(person, url):
    """How each page of the form stands, in order."""
    return [
        row.select_one("span[id]").get_text(strip=True) for row in person.reads(url).select(".pprg-tasks li")
    ]


def test_what_was_sent_cannot_be_written_in(people, referrer):
    sent = a_sent_referral(by=referrer.account)
    assert referrer.opens(f"/referrals/{sent.id}/why").status_code == 303
    answer = referrer.posts(
        f"/referrals/{sent.id}/why", version=sent.version, together="Changed after sending"
    )
    assert answer.status_code == 409
    assert "You cannot change this page of a referral that is received." in answer.text


def test_a_blank_page_is_an_address_that_is_not_there(referrer, draft):
    assert referrer.opens(f"/referrals/{draft.id}/nonsense").status_code == 404
    for step in set(Step) - set(steps_of(draft.answers)):
        assert referrer.opens(f"/referrals/{draft.id}/{step}").headers["Location"] == f"/referrals/{draft.id}"


def test_a_draft_names_nobody_outside_its_own_pages(referrer, draft):
    for url in ("/referrals/", f"/referrals/{draft.id}"):
        assert NAME not in referrer.opens(url).text
    for step in steps_of(draft.answers):
        title = referrer.reads(f"/referrals/{draft.id}/{step}").title.get_text()
        assert NAME.split()[0] not in title


def test_writing_for_long_leaves_a_line_for_each_sitting(referrer, draft):
    from pprg.audit.models import AuditLine

    def lines():
        return db.session.query(AuditLine).filter_by(thing_id=draft.id, verb="wrote").count()

    before = lines()
    for words in ("one", "two", "three"):
        referrer.fills_in(f"/referrals/{draft.id}/why", together=words)
    assert lines() == before
    db.session.get(Referral, draft.id).saved_at = clock.now() - timedelta(hours=1)
    database.commit()
    referrer.fills_in(f"/referrals/{draft.id}/why", together="four")
    assert lines() == before + 1
