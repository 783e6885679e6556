"""Files that a browser hands in: looked into, kept, or refused in a sentence. For rooms that take them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from flask import Response, flash, request
from werkzeug.datastructures import FileStorage

from pprg import database
from pprg.errors import Refused
from pprg.papers import names, services
from pprg.papers.services import Arrived
from pprg.web.fragments import go_to

BY_SCRIPT = "X-Upload"
"""On a file that static/upload.js sends: it wants a sentence, not a page."""
Refusals = Sequence[tuple[str, str]]
"""The name of a file as its sender knows it, and why it was not taken."""


def take_in(
    files: Sequence[FileStorage],
    *,
    keep: Callable[[Sequence[Arrived]], object],
    show: Callable[[Refusals, int], Response],
    then: str,
) -> Response:
    """Keep those that are taken; `show` says why others are not; `then` is where to go when all are."""
    database.undo()  # looking into files takes seconds: meanwhile others may write
    arrived, refused = _looked_into([file for file in files if file.filename])
    if arrived:
        keep(arrived)
    if request.headers.get(BY_SCRIPT):
        sentence = " ".join(why for _, why in refused)
        return Response(sentence, status=422 if refused else 204, mimetype="text/plain")
    if refused:
        return show(refused, len(arrived))
    flash("Your file is kept." if len(arrived) == 1 else f"Your {len(arrived)} files are kept.")
    return go_to(then)


def _looked_into(files: Sequence[FileStorage]) -> tuple[list[Arrived], Refusals]:
    if not files:
        return [], [("No file", "Choose a file first.")]
    arrived, refused = [], []
    for file in files:
        with closing(file):  # a large one lies in a temporary file
            try:
                arrived.append(services.receive(file.stream, file.filename or ""))
            except Refused as refusal:
                refused.append((names.shown(file.filename or ""), str(refusal)))
    return arrived, refused
