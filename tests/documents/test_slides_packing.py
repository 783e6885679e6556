"""The file as a zip: what Office programs are strict about, and what a busy server does to it."""

import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.briefings.drawing.slides import pack
from pprg.documents import zips
from tests.documents import decks

NAMES = st.text(alphabet="abcdef/_.", min_size=1, max_size=20)


def as_zipfile_packs(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in sorted(parts, key=lambda name: (name != zips.CONTENTS, name)):
            member = zipfile.ZipInfo(name)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = 0o600 << 16
            package.writestr(member, parts[name], compresslevel=6)
    return target.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=500), max_size=8))
def test_files_are_packed_byte_for_byte_as_the_standard_library_does(parts):
    parts = {zips.CONTENTS: b"<Types/>", **parts}
    wanted = as_zipfile_packs(parts)
    assert zips.packed(parts) == wanted
    assert zips.packed({name: zips.deflated(part) for name, part in parts.items()}) == wanted


def test_what_was_packed_is_unpacked():
    parts = {zips.CONTENTS: b"<Types/>", "ppt/a.xml": b"x" * 10_000}
    assert zips.unpacked(zips.packed(parts)) == parts


def test_the_list_of_contents_comes_first_and_sizes_stand_before_the_data():
    with zipfile.ZipFile(BytesIO(pack(decks.short_slides("sar-marian")))) as package:
        members = package.infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {member.flag_bits for member in members} == {0}
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_packs_made_at_the_same_time_do_not_mix():
    """Word's template once did: 39 of 60 files held another case's text."""
    wanted = {name: pack(decks.short_slides(name)) for name in decks.NAMES}
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda name: (name, pack(decks.short_slides(name))), decks.NAMES * 20))
    assert all(file == wanted[name] for name, file in made)


def test_a_file_cut_short_or_locked_is_refused_in_words():
    whole = zips.packed({zips.CONTENTS: b"<Types/>" * 50})
    with pytest.raises(zips.CannotUnpack, match="damaged or locked"):
        zips.unpacked(whole[: len(whole) // 2])
