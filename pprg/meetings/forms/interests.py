"""What somebody says of themselves and a case, and what the chair makes of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import FieldList, Form, FormField, HiddenField, RadioField, SelectField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from pprg.meetings.forms.sitting import Named
from pprg.meetings.states import STANDS_ASIDE, InterestKind, Ruling
from pprg.web.fields import trimmed

OF_ITEM = "item-"
LENGTH = Length(max=1000, message="Say it in 1,000 characters or fewer.")
CLOSES = "The case closes to you from the next page on."
ASKS = "You read it and give facts. The chair says whether you take part."
EFFECT = {
    kind: CLOSES if kind in STANDS_ASIDE else ASKS for kind in InterestKind if kind != InterestKind.NONE
}
OF_ANOTHER = {
    InterestKind.MANAGES: "They manage somebody who was involved",
    InterestKind.INVOLVED: "They were involved themselves",
    InterestKind.CARE: "They were responsible for care that is looked at",
    InterestKind.RELATIONSHIP: "They know somebody in it personally",
    InterestKind.AGENCY: "Their agency is the focus of concern",
    InterestKind.VIEW: "They have said publicly what they think of it",
    InterestKind.REVIEWER: "They are or were commissioned to review it",
}
"""What an interest is called when it is somebody else's."""
MAY = {
    Ruling.STAY: "They read it, speak and count when it is decided.",
    Ruling.FACTS: "They answer what they are asked and do not count.",
    Ruling.LEAVES: "They speak, leave the room before it is decided and do not count.",
    Ruling.OUT: "The case closes to them from the next page on, everywhere.",
}


def _kinds(first: str) -> list[SelectChoice]:
    some = [SelectChoice(kind.value, kind.value) for kind in InterestKind if kind != InterestKind.NONE]
    return [SelectChoice("", first), SelectChoice(InterestKind.NONE.value, "No interest"), *some]


def _hinted(choices: dict[Any, str]) -> list[SelectChoice]:
    return [
        SelectChoice(one.value, _first_up(one.value), render_kw={"hint": hint})
        for one, hint in choices.items()
    ]


def _first_up(said: str) -> str:
    return said[:1].upper() + said[1:]


class SayForm(Form):
    """Of one item, on the page that asks about all."""

    kind = SelectField("What is it?", coerce=lambda said: InterestKind(said) if said else None)
    words = TextAreaField(
        "In a few words, if you like",
        description="Only chairs and coordinators read it.",
        filters=[trimmed],
        validators=[LENGTH],
    )


class InterestsForm(FlaskForm):
    """Made by `interests_form` with one part for each item."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Each item needs its own answer: nobody is taken to have none because they said nothing."""
        fine: bool = super().validate(extra_validators)
        for part in self:
            if part.name.startswith(OF_ITEM) and part.form.kind.data is None:
                mistake = f"Say of {part.label.text} whether you have an interest."
                part.form.kind.errors = [*part.form.kind.errors, mistake]
                fine = False
        return fine

    @property
    def said(self) -> dict[uuid.UUID, tuple[InterestKind, str]]:
        """By item, what was said of it."""
        return {
            uuid.UUID(part.name.removeprefix(OF_ITEM)): (part.form.kind.data, part.form.words.data or "")
            for part in self
            if part.name.startswith(OF_ITEM)
        }


def interests_form(items: Sequence[tuple[uuid.UUID, str]]) -> InterestsForm:
    """One form for these items, each an id and a reference, in their order."""
    parts = {f"{OF_ITEM}{item_id}": FormField(SayForm, label=reference) for item_id, reference in items}
    made: type[InterestsForm] = type("InterestsForm", (InterestsForm,), dict(parts))
    form = made()
    for part in form:
        if part.name.startswith(OF_ITEM):
            part.form.kind.choices = _kinds("Choose")
    return form


class NoneForm(FlaskForm):
    """No interest in any of those that the page showed: one put on the agenda since is not among them."""

    items = FieldList(HiddenField(), max_entries=200)


class InterestForm(FlaskForm):
    """Of one item, by whoever has something to say later."""

    kind = RadioField(
        "What do you have to do with it?",
        choices=_hinted(EFFECT),
        coerce=InterestKind,
        validators=[InputRequired("Choose what you have to do with it.")],
    )
    words = TextAreaField(
        "In a few words, if you like",
        description="Only chairs and coordinators read it.",
        filters=[trimmed],
        validators=[LENGTH],
    )


class ForAnotherForm(FlaskForm):
    """A coordinator says it of somebody else."""

    account = SelectField("Of whom?", validators=[InputRequired("Choose of whom.")])
    kind = RadioField(
        "What do they have to do with it?",
        choices=[SelectChoice(kind.value, said) for kind, said in OF_ANOTHER.items()],
        coerce=InterestKind,
        validators=[InputRequired("Choose what they have to do with it.")],
    )
    words = TextAreaField(
        "How do you know?",
        description="Kept with what you say. Chairs and coordinators read it.",
        filters=[trimmed],
        validators=[DataRequired("Say how you know of it."), LENGTH],
    )

    def offer(self, accounts: Iterable[Named]) -> None:
        named = [SelectChoice(str(one.id), f"{one.name}, {one.agency_name}".rstrip(", ")) for one in accounts]
        self.account.choices = [SelectChoice("", "Choose"), *named]


class RulingForm(FlaskForm):
    ruling = RadioField(
        "What may they do?",
        choices=_hinted(MAY),
        coerce=Ruling,
        validators=[InputRequired("Choose what they may do.")],
    )
    because = TextAreaField(
        "Why?",
        description="For the record of the meeting. Name nobody who is in the case.",
        filters=[trimmed],
        validators=[DataRequired("Say why."), LENGTH],
    )
