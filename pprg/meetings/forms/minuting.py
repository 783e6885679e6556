"""What is typed into minutes: a box for each heading and for each item, and the texts it began with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from pprg.meetings.forms.rows import why_it_stays
from pprg.web.fields import trimmed

NOTE = "note-"
MOST = 20_000


class MinutesForm(FlaskForm):
    """Made by `minutes_form`, with a box for each place."""

    version = HiddenField()
    """Marks of the texts that this page began with."""

    @property
    def boxes(self) -> dict[str, TextAreaField]:
        return {field.name.removeprefix(NOTE): field for field in self if field.name.startswith(NOTE)}

    @property
    def said(self) -> dict[str, str]:
        """By place, what was sent. A box that was not sent says nothing."""
        return {key: box.data or "" for key, box in self.boxes.items() if box.raw_data}

    def say(self, mistakes: Iterable[tuple[str, str]]) -> None:
        """Each sentence beside the box of its place."""
        for key, sentence in mistakes:
            box = self.boxes[key]
            box.errors = [*box.errors, sentence]


class KeepWordsForm(FlaskForm):
    """Why a find stays. `mark` says which, in which sentence; each find on the page has such a form."""

    place = HiddenField()
    mark = HiddenField()
    because = why_it_stays(
        "It stays, because it is", InputRequired("Say what it is, or change it in the note.")
    )


def keep_words_form(place: str, mark: str, *, asked: KeepWordsForm | None = None) -> KeepWordsForm:
    """For one find: empty, or as it was sent for this one."""
    mine = asked is not None and (asked.place.data, asked.mark.data) == (place, mark)
    form = asked if asked and mine else KeepWordsForm(formdata=None, data={"place": place, "mark": mark})
    form.because.id = f"because-{mark}"
    return form


def minutes_form(
    places: Mapping[str, str], notes: Mapping[str, str], *, marks: str, **as_it_stands: None
) -> MinutesForm:
    """With what was sent; `formdata=None`: as the notes stand."""
    boxes = {
        NOTE + key: TextAreaField(
            f"Notes: {place}",
            default=notes.get(key, ""),
            filters=[trimmed],
            validators=[Length(max=MOST, message=f"Use at most {MOST:,} characters here.")],
        )
        for key, place in places.items()
    }
    made: MinutesForm = type("MinutesForm", (MinutesForm,), boxes)(data={"version": marks}, **as_it_stands)
    return made
