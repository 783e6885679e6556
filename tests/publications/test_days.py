"""A day of the case is found in every written form; months, seasons and years are public."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pprg.people.queries import Identifier
from pprg.people.states import SecretKind
from pprg.publications.disclosure import Hit, Place, Public, hits_in

NOTHING_PUBLIC = Public()


def found(
    words: str, *identifiers: Identifier, running: bool = True, public: Public = NOTHING_PUBLIC
) -> list[Hit]:
    return hits_in([Place(where="Page 1", words=words, running=running)], identifiers, public)


WAYS_OF_SAYING_A_DAY = [
    "{d} {month} {y}", "{d:02} {month} {y}", "{d}{th} {month} {y}", "the {d}{th} of {month} {y}",
    "{month} {d}, {y}",
    "{mon} {d}{th}, {y}", "{d} {mon} {yy:02}", "{d:02}/{m:02}/{y}", "{d}/{m}/{yy:02}", "{d}.{m}.{y}",
    "{d:02}-{m:02}-{y}", "{y}-{m:02}-{d:02}", "{y}{m:02}{d:02}", "{y}/{m:02}/{d:02}", "{d} {month}, in {y}",
    "{d} {MONTH} {y}", "{m:02}/{d:02}/{y}", "{d} and {next} {month} {y}",
]  # fmt: skip
WITHOUT_A_YEAR = [
    "{d} {month}",
    "the {d}{th} of {month}",
    "{month} {d}{th}",
    "{mon}. {d}",
    "{d} to {next} {month}",
]


def said(when: date, how: str) -> str:
    d = when.day
    th = "th" if 11 <= d <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    month = f"{when:%B}"
    return how.format(
        d=d, th=th, next=d + 1, m=when.month, y=when.year, yy=when.year % 100, month=month, mon=month[:3],
        MONTH=month.upper(),
    )  # fmt: skip


@given(when=st.dates(date(1930, 1, 1), date(2029, 12, 31)), how=st.sampled_from(WAYS_OF_SAYING_A_DAY))
@settings(max_examples=400)
def test_a_day_is_found_in_every_written_form(when, how):
    secret = Identifier(kind=SecretKind.EXACT_DATE, words=when.isoformat())

    hits = found(f"On {said(when, how)} they met.", secret)

    assert any(hit.sure for hit in hits)


@given(when=st.dates(date(1930, 1, 1), date(2029, 12, 31)), how=st.sampled_from(WITHOUT_A_YEAR))
def test_a_day_without_its_year_is_for_a_person_to_judge(when, how):
    secret = Identifier(kind=SecretKind.EXACT_DATE, words=when.isoformat())

    hits = found(f"On {said(when, how)} they met.", secret)

    assert hits
    assert not any(hit.sure for hit in hits)


@given(when=st.dates(date(2000, 1, 1), date(2029, 12, 31)))
def test_months_seasons_and_years_are_public(when):
    secret = Identifier(kind=SecretKind.EXACT_DATE, words=when.isoformat())

    assert found(f"In {when:%B %Y}, a winter of {when.year}, at about {when.day} weeks old.", secret) == []


def test_another_day_is_not_the_secret_one():
    secret = Identifier(kind=SecretKind.EXACT_DATE, words="2023-02-16")

    hits = found("On 16 February 2021 and on 6 February 2023.", secret)

    assert [(hit.found, hit.what) for hit in hits] == [
        ("16 February 2021", "Exact day"),
        ("6 February 2023", "Exact day"),
    ]
