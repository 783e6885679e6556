"""What in a zip of finished files would shut somebody out: an index that is missing, wrong or incomplete."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from pprg.documents import checking_page, zips
from pprg.documents.places import CannotRead
from pprg.documents.reading_zip import INDEX


def faults(file: bytes) -> Iterator[str]:
    try:
        members = zips.unpacked(file)
    except zips.CannotUnpack as wrong:
        raise CannotRead(str(wrong)) from None
    if INDEX not in members:
        yield "The zip has no index, so nobody knows what each of its files is for."
        return
    yield from (f"In the index: {fault}" for fault in checking_page.faults(members[INDEX]))
    listed = {link.get("href") for link in html.document_fromstring(members[INDEX].decode()).iter("a")}
    for name in sorted(set(members) - {INDEX} - listed):
        yield f"The index does not list {name}."
