"""Files that were handed in are in the backup with the rows that name them, and come back with them."""

import json
import shutil
import zipfile
from io import BytesIO

import pytest

from pprg import database
from pprg.accounts.states import Role
from pprg.papers import queries, services, shelf
from tests.people import an_account

WORDS = b"Seen on 3 May by the district nurse. " * 4_000


@pytest.fixture
def house(app):
    """A partnership that was handed two papers with one content, and one more."""
    shutil.rmtree(shelf.folder(), ignore_errors=True)
    by = an_account("Bea Backup", Role.COORDINATOR)
    for content, name in ((WORDS, "a.txt"), (WORDS, "b.txt"), (b"other words", "c.txt")):
        services.keep(BytesIO(content), name, by=by)
    database.commit()
    return app


@pytest.fixture
def kept(house, tmp_path):
    answer = run(house, "backup", tmp_path / "friday.backup")
    assert answer.exit_code == 0, answer.output
    assert "2 files handed in" in answer.output
    return tmp_path / "friday.backup"


def run(app, *words):
    return app.test_cli_runner().invoke(args=[str(word) for word in words])


def on_disk():
    return sorted(path for path in shelf.folder().glob("*/*") if path.is_file())


def test_after_a_disaster_every_paper_opens_again(another_app, kept):
    elsewhere = another_app()
    with elsewhere.app_context():
        answer = run(elsewhere, "restore", kept)
        assert answer.exit_code == 0, answer.output
        papers = list(queries.all_papers())
        assert sorted(paper.shown_name for paper in papers) == ["a.txt", "b.txt", "c.txt"]
        assert services.read(papers[0]) == WORDS
        assert run(elsewhere, "papers", "check").exit_code == 0
        assert [path.stat().st_mode & 0o777 for path in on_disk()] == [0o600, 0o600]


def test_nothing_in_a_backup_can_be_read_without_the_key(kept):
    content = kept.read_bytes()
    assert b"district nurse" not in content
    with zipfile.ZipFile(kept) as packed:
        for name in packed.namelist():
            assert b"district nurse" not in packed.read(name)


@pytest.mark.parametrize("harm", ["one byte changed", "taken out"])
def test_a_paper_that_came_to_harm_in_the_backup_is_noticed(house, kept, tmp_path, harm):
    damaged = tmp_path / "damaged.backup"
    with zipfile.ZipFile(kept) as good, zipfile.ZipFile(damaged, "w") as bad:
        hurt = next(name for name in good.namelist() if name.startswith("papers/"))
        for name in good.namelist():
            content = bytearray(good.read(name))
            content[100] ^= name == hurt
            if name != hurt or harm != "taken out":
                bad.writestr(name, bytes(content))
    answer = run(house, "restore", damaged, "--verify")
    assert answer.exit_code != 0
    assert "1 of the files handed in" in answer.output


def test_a_paper_lost_on_the_disk_is_told_and_everything_else_is_kept(house, tmp_path):
    on_disk()[0].unlink()
    answer = run(house, "backup", tmp_path / "saturday.backup")
    assert answer.exit_code == 1
    assert "not on the disk" in answer.output
    assert run(house, "restore", tmp_path / "saturday.backup", "--verify").exit_code == 0


def test_a_backup_from_before_papers_can_still_be_restored(house, kept, tmp_path):
    older = tmp_path / "older.backup"
    with zipfile.ZipFile(kept) as good, zipfile.ZipFile(older, "w") as old:
        old.writestr("database", good.read("database"))
        said = json.loads(good.read("manifest.json"))
        del said["papers"], said["lost"]
        old.writestr("manifest.json", json.dumps(said))
    assert run(house, "restore", older, "--verify").exit_code == 0
