from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Required, TypedDict


class Particulars(TypedDict, total=False):
    """What the vault holds of one person."""

    names: Required[Sequence[str]]
    born: date | str | None
    died: date | str | None
    nhs_number: str | None
    addresses: Sequence[str]
    postcodes: Sequence[str]
    workplaces: Sequence[str]
    other: Sequence[str]
    sex: str | None
    phones: Sequence[str]
