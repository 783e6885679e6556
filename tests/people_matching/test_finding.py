"""Whoever enters a case is compared with everybody known, without the sealed records being opened."""

import pytest
from sqlalchemy import func, select

from pprg.database import db
from pprg.notices.models import Notice
from pprg.people import queries, services
from pprg.people.matching.keys import ENOUGH, keys_of
from pprg.people.matching.pairs import _sketched as sketched
from pprg.people.models import Identity, Match, person_key
from pprg.people.states import MatchState
from tests.people_matching.conftest import GRACE, OTHER, SAME
from tests.people_matching.kinds import ONE_PERSON, pairs_of


def looked(person, by):
    services.look_for_matches(person, by=by.account)
    return db.session.scalars(select(Match)).all()


@pytest.mark.both_databases
def test_somebody_known_is_found_and_the_coordinators_are_told_without_a_name(coordinator, people, somebody):
    people.coordinator("Second Coordinator")
    known, _ = somebody(), somebody(**OTHER)
    again = somebody(**SAME)
    [match] = looked(again, coordinator)
    assert (match.person, match.other) == (again, known)
    assert match.state == MatchState.POSSIBLE
    assert match.score > 0.9
    assert match.reasons[0].words == "Same NHS number"
    assert db.session.query(Notice).filter_by(thing_id=match.id).count() == 2


def test_looking_gives_nothing_back(coordinator, somebody):
    somebody()
    assert services.look_for_matches(somebody(**SAME), by=coordinator.account) is None
    assert services.look_for_matches(somebody(**OTHER), by=coordinator.account) is None


def test_looking_again_adds_nothing_and_tells_nobody_twice(coordinator, somebody):
    known = somebody()
    looked(again := somebody(**SAME), coordinator)
    assert len(looked(again, coordinator)) == 1
    assert len(looked(known, coordinator)) == 1
    assert db.session.query(Notice).count() == 1


def test_people_of_one_case_are_not_compared_with_each_other(coordinator, somebody):
    first = somebody()
    assert looked(somebody(first.case, **SAME), coordinator) == []


def test_when_more_is_known_and_it_is_somebody_else_the_match_goes(coordinator, somebody):
    somebody()
    again = somebody(**SAME)
    assert len(looked(again, coordinator)) == 1
    services.change_person(again, label="Adult, 43", by=coordinator.account, **OTHER)
    assert looked(again, coordinator) == []


def test_what_was_decided_stays_although_more_is_known(coordinator, somebody):
    somebody()
    again = somebody(**SAME)
    [match] = looked(again, coordinator)
    services.dismiss(match, reason="Her cousin of the same name.", by=coordinator.account)
    assert looked(again, coordinator) == [match]
    assert match.state == MatchState.DISMISSED


def test_nothing_of_the_keys_can_be_read(somebody):
    person = somebody()
    rows = db.session.execute(select(person_key)).all()
    assert len(rows) >= 10
    assert {row.person_id for row in rows} == {person.id}
    assert db.session.execute(db.text("SELECT sketch FROM person_identity")).scalar().startswith(b"gAAAA")


def test_people_from_before_there_was_an_index_are_found_once_it_is_made(app, coordinator, somebody):
    known = somebody()
    db.session.execute(person_key.delete())
    known.identity.sketch = None
    assert looked(again := somebody(**SAME), coordinator) == []
    answer = app.test_cli_runner().invoke(args=["people", "index"])
    assert answer.output == "2 people are indexed.\n"
    assert len(looked(again, coordinator)) == 1


@pytest.mark.parametrize("kind", ONE_PERSON, ids=lambda kind: kind.__name__)
def test_records_of_one_person_share_enough_keys_however_they_differ(kind):
    for a, b in pairs_of(kind, number=60, seed=4):
        assert len(keys_of(sketched(a)) & keys_of(sketched(b))) >= ENOUGH, (a, b)


def test_few_are_opened_among_many_of_one_name_and_town(coordinator, somebody):
    for day in range(1, 29):
        somebody(names=["Grace Smith"], born=f"19{day + 50}-05-{day:02}", postcodes=["ZE9 2LD"])
    wanted = somebody(names=["Grace Smith"], born="1962-12-05", postcodes=["ZE9 2LD"])
    sketch = queries.Sketch.from_plain(wanted.identity.sketch)
    assert len(queries.records_like(sketch)) <= queries.OPENED
    assert db.session.scalar(select(func.count()).select_from(Identity)) == 29


def test_a_sketch_comes_back_from_the_vault_as_it_was(somebody):
    kept = somebody(**GRACE | {"phones": ["07700 900123"]}).identity.sketch
    assert queries.Sketch.from_plain(kept).as_plain() == kept
    assert queries.Sketch.from_plain(kept).phones == ("07700900123",)
