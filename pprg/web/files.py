"""Files on their way in and out: room for those that are sent, and a download under a name of ours."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from typing import Any, TypeVar

from flask import Flask, Response, current_app, request, send_file, session

from pprg.web.sessions import TOKEN

View = TypeVar("View", bound=Callable[..., Any])

AT_ONCE = 4
"""How many files of the largest size fit into one sending. More small ones may come together."""
MOST_READ_ON = 500_000_000
TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".zip": "application/zip",
}


def hand_over(content: bytes, name: str) -> Response:
    """The bytes as they are, to be kept. Nothing in them can act on our pages.

    `name` is of ours: a reference and a number, never a word that somebody typed.
    """
    kind = TYPES[PurePath(name).suffix]
    answer = send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def takes_files(view: View) -> View:
    """Let this view be sent files: several at once, up to `AT_ONCE` of the largest that is allowed.

    Above `@guard`. Every other view keeps the small limit for what may be posted.
    """
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def init_app(app: Flask, *, largest: int, words: int) -> None:
    """Must come before CSRF protection, which reads the whole of what was sent."""
    app.extensions["pprg_most_sent"] = most = AT_ONCE * largest + words

    @app.before_request
    def make_room() -> None:
        # A visitor gets no more room than words need. Asking the database who somebody is would hold
        # its only writer for as long as the files take to arrive; the cookie is signed.
        if _are_awaited() and TOKEN in session:
            request.max_content_length = most


def said_of_too_much() -> str:
    """Why a sending was refused for its size, where files were what was sent."""
    if not _are_awaited():
        return ""
    most = current_app.extensions["pprg_most_sent"] // 1_000_000
    return (
        f"These files together are larger than {most} MB. Go back and send fewer at once. Nothing was kept."
    )


def read_on() -> None:
    """Let somebody finish who sends too much: a browser that is still sending hears no answer."""
    left = request.content_length or 0
    if left <= (request.max_content_length or 0):
        return  # it was read already
    stream, left = request.environ["wsgi.input"], min(left, MOST_READ_ON)
    while left > 0 and (piece := stream.read(min(left, 65_536))):
        left -= len(piece)


def _are_awaited() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return hasattr(view, "takes_files")
