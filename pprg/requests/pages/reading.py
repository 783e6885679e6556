"""What coordinators, chairs and the group see of a request and its answer."""

from __future__ import annotations

from flask import Response
from flask_wtf import FlaskForm

from pprg.errors import Mistaken
from pprg.people.forms import PurposeForm
from pprg.requests import queries, services
from pprg.requests import rules as may
from pprg.requests.forms import AgainForm
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.requests.questions import AT_ONCE
from pprg.requests.wording import BASES
from pprg.web.fragments import page
from pprg.web.sessions import me


def as_returned(
    request: InfoRequest,
    *,
    form: PurposeForm | None = None,
    with_names: bool = False,
    asked: tuple[ReturnedFile, PurposeForm] | None = None,
) -> Response:
    """How it stands, and what came: without names unless a purpose has been recorded."""
    reader = me()
    sees = may.see_how_it_stands(reader, request)
    files = queries.files_for(reader, request)
    able = [file for file in files if may.take_file_as_written(reader, file)]
    whys = {file.id: PurposeForm(formdata=None, prefix=file.id.hex) for file in able}
    if asked:
        whys[asked[0].id] = asked[1]
    shown = {"as_written": with_names}
    sections = queries.words_for(reader, request, **shown)
    return page(
        "requests/returned.html",
        request=request,
        how_it_stands=queries.how_it_stands(request),
        sections=sections,
        at_once=[one for section in sections for one in section.said if one.key == AT_ONCE],
        identifiers=queries.masked_for(reader, request, request.asking.identifiers, **shown) if sees else "",
        asked_besides=queries.masked_for(reader, request, request.asking.questions, **shown),
        again=queries.masked_for(reader, request, request.asks_again, **shown),
        basis=BASES[request.asking.basis],
        files=files,
        whys=whys,
        form=asked[1] if asked else form,
        why=form or PurposeForm(formdata=None),
        with_names=with_names,
        may_read_as_written=may.read_return_as_written(reader, request),
        sees=sees,
        keeps=may.keep_request(reader, request),
        reached=[account.name for account in services.who_answers(request)] if sees else [],
    )


def act(request: InfoRequest, form: FlaskForm, heading: str, verb: str) -> Response:
    """One small form about one request."""
    return page("requests/act.html", request=request, form=form, heading=heading, verb=verb)


def asked_again(request: InfoRequest, form: AgainForm) -> bool:
    """Ask; or say beside each box why not."""
    try:
        services.ask_again(request, form.question.data or "", due_on=form.due_on.data, by=me())  # type: ignore[arg-type]
    except Mistaken as mistaken:
        for where, sentence in mistaken.mistakes:
            form[where].errors = [*form[where].errors, sentence]
        return False
    return True
