"""The shape of what is typed."""

from pprg.meetings.forms.deciding import (
    CRITERION,
    TOO_LONG,
    Box,
    DecisionForm,
    HandBackForm,
    RouteForm,
    SeenForm,
    WeighingForm,
    decision_form,
)
from pprg.meetings.forms.sitting import InviteForm, MeetingForm, Named

__all__ = [
    "CRITERION",
    "TOO_LONG",
    "Box",
    "DecisionForm",
    "HandBackForm",
    "InviteForm",
    "MeetingForm",
    "Named",
    "RouteForm",
    "SeenForm",
    "WeighingForm",
    "decision_form",
]
