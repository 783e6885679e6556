"""The words that each product of each record has been seen to have, read back from the finished file.

python -m tests.briefings.golden      writes them down anew
"""

from __future__ import annotations

import re
from pathlib import Path

from pprg.briefings.products import PRODUCTS, Product, drawn
from pprg.documents import reading
from pprg.documents.places import Place
from tests.briefings.records import NAMES, imprint, record

FOLDER = Path(__file__).parent / "golden_words"
SEEN = re.compile(r"Body, (?:paragraph|table)|Slide \d+, ")
UNSEEN = re.compile(r"name of|address of|bookmark|field|box “(?:Footer|Slide number)”")
SHEET = re.compile(r"Slide \d+(?:, notes)?")


def words_of(name: str, product: Product) -> str:
    """What a reader sees, sheet by sheet, in the first format; the others are held against it."""
    read = record(name)
    suffix = product.formats[0]
    places = reading.places(drawn(product, suffix, read, {}, imprint(read)), f".{suffix}")
    sheets: dict[str, list[str]] = {}
    for place in filter(_seen, places):
        sheet = SHEET.match(place.where)
        sheets.setdefault(sheet[0] if sheet else "", []).append(place.text.strip())
    return "\n\n".join("\n".join([sheet, *texts]).strip() for sheet, texts in sheets.items()) + "\n"


def written_down(name: str, product: Product) -> str:
    return _file(name, product).read_text(encoding="utf-8")


def _seen(place: Place) -> bool:
    return bool(SEEN.match(place.where)) and not UNSEEN.search(place.where)


def _file(name: str, product: Product) -> Path:
    return FOLDER / f"{name}-{product.name}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        for product in PRODUCTS:
            _file(name, product).write_text(words_of(name, product), encoding="utf-8")
