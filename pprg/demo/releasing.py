"""A learning record from file to hub, by two people, as it has to be."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.briefings import services as briefings
from pprg.database import db
from pprg.publications import checks
from pprg.publications import services as publications
from pprg.publications.models import Proof
from pprg.publications.queries import record_of
from pprg.publications.release_list import all_done

WHY = "Looked at in its place: it is not what it looks like."


def release_record(record: bytes, *, author: Account, checker: Account) -> None:
    """Import, take the first choice of lines, make the files, look at each, judge each find, release."""
    publication = publications.import_record(record, by=author)
    db.session.flush()
    briefings.take_first_choices(publication, by=author)
    proof = briefings.ask_for_release(publication, dated=clock.today(), by=author)
    db.session.flush()
    _check(proof, checker)
    publications.release(proof, all_done(record_of(proof).review_type), by=checker)
    db.session.flush()


def _check(proof: Proof, checker: Account) -> None:
    for file in proof.files:
        publications.look_at(file, by=checker)
    found = [one for check in checks.checks_of(proof) for one in check.found if one.open and not one.hit.sure]
    publications.judge_several(proof, {one.key: WHY for one in found}, by=checker)
