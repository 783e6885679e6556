"""The numbered steps make what the models say, can be taken back, and can be taken again."""

import ast
import re

import flask_migrate
import pytest
from sqlalchemy import Enum, inspect

from pprg.agencies.queries import agency_called
from pprg.config import CHECKOUT
from pprg.database import commit, db
from tests.people import an_agency

STEPS = sorted((CHECKOUT / "pprg" / "migrations" / "versions").glob("*.py"))


def tables() -> set[str]:
    db.session.remove()
    return set(inspect(db.engine).get_table_names())


@pytest.mark.both_databases
@pytest.mark.usefixtures("app")
def test_the_tables_are_those_the_models_describe():
    flask_migrate.check()


@pytest.mark.both_databases
@pytest.mark.usefixtures("app")
def test_the_database_takes_every_word_that_the_models_know():
    """Autogenerate does not see that a list of known words has grown."""
    inspector = inspect(db.engine)
    refused = []
    for table in db.metadata.sorted_tables:
        checks = " ".join(check["sqltext"] for check in inspector.get_check_constraints(table.name))
        for column in table.columns:
            if isinstance(column.type, Enum):
                refused += [
                    f"{table.name}.{column.name}: {word}"
                    for word in column.type.enums
                    if "'" + word.replace("'", "''") + "'" not in checks
                ]
    assert refused == [], "Write a step that lets the database take these words."


@pytest.mark.both_databases
@pytest.mark.usefixtures("app")
def test_every_step_can_be_taken_back_and_taken_again():
    an_agency("Marlshire Police")
    commit()
    before = tables()

    for _ in STEPS:
        flask_migrate.downgrade()
    assert tables() == {"alembic_version"}

    flask_migrate.upgrade()
    assert tables() == before
    assert agency_called("Marlshire Police") is None


@pytest.mark.both_databases
@pytest.mark.usefixtures("app")
def test_what_is_there_stays_when_there_is_nothing_new():
    an_agency("Marlshire Police")
    commit()
    flask_migrate.upgrade()
    assert agency_called("Marlshire Police") is not None


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_every_step_is_numbered_named_and_answers_the_three_questions(step):
    sentences = ast.get_docstring(ast.parse(step.read_text())) or ""
    assert re.fullmatch(r"\d{4}_[a-z_]+", step.stem), "Number it and name what it does."
    for question in (r"Why: \S", r"Safe to run while the old code serves: \S", r"Going back loses"):
        assert re.search(question, sentences), f"Answer in {step.name}: {question}"


def test_any_command_may_be_the_first_on_a_fresh_machine(another_app, tmp_path):
    fresh = another_app(database_url=f"sqlite:///{tmp_path / 'fresh' / 'pprg.sqlite3'}")
    with fresh.app_context():
        answer = fresh.test_cli_runner().invoke(
            args=["accounts", "welcome-agency", "Marlshire Police", "--kind", "police"]
        )
        assert answer.exit_code == 0, answer.output
        assert agency_called("Marlshire Police") is not None
