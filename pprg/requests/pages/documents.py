"""The documents of an answer, for those who write it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from flask import Response, current_app, flash, url_for
from flask import request as sent
from werkzeug.datastructures import FileStorage

from pprg import database
from pprg.errors import Refused
from pprg.papers import names
from pprg.papers import services as papers
from pprg.papers.services import Arrived
from pprg.papers.states import ACCEPTED
from pprg.requests import queries, services
from pprg.requests.forms import FileForm
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.web.fragments import go_to, page
from pprg.web.sessions import me

BY_SCRIPT = "X-Upload"
"""On a file that static/upload.js sends: it wants a sentence, not a page."""
Refusals = Sequence[tuple[str, str]]


def documents_of(
    request: InfoRequest,
    *,
    refused: Refusals = (),
    kept: int = 0,
    described: tuple[ReturnedFile, FileForm] | None = None,
) -> Response:
    """The list, and the way to add to it."""
    shown = queries.files_for(me(), request)
    forms = {file.id: FileForm(formdata=None, data={"description": file.description}) for file in shown}
    if described:
        forms[described[0].id] = described[1]
    for file in shown:
        forms[file.id].description.id = f"what-{file.number}"
    answer = page(
        "requests/documents.html",
        request=request,
        files=shown,
        forms=forms,
        form=described[1] if described else None,
        refused=refused,
        kept=kept,
        accepted=ACCEPTED,
        largest=current_app.config["PPRG"].largest_paper_mb,
    )
    if refused:
        answer.status_code = 422
    return answer


def take_in(request: InfoRequest, files: Sequence[FileStorage]) -> Response:
    """Look into each file, keep those that are taken, and say why the others are not."""
    database.undo()  # looking into files takes seconds: meanwhile others may write
    arrived, refused = _looked_into([file for file in files if file.filename])
    if arrived:
        services.add_files(request, arrived, by=me())
    if sent.headers.get(BY_SCRIPT):
        sentence = " ".join(why for _, why in refused)
        return Response(sentence, status=422 if refused else 204, mimetype="text/plain")
    if refused:
        return documents_of(request, refused=refused, kept=len(arrived))
    flash("Your file is kept." if len(arrived) == 1 else f"Your {len(arrived)} files are kept.")
    return go_to(url_for(".documents", request_id=request.id))


def _looked_into(files: Sequence[FileStorage]) -> tuple[list[Arrived], Refusals]:
    if not files:
        return [], [("No file", "Choose a file first.")]
    arrived, refused = [], []
    for file in files:
        with closing(file):  # a large one lies in a temporary file
            try:
                arrived.append(papers.receive(file.stream, file.filename or ""))
            except Refused as refusal:
                refused.append((names.shown(file.filename or ""), str(refusal)))
    return arrived, refused
