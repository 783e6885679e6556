"""Pairs of invented people by the hundred, each kind varied as records really vary.

Drawn by chance from pools that hold names from no list of ours too, so that what is measured on them is
how the rules do on pairs that nobody has looked at.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import nhs_number

Record = dict[str, Any]


def words(several: str) -> list[str]:
    return several.split()


WOMEN = words(
    "Catherine Victoria Susan Margaret Elizabeth Patricia Jennifer Deborah Khadija Oluwaseun Agnieszka "
    "Priya Siobhan Bronwen Fatima Mei Zuzanna Tamsin Philippa Rosalind Thandiwe Ioana Hyacinth "
    "Marguerite Sukhvinder Chiamaka Ffion Persephone Nkechi Ottoline Daria Wilhelmina Jacqueline "
    "Samantha Gwendoline Parveen Lakshmi"
)
MEN = words(
    "Anthony Reginald William Christopher Michael Desmond Dmytro Mohammed Kieran Graham Suresh Raymond "
    "Oluwatobi Krzysztof Gurpreet Alasdair Ifan Peregrine Tendai Bartholomew Raheem Vasile Cuthbert "
    "Nathaniel Frederick Yusuf Sergei Emeka Leopold Thelonius Geoffrey Stanislaw Terence Edward "
    "Benjamin Jonathan Harpreet"
)
FAMILIES = words(
    "Sandell Osagie Fairclough Venkataraman Blagrove Merriweather Ollerenshaw Szymanowski Adekunle "
    "Trevaskis Rowbottom Catchpole Haverstock Brotherton Lockyer Petrenko Prendergast Uddlestone "
    "Nkemelu Wardrop Birtwhistle Smith Khan Patel Jones Begum Williams Taylor Hussain Singh Gunawardena "
    "Featherstone Pritchard Mazurek MacAllister O'Shaughnessy Threlkeld Quigley Entwistle Balogun "
    "Papadakis Winterbourne Hrynkiewicz"
)
STREETS = words("Loom Quince Harrier Mallow Barley Sexton's Ferryman Curlew Slate Peppercorn Thistle Osprey")
ROADS = {"Street": "St", "Road": "Rd", "Avenue": "Ave", "Crescent": "Cres", "Lane": "Ln", "Court": "Ct"}
TOWNS = words("Stourbeck Quarnham Brackwater Osmering Saltmere Ludderbridge")
SHORT = {
    "Catherine": "Cathy", "Victoria": "Vicky", "Susan": "Sue", "Margaret": "Peggy", "Elizabeth": "Betty",
    "Patricia": "Trish", "Jennifer": "Jenny", "Deborah": "Debs", "Agnieszka": "Aga", "Philippa": "Pip",
    "Anthony": "Tony", "Reginald": "Reg", "William": "Bill", "Christopher": "Kit", "Michael": "Mick",
    "Desmond": "Des", "Mohammed": "Mo", "Frederick": "Fred", "Geoffrey": "Geoff", "Terence": "Terry",
    "Edward": "Ted", "Benjamin": "Ben", "Jonathan": "Jon", "Samantha": "Sam", "Jacqueline": "Jackie",
    "Nathaniel": "Nat", "Stanislaw": "Stan", "Raymond": "Ray", "Gwendoline": "Gwen", "Sergei": "Seryozha",
}  # fmt: skip
SPELT = {
    ("Khadija", "El-Amrani"): ("Khadeeja", "Al Amrani"), ("Dmytro", "Shevchuk"): ("Dmitri", "Shevtchuk"),
    ("Mohammed", "Chowdhury"): ("Muhammad", "Choudhry"), ("Yusuf", "Abdurrahman"): ("Yousef", "Abdul Rahman"),
    ("Oleksandr", "Kovalenko"): ("Aleksandr", "Kowalenko"), ("Fatima", "Hussain"): ("Fatimah", "Hussein"),
    ("Tetyana", "Zhuravska"): ("Tatiana", "Juravska"), ("Zainab", "Qureshi"): ("Zaynab", "Kureshi"),
    ("Sergiy", "Lysenko"): ("Sergey", "Lisenko"), ("Anoushka", "Bhattacharya"): ("Anushka", "Bhattacharyya"),
    ("Omar", "Al-Jabari"): ("Umar", "Jabbari"), ("Piotr", "Wisniewski"): ("Peter", "Vishnievski"),
    ("Nguyet", "Pham"): ("Nguyet", "Fam"), ("Ibrahim", "Sesay"): ("Ebrahim", "Sessay"),
}  # fmt: skip
TWINS = [
    ("Daniel", "David"), ("Ellie", "Elsie"), ("Jayden", "Hayden"), ("Molly", "Holly"), ("Chloe", "Zoe"),
    ("Hassan", "Hussain"), ("Amy", "Emma"), ("Jack", "Jake"), ("Marcus", "Martin"), ("Lily", "Lila"),
    ("Tom", "Tim"), ("Aaron", "Adam"), ("Ava", "Eva"), ("Kian", "Ryan"), ("Olivia", "Oliver"),
    ("Jan", "Jon"), ("Ana", "Ena"), ("Isla", "Ida"), ("Rhys", "Ross"), ("Taiwo", "Kehinde"),
]  # fmt: skip
LIKE_SIBLINGS = [("Jess", "Jessie"), ("Ivan", "Ivo"), ("Ann", "Anna"), ("Carl", "Carla"), ("Leon", "Leo")]
LIKE_FAMILIES = [("Rowbottom", "Rowbotham"), ("Harker", "Harkness"), ("Bassett", "Basset-Jones"),
                 ("Wardrop", "Wardrope"), ("Pritchard", "Prichard")]  # fmt: skip


@dataclass
class Inventor:
    """People by chance, the same ones for the same seed."""

    chance: random.Random

    def somebody(self, **fixed: Any) -> Record:
        sex = self.chance.choice(["female", "male"])
        person = {
            "given_name": self.chance.choice(WOMEN if sex == "female" else MEN),
            "middle_names": "",
            "family_name": self.chance.choice(FAMILIES),
            "known_as": [],
            "date_of_birth": self.a_day(1928, 2018).isoformat(),
            "sex": sex,
            "nhs_number": self.a_number() if self.chance.random() < 0.6 else None,
            "address": f"{self.chance.randint(1, 140)} {self.a_street()}, {self.chance.choice(TOWNS)}",
            "postcode": self.a_postcode(),
            "phone": f"07700 900{self.chance.randint(0, 999):03}" if self.chance.random() < 0.5 else None,
        }
        return person | fixed

    def a_day(self, first: int, last: int) -> date:
        return date(first, 1, 2) + timedelta(days=self.chance.randrange((last - first) * 365))

    def a_number(self) -> str:
        while not nhs_number.is_valid(number := f"999{self.chance.randrange(10**7):07}"):
            pass
        return number

    def a_street(self) -> str:
        return f"{self.chance.choice(STREETS)} {self.chance.choice(list(ROADS))}"

    def a_postcode(self) -> str:
        return f"ZE{self.chance.randint(90, 99)} {self.chance.randint(1, 9)}{self.two_letters()}"

    def two_letters(self) -> str:
        return "".join(self.chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))

    def again(self, person: Record, **changed: Any) -> Record:
        """The same person as another service wrote them down: something left out, the street shortened."""
        other = dict(person)
        for long, short in ROADS.items():
            if self.chance.random() < 0.5:
                other["address"] = other["address"].replace(f" {long},", f" {short},")
        if self.chance.random() < 0.3:
            other["address"] = other["address"].split(",")[0].upper()
        if self.chance.random() < 0.4:
            other["nhs_number"] = None
        if self.chance.random() < 0.4:
            other["phone"] = None
        return other | changed

    def apart(self, person: Record, **changed: Any) -> Record:
        """Somebody else under the same roof, with a number of their own if any."""
        number = self.a_number() if self.chance.random() < 0.5 else None
        return self.again(person) | {"nhs_number": number} | changed

    def slip(self, word: str) -> str:
        """One slip of the hand somewhere after the first letter."""
        at = self.chance.randrange(1, len(word) - 1)
        kind = self.chance.choice(["drop", "double", "turn", "other"])
        if kind == "drop":
            return word[:at] + word[at + 1 :]
        if kind == "double":
            return word[:at] + word[at] + word[at:]
        if kind == "turn" and word[at] != word[at + 1]:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self.chance.choice([c for c in "aeinorst" if c != word[at]]) + word[at + 1 :]


Kind = Callable[[Inventor], tuple[Record, Record]]
