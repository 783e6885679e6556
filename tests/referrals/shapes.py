"""Answers of any shape that a page could have kept, made from the questions themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from pprg.referrals.questions import Kind, Question
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import every_question

TODAY = date(2026, 11, 23)
_TEXTS = st.one_of(
    st.text(max_size=30), st.sampled_from(["", "12", "about 17", "3 months", "999", "a\nb, c"])
)
_NUMBERS = st.sampled_from(
    ["", "0", "1", "2", "13", "29", "31", "x", "Feb", "1066", "1950", "2009", "2026", "2030"]
)


def anything() -> st.SearchStrategy[dict[str, dict[str, Any]]]:
    """Some pages of the form, each with some of its answers."""
    pages = {step: _page(step) for step in Step}
    return st.fixed_dictionaries({}, optional=pages)


def _page(step: Step) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={q.key: _kept(q) for q in every_question(step, TODAY)})


def _kept(question: Question) -> st.SearchStrategy[Any]:
    values = [choice.value for choice in question.choices]
    if question.kind == Kind.ONE:
        return st.sampled_from(["", *values])
    if question.kind == Kind.SEVERAL:
        return st.lists(st.sampled_from(values), unique=True, max_size=3)
    if question.kind == Kind.DAY:
        boxes = dict.fromkeys(("day", "month", "year"), _NUMBERS)
        return st.fixed_dictionaries({**boxes, "unknown": st.booleans()})
    if question.kind == Kind.ROWS:
        columns = {column.key: _kept(column) for column in question.columns}
        row = st.fixed_dictionaries({"id": st.sampled_from(["a", "b"])}, optional=columns)
        return st.lists(row, max_size=3)
    return _TEXTS
