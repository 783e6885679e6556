"""The roles, in the words people use for them."""

from enum import StrEnum


class Role(StrEnum):
    REFERRER = "agency referrer"
    SAFEGUARDING_LEAD = "agency safeguarding lead"
    REPRESENTATIVE = "agency representative"
    COORDINATOR = "coordinator"
    CHAIR = "chair"
    DECISION_MAKER = "decision-maker"
    AUTHOR = "review author"
    TEAM_LEADER = "team leader"
    AGENCY_ADMINISTRATOR = "agency administrator"
    SYSTEM_ADMINISTRATOR = "system administrator"
    AUDITOR = "auditor"


DEMO_PASSWORD = "marlshire on a thursday"  # noqa: S105 - made-up people, printed at every start
"""Everybody's password in the demo. Production refuses to start while a demo account is there."""
