"""The editor says how it reads, whom it names and what it leaves out, and follows what is typed."""

import pytest

from pprg.briefings import queries
from pprg.briefings.content import BoxKind
from pprg.database import commit, db
from pprg.publications.sections import place_in_words
from tests.briefings.builders import a_chosen_publication
from tests.briefings.test_editing import box, name_of
from tests.people import as_it_stands

AWKWARD = "Marian failed to engage with the MARAC, and she should have known on 4 March 2023."


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def publication(author):
    return a_chosen_publication(by=author.account)


@pytest.fixture
def desk(publication):
    return f"/publications/{publication.id}/briefing"


def typed(author, desk, address, words, kind="person"):
    """What the page would send while somebody types these words for a line."""
    page = author.reads(f"{desk}?box={kind}")
    return as_it_stands(box(page)) | {name_of(page, address, "shorter"): words}


def tries(author, desk, address, words, kind="person", *, htmx=True, **more):
    data = typed(author, desk, address, words, kind) | more
    headers = {"HX-Request": "true"} if htmx else {}
    return author._browser.post(f"{desk}/{kind}/preview", data=data, headers=headers)


def says(author, where):
    return author.reads(where).get_text(" ", strip=True)


def test_the_meter_tells_reading_ease_beside_words_minutes_and_pages(author, desk):
    meter = author.reads(desk).select_one(".pprg-meter").get_text(" ", strip=True)

    assert "3 minutes to read" in meter
    assert "2 pages" in meter
    assert "Reading ease 79" in meter


def test_a_prompt_links_to_its_line_quotes_it_and_offers_better_words(author, desk):
    data = typed(author, desk, "pen_picture/0", AWKWARD)
    author._browser.post(f"{desk}/person", data=data)

    page = author.reads(f"{desk}?box=person")

    shown = [one.get_text(" ", strip=True) for one in page.select(".pprg-prompts li")]
    assert any("“failed to engage”" in one and "did not come to appointments" in one for one in shown)
    assert any("“MARAC”" in one and "multi-agency risk assessment conference" in one for one in shown)
    link = page.select_one(".pprg-prompts a")["href"]
    assert page.select_one(f"#{link.partition('#')[2]}")["id"] == "take-pen_picture-0"


def test_prompts_never_stop_a_release(author, desk, publication):
    author._browser.post(f"{desk}/person", data=typed(author, desk, "pen_picture/0", AWKWARD))

    commit()
    db.session.expire_all()
    assert queries.desk_of(publication).prompts
    assert queries.desk_of(publication).stops == ()


def test_what_is_typed_is_shown_and_nothing_is_kept(author, desk, publication):
    answer = tries(author, desk, "pen_picture/0", "Marian cooked. She failed to engage.")

    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Marian cooked." in answer.text
    assert "“failed to engage”" in answer.text
    for place in ("meter", "all-boxes", "standing", "box-stands"):
        assert f'id="{place}" hx-swap-oob="true"' in answer.text
    assert queries.desk_of(publication).boxes[BoxKind.PERSON].lines[0].pick.shorter == ""


def test_without_scripts_the_button_shows_the_whole_page(author, desk, publication):
    answer = tries(author, desk, "pen_picture/0", "Marian cooked.", htmx=False)

    assert answer.status_code == 200
    assert "<html" in answer.text
    assert "Marian cooked." in answer.text
    assert queries.desk_of(publication).boxes[BoxKind.PERSON].lines[0].pick.shorter == ""


def test_the_slides_follow_what_is_typed_too(author, desk):
    data = typed(author, desk, "pen_picture/0", "Marian cooked.")

    answer = author._browser.post(
        f"{desk}/person/preview?show=short-slides", data=data, headers={"HX-Request": "true"}
    )

    assert 'class="pprg-deck"' in answer.text
    assert "Marian cooked." in answer.text


def test_a_line_that_nobody_offered_shows_nothing_and_breaks_nothing(author, desk):
    page = author.reads(f"{desk}?box=person")
    hidden = page.find("input", {"value": "pen_picture/0"})["name"]
    forged = {hidden: "restricted/people/0", hidden.replace("-address", "-digest"): "0" * 64}

    assert tries(author, desk, "pen_picture/1", "x", **forged).status_code == 204
    answer = tries(author, desk, "pen_picture/1", "x", htmx=False, **forged)
    assert answer.status_code == 422
    assert "The record changed while you were choosing" in answer.text


def test_the_names_check_asks_the_case_and_says_when(author, desk):
    assert "0 names found (checked" in says(author, desk)

    answer = tries(author, desk, "pen_picture/0", "Dorothea Pruett cooked school dinners.")

    assert "Dorothea Pruett" in answer.text
    assert "gives somebody away" in answer.text
    assert "Who was Marian?, your words for" in answer.text


def test_what_is_left_out_is_said_once_and_asked_again_after_another_choice(author, desk, publication):
    author._browser.post(f"{desk}/learned", data=without(author, desk, "learned", "findings/F4"))
    assert "F4 is not in the briefing. Fine, but say so knowingly." in says(author, desk)

    author.presses(f"{desk}?box=learned", "Left out knowingly")
    page = says(author, desk)
    assert "Left out knowingly: Ari Author" in page
    assert "Fine, but say so knowingly." not in page
    assert "Fine, but" not in says(author, f"{desk}/release")

    author._browser.post(f"{desk}/person", data=without(author, desk, "person", "pen_picture/1"))
    assert "F4 is not in the briefing. Fine, but say so knowingly." in says(author, desk)


def test_what_was_said_knowingly_can_be_taken_back(author, desk):
    author._browser.post(f"{desk}/learned", data=without(author, desk, "learned", "findings/F4"))
    author.presses(f"{desk}?box=learned", "Left out knowingly")

    author.presses(f"{desk}?box=learned", "Take that back")

    assert "Fine, but say so knowingly." in says(author, desk)


def test_only_what_was_looked_at_is_left_out_knowingly(author, desk):
    author._browser.post(f"{desk}/learned", data=without(author, desk, "learned", "findings/F4"))

    answer = author.posts(f"{desk}/learned/left-out", digest="another", knowingly="y")

    assert answer.status_code == 409
    assert "Left out knowingly: Ari" not in says(author, desk)


def without(author, desk, kind, part):
    """The open box without every line of this part of the record."""
    page = author.reads(f"{desk}?box={kind}")
    data = as_it_stands(box(page))
    for hidden in page.select("input[type=hidden][name$=-address]"):
        if hidden["value"].startswith(part):
            data.pop(hidden["name"].replace("-address", "-take"), None)
    return data


def test_a_missing_field_is_named_in_words(author, desk, publication):
    assert place_in_words("findings[0].in_practice") == "Finding F1, in practice"
    assert place_in_words("what_happened[2].event") == "What happened, event 3, event"
    assert place_in_words("statistic.as_of") == "Statistic, as of"
    publication.review.findings[0].in_practice = ""
    commit()

    page = author.reads(desk).get_text(" ", strip=True)
    assert "Finding F1, in practice : Say what good looks like" in page
    assert "findings[" not in page
