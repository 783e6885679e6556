"""Pages as pictures, so that a person can look at the very file before it goes out.

PDF pages are drawn in this process. Word and PowerPoint files need LibreOffice, which may not be there. It
runs one at a time on the whole machine, with a profile of its own, no macros and no links to elsewhere, and
is stopped after a minute; its exit code says nothing, so what it leaves behind is looked at instead.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2

from pprg.documents import pdf_pages, zips

OFFICE_FILES = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml"}
"""What can be handed to LibreOffice, and the part that such a file must have."""
LIMIT = 60.0
"""Seconds that one file may take, and seconds that it may wait for its turn."""
_TURN = "pprg-libreoffice.lock"
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class CannotPicture(Exception):  # noqa: N818 - a sentence to a person
    """There will be no picture of this file. The words say why and what would help."""


def can_picture(suffix: str) -> bool:
    """Whether `pages` can draw files of this kind on this machine."""
    suffix = suffix.lower()
    return suffix == ".pdf" or (suffix in OFFICE_FILES and _program() is not None)


def pages(file: bytes, suffix: str, *, wide: int) -> list[bytes]:
    """Each page as a PNG, `wide` pixels across. Raises CannotPicture, in words, where there can be none."""
    return _drawn(as_pdf(file, suffix), wide)


def as_pdf(file: bytes, suffix: str) -> bytes:
    """The file as LibreOffice prints it; a PDF as it is. For looking at only: never a product to hand out."""
    suffix = suffix.lower()
    if suffix == ".pdf":
        return file
    if suffix == ".zip":
        raise CannotPicture("A zip has no pages of its own: the files in it are looked at one by one.")
    if suffix not in OFFICE_FILES:
        raise CannotPicture(f"Files that end in {suffix or 'nothing'} cannot be shown as pictures.")
    program = _program()
    if program is None:
        raise CannotPicture(
            "LibreOffice is not installed, so Word and PowerPoint files cannot be shown as pictures. "
            "Open the file itself, or ask whoever runs this system to install LibreOffice."
        )
    with tempfile.TemporaryDirectory(prefix="pprg-picture-") as folder, _turn():
        return _converted(program, file, suffix, Path(folder))


@cache
def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """One profile a process, kept because making it takes longer than a page. Gone when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="pprg-libreoffice-")
    user = Path(folder.name) / "user"
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    return folder


@contextmanager
def _turn() -> Iterator[None]:
    """One LibreOffice at a time on this machine, whichever process asks."""
    path = Path(tempfile.gettempdir()) / f"{os.getuid()}-{_TURN}"
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        _wait_for(lock)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int) -> None:
    end = time.monotonic() + LIMIT
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise CannotPicture("LibreOffice is busy with other files. Try again in a minute.") from None
            time.sleep(0.1)


def _converted(program: str, file: bytes, suffix: str, folder: Path) -> bytes:
    _expect_an_office_file(file, suffix)
    source = folder / f"file{suffix}"
    source.write_bytes(file)
    _run(
        [
            program, f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder), str(source),
        ],
        folder,
    )  # fmt: skip
    made = folder / "file.pdf"
    found = made.read_bytes() if made.exists() else b""
    if not found.startswith(b"%PDF-"):
        raise CannotPicture("LibreOffice could not open this file. It may be damaged.")
    return found


def _expect_an_office_file(file: bytes, suffix: str) -> None:
    """LibreOffice shows anything at all as a page of text, so what is not such a file stops here."""
    try:
        members = zips.unpacked(file)
    except zips.CannotUnpack as wrong:
        raise CannotPicture(str(wrong)) from None
    if OFFICE_FILES[suffix] not in members:
        raise CannotPicture("This is not the kind of file that its name says.")


def _run(command: list[str], folder: Path) -> None:
    """Run it to its end or to the limit. It starts helpers of its own, so the whole group is stopped."""
    process = subprocess.Popen(  # noqa: S603 - our own words, no shell
        command, cwd=folder, start_new_session=True, env={**os.environ, "HOME": str(folder)},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        raise CannotPicture("LibreOffice took longer than a minute over this file and was stopped.") from None
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _drawn(pdf: bytes, wide: int) -> list[bytes]:
    try:
        with pdf_pages.opened(pdf) as document:
            found = [_png(page, wide) for page in document]
    except pdf_pages.CannotOpen as wrong:
        raise CannotPicture(str(wrong)) from None
    if not found:
        raise CannotPicture("This file has no pages.")
    return found


def _png(page: pypdfium2.PdfPage, wide: int) -> bytes:
    picture = page.render(scale=wide / page.get_width()).to_pil()
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
