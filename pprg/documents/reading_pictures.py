"""Words that cameras and drawing programs leave inside a picture file."""

from __future__ import annotations

from io import BytesIO

from PIL import ExifTags, Image, UnidentifiedImageError

_PLACE = 34853
"""The tag under which cameras say where the picture was taken."""


def hidden_in_picture(content: bytes) -> list[str]:
    """What the file says beside its dots: comments, camera, author, where and when. Dots are not read."""
    try:
        with Image.open(BytesIO(content)) as picture:
            told = [f"{name}: {value}" for name, value in picture.info.items() if isinstance(value, str)]
            data = picture.getexif()
            told += [f"{ExifTags.TAGS.get(tag, tag)}: {value}" for tag, value in data.items()]
            told += [f"Position: {value}" for value in data.get_ifd(_PLACE).values()]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return []
    return told
