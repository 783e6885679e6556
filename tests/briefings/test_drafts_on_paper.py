"""A draft that nobody has chosen for yet is two pages in Word too, as the command makes it."""

import pytest

from pprg.accounts.states import Role
from pprg.briefings import services
from pprg.database import commit
from pprg.documents import pictures
from pprg.documents.pdf_pages import opened
from tests.people import an_account
from tests.publications.builders import NAMES, a_publication


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("record", NAMES)
def test_a_draft_with_its_first_choice_of_lines_is_two_pages_in_word(app, record):
    publication = a_publication(by=an_account("Ari Author", Role.AUTHOR), record=record)
    commit()
    made = services.make(publication, "seven-minute-briefing", "docx")
    with opened(pictures.as_pdf(made.content, ".docx")) as pages:
        assert len(pages) == 2
