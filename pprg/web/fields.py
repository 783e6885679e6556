"""Fields that WTForms does not have: a day in three boxes, a list of lines, tidy text.

A day is asked for in three text boxes, never a picker and never jumping by itself. What
was typed is kept as typed, so that a mistake comes back with its words beside it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from pprg.clock import today

# XML 1.0 holds tab, new line and carriage return of the control characters, and no
# surrogate on its own: Word, PowerPoint and PDF files are made of XML.
_NOT_FOR_XML = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Word's soft line break arrives as a vertical tab: it stands between words, so a space stays.
_OLD_BREAKS = re.compile("[\x0b\x0c]")

_BOXES = ("day", "month", "year")
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.lower(): n for n, name in enumerate(calendar.month_abbr) if name
}


def as_typed(text: Any) -> Any:
    """The same words with our line ends and without what no document can hold; blanks stay.

    For `filters=[as_typed]`, where a person is to find exactly what they wrote.
    """
    if not isinstance(text, str):
        return text
    text = _OLD_BREAKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _NOT_FOR_XML.sub("", text)


def trimmed(text: Any) -> Any:
    """The same without blank ends. Anything that is not text passes through untouched."""
    return as_typed(text).strip() if isinstance(text, str) else text


class DayField(Field):
    """A day of the calendar, in three boxes named `x-day`, `x-month` and `x-year`.

    `data` is a `date` or None. `typed` is what stands in the boxes; a draft may keep it and
    give it back as `data=`, half-finished as it is. `called` names the day in messages
    ("The date of death must include a year."). With `or_unknown="Not known"` a tick box
    named `x-unknown` follows; once ticked the boxes do not matter and `unknown` is true.
    With `partial=True` the day, or day and month, may be left blank: `data` is then None.
    """

    kind = "day"
    data: date | None
    process_errors: list[str]

    def __init__(
        self, *args: Any, called: str = "", or_unknown: str = "", partial: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.called = called or "The date"
        self.or_unknown = or_unknown
        self.partial = partial
        self.typed: dict[str, str] = dict.fromkeys(_BOXES, "")
        self.unknown = False
        self.wrong: Sequence[str] = ()

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """What the page draws: name, label, width, the words typed, whether it is wrong."""
        return [
            {
                "name": f"{self.name}-{box}",
                "id": f"{self.id}-{box}",
                "label": box.capitalize(),
                "width": 4 if box == "year" else 2,
                "value": self.typed[box],
                "wrong": bool(self.errors) and (not self.wrong or box in self.wrong),
            }
            for box in _BOXES
        ]

    @property
    def focus_id(self) -> str:
        """The box an error message leads to: the first wrong one."""
        return f"{self.id}-{self.wrong[0] if self.wrong else 'day'}"

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Sequence[Callable[[Any], Any]] | None = None,
    ) -> None:
        """Take what was posted; else what is stored; else the default."""
        self.process_errors = []
        if data is unset_value:
            data = self.default() if callable(self.default) else self.default
        self.object_data = data
        self._show(data)
        names = [f"{self.name}-{box}" for box in (*_BOXES, "unknown")]
        if formdata is not None and any(name in formdata for name in names):
            posted = {box: formdata.get(f"{self.name}-{box}", "") for box in (*_BOXES, "unknown")}
            self._show(posted)
        # InputRequired asks raw_data whether anything was answered.
        self.raw_data = [text for text in (*self.typed.values(), "x" * self.unknown) if text]

    def pre_validate(self, form: Any) -> None:
        """A day that does not exist says what is wrong with it."""
        if self.unknown or not any(self.typed.values()):
            return
        missing = [box for box in _BOXES if not self.typed[box]]
        if self.partial and missing in (["day"], ["day", "month"]):
            self._year()
            if "month" not in missing:
                self._month()
            return
        if missing:
            self._refuse(missing, f"must include a {_in_words(missing)}")
        self.data = self._the_day()

    def _show(self, data: Any) -> None:
        """Fill the boxes from a date, from its ISO text or from what a draft kept."""
        if isinstance(data, str) and data:
            data = date.fromisoformat(data)
        if isinstance(data, date):
            data = {"day": data.day, "month": data.month, "year": data.year}
        kept: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self.typed = {box: trimmed(str(kept.get(box) or "")) for box in _BOXES}
        self.unknown = bool(self.or_unknown and kept.get("unknown"))
        self.data = None if self.unknown else self._the_day_if_real()

    def _the_day_if_real(self) -> date | None:
        try:
            return self._the_day() if all(self.typed.values()) else None
        except ValidationError:
            return None
        finally:
            self.wrong = ()

    def _the_day(self) -> date:
        year, month, day = self._year(), self._month(), self._number("day")
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            whole = f"{calendar.month_name[month]} {year} has {length} days"
            self._refuse(["day"], f"must be a real date: {whole}")
        return date(year, month, day)

    def _year(self) -> int:
        if not re.fullmatch(r"[12][0-9]{3}", self.typed["year"], re.ASCII):
            self._refuse(["year"], "must have a year of four numbers, like 2024")
        return int(self.typed["year"])

    def _month(self) -> int:
        named = _MONTHS.get(self.typed["month"].lower().rstrip("."))
        month = named or self._number("month")
        if not 1 <= month <= 12:
            self._refuse(["month"], "must have a month from 1 to 12")
        return month

    def _number(self, box: str) -> int:
        if not re.fullmatch(r"[0-9]{1,2}", self.typed[box]):
            self._refuse([box], f"must have a {box} in numbers")
        return int(self.typed[box])

    def _refuse(self, wrong: Sequence[str], why: str) -> None:
        self.wrong = wrong
        raise ValidationError(f"{self.called} {why}.")


class LinesField(Field):
    """A list of short answers, one a line. `data` is a list; blank lines do not count."""

    kind = "textarea"
    widget = cast("Any", TextArea())
    data: list[str]

    def process_data(self, value: Any) -> None:
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = _lines(valuelist[0])

    def _value(self) -> str:
        return "\n".join(self.data or [])


def day_not_in_future(_form: Any, field: DayField) -> None:
    """For `validators=[day_not_in_future]`: what has happened cannot lie ahead."""
    if field.data and field.data > today():
        field.wrong = ()
        raise ValidationError(f"{field.called} must be today or in the past.")


def _lines(text: str) -> list[str]:
    return [line for line in (trimmed(line) for line in text.splitlines()) if line]


def _in_words(boxes: Sequence[str]) -> str:
    return " and a ".join(boxes) if len(boxes) < 3 else "day, a month and a year"
