"""Who must be there for a decision on one route, from a day on."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from pprg.meetings.states import Voice
from pprg.web.fields import DayField

SHARE = "Enter a number from 0 to 100."
COUNCIL = frozenset({Voice.ADULT_SOCIAL_CARE, Voice.CHILDRENS_SERVICES})
ASKED = {
    "COUNCIL": ("The council’s adult social care or its children’s services: one is enough", COUNCIL),
    **{voice.name: (f"{voice.value[:1].upper()}{voice.value[1:]}", frozenset({voice})) for voice in Voice},
}
"""What can be asked for: what it is called, and of whom one is heard."""


class QuorumForm(FlaskForm):
    needs = SelectMultipleField(
        "Who must be there, besides the chair or a deputy chair?",
        choices=[SelectChoice(key, label) for key, (label, _) in ASKED.items()],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    core_share = IntegerField(
        "What share of the core members must be there, in per cent?",
        validators=[InputRequired(SHARE), NumberRange(0, 100, message=SHARE)],
    )
    valid_from = DayField(
        "From which day?",
        description="Today or later. For meetings before that day nothing changes.",
        called="The day",
        validators=[InputRequired("Enter the day from which it holds.")],
    )

    @property
    def asked_for(self) -> list[list[Voice]]:
        return [sorted(ASKED[key][1]) for key in ASKED if key in (self.needs.data or [])]


def ticked(needs: tuple[frozenset[Voice], ...]) -> list[str]:
    """Which boxes say what a rule asks for."""
    return [key for key, (_, voices) in ASKED.items() if voices in needs]
