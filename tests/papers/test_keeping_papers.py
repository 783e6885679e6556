"""What is handed in is kept whole, sealed, once, and before anybody is told that it is kept."""

import os
import stat
import time
from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select, text

from pprg import database
from pprg.audit.models import AuditLine
from pprg.errors import Refused
from pprg.papers import limits, names, queries, services, shelf
from tests.papers.files import a_letter, a_pdf

WORDS = b"Seen on 3 May by the district nurse. " * 40


def on_disk():
    return sorted(path for path in shelf.folder().glob("*/*") if path.is_file())


def run(app, *words):
    return app.test_cli_runner().invoke(args=["papers", *words])


def make_old(path):
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(path, (long_ago, long_ago))


@pytest.mark.both_databases
def test_what_was_handed_in_comes_back_byte_for_byte(app, keep):
    letter = a_letter()
    paper = keep(letter, "Letter to GP.docx")
    database.commit()
    database.db.session.expire_all()
    found = queries.paper_by_id(paper.id)
    assert services.read(found) == letter
    assert (found.shown_name, found.size, found.kind) == ("Letter to GP.docx", len(letter), "docx")


def test_neither_the_disk_nor_the_database_tells_what_it_is(app, keep):
    keep(WORDS, "Marian Ashdown chronology.txt")
    database.commit()
    sealed = on_disk()[0].read_bytes()
    row = str(database.db.session.execute(text("SELECT * FROM paper")).all())
    for told in (b"district nurse", b"Marian", b"chronology"):
        assert told not in sealed
        assert told.decode() not in row
    digest = queries.paper_by_id(next(queries.all_papers()).id).digest
    assert digest not in row, "It would prove to a thief that a file he also has is here."
    assert digest not in str(on_disk())


def test_a_paper_can_be_read_by_this_account_alone(app, keep):
    keep(WORDS, "note.txt")
    assert stat.S_IMODE(on_disk()[0].stat().st_mode) == 0o600
    assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in shelf.folder().glob("*/"))


def test_the_same_bytes_twice_are_two_papers_and_one_file(app, keep):
    first, second = keep(WORDS, "note.txt"), keep(WORDS, "the same note.txt")
    assert first.id != second.id
    assert len(on_disk()) == 1
    services.discard(first, by=None)
    assert services.read(second) == WORDS


def test_it_is_audited_without_a_word_of_its_name(app, keep):
    keep(WORDS, "Marian Ashdown.txt")
    line = database.db.session.scalars(select(AuditLine).where(AuditLine.thing == "paper")).one()
    assert (line.verb, line.detail) == ("kept", "kind=TEXT")


def test_a_file_is_on_the_disk_before_the_database_hears_of_it(app):
    """A crash between the two leaves a file without a paper, never a paper without a file."""
    arrived = services.receive(BytesIO(WORDS), "note.txt")
    assert shelf.take(arrived.stored_as) == WORDS
    assert not list(queries.all_papers())


def test_a_changed_byte_is_noticed_and_never_given_out(app, keep):
    paper = keep(WORDS, "note.txt")
    file = bytearray(on_disk()[0].read_bytes())
    file[-20] ^= 1
    on_disk()[0].write_bytes(bytes(file))
    with pytest.raises(Refused, match="cannot be opened"):
        services.read(paper)


def test_one_paper_cannot_be_put_in_the_place_of_another(app, keep):
    first = keep(WORDS, "note.txt")
    second = keep(a_pdf(), "note.pdf")
    place = {path.name: path for path in on_disk()}
    place[first.stored_as].write_bytes(place[second.stored_as].read_bytes())
    with pytest.raises(Refused):
        services.read(first)


def test_a_damaged_file_is_mended_when_the_same_is_handed_in_again(app, keep):
    paper = keep(WORDS, "note.txt")
    on_disk()[0].write_bytes(b"damaged")
    keep(WORDS, "note.txt")
    assert services.read(paper) == WORDS


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "is empty"), (b"a" * 25_000_001, "larger than 25 MB")],
)
def test_nothing_and_too_much_are_refused(app, keep, content, told):
    with pytest.raises(Refused, match=told):
        keep(content, "note.txt")
    assert not on_disk()


def test_how_large_a_file_may_be_is_set_by_the_partnership(another_app):
    small = another_app(largest_paper_mb=1)
    with small.app_context(), pytest.raises(Refused, match="larger than 1 MB"):
        services.receive(BytesIO(b"a" * 1_000_001), "note.txt")


def test_a_full_disk_refuses_files_before_words_have_no_room(app, keep, monkeypatch):
    monkeypatch.setattr(shelf, "ROOM_TO_KEEP", 10**18)
    with pytest.raises(Refused, match="no room for files"):
        keep(WORDS, "note.txt")
    assert not on_disk()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Users\\Rowan\\note.txt", "note.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("report\u202exslx.pdf", "reportxslx.pdf"),
        ("a\r\nb\x00.pdf", "ab.pdf"),
        ("  ..hidden.pdf ", "hidden.pdf"),
        ("Compte rendu – été.pdf", "Compte rendu – été.pdf"),
        ("a" * 300 + ".docx", "a" * 114 + "….docx"),
        ("\u200b", "document"),
    ],
)
def test_a_name_is_shown_without_what_could_mislead(given, shown):
    assert names.shown(given) == shown
    assert len(shown) <= names.LONGEST


def test_files_that_came_to_nothing_are_tidied_after_a_day(app, keep):
    kept = keep(WORDS, "note.txt")
    left = services.receive(BytesIO(a_pdf()), "left.pdf")
    database.commit()
    half_written = shelf.folder() / left.stored_as[:2] / ".arriving-123"
    half_written.write_bytes(b"half")
    assert run(app, "tidy").output.startswith("0 files"), "somebody may be about to record them"
    for path in on_disk():
        make_old(path)
    assert run(app, "tidy").output.startswith("2 files")
    assert [path.name for path in on_disk()] == [kept.stored_as]


def test_what_is_handed_in_again_is_young_again(app, keep):
    """Somebody who sends an old orphan's bytes at this moment must not lose them to the tidying."""
    services.receive(BytesIO(WORDS), "note.txt")
    make_old(on_disk()[0])
    services.receive(BytesIO(WORDS), "note.txt")
    assert services.tidy(older_than=timedelta(days=1)) == 0


def test_the_check_finds_what_is_missing_and_what_is_damaged(app, keep):
    keep(WORDS, "Marian.txt")
    damaged, missing = keep(b"other words", "b.txt"), keep(a_pdf(), "c.pdf")
    database.commit()
    assert "whole" in run(app, "check").output
    place = {path.name: path for path in on_disk()}
    place[damaged.stored_as].write_bytes(b"not it")
    place[missing.stored_as].unlink()
    answer = run(app, "check")
    assert answer.exit_code == 1
    assert str(damaged.id) in answer.output
    assert str(missing.id) in answer.output
    assert answer.output.count("missing or damaged") == 2
    assert "Marian" not in answer.output


@pytest.mark.parametrize(
    ("scanner", "told"),
    [
        ("sh -c 'grep -q nurse && exit 1; exit 0'", "virus scanner stopped"),
        ("sh -c 'exit 2'", "did not answer"),
        ("/there/is/no/scanner", "did not answer"),
        ("sh -c 'sleep 9'", "did not answer"),
    ],
)
def test_what_the_scanner_does_not_pass_is_not_kept(another_app, monkeypatch, scanner, told):
    monkeypatch.setattr("pprg.papers.scanning.PATIENCE", 1)
    scanned = another_app(scanner=scanner)
    with scanned.app_context():
        with pytest.raises(Refused, match=told):
            services.receive(BytesIO(WORDS), "note.txt")
        assert not on_disk()


def test_a_paper_says_whether_it_was_scanned(another_app, keep):
    assert keep(WORDS, "note.txt").scanned_at is None
    scanned = another_app(scanner="sh -c 'cat > /dev/null'")
    with scanned.app_context():
        assert limits.scanner()
        assert services.receive(BytesIO(WORDS), "note.txt").scanned_at is not None
