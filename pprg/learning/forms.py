import re
from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    Form,
    IntegerField,
    RadioField,
    SearchField,
    SelectField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import (
    AnyOf,
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    StopValidation,
    ValidationError,
)
from wtforms.widgets import TextInput

from pprg.learning.states import Occasion
from pprg.web.fields import DayField, day_not_in_future, trimmed

AS_A_NUMBER = "Enter how many people took part, as a number."


class FindForm(Form):
    """Finding a review: a plain GET form, so that what was looked for can be sent on."""

    words = SearchField("Words to look for", filters=[trimmed])
    theme = SelectField("Theme", validate_choice=False)
    audience = SelectField("If you work in", validate_choice=False)
    review_type = SelectField("Kind of review", validate_choice=False)

    def offer(
        self, *, theme: Mapping[str, str], audience: Mapping[str, str], review_type: Mapping[str, str]
    ) -> None:
        """Offer only what there is to be found, by code and label."""
        self._offer("theme", "All themes", theme)
        self._offer("audience", "Anywhere", audience)
        self._offer("review_type", "All kinds", review_type)

    @property
    def looked_for(self) -> dict[str, str]:
        return {name: value or "" for name, value in self.data.items()}

    @property
    def narrowed(self) -> bool:
        """Whether more than words was looked for."""
        return any(value for name, value in self.data.items() if name != "words")

    def _offer(self, name: str, everything: str, found: Mapping[str, str]) -> None:
        """A code that is not offered (an old link) is as good as none."""
        field = self._fields[name]
        labels = sorted(found.items(), key=lambda pair: pair[1])
        field.choices = [
            SelectChoice("", everything),
            *(SelectChoice(code, label) for code, label in labels),
        ]
        field.data = field.data if field.data in found else ""


class PeopleField(IntegerField):
    """How many: typed as text, so that a slip comes back as it was typed."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        if not re.fullmatch(r"-?[0-9]*", typed):
            raise ValidationError(AS_A_NUMBER)
        # No meeting has a number of many digits, and not every number of many digits can be weighed.
        super().process_formdata([typed[:6]] if typed else [])

    def pre_validate(self, form: Any) -> None:
        """What is no number is said to be none, and not to be out of range as well."""
        if self.process_errors:
            raise StopValidation


class UseForm(FlaskForm):
    used_on = DayField(
        "When did you use it?",
        called="The day",
        validators=[InputRequired("Enter the day you used it."), day_not_in_future],
    )
    team = StringField(
        "Which team?",
        description="The kind of team and where, such as “Community nursing, north”. No names of people.",
        filters=[trimmed],
        validators=[DataRequired("Say which team."), Length(max=120, message="Use at most 120 characters.")],
    )
    occasion = RadioField(
        "What was the occasion?",
        choices=[SelectChoice(value=kind.value, label=kind.value.capitalize()) for kind in Occasion],
        validate_choice=False,
        validators=[InputRequired("Choose the occasion."), AnyOf(list(Occasion), "Choose the occasion.")],
    )
    people = PeopleField(
        "How many people took part?",
        validators=[
            InputRequired(AS_A_NUMBER),
            NumberRange(min=1, max=2000, message="Enter a number from 1 to 2,000."),
        ],
        render_kw={"inputmode": "numeric"},
    )
    change = TextAreaField(
        "What one thing will you do differently?",
        description="And by when. No names of people, and nothing about a family you work with.",
        filters=[trimmed],
        validators=[
            DataRequired("Say what you will do differently, or that nothing changes and why."),
            Length(max=1000, message="Use at most 1,000 characters."),
        ],
    )
    record = SubmitField("Record our use")
