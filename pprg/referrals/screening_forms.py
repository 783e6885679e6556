"""What a coordinator says of a referral before a meeting, and what is noted of a death told elsewhere."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, StringField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from pprg.referrals.forms import LONGEST_NOTE
from pprg.referrals.states import AnotherWay, Screening
from pprg.web.fields import DayField, as_typed, day_not_in_future, trimmed


def _not_too_long() -> Length:
    return Length(max=LONGEST_NOTE, message=f"Shorten this to {LONGEST_NOTE:,} characters or fewer.")


class ScreenForm(FlaskForm):
    """What a coordinator makes of it before a meeting."""

    outcome = RadioField(
        "What do you make of it?",
        choices=[
            SelectChoice(
                Screening.FOR_THE_GROUP,
                "It is for the group",
                render_kw={"hint": "It waits for a meeting then."},
            ),
            SelectChoice(
                Screening.MORE_NEEDED,
                "More is needed first",
                render_kw={"hint": "Ask the referrer for it on the next page."},
            ),
        ],
        coerce=Screening,
        validators=[InputRequired("Say what you make of it.")],
    )
    reason = TextAreaField(
        "Why?",
        description="Those who work on the case read this. Do not name anybody.",
        filters=[as_typed],
        validators=[InputRequired("Say why."), _not_too_long()],
    )


class RedirectForm(FlaskForm):
    """Where a referral goes that is not for the group, and the letter that says so."""

    way = RadioField(
        "Where does it go?",
        choices=[SelectChoice(way, way[0].upper() + way[1:]) for way in AnotherWay],
        coerce=AnotherWay,
        validators=[InputRequired("Choose where it goes.")],
    )
    reason = TextAreaField(
        "Why is it not for the group?",
        description="In a sentence or two. The referrer reads it in the letter. Do not name anybody.",
        filters=[as_typed],
        validators=[InputRequired("Say why it is not for the group."), _not_too_long()],
    )
    letter = TextAreaField(
        "The letter",
        description="Change what you like. A blank line begins a new paragraph. It is kept as you send it.",
        filters=[as_typed],
        validators=[_not_too_long()],
    )
    send = SubmitField("Send it with this letter")


class ElsewhereForm(FlaskForm):
    """Whether a death was told elsewhere, and how it is known there."""

    told = RadioField(
        "Has it been told?",
        choices=[SelectChoice("yes", "Yes"), SelectChoice("no", "Not yet")],
        validators=[InputRequired("Say whether it has been told.")],
    )
    told_on = DayField("On which day?", called="The day it was told", validators=[day_not_in_future])
    told_by = StringField(
        "Who told them?",
        description="By what they are: the ward manager, the GP practice.",
        filters=[trimmed],
        validators=[Length(max=200, message="Say it in 200 characters or fewer.")],
    )
    their_reference = StringField(
        "Their reference",
        description="If they gave one.",
        filters=[trimmed],
        validators=[Length(max=100, message="Shorten this to 100 characters or fewer.")],
    )

    def validate_told_on(self, field: Field) -> None:
        if self.told.data == "yes" and field.data is None and not field.errors:
            raise ValidationError("Enter the day on which it was told.")

    @property
    def said(self) -> dict[str, Any]:
        """What is noted: without a day, that it has not been told yet."""
        told = self.told.data == "yes"
        return {
            "told_on": self.told_on.data if told else None,
            "told_by": self.told_by.data or "",
            "their_reference": self.their_reference.data or "",
        }
