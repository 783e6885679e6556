"""What only looks like a name stays in the minutes for a reason: for that sentence, and for no other case."""

import pytest

from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.meetings.models import Minute
from pprg.meetings.services import looking_again
from pprg.meetings.states import MeetingState
from pprg.meetings.states.naming import Stays
from pprg.notices.models import Notice
from pprg.people.services import keep_secrets
from pprg.people.states import SecretKind
from tests.meetings.test_names_in_minutes import HERS, THEIRS, closes, found, two_cases, writes

ROOM = f"We met in the {HERS} Room."
SAID = "said that words in the minutes name nobody"


@pytest.fixture
def sitting(coordinator, member, referrer):
    return two_cases(coordinator, member, referrer)


def names_page(meeting):
    return f"/meetings/{meeting.id}/minutes/names"


def lets_stay(person, meeting, because=Stays.WORD, **answers):
    return person.presses(names_page(meeting), "Let these words stay", because=because.value, **answers)


def test_a_room_called_like_somebody_stays_and_the_meeting_can_be_closed(coordinator, sitting):
    writes(coordinator, sitting, WELCOME=ROOM)
    assert closes(coordinator, sitting).status_code == 422

    assert lets_stay(coordinator, sitting).status_code == 303

    assert found(coordinator, sitting) == set()
    assert f"It stays: {Stays.WORD}." in coordinator.opens(names_page(sitting)).text
    assert db.session.query(Minute).one().words == ROOM
    assert (closes(coordinator, sitting).status_code, sitting.state) == (303, MeetingState.CLOSED)
    assert found(coordinator, sitting) == set()


def test_the_trail_of_the_case_keeps_who_said_so_and_why_and_no_name(coordinator, sitting):
    writes(coordinator, sitting, WELCOME=ROOM)
    lets_stay(coordinator, sitting)
    assert "Let these words stay" not in coordinator.opens(names_page(sitting)).text  # it is asked once

    line = db.session.query(AuditLine).filter_by(verb=SAID).one()
    assert (line.case_id, line.actor_id) == (sitting.items[0].case_id, coordinator.account.id)
    assert line.detail == "because=WORD"


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        (f"{ROOM} Theatre nights were planned.", False),
        (f"All were greeted. {ROOM}\nIt was cold there.", False),
        (f"We met in the {HERS} Room with her sister.", True),
        (f"{ROOM} {HERS} was there.", True),
        ("We met in the Hallewell Room.", True),
        (f"We met with {HERS}.", True),
    ],
)
def test_it_is_asked_again_where_another_name_or_another_sentence_stands(coordinator, sitting, then, asked):
    writes(coordinator, sitting, WELCOME=ROOM)
    lets_stay(coordinator, sitting)

    writes(coordinator, sitting, WELCOME=then)

    assert bool(found(coordinator, sitting)) is asked
    assert closes(coordinator, sitting).status_code == (422 if asked else 303)


def test_the_same_name_twice_in_one_sentence_is_two_questions(coordinator, sitting):
    writes(coordinator, sitting, WELCOME=f"In the {HERS} Room {HERS} was spoken of.")
    assert lets_stay(coordinator, sitting).status_code == 303
    page = coordinator.reads(names_page(sitting))
    assert len(page.select("main details form")) == 1
    assert found(coordinator, sitting) == {("WELCOME", HERS)}


def test_a_reason_is_asked_for_and_one_for_words_that_are_gone_is_not_taken(coordinator, sitting):
    writes(coordinator, sitting, WELCOME=ROOM, DATES=f"{HERS} has a birthday.")
    page = coordinator.reads(names_page(sitting))
    seen = [
        {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
        for form in page.select("main details form")
    ]
    assert [each["place"] for each in seen] == ["WELCOME", "DATES"]

    without = coordinator.presses(names_page(sitting), "Let these words stay")
    made_up = lets_stay(coordinator, sitting, mark="0" * 12)
    writes(coordinator, sitting, DATES=f"In June {HERS} has a birthday.")
    late = coordinator.posts(names_page(sitting), **seen[1], because=Stays.WORD.value)

    assert without.status_code == 422
    assert "Say what it is, or change it in the note." in without.text
    assert (made_up.status_code, late.status_code) == (409, 409)
    assert "The note has changed meanwhile." in late.text
    assert found(coordinator, sitting) == {("WELCOME", HERS), ("DATES", HERS)}


def test_only_who_writes_the_minutes_says_so(coordinator, member, sitting):
    writes(coordinator, sitting, WELCOME=ROOM)
    assert member.posts(names_page(sitting), because=Stays.WORD.value).status_code == 403


def test_who_may_not_look_into_a_case_says_nothing_of_its_names(coordinator, second, sitting):
    """The same word is a name in two cases: what was said by somebody who sees one holds for that one."""
    first, other = sitting.items
    keep_secrets(other.case, SecretKind.STAFF, [HERS], by=second.account)
    cases.step_out(other.case, coordinator.account, by=second.account)
    commit()
    writes(coordinator, sitting, WELCOME=f"{ROOM} As with {THEIRS}.")
    lets_stay(coordinator, sitting)

    assert found(coordinator, sitting) == set()
    assert found(second, sitting) == {("WELCOME", HERS), ("WELCOME", THEIRS)}
    writes(coordinator, sitting, WELCOME=ROOM)
    assert closes(coordinator, sitting).status_code == 303
    told = db.session.query(Notice).filter_by(kind=looking_again.NAMED).all()
    assert [notice.to_id for notice in told] == [second.account.id]

    assert lets_stay(second, sitting, Stays.NAMESAKE).status_code == 303
    assert found(second, sitting) == set()
    assert f"It stays: {Stays.WORD}." in coordinator.opens(names_page(sitting)).text
    lines = db.session.query(AuditLine).filter_by(verb=SAID).order_by(AuditLine.number)
    assert [line.case_id for line in lines] == [first.case_id, other.case_id]


def test_what_stays_under_an_item_stays_in_its_extract(coordinator, sitting):
    wanted = sitting.items[0]
    extract = f"/meetings/items/{wanted.id}/extract"
    writes(coordinator, sitting, **{str(wanted.id): f"The {THEIRS} Centre was asked."})
    assert "The [another case] Centre was asked." in coordinator.opens(extract).text

    lets_stay(coordinator, sitting)

    assert f"The {THEIRS} Centre was asked." in coordinator.opens(extract).text
