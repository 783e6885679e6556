from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from pprg.people.states import MatchEvent, Purpose
from pprg.web.fields import trimmed


class PurposeForm(FlaskForm):
    """Why somebody needs to know. Made with the person's id as `prefix`: a page may hold several."""

    purpose = RadioField(
        "Why do you need to know?",
        choices=[SelectChoice(value=purpose) for purpose in Purpose],
        coerce=Purpose,
        validators=[InputRequired("Choose why you need to know.")],
    )
    back = HiddenField()


class ReasonForm(FlaskForm):
    reason = TextAreaField(
        "Why",
        description="For whoever looks at this later. Only those who see this page read it.",
        filters=[trimmed],
        validators=[InputRequired("Say why.")],
    )


class DecideForm(ReasonForm):
    what = RadioField(
        "Are they one person?",
        choices=[
            SelectChoice(
                MatchEvent.LINK,
                "The same person, in another matter",
                render_kw={"hint": "Both cases go on by themselves."},
            ),
            SelectChoice(
                MatchEvent.JOIN,
                "The same person, in the same matter",
                render_kw={"hint": "The later case goes on in the earlier one. Nothing is deleted."},
            ),
            SelectChoice(
                MatchEvent.DISMISS,
                "Not the same person",
                render_kw={"hint": "The pair is not proposed again."},
            ),
        ],
        coerce=MatchEvent,
        validators=[InputRequired("Choose what they are.")],
    )
