"""Square codes that a telephone's camera reads as an address."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import segno

QUIET = 4
"""Modules of white that a camera needs around the code."""
_CORRECTION = "m"
"""A seventh of the code may be creased or covered and it still reads."""


@lru_cache(maxsize=64)
def png(address: str) -> bytes:
    """The code as a picture, sharp at 40 mm on an office printer."""
    file = BytesIO()
    segno.make(address, error=_CORRECTION, micro=False).save(file, kind="png", scale=12, border=QUIET)
    return file.getvalue()


@lru_cache(maxsize=64)
def svg(address: str) -> str:
    """The code as lines; fills whatever it is put into. The white around it is part of it."""
    file = BytesIO()
    segno.make(address, error=_CORRECTION, micro=False).save(
        file,
        kind="svg",
        border=QUIET,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return file.getvalue().decode().strip()
