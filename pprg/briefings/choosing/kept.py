"""Choices as plain words, to be kept with the files that were made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pprg.briefings.choosing.picks import Choice, Choices, Pick
from pprg.briefings.content import BoxKind


def as_kept(choices: Choices) -> dict[str, Any]:
    """By box: its heading, and each pick with the record's words and the author's."""
    return {
        box.value: {
            "heading": choice.heading,
            "picks": [[pick.address, pick.lead, pick.text, pick.shorter] for pick in choice.picks],
        }
        for box, choice in choices.items()
        if choice.by_person
    }


def as_chosen(kept: Mapping[str, Any]) -> Choices:
    """The same choices again."""
    return {BoxKind(box): _choice(said) for box, said in kept.items()}


def _choice(said: Mapping[str, Any]) -> Choice:
    picks = (
        Pick(address=address, lead=lead, text=text, shorter=shorter)
        for address, lead, text, shorter in said["picks"]
    )
    return Choice(picks=tuple(picks), heading=said["heading"], by_person=True)
