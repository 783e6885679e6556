"""One person or two: by rules that hold on pairs nobody has looked at."""

import pytest

from pprg.people.matching.describing import sketch
from pprg.people.matching.pairs import _sketched as sketched
from pprg.people.matching.reasons import Reason
from pprg.people.matching.weighing import compare
from tests.people_matching.kinds import ONE_PERSON, TWO_PEOPLE, pairs_of

A_KIND = 60

GRACE = {
    "given": "Grace", "middle": "Anne", "family": "O'Dowd-Finch", "born": "1945-03-11", "sex": "female",
    "nhs_number": "999 000 0018", "addresses": ["6 Tannery Row, Stourbeck"], "postcodes": ["ZE9 2LD"],
    "phones": ["+44 7700 900123"],
}  # fmt: skip


def judged(kind, *, number=A_KIND):
    return [compare(sketched(a), sketched(b)).same for a, b in pairs_of(kind, number=number)]


def test_hundreds_of_unseen_pairs_are_told_apart():
    found = [same for kind in ONE_PERSON for same in judged(kind)]
    mistaken = [same for kind in TWO_PEOPLE for same in judged(kind)]
    recall = sum(found) / len(found)
    precision = sum(found) / (sum(found) + sum(mistaken))
    assert recall >= 0.98, recall
    assert precision >= 0.97, precision


@pytest.mark.parametrize("kind", ONE_PERSON, ids=lambda kind: kind.__name__)
def test_one_person_is_found_however_the_records_differ(kind):
    assert sum(judged(kind)) >= 0.95 * A_KIND


@pytest.mark.parametrize("kind", TWO_PEOPLE, ids=lambda kind: kind.__name__)
def test_two_people_are_kept_apart_however_alike(kind):
    assert sum(judged(kind)) <= 0.1 * A_KIND


@pytest.mark.parametrize("kind", [*ONE_PERSON, *TWO_PEOPLE], ids=lambda kind: kind.__name__)
def test_the_order_of_the_two_does_not_matter(kind):
    for a, b in pairs_of(kind, number=10):
        one, other = compare(sketched(a), sketched(b)), compare(sketched(b), sketched(a))
        assert (one.same, one.score, set(one.reasons)) == (other.same, other.score, set(other.reasons))


def test_a_record_is_like_itself_and_every_reason_says_so():
    likeness = compare(sketch(**GRACE), sketch(**GRACE))
    assert likeness.same
    assert {reason.standing for reason in likeness.reasons} == {"same"}
    assert likeness.sentences[0] == "Same NHS number"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"given": "Gracie"}, Reason.GIVEN_SHORT),
        ({"given": "Anne", "middle": ""}, Reason.GIVEN_MIDDLE),
        ({"given": "G"}, Reason.GIVEN_INITIAL),
        ({"given": "Odowd Finch", "family": "Grace"}, Reason.SWAPPED),
        ({"family": "Finch"}, Reason.FAMILY_PART),
        ({"family": "ODOWD FINCH"}, Reason.FAMILY_SAME),
        ({"family": "O'Dowd-Flinch"}, Reason.FAMILY_PART),
        ({"family": "Marchbanks"}, Reason.FAMILY_CHANGED),
        ({"born": "1945-11-03"}, Reason.BORN_SWAPPED),
        ({"born": "1945-03-12"}, Reason.BORN_SLIP),
        ({"born": "1954-03-11"}, Reason.BORN_SLIP),
        ({"born": "1975-03-11"}, Reason.BORN_DECADE),
        ({"born": "1945"}, Reason.BORN_PARTLY),
        ({"nhs_number": "999 000 0108"}, Reason.NHS_SLIP),
        ({"addresses": ["6 TANNERY ROW"], "postcodes": []}, Reason.HOME_SAME),
        ({"addresses": ["Flat 2, 6 Tannery Row, Stourbeck"]}, Reason.HOME_SAME),
        ({"addresses": ["11 Quay Street"]}, Reason.HOME_POSTCODE),
        ({"phones": ["07700 900 123"]}, Reason.PHONE_SAME),
    ],
)
def test_what_differs_is_said_in_its_own_reason(changed, why):
    likeness = compare(sketch(**GRACE), sketch(**GRACE | changed))
    assert why in likeness.reasons
    assert likeness.same


def test_a_parent_and_child_of_one_name_in_one_home_are_two_and_the_reason_says_what_they_could_be():
    child = GRACE | {"born": "1971-06-02", "nhs_number": None}
    likeness = compare(sketch(**GRACE), sketch(**child))
    assert not likeness.same
    assert Reason.COULD_BE_PARENT in likeness.reasons


def test_twins_are_two_and_the_reason_says_what_they_could_be():
    twin = GRACE | {"given": "Esther", "middle": "", "nhs_number": None}
    likeness = compare(sketch(**GRACE), sketch(**twin))
    assert not likeness.same
    assert Reason.COULD_BE_TWINS in likeness.reasons


def test_nothing_known_is_no_evidence():
    assert not compare(sketch(), sketch()).same
    assert compare(sketch(), sketch(**GRACE)).reasons == (Reason.UNTIED,)


def test_what_only_says_that_nothing_is_known_ties_nobody():
    empty = {"names": ["Baby Unknown"], "addresses": ["No fixed abode"], "nhs_number": "0000000000"}
    assert sketch(**empty) == sketch(names=["unknown"], phones=["none"], born="not known")


def test_names_of_other_languages_are_found_under_their_spellings():
    one = {"born": "1990-01-16", "addresses": ["101 Loom Street"]}
    for a, b in [
        ("Łukasz Żak", "Lukasz Zak"),
        ("Dmytro Shevelyuk", "Dmitri Sheveliuk"),
        ("Al-Amin Bin Said", "Alamin Said"),
    ]:
        assert compare(sketch(names=[a], **one), sketch(names=[b], **one)).same, (a, b)
