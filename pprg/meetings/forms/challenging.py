"""What is written of a challenge: who, when, why; who looks at it; what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, Protocol

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired

from pprg.guidance.codes import Route
from pprg.guidance.labels import route_label
from pprg.meetings.forms.rows import TOO_LONG
from pprg.meetings.states import NATIONAL, ChallengeBy, ChallengeOutcome
from pprg.web.fields import DayField, day_not_in_future, trimmed

OF_ROUTE = {ChallengeBy.PANEL: Route.CHILD, ChallengeBy.HOME_OFFICE: Route.DHR}


class Named(Protocol):
    id: uuid.UUID
    name: str

    @property
    def agency_name(self) -> str: ...


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class ChallengeForm(FlaskForm):
    by = RadioField(
        "Who challenges it?",
        coerce=ChallengeBy,
        validators=[InputRequired("Choose who challenges it.")],
    )
    received_on = DayField(
        "When did it come?",
        description="The clock for the answer counts from this day.",
        called="The day on which it came",
        validators=[InputRequired("Enter the day on which it came."), day_not_in_future],
    )
    words = TextAreaField(
        "What do they say or ask?",
        description="In their words, as far as you have them.",
        filters=[trimmed],
        validators=[DataRequired("Write down what they say or ask."), TOO_LONG],
    )
    late_because = TextAreaField(
        "If the time to ask was over: why is it taken all the same?",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    send = SubmitField("Write it down")

    @property
    def entered(self) -> dict[str, Any]:
        return {name: self[name].data for name in ("received_on", "words", "late_because")}

    def offer(self, route: Route) -> None:
        """Those who may challenge a decision on this route."""
        able = [who for who in ChallengeBy if who not in NATIONAL or OF_ROUTE[who] == route]
        self.by.choices = [SelectChoice(who.value, _capital(who.value)) for who in able]


class LookAgainForm(FlaskForm):
    """For whoever made the referral."""

    route = RadioField(
        "Which decision do you mean?",
        coerce=Route,
        validators=[InputRequired("Choose which decision you mean.")],
    )
    words = TextAreaField(
        "Why should it be looked at again?",
        description="New information, or what went wrong in how it was decided. Write no names.",
        filters=[trimmed],
        validators=[DataRequired("Say why it should be looked at again."), TOO_LONG],
    )
    late_because = TextAreaField(
        "Why do you ask only now?",
        description="The time to ask is over. Say why it should be taken all the same.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    send = SubmitField("Ask for it")

    def offer(self, routes: Iterable[Route], *, late: bool) -> None:
        """The routes decided on. One alone is meant; while there is time nobody says why so late."""
        self.route.choices = [SelectChoice(route.value, route_label(route)) for route in routes]
        if len(self.route.choices) == 1 and not self.route.data:
            self.route.data = Route(str(self.route.choices[0].value))
        if not late:
            del self.late_because


class ConsiderForm(FlaskForm):
    account = SelectField("Who looks at it?", validators=[InputRequired("Choose who looks at it.")])
    send = SubmitField("Ask them")

    def offer(self, accounts: Iterable[Named]) -> None:
        named = [
            SelectChoice(str(each.id), f"{each.name}, {each.agency_name}".rstrip(", ")) for each in accounts
        ]
        self.account.choices = [SelectChoice("", "Choose somebody"), *named]


class ReplyForm(FlaskForm):
    outcome = RadioField(
        "What comes of it?",
        coerce=ChallengeOutcome,
        choices=[SelectChoice(each.value, _capital(each.value)) for each in ChallengeOutcome],
        validators=[InputRequired("Choose what comes of it.")],
    )
    advice = TextAreaField(
        "Legal advice taken",
        description="By whom, when, and what it says. A national body can be answered without it.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    reply = TextAreaField(
        "The answer, with its reasons",
        description="In plain words: it goes to whoever challenged the decision.",
        filters=[trimmed],
        validators=[DataRequired("Write the answer."), TOO_LONG],
    )
    send = SubmitField("Close it with this answer")
