"""Files with a referral: adding several at once, saying what each is, taking one out, reading one."""

from flask import Response, flash, request, url_for

from pprg.people.forms import PurposeForm
from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Document, Referral
from pprg.referrals.views.door import bp
from pprg.web.files import hand_over, takes_files
from pprg.web.fragments import go_to
from pprg.web.guard import guard
from pprg.web.sessions import me

A_DOCUMENT = "/documents/<uuid:document_id>"


@bp.get("/<uuid:referral_id>/documents")
@guard(may.read_referral, referral=queries.referral_visible_to)
def documents(referral: Referral) -> Response:
    """What was handed in, as this reader may see it."""
    services.note_reading(referral, by=me())
    return pages.documents_of(referral)


@bp.post("/<uuid:referral_id>/documents")
@takes_files
@guard(may.write_referral, referral=queries.referral_visible_to)
def add_documents(referral: Referral) -> Response:
    """Several files at once. Those that are not taken are named with the reason; the others are kept."""
    return pages.take_in(referral, request.files.getlist("files"))


@bp.post("/<uuid:referral_id>/documents/send")
@guard(may.write_referral, referral=queries.referral_visible_to)
def send_documents(referral: Referral) -> Response:
    """Those that were added after the words were fixed."""
    if services.send_documents(referral, by=me()):
        flash("Sent.")
    return go_to(url_for(".documents", referral_id=referral.id))


@bp.route(A_DOCUMENT, methods=["GET", "POST"])
@guard(may.change_document, document=queries.document_visible_to)
def document(document: Document) -> Response:
    """Say what it is: kept as it was typed, complete or not."""
    form = pages.form_of_document(document)
    if request.method == "POST":
        services.describe_document(document, **form.said, by=me())
        if form.validate():
            return go_to(url_for(".documents", referral_id=document.referral_id))
    return pages.one_document(document, form)


@bp.post(f"{A_DOCUMENT}/keep")
@guard(may.change_document, document=queries.document_visible_to)
def keep_document(document: Document) -> Response:
    """Autosave: whatever is there now."""
    services.describe_document(document, **pages.form_of_document(document).said, by=me())
    return pages.kept(document.referral)


@bp.post(f"{A_DOCUMENT}/remove")
@guard(may.change_document, document=queries.document_visible_to)
def remove_document(document: Document) -> Response:
    services.remove_document(document, by=me())
    flash("Removed. You can put it back until you send the referral.")
    return go_to(url_for(".documents", referral_id=document.referral_id))


@bp.post(f"{A_DOCUMENT}/put-back")
@guard(may.change_document, document=queries.document_visible_to)
def put_back_document(document: Document) -> Response:
    services.put_back_document(document, by=me())
    flash("Put back.")
    return go_to(url_for(".documents", referral_id=document.referral_id))


@bp.get(f"{A_DOCUMENT}/file")
@guard(may.take_document, document=queries.document_visible_to)
def document_file(document: Document) -> Response:
    """The file, for those of its own agency."""
    return hand_over(services.read_document(document, by=me()), document.file_name)


@bp.post(f"{A_DOCUMENT}/file")
@guard(may.take_document_as_written, document=queries.document_visible_to)
def document_as_written(document: Document) -> Response:
    """The file with the names in it, once the reading of it and what for is written down."""
    form = PurposeForm(prefix=document.id.hex)
    if not form.validate_on_submit():
        return pages.documents_of(document.referral, asked=(document, form))
    content = services.read_document(document, purpose=form.purpose.data, by=me())
    return hand_over(content, document.file_name)
