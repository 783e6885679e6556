"""Who makes the learning products of a review. Whoever writes its public words does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
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


def comment_on_box(reader: Account | None, publication: Publication) -> bool:
    """A coordinator of the case says to the author what they think of a box."""
    return reader is not None and reader.holds(Role.COORDINATOR) and choose_lines(reader, publication)


def settle_comment(reader: Account | None, publication: Publication) -> bool:
    """Whoever may choose what a briefing says may say that a comment is dealt with."""
    return choose_lines(reader, publication)


def agree_with_family(reader: Account | None, publication: Publication) -> bool:
    """Whoever may choose what a briefing says writes down what the person or their family agreed to."""
    return choose_lines(reader, publication)
