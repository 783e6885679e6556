from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from pprg.people.states import Purpose


class PurposeForm(FlaskForm):
    """Why somebody needs to know. Made with the person's id as `prefix`: a page may hold several."""

    purpose = RadioField(
        "Why do you need to know?",
        choices=[SelectChoice(value=purpose) for purpose in Purpose],
        coerce=Purpose,
        validators=[InputRequired("Choose why you need to know.")],
    )
    back = HiddenField()
