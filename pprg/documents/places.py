"""One place in a file where words stand or hide."""

from __future__ import annotations

from dataclasses import dataclass


class CannotRead(ValueError):  # noqa: N818 - a sentence to a person
    """The words of a file cannot be had. Says why; such a file must never count as clean."""


@dataclass(frozen=True)
class Place:
    """Words, and where a person finds them."""

    where: str
    """As one would tell a colleague: "Slide 3, notes", "Comment 1 by A. Author"."""
    page: int | None
    """Page or slide, counted from 1; None where the format has none, or the words stand on none."""
    text: str
    """All of them, joined where the file holds them in pieces."""
