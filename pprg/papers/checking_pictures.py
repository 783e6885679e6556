"""Pictures: they open, they are whole, and drawing them does not fill a computer's memory."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image

from pprg.errors import Refused

PIXELS = 110_000_000
"""More than the finest telephone camera takes."""
TOO_MANY = "This picture has more points than any camera takes. Save it smaller."
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
"""What Pillow raises for a picture that is not one."""


def look(content: bytes) -> None:
    try:
        _draw(content)
    except Image.DecompressionBombError:
        raise Refused(TOO_MANY) from None
    except _DAMAGED:
        raise Refused("This picture is damaged and cannot be opened. Save it again and choose it.") from None


def _draw(content: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(content), formats=["JPEG", "PNG"]) as picture:
            width, height = picture.size
            if width * height > PIXELS:
                raise Refused(TOO_MANY)
            if picture.format == "PNG":
                picture.verify()  # every part against its checksum, without drawing it
            else:
                picture.draft("L", (width // 8, height // 8))  # an eighth of it: whole, and quickly
                picture.load()
