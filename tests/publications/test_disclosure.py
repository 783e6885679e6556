"""The check finds every way of writing what the vault holds."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind
from pprg.publications.disclosure import Hit, Place, Public, hits_in, said_by
from pprg.publications.record import read_record
from tests.publications.builders import HOUSE, NAMES, the_file
from tests.publications.identifiers import identifiers_of, name

NOTHING_PUBLIC = Public()


def found(
    words: str, *identifiers: Identifier, running: bool = True, public: Public = NOTHING_PUBLIC
) -> list[Hit]:
    return hits_in([Place(where="Page 1", words=words, running=running)], identifiers, public)


def what_is_found(words: str, *identifiers: Identifier, **how) -> list[tuple[str, bool]]:
    return [(hit.found, hit.sure) for hit in found(words, *identifiers, **how)]


def public_of(which: str) -> Public:
    return said_by(read_record(the_file(which))[0], house=HOUSE)


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


@pytest.mark.parametrize("record", NAMES)
@pytest.mark.parametrize("vault", NAMES)
def test_the_three_records_are_clean_of_each_vault(record, vault):
    """No false alarm, of its own case or of another's."""
    hits = hits_in(texts_of(record), identifiers_of(vault), public_of(record))

    assert [(hit.where, hit.found) for hit in hits] == []


@pytest.mark.parametrize("which", NAMES)
@pytest.mark.parametrize(
    "written",
    [
        str, str.upper, str.casefold,
        lambda words: words.replace(" ", "\u00a0"),
        lambda words: "\u200b".join(words),
        lambda words: words.replace("-", "\u2011").replace("'", "’"),
        lambda words: words.replace(" ", "\n"),
        lambda words: unicodedata.normalize("NFD", words),
        lambda words: "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c)),
    ],
    ids=["as it is", "shouted", "small", "no-break space", "zero width", "other dashes", "over lines",
         "combining accents", "without accents"],
)  # fmt: skip
@pytest.mark.parametrize(
    "around",
    ["They saw {} at home.", "{}’s family came.", "(see {})", "a note: {}"],
)  # fmt: skip
def test_every_identifier_is_found_however_it_is_written(which, written, around):
    known = identifiers_of(which)

    missed = [one.words for one in known if not found(around.format(written(one.words)), *known)]

    assert missed == []


@pytest.mark.parametrize("which", NAMES)
@pytest.mark.parametrize("joint", ["-", "_", "", "."])
def test_every_identifier_is_found_in_the_name_of_a_file(which, joint):
    known = [one for one in identifiers_of(which) if joint != "" or one.kind == IdentityKind.NAME]
    known = [one for one in known if one.words != "Mrs D Trelease"]  # her surname is there by itself

    missed = [
        one.words
        for one in known
        if not found(f"sar-{joint.join(one.words.lower().split())}-briefing.docx", *known, running=False)
    ]

    assert missed == []


letters = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll"]), min_size=3, max_size=9)
between = st.sampled_from([" ", "\u00a0", "  ", "\n", " \u200b", "\u200c "])


@given(first=letters, last=letters, gap=between)
@settings(max_examples=300)
def test_any_first_and_last_name_is_found_together(first, last, gap):
    hits = found(f"a visit to {first}{gap}{last} at home", name(f"{first} {last}"))

    assert hits


@given(
    digits=st.text("0123456789", min_size=10, max_size=10),
    gaps=st.sampled_from(["", " ", "-", "\u00a0", "\u2009"]),
)
def test_an_nhs_number_is_found_with_any_gaps(digits, gaps):
    number = Identifier(kind=IdentityKind.NHS_NUMBER, words=digits)
    written = gaps.join([digits[:3], digits[3:6], digits[6:]])

    assert any(hit.sure for hit in found(f"NHS number {written}.", number))


@given(words=st.text(max_size=200))
@settings(max_examples=300)
def test_no_text_breaks_the_check(words):
    for hit in found(words, *identifiers_of("dhr-rosa")):
        assert hit.found in words


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("We met Mark at the door.", [("Mark", True)]),
        ("Mark was at the door.", [("Mark", False)]),
        ("It left a mark on the door.", [("mark", False)]),
        ("They said: “Mark was there.”", [("Mark", False)]),
        ("We met MARK at the door.", [("MARK", True)]),
        ("Remarkable, marked and a landmark.", []),
    ],
)
def test_a_name_that_is_a_word_is_judged_unless_its_capital_tells(words, finds):
    assert what_is_found(words, name("Mark")) == finds


def test_a_nickname_that_the_text_also_uses_as_a_word_is_judged_at_the_start_of_a_sentence():
    words = "A button was missing. Button batteries are dangerous. He called her Button."

    assert what_is_found(words, name("Button")) == [("button", False), ("Button", False), ("Button", True)]


def test_a_name_that_is_no_word_is_sure_wherever_it_has_a_capital():
    assert what_is_found("Okonkwo came. The Okonkwos left.", name("Ada Okonkwo")) == [
        ("Okonkwo", True),
        ("Okonkwos", True),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Askew-Boyd", "Askew Boyd", "AskewBoyd", "Boyd", "Askew", "J. Askew-Boyd", "J Askew-Boyd",
        "Askew-Boyd, Jordan",
        "jordan.askew-boyd", "Askew‑Boyd", "Mr Boyd", "Askew\u00adBoyd",
    ],
)  # fmt: skip
def test_a_double_name_is_found_whole_and_in_halves(written):
    assert any(hit.sure for hit in found(f"They met {written} there.", name("Jordan Askew-Boyd")))


def test_initials_and_a_word_for_a_surname_need_capitals():
    assert what_is_found("a ward, and A. Ward came.", name("Alice Ward")) == [
        ("ward", False),
        ("A. Ward", True),
    ]


def test_an_acronym_is_sure_in_capitals_alone():
    school = Identifier(kind=IdentityKind.WORKPLACE, words="QPA")

    assert what_is_found("The QPA said so. No qpa.", school) == [("QPA", True), ("qpa", False)]


def test_a_contraction_is_not_a_nickname():
    assert what_is_found("You shan't know, said Shan.", name("Shan")) == [("Shan", True)]


def test_titles_are_not_names():
    assert what_is_found("The doctor and the sister met Dr Who.", name("Dr Anselm Rookwood")) == []


def test_roads_are_found_by_their_short_forms_and_without_the_number():
    home = Identifier(kind=IdentityKind.ADDRESS, words="14 Osier Street, Little Kestrel")

    assert what_is_found("14 Osier St. Then in Osier Street, near Little Kestrel.", home) == [
        ("14 Osier St", True),
        ("Osier Street", True),
        ("Little Kestrel", True),
    ]


def test_a_flat_alone_and_the_county_are_no_address():
    home = Identifier(kind=IdentityKind.ADDRESS, words="Flat 3, 41 Gasworks Terrace, Marlshire")
    public = Public(words=frozenset({"marlshire"}))

    assert what_is_found("Flat 3 in Marlshire", home, public=public) == []


def test_a_telephone_number_is_found_with_its_country():
    number = Identifier(kind=IdentityKind.OTHER, words="07700 900553")

    assert what_is_found("Ring +44 (0)7700 900 553 or 07700-900553.", number) == [
        ("+44 (0)7700 900 553", True),
        ("07700-900553", True),
    ]


def test_a_reference_is_found_with_other_marks_between():
    tenancy = Identifier(kind=IdentityKind.OTHER, words="tenancy TR/0006/B")

    assert what_is_found("see TR-0006-B and TR0006B", tenancy) == [("TR-0006-B", True), ("TR0006B", True)]


def test_of_finds_over_one_another_one_is_shown():
    finds = what_is_found("Dorothea Elspeth Pruett", *identifiers_of("sar-marian"))

    assert finds == [("Dorothea Elspeth Pruett", True)]


def test_a_find_is_shown_in_its_place_with_what_stands_round_it():
    places = [
        Place(where="Slide 1", words="Nothing here."),
        Place(where="Slide 3, notes", words="Say that Dottie laughed."),
    ]

    (hit,) = hits_in(places, identifiers_of("sar-marian"), NOTHING_PUBLIC)

    assert (hit.where, hit.before, hit.found, hit.after) == (
        "Slide 3, notes",
        "Say that ",
        "Dottie",
        " laughed.",
    )
    assert (hit.what, hit.whose) == ("Name", "subject")


def test_the_same_find_twice_is_judged_twice():
    hits = found("Pip and pip.", name("Pip"))

    assert len({hit.key for hit in hits}) == 2
