"""Every list of the meetings and of the requests opens to those for whom it is, and to nobody else."""

import pytest
from flask import Flask

from tests.people import People, Person

CAST = (
    "referrer", "safeguarding_lead", "coordinator", "chair", "panel_member", "author", "team_leader",
    "administrator", "auditor", "decision_maker",
)  # fmt: skip
GROUP = {"coordinator", "chair", "panel_member"}
OVERSEE = {"coordinator", "chair"}
ANSWER = {"safeguarding_lead", "panel_member"}

OPENS = {
    "/meetings/": GROUP,
    "/meetings/new": {"coordinator"},
    "/meetings/log": GROUP,
    "/meetings/members": GROUP,
    "/meetings/members/new": {"coordinator"},
    "/meetings/quorum": GROUP,
    "/meetings/quorum/sar": OVERSEE,
    "/meetings/actions": OVERSEE | {"safeguarding_lead"},
    "/meetings/ratifications": OVERSEE | {"decision_maker"},
    "/requests/": OVERSEE | ANSWER | {"referrer"},
    "/requests/all": OVERSEE,
}
TAKES = {"/meetings/log.csv": OVERSEE, "/requests/chase": OVERSEE}

LED_TO = {
    "/meetings/": GROUP,
    "/meetings/ratifications": {"decision_maker"},
    "/requests/": OVERSEE | ANSWER,
}
"""Whom the links at the top of every page lead there. Who refers finds what is theirs at home."""


@pytest.fixture
def cast(app: Flask, people: People) -> dict[str, Person]:
    return {part: getattr(people, part)() for part in CAST}


def test_each_page_opens_to_those_for_whom_it_is(cast: dict[str, Person]):
    for path, those in OPENS.items():
        found = {part: person.opens(path).status_code for part, person in cast.items()}
        assert {part for part, status in found.items() if status != 403} == those, path
        assert set(found.values()) <= {200, 303, 403}, path


def test_each_form_is_taken_from_those_for_whom_it_is(cast: dict[str, Person]):
    for path, those in TAKES.items():
        refused = {part for part, person in cast.items() if person.posts(path).status_code == 403}
        assert refused == set(CAST) - those, path


def test_the_links_lead_nobody_where_there_is_nothing_for_them(cast: dict[str, Person]):
    for path, those in LED_TO.items():
        led = {
            part
            for part, person in cast.items()
            if person.reads("/").select_one(f"nav.pprg-nav a[href='{path}']")
        }
        assert led == those, path


def test_a_visitor_is_asked_to_sign_in_first(people: People):
    for path in OPENS:
        answer = people.visitor().opens(path)
        assert answer.status_code in {302, 303}, path
        assert "/sign-in" in answer.headers["Location"]
