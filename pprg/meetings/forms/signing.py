"""What is said about a decision beside its words: which route, what should change, why it is amended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Optional
from wtforms.widgets import HiddenInput

from pprg.guidance.codes import Route
from pprg.guidance.labels import route_label
from pprg.meetings.forms.rows import TOO_LONG
from pprg.web.fields import trimmed


class RouteForm(FlaskForm):
    route = RadioField(
        "What kind of review is decided on?",
        coerce=Route,
        validators=[InputRequired("Choose the kind of review to decide on.")],
    )
    start = SubmitField("Start")

    def offer(
        self,
        routes: Sequence[Route],
        asked: Sequence[Route] = (),
        decided: Mapping[Route, date] | None = None,
    ) -> None:
        """The routes still open. Those that the referral asks for are marked, and those decided before."""
        hints = dict.fromkeys(asked, "Asked for in the referral")
        for route, day in (decided or {}).items():
            hints[route] = f"Decided on {day.day} {day:%B %Y}. It is looked at again"
        self.route.choices = [
            SelectChoice(
                route.value,
                route_label(route),
                render_kw={"hint": hints[route]} if route in hints else {},
            )
            for route in routes
        ]


class SeenForm(FlaskForm):
    """A button alone, with the version that its reader was looking at."""

    version = IntegerField(widget=HiddenInput(), validators=[Optional()])


class HandBackForm(SeenForm):
    note = TextAreaField(
        "What should change?",
        description="The coordinator reads it above the decision. Nothing that is written there is lost.",
        filters=[trimmed],
        validators=[DataRequired("Say what should change."), TOO_LONG],
    )
    hand_back = SubmitField("Hand back")


class AmendForm(SeenForm):
    because = TextAreaField(
        "Why is it amended?",
        description="It stands beside the signed decision for good. Say what was wrong; name nobody.",
        filters=[trimmed],
        validators=[DataRequired("Say why it is amended."), TOO_LONG],
    )
    amend = SubmitField("Begin the amendment")
