"""What is written when something urgent is done."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SubmitField, TextAreaField
from wtforms.validators import DataRequired, InputRequired

from pprg.clock import today
from pprg.meetings.forms.rows import TOO_LONG
from pprg.web.fields import DayField, day_not_in_future, trimmed


class DoneForm(FlaskForm):
    on = DayField(
        "When was it done?",
        called="The day on which it was done",
        default=today,
        validators=[InputRequired("Enter the day on which it was done."), day_not_in_future],
    )
    words = TextAreaField(
        "What was done?",
        description="What changed, and how you know. Write no names.",
        filters=[trimmed],
        validators=[DataRequired("Say what was done."), TOO_LONG],
    )
    send = SubmitField("It is done")

    @property
    def done(self) -> dict[str, Any]:
        return {"on": self.on.data, "words": self.words.data}
