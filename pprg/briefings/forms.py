from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    StringField,
    TextAreaField,
)
from wtforms.validators import UUID, DataRequired, InputRequired, Length, ValidationError
from wtforms.widgets import HiddenInput

from pprg import clock
from pprg.briefings.choosing.picks import Settling
from pprg.briefings.choosing.rows import Typed, Wanted, moved
from pprg.web.fields import DayField, day_not_in_future, trimmed

LONGEST = 1000
DIRECTIONS = {"up": -1, "down": 1}


class LineForm(Form):
    """One line of the record: whether it is taken, and the author's shorter words for it."""

    address = HiddenField()
    digest = HiddenField()
    take = BooleanField()
    shorter = TextAreaField(
        filters=[trimmed],
        validators=[Length(max=LONGEST, message=f"A shorter line has at most {LONGEST} characters.")],
    )


class BoxForm(FlaskForm):
    """The lines of a box as they stand on somebody's page."""

    version = IntegerField(
        widget=HiddenInput(),
        validators=[InputRequired("Open the page again: it does not say which choice it shows.")],
    )
    heading = StringField(filters=[trimmed])
    move = StringField()
    settle = StringField()
    lines = FieldList(FormField(LineForm))

    def wanted(self) -> list[Wanted]:
        """What is ticked, in the order of the page, after the move that was asked for."""
        lines = [
            Wanted(
                address=line.form.address.data or "",
                digest=line.form.digest.data or "",
                shorter=" ".join((line.form.shorter.data or "").split()),
            )
            for line in self.lines
            if line.form.take.data
        ]
        key, _, way = (self.move.data or "").rpartition(" ")
        return moved(lines, key, DIRECTIONS.get(way, 0))

    def settled(self) -> tuple[str, Settling] | None:
        """What was decided about a line whose source has changed: its address, and how."""
        how, _, address = (self.settle.data or "").partition(" ")
        return (address, Settling[how]) if how in Settling.__members__ else None

    def as_typed(self) -> Typed:
        """What the page held, to give back where it could not be saved."""
        shown = frozenset(line.form.address.data or "" for line in self.lines)
        return Typed(wanted=tuple(self.wanted()), shown=shown)


class FirstChoiceForm(FlaskForm):
    """A button that takes what is offered. Its page says which choice it showed."""

    version = IntegerField(
        widget=HiddenInput(),
        validators=[InputRequired("Open the page again: it does not say which choice it shows.")],
    )


class CommentForm(FlaskForm):
    """What a coordinator says about a box."""

    words = TextAreaField(
        "Your comment",
        description="The author sees it beside the box. Readers never do.",
        filters=[trimmed],
        validators=[
            DataRequired("Write your comment."),
            Length(max=LONGEST, message=f"A comment has at most {LONGEST} characters."),
        ],
    )


class SettleCommentForm(FlaskForm):
    """A button beside a comment."""

    comment = HiddenField(validators=[InputRequired("Open the page again."), UUID("Open the page again.")])


class LeftOutForm(FlaskForm):
    """One tick, of the lines that the page listed."""

    digest = HiddenField(validators=[InputRequired("Open the page again.")])
    knowingly = BooleanField("We left these out knowingly")


class FamilyForm(FlaskForm):
    """On which day the person or their family agreed."""

    agreed = DayField(
        "Agreed with the family on",
        called="The day on which they agreed",
        validators=[InputRequired("Enter the day on which they agreed."), day_not_in_future],
    )


class AskForReleaseForm(FlaskForm):
    dated = DayField(
        "Release date",
        description="It stands on every page, and readers see nothing before it.",
        called="The release date",
        default=clock.today,
        validators=[InputRequired("Enter the release date.")],
    )

    def validate_dated(self, field: DayField) -> None:
        if field.data and field.data < clock.today():
            raise ValidationError("The release date must be today or later.")
