"""Released learning as people make it: a record comes in, files are made, a second person lets them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.briefings import imprints, products
from pprg.briefings import services as briefings
from pprg.briefings.queries import choices_of
from pprg.database import commit
from pprg.publications import checks, queries
from pprg.publications import services as publishing
from pprg.publications.models import Publication, Release
from pprg.publications.release_list import all_done
from tests.people import an_account

RECORDS = Path(__file__).parent.parent / "records"
EVERYTHING = [(product.name, suffix) for product in products.PRODUCTS for suffix in product.formats]
QUICK = (("seven-minute-briefing", "html"), ("short-slides", "pptx"))
"""Enough to take, without waiting for all of them to be made."""


def an_author() -> Account:
    return an_account("Ari Author", Role.AUTHOR)


def a_checker() -> Account:
    return an_account("Cora Coordinator", Role.COORDINATOR, "Marlshire Safeguarding Partnership")


def a_publication(record: str = "sar-marian", *, by: Account | None = None) -> Publication:
    """A learning record as its author hands it in."""
    data = (RECORDS / f"{record}.json").read_bytes()
    return publishing.import_record(data, by=by or an_author())


def a_release(
    record: str = "sar-marian",
    *,
    dated: date | None = None,
    files: Sequence[tuple[str, str]] = QUICK,
    of: Publication | None = None,
) -> Release:
    """What readers have from `dated` on: the record's first version, or the next one of a publication."""
    author, checker = an_author(), a_checker()
    publication = of or a_publication(record, by=author)
    if publication.releases:
        publishing.words_changed(publication, by=author)
    briefings.take_first_choices(publication, by=author)
    made = [_finished(publication, product, suffix, dated or clock.today()) for product, suffix in files]
    proof = publishing.ask_for_release(publication, made, dated=dated or clock.today(), by=author)
    for check in checks.checks_of(proof):
        publishing.look_at(check.file, by=checker)
        for found in check.found:
            publishing.judge(proof, found.key, "A word of everyday speech.", by=checker)
    review_type = publication.review.review_type
    released = publishing.release(proof, all_done(review_type), by=checker)
    commit()
    return released


def _finished(publication: Publication, product: str, suffix: str, dated: date) -> publishing.Made:
    """One file as readers will get it."""
    record, wanted = queries.record_of(publication), products.product_called(product)
    imprint = imprints.of_release(record, number=queries.next_number(publication), dated=dated)
    content = products.drawn(wanted, suffix, record, choices_of(publication), imprint)
    name = products.file_name(wanted, suffix, imprint)
    return publishing.Made(product=product, suffix=suffix, file_name=name, content=content)


def withdrawn(release: Release) -> Release:
    publishing.withdraw(release, "The family asked for it.", by=a_checker())
    commit()
    return release
