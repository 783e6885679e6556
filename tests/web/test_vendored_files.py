"""What others wrote is here as they published it, and wears nothing that belongs to gov.uk alone."""

import hashlib
import re

from pprg.config import CHECKOUT

VENDOR = CHECKOUT / "static" / "vendor"
STYLES = [*CHECKOUT.glob("static/*.css"), *VENDOR.glob("*/*.css")]


def test_every_vendored_file_is_the_one_written_down():
    """Changed on purpose? Put the new sha256 and version into static/vendor/VERSIONS.md."""
    written = dict(
        reversed(line.split())
        for line in (VENDOR / "VERSIONS.md").read_text("utf-8").splitlines()
        if _is_sum(line)
    )
    here = {path.relative_to(VENDOR).as_posix() for path in VENDOR.glob("*/*") if path.name != "LICENSE"}
    assert here <= written.keys()
    for name, digest in written.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


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


def _is_sum(line: str) -> bool:
    return bool(re.match(r"[0-9a-f]{64}  ", line))
