"""A file of cases, each with its facts: {"scenarios": [{"id": "D01", "facts": {…}}, …]} or the bare list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pprg.errors import Mistaken
from pprg.guidance.triage.facts import Facts, facts_from, not_read

Mistakes = list[tuple[str, str]]


def cases_from(written: bytes) -> dict[str, Facts]:
    """The facts by the id of their case. Raises `Mistaken` with all that is wrong, by case and fact."""
    mistakes: Mistakes = []
    cases: dict[str, Facts] = {}
    seen: set[str] = set()
    for number, case in enumerate(_listed(written), start=1):
        name = _name(case, f"case {number} of the file", mistakes)
        if name in seen:
            mistakes.append((name, "This id stands twice. Give each case an id of its own."))
        seen.add(name)
        try:
            cases[name] = facts_from(_facts(case))
        except Mistaken as wrong:
            mistakes += [(f"{name}, {where}", sentence) for where, sentence in wrong.mistakes]
    if mistakes:
        raise Mistaken(mistakes)
    return cases


def left_out(written: bytes) -> list[tuple[str, str]]:
    """(id, name) of everything that stands among the facts and is none."""
    return [(str(case["id"]), name) for case in _listed(written) for name in not_read(case["facts"])]


def _listed(written: bytes) -> list[Any]:
    try:
        read = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Mistaken([("the file", "This is not JSON in UTF-8, so nothing in it can be read.")]) from None
    cases = read.get("scenarios") if isinstance(read, Mapping) else read
    if not isinstance(cases, list):
        raise Mistaken([("the file", "Give a list of cases, bare or under “scenarios”.")])
    return cases


def _name(case: Any, place: str, mistakes: Mistakes) -> str:
    name = case.get("id") if isinstance(case, Mapping) else None
    if isinstance(name, str | int) and str(name).strip():
        return str(name)
    mistakes.append((place, "Give it an “id”, such as D01."))
    return place


def _facts(case: Any) -> Any:
    return case.get("facts") if isinstance(case, Mapping) else None
