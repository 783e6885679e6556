"""The ways in which two records of one person differ, and in which two people's records are alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from tests.people_matching.invented import (
    FAMILIES,
    LIKE_FAMILIES,
    LIKE_SIBLINGS,
    MEN,
    SHORT,
    SPELT,
    TWINS,
    WOMEN,
    Inventor,
    Kind,
    Record,
)


def nickname(make: Inventor) -> tuple[Record, Record]:
    whole = make.chance.choice(sorted(SHORT))
    person = make.somebody(given_name=whole, sex="female" if whole in WOMEN else "male")
    return person, make.again(person, given_name=SHORT[whole])


def transliteration(make: Inventor) -> tuple[Record, Record]:
    one = make.chance.choice(sorted(SPELT))
    person = make.somebody(given_name=one[0], family_name=one[1])
    return person, make.again(person, given_name=SPELT[one][0], family_name=SPELT[one][1])


def name_order(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody()
    return person, make.again(person, given_name=person["family_name"], family_name=person["given_name"])


def middle_name_used(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody()
    names = [n for n in (WOMEN if person["sex"] == "female" else MEN) if n != person["given_name"]]
    person["middle_names"] = make.chance.choice(names)
    return person, make.again(person, given_name=person["middle_names"], middle_names="")


def known_as(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(known_as=[alias := make.chance.choice(["Dodger", "Bunty", "Smiler", "Kez"])])
    return person, make.again(person, given_name=alias, known_as=[])


def hyphen(make: Inventor) -> tuple[Record, Record]:
    first, second = make.chance.sample([name for name in FAMILIES if len(name) > 4], 2)
    person = make.somebody(family_name=f"{first}-{second}")
    written = make.chance.choice([f"{first} {second}", f"{first}{second}", first, second])
    return person, make.again(person, family_name=written)


def married_name(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(sex="female", given_name=make.chance.choice(WOMEN), nhs_number=make.a_number())
    others = [name for name in FAMILIES if name != person["family_name"]]
    return person, make.again(person, family_name=make.chance.choice(others))


def slip_in_given(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(given_name=make.chance.choice([n for n in WOMEN + MEN if len(n) > 5]))
    return person, make.again(person, given_name=make.slip(person["given_name"]))


def slip_in_family(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(family_name=make.chance.choice([n for n in FAMILIES if len(n) > 5]))
    return person, make.again(person, family_name=make.slip(person["family_name"]))


def swapped_day_and_month(make: Inventor) -> tuple[Record, Record]:
    born = make.a_day(1928, 2018).replace(day=make.chance.randint(1, 12))
    born = born if born.day != born.month else born.replace(day=born.month % 12 + 1)
    person = make.somebody(date_of_birth=born.isoformat())
    return person, make.again(person, date_of_birth=date(born.year, born.day, born.month).isoformat())


def slip_in_date(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody()
    while True:
        at = make.chance.choice([2, 3, 5, 6, 8, 9])
        born = person["date_of_birth"]
        slipped = born[:at] + make.chance.choice([f for f in "0123456789" if f != born[at]]) + born[at + 1 :]
        try:
            if "1920" < date.fromisoformat(slipped).isoformat() < "2020":
                return person, make.again(person, date_of_birth=slipped)
        except ValueError:
            continue


def missing_date(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(nhs_number=make.a_number(), phone="01632 960142")
    keep = make.chance.choice([{"nhs_number": person["nhs_number"]}, {"phone": person["phone"]}])
    return person, make.again(person) | {"date_of_birth": None} | keep


def moved(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(nhs_number=make.a_number(), phone="01632 960142")
    other = make.somebody()
    keep = make.chance.choice([{"nhs_number": person["nhs_number"]}, {"phone": person["phone"]}])
    return person, make.again(person) | {"address": other["address"], "postcode": other["postcode"]} | keep


def slip_in_number(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(nhs_number=make.a_number())
    number = person["nhs_number"]
    at = make.chance.randrange(3, 9)
    slipped = number[:at] + str((int(number[at]) + make.chance.randint(1, 9)) % 10) + number[at + 1 :]
    return person, make.again(person, nhs_number=slipped)


def two_things_at_once(make: Inventor) -> tuple[Record, Record]:
    """A short form or a slip in the name, and the date the wrong way round or the home an old one."""
    person, other = make.chance.choice([nickname, slip_in_family, slip_in_given, transliteration])(make)
    if make.chance.random() < 0.5:
        person["date_of_birth"], other["date_of_birth"] = "1961-04-09", "1961-09-04"
        return person, other
    apart = {k: make.somebody()[k] for k in ("address", "postcode")}
    number = make.a_number()
    return person | {"nhs_number": number}, other | apart | {"nhs_number": number}


def same_name(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody()
    return person, make.somebody(**{k: person[k] for k in ("given_name", "family_name", "sex")})


def twins(make: Inventor) -> tuple[Record, Record]:
    one, other = make.chance.choice(TWINS)
    person = make.somebody(given_name=one)
    return person, make.apart(person, given_name=other)


def parent_and_child(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(date_of_birth=make.a_day(1930, 1985).isoformat())
    born = date.fromisoformat(person["date_of_birth"])
    child = born + timedelta(days=make.chance.randint(18 * 365, 38 * 365))
    return person, make.apart(person, date_of_birth=child.isoformat())


def cousins(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody()
    born = date.fromisoformat(person["date_of_birth"]) + timedelta(days=make.chance.randint(50, 700))
    same = {k: person[k] for k in ("given_name", "family_name", "sex")}
    return person, make.somebody(**same, date_of_birth=born.isoformat())


def siblings(make: Inventor) -> tuple[Record, Record]:
    one, other = make.chance.choice(LIKE_SIBLINGS)
    person = make.somebody(given_name=one)
    born = date.fromisoformat(person["date_of_birth"]) + timedelta(days=make.chance.randint(300, 1500))
    return person, make.apart(person, given_name=other, date_of_birth=born.isoformat())


def couple(make: Inventor) -> tuple[Record, Record]:
    person = make.somebody(given_name=make.chance.choice(["Pat", "Sam", "Chris"]), sex="female")
    born = date.fromisoformat(person["date_of_birth"]) - timedelta(days=make.chance.randint(400, 3000))
    return person, make.apart(person, sex="male", date_of_birth=born.isoformat())


def one_birthday(make: Inventor) -> tuple[Record, Record]:
    one, other = make.chance.choice(LIKE_FAMILIES)
    names = make.chance.choice([("Tyler", "Taylor"), ("Michelle", "Michaela"), ("Marian", "Miriam")])
    person = make.somebody(given_name=names[0], family_name=one)
    same = {k: person[k] for k in ("sex", "date_of_birth")}
    return person, make.somebody(given_name=names[1], family_name=other, phone=None, **same)


def one_care_home(make: Inventor) -> tuple[Record, Record]:
    one, other = make.chance.choice(LIKE_FAMILIES)
    home = {"address": "Fallowmead Care Home, 139 Thistle Grove, Quarnham", "phone": "01632 960816"}
    person = make.somebody(family_name=one, date_of_birth=make.a_day(1925, 1945).isoformat(), **home)
    return person, make.apart(person, family_name=other, date_of_birth=make.a_day(1925, 1945).isoformat())


def coincidence(make: Inventor) -> tuple[Record, Record]:
    person, other = swapped_day_and_month(make)
    person["nhs_number"] = make.a_number()
    apart = {k: make.somebody()[k] for k in ("address", "postcode")}
    return person, other | apart | {"nhs_number": make.a_number(), "phone": "01632 960042"}


ONE_PERSON: list[Kind] = [
    nickname, transliteration, name_order, middle_name_used, known_as, hyphen, married_name, slip_in_given,
    slip_in_family, swapped_day_and_month, slip_in_date, missing_date, moved, slip_in_number,
    two_things_at_once,
]  # fmt: skip
TWO_PEOPLE: list[Kind] = [
    same_name, twins, parent_and_child, cousins, siblings, couple, one_birthday, one_care_home, coincidence,
]  # fmt: skip


def pairs_of(kind: Kind, *, number: int, seed: int = 1) -> Iterator[tuple[Record, Record]]:
    """So many pairs of a kind, the same ones every time; sides change places now and then."""
    make = Inventor(random.Random(f"{kind.__name__} {seed}"))
    for _ in range(number):
        pair = kind(make)
        yield pair if make.chance.random() < 0.5 else (pair[1], pair[0])
