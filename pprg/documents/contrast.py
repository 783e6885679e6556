"""Whether letters stand out from what is behind them (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

LEAST, LEAST_FOR_LARGE = 4.5, 3.0
LARGE, LARGE_AND_BOLD = 18.0, 14.0
"""Points from which letters count as large."""


def ratio(one: str, other: str) -> float:
    """Between two colours given as six hex digits: 1 is none, 21 is black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(letters: str, ground: str, *, size: float, bold: bool) -> bool:
    large = size >= LARGE or (bold and size >= LARGE_AND_BOLD)
    # A hair below is a rounding of colours, not a fault that an eye could see.
    return ratio(letters, ground) >= (LEAST_FOR_LARGE if large else LEAST) - 0.005


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
