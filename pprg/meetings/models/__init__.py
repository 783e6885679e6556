"""The tables of the room, by what they are about."""

from pprg.meetings.models.deciding import Decision
from pprg.meetings.models.interests import Interest
from pprg.meetings.models.membership import CoreMember, QuorumSetting
from pprg.meetings.models.minuting import Minute, Reopening
from pprg.meetings.models.parts import Dissent, Saving, UrgentAction, Weighing
from pprg.meetings.models.ratifying import Challenge, Confirmation, Letter, Ratification
from pprg.meetings.models.sitting import (
    AgendaItem,
    Attendance,
    Meeting,
    Presenter,
    Seat,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "Challenge",
    "Confirmation",
    "CoreMember",
    "Decision",
    "Dissent",
    "Interest",
    "Letter",
    "Meeting",
    "Minute",
    "Presenter",
    "QuorumSetting",
    "Ratification",
    "Reopening",
    "Saving",
    "Seat",
    "UrgentAction",
    "Weighing",
]
