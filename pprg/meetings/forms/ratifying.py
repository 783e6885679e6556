"""What legal owners, members asked to confirm, and those who escalate write."""

from __future__ import annotations

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectMultipleField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from pprg.meetings.forms.rows import TOO_LONG
from pprg.meetings.states import RatifyingEvent
from pprg.web.fields import trimmed

ANSWERS = {
    RatifyingEvent.RATIFY: ("I agree", "It is ratified as it stands."),
    RatifyingEvent.CHANGE: ("I agree, with changes", "Say which. The decision stands with them."),
    RatifyingEvent.REFUSE: ("I do not agree", "It goes back to the group with your reasons."),
    RatifyingEvent.ESCALATE: ("I want to escalate it", "The executive hears of it before you answer."),
}


class RatifyForm(FlaskForm):
    answer = RadioField(
        "What is your decision?",
        coerce=RatifyingEvent,
        choices=[
            SelectChoice(event.value, label, render_kw={"hint": hint})
            for event, (label, hint) in ANSWERS.items()
        ],
        validators=[InputRequired("Choose what you decide.")],
    )
    reasons = TextAreaField(
        "Your reasons",
        description="Needed unless you agree as it stands. They are kept with your answer.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    send = SubmitField("Sign your answer")

    def without(self, event: RatifyingEvent) -> None:
        """What was escalated already is answered now."""
        self.answer.choices = [each for each in self.answer.choices or [] if each.value != event.value]

    def validate_reasons(self, field: Field) -> None:
        """Every answer but plain agreement says why."""
        if self.answer.data not in {None, RatifyingEvent.RATIFY} and not field.data:
            raise ValidationError("Give your reasons.")


class EscalateForm(FlaskForm):
    reasons = TextAreaField(
        "Why should the executive look at it?",
        filters=[trimmed],
        validators=[DataRequired("Say why the executive should look at it."), TOO_LONG],
    )
    send = SubmitField("Escalate")


class AskForm(FlaskForm):
    members = SelectMultipleField(
        "Who is asked to confirm it?",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validators=[InputRequired("Choose who is asked.")],
    )
    send = SubmitField("Ask them")

    def offer(self, members: Iterable[tuple[str, str, str]]) -> None:
        """Id, name and a hint of each."""
        self.members.choices = [
            SelectChoice(key, label, render_kw={"hint": hint} if hint else {}) for key, label, hint in members
        ]


class ConfirmForm(FlaskForm):
    agrees = RadioField(
        "Do you confirm it?",
        choices=[SelectChoice("yes", "Yes, I agree"), SelectChoice("no", "No, I do not agree")],
        validators=[InputRequired("Say whether you agree.")],
    )
    words = TextAreaField(
        "What do you want to add?",
        description="Needed if you do not agree.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    send = SubmitField("Send your answer")

    def validate_words(self, field: Field) -> None:
        """Who does not agree says why."""
        if self.agrees.data == "no" and not field.data:
            raise ValidationError("Say why you do not agree.")
