"""Briefings that readers have, released by a second person as people do it."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.briefings import services
from pprg.publications import checks
from pprg.publications import services as publishing
from pprg.publications.models import Publication, Release
from pprg.publications.queries import record_of
from pprg.publications.release_list import all_done
from tests.briefings.builders import a_chosen_publication


def a_released_publication(name: str = "sar-marian", *, author: Account, second: Account) -> Publication:
    publication = a_chosen_publication(name, by=author)
    released(publication, author=author, second=second)
    return publication


def released(publication: Publication, *, author: Account, second: Account) -> Release:
    """Asked for by its author; every file looked at, every find judged and the list ticked by the second."""
    proof = services.ask_for_release(publication, dated=clock.today(), by=author)
    for file in proof.files:
        publishing.look_at(file, by=second)
    found = {one.key: "It is public." for check in checks.checks_of(proof) for one in check.found if one.open}
    if found:
        publishing.judge_several(proof, found, by=second)
    return publishing.release(proof, all_done(record_of(proof).review_type), by=second)
