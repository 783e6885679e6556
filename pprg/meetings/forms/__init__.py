"""The shape of what is typed."""

from pprg.meetings.forms.deciding import CRITERION, DecisionForm, decision_form
from pprg.meetings.forms.rows import TOO_LONG, WeighingForm
from pprg.meetings.forms.signing import AmendForm, HandBackForm, RouteForm, SeenForm
from pprg.meetings.forms.sitting import MeetingForm, Named

__all__ = [
    "CRITERION",
    "TOO_LONG",
    "AmendForm",
    "DecisionForm",
    "HandBackForm",
    "MeetingForm",
    "Named",
    "RouteForm",
    "SeenForm",
    "WeighingForm",
    "decision_form",
]
