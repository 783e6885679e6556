"""Reads of the room; the first argument is the reader, who gets what they may see."""

from pprg.meetings.queries.deciding import (
    decision_visible_to,
    decisions_of_case,
    decisions_that_are,
    routes_asked_for,
    signed_decisions,
    what_the_referral_says,
)
from pprg.meetings.queries.quorate import quorum_of
from pprg.meetings.queries.sitting import (
    Line,
    agenda_of,
    item_visible_to,
    items_of_case,
    items_to_decide,
    items_to_declare,
    last_day_of_knowing,
    meeting_visible_to,
    meetings_visible_to,
    seat_visible_to,
)

__all__ = [
    "Line",
    "agenda_of",
    "decision_visible_to",
    "decisions_of_case",
    "decisions_that_are",
    "item_visible_to",
    "items_of_case",
    "items_to_decide",
    "items_to_declare",
    "last_day_of_knowing",
    "meeting_visible_to",
    "meetings_visible_to",
    "quorum_of",
    "routes_asked_for",
    "seat_visible_to",
    "signed_decisions",
    "what_the_referral_says",
]
