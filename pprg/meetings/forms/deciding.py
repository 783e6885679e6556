"""What is typed into a decision."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import HiddenInput

from pprg.guidance.codes import Route
from pprg.guidance.criteria import CriteriaSet
from pprg.meetings.forms.rows import (
    TOO_LONG,
    ActionForm,
    DissentForm,
    WeighingForm,
    choices,
    id_or_none,
    why_it_stays,
)
from pprg.meetings.states import OPEN_TO, Agreement, Outcome
from pprg.meetings.words import ActionWords, DecisionWords, DissentWords, WeighingWords, decided
from pprg.web.fields import DayField, trimmed

CRITERION = "criterion_"
"""Begins the name of each criterion's part of the form, so that none is called like another field."""

PLAIN = {
    "outcome": "What the group decided",
    "of_whom": "Which agency, which process or from whom",
    "until": "By when",
    "reason": "The group’s reason",
    "agreement": "Who agreed",
    "for_and_against": "Who was for it and who against",
    "dissent": "What somebody said who disagreed and speaks for no agency",
    "learning_now": "What can be shared at once",
    "equality": "How race, culture, disability, sex, age and language were considered",
    "voice": "What the person or the family said or wanted",
}
"""The answers that belong to no criterion, with names that stand alone."""
ROW = {"dissents": "An agency that disagreed", "actions": "Urgent action"}
ROWS = {"dissents": "Agencies that disagreed", "actions": "Urgent actions"}
LABELS = PLAIN | ROWS
EMPTY = frozenset({DissentWords(), ActionWords()})
STATUTORY = {
    Outcome.MANDATORY_SAR: "Care Act 2014 s.44(1) to (3): every criterion is met, so the Board must.",
    Outcome.DISCRETIONARY_SAR: "Care Act 2014 s.44(4): any other case. It is as statutory as the first.",
    Outcome.LEARNING_REVIEW: "By the partnership’s choice. It is no Safeguarding Adults Review.",
    Outcome.WAIT: "The clock keeps running.",
}
"""Outcomes that are easily taken for one another. There is no Safeguarding Adults Review outside the law."""


def _text(label: str, hint: str = "") -> TextAreaField:
    return TextAreaField(label, description=hint, filters=[trimmed], validators=[TOO_LONG])


class DecisionForm(FlaskForm):
    """The words of a decision, complete or not. `decision_form` adds a part for each criterion."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired("Reload the page.")])
    outcome = RadioField("The group decided to", coerce=Outcome, validators=[Optional()])
    of_whom = StringField(
        "Which agency, which process, or from whom?",
        description="The agency that reports back, the process it goes to, or who has the information.",
        filters=[trimmed],
        validators=[TOO_LONG],
        render_kw={"list": "whom", "autocomplete": "off"},
    )
    until = DayField(
        "By when?",
        description="When the agency reports back, or the information is wanted. The clock keeps running.",
        called="The date by when",
    )
    reason = _text(
        "because …", "Finish the sentence: it is read aloud and goes to whoever made the referral."
    )
    agreement = RadioField(
        "Who agreed?", coerce=Agreement, choices=choices(list(Agreement)), validators=[Optional()]
    )
    for_and_against = _text(
        "Who was for it, and who against?", "Agencies or roles. It is kept on the record."
    )
    dissent = _text("Did anybody disagree who speaks for no agency?")
    learning_now = _text(
        "What can be shared at once, before any review?", "What staff should know or do from tomorrow."
    )
    equality = _text("How were race, culture, disability, sex, age and language considered?")
    voice = _text(
        "What did the person or the family say or want?",
        "And what the group made of it. Say if nobody knows.",
    )
    named = HiddenField()
    """Which finds the page showed: a reason is for these, and no answer of the decision."""
    names = why_it_stays("What looks like a name stays, because it is", Optional())
    criteria: CriteriaSet
    dissents: FieldList
    actions: FieldList

    @property
    def keys(self) -> set[str]:
        return {criterion.key for criterion in self.criteria.criteria}

    def weighed(self) -> list[tuple[Any, Any]]:
        """Each criterion beside its part of the form."""
        return [(each, self[CRITERION + each.key].form) for each in self.criteria.criteria]

    @property
    def words(self) -> DecisionWords:
        plain = {name: self[name].data or "" for name in PLAIN}
        whole = {name: self[name].data or None for name in ("outcome", "until", "agreement")}
        return DecisionWords(
            **plain | whole,
            weighings={
                criterion.key: WeighingWords(
                    answer=part.answer.data or None,
                    evidence=part.evidence.data or "",
                    reason=part.reason.data or "",
                )
                for criterion, part in self.weighed()
            },
            dissents=tuple(row for row in self._rows("dissents") if row not in EMPTY),
            actions=tuple(row for row in self._rows("actions") if row not in EMPTY),
        )

    def _rows(self, name: str) -> list[Any]:
        return [entry.form.said for entry in self[name].entries]

    def boxes(self) -> list[tuple[str, str, Field]]:
        """Every answer by where it stands, with a label that stands alone, in the form's order."""
        weighed = [
            (f"{criterion.key}.{field.short_name}", f"{n}. {criterion.question} – {field.label.text}", field)
            for n, (criterion, part) in enumerate(self.weighed(), start=1)
            for field in part
        ]
        return weighed + [(name, label, self[name]) for name, label in PLAIN.items()]

    def label_of(self, where: str) -> str:
        """What the box is called that `texts_of` names: "needs.reason", "actions.0.what"."""
        rows, _, rest = where.partition(".")
        if rows in ROW:
            return f"{ROW[rows]} {int(rest.partition('.')[0]) + 1}"
        return next(label for at, label, _ in self.boxes() if at == where)

    def shows(self, finds: str) -> None:
        """Which finds the page shows now. A reason given for others is not taken over."""
        if self.named.data != finds:
            self.named.data, self.names.data = finds, None

    @property
    def only_days_are_wrong(self) -> bool:
        """Whether all that is amiss are days half typed: the rest is saved all the same."""
        return all(isinstance(field, DayField) for field in _wrong(self))

    def one_more(self, rows: str) -> None:
        """An empty row at the end, unless the last one still is."""
        if rows not in ROWS:
            return
        last = self[rows].entries[-1:]
        if not last or last[0].form.said not in EMPTY:
            self[rows].append_entry()

    def one_less(self, row: str) -> None:
        """Without the row "actions-1"."""
        name, _, number = row.rpartition("-")
        if name in ROWS:
            self[name].entries[:] = [each for each in self[name].entries if each.short_name != number]

    def add_evidence(self, criterion: str, text: str) -> None:
        """Below what stands there, once."""
        box = self[CRITERION + criterion].form.evidence
        if text not in (box.data or ""):
            box.data = "\n".join(filter(None, [box.data, text]))

    def stands_at(self, version: int) -> None:
        """What was typed is kept: the page goes on from here, and does not meet itself as somebody else."""
        self.version.data, self.version.raw_data = version, None

    def say(self, mistakes: Sequence[tuple[str, str]]) -> None:
        """Put each mistake beside the field that it names: "needs.reason", "actions.0.owner", "outcome"."""
        for where, sentence in mistakes:
            field = self._at(where)
            field.errors = [*field.errors, sentence]
        for rows in (self[name] for name in ROWS):
            rows.errors = (
                [entry.errors for entry in rows.entries] if any(e.errors for e in rows.entries) else []
            )

    def _at(self, where: str) -> Any:
        match where.split("."):
            case [rows, row, part]:
                filled = [e for e in self[rows].entries if e.form.said not in EMPTY]
                return filled[int(row)].form[part]
            case [key, part]:
                return self[CRITERION + key].form[part]
        return self[where]


def box_id(where: str) -> str:
    """Where on the page the box is that `missing` names: "actions.0.due_on" is "actions-0-due_on-day"."""
    *rows, part = where.split(".")
    at = [CRITERION + rows[0]] if len(rows) == 1 else rows
    end = {"answer": ["0"], "outcome": ["0"], "agreement": ["0"], "until": ["day"], "due_on": ["day"]}
    return "-".join([*at, part, *end.get(part, [])])


def _wrong(form: Any) -> Iterator[Any]:
    """Every single field that has a mistake."""
    for field in form:
        inner = getattr(field, "entries", None) or getattr(field, "form", None)
        if inner is not None and not isinstance(field, DayField):
            yield from _wrong(inner)
        elif field.errors:
            yield field


def decision_form(
    route: Route,
    criteria: CriteriaSet,
    words: DecisionWords,
    *,
    version: int,
    agencies: Sequence[tuple[uuid.UUID, str]],
    posted: bool = True,
) -> DecisionForm:
    """The form of one decision, filled from what is posted (if wanted) or else from what is saved."""
    made = _form_for(criteria, agencies)
    saved: dict[str, Any] = {CRITERION + key: asdict(said) for key, said in words.weighings.items()}
    saved |= {name: getattr(words, name) for name in PLAIN}
    saved |= {name: [asdict(row) for row in getattr(words, name)] for name in ROWS}
    # What is posted is all there is: an answer that a page does not hold is not taken from the saved ones.
    whole = posted and made().is_submitted()
    form = made() if whole else made(formdata=None, data={**saved, "version": version})
    form.outcome.choices = [
        SelectChoice(outcome.value, decided(outcome), render_kw=_hint(route, outcome))
        for outcome in OPEN_TO[route]
    ]
    return form


def _hint(route: Route, outcome: Outcome) -> dict[str, str]:
    told = STATUTORY.get(outcome) if route == Route.SAR or outcome == Outcome.WAIT else None
    return {"hint": told} if told else {}


def _form_for(criteria: CriteriaSet, agencies: Sequence[tuple[uuid.UUID, str]]) -> type[DecisionForm]:
    """The class of one decision's form: a part for each criterion, and rows that offer these agencies."""
    parts: dict[str, Any] = {CRITERION + each.key: FormField(WeighingForm) for each in criteria.criteria}
    for place, part in enumerate(parts.values()):
        part.creation_counter = place - len(parts)  # criteria come first, in mistakes too
    offered = [
        SelectChoice("", "Choose an agency"),
        *(SelectChoice(str(id_), name) for id_, name in agencies),
    ]

    def row(form: type[Form], label: str) -> FormField:
        agency = SelectField(label, coerce=id_or_none, choices=offered, validators=[Optional()])
        agency.creation_counter = form.agency_id.creation_counter
        return FormField(type(form.__name__, (form,), {"agency_id": agency}))

    rows = {
        "dissents": FieldList(row(DissentForm, "Agency")),
        "actions": FieldList(row(ActionForm, "By which agency")),
    }
    return type("DecisionForm", (DecisionForm,), {**parts, **rows, "criteria": criteria})
