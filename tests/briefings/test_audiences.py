"""Your role first: the same words with one audience's lines on top, released with the file they belong to."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.briefings import services
from pprg.briefings.audiences import audiences_in, first_for
from pprg.briefings.content import BoxKind, SlideKind
from pprg.briefings.products import PRODUCTS, product_called
from pprg.database import commit, db
from pprg.documents import reading
from pprg.guidance.codes import Audience
from pprg.publications import services as publishing
from pprg.publications.editions import says_the_same
from pprg.publications.models import Edition
from pprg.publications.queries import content_of
from pprg.publications.release_list import all_done
from pprg.publications.services import MadeFor
from tests.briefings.any_record import records
from tests.briefings.builders import a_chosen_publication
from tests.briefings.records import imprint, record

CALM = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
TOLD = {"seven-minute-briefing", "team-meeting-slides"}


def composed(product, read):
    return product_called(product).composes(read, {}, imprint(read))


def leads(words):
    if hasattr(words, "boxes"):
        return [line.lead for box in words.boxes if box.kind is BoxKind.DO_NOW for line in box.lines]
    return [line.lead for one in words.slides if one.kind is SlideKind.ACTIONS for line in one.lines]


@pytest.mark.parametrize("product", sorted(TOLD))
def test_their_own_line_comes_first_then_everyones_then_the_others_as_they_were(product):
    words = composed(product, record("sar-marian"))

    assert leads(words)[0] == "Everyone"
    others = [lead for lead in leads(words) if lead not in {"Everyone", "Housing"}]
    assert leads(first_for(words, Audience.HOUSING)) == ["Housing", "Everyone", *others]


@CALM
@given(records())
def test_whatever_a_record_holds_the_lines_are_the_same_and_nothing_else_moves(read):
    for product in TOLD:
        words = composed(product, read)
        for audience in audiences_in(words):
            moved = first_for(words, audience)
            assert Counter(leads(moved)) == Counter(leads(words))
            assert {**vars(moved), "boxes": 0, "slides": 0} == {**vars(words), "boxes": 0, "slides": 0}
            assert Counter(parts(moved)) == Counter(parts(words))


def parts(words):
    """Every box or slide with what it says, the lines that may move apart."""
    for one in getattr(words, "boxes", None) or words.slides:
        if one.kind in {BoxKind.DO_NOW, SlideKind.ACTIONS}:
            yield from one.lines
        else:
            yield one


def test_words_that_tell_nobody_what_to_do_have_no_editions():
    for product in PRODUCTS:
        assert bool(audiences_in(composed(product.name, record("dhr-rosa")))) == (product.name in TOLD)


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def proof(author):
    publication = a_chosen_publication(by=author.account)
    asked = services.ask_for_release(publication, dated=clock.today(), by=author.account)
    commit()
    return asked


def test_each_edition_holds_the_words_of_its_file_and_no_others(proof):
    made = [file for file in proof.files if file.editions]

    assert {file.product for file in made} == TOLD
    for file in made:
        whole = words_in(content_of(file), file.suffix)
        for edition in file.editions:
            assert words_in(content_of(edition), file.suffix) == whole
            assert edition.digest != file.digest


def words_in(content, suffix):
    """What stands on the pages, in the notes and behind pictures; not what a file says of itself."""
    there = [one for one in reading.places(content, f".{suffix}") if one.where != "Properties in the file"]
    return Counter(word for one in there for word in one.text.split())


def test_the_second_person_has_no_more_files_to_look_at(proof):
    assert len(proof.files) == 12
    assert db.session.query(Edition).count() == 4 * 5


def test_a_file_that_says_anything_else_is_no_edition(author):
    words = composed("seven-minute-briefing", record("sar-marian"))
    draws = product_called("seven-minute-briefing").draws["docx"]
    file = publishing.Made(
        product="seven-minute-briefing", suffix="docx", file_name="a.docx", content=draws(words)
    )
    same = MadeFor(
        audience=Audience.HOUSING, file_name="b.docx", content=draws(first_for(words, Audience.HOUSING))
    )
    other = MadeFor(
        audience=Audience.HOUSING,
        file_name="c.docx",
        content=draws(composed("seven-minute-briefing", record("dhr-rosa"))),
    )

    assert says_the_same(file, same)
    assert not says_the_same(file, other)


@pytest.fixture
def released(people, proof):
    checker = people.chair().account
    for file in proof.files:
        publishing.look_at(file, by=checker)
    from pprg.publications import checks

    for check in checks.checks_of(proof):
        for found in check.found:
            publishing.judge(proof, found.key, "A word of everyday speech.", by=checker)
    release = publishing.release(proof, all_done(proof.publication.review.review_type), by=checker)
    commit()
    return release


def test_a_reader_says_where_they_work_and_takes_their_own_edition(people, released):
    leader, page = people.team_leader(), f"/learning/{released.reference}"

    plain = leader.reads(page)
    link = plain.find("a", string="Housing")
    chosen = leader.reads(link["href"].partition("#")[0])
    button = leader.reads(f"{page}/minutes/30?audience=housing").select_one("main a.govuk-button")
    taken = leader.opens(button["href"])

    assert "Treat repeated no-access visits as a worry" in chosen.select_one("#work").get_text()
    assert "team-meeting-slides-housing-v1.0.pptx" in taken.headers["Content-Disposition"]
    edition = db.session.query(Edition).filter_by(
        file_name="MAR-L-2024-03-team-meeting-slides-housing-v1.0.pptx"
    )
    assert taken.data == content_of(edition.one())


def test_the_briefing_read_on_the_hub_begins_with_their_line(people, released):
    leader, page = people.team_leader(), f"/learning/{released.reference}/briefing"

    plain = leader.reads(page).select_one(".pprg-briefing")
    housing = leader.reads(f"{page}?audience=housing").select_one(".pprg-briefing")

    assert housing.select("tbody tr")[0].get_text(" ", strip=True).startswith("Housing")
    assert Counter(housing.get_text(" ").split()) == Counter(plain.get_text(" ").split())


@pytest.mark.parametrize("audience", ["midwifery", "all", "<script>", "housing\x00"])
def test_a_role_without_an_edition_gets_what_everybody_gets(people, released, audience):
    leader, page = people.team_leader(), f"/learning/{released.reference}"
    file = released.proof.files[0]

    answer = leader.opens(f"{page}/files/{file.id}", query_string={"audience": audience})

    assert answer.data == content_of(file)
    assert leader.opens(page, query_string={"audience": audience}).status_code == 200


def test_where_somebody_works_is_not_written_down(people, released):
    leader, page = people.team_leader(), f"/learning/{released.reference}"
    leader.opens(f"{page}/files/{released.proof.files[0].id}?audience=housing")

    lines = db.session.query(AuditLine).filter_by(actor_id=leader.account.id)
    assert not [line for line in lines if "housing" in str(vars(line))]
