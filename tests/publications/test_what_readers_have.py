"""Readers have the newest release that is out, until the next one or until it is withdrawn."""

from datetime import date, timedelta

import pytest
import time_machine

from pprg import clock
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.publications import queries, services
from pprg.publications.models import Release
from pprg.publications.release_list import all_done
from pprg.publications.states import State
from tests.publications.builders import (
    a_checked_proof,
    a_proof,
    a_publication,
    a_release,
)


def readable() -> list[tuple[str, int]]:
    return [(release.publication.reference, release.number) for release in queries.releases_readable()]


def every_done(proof) -> dict[str, str]:
    return all_done(queries.record_of(proof).review_type)


def test_nothing_goes_out_after_the_day_that_the_files_carry(author, chair, publication, proof):
    with (
        time_machine.travel(clock.now() + timedelta(days=8)),
        pytest.raises(Refused, match="Make them again"),
    ):
        services.release(proof, every_done(proof), by=chair.account)


def test_the_day_of_release_lies_not_in_the_past(author, publication):
    with pytest.raises(Refused, match="cannot lie in the past"):
        a_proof(publication, by=author.account, dated=clock.today() - timedelta(days=1))


def test_released_before_its_day_it_comes_out_on_its_day(author, chair, publication, proof):
    release = services.release(proof, every_done(proof), by=chair.account)
    commit()
    assert readable() == []
    assert queries.release_readable(None, release.id) is None
    assert "Not out before its day" in chair.reads(f"/publications/{publication.id}").text

    with time_machine.travel(clock.now() + timedelta(days=7)):
        assert readable() == [("MAR-L-2024-03", 1)]
        assert publication.current.id == release.id


def test_the_day_begins_at_midnight_in_england(author, chair, publication):
    with time_machine.travel("2027-06-29 12:00+00:00", tick=False):
        proof = a_checked_proof(
            publication, by=chair.account, asked_by=author.account, dated=date(2027, 7, 1)
        )
        services.release(proof, every_done(proof), by=chair.account)
        commit()
    with time_machine.travel("2027-06-30 22:59+00:00", tick=False):
        assert readable() == []
    with time_machine.travel("2027-06-30 23:01+00:00", tick=False):
        assert readable() == [("MAR-L-2024-03", 1)]


@pytest.mark.both_databases
def test_readers_keep_what_is_released_until_the_next_release(author, chair, publication):
    first = a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")

    assert publication.state == State.DRAFT
    assert readable() == [("MAR-L-2024-03", 1)]
    assert queries.record_of(first).title == "Marian: when every service closed at once"

    second = a_release(publication, by=chair.account, asked_by=author.account)
    commit()
    assert readable() == [("MAR-L-2024-03", 2)]
    assert second.proof.number == "2.0"
    assert queries.record_of(second).title == "Marian: second edition"
    assert queries.release_readable(None, first.id) is None


@pytest.mark.both_databases
def test_withdrawal_works_on_the_next_request(author, chair, publication):
    release = a_release(publication, by=chair.account, asked_by=author.account)
    commit()
    page = f"/publications/releases/{release.id}/withdrawal"
    assert "Say why it is withdrawn." in chair.fills_in(page).text

    answer = chair.fills_in(page, reason="A relative was recognised.")

    assert answer.status_code == 303
    assert readable() == []
    assert publication.current is None
    assert "A relative was recognised." in chair.reads(f"/publications/{publication.id}").text
    assert chair.posts(page, reason="Again.").status_code == 422


def test_an_older_version_does_not_come_back_in_its_place(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")
    second = a_release(publication, by=chair.account, asked_by=author.account)

    services.withdraw(second, "A leak.", by=chair.account)
    commit()

    assert readable() == []
    assert publication.current is None


def test_withdrawn_before_its_day_it_replaces_nothing(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")
    second = a_release(
        publication, by=chair.account, asked_by=author.account, dated=clock.today() + timedelta(days=3)
    )

    services.withdraw(second, "Not yet.", by=chair.account)
    commit()

    with time_machine.travel(clock.now() + timedelta(days=9)):
        assert readable() == [("MAR-L-2024-03", 1)]
        assert publication.current.number == 1


def test_the_query_and_the_row_agree_on_what_readers_have(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    other = a_publication(by=author.account, record="dhr-rosa")
    services.withdraw(a_release(other, by=chair.account, asked_by=author.account), "x", by=chair.account)
    commit()

    by_row = {release.id for release in db.session.query(Release) if release.readable}
    assert {release.id for release in queries.releases_readable()} == by_row


def test_after_withdrawal_it_can_be_written_and_released_again(author, chair, publication):
    release = a_release(publication, by=chair.account, asked_by=author.account)
    services.withdraw(release, "A leak.", by=chair.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: without it")

    a_release(publication, by=chair.account, asked_by=author.account)
    commit()

    assert readable() == [("MAR-L-2024-03", 2)]
