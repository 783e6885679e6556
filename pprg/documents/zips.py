"""Office files are zip files: unpacked with care, and the same members always packed the same way."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

CONTENTS = "[Content_Types].xml"
MEMBERS = 5_000
UNPACKED = 200_000_000
"""Bytes of all members together. A full deck with photographs is a tenth of it."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises for files cut short, locked with a password, or made by hand to do harm."""


class CannotUnpack(ValueError):  # noqa: N818 - a sentence to a person
    """Not a zip file that can be opened safely. The words say what is wrong with it."""


def unpacked(file: bytes) -> dict[str, bytes]:
    """Every member by its name. Raises CannotUnpack for damage, for passwords and for zip bombs.

    The sizes that a bomb gives of itself are not believed: unpacking stops where the limit is.
    """
    try:
        with zipfile.ZipFile(BytesIO(file)) as pack:
            return _members(pack)
    except _DAMAGED as wrong:
        if isinstance(wrong, CannotUnpack):
            raise
        raise CannotUnpack("The file is damaged or locked with a password.") from None


def settled(file: bytes) -> bytes:
    """The same members in a fixed order, without the time of writing: same words, same bytes."""
    with zipfile.ZipFile(BytesIO(file)) as given:
        return packed({name: given.read(name) for name in given.namelist()})


def packed(members: Mapping[str, bytes]) -> bytes:
    """The members as a file, in a fixed order and without the time of writing.

    Headers are those that Word and PowerPoint are known to take: list of contents first, Unix
    attributes, sizes in front of the data.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as pack:
        for name in sorted(members, key=lambda name: (name != CONTENTS, name)):
            member = zipfile.ZipInfo(name)  # dated 1980, the first day that the format knows
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = 0o600 << 16
            pack.writestr(member, members[name])
    return file.getvalue()


def _members(pack: zipfile.ZipFile) -> dict[str, bytes]:
    listed = [member for member in pack.infolist() if not member.is_dir()]
    if len(listed) > MEMBERS:
        raise CannotUnpack("The file holds more parts than any document needs.")
    found: dict[str, bytes] = {}
    left = UNPACKED
    for member in listed:
        with pack.open(member) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise CannotUnpack("The file unpacks to more than any document needs.")
        found[member.filename] = content
    return found
