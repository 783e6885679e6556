from collections.abc import Iterable, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    SubmitField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from pprg.reviews.states import MEANS, CostBand, Intention, Method
from pprg.reviews.words import ScopeWords
from pprg.web.fields import DayField, LinesField, trimmed

LONGEST_BOX = 40
TOO_LONG = Length(max=6000, message="Use at most 6,000 characters.")


class AppointAuthorForm(FlaskForm):
    author = SelectField(
        "Who writes the review",
        description="Review authors whose accounts are open. They know of the case until the contract ends.",
        validators=[InputRequired("Choose who writes the review.")],
    )
    until = DayField(
        "When the contract ends",
        description="For example, 30 6 2027. From the next day the author can no longer open the case.",
        called="The end of the contract",
        validators=[InputRequired("Enter the day on which the contract ends.")],
    )
    appoint = SubmitField("Appoint")


def _choices(members: Iterable[Any]) -> list[SelectChoice]:
    return [SelectChoice(each.value, each.value[:1].upper() + each.value[1:]) for each in members]


def _whether(said: str) -> bool | None:
    return {"yes": True, "no": False}.get(said)


class DiscontinueForm(FlaskForm):
    reason = TextAreaField(
        "Why does it end before its report?",
        description="It stands with the review for good. Write no names.",
        filters=[trimmed],
        validators=[DataRequired("Say why it ends before its report."), TOO_LONG],
    )
    discontinue = SubmitField("Discontinue the review")


class ScopeForm(FlaskForm):
    """What a review is to do, complete or not."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload the page.")])
    period_from = DayField("The review looks from", called="The first day it looks at")
    period_to = DayField("The review looks until", called="The last day it looks at")
    key_questions = LinesField(
        "Key questions",
        description="Three to six, one a line, about how the system worked rather than who did what.",
    )
    method = RadioField("How the review is done", coerce=Method, validators=[Optional()])
    why_this_method = TextAreaField(
        "Why this is proportionate",
        description="What it can find out, for what it asks of people.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    agencies = SelectMultipleField(
        "Agencies that take part",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    independent = RadioField(
        "Is the reviewer independent of every agency in it?",
        choices=[SelectChoice("yes", "Yes"), SelectChoice("no", "No")],
        validators=[Optional()],
    )
    family = TextAreaField(
        "How the person and the family take part",
        description="Who asks them, what they are offered, who speaks for them. Write no names.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    constraints = TextAreaField(
        "What other processes allow and do not allow",
        description="A trial, an inquest, an inquiry: what has to wait, and who was asked.",
        filters=[trimmed],
        validators=[TOO_LONG],
    )
    report_by = DayField("The report is wanted by", called="The day for the report")
    publish_by = DayField("It is published by", called="The day for publication")
    cost = RadioField(
        "What it is expected to cost",
        coerce=CostBand,
        choices=_choices(CostBand),
        validators=[Optional()],
    )
    publication = RadioField(
        "What is meant to become of the report",
        coerce=Intention,
        choices=_choices(Intention),
        validators=[Optional()],
    )
    save = SubmitField("Save")

    def offer(self, agencies: Iterable[tuple[str, str]]) -> None:
        """The agencies round the table, and each method with what it means."""
        self.agencies.choices = [SelectChoice(key, name) for key, name in agencies]
        methods = _choices(Method)
        for choice, method in zip(methods, Method, strict=True):
            choice.render_kw = {"hint": MEANS[method]}
        self.method.choices = methods

    @property
    def words(self) -> ScopeWords:
        return ScopeWords(
            period_from=self.period_from.data,
            period_to=self.period_to.data,
            key_questions=list(self.key_questions.data or []),
            method=self.method.data or None,
            why_this_method=self.why_this_method.data or "",
            agencies=sorted(self.agencies.data or []),
            independent=_whether(self.independent.data or ""),
            family=self.family.data or "",
            constraints=self.constraints.data or "",
            report_by=self.report_by.data,
            publish_by=self.publish_by.data,
            cost=self.cost.data or None,
            publication=self.publication.data or None,
            half_days=self._half_days,
        )

    @property
    def _half_days(self) -> dict[str, dict[str, str]]:
        """The boxes of each day that is no day yet, as they were typed."""
        days = [each for each in self if isinstance(each, DayField) and each.data is None]
        return {each.short_name: _boxes(each) for each in days if any(each.typed.values())}

    def say(self, mistakes: Sequence[tuple[str, str]]) -> None:
        """Put each mistake beside the field that it names."""
        for where, sentence in mistakes:
            self[where].errors = [*self[where].errors, sentence]

    def stands_at(self, version: int) -> None:
        """What was typed is kept, and the page goes on from here."""
        self.version.data, self.version.raw_data = version, None

    def validate_key_questions(self, field: LinesField) -> None:
        """Each is a question, not an essay."""
        if any(len(line) > 500 for line in field.data or []):
            raise ValidationError("Keep each question under 500 characters.")


def filled(words: ScopeWords, *, version: int) -> dict[str, Any]:
    """What is saved, as the form holds it."""
    kept: dict[str, Any] = {name: getattr(words, name) for name in ScopeWords.__dataclass_fields__}
    independent = "" if words.independent is None else "yes" if words.independent else "no"
    return {**kept, **words.half_days, "independent": independent, "version": version}


def _boxes(day: DayField) -> dict[str, str]:
    return {box: typed[:LONGEST_BOX] for box, typed in day.typed.items()}
