"""The verbs of the room: keeping who people are, matching them, keeping colleagues out of their own case."""

from pprg.people.services.keeping import (
    add_person,
    change_person,
    index_people,
    keep_secrets,
    reveal,
)
from pprg.people.services.keeping_out import keep_out, let_in
from pprg.people.services.matching import dismiss, join, link, look_for_matches, note_comparing, undo

__all__ = [
    "add_person",
    "change_person",
    "dismiss",
    "index_people",
    "join",
    "keep_out",
    "keep_secrets",
    "let_in",
    "link",
    "look_for_matches",
    "note_comparing",
    "reveal",
    "undo",
]
