from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Protocol

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from pprg.cases.states import Delay
from pprg.guidance.clocks import RULES, ClockKind, ClockRule, trigger_of
from pprg.web.fields import DayField, day_not_in_future, trimmed

LONGEST = 2000


class Named(Protocol):
    """Somebody to choose from a list."""

    id: uuid.UUID
    name: str

    @property
    def agency_name(self) -> str: ...


def _people(accounts: Iterable[Named]) -> list[SelectChoice]:
    return [SelectChoice(str(each.id), f"{each.name}, {each.agency_name}".rstrip(", ")) for each in accounts]


def _reason(label: str) -> RadioField:
    return RadioField(
        label,
        choices=[SelectChoice(value=delay, label=delay.capitalize()) for delay in Delay],
        coerce=Delay,
        validators=[InputRequired("Choose the reason.")],
    )


def _day(label: str, *, called: str, ahead: bool = False) -> DayField:
    in_time = [] if ahead else [day_not_in_future]
    return DayField(label, called=called, validators=[InputRequired(f"Enter {called.lower()}."), *in_time])


def _words(label: str, *, needed: str = "", description: str = "") -> TextAreaField:
    length = Length(max=LONGEST, message=f"Say it in {LONGEST} characters or fewer.")
    return TextAreaField(
        label,
        description=description,
        filters=[trimmed],
        validators=[DataRequired(needed), length] if needed else [length],
    )


def _counted(rule: ClockRule) -> str:
    after = "the day" if rule.amount < 0 else "from the day"
    return f"{rule.length[0].upper()}{rule.length[1:]} {after} {trigger_of(rule).words}."


def _to_start() -> list[SelectChoice]:
    """Asked each time a page is made: from which day a rapid review counts is a setting."""
    return [
        SelectChoice(value=rule.kind, label=rule.label, render_kw={"hint": _counted(rule)})
        for rule in RULES
        if rule.valid_to is None
    ]


class DoneForm(FlaskForm):
    """What was due has been done."""

    on = _day("On which day was it done?", called="The day")


class PutRightForm(FlaskForm):
    """Day 0 was wrong."""

    day = _day("What is the right day?", called="The day", ahead=True)


class PauseForm(FlaskForm):
    """Let a clock stand still."""

    on = _day("From which day?", called="The day")
    reason = _reason("Why?")
    because = _words("Anything more to say?", description="Name nobody.")
    agreed_by = StringField(
        "Who agreed?",
        description="By what they are: the chair of the Board.",
        filters=[trimmed],
        validators=[InputRequired("Say who agreed to it."), Length(max=200, message="Say it more shortly.")],
    )


class ResumeForm(FlaskForm):
    """Let it run again."""

    on = _day("From which day does it count again?", called="The day")


class LateForm(FlaskForm):
    """Why a date was not kept, or will not be."""

    reason = _reason("What kept it?")
    because = _words(
        "Why is it late, and what happens now?", needed="Say why it is late.", description="Name nobody."
    )


class StartForm(FlaskForm):
    """Set a clock going by hand, for what happened outside this house."""

    kind = RadioField(
        "What is due?",
        choices=_to_start,
        coerce=ClockKind,
        validators=[InputRequired("Choose what is due.")],
    )
    day = _day("Which day does it count from?", called="The day", ahead=True)


class NameForm(FlaskForm):
    """Put somebody on the list of a restricted case."""

    account = SelectField("Put a name on the list", validators=[InputRequired("Choose somebody.")])

    def offer(self, accounts: Iterable[Named]) -> None:
        self.account.choices = [SelectChoice("", "Choose somebody"), *_people(accounts)]


class OpenForm(FlaskForm):
    """Propose to open a case again."""

    account = SelectField("To whom?", validators=[InputRequired("Choose to whom.")])
    reason = _words(
        "Why may they know of it?",
        needed="Say why.",
        description="The chair reads it before answering. Name nobody who is in the case.",
    )

    def offer(self, accounts: Iterable[Named], *, restricted: bool) -> None:
        whole = [SelectChoice(ALL, "Everybody whose role it is: lift the restriction")] if restricted else []
        self.account.choices = [SelectChoice("", "Choose"), *whole, *_people(accounts)]


ALL = "all"
"""Chosen, the case is to be restricted no longer."""
