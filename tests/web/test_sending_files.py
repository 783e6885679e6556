"""Room for files where files are awaited, from people who are signed in; elsewhere what words need."""

import gc
import socket
import threading
import time
from io import BytesIO
from urllib.parse import urlsplit

import pytest

from pprg import database
from tests.builders import a_draft
from tests.people import People

A_MEGABYTE = 1_000_000
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def nothing_is_left_open():
    """Werkzeug's test client leaves the file in which it holds a large body to the collector."""
    yield
    gc.collect()


@pytest.fixture
def small_house(another_app):
    """A partnership that takes files of one megabyte."""
    app = another_app(largest_paper_mb=1)
    with app.app_context():
        yield app


@pytest.fixture
def rowan(small_house):
    return People(small_house).referrer()


@pytest.fixture
def place(rowan):
    draft = a_draft(by=rowan.account)
    database.commit()
    return f"/referrals/{draft.id}/documents"


def test_several_files_together_may_be_more_than_words_may_be(rowan, place):
    whole = [(BytesIO(f"{n} seen".encode() * (A_MEGABYTE // 7)), f"{n}.txt") for n in range(6)]
    assert rowan.posts(place, files=whole).status_code == 303
    assert "6 documents" in rowan.reads(place).text


def test_a_file_a_little_too_large_is_named_and_the_page_comes_back(rowan, place):
    answer = rowan.posts(place, files=[(BytesIO(b"a" * (A_MEGABYTE + 1)), "bundle.txt")])
    assert answer.status_code == 422
    assert "larger than 1 MB" in answer.text
    assert "bundle.txt" in answer.text


def test_a_sending_that_is_too_large_altogether_is_refused_in_words(rowan, place):
    answer = rowan.posts(place, files=[(BytesIO(b"a" * 9 * A_MEGABYTE), "film.txt")])
    assert answer.status_code == 413
    assert "These files together are larger than 8 MB" in answer.text
    assert "Nothing was kept" in answer.text


def test_a_visitor_gets_no_more_room_than_words_need(small_house, place):
    visitor = People(small_house).visitor()
    answer = visitor.posts(place, files=[(BytesIO(b"a" * 5 * A_MEGABYTE), "film.txt")])
    assert answer.status_code == 413


def test_a_page_that_awaits_no_file_has_no_more_room(rowan, place):
    answer = rowan.posts("/referrals/new", words="a" * 5 * A_MEGABYTE)
    assert answer.status_code == 413
    assert "Shorten the text" in answer.text


class Slowly:
    """A browser on a bad line: it says how much it will send, and sends it in pieces."""

    def __init__(self, address, person, place, size):
        token, cookie = person._token(), person._browser.get_cookie("pprg").value
        self.line = socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=20)
        part = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'
        self.body = (
            (
                f"--x\r\n{part.format('csrf_token', '')}{token}\r\n"
                f"--x\r\n{part.format('files', '; filename=' + chr(34) + 'note.txt' + chr(34))}"
            ).encode()
            + b"a" * size
            + b"\r\n--x--\r\n"
        )
        self.sends(
            f"POST {place} HTTP/1.1\r\nHost: {urlsplit(address).netloc}\r\nCookie: pprg={cookie}\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(self.body)}\r\n"
            "Connection: close\r\n\r\n".encode()
        )

    def sends(self, some):
        self.line.sendall(some)

    def hears(self):
        heard = b""
        while some := self.line.recv(65_536):
            heard += some
        self.line.close()
        return heard.decode("utf-8", "replace")


@pytest.fixture
def rowan_there(people):
    rowan = people.referrer()
    draft = a_draft(by=rowan.account)
    database.commit()
    return rowan, f"/referrals/{draft.id}/documents"


def test_a_file_that_arrives_slowly_keeps_nobody_from_writing(people, rowan_there, address):
    slow = Slowly(address, *rowan_there, size=100_000)
    slow.sends(slow.body[:50_000])
    time.sleep(0.3)
    assert people.referrer().posts("/referrals/new").status_code == 303
    slow.sends(slow.body[50_000:])
    assert slow.hears().startswith("HTTP/1.1 303")


def test_a_file_that_is_looked_into_for_long_keeps_nobody_from_writing(another_app, tmp_path):
    begun, may_end = tmp_path / "begun", tmp_path / "may-end"
    waits = f"cat > /dev/null; touch {begun}; until [ -e {may_end} ]; do sleep 0.05; done"
    app = another_app(scanner=f"sh -c '{waits}'")
    with app.app_context():
        rowan = People(app).referrer()
        draft = a_draft(by=rowan.account)
        database.commit()

        def sends():
            with app.app_context():
                answers.append(rowan.posts(place, files=[(BytesIO(b"a"), "a.txt")]))

        place = f"/referrals/{draft.id}/documents"
        answers, other = [], People(app).referrer("NHS Marlshire")
        sending = threading.Thread(target=sends)
        sending.start()
        while not begun.exists():
            time.sleep(0.05)
        assert other.posts("/referrals/new").status_code == 303
        assert answers == []
        may_end.touch()
        sending.join()
        assert answers[0].status_code == 303
