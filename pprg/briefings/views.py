from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, flash, make_response, redirect, request, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.briefings import imprints, products, queries, remarks, services
from pprg.briefings import rules as may
from pprg.briefings.content import BoxKind
from pprg.briefings.forms import (
    AskForReleaseForm,
    BoxForm,
    CommentForm,
    FamilyForm,
    FirstChoiceForm,
    LeftOutForm,
    SettleCommentForm,
)
from pprg.briefings.models import BoxChoice
from pprg.briefings.screen import screen
from pprg.publications.family import agree_with_family
from pprg.publications.models import Publication
from pprg.publications.queries import gaps_of, publication_visible_to
from pprg.publications.sections import place_in_words
from pprg.web.files import hand_over
from pprg.web.filters import at
from pprg.web.fragments import beside, go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me

bp = Blueprint("briefings", __name__, url_prefix="/publications/<uuid:publication_id>/briefing")
bp.record_once(lambda put_in: imprints.use_house(put_in.app.config["PPRG"]))

A_BOX = f"<any({', '.join(BoxKind)}):box>"


@bp.get("")
@guard(may.choose_lines, publication=publication_visible_to)
def editor(publication: Publication) -> Response:
    record_read("read briefing of", publication, by=me())
    return _gaps(publication) or _show(publication, request.args.get("box", ""))


@bp.post(f"/{A_BOX}")
@guard(may.choose_lines, publication=publication_visible_to)
def choose(publication: Publication, box: str) -> Response:
    form = BoxForm()
    if form.validate_on_submit():
        with beside(form.version):
            _choose(publication, box, form)
            return _saved(publication, box)
    return _show(publication, box, form=form)


@bp.post(f"/{A_BOX}/keep")
@guard(may.choose_lines, publication=publication_visible_to)
def keep(publication: Publication, box: str) -> Response:
    """Saves while somebody types; says when, and which version that was."""
    form = BoxForm()
    if not form.validate_on_submit():
        abort(422)
    row = _choose(publication, box, form, quietly=True)
    return make_response("", 204, {"X-Saved-At": at(clock.now()), "X-Version": str(row.version)})


@bp.post(f"/{A_BOX}/first-choice")
@guard(may.choose_lines, publication=publication_visible_to)
def take_first_choice(publication: Publication, box: str) -> Response:
    form = FirstChoiceForm()
    if not form.validate_on_submit():
        abort(422)
    services.take_first_choice(publication, BoxKind(box), version=form.version.data or 0, by=me())
    return _saved(publication, box)


@bp.post(f"/{A_BOX}/preview")
@guard(may.choose_lines, publication=publication_visible_to)
def try_out(publication: Publication, box: str) -> Response:
    """The briefing as it would be with what stands on somebody's page. Nothing is kept."""
    form = BoxForm()
    if not form.validate_on_submit():
        return make_response("", 204) if wants_a_piece() else _show(publication, box, form=form)
    seen = _tried(publication, box, form)
    if seen is None:
        return make_response("", 204) if wants_a_piece() else _show(publication, box, form=form)
    if wants_a_piece():
        return page("briefings/live.html", live=True, **seen)
    record_read("read briefing of", publication, by=me())
    return page("briefings/preview.html", **seen)


@bp.post(f"/{A_BOX}/comments")
@guard(may.comment_on_box, publication=publication_visible_to)
def comment(publication: Publication, box: str) -> Response:
    form = CommentForm()
    if form.validate_on_submit():
        remarks.comment(publication, BoxKind(box), form.words.data or "", by=me())
        return _saved(publication, box)
    return _show(publication, box, said=form)


@bp.post(f"/{A_BOX}/comments/settled")
@guard(may.settle_comment, publication=publication_visible_to)
def settle_comment(publication: Publication, box: str) -> Response:
    form = SettleCommentForm()
    if not form.validate_on_submit():
        abort(422)
    remarks.settle_comment(publication, UUID(form.comment.data), by=me())
    return _saved(publication, box)


@bp.post(f"/{A_BOX}/left-out")
@guard(may.choose_lines, publication=publication_visible_to)
def leave_out(publication: Publication, box: str) -> Response:
    form = LeftOutForm()
    if not form.validate_on_submit():
        abort(422)
    digest, knowingly = form.digest.data or "", bool(form.knowingly.data)
    remarks.leave_out_knowingly(publication, digest, knowingly=knowingly, by=me())
    return _saved(publication, box)


@bp.post(f"/{A_BOX}/family")
@guard(may.agree_with_family, publication=publication_visible_to)
def family(publication: Publication, box: str) -> Response:
    form = FamilyForm()
    if form.validate_on_submit() and form.agreed.data:
        agree_with_family(publication, form.agreed.data, by=me())
        return _saved(publication, box)
    return _show(publication, box, day=form)


@bp.get("/preview")
@guard(may.take_draft, publication=publication_visible_to)
def preview(publication: Publication) -> Response:
    record_read("read briefing of", publication, by=me())
    return page("briefings/preview.html", **screen(publication, shows=request.args.get("show", "")))


@bp.get("/drafts/<product>.<suffix>")
@guard(may.take_draft, publication=publication_visible_to)
def take_draft(publication: Publication, product: str, suffix: str) -> Response:
    if suffix not in products.formats_of(product):
        abort(404)
    made = services.make(publication, product, suffix)
    record_read("took draft of", publication, by=me(), product=product, form=suffix)
    return hand_over(made.content, made.file_name)


@bp.route("/release", methods=["GET", "POST"])
@guard(may.ask_for_release, publication=publication_visible_to)
def ask_for_release(publication: Publication) -> Response:
    form = AskForReleaseForm()
    if form.validate_on_submit() and form.dated.data:
        with beside(form.dated):
            proof = services.ask_for_release(publication, dated=form.dated.data, by=me())
            flash("The files are made. They now wait for a second person, who looks at every page.")
            return go_to(url_for("publications.proof", proof_id=proof.id))
    record_read("read briefing of", publication, by=me())
    return _gaps(publication) or page("briefings/release.html", form=form, **screen(publication))


def _gaps(publication: Publication) -> Response | None:
    """What the record still lacks, if it is not whole: nothing can be chosen from it yet."""
    gaps = [(place_in_words(where), sentence) for where, sentence in gaps_of(publication)]
    return page("briefings/gaps.html", publication=publication, gaps=gaps) if gaps else None


def _tried(publication: Publication, box: str, form: BoxForm) -> dict[str, Any] | None:
    """What would be seen; None, and the reason beside the form, where a line rests on nothing any more."""
    tried = None
    with beside(form.version):
        heading = form.heading.data or ""
        tried = queries.desk_as_if(publication, BoxKind(box), form.wanted(), heading=heading)
    shows = request.args.get("show", "")
    return screen(publication, box=box, shows=shows, tried=tried) if tried else None


def _choose(publication: Publication, box: str, form: BoxForm, *, quietly: bool = False) -> BoxChoice:
    """What the page says is chosen; then what it says of a line whose source has changed."""
    kind, version = BoxKind(box), form.version.data or 0
    heading = form.heading.data or ""
    row = services.choose(
        publication, kind, form.wanted(), version=version, by=me(), heading=heading, quietly=quietly
    )
    if settled := form.settled():
        row = services.settle(publication, kind, *settled, version=row.version, by=me())
    return row


def _saved(publication: Publication, box: str) -> Response:
    """The editor anew. A browser with htmx follows by itself and swaps only what changed."""
    url = url_for(".editor", publication_id=publication.id, box=box, show=request.args.get("show"), saved=1)
    return make_response(redirect(url, code=303))


def _show(
    publication: Publication,
    box: str,
    *,
    form: BoxForm | None = None,
    said: CommentForm | None = None,
    day: FamilyForm | None = None,
) -> Response:
    """The editor, with whichever form came back with mistakes."""
    shows = request.args.get("show", "")
    seen = screen(publication, box=box, shows=shows, typed=form.as_typed() if form else None)
    seen |= {
        "comment_form": (said or CommentForm(formdata=None))
        if may.comment_on_box(me(), publication)
        else None,
        "family_form": day or FamilyForm(formdata=None),
    }
    wrong = form or said or day
    return page("briefings/editor.html", fragment="desk", form=wrong, piece=wants_a_piece(), **seen)
