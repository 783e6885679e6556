"""The words of a zip of finished files: its index and the names in it. The files are read each for itself."""

from __future__ import annotations

from pprg.documents import reading_page, zips
from pprg.documents.places import CannotRead, Place

INDEX = "index.html"


def places(file: bytes) -> list[Place]:
    try:
        members = zips.unpacked(file)
    except zips.CannotUnpack as wrong:
        raise CannotRead(str(wrong)) from None
    index = reading_page.places(members[INDEX]) if INDEX in members else []
    names = [Place("Name of a file in it", None, name) for name in sorted(members)]
    return [*(Place(f"Index: {place.where}", place.page, place.text) for place in index), *names]
