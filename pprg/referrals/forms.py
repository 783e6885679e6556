"""The form's pages, made from its questions. What is wrong is said; what was typed is kept either way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import (
    BooleanField,
    Field,
    Form,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput

from pprg.referrals.completeness import fault
from pprg.referrals.questions import Kind, Question
from pprg.referrals.states import DocumentKind, LeadsView
from pprg.web.fields import DayField, as_typed, day_not_in_future

LONGEST_NOTE = 5_000


class SeveralField(SelectMultipleField):
    """Ticks, of which any number may be chosen."""

    option_widget = CheckboxInput()


class VersionForm(FlaskForm):
    """Which version of the referral the person was looking at."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload this page.")])


class StepForm(VersionForm):
    """One step. Its fields are those of the step's questions; `form_of` makes it."""

    questions: Sequence[Question] = ()
    against: Callable[[Mapping[str, Any]], Mapping[str, str]] = staticmethod(lambda _: {})
    """What of the answers cannot be so, by question."""

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Each answer, and then the answers with each other."""
        good: bool = super().validate(extra_validators)
        wrong = self.against(self.answers)
        for question in self.questions:
            if question.key in wrong and not self[question.key].errors:
                self[question.key].errors = [wrong[question.key]]
                good = False
        return good

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed, raw, by question."""
        return {question.key: _typed(self[question.key]) for question in self.questions}


class PasteForm(VersionForm):
    pasted = TextAreaField(
        "Rows from your spreadsheet",
        description="Mark the rows there, copy them and paste them here.",
        filters=[as_typed],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )


class ReturnForm(FlaskForm):
    question = TextAreaField(
        "What do you need to know?",
        description="The referrer reads your words as they stand. Do not name anybody.",
        filters=[as_typed],
        validators=[
            InputRequired("Say what you need to know."),
            Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer."),
        ],
    )


class AuthoriseForm(FlaskForm):
    """What a safeguarding lead says. `receipt` is of the words that were looked at."""

    receipt = HiddenField()
    view = RadioField(
        "Should this referral go to the group?",
        choices=[
            SelectChoice(LeadsView.AGREE, "Yes, I authorise it"),
            SelectChoice(LeadsView.LEARNING_ONLY, "Yes, for learning only"),
            SelectChoice(LeadsView.SENT_BACK, "Not as it stands. I send it back to its writer."),
        ],
        coerce=LeadsView,
        validators=[InputRequired("Say whether the referral should go to the group.")],
    )
    comments = TextAreaField(
        "Comments",
        description="Needed if you send it back: say what has to change. Otherwise what you would add.",
        filters=[as_typed],
        validators=[
            Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer.")
        ],
    )
    checked = BooleanField(
        "I have read this referral. As far as I know it is right, nothing that matters is left out, and our "
        "records about it are identified and kept safe."
    )
    alone_because = TextAreaField(
        "Why no other safeguarding lead can authorise it",
        filters=[as_typed],
        validators=[
            Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer.")
        ],
    )

    def validate_comments(self, field: Field) -> None:
        if self.view.data == LeadsView.SENT_BACK and not (field.data or "").strip():
            raise ValidationError("Say what has to change before it can go to the group.")

    def validate_checked(self, field: Field) -> None:
        if not field.data and self.view.data != LeadsView.SENT_BACK:
            raise ValidationError("Tick that you have read it, or send it back.")

    @property
    def words(self) -> dict[str, str]:
        return {
            "comments": self.comments.data or "",
            "alone_because": self.alone_because.data or "",
            "receipt": self.receipt.data or "",
        }


class DocumentForm(FlaskForm):
    """What a document is."""

    kind = RadioField(
        "What is it?",
        choices=[SelectChoice(kind, kind[0].upper() + kind[1:]) for kind in DocumentKind],
        coerce=DocumentKind,
        validators=[InputRequired("Say what it is.")],
    )
    description = TextAreaField(
        "What does it show?",
        description="In a sentence or two. Who wrote it, and when?",
        filters=[as_typed],
        validators=[
            Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer.")
        ],
    )
    third_party = BooleanField("It also tells of people whom this referral is not about")

    @property
    def said(self) -> dict[str, Any]:
        return {
            "kind": self.kind.data or DocumentKind.OTHER,
            "description": self.description.data or "",
            "third_party": bool(self.third_party.data),
        }


class WithdrawForm(FlaskForm):
    reason = TextAreaField(
        "Why do you withdraw it?",
        description="The coordinators read this.",
        filters=[as_typed],
        validators=[
            Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer.")
        ],
    )


def form_of(
    questions: Sequence[Question],
    kept: Mapping[str, Any],
    *,
    version: int,
    today: date,
    posted: bool = True,
    against: Callable[[Mapping[str, Any]], Mapping[str, str]] = lambda _: {},
) -> StepForm:
    """The form of a step with what is kept in it, and over that what was posted, if it is to count."""
    questions = [question for question in questions if question.kind not in {Kind.ROWS, Kind.NOTE}]
    fields: dict[str, Any] = {question.key: _field(question, today) for question in questions}
    of_step = {"questions": questions, "against": staticmethod(against)}
    form_class = type("FormOfStep", (StepForm,), {**fields, **of_step})
    data = {**kept, "version": version}
    form: StepForm = form_class(data=data) if posted else form_class(formdata=None, data=data)
    return form


def _field(question: Question, today: date) -> Any:
    label: str = question.label
    if question.explains:
        label = Markup('{}<span class="govuk-visually-hidden">: {}</span>').format(label, question.explains)
    about: dict[str, Any] = {"label": label, "description": question.hint}
    if question.kind == Kind.DAY:
        unknown = "Not known" if question.or_unknown else ""
        in_time = [] if question.ahead else [day_not_in_future]
        return DayField(
            **about,
            called=question.called,
            or_unknown=unknown,
            partial=question.partial,
            validators=in_time,
        )
    if question.folds_out:
        first = SelectChoice("", "Choose from the list")
        return SelectField(**about, choices=[first, *_choices(question)], validators=[Optional()])
    if question.kind in {Kind.ONE, Kind.SEVERAL}:
        several = SeveralField if question.kind == Kind.SEVERAL else RadioField
        return several(**about, choices=_choices(question), validators=[Optional()])
    line = StringField if question.kind == Kind.LINE else TextAreaField
    return line(
        **about,
        filters=[as_typed],
        validators=[_readable(question, today)],
        render_kw={"autocomplete": "off"},
    )


def _choices(question: Question) -> list[SelectChoice]:
    several = question.kind == Kind.SEVERAL
    first_alone = next((choice for choice in question.choices if choice.alone), None)
    return [
        SelectChoice(
            choice.value,
            choice.label,
            render_kw={
                "hint": choice.hint,
                "exclusive": several and choice.alone,
                "divider": "or" if several and choice is first_alone else "",
            },
            optgroup=choice.group or None,
        )
        for choice in question.choices
    ]


def _readable(question: Question, today: date) -> Any:
    def read(_: Form, field: Field) -> None:
        if sentence := fault(question, field.data or "", on=today):
            raise ValidationError(sentence)

    return read


def _typed(field: Field) -> Any:
    """What stands in a field's boxes. A choice that was never offered is no answer."""
    if isinstance(field, DayField):
        return {**field.typed, "unknown": field.unknown}
    if isinstance(field, SeveralField | RadioField | SelectField):
        offered = [choice.value for choice in field.iter_choices()]
        if isinstance(field, SeveralField):
            return [value for value in offered if value in (field.data or [])]
        return field.data if field.data in offered else ""
    return field.data or ""
