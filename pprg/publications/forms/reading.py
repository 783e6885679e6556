"""From words to a form and back: rows that hold nothing are no rows, a number nobody gave is no number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from wtforms import BooleanField, Field, FieldList, FormField, HiddenField
from wtforms.form import BaseForm

from pprg.publications.forms.sections import SectionForm, Ticks, WholeNumber
from pprg.publications.record import Mistake
from pprg.web.fields import DayField, LinesField

Kind = TypeVar("Kind", bound=SectionForm)


def filled(kind: type[Kind], words: Mapping[str, Any], *, version: str, one_more: str = "") -> Kind:
    """A form that shows these words; with an empty row at the end of the group named by `one_more`."""
    shown = dict(words)
    form = kind(formdata=None, data={"version": version})
    for field in _own(form):
        value = shown.get(field.name)
        if isinstance(field, FieldList):
            rows = list(value or [])
            value = [*rows, _blank(field)] if not rows or field.name == one_more else rows
        shown[field.name] = ({} if value is None else value) if isinstance(field, FormField) else value
    form = kind(formdata=None, data={**shown, "version": version})
    for group in (field for field in _own(form) if isinstance(field, FieldList)):
        for place, entry in enumerate(group, start=1):
            entry.label.text = f"{entry.label.text} {place}"
            for field in entry if isinstance(entry, FormField) else [entry]:
                field.terse = place > 1
                if place > 1 and isinstance(field, LinesField):
                    field.description = ""
    return form


def said_in(form: BaseForm) -> dict[str, Any]:
    """What the fields of a form say, in the shape of the record."""
    return {field.short_name: _said(field) for field in _own(form)}


def put_beside(form: BaseForm, mistakes: Iterable[Mistake]) -> None:
    """Each mistake beside the field it stands in; what has no field of its own at the top."""
    for where, sentence, _ in mistakes:
        way = _way_to(form, re.findall(r"[^.\[\]]+", where))
        if not way or isinstance(way[-1], (FormField, FieldList)):
            form.form_errors = [*form.form_errors, sentence]
        elif not way[-1].errors:
            way[-1].errors = [sentence]
            for field in way[:-1]:
                if isinstance(field, FieldList):
                    field.errors = [sentence]  # so that the summary looks inside


def carry_days(posted: BaseForm, form: BaseForm) -> None:
    """What was wrong with a half-typed day is said of the form that is shown instead."""
    for field in _own(posted):
        if isinstance(field, FormField):
            carry_days(field.form, form[field.short_name].form)
        elif isinstance(field, DayField) and field.errors:
            form[field.short_name].errors, form[field.short_name].wrong = list(field.errors), field.wrong


def _own(form: BaseForm) -> list[Field]:
    """The fields that are words: neither tokens nor stamps."""
    return [field for field in form if not isinstance(field, HiddenField)]


def _said(field: Field) -> Any:
    if isinstance(field, FormField):
        said = said_in(field.form)
        return said if _anything(said) else None
    if isinstance(field, FieldList):
        return [said for entry in field if _anything(said := _said(entry))]
    if isinstance(field, DayField):
        return _day(field)
    if isinstance(field, BooleanField):
        return bool(field.data)
    if isinstance(field, WholeNumber):
        return int(field.data) if (field.data or "").isdecimal() else field.data or None
    return field.data or ([] if isinstance(field, (LinesField, Ticks)) else "")


def _day(field: DayField) -> Any:
    """A day as it is stored; a half-typed one as it was typed."""
    if isinstance(field.data, date):
        return field.data.isoformat()
    return dict(field.typed) if any(field.typed.values()) else None


def _anything(said: Any) -> bool:
    """Whether there is a word in it; a tick or a number alone is none."""
    if isinstance(said, Mapping):
        return any(_anything(part) for part in said.values())
    return bool(said) and not isinstance(said, bool)


def _blank(field: FieldList) -> Any:
    return {} if field.unbound_field.field_class is FormField else ""


def _way_to(form: BaseForm, steps: Sequence[str]) -> list[Field]:
    """The fields that ("what_happened", "2", "event") leads through, as far as there are any."""
    here: Any = form
    way: list[Field] = []
    for step in steps:
        inside = here.form if isinstance(here, FormField) else here
        if isinstance(inside, FieldList):
            here = inside.entries[int(step)] if step.isdigit() and int(step) < len(inside.entries) else None
        else:
            here = inside[step] if isinstance(inside, BaseForm) and step in inside else None
        if here is None:
            break
        way.append(here)
    return way
