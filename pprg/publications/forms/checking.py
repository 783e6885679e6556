"""What is asked of whoever hands a record in, checks it, lets it out or takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from pprg.publications.release_list import Item
from pprg.web.fields import trimmed

LONG = "Use at most 1,000 characters."
DONE, NOT_HERE = "done", "not here"


class ImportForm(FlaskForm):
    file = FileField(
        "The learning record",
        description="A JSON file of at most 2 MB, as the review’s author exports it.",
        validators=[FileRequired("Choose the file.")],
    )
    replace = BooleanField(
        "Put its words in the place of those that are there",
        description="Tick this if the record was handed in before and has changed since.",
    )


class StartForm(FlaskForm):
    reference = StringField(
        "Public reference",
        description="Under which readers find it, like MAR-L-2024-03. Never the case’s.",
        filters=[trimmed],
        validators=[
            InputRequired("Give the public reference."),
            Length(max=40, message="Use at most 40 characters."),
        ],
    )


class SendBackForm(FlaskForm):
    comment = TextAreaField(
        "What has to change",
        description="Only those who write and check this see it.",
        filters=[trimmed],
        validators=[InputRequired("Say what has to change."), Length(max=1000, message=LONG)],
    )


class WithdrawForm(FlaskForm):
    reason = TextAreaField(
        "Why it is withdrawn",
        description="Kept with the release. Readers are not told why.",
        filters=[trimmed],
        validators=[InputRequired("Say why it is withdrawn."), Length(max=1000, message=LONG)],
    )


class TickForm(FlaskForm):
    """The release list, made for one type of review by `for_items`."""

    items: Sequence[Item] = ()

    @classmethod
    def for_items(cls, items: Sequence[Item]) -> type[TickForm]:
        fields: dict[str, object] = {"items": items}
        for item in items:
            fields[item.key] = RadioField(
                item.words,
                description=item.hint,
                choices=[SelectChoice(DONE, "Yes"), SelectChoice(NOT_HERE, "Does not apply here")],
                validators=[Optional()],
            )
            fields[f"{item.key}_reason"] = StringField(
                "Why it does not apply",
                filters=[trimmed],
                validators=[Length(max=300, message="Use at most 300 characters.")],
            )
        return type("TickForm", (cls,), fields)

    def ticks(self) -> dict[str, str]:
        """What is settled: nothing for what is done, the reason for what does not apply."""
        said = {}
        for item in self.items:
            answer, reason = self[item.key].data, self[f"{item.key}_reason"].data or ""
            if answer == DONE:
                said[item.key] = ""
            elif answer == NOT_HERE and reason:
                said[item.key] = reason
        return said

    def reasons_missing(self) -> bool:
        """Beside each item that does not apply and has no reason, ask for one."""
        for item in self.items:
            reason = self[f"{item.key}_reason"]
            if self[item.key].data == NOT_HERE and not reason.data:
                reason.errors = [*reason.errors, "Say why it does not apply."]
        return bool(self.errors)


def answers(ticks: dict[str, str]) -> dict[str, str]:
    """What the list shows for what was settled before."""
    shown = {key: NOT_HERE if reason else DONE for key, reason in ticks.items()}
    return shown | {f"{key}_reason": reason for key, reason in ticks.items() if reason}
