"""What is typed to make an agenda, to meet outside the usual days, and to open and close a meeting."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from pprg.meetings.forms.inviting import of_people
from pprg.meetings.forms.sitting import MeetingForm, Named, as_a_time
from pprg.meetings.states import Section
from pprg.meetings.states.logging import TakenFor
from pprg.web.fields import DayField, trimmed

LONG = Length(max=5_000, message="Use at most 5,000 characters.")
FOR_ITEMS = (
    Section.ARISING, Section.URGENT, Section.NEW, Section.RETURNED, Section.LIVE, Section.REPORTS,
    Section.ACTIONS, Section.LEARNING,
)  # fmt: skip
"""The headings under which a case can stand."""


class Offered(Protocol):
    """Something that could be put on the agenda."""

    @property
    def key(self) -> str: ...

    @property
    def reference(self) -> str: ...


class Held(Protocol):
    """A meeting to choose from a list."""

    id: uuid.UUID
    held_on: Any
    kind: Any


class PutOnForm(FlaskForm):
    """Several at once, or the one whose own button was pressed."""

    on = SelectMultipleField(
        "What to put on the agenda",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validators=[InputRequired("Tick what to put on the agenda.")],
    )

    def offer(self, groups: Mapping[str, Sequence[Offered]]) -> None:
        self.on.choices = [SelectChoice(one.key, one.reference) for group in groups.values() for one in group]


class CoverForm(FlaskForm):
    """What is said of an item before its papers, and where it stands."""

    asked = TextAreaField(
        "What is the group being asked?",
        description="One or two sentences, for the cover sheet and the agenda’s readers",
        filters=[trimmed],
        validators=[LONG],
    )
    office_notes = TextAreaField(
        "What is there and what is missing",
        description="For the group: what is complete, which returns are awaited, other processes",
        filters=[trimmed],
        validators=[LONG],
    )
    starts_at = StringField(
        "Time at which it comes up",
        description="If somebody presents it, for example 10:40",
        filters=[trimmed],
        validators=[Optional()],
    )
    section = SelectField(
        "Heading of the agenda",
        choices=[SelectChoice(one.name, one.value) for one in FOR_ITEMS],
        validators=[InputRequired("Choose a heading.")],
    )

    @property
    def words(self) -> dict[str, Any]:
        return {
            "asked": self.asked.data or "",
            "office_notes": self.office_notes.data or "",
            "starts_at": self.starts_at.data or "",
            "section": Section[self.section.data],
        }

    def validate_starts_at(self, field: StringField) -> None:
        field.data = as_a_time(field.data)


class CarryForm(FlaskForm):
    meeting = SelectField("Carry over to", validators=[InputRequired("Choose a meeting.")])

    def offer(self, meetings: Iterable[Held]) -> None:
        self.meeting.choices = [
            SelectChoice(str(one.id), f"{one.held_on.day} {one.held_on:%B %Y}, {one.kind}")
            for one in meetings
        ]


class AgainForm(CarryForm):
    """Which meeting hears a case that was decided, and why."""

    asked = TextAreaField(
        "What is the group being asked?",
        description="For the agenda’s readers. Write no names.",
        filters=[trimmed],
        validators=[DataRequired("Say what the group is being asked."), LONG],
    )

    def offer(self, meetings: Iterable[Held]) -> None:
        super().offer(meetings)
        self.meeting.label.text = "Which meeting hears it?"


class ExtraordinaryForm(MeetingForm):
    """A meeting for one case: everything is proposed, one press arranges it."""

    because = TextAreaField(
        "Why it cannot wait for the next meeting",
        filters=[trimmed],
        validators=[DataRequired("Say why it cannot wait."), LONG],
    )
    members = SelectMultipleField(
        "Whom to invite",
        description="Ticked: whoever chairs, and those whose voice a decision on this review needs",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def offer(self, accounts: Iterable[Named]) -> None:
        self.members.choices = of_people(accounts)


class ChairsActionForm(FlaskForm):
    because = TextAreaField(
        "Why the chair decides before the next meeting",
        description="The group reads this when it is asked to confirm the decision.",
        filters=[trimmed],
        validators=[DataRequired("Say why it cannot wait for the next meeting."), LONG],
    )


class ConfirmForm(FlaskForm):
    """What the group says of a chair's action."""

    because = TextAreaField(
        "If the group does not confirm it: why",
        filters=[trimmed],
        validators=[LONG],
    )


class ReopenForm(FlaskForm):
    reason = TextAreaField(
        "Why the minutes are opened again",
        description="Everybody who reads the minutes can read this. Name nobody.",
        filters=[trimmed],
        validators=[DataRequired("Say why the minutes are opened again."), LONG],
    )


class LogForm(FlaskForm):
    """What to find in the decision log. Nothing chosen: everything."""

    class Meta:
        csrf = False

    reference = StringField("Reference", filters=[trimmed], validators=[Length(max=40)])
    route = SelectField("Review asked for", default="")
    outcome = SelectField("Outcome", default="")
    stands = SelectField("How it stands", default="")
    agency = SelectField("Referred by", default="")
    since = DayField("From", called="The first day", validators=[Optional()])
    until = DayField("To", called="The last day", validators=[Optional()])

    def offer(self, **choices: Mapping[str, str]) -> None:
        for name, offered in choices.items():
            getattr(self, name).choices = [
                SelectChoice("", "Any"),
                *(SelectChoice(value, label) for value, label in offered.items()),
            ]

    @property
    def between(self) -> tuple[date | None, date | None]:
        return self.since.data, self.until.data


class ExportForm(FlaskForm):
    reason = RadioField(
        "Why do you take it?",
        choices=[SelectChoice(one.name, one.value) for one in TakenFor],
        validators=[InputRequired("Choose why you take it.")],
    )
