"""The documents of a referral, for those who write it and for its other readers."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, current_app, url_for
from werkzeug.datastructures import FileStorage

from pprg.papers import handing_in
from pprg.papers.handing_in import Refusals
from pprg.papers.states import ACCEPTED
from pprg.people.forms import PurposeForm
from pprg.referrals import queries, services
from pprg.referrals import rules as may
from pprg.referrals.forms import DocumentForm
from pprg.referrals.models import Document, Referral
from pprg.web.fragments import page
from pprg.web.sessions import me


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
    return handing_in.take_in(
        sent,
        keep=lambda arrived: services.add_documents(referral, arrived, by=me()),
        show=lambda refused, kept: documents_of(referral, refused=refused, kept=kept),
        then=url_for(".documents", referral_id=referral.id),
    )


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
