"""The trail is added to and never changed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pprg import database
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.audit.services import record, record_read
from pprg.database import db
from tests.people import an_account


@pytest.fixture
def account(app):
    made = an_account("Ada", Role.COORDINATOR)
    database.commit()
    return made


@pytest.mark.both_databases
@pytest.mark.parametrize("attack", ["UPDATE audit_line SET verb = 'nothing'", "DELETE FROM audit_line"])
def test_the_database_itself_refuses_to_change_the_trail(account, attack):
    with pytest.raises(DBAPIError, match="never"):
        db.session.execute(text(attack))
    database.undo()
    assert db.session.query(AuditLine).count() > 0


@pytest.mark.both_databases
def test_a_read_is_written_down_even_when_the_request_only_reads(app, account):
    before = db.session.query(AuditLine).count()
    database.commit()
    token = database._may_write.set(False)
    try:
        db.session.query(AuditLine).first()  # this transaction has begun, and may only read
        record_read("read", account, by=account)
        database.undo()
    finally:
        database._may_write.reset(token)
    assert db.session.query(AuditLine).count() == before + 1


def test_a_change_that_is_undone_leaves_no_line(account):
    before = db.session.query(AuditLine).count()
    record("tried", account, by=account)
    database.undo()
    assert db.session.query(AuditLine).count() == before


def test_lines_stand_in_the_order_in_which_things_happened(account):
    for verb in ("first", "second", "third"):
        record(verb, account, by=account)
    lines = db.session.query(AuditLine).order_by(AuditLine.number).all()
    assert [line.verb for line in lines][-3:] == ["first", "second", "third"]
