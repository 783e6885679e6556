"""The released words once more, as they are drawn today: the same record, the same choices, another look."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pprg.briefings import imprints, products, services
from pprg.briefings.choosing.kept import as_chosen
from pprg.briefings.currency import currency_of
from pprg.briefings.desk import Desk
from pprg.briefings.everything import Packed
from pprg.briefings.fingerprints import Mark
from pprg.errors import Refused
from pprg.publications import queries as publications
from pprg.publications import services as publishing
from pprg.publications.currency import MadeAgain
from pprg.publications.models import MadeFile, Release


def made_again(release: Release, wanted: Collection[str], *, number: str, dated: date) -> MadeAgain:
    """The files of these products, and the zip of all. What is not wanted goes into it as it was released."""
    if not release.proof.choices:
        raise Refused("Nobody kept what was chosen for this release. Ask for a release in the usual way.")
    record = publications.record_of(release)
    imprint = imprints.of_release(record, number=number, dated=dated)
    desk = Desk(record, as_chosen(release.proof.choices), imprint)
    files: list[publishing.Made] = []
    packed: list[Packed] = []
    marks: dict[tuple[str, str], Mark] = {}
    for before in release.proof.files:
        if before.product not in products.NAMES:
            continue
        product = products.product_called(before.product)
        one: publishing.Made | MadeFile = before
        content = b""
        if before.product in wanted:
            one = services.one_file(desk, product, before.suffix, imprint, editions=True)
            files.append(one)
            content = one.content
        packed.append(
            Packed(
                product=product,
                suffix=one.suffix,
                file_name=one.file_name,
                content=content or publications.content_of(before),
            )
        )
        marks[one.product, one.suffix] = services.mark_on(one)
    return MadeAgain(
        files=[*files, services.all_in_one(packed, imprint, marks)], imprint=imprints.of_the_house(imprint)
    )


class _Maker:
    currency_of = staticmethod(currency_of)
    made_again = staticmethod(made_again)


MAKER = _Maker()
"""Who knows how products are made, for the room of publications to ask."""
