"""What is typed to invite, and to answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from pprg.meetings.forms.sitting import Named
from pprg.meetings.states import Capacity, Reply, Voice
from pprg.web.fields import trimmed

OFFERED = (
    Capacity.CORE, Capacity.CHAIR, Capacity.DEPUTY_CHAIR, Capacity.CO_OPTED, Capacity.ADVISER,
    Capacity.OBSERVER, Capacity.CLERK,
)  # fmt: skip
"""A deputy is sent by whom they come for, not invited."""
ANSWERS = {
    Reply.ACCEPTED: "Yes, I come",
    Reply.DECLINED: "No, I send my apologies",
    Reply.DEPUTY: "No, somebody comes for me",
}
FOR_THEM = {
    Reply.ACCEPTED: "Yes, they come",
    Reply.DECLINED: "No, they send their apologies",
    Reply.DEPUTY: "No, somebody comes for them",
}


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def of_people(accounts: Iterable[Named]) -> list[SelectChoice]:
    return [SelectChoice(str(one.id), f"{one.name}, {one.agency_name}".rstrip(", ")) for one in accounts]


class SeatForm(FlaskForm):
    """Somebody who is not, or not only, a core member."""

    account = SelectField("Who", validators=[InputRequired("Choose whom to invite.")])
    capacity = SelectField(
        "As what",
        choices=[SelectChoice("", "As in the register of the group")]
        + [SelectChoice(one.name, capital(one)) for one in OFFERED],
    )
    voice = SelectField(
        "For whom they speak",
        description="Only where a quorum asks for them.",
        choices=[SelectChoice("", "Nobody in particular")]
        + [SelectChoice(one.name, capital(one)) for one in Voice],
    )
    only_item = SelectField("For which part", description="For one item they see nothing else of the agenda.")

    def offer(self, accounts: Iterable[Named], items: Iterable[tuple[str, str]]) -> None:
        self.account.choices = [SelectChoice("", "Choose a member"), *of_people(accounts)]
        whole = SelectChoice("", "The whole meeting")
        self.only_item.choices = [whole, *(SelectChoice(key, label) for key, label in items)]

    @property
    def seated(self) -> dict[str, Any]:
        return {
            "capacity": Capacity[self.capacity.data] if self.capacity.data else None,
            "voice": Voice[self.voice.data] if self.voice.data else None,
        }

    def validate_only_item(self, field: SelectField) -> None:
        """The quorum counts who is there for the whole meeting."""
        if field.data and self.capacity.data != Capacity.CO_OPTED.name:
            raise ValidationError("Only somebody co-opted is invited for one item. Choose “Co-opted”.")


class ReplyForm(FlaskForm):
    reply = RadioField("Will you be there?", validators=[InputRequired("Say whether you will be there.")])
    deputy = SelectField("Who comes for you")

    def offer(self, deputies: Sequence[Named], *, theirs: bool, may_send: bool) -> None:
        """Without anybody who might come instead there is nothing to choose."""
        said = FOR_THEM if theirs else ANSWERS
        answers = {key: words for key, words in said.items() if may_send or key != Reply.DEPUTY}
        self.reply.choices = [SelectChoice(key.name, words) for key, words in answers.items()]
        self.deputy.choices = [SelectChoice("", "Choose a deputy"), *of_people(deputies)]
        if theirs:
            self.reply.label.text, self.deputy.label.text = "Will they be there?", "Who comes for them"

    @property
    def answer(self) -> Reply:
        return Reply[self.reply.data]

    def validate_deputy(self, field: SelectField) -> None:
        if self.reply.data == Reply.DEPUTY.name and not field.data:
            raise ValidationError("Choose who comes instead.")


class PresentingForm(FlaskForm):
    people = SelectMultipleField(
        "Who is asked to come",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    starts_at = StringField(
        "Time",
        description="When the item is expected to come up, 24-hour clock: 10:40",
        filters=[trimmed],
        validators=[DataRequired("Enter the time at which they are needed.")],
    )

    def offer(self, accounts: Iterable[Named], *, somebody_asked: bool) -> None:
        """Once somebody is asked, the form may be sent for the time alone."""
        self.people.choices = of_people(accounts)
        self.somebody_asked = somebody_asked
        if somebody_asked:
            self.people.label.text = "Ask somebody else too"

    def validate_people(self, field: SelectMultipleField) -> None:
        """An item that nobody is asked to present needs somebody."""
        if not field.data and not self.somebody_asked:
            raise ValidationError("Choose who is asked to come.")

    def validate_starts_at(self, field: StringField) -> None:
        """Take 9.30 or 9:30 for 09:30."""
        field.data = time_of_day(field.data or "")


class ComesForm(FlaskForm):
    """Whoever presents an item comes or does not; nobody comes for them."""

    reply = RadioField(
        "Will you be there?",
        choices=[SelectChoice(key.name, ANSWERS[key]) for key in (Reply.ACCEPTED, Reply.DECLINED)],
        validators=[InputRequired("Say whether you will be there.")],
    )


def time_of_day(typed: str) -> str:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", typed, re.ASCII)
    if not found:
        raise ValidationError("Enter the time like 10:00 or 14:30.")
    return f"{int(found[1]):02}:{found[2]}"
