"""Small forms in which somebody writes a few words: to a colleague's draft, to the team, to what was sent."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from pprg.referrals.questions import LONGEST, Kind
from pprg.referrals.states import CameBy
from pprg.web.fields import as_typed

LONGEST_LINE = LONGEST[Kind.LINE]
LONGEST_NOTE = 5_000


def _words(label: str, hint: str, missing: str, *, longest: int = LONGEST_NOTE) -> TextAreaField:
    return TextAreaField(
        label,
        description=hint,
        filters=[as_typed],
        validators=[InputRequired(missing), *_no_longer_than(longest)],
    )


def _line(label: str, hint: str, missing: str) -> StringField:
    return StringField(
        label,
        description=hint,
        filters=[as_typed],
        validators=[InputRequired(missing), *_no_longer_than(LONGEST_LINE)],
        render_kw={"autocomplete": "off"},
    )


def _no_longer_than(longest: int) -> list[Any]:
    return [Length(max=longest, message=f"Shorten this to {longest:,} characters or fewer.")]


class ShareForm(FlaskForm):
    """Whom to share a draft with, of those who may be named."""

    colleague = RadioField("Who may write in it with you?", validators=[InputRequired("Choose a colleague.")])


class AskForm(FlaskForm):
    words = _words(
        "Your question",
        "Do not name anybody, and tell no more of the case than the question needs.",
        "Write your question.",
    )


class AnswerForm(FlaskForm):
    words = _words("Your answer", "Who asked reads your words as they stand.", "Write an answer.")


class AddForm(FlaskForm):
    words = _words(
        "What has become known?",
        "Facts, and who told you. What you sent stays as it is; this stands below it, with today’s date.",
        "Write what you want to add.",
        longest=LONGEST[Kind.TEXT],
    )


class EnterForm(FlaskForm):
    """Who referred, for which agency, and how it came. The coordinator is the one who types."""

    agency = SelectField("Which agency does it come from?")
    name = _line("Whose referral is it?", "The sender’s full name.", "Enter the sender’s name.")
    role = _line("Their job title", "", "Enter the sender’s job title.")
    contact = _line(
        "How to reach them",
        "A work telephone number or a secure e-mail address.",
        "Enter how to reach the sender.",
    )
    came_by = RadioField(
        "How did it reach you?",
        choices=[SelectChoice(way, way.capitalize()) for way in CameBy],
        coerce=CameBy,
        validators=[InputRequired("Say how it reached you.")],
    )

    def validate_agency(self, field: SelectField) -> None:
        if not field.data:
            raise ValidationError("Choose the agency.")
