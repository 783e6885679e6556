from __future__ import annotations

from typing import Any

from flask import Response, abort, flash, make_response, request, url_for

from pprg import clock
from pprg.publications import queries, services
from pprg.publications import rules as may
from pprg.publications.forms import reading
from pprg.publications.forms.sections import FindingForm
from pprg.publications.models import Publication
from pprg.publications.record import Mistake
from pprg.publications.sections import in_their_order
from pprg.publications.views.door import bp
from pprg.reviews.services import FindingWords
from pprg.web.filters import at
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

AT = "/<uuid:publication_id>/sections/findings"
A_FINDING = f"{AT}/<finding>"


@bp.get(AT)
@guard(may.write_publication, publication=queries.publication_visible_to)
def findings(publication: Publication) -> Response:
    wanting = {
        m.where.split(".")[0] for m in queries.mistakes_of(publication) if m.where.startswith("findings[")
    }
    return page("publications/findings.html", publication=publication, wanting=wanting)


@bp.post(AT)
@guard(may.write_publication, publication=queries.publication_visible_to)
def add_finding(publication: Publication) -> Response:
    ref = services.add_finding(publication, by=me())
    return go_to(url_for(".finding", publication_id=publication.id, finding=ref))


@bp.route(A_FINDING, methods=["GET", "POST"])
@guard(may.write_publication, publication=queries.publication_visible_to)
def finding(publication: Publication, finding: str) -> Response:
    words = _words_of(publication, finding)
    if request.method == "POST":
        return _save(publication, finding)
    return _page(publication, finding, vars(words))


@bp.post(f"{A_FINDING}/keep")
@guard(may.write_publication, publication=queries.publication_visible_to)
def keep_finding(publication: Publication, finding: str) -> Response:
    """Saves while somebody types; says when, and which words those were."""
    posted = FindingForm()
    _keep(publication, finding, posted, quietly=True)
    stamp = services.stamp_of_finding(_words_of(publication, finding))
    return make_response("", 204, {"X-Saved-At": at(clock.now()), "X-Version": stamp})


@bp.post(f"{A_FINDING}/up")
@guard(may.write_publication, publication=queries.publication_visible_to)
def move_finding_up(publication: Publication, finding: str) -> Response:
    services.move_finding_up(publication, finding, by=me())
    return go_to(url_for(".findings", publication_id=publication.id))


@bp.post(f"{A_FINDING}/remove")
@guard(may.write_publication, publication=queries.publication_visible_to)
def remove_finding(publication: Publication, finding: str) -> Response:
    services.remove_finding(publication, finding, by=me())
    flash("The finding is taken out. Those after it moved up.")
    return go_to(url_for(".findings", publication_id=publication.id))


def _save(publication: Publication, ref: str) -> Response:
    posted = FindingForm()
    posted.validate()
    words = reading.said_in(posted)
    try:
        _keep(publication, ref, posted)
    except services.Overtaken as overtaken:
        answer = _page(publication, ref, words, theirs=_words_of(publication, ref), said=str(overtaken))
        answer.status_code = 409
        return answer
    here = f"findings[{int(ref[1:]) - 1}]."
    wrong = [m for m in queries.mistakes_of(publication) if m.where.startswith(here) and not m.absent]
    if wrong:
        mistakes = [Mistake(m.where.removeprefix(here), m.sentence) for m in wrong]
        return _page(publication, ref, words, mistakes=mistakes)
    flash("Saved.")
    return go_to(url_for(".findings", publication_id=publication.id))


def _keep(publication: Publication, ref: str, posted: FindingForm, *, quietly: bool = False) -> None:
    said = reading.said_in(posted)
    said["themes"] = in_their_order(_words_of(publication, ref).themes, said["themes"])
    words = FindingWords(ref=ref, **said)
    services.change_finding(publication, words, version=posted.version.data, by=me(), quietly=quietly)


def _words_of(publication: Publication, ref: str) -> FindingWords:
    found = next((one for one in services.findings_of(publication) if one.ref == ref), None)
    return found or abort(404)


def _page(
    publication: Publication,
    ref: str,
    words: dict[str, Any],
    *,
    mistakes: list[Mistake] | None = None,
    theirs: FindingWords | None = None,
    said: str = "",
) -> Response:
    stamp = services.stamp_of_finding(_words_of(publication, ref))
    form = reading.filled(FindingForm, words, version=stamp)
    reading.put_beside(form, mistakes or [])
    return page(
        "publications/finding.html", publication=publication, ref=ref, form=form, theirs=theirs, said=said
    )
