"""What is typed into a decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from flask_wtf import FlaskForm
from wtforms import (
    Field,
    Form,
    FormField,
    IntegerField,
    RadioField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from pprg.guidance.codes import Route
from pprg.guidance.criteria import CriteriaSet
from pprg.guidance.labels import route_label
from pprg.meetings.states import OPEN_TO, Agreement, Answer, Outcome
from pprg.meetings.words import DecisionWords, WeighingWords, decided
from pprg.web.fields import trimmed

LONGEST = 6000
TOO_LONG = Length(max=LONGEST, message=f"Use at most {LONGEST:,} characters.")
CRITERION = "criterion_"
"""Begins the name of each criterion's part of the form, so that none is called like another field."""

PLAIN = {
    "outcome": "What the group decided",
    "reason": "The group’s reason",
    "agreement": "Who agreed",
    "dissent": "What an agency said that disagreed",
    "equality": "How race, culture, disability, sex, age and language were considered",
}
"""The answers that belong to no criterion, with names that stand alone."""


class Box(NamedTuple):
    """One answer that was saved in two ways: by somebody else, and as this person has it."""

    label: str
    saved: Field
    mine: Field

    @property
    def clash(self) -> bool:
        """Both wrote, and not the same. Where only one did, that stands."""
        return bool(self.saved.data and self.mine.data and self.saved.data != self.mine.data)

    @property
    def added(self) -> bool:
        """Only the other one wrote here."""
        return bool(self.saved.data and not self.mine.data)


def _choices(members: Sequence[Any]) -> list[SelectChoice]:
    return [SelectChoice(member.value, _capital(member.value)) for member in members]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class RouteForm(FlaskForm):
    route = RadioField(
        "What kind of review is decided on?",
        coerce=Route,
        validators=[InputRequired("Choose the kind of review to decide on.")],
    )
    start = SubmitField("Start")

    def offer(self, routes: Sequence[Route], asked: Sequence[Route] = ()) -> None:
        """The routes still open, those that the referral asks for marked."""
        marked = {"hint": "Asked for in the referral"}
        self.route.choices = [
            SelectChoice(route.value, route_label(route), render_kw=marked if route in asked else {})
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


class WeighingForm(Form):
    answer = RadioField(
        "The group says", coerce=Answer, choices=_choices(list(Answer)), validators=[Optional()]
    )
    evidence = TextAreaField("Evidence relied on", filters=[trimmed], validators=[TOO_LONG])
    reason = TextAreaField("Reason", filters=[trimmed], validators=[TOO_LONG])


class DecisionForm(FlaskForm):
    """The words of a decision, complete or not. `decision_form` adds a part for each criterion."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload the page.")])
    outcome = RadioField("The group decided to", coerce=Outcome, validators=[Optional()])
    reason = TextAreaField(
        "because …",
        description="Finish the sentence: it is read aloud and goes to whoever made the referral.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    agreement = RadioField(
        "Who agreed?", coerce=Agreement, choices=_choices(list(Agreement)), validators=[Optional()]
    )
    dissent = TextAreaField(
        "Did any agency disagree?",
        description="Name the agency and give its view in its own words. Leave it empty if none did.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    equality = TextAreaField(
        "How were race, culture, disability, sex, age and language considered?",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    criteria: CriteriaSet

    def weighed(self) -> list[tuple[Any, Any]]:
        """Each criterion beside its part of the form."""
        return [(each, self[CRITERION + each.key].form) for each in self.criteria.criteria]

    @property
    def words(self) -> DecisionWords:
        return DecisionWords(
            weighings={
                criterion.key: WeighingWords(
                    answer=part.answer.data or None,
                    evidence=part.evidence.data or "",
                    reason=part.reason.data or "",
                )
                for criterion, part in self.weighed()
            },
            outcome=self.outcome.data or None,
            reason=self.reason.data or "",
            agreement=self.agreement.data or None,
            dissent=self.dissent.data or "",
            equality=self.equality.data or "",
        )

    def boxes(self) -> list[tuple[str, Field]]:
        """Every answer with a label that stands alone."""
        weighed = [
            (f"{number}. {criterion.question} – {field.label.text}", field)
            for number, (criterion, part) in enumerate(self.weighed(), start=1)
            for field in part
        ]
        rest = [(PLAIN[f.name], f) for f in self if f.name in PLAIN]
        return weighed + rest

    def beside(self, saved: DecisionForm) -> list[Box]:
        """Every answer as it is saved now beside the one in this form."""
        pairs = zip(self.boxes(), saved.boxes(), strict=True)
        return [Box(label, theirs, mine) for (label, mine), (_, theirs) in pairs]

    def stands_at(self, version: int) -> None:
        """What was typed is kept: the page goes on from here, and does not meet itself as somebody else."""
        self.version.data, self.version.raw_data = version, None

    def say(self, mistakes: Sequence[tuple[str, str]]) -> None:
        """Put each mistake beside the field that it names: "needs.reason", "outcome"."""
        for where, sentence in mistakes:
            key, _, part = where.partition(".")
            field = self[CRITERION + key].form[part] if part else self[key]
            field.errors = [*field.errors, sentence]


def decision_form(
    route: Route, criteria: CriteriaSet, words: DecisionWords, *, version: int, posted: bool = True
) -> DecisionForm:
    """The form of one decision, filled from what is posted (if wanted) or else from what is saved."""
    parts = {CRITERION + criterion.key: FormField(WeighingForm) for criterion in criteria.criteria}
    for place, part in enumerate(parts.values()):
        part.creation_counter = place - len(parts)  # criteria come first, in mistakes too
    made: type[DecisionForm] = type("DecisionForm", (DecisionForm,), {**parts, "criteria": criteria})
    saved = {
        CRITERION + key: {"answer": said.answer, "evidence": said.evidence, "reason": said.reason}
        for key, said in words.weighings.items()
    }
    plain = {name: getattr(words, name) for name in PLAIN}
    # What is posted is all there is: an answer that a page does not hold is not taken from the saved ones.
    whole = posted and made().is_submitted()
    form = made() if whole else made(formdata=None, data={**saved, **plain, "version": version})
    form.outcome.choices = [SelectChoice(outcome.value, decided(outcome)) for outcome in OPEN_TO[route]]
    return form
