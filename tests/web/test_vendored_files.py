"""What others wrote carries its licence, and nothing here wears what belongs to gov.uk alone."""

import re

from pprg.config import CHECKOUT

VENDOR = CHECKOUT / "static" / "vendor"
STYLES = [*CHECKOUT.glob("static/*.css"), *VENDOR.glob("*/*.css")]


def test_every_vendored_folder_carries_its_licence():
    for folder in VENDOR.iterdir():
        assert not folder.is_dir() or (folder / "LICENSE").is_file(), folder.name


def test_no_style_sheet_wears_the_crown_the_crest_or_the_gov_uk_typeface():
    for sheet in STYLES:
        css = sheet.read_text("utf-8")
        assert not re.search(r"GDS Transport|crest|crown|@import", css, re.IGNORECASE), sheet.name


def test_style_sheets_fetch_nothing_but_our_own_fonts():
    fetched = [url for sheet in STYLES for url in re.findall(r"url\(([^)]*)\)", sheet.read_text("utf-8"))]
    assert len(fetched) == 2
    for url in fetched:
        assert (CHECKOUT / "static" / url.strip("\"'")).is_file(), url
