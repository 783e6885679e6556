"""What is typed to arrange a meeting."""

from __future__ import annotations

import re
import uuid
from typing import Any, Protocol

from flask_wtf import FlaskForm
from wtforms import (
    StringField,
    SubmitField,
)
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from pprg.web.fields import DayField, trimmed


class Named(Protocol):
    """Somebody to choose from a list."""

    id: uuid.UUID
    name: str

    @property
    def agency_name(self) -> str: ...


class MeetingForm(FlaskForm):
    held_on = DayField(
        "Day",
        description="For example, 8 12 2026",
        called="The day of the meeting",
        validators=[InputRequired("Enter the day of the meeting.")],
    )
    starts_at = StringField(
        "Time",
        description="24-hour clock, for example 10:00",
        default="10:00",
        filters=[trimmed],
        validators=[DataRequired("Enter the time at which the meeting starts.")],
    )
    ends_at = StringField(
        "Ends",
        description="For calendars",
        default="12:30",
        filters=[trimmed],
        validators=[DataRequired("Enter the time at which the meeting ends.")],
    )
    place = StringField(
        "Place",
        description="A room, or how to join online",
        filters=[trimmed],
        validators=[
            DataRequired("Enter the place of the meeting."),
            Length(max=200, message="Use at most 200 characters."),
        ],
    )
    save = SubmitField("Save")

    @property
    def arranged(self) -> dict[str, Any]:
        return {
            "held_on": self.held_on.data,
            "starts_at": self.starts_at.data,
            "ends_at": self.ends_at.data,
            "place": self.place.data,
        }

    def validate_starts_at(self, field: StringField) -> None:
        field.data = as_a_time(field.data)

    def validate_ends_at(self, field: StringField) -> None:
        field.data = as_a_time(field.data)
        if not self.starts_at.errors and field.data <= (self.starts_at.data or ""):
            raise ValidationError("The meeting must end after it starts.")


def as_a_time(typed: str | None) -> str:
    """Take 9.30 or 9:30 for 09:30. A mistake if it is no time."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", typed or "", re.ASCII)
    if not found:
        raise ValidationError("Enter the time like 10:00 or 14:30.")
    return f"{int(found[1]):02}:{found[2]}"
