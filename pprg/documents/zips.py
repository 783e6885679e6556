"""Office files are zip files: the same members always packed the same way, and unpacked with care."""

from __future__ import annotations

import zipfile
from io import BytesIO

CONTENTS = "[Content_Types].xml"


def settled(file: bytes) -> bytes:
    """The same members in a fixed order, without the time of writing: same words, same bytes.

    Headers are those that Word and PowerPoint are known to take: list of contents first, Unix
    attributes, sizes in front of the data.
    """
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as given, zipfile.ZipFile(packed, "w") as pack:
        for name in sorted(given.namelist(), key=lambda name: (name != CONTENTS, name)):
            member = zipfile.ZipInfo(name)  # dated 1980, the first day that the format knows
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = 0o600 << 16
            pack.writestr(member, given.read(name))
    return packed.getvalue()
