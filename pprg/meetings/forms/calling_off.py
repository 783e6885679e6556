"""Why a meeting does not take place."""

from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from pprg.web.fields import trimmed

MOST = 2_000


class CallOffForm(FlaskForm):
    reason = TextAreaField(
        "Why the meeting is called off",
        description="Everybody who sees the meeting can read this. Name nobody and no case.",
        filters=[trimmed],
        validators=[
            DataRequired("Say why the meeting is called off."),
            Length(max=MOST, message=f"Use at most {MOST:,} characters here."),
        ],
    )
