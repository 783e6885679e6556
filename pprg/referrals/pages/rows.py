"""Entries of a list: where they stand on their page, and each on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, abort, url_for

from pprg import clock
from pprg.errors import Refused
from pprg.referrals import completeness, reading, services
from pprg.referrals.forms import StepForm, form_of
from pprg.referrals.models import Referral
from pprg.referrals.questions import Question, Row, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import TITLES, list_of
from pprg.web.fragments import page
from pprg.web.sessions import me


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
    """A list as it stands on its page."""
    rows: list[Row] = said(referral.answers, step, question.key) or []
    return {
        "question": question,
        "entries": [
            {
                "words": named(question, row) or f"{question.one} {number}".capitalize(),
                "more": _more(question, row),
                "wrong": any(
                    completeness.fault(c, row.get(c.key) or "", on=clock.today()) for c in question.columns
                ),
                "url": url_for(
                    ".row", referral_id=referral.id, step=step, key=question.key, row_id=row["id"]
                ),
            }
            for number, row in enumerate(rows, start=1)
        ],
    }


def entry_of(referral: Referral, step: Step, key: str, row_id: str) -> Entry:
    """The entry that the address names, with what was posted over what is kept; else 404."""
    question = list_of(step, key)
    rows: list[Row] = said(referral.answers, step, key) or []
    found = next((place for place, row in enumerate(rows) if row["id"] == row_id), None)
    if question is None or found is None:
        abort(404)
    form = form_of(question.columns, rows[found], version=referral.version, today=clock.today())
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
    return url_for(".step", referral_id=referral.id, step=entry.step, _anchor=f"{entry.question.key}-list")


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
    """What else was said of it, in one line."""
    told = (reading.in_words(column, row.get(column.key) or "") for column in question.columns[1:])
    return " · ".join(words.replace("\n", " ") for words in told if words)
