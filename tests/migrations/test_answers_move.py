"""Answers find their new pages when the form changes, and their old ones when somebody goes back."""

import json
from typing import Any

import flask_migrate
import pytest
from sqlalchemy import text

from pprg.database import commit, db
from pprg.encryption import seal, unseal
from tests.builders import a_sent_referral, an_awaited_referral

BEFORE = "0012"
AS_IT_WAS = {
    "you": {"name": "Rowan Referrer", "role": "Sergeant", "lead": "Lee Lead"},
    "ask": {"types": ["sar"], "concerns": "adult", "alive": "died", "other_area": "no"},
    "person": {
        "name": "Theodora Hallewell",
        "age": "79",
        "others": "Jerome Quist\n\nIda Sallow",
        "told": "yes",
    },
    "happened": {"facts": "Found at home.", "council_knew": {"day": "4", "month": "6", "year": "2025"}},
    "why": {"together": "None told the others."},
}


@pytest.fixture
def kept(people):
    referral = a_sent_referral(by=people.referrer().account)
    commit()
    flask_migrate.downgrade(revision=BEFORE)
    return referral.id


def answers(table: str = "referral") -> dict[str, Any]:
    db.session.rollback()
    sealed = db.session.execute(text(f"SELECT answers FROM {table}")).scalar_one()  # noqa: S608 - our own name
    return json.loads(unseal(bytes(sealed)))


def write(words: dict[str, Any]) -> None:
    sealed = {"sealed": seal(json.dumps(words).encode())}
    db.session.execute(text("UPDATE referral SET answers = :sealed"), sealed)
    db.session.execute(text("UPDATE referral_sending SET answers = :sealed"), sealed)
    db.session.commit()


@pytest.mark.both_databases
@pytest.mark.parametrize("table", ["referral", "referral_sending"])
def test_what_was_written_on_the_old_pages_is_read_on_the_new_ones(kept, table):
    write(AS_IT_WAS)
    flask_migrate.upgrade()
    now = answers(table)
    assert now["essentials"] == {
        "referrer": "Rowan Referrer", "role": "Sergeant", "types": ["sar"], "concerns": "adult",
        "alive": "died", "name": "Theodora Hallewell", "age": "79",
    }  # fmt: skip
    assert [row["name"] for row in now["family"]["people"]] == ["Jerome Quist", "Ida Sallow"]
    assert now["happened"]["told"] == now["happened"]["council_told"] == "yes"
    assert now["you"] == {"lead": "Lee Lead"}
    assert now["why"] == AS_IT_WAS["why"]


@pytest.mark.both_databases
def test_going_back_finds_the_old_pages_again(kept):
    then = answers()
    assert then["you"]["name"] == "Rowan Referrer"
    assert then["person"]["name"] == "Theodora Ann Hallewell"
    assert then["person"]["others"] == "Jerome Quist"
    assert set(then) <= {"you", "ask", "person", "happened", "why"}


def test_what_was_sent_before_there_were_leads_counts_as_authorised(kept):
    db.session.execute(text("UPDATE referral SET authorised_at = NULL"))
    db.session.commit()
    flask_migrate.upgrade()
    assert db.session.execute(text("SELECT authorised_at = sent_at FROM referral")).scalar_one()


@pytest.mark.both_databases
def test_a_referral_of_the_first_release_comes_through_every_later_step(people):
    referral = a_sent_referral(by=people.referrer().account)
    commit()
    flask_migrate.downgrade(revision="0007")
    write(AS_IT_WAS)

    flask_migrate.upgrade()

    assert answers()["essentials"]["name"] == "Theodora Hallewell"
    page = people.coordinator().reads(f"/referrals/{referral.id}").get_text()
    assert "Found at home." in page
    assert "Theodora" not in page


@pytest.mark.both_databases
def test_what_waits_for_a_lead_goes_back_to_its_writer_in_a_program_that_knows_no_leads(people):
    an_awaited_referral(by=people.referrer().account)
    commit()
    flask_migrate.downgrade(revision="0011")
    state = db.session.execute(text("SELECT state FROM referral")).scalar_one()
    assert state == "returned for more information"
