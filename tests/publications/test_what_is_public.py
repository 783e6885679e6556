"""What is public already is no find, and what could be anyone’s is shown to a person."""

from datetime import date

import pytest

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind
from pprg.publications.disclosure import Hit, Place, Public, capitals_in, hits_in, said_by
from pprg.publications.record import read_record
from tests.publications.builders import NAMES, the_file
from tests.publications.identifiers import name

NOTHING_PUBLIC = Public()


def found(
    words: str, *identifiers: Identifier, running: bool = True, public: Public = NOTHING_PUBLIC
) -> list[Hit]:
    return hits_in([Place(where="Page 1", words=words, running=running)], identifiers, public)


def what_is_found(words: str, *identifiers: Identifier, **how) -> list[tuple[str, bool]]:
    return [(hit.found, hit.sure) for hit in found(words, *identifiers, **how)]


def texts_of(which: str) -> list[Place]:
    return [
        Place(where=where, words=words)
        for where, words in _texts(read_record(the_file(which))[0].model_dump(mode="json"))
    ]


def _texts(value, where=""):
    if isinstance(value, str) and where not in {"published_on", "as_of", "themes", "audience"}:
        yield where, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, where)


def test_the_pseudonym_stays_even_if_it_is_a_real_name():
    public = Public(names=("rosa",))

    assert what_is_found("Rosa came. Rosa Bramwell left.", name("Rosa Bramwell"), public=public) == [
        ("Rosa Bramwell", True)
    ]


def test_inside_a_public_body_a_find_is_only_possible():
    public = Public(phrases=("marlshire community health",))
    school = Identifier(kind=IdentityKind.WORKPLACE, words="Community Health")

    assert what_is_found("Marlshire Community Health and Community Health", school, public=public) == [
        ("Community Health", False),
        ("Community Health", True),
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("They live at SW1A 1AA.", "Postcode"),
        ("Her number is 999 000 0018.", "Number like an NHS number"),
        ("Ring 01225 444555 at once.", "Telephone number"),
        ("Ring +44 1225 444555 at once.", "Telephone number"),
        ("Write to jane.smith@council.gov.uk today.", "E-mail address"),
        ("It was 4 March.", "Exact day"),
        ("It was 04/03/2022.", "Exact day"),
        ("See PPRG-2025-004.", "Case reference"),
        ("See pprg_2025_004.", "Case reference"),
    ],
)
def test_what_could_be_anyones_is_shown_to_a_person(words, what):
    assert [(hit.what, hit.sure) for hit in found(words)] == [(what, False)]


@pytest.mark.parametrize(
    "words",
    [
        "Ring 01632 960114 or 020 7946 0321.", "At 2 am, on page 4 of 12, in F5F8EE and at 10.30.",
        "Version 1.0, 2023–24, 14 of 19, 1:200, £1,234,567.", "In May 2023 and in March.",
        "If 3 may come, 4 might.",
        "See https://example.org/learning/0f0cc2b2-0441-4960-9991-042148000000.", "2026-11-23T05:50:33+00:00",
    ],
)  # fmt: skip
def test_ordinary_figures_are_no_find(words):
    assert found(words) == []


def test_whom_to_turn_to_and_the_days_of_the_record_are_public():
    record = read_record(the_file("dhr-rosa"))[0]
    public = said_by(record, house=("01225 444555, reviews@council.gov.uk",), dated=date(2026, 12, 3))
    words = (
        "Published 24 June 2025, counted on 31 March 2024, released 3 December 2026. "
        "with-you-\nafter@example.org, 01225 444555, reviews@council.gov.uk"
    )

    assert found(words, public=public) == []


@pytest.mark.parametrize("which", NAMES)
def test_few_capitals_are_left_for_a_person_to_know(which):
    words = [place.words for place in texts_of(which)]

    assert len(capitals_in(read_record(the_file(which))[0], words)) <= 6


def test_a_name_that_no_vault_knows_is_among_the_capitals():
    record = read_record(the_file())[0]

    assert "Bartholomew" in capitals_in(record, ["Then her friend Bartholomew came."])
