"""A letter being begun, written and sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, RadioField, SelectField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from pprg.meetings.letters.kinds import FIRST_ASK, MustStand
from pprg.web.fields import as_typed, trimmed

LONGEST = 20_000


class Offered(Protocol):
    """A letter that may be begun."""

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...


class BeginLetterForm(FlaskForm):
    letter = SelectField(
        "Which letter?", default="", validators=[DataRequired("Choose the letter that you want to write.")]
    )
    begin = SubmitField("Propose it")

    def offer(self, offers: Iterable[Offered]) -> None:
        named = [SelectChoice(one.code, one.label) for one in offers]
        self.letter.choices = [SelectChoice("", "Choose a letter"), *named]


class LetterForm(FlaskForm):
    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload the page.")])
    to = TextAreaField(
        "To",
        description="As it stands on the paper: name or role, agency, address.",
        filters=[trimmed],
        validators=[Length(max=500, message="Use at most 500 characters.")],
    )
    words = TextAreaField(
        "The letter",
        description="An empty line begins a paragraph, ## a heading, and - a point of a list. What stands in "
        "square brackets is for you to write. Your name is put under it.",
        filters=[as_typed],
        validators=[Length(max=LONGEST, message=f"Use at most {LONGEST:,} characters.")],
    )

    def stands_at(self, version: int) -> None:
        """What was typed is kept: the page goes on from here."""
        self.version.data, self.version.raw_data = version, None

    def say(self, mistakes: Sequence[tuple[str, str]]) -> None:
        """Put each mistake beside its box."""
        for where, sentence in mistakes:
            self[where].errors = [*self[where].errors, sentence]


class SendLetterForm(FlaskForm):
    version = IntegerField(widget=HiddenInput(), validators=[Optional()])
    asked = BooleanField("Yes, or none of them is involved", description=FIRST_ASK)
    names = RadioField(
        "These words must stand, because",
        description="The names in it, shown above. The reason is kept with the record of its sending.",
        coerce=MustStand,
        choices=[SelectChoice(each.value, each.value) for each in MustStand],
        validators=[Optional()],
    )
    send = SubmitField("Send")

    def must_ask(self) -> None:
        """For letters to a family: others are asked before it goes."""
        self.asked.validators = [
            InputRequired("Say that the police, the coroner and family liaison were asked.")
        ]
        self.asked.flags.required = True

    def must_say_why(self) -> None:
        """For letters in which people of the case are named: they go on changed, or for a reason."""
        self.names.validators = [InputRequired("Change the names in the letter, or say why they must stand.")]
