"""Who makes the learning products of a review. Whoever writes its public words does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.publications import rules as publications

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.publications.models import Publication


def choose_lines(reader: Account | None, publication: Publication) -> bool:
    """The review's author and coordinators of the case choose what its briefing says."""
    return publications.write_publication(reader, publication)


def take_draft(reader: Account | None, publication: Publication) -> bool:
    """Drafts go to those who read the publication while it is being written, and to nobody else."""
    return publications.read_publication(reader, publication)


def ask_for_release(reader: Account | None, publication: Publication) -> bool:
    """Whoever may choose what a briefing says may put it before a second person."""
    return publications.ask_for_release(reader, publication)
