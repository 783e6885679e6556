"""Publications to make briefings from, through the services that people use."""

from __future__ import annotations

from typing import Any

from pprg.accounts.models import Account
from pprg.briefings import services
from pprg.briefings.choosing.rows import Wanted
from pprg.publications import services as publishing
from pprg.publications.models import Publication
from pprg.publications.record import LearningRecord
from tests.briefings.records import RECORDS, record


def a_publication(name: str = "sar-marian", *, by: Account) -> Publication:
    """One of the three records, taken in by its author, of a concluded review."""
    return publishing.import_record((RECORDS / f"{name}.json").read_bytes(), by=by)


def a_chosen_publication(name: str = "sar-marian", *, by: Account) -> Publication:
    """The same, with every box chosen by a person."""
    publication = a_publication(name, by=by)
    services.take_first_choices(publication, by=by)
    return publication


def rewritten(publication: Publication, section: str, *, by: Account, **words: Any) -> None:
    """One section of the record says something else from now on."""
    stamp = publishing.stamp_of(publication, section)
    publishing.change_section(publication, section, words, version=stamp, by=by)


def wanted(*addresses: str | tuple[str, str]) -> list[Wanted]:
    pairs = [(one, "") if isinstance(one, str) else one for one in addresses]
    return [Wanted(address=address, shorter=shorter) for address, shorter in pairs]


def facts(name: str = "sar-marian") -> list[str]:
    read: LearningRecord = record(name)
    return list(read.pen_picture)
