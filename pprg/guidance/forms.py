from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from pprg.web.fields import DayField, trimmed


class ClosureForm(FlaskForm):
    """A day on which nobody works."""

    day = DayField("Which day?", called="The day", validators=[InputRequired("Say which day.")])
    why = StringField(
        "Why does nobody work that day?",
        description="For example: extra bank holiday. Everyone who sees a date may read it.",
        filters=[trimmed],
        validators=[
            InputRequired("Say why nobody works that day."),
            Length(max=80, message="Say it in 80 characters or fewer."),
        ],
    )
