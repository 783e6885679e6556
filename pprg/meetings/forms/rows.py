"""The parts of a decision's form: one criterion, one agency that disagreed, one urgent action."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from wtforms import Form, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, Optional

from pprg.meetings.states import Answer
from pprg.meetings.states.naming import ONLY_THEN, Stays
from pprg.meetings.words import ActionWords, DissentWords
from pprg.web.fields import DayField, trimmed

LONGEST = 6000
PACK = {
    "referral": "The referral as it was sent",
    "returns": "What agencies returned",
    "chronology": "The chronology",
    "family": "The family’s position",
    "processes": "Other processes",
    "earlier": "Earlier reviews like it",
    "notes": "The office’s notes",
}
"""The parts of a case's pack, by where they stand on its page."""
TOO_LONG = Length(max=LONGEST, message=f"Use at most {LONGEST:,} characters.")


def choices(members: Sequence[Any]) -> list[SelectChoice]:
    return [SelectChoice(member.value, _capital(member.value)) for member in members]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def id_or_none(value: Any) -> uuid.UUID | None:
    return uuid.UUID(str(value)) if value else None


class WeighingForm(Form):
    answer = RadioField(
        "The group says", coerce=Answer, choices=choices(list(Answer)), validators=[Optional()]
    )
    evidence = TextAreaField("Evidence relied on", filters=[trimmed], validators=[TOO_LONG])
    reason = TextAreaField("Reason", filters=[trimmed], validators=[TOO_LONG])


class DissentForm(Form):
    """A row. `decision_form` offers the agencies."""

    agency_id = SelectField("Agency", coerce=id_or_none, validators=[Optional()])
    words = TextAreaField("Its view, in its own words", filters=[trimmed], validators=[TOO_LONG])

    @property
    def said(self) -> DissentWords:
        return DissentWords(agency_id=self.agency_id.data, words=self.words.data or "")


class ActionForm(Form):
    what = TextAreaField("What is to be done", filters=[trimmed], validators=[TOO_LONG])
    agency_id = SelectField("By which agency", coerce=id_or_none, validators=[Optional()])
    owner = StringField(
        "Who there sees to it", description="A role, not a name.", filters=[trimmed], validators=[TOO_LONG]
    )
    due_on = DayField("By when", called="The date of the action")

    @property
    def said(self) -> ActionWords:
        return ActionWords(
            what=self.what.data or "",
            agency_id=self.agency_id.data,
            owner=self.owner.data or "",
            due_on=self.due_on.data,
        )


def why_it_stays(question: str, needed: Any) -> RadioField:
    """Why what looks like a name is none. `needed` says whether an answer is."""
    choices = [SelectChoice(each.value, each.value) for each in Stays]
    return RadioField(question, description=ONLY_THEN, coerce=Stays, choices=choices, validators=[needed])
