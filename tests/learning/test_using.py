"""A team says that it used what was learned and what it will do differently: five fields, no names."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.learning.models import Use
from pprg.learning.states import USED, Occasion
from tests.learning.builders import a_release
from tests.people import Browser

TEAM = "Community nursing, north"
CHANGE = "We ring the other services before we close & write it down. <b>By 1 July</b>"


@pytest.fixture
def release(app):
    return a_release("sar-marian", dated=clock.today())


@pytest.fixture
def form(release):
    return f"/learning/{release.reference}/use"


def on(day):
    return {"used_on-day": day.day, "used_on-month": day.month, "used_on-year": day.year}


def said(**changes):
    usual = {"team": TEAM, "occasion": Occasion.TEAM_MEETING.value, "people": "9", "change": CHANGE}
    return on(clock.today()) | usual | changes


def test_a_team_leader_records_a_use_and_is_thanked(people, form):
    leader = people.team_leader()
    answer = leader.fills_in(form, **said())
    assert answer.status_code == 303
    assert "Your use is recorded" in leader.opens(answer.location).text

    use = db.session.query(Use).one()
    assert (use.team, use.people, use.change) == (TEAM, 9, CHANGE)
    assert "1 team has done so" in leader.opens(answer.location).text


def test_a_visitor_may_say_so_too_where_the_hub_is_open(another_app):
    app = another_app(public_hub=True)
    with app.app_context():
        release = a_release("sar-marian")
        answer = Browser(app).fills_in(f"/learning/{release.reference}/use", **said())
        assert answer.status_code == 303
        assert db.session.query(Use).count() == 1
        assert db.session.query(AuditLine).filter_by(verb=USED).one().actor_id is None


def test_there_are_five_fields_and_none_asks_for_a_name(people, form):
    page = people.team_leader().reads(form).select_one("main form")
    asked = page.select("fieldset > legend, .govuk-form-group > label")
    asked = [one for one in asked if "govuk-date-input__label" not in one["class"]]
    assert len(asked) == 5
    assert "name" not in " ".join(one.get_text() for one in asked).lower()


MISTAKES = [
    (on(clock.today() + timedelta(days=1)), "The day must be today or in the past."),
    (on(clock.today() - timedelta(days=30)), "The day is before this review came out."),
    ({"used_on-month": "13"}, "must have a month from 1 to 12"),
    ({"used_on-day": "", "used_on-month": "", "used_on-year": ""}, "Enter the day you used it."),
    ({"team": "   "}, "Say which team."),
    ({"team": "x" * 121}, "Use at most 120 characters."),
    ({"occasion": ""}, "Choose the occasion."),
    ({"occasion": "a party"}, "Choose the occasion."),
    ({"people": "about nine"}, "Enter how many people took part, as a number."),
    ({"people": "0"}, "Enter a number from 1 to 2,000."),
    ({"people": "9" * 400}, "Enter a number from 1 to 2,000."),
    ({"people": "-3"}, "Enter a number from 1 to 2,000."),
    ({"change": ""}, "Say what you will do differently"),
    ({"change": "x" * 1001}, "Use at most 1,000 characters."),
]


def test_a_mistake_is_explained_beside_its_field_and_keeps_every_word(people, form):
    leader = people.team_leader()
    for changes, sentence in MISTAKES:
        words = said(**changes)
        answer = leader.fills_in(form, **words)
        assert answer.status_code == 422, changes
        page = BeautifulSoup(answer.text, "html.parser")
        assert sentence in page.select_one(".govuk-error-message").get_text(), changes
        assert page.select_one(".govuk-error-summary a")["href"].startswith("#")
        assert len(page.select(".govuk-error-summary li")) == 1, changes
        assert page.select_one("[name=team]")["value"] == words["team"].strip()
        assert page.select_one("[name=change]").get_text().removeprefix("\n") == words["change"]
        assert page.select_one("[name=people]")["value"] == words["people"]
        assert page.title.get_text().startswith("Error: ")
    assert db.session.query(Use).count() == 0


def test_pressed_twice_it_is_recorded_once(people, form):
    leader = people.team_leader()
    for _ in range(2):
        assert leader.fills_in(form, **said()).status_code == 303
    assert db.session.query(Use).count() == 1
    leader.fills_in(form, **said(team="Community nursing, south"))
    assert db.session.query(Use).count() == 2


def test_uses_of_an_earlier_version_count_on(people, release, form):
    people.team_leader().fills_in(form, **said())
    a_release(of=release.publication)
    page = people.coordinator().opens(f"/learning/{release.reference}")
    assert "1 team has done so" in page.text


def test_coordinators_read_what_teams_said_as_it_was_typed(people, form, release):
    people.team_leader().fills_in(form, **said(team="Ward 4 {{ 7*7 }} =SUM(A1)"))
    page = people.coordinator().opens(f"/learning/{release.reference}/uses")
    assert "Ward 4 {{ 7*7 }} =SUM(A1)" in page.text
    assert "&lt;b&gt;By 1 July&lt;/b&gt;" in page.text


def test_the_words_of_a_use_are_not_copied_into_the_trail(people, form):
    people.team_leader().fills_in(form, **said())
    line = db.session.query(AuditLine).filter_by(verb=USED).one()
    assert TEAM not in line.detail
    assert "ring the other" not in line.detail


@pytest.mark.both_databases
def test_a_use_is_kept_on_either_database(people, release, form):
    assert people.team_leader().fills_in(form, **said()).status_code == 303
    assert db.session.query(Use).one().occasion is Occasion.TEAM_MEETING
