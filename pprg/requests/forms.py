"""The forms of asking and answering. What is wrong is said; what was typed is kept either way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput

from pprg.requests.questions import LONGEST, LONGEST_LINE, NO, QUESTIONS, YES, Kind, Question
from pprg.requests.states import LegalBasis, Part
from pprg.web.fields import DayField, as_typed, trimmed


def _length(most: int) -> Length:
    return Length(max=most, message=f"Shorten this to {most:,} characters or fewer.")


class SeveralField(SelectMultipleField):
    """Ticks, of which any number may be chosen."""

    option_widget = CheckboxInput()


class AskForm(FlaskForm):
    """What several agencies are asked about one case. Choices of `agencies` and hints come from the view.

    That agencies and a person are named is asked by the service, so that all that lacks is said at once.
    """

    agencies = SeveralField("Which agencies do you ask?")
    rapid = BooleanField("It is for a rapid review")
    due_on = DayField(
        "Answer by",
        called="The day to answer by",
        validators=[InputRequired("Enter the day to answer by.")],
    )
    identifiers = TextAreaField(
        "How can the agency find the person?",
        description="The least that is enough: name, date of birth, address, a number the agency knows. "
        "Only the people of the agencies you ask read this, after they open the request.",
        filters=[as_typed],
        validators=[_length(2_000)],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    period_from = DayField("From", called="The first day", validators=[Optional()])
    period_to = DayField(
        "Until",
        called="The last day",
        description="Leave it blank for until today.",
        validators=[Optional()],
    )
    questions = TextAreaField(
        "What else do you ask?",
        description="The usual questions are asked anyway. Write here what only this case asks.",
        filters=[as_typed],
        validators=[_length(LONGEST)],
    )
    basis = RadioField(
        "On what legal basis do you ask?",
        choices=[SelectChoice(basis) for basis in LegalBasis],
        coerce=LegalBasis,
        validators=[InputRequired("Choose the legal basis.")],
    )

    def explain(self, hints: Mapping[LegalBasis, str]) -> None:
        self.basis.choices = [SelectChoice(one, render_kw={"hint": hints[one]}) for one in LegalBasis]


class DateForm(FlaskForm):
    day = DayField(
        "Answer by", called="The day to answer by", validators=[InputRequired("Enter the day to answer by.")]
    )


class AgainForm(FlaskForm):
    question = TextAreaField(
        "What else do you want to know?",
        description="The agency reads your words as they stand.",
        filters=[as_typed],
        validators=[DataRequired("Say what else you want to know."), _length(5_000)],
    )
    due_on = DayField(
        "Answer by", called="The day to answer by", validators=[InputRequired("Enter the day to answer by.")]
    )


class NothingForm(FlaskForm):
    """One button: the period is filled in."""

    searched = StringField(
        "Period searched",
        filters=[trimmed],
        validators=[DataRequired("Say which period you searched."), _length(LONGEST_LINE)],
    )


class ReturnForm(FlaskForm):
    authorised_by = StringField(
        "Who at your agency stands behind this answer?",
        description="Name and role, for example the designated lead or a director.",
        filters=[trimmed],
        validators=[
            DataRequired("Say who at your agency stands behind it: name and role."),
            _length(LONGEST_LINE),
        ],
    )


class WriterForm(FlaskForm):
    colleague = RadioField("Who writes with you?", validators=[InputRequired("Choose a colleague.")])


class FileForm(FlaskForm):
    description = StringField("What is it?", filters=[trimmed], validators=[_length(LONGEST_LINE)])


class PartForm(FlaskForm):
    """One page of the answer. Its fields are those of the page's questions; `form_of` makes it."""

    asked: Sequence[Question] = ()
    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload this page.")])

    @property
    def words(self) -> dict[str, str]:
        """What was typed, by question. A choice that was never offered is no answer."""
        return {one.key: _typed(one, self[one.key]) for one in self.asked}


def form_of(part: Part, kept: Mapping[str, Any], *, version: int, own: bool) -> PartForm:
    """The form of a page with what is kept in it, and over that what was posted.

    `own`: whether this case asks something besides, which then has a box too.
    """
    asked = [one for one in QUESTIONS[part] if own or one.key != "own"]
    fields: dict[str, Any] = {one.key: _field(one) for one in asked}
    form_class = type("FormOfPart", (PartForm,), {**fields, "asked": asked})
    form: PartForm = form_class(data={**kept, "version": version})
    return form


def _field(question: Question) -> Any:
    about = {"label": question.label, "description": question.hint}
    if question.kind == Kind.YES_NO:
        choices = [SelectChoice(YES, "Yes"), SelectChoice(NO, "No")]
        return RadioField(**about, choices=choices, validators=[Optional()])
    field = StringField if question.kind == Kind.LINE else TextAreaField
    return field(
        **about, filters=[as_typed], validators=[_short(question)], render_kw={"autocomplete": "off"}
    )


def _short(question: Question) -> Any:
    def check(_: Any, field: Field) -> None:
        if len(field.data or "") > question.longest:
            raise ValidationError(f"Shorten this to {question.longest:,} characters. It is saved as it is.")

    return check


def _typed(question: Question, field: Field) -> str:
    if question.kind == Kind.YES_NO:
        return field.data if field.data in {YES, NO} else ""
    return field.data or ""
