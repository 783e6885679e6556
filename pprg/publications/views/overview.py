from typing import Any

from flask import Response

from pprg.audit.services import record_read
from pprg.publications import checks, queries
from pprg.publications import rules as may
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
    waiting = [one.open_proof for one in found if one.open_proof and may.check_proof(me(), one.open_proof)]
    return page("publications/index.html", publications=found, waiting=waiting)


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
        **_may(publication),
    )


@bp.get("/<uuid:publication_id>/words")
@guard(may.read_publication, publication=queries.publication_visible_to)
def words(publication: Publication) -> Response:
    record_read("read", publication, by=me())
    said = queries.words_of(publication)
    return page("publications/words.html", publication=publication, sections=SECTIONS, words=said)


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
