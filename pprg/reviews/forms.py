from flask_wtf import FlaskForm
from wtforms import SelectField, SubmitField
from wtforms.validators import InputRequired

from pprg.web.fields import DayField


class AppointAuthorForm(FlaskForm):
    author = SelectField(
        "Who writes the review",
        description="Review authors whose accounts are open. They know of the case until the contract ends.",
        validators=[InputRequired("Choose who writes the review.")],
    )
    until = DayField(
        "When the contract ends",
        description="For example, 30 6 2027. From the next day the author can no longer open the case.",
        called="The end of the contract",
        validators=[InputRequired("Enter the day on which the contract ends.")],
    )
    appoint = SubmitField("Appoint")
