"""`flask briefings list` and `flask briefings make`, as somebody at a terminal uses them."""

import pytest

from pprg import clock
from pprg.briefings import services
from pprg.database import commit
from pprg.publications import services as publishing
from pprg.publications.queries import content_of, record_of
from pprg.publications.release_list import items_for
from tests.briefings.builders import a_chosen_publication, a_publication

ALL = [
    "MAR-L-2024-03-seven-minute-briefing-draft-1.docx",
    "MAR-L-2024-03-seven-minute-briefing-draft-1.pdf",
    "MAR-L-2024-03-seven-minute-briefing-draft-1.html",
    "MAR-L-2024-03-short-slides-draft-1.pptx",
    "MAR-L-2024-03-team-meeting-slides-draft-1.pptx",
    "MAR-L-2024-03-facilitator-sheet-draft-1.docx",
    "MAR-L-2024-03-facilitator-sheet-draft-1.pdf",
    "MAR-L-2024-03-supervision-pack-draft-1.docx",
    "MAR-L-2024-03-supervision-pack-draft-1.pdf",
    "MAR-L-2024-03-record-of-use-draft-1.docx",
    "MAR-L-2024-03-record-of-use-draft-1.pdf",
    "MAR-L-2024-03-everything-draft-1.zip",
]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def flask(app):
    def run(*words):
        commit()
        return app.test_cli_runner().invoke(args=["briefings", *words])

    return run


@pytest.fixture
def publication(people):
    return a_publication(by=people.author().account)


def test_the_products_and_their_formats_are_listed(flask):
    said = flask("list").output

    assert "seven-minute-briefing   docx pdf html" in said
    assert "short-slides            pptx" in said
    assert "team-meeting-slides     pptx" in said


def test_drafts_of_everything_are_written_at_once(flask, publication, tmp_path):
    answer = flask("make", "MAR-L-2024-03", "--out", str(tmp_path / "new" / "folder"))

    assert answer.exit_code == 0, answer.output
    assert answer.output.split() == [str(tmp_path / "new" / "folder" / name) for name in ALL]
    assert names_in(tmp_path / "new" / "folder") == sorted(ALL)
    assert b"Draft" in (tmp_path / "new" / "folder" / ALL[2]).read_bytes()


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["--product", "short-slides"], [ALL[3]]),
        (["--format", "pptx"], ALL[3:5]),
        (["--product", "everything"], ALL[-1:]),
        (["--format", ".PDF"], [name for name in ALL if name.endswith(".pdf")]),
        (["--product", "seven-minute-briefing", "--format", "html"], [ALL[2]]),
    ],
)
def test_one_product_or_one_format_is_written_alone(flask, publication, tmp_path, options, written):
    answer = flask("make", "MAR-L-2024-03", "--out", str(tmp_path), *options)

    assert answer.exit_code == 0, answer.output
    assert names_in(tmp_path) == sorted(written)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["NO-SUCH-01"], 'There is no learning record "NO-SUCH-01".'),
        (["MAR-L-2024-03", "--product", "poster"], 'There is no product "poster".'),
        (
            ["MAR-L-2024-03", "--format", "odt"],
            'Nothing is made as "odt". Formats: docx, html, pdf, pptx, zip.',
        ),
        (
            ["MAR-L-2024-03", "--product", "short-slides", "--format", "pdf"],
            'Short slides is not made as "pdf".',
        ),
        (["MAR-L-2024-03", "--by", "nobody@example.org"], "There is no account nobody@example.org."),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(flask, publication, tmp_path, words, said):
    answer = flask("make", *words, "--out", str(tmp_path))

    assert answer.exit_code == 1
    assert said in answer.output
    assert "Traceback" not in answer.output
    assert names_in(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_said_in_a_sentence(flask, publication, tmp_path):
    (tmp_path / "file").write_text("not a folder")

    answer = flask("make", "MAR-L-2024-03", "--out", str(tmp_path / "file"))

    assert answer.exit_code == 1
    assert f"Cannot write to {tmp_path / 'file'}" in answer.output


def test_a_record_that_is_not_whole_is_said_in_a_sentence(flask, publication, tmp_path):
    publication.words = publication.words | {"why_reviewed": ""}

    answer = flask("make", "MAR-L-2024-03", "--out", str(tmp_path))

    assert answer.exit_code == 1
    assert "Say why it was reviewed." in answer.output


@pytest.fixture
def released(people):
    """Released by a second person, in whatever way publications release."""
    author = people.author().account
    publication = a_chosen_publication(by=author)
    proof = services.ask_for_release(publication, dated=clock.today(), by=author)
    release_by_the_chair(proof, people.chair().account)
    commit()
    return publication


def release_by_the_chair(proof, chair):
    for file in proof.files:
        publishing.look_at(file, by=chair)
    ticked = {item.key: "" for item in items_for(record_of(proof).review_type)}
    publishing.release(proof, ticked, by=chair)


def test_the_very_bytes_that_were_released_are_written(flask, released, tmp_path):
    answer = flask("make", "MAR-L-2024-03", "--out", str(tmp_path))

    assert answer.exit_code == 0, answer.output
    for file in released.current.proof.files:
        assert (tmp_path / file.file_name).read_bytes() == content_of(file)


def test_drafts_of_newer_words_are_written_when_asked_for(flask, released, tmp_path):
    flask("make", "MAR-L-2024-03", "--out", str(tmp_path), "--product", "short-slides", "--draft")

    (name,) = names_in(tmp_path)
    assert "-draft-" in name
