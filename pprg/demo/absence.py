"""Made-up people, whose password everybody knows, stay out of production."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import inspect

from pprg.accounts.models import Account
from pprg.accounts.queries import demo_accounts
from pprg.config import CannotStart
from pprg.database import db


def refuse_demo_accounts(app: Flask) -> None:
    """Do not start a production instance on a database with demo accounts in it."""
    with app.app_context():
        made = inspect(db.engine).has_table(Account.__tablename__) and demo_accounts()
        db.session.remove()
        db.engine.dispose()
    if made:
        raise CannotStart(
            "There are demo accounts in this database, whose password is known: start on one of its own."
        )
