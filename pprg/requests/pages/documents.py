"""The documents of an answer, for those who write it."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, current_app, url_for
from werkzeug.datastructures import FileStorage

from pprg.papers import handing_in
from pprg.papers.handing_in import Refusals
from pprg.papers.states import ACCEPTED
from pprg.requests import queries, services
from pprg.requests.forms import FileForm
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.web.fragments import page
from pprg.web.sessions import me


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
    return handing_in.take_in(
        files,
        keep=lambda arrived: services.add_files(request, arrived, by=me()),
        show=lambda refused, kept: documents_of(request, refused=refused, kept=kept),
        then=url_for(".documents", request_id=request.id),
    )
