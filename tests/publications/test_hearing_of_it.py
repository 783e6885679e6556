"""Who hears that what readers have is out of date: on the first page, on the publication, at the terminal."""

import pytest

from pprg.briefings.drawing import word
from pprg.database import commit
from tests.briefings.builders import rewritten
from tests.briefings.releasing import a_released_publication


@pytest.fixture
def publication(author, chair):
    made = a_released_publication(author=author.account, second=chair.account)
    commit()
    return made


@pytest.fixture
def new_template(publication, monkeypatch, tmp_path):
    template = tmp_path / word.HOUSE_TEMPLATE.name
    template.write_bytes(word.HOUSE_TEMPLATE.read_bytes() + b"\0")
    monkeypatch.setattr(word, "HOUSE_TEMPLATE", template)


def at_the_terminal(app, *words):
    commit()
    return app.test_cli_runner().invoke(args=["briefings", *words])


def test_nothing_is_said_while_all_is_current(app, publication, people):
    assert at_the_terminal(app, "stale").output == ""
    assert "Out of date" not in people.coordinator().reads(f"/publications/{publication.id}").get_text()


def test_the_terminal_names_product_day_and_cause(app, publication, author):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])

    said = at_the_terminal(app, "stale", publication.reference).output.splitlines()

    day = next(iter(publication.differs_since.values()))[:10]
    assert (
        f"MAR-L-2024-03 supervision-pack (docx pdf) out of date since {day}, "
        "because the words under “Supervision prompts” changed" in said
    )
    assert not any("record-of-use" in line for line in said)


@pytest.mark.usefixtures("new_template")
def test_a_new_look_is_made_at_the_terminal_for_a_coordinator_to_compare(app, publication, people):
    answer = at_the_terminal(app, "make-again")

    assert answer.output == "MAR-L-2024-03 version 2.0 waits for a coordinator to compare it.\n"
    first_page = people.coordinator().reads("/").get_text(" ", strip=True)
    assert "Compare and release MAR-L-2024-03" in first_page
    assert publication.current.version == "1.0"


@pytest.mark.usefixtures("new_template")
def test_the_first_page_says_so_to_coordinators_and_not_to_agencies(publication, people):
    assert "Make the files of MAR-L-2024-03 again" in people.coordinator().reads("/").get_text()
    assert "MAR-L-2024-03 again" not in people.referrer().reads("/").get_text()


def test_the_author_hears_on_their_first_page_since_when_readers_have_other_words(publication, author):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])
    commit()

    assert "Out of date since" in author.reads("/").get_text()
    assert "Readers keep version 1.0" in author.reads(f"/publications/{publication.id}").get_text()


def test_readers_hear_nothing_of_it_and_keep_what_was_released(publication, author, people):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])
    commit()

    page = people.team_leader().reads(f"/learning/{publication.reference}").get_text()
    assert "ut of date" not in page
    assert "1.0" in page
