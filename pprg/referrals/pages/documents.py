"""The documents of a referral, for those who write it and for its other readers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from flask import Response, current_app, flash, request, url_for
from werkzeug.datastructures import FileStorage

from pprg import database
from pprg.errors import Refused
from pprg.papers import names
from pprg.papers import services as papers
from pprg.papers.services import Arrived
from pprg.papers.states import ACCEPTED
from pprg.people.forms import PurposeForm
from pprg.referrals import queries, services
from pprg.referrals import rules as may
from pprg.referrals.forms import DocumentForm
from pprg.referrals.models import Document, Referral
from pprg.web.fragments import go_to, page
from pprg.web.sessions import me

BY_SCRIPT = "X-Upload"
"""On a file that static/upload.js sends: it wants a sentence, not a page."""
Refusals = Sequence[tuple[str, str]]
"""The name of a file as its sender knows it, and why it was not taken."""


def documents_of(
    referral: Referral,
    *,
    refused: Refusals = (),
    kept: int = 0,
    asked: tuple[Document, PurposeForm] | None = None,
) -> Response:
    """The list, and for those who write the referral the way to add to it."""
    reader = me()
    writes = may.write_referral(reader, referral)
    shown = queries.documents_for(reader, referral)
    whys = {
        document.id: PurposeForm(formdata=None, prefix=document.id.hex)
        for document in shown
        if not writes and may.take_document_as_written(reader, document)
    }
    if asked:
        whys[asked[0].id] = asked[1]
    answer = page(
        "referrals/documents.html" if writes else "referrals/documents-read.html",
        referral=referral,
        documents=shown,
        refused=refused,
        kept=kept,
        whys=whys,
        form=asked[1] if asked else None,
        of_agency=may.is_of_its_agency(reader, referral),
        goes_with_words=referral.being_written or referral.rest_is_open,
        accepted=ACCEPTED,
        largest=current_app.config["PPRG"].largest_paper_mb,
    )
    if refused:
        answer.status_code = 422
    return answer


def take_in(referral: Referral, sent: Sequence[FileStorage]) -> Response:
    """Look into each file, keep those that are taken, and say why the others are not."""
    database.undo()  # looking into files takes seconds: meanwhile others may write
    arrived, refused = _looked_into([file for file in sent if file.filename])
    if arrived:
        services.add_documents(referral, arrived, by=me())
    if request.headers.get(BY_SCRIPT):
        sentence = " ".join(why for _, why in refused)
        return Response(sentence, status=422 if refused else 204, mimetype="text/plain")
    if refused:
        return documents_of(referral, refused=refused, kept=len(arrived))
    flash("Your file is kept." if len(arrived) == 1 else f"Your {len(arrived)} files are kept.")
    return go_to(url_for(".documents", referral_id=referral.id))


def form_of_document(document: Document) -> DocumentForm:
    return DocumentForm(
        data={
            "kind": document.kind,
            "description": document.description,
            "third_party": document.third_party,
        }
    )


def one_document(document: Document, form: DocumentForm) -> Response:
    return page("referrals/document.html", referral=document.referral, document=document, form=form)


def _looked_into(sent: Sequence[FileStorage]) -> tuple[list[Arrived], Refusals]:
    if not sent:
        return [], [("No file", "Choose a file first.")]
    arrived, refused = [], []
    for file in sent:
        with closing(file):  # a large one lies in a temporary file
            try:
                arrived.append(papers.receive(file.stream, file.filename or ""))
            except Refused as refusal:
                refused.append((names.shown(file.filename or ""), str(refusal)))
    return arrived, refused
