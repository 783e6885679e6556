"""Entries of a list: where they stand on their page, and each on a page of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, abort, request, url_for

from pprg import clock
from pprg.errors import Refused
from pprg.referrals import completeness, reading, services
from pprg.referrals.contradictions import days_out_of_order
from pprg.referrals.forms import StepForm, form_of
from pprg.referrals.models import Referral
from pprg.referrals.questions import Kind, Question, Row, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import TITLES, list_of
from pprg.web.fragments import page
from pprg.web.sessions import me

ON_A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a list, with its form."""

    step: Step
    question: Question
    row: Row
    number: int
    form: StepForm

    @property
    def words(self) -> str:
        """By what its writer knows it: the first thing that was said of it."""
        return named(self.question, self.row) or f"{self.question.one} {self.number}"


def named(question: Question, row: Row) -> str:
    """The first column in words."""
    first = question.columns[0]
    return reading.in_words(first, row.get(first.key) or "")


def listed(referral: Referral, step: Step, question: Question) -> dict[str, Any]:
    """A list as it stands on its page: so many entries at a time, in order."""
    rows = reading.in_order(question, said(referral.answers, step, question.key) or [])
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    number = min(max(1, request.args.get(question.key, 1, type=int)), pages)
    first = (number - 1) * ON_A_PAGE
    shown = enumerate(rows[first : first + ON_A_PAGE], start=first + 1)
    return {
        "question": question,
        "entries": [_entry(referral, step, question, row, at) for at, row in shown],
        "total": len(rows),
        "adds": _adds(question, any_there=bool(rows)),
        "number": number,
        "pages": pages,
        "page_of": lambda at: url_for(
            ".step",
            referral_id=referral.id,
            step=step,
            _anchor=f"{question.key}-list",
            **{question.key: at},
        ),
        "paste": url_for(".paste", referral_id=referral.id) if step == Step.DATES else "",
    }


def _adds(question: Question, *, any_there: bool) -> str:
    """What the button says: "Add an agency"."""
    article = "an" if question.one[0] in "aeiou" else "a"
    return f"Add {'another' if any_there else article} {question.one}"


def _entry(referral: Referral, step: Step, question: Question, row: Row, number: int) -> dict[str, Any]:
    """One entry of a list in two lines, and where it is written."""
    return {
        "words": named(question, row) or f"{question.one} {number}".capitalize(),
        "more": _more(question, row),
        "wrong": completeness.row_is_wrong(question, row, on=clock.today()),
        "url": url_for(".row", referral_id=referral.id, step=step, key=question.key, row_id=row["id"]),
    }


def entry_of(referral: Referral, step: Step, key: str, row_id: str) -> Entry:
    """The entry that the address names, with what was posted over what is kept; else 404."""
    question = list_of(step, key) or abort(404)
    rows = reading.in_order(question, said(referral.answers, step, key) or [])
    found = next((place for place, row in enumerate(rows) if row["id"] == row_id), None)
    if found is None:
        abort(404)
    columns = question.columns

    def against(typed: Mapping[str, Any]) -> Mapping[str, str]:
        return days_out_of_order(columns, typed)

    form = form_of(columns, rows[found], version=referral.version, today=clock.today(), against=against)
    return Entry(step=step, question=question, row=rows[found], number=found + 1, form=form)


def save_row(referral: Referral, entry: Entry) -> None:
    services.save_row(
        referral,
        entry.step,
        entry.question,
        entry.row["id"],
        entry.form.answers,
        version=entry.form.version.data or 0,
        by=me(),
    )


def to_a_new_row(referral: Referral, step: Step, key: str) -> str:
    """Add an entry to a list: where it is written."""
    question = list_of(step, key) or abort(404)
    (row_id,) = services.add_rows(referral, step, question, [{}], by=me())
    return url_for(".row", referral_id=referral.id, step=step, key=key, row_id=row_id)


def back_to_list(referral: Referral, entry: Entry) -> str:
    """The list, at the place where the entry stands now."""
    question, step = entry.question, entry.step
    rows = reading.in_order(question, said(referral.answers, step, question.key) or [])
    place = next((place for place, row in enumerate(rows) if row["id"] == entry.row["id"]), 0)
    number: dict[str, Any] = {question.key: place // ON_A_PAGE + 1} if place >= ON_A_PAGE else {}
    return url_for(".step", referral_id=referral.id, step=step, _anchor=f"{question.key}-list", **number)


def one_row(referral: Referral, entry: Entry, refusal: Refused | None = None) -> Response:
    answer = page(
        "referrals/row.html",
        referral=referral,
        entry=entry,
        form=entry.form,
        list_title=TITLES[entry.step],
        refusal=refusal,
    )
    if refusal is not None:
        answer.status_code = 409
    return answer


def _more(question: Question, row: Row) -> str:
    """What else was said of it, in one line. A yes is told by what was asked; a no is not told."""
    told = (_in_short(column, row.get(column.key) or "") for column in question.columns[1:])
    return " · ".join(words.replace("\n", " ") for words in told if words)


def _in_short(column: Question, kept: Any) -> str:
    if column.kind == Kind.ONE and kept in {"yes", "no", "not_known"}:
        return (column.read_as or column.label).rstrip("?") if kept == "yes" else ""
    return reading.in_words(column, kept)
