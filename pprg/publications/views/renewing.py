from __future__ import annotations

from itertools import zip_longest

from flask import Response, flash, request, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.documents.pictures import CannotPicture
from pprg.errors import Refused
from pprg.publications import checks, queries, sameness, services
from pprg.publications import rules as may
from pprg.publications.models import MadeFile, Proof, Publication
from pprg.publications.services import pictures
from pprg.publications.views.door import bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.post("/<uuid:publication_id>/renewals", defaults={"product": ""})
@bp.post("/<uuid:publication_id>/renewals/<product>")
@guard(may.renew_look, publication=queries.publication_visible_to)
def renew(publication: Publication, product: str) -> Response:
    """Makes one product again, or all whose look has changed."""
    proof = services.renew(publication, [product] if product else [], by=me())
    flash("The files are made again. Compare each with what readers have, then release them.")
    return go_to(url_for(".proof", proof_id=proof.id))


@bp.get("/files/<uuid:file_id>/beside")
@guard(may.read_made_file, file=queries.made_file_visible_to)
def beside(file: MadeFile) -> Response:
    """Old and new side by side, page by page, and every word that only one of them has."""
    released = sameness.released_of(file)
    if released is None:
        raise Refused("There is no released file to hold it against.")
    record_read("read", file, by=me())
    return _side_by_side(released, file)


@bp.post("/files/<uuid:file_id>/compared")
@guard(may.check_made_file, file=queries.made_file_visible_to)
def compare(file: MadeFile) -> Response:
    released = sameness.released_of(file)
    if released is None or not (pictures.at_once(file) and pictures.at_once(released)):
        raise Refused("The pages have not been drawn yet: open them and compare first.")
    services.compare(file, by=me())
    flash("You have compared every page of that file.")
    return go_to(url_for(".proof", proof_id=file.proof_id))


@bp.post("/proofs/<uuid:proof_id>/renewal")
@guard(may.check_proof, proof=queries.proof_visible_to)
def release_renewal(proof: Proof) -> Response:
    released = services.release_renewal(proof, by=me())
    flash(f"Version {released.version} is released: the same words in a new look.")
    return go_to(url_for(".show", publication_id=proof.publication_id))


def show_renewal(proof: Proof) -> Response:
    found = checks.checks_of(proof)
    return page(
        "publications/renewal.html",
        proof=proof,
        checks=found,
        unlike=sameness.unlike(proof),
        obstacles=checks.obstacles(proof, found, by=me()),
        overtaken=checks.overtaken(proof),
        today=clock.today(),
        checks_it=may.check_proof(me(), proof),
    )


def _pages(released: MadeFile, file: MadeFile) -> tuple[list[tuple[int | None, int | None]], str]:
    """The numbers of the pages that stand side by side; None where one of the files has no more."""
    try:
        before, now = pictures.pages_of(released), pictures.pages_of(file)
    except CannotPicture as trouble:
        return [], str(trouble)
    return list(zip_longest([one.number for one in before], [one.number for one in now])), ""


def _side_by_side(released: MadeFile, file: MadeFile) -> Response:
    # LibreOffice takes seconds: the page comes first and asks for its pictures afterwards.
    drawn = "draw" in request.args or (pictures.at_once(file) and pictures.at_once(released))
    pages, why_no_pictures = _pages(released, file) if drawn else ([], "")
    return page(
        "publications/beside.html",
        file=file,
        released=released,
        found=sameness.difference(released, file),
        drawn=drawn,
        pages=pages,
        why_no_pictures=why_no_pictures,
        compares=may.check_made_file(me(), file) and file.proof.state == "open",
    )
