"""Who takes part in a publication, and one that is ready to be released."""

from __future__ import annotations

import pytest

from pprg.database import commit
from tests.publications.builders import a_checked_proof, a_publication


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def chair(people):
    return people.chair()


@pytest.fixture
def publication(author):
    return a_publication(by=author.account)


@pytest.fixture
def proof(publication, author, chair):
    """Looked at from end to end, nothing ticked."""
    checked = a_checked_proof(publication, by=chair.account, asked_by=author.account)
    commit()
    return checked
