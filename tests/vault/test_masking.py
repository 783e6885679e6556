"""Names give way to labels in what others read; the words around them stay."""

import pytest

from pprg.people.masking import mask
from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind, SecretKind

KNOWN = [
    Identifier(kind=IdentityKind.NAME, words="Grace Anne O'Dowd-Finch", whose="Adult, 79"),
    Identifier(kind=IdentityKind.NAME, words="Dot", whose="Adult, 79"),
    Identifier(kind=IdentityKind.NAME, words="Mrs Finch", whose="Adult, 79"),
    Identifier(kind=IdentityKind.NAME, words="Will Isa", whose="Niece"),
    Identifier(kind=IdentityKind.NAME, words="Łukasz Żak", whose="Neighbour"),
    Identifier(kind=IdentityKind.NAME, words=r"C++ (the \1 one)", whose="Odd"),
    Identifier(kind=IdentityKind.NHS_NUMBER, words="9990000018", whose="Adult, 79"),
    Identifier(kind=IdentityKind.POSTCODE, words="ZE9 2LD", whose="Adult, 79"),
    Identifier(kind=IdentityKind.ADDRESS, words="6 Tannery Row, Stourbeck", whose="Adult, 79"),
    Identifier(kind=IdentityKind.BORN, words="1945-03-11", whose="Adult, 79"),
    Identifier(kind=SecretKind.STAFF, words="Hester Bisset"),
]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Grace Anne O'Dowd-Finch was seen.", "[Adult, 79] was seen."),
        ("Grace was seen; GRACE fell.", "[Adult, 79] was seen; [Adult, 79] fell."),
        ("She showed grace. They will call.", "She showed grace. They will call."),
        ("Will rang. mrs finch’s door", "[Niece] rang. [Adult, 79]’s door"),
        ("grace  anne\no'dowd-finch", "[Adult, 79]"),
        ("Dot's dots and Dotty", "[Adult, 79]'s dots and Dotty"),
        ("It is a thing. Is a.", "It is a thing. Is a."),
        ("Mr Żak and łukasz żak", "Mr [Neighbour] and [Neighbour]"),
        (r"C++ (the \1 one)", "[Odd]"),
        ("NHS 999 000 0018 or 9990000018.", "NHS [NHS number] or [NHS number]."),
        ("19990000018 is longer", "19990000018 is longer"),
        ("at ze92ld, ZE9 2LD", "at [postcode], [postcode]"),
        ("6 Tannery Row, Stourbeck", "[address]"),
        ("Hester Bisset wrote it", "Hester Bisset wrote it"),
        ("", ""),
    ],
)
def test_a_name_gives_way_to_the_label_of_whose_it_is(written, shown):
    assert mask(KNOWN)(written) == shown


def test_where_nobody_is_known_nothing_is_masked():
    assert mask([])("Grace was seen.") == "Grace was seen."


def test_a_blank_name_masks_nothing():
    blank = Identifier(kind=IdentityKind.NAME, words="  ", whose="Adult A")
    assert mask([blank])("a b  c") == "a b  c"
