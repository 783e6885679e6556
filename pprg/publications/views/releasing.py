from __future__ import annotations

from flask import Response, flash, request, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.errors import Refused
from pprg.publications import checks, queries, services
from pprg.publications import rules as may
from pprg.publications.disclosure import capitals_in
from pprg.publications.family import agreed_with_family
from pprg.publications.forms.checking import SendBackForm, TickForm, WithdrawForm, answers
from pprg.publications.models import Proof, Release
from pprg.publications.release_list import items_for
from pprg.publications.views.door import bp
from pprg.publications.views.renewing import show_renewal
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

NOT_YET = "It cannot be released yet. What is still open is listed below."


@bp.get("/proofs/<uuid:proof_id>")
@guard(may.read_proof, proof=queries.proof_visible_to)
def proof(proof: Proof) -> Response:
    record_read("read", proof, by=me())
    if proof.renews_number is not None:
        return show_renewal(proof)
    return _show(proof, _list_of(proof)(formdata=None, data=answers(proof.ticks)))


@bp.post("/proofs/<uuid:proof_id>/list")
@guard(may.check_proof, proof=queries.proof_visible_to)
def tick(proof: Proof) -> Response:
    """Keeps the release list as far as it is ticked; with the other button it also releases."""
    form = _list_of(proof)()
    if not form.validate_on_submit() or form.reasons_missing():
        return _show(proof, form)
    if request.form.get("do") == "release":
        return _release(proof, form)
    services.tick(proof, form.ticks(), by=me())
    flash("The list is kept as far as it is ticked.")
    return go_to(url_for(".proof", proof_id=proof.id))


@bp.route("/proofs/<uuid:proof_id>/send-back", methods=["GET", "POST"])
@guard(may.check_proof, proof=queries.proof_visible_to)
def send_back(proof: Proof) -> Response:
    form = SendBackForm()
    if form.validate_on_submit():
        with beside(form.comment):
            services.send_back(proof, form.comment.data, by=me())
            flash("It is sent back with your comment.")
            return go_to(url_for(".show", publication_id=proof.publication_id))
    return page("publications/send-back.html", proof=proof, form=form)


@bp.route("/releases/<uuid:release_id>/withdrawal", methods=["GET", "POST"])
@guard(may.withdraw_release, release=queries.release_visible_to)
def withdraw(release: Release) -> Response:
    form = WithdrawForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.withdraw(release, form.reason.data, by=me())
            flash("It is withdrawn. Nobody can open it any more.")
            return go_to(url_for(".show", publication_id=release.publication_id))
    return page("publications/withdraw.html", release=release, form=form)


def _release(proof: Proof, form: TickForm) -> Response:
    try:
        released = services.release(proof, form.ticks(), by=me())
    except Refused:
        form.form_errors = [NOT_YET]
        return _show(proof, form)
    flash(f"Version {released.version} is released.")
    return go_to(url_for(".show", publication_id=proof.publication_id))


def _list_of(proof: Proof) -> type[TickForm]:
    return TickForm.for_items(items_for(queries.record_of(proof).review_type))


def _show(proof: Proof, form: TickForm) -> Response:
    record = queries.record_of(proof)
    found = checks.checks_of(proof)
    texts = [text for check in found for text in checks.on_pages(check)]
    return page(
        "publications/proof.html",
        proof=proof,
        record=record,
        form=form,
        checks=found,
        capitals=capitals_in(record, texts),
        obstacles=checks.obstacles(proof, found, by=me()),
        overtaken=checks.overtaken(proof),
        today=clock.today(),
        agreed=agreed_with_family(proof.publication),
        checks_it=may.check_proof(me(), proof),
    )
