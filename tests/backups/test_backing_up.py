"""A backup is whole, says so, and can be put back."""

import zipfile

import pytest

from pprg.accounts.queries import account_with_email
from pprg.accounts.states import Role
from pprg.database import commit
from tests.people import an_account


@pytest.fixture
def kept(app, tmp_path):
    an_account("Bea Backup", Role.COORDINATOR)
    commit()
    file = tmp_path / "friday.backup"
    answer = run(app, "backup", file)
    assert answer.exit_code == 0, answer.output
    return file


def run(app, *words):
    return app.test_cli_runner().invoke(args=[str(word) for word in words])


def test_a_backup_made_while_the_program_runs_is_found_whole(app, kept):
    answer = run(app, "restore", kept, "--verify")
    assert answer.exit_code == 0
    assert "is whole" in answer.output


def test_a_backup_can_be_read_by_this_account_alone(kept):
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_was_backed_up_is_there_after_a_restore(another_app, kept, tmp_path):
    elsewhere = another_app()
    with elsewhere.app_context():
        answer = run(elsewhere, "restore", kept)
        assert answer.exit_code == 0, answer.output
        assert account_with_email("bea.backup@example.org").holds(Role.COORDINATOR)


def test_a_restore_never_overwrites_a_database_in_use(app, kept):
    answer = run(app, "restore", kept)
    assert answer.exit_code != 0
    assert "nothing is overwritten" in answer.output


def test_a_backup_is_never_written_over_another(app, kept):
    before = kept.read_bytes()
    answer = run(app, "backup", kept)
    assert answer.exit_code != 0
    assert "already there" in answer.output
    assert kept.read_bytes() == before


def test_one_changed_byte_is_noticed(app, kept, tmp_path):
    damaged = tmp_path / "damaged.backup"
    with zipfile.ZipFile(kept) as good, zipfile.ZipFile(damaged, "w") as bad:
        bad.writestr("manifest.json", good.read("manifest.json"))
        content = bytearray(good.read("database"))
        content[len(content) // 2] ^= 1
        bad.writestr("database", bytes(content))

    answer = run(app, "restore", damaged, "--verify")

    assert answer.exit_code != 0
    assert "damaged" in answer.output


def test_a_file_that_is_no_backup_is_refused_in_words(app, tmp_path):
    file = tmp_path / "holiday.jpg"
    file.write_bytes(b"not a backup")
    answer = run(app, "restore", file, "--verify")
    assert answer.exit_code != 0
    assert "is not a backup" in answer.output


def test_a_backup_of_another_data_key_is_noticed_before_anything_is_replaced(another_app, kept):
    elsewhere = another_app(data_keys=("another data key altogether, also long enough",))
    with elsewhere.app_context():
        answer = run(elsewhere, "restore", kept, "--verify")
    assert answer.exit_code != 0
    assert "data key does not open it" in answer.output
