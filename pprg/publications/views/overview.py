from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Response

from pprg.audit.services import record_read
from pprg.publications import checks, queries
from pprg.publications import rules as may
from pprg.publications.currency import Currency, currency_of
from pprg.publications.models import Publication
from pprg.publications.sections import SECTIONS, how_much, section_of
from pprg.publications.states import State
from pprg.publications.views.door import bp
from pprg.web.fragments import page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/")
@guard(may.list_publications)
def index() -> Response:
    found = queries.publications_visible_to(me())
    before = [proof for one in found for proof in (one.open_proof, one.open_renewal) if proof]
    return page(
        "publications/index.html",
        publications=found,
        waiting=[proof for proof in before if may.check_proof(me(), proof)],
        stale=_stale(found),
        looks_up=may.find_released_bytes(me()),
    )


@bp.get("/<uuid:publication_id>")
@guard(may.read_publication, publication=queries.publication_visible_to)
def show(publication: Publication) -> Response:
    record_read("read", publication, by=me())
    return page(
        "publications/show.html",
        publication=publication,
        State=State,
        tasks_of=_tasks(publication),
        gaps=len(queries.mistakes_of(publication)),
        hits=checks.found_in_words(publication),
        currency=_stale([publication]).get(publication.id),
        renews=may.renew_look(me(), publication),
        **_may(publication),
    )


@bp.get("/<uuid:publication_id>/words")
@guard(may.read_publication, publication=queries.publication_visible_to)
def words(publication: Publication) -> Response:
    record_read("read", publication, by=me())
    said = queries.words_of(publication)
    return page("publications/words.html", publication=publication, sections=SECTIONS, words=said)


def _stale(found: Iterable[Publication]) -> dict[UUID, Currency]:
    """What readers have and is out of date, by publication, as far as this reader hears of it."""
    heard = (one for one in found if may.hear_what_is_out_of_date(me(), one))
    known = {one.id: currency_of(one) for one in heard}
    return {which: one for which, one in known.items() if one and (one.stale or one.unknown)}


def _may(publication: Publication) -> dict[str, Any]:
    """What this reader may do next."""
    proof = publication.open_proof
    return {
        "writes": may.write_publication(me(), publication),
        "checks_it": proof is not None and may.check_proof(me(), proof),
        "may_withdraw": [one for one in publication.releases if may.withdraw_release(me(), one)],
    }


def _tasks(publication: Publication) -> list[dict[str, str]]:
    """Each section, what there is of it, and whether it needs more."""
    words = queries.words_of(publication)
    wanting = {section_of(mistake.where) for mistake in queries.mistakes_of(publication)}
    tasks = []
    for section in SECTIONS:
        there = how_much(section, words)
        state = "Needs more" if section in wanting and there else "Done" if there else "Optional"
        tone = "soon" if section in wanting else ""
        if section in wanting and not there:
            state = "Not started"
        tasks.append(
            {"key": section.key, "label": section.title, "state": state, "tone": tone, "hint": there}
        )
    return tasks
