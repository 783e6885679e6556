"""Office files are zip files: unpacked with care, and the same members always packed the same way."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

CONTENTS = "[Content_Types].xml"
_LOCAL, _ENTRY = b"PK\3\4\x14\0", b"PK\1\2\x14\3\x14\0"
_KIND = struct.pack("<4H", 0, zipfile.ZIP_DEFLATED, 0, 1 << 5 | 1)
"""No flags; deflated; midnight of 1 January 1980, the first day that the format knows."""
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


@dataclass(frozen=True)
class Deflated:
    """A part made small once, to be put into many files."""

    crc: int
    size: int
    data: bytes


def deflated(content: bytes) -> Deflated:
    press = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Deflated(zlib.crc32(content), len(content), press.compress(content) + press.flush())


def packed(parts: Mapping[str, bytes | Deflated]) -> bytes:
    """The parts in a fixed order, without the time of writing: same parts, same bytes.

    Byte for byte what `zipfile` writes, but for parts that are small already nothing is done again. Headers
    are those that Word and PowerPoint are known to take: list of contents first, Unix attributes,
    sizes in front of the data, no flags.
    """
    bodies: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name in sorted(parts, key=lambda name: (name != CONTENTS, name)):
        part, label = parts[name], name.encode("ascii")
        small = part if isinstance(part, Deflated) else deflated(part)
        told = struct.pack("<3L2H", small.crc, len(small.data), small.size, len(label), 0)
        bodies += (_LOCAL, _KIND, told, label, small.data)
        listed += (_ENTRY, _KIND, told, struct.pack("<3H2L", 0, 0, 0, 0o600 << 16, at), label)
        at += len(_LOCAL) + len(_KIND) + len(told) + len(label) + len(small.data)
    index = b"".join(listed)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(parts), len(parts), len(index), at, 0)
    return b"".join((*bodies, index, end))


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
