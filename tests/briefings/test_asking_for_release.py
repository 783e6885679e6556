"""Putting finished files before a second person: refused in words until everything is settled."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.briefings import services
from pprg.briefings.content import BoxKind
from pprg.briefings.products import LISTED, formats_of
from pprg.database import commit
from pprg.errors import Refused
from pprg.publications.queries import content_of
from pprg.publications.states import ProofState, State
from tests.briefings.builders import a_chosen_publication, a_publication, facts, rewritten, wanted


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def publication(author):
    return a_chosen_publication(by=author.account)


def release_page(publication):
    return f"/publications/{publication.id}/briefing/release"


def day(when):
    return {"dated-day": str(when.day), "dated-month": str(when.month), "dated-year": str(when.year)}


def test_every_product_is_made_once_in_every_format(author, publication):
    proof = services.ask_for_release(publication, dated=clock.today(), by=author.account)

    assert [(file.product, file.suffix) for file in proof.files] == [
        (product.name, suffix) for product in LISTED for suffix in formats_of(product.name)
    ]
    assert (publication.state, proof.state, proof.number) == (State.WITH_CHECKER, ProofState.OPEN, "1.0")
    assert all(file.faults == [] for file in proof.files)


def test_file_names_hold_the_reference_and_the_version_and_no_name(author, publication):
    proof = services.ask_for_release(publication, dated=clock.today(), by=author.account)

    assert [file.file_name for file in proof.files] == [
        "MAR-L-2024-03-seven-minute-briefing-v1.0.docx",
        "MAR-L-2024-03-seven-minute-briefing-v1.0.pdf",
        "MAR-L-2024-03-seven-minute-briefing-v1.0.html",
        "MAR-L-2024-03-short-slides-v1.0.pptx",
        "MAR-L-2024-03-team-meeting-slides-v1.0.pptx",
        "MAR-L-2024-03-facilitator-sheet-v1.0.docx",
        "MAR-L-2024-03-facilitator-sheet-v1.0.pdf",
        "MAR-L-2024-03-supervision-pack-v1.0.docx",
        "MAR-L-2024-03-supervision-pack-v1.0.pdf",
        "MAR-L-2024-03-record-of-use-v1.0.docx",
        "MAR-L-2024-03-record-of-use-v1.0.pdf",
        "MAR-L-2024-03-everything-v1.0.zip",
    ]


def test_the_files_carry_their_version_their_day_and_no_mark_of_a_draft(author, publication):
    dated = clock.today() + timedelta(days=14)
    proof = services.ask_for_release(publication, dated=dated, by=author.account)

    page = content_of(next(file for file in proof.files if file.suffix == "html")).decode()
    assert "version 1.0" in page
    assert f"{dated.day} {dated:%B %Y}" in page
    assert "OFFICIAL" in page
    assert "OFFICIAL-SENSITIVE" not in page
    assert "Draft" not in page


def test_a_box_that_nobody_chose_for_stops_it(author):
    publication = a_publication(by=author.account)
    services.take_first_choice(publication, BoxKind.PERSON, version=0, by=author.account)

    with pytest.raises(Refused, match="Not yet chosen by a person: “Why it matters”"):
        services.ask_for_release(publication, dated=clock.today(), by=author.account)


def test_a_change_that_is_not_settled_stops_it(author, publication):
    rewritten(publication, "person", by=author.account, pen_picture=["She sang.", *facts()[1:]])

    with pytest.raises(
        Refused, match="The record has changed since lines were chosen from it: “Who was Marian"
    ):
        services.ask_for_release(publication, dated=clock.today(), by=author.account)


@pytest.mark.parametrize(("words", "stops"), [(750, False), (751, True)])
def test_too_many_words_stop_it(author, publication, words, stops):
    from pprg.briefings import queries

    desk = queries.desk_of(publication)
    others = desk.words.words - desk.length(BoxKind.PERSON)
    row = queries.box_choices_of(publication)[BoxKind.PERSON]
    long = " ".join(["word"] * (words - others))
    services.choose(
        publication, BoxKind.PERSON, wanted(("pen_picture/0", long)), version=row.version, by=author.account
    )
    commit()

    said = queries.desk_of(publication)
    assert said.words.words == words
    assert bool(said.stops) == stops
    assert stops or any("680 read well" in note for note in said.notes)


def test_a_file_that_shuts_somebody_out_stops_it(author, publication, monkeypatch, tmp_path):
    """A partnership's own Word template without headings."""
    from docx import Document

    from pprg.briefings.drawing import word

    template = tmp_path / "ours.docx"
    changed = Document(str(word.HOUSE_TEMPLATE))
    for paragraph in changed.paragraphs:
        paragraph.style = changed.styles["Normal"]
    changed.save(str(template))
    monkeypatch.setattr(word, "HOUSE_TEMPLATE", template)

    with pytest.raises(Refused, match=r"\.docx: The document has no headings"):
        services.ask_for_release(publication, dated=clock.today(), by=author.account)


def test_the_page_says_what_is_still_to_settle_and_offers_no_button(author):
    publication = a_publication(by=author.account)

    page = author.reads(release_page(publication))

    assert "Not yet chosen by a person" in page.get_text()
    assert page.select_one("main form") is None


def test_asking_on_the_page_leads_to_what_the_second_person_sees(author, publication):
    answer = author.fills_in(release_page(publication), **day(clock.today()))

    assert answer.status_code == 303
    assert answer.location.startswith("/publications/proofs/")
    assert author.opens(answer.location).status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (day(clock.today() - timedelta(days=1)), "The release date must be today or later."),
        ({"dated-day": "31", "dated-month": "2", "dated-year": "2099"}, "must be a real date"),
        ({"dated-day": "", "dated-month": "", "dated-year": ""}, "Enter the release date."),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_it(author, publication, typed, said):
    answer = author.fills_in(release_page(publication), **typed)

    assert answer.status_code == 422
    assert said in answer.text


def test_what_is_asked_for_twice_is_refused_in_words(author, publication):
    author.fills_in(release_page(publication), **day(clock.today()))

    answer = author.posts(release_page(publication), **day(clock.today()))

    assert answer.status_code == 422
    assert "You cannot ask for release of a publication that is with the checker." in answer.text
