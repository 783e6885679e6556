"""Pairs of records from a file: `{"pairs": [{"id", "a": {…}, "b": {…}}, …]}`, or the list alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pprg.errors import Mistaken
from pprg.people.matching.describing import sketch
from pprg.people.matching.sketches import Sketch, day_known

SINGLE = ("given_name", "middle_names", "family_name", "date_of_birth", "sex", "nhs_number", "address",
          "postcode", "phone")  # fmt: skip
Pairs = dict[str, tuple[Sketch, Sketch]]


def read_pairs(content: bytes) -> Pairs:
    """The pairs by their id. `Mistaken` with every mistake and its place where the file is not right."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Mistaken([("The file", "This is not JSON in UTF-8.")]) from None
    listed = told.get("pairs") if isinstance(told, dict) else told
    if not isinstance(listed, list):
        raise Mistaken([("The file", "It must hold a list of pairs, under “pairs” or alone.")])
    mistakes = [
        mistake for place, pair in enumerate(listed) for mistake in _wrong_with(pair, f"pairs[{place}]")
    ]
    ids = [pair.get("id") for pair in listed if isinstance(pair, dict)]
    mistakes += [("pairs", f"The id {one} comes twice.") for one in sorted(_twice(ids))]
    if mistakes:
        raise Mistaken(mistakes)
    return {pair["id"]: (_sketched(pair["a"]), _sketched(pair["b"])) for pair in listed}


def _twice(ids: list[Any]) -> set[str]:
    return {one for one in ids if isinstance(one, str) and ids.count(one) > 1}


def _wrong_with(pair: Any, where: str) -> Iterator[tuple[str, str]]:
    if not isinstance(pair, dict):
        yield where, "A pair must have id, a and b."
        return
    if not isinstance(pair.get("id"), str) or not pair["id"].strip():
        yield f"{where}.id", "Every pair needs an id, as text."
    for side in ("a", "b"):
        if isinstance(pair.get(side), dict):
            yield from _wrong_with_record(pair[side], f"{where}.{side}")
        else:
            yield f"{where}.{side}", "This must be a record of a person."


def _wrong_with_record(record: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    for key in SINGLE:
        if not isinstance(record.get(key), str | None):
            yield f"{where}.{key}", "This must be text, or null where it is not known."
    aliases = record.get("known_as")
    if not isinstance(aliases, list | None) or not all(isinstance(one, str) for one in aliases or ()):
        yield f"{where}.known_as", "This must be a list of names."
    born = record.get("date_of_birth")
    if isinstance(born, str) and born.strip() and day_known(born) != born.strip():
        yield f"{where}.date_of_birth", f"“{born[:40]}” is no date like 1950, 1950-02 or 1950-02-01."


def _sketched(record: dict[str, Any]) -> Sketch:
    said = {key: record.get(key) or "" for key in SINGLE}
    return sketch(
        given=said["given_name"],
        middle=said["middle_names"],
        family=said["family_name"],
        names=record.get("known_as") or (),
        born=said["date_of_birth"],
        sex=said["sex"],
        nhs_number=said["nhs_number"],
        addresses=[said["address"]] if said["address"] or said["postcode"] else [],
        postcodes=[said["postcode"]] if said["postcode"] else [],
        phones=[said["phone"]],
    )
