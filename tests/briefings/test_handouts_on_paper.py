"""Handouts hold what a record says whatever it says, and step down before they run over."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from pprg.briefings.drawing.handout_fitting import STEPS, fit, pages
from pprg.briefings.drawing.handouts import WORD
from pprg.documents import zips
from tests.briefings.any_record import LONG_WORD, records
from tests.briefings.handout_files import all_of, composed, in_order, made, stands_in_order
from tests.briefings.records import NAMES, changed, record

HANDOUTS = ("facilitator-sheet", "supervision-pack", "record-of-use")
FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(records())
def test_whatever_a_record_holds_every_word_stands_there_in_its_order(read):
    for product in HANDOUTS:
        # Word keeps what is typed; what no file can hold is dropped from both.
        assert stands_in_order(in_order(composed(product, read)), all_of(made(product, "docx", read), "docx"))


def test_the_three_records_keep_to_the_pages_that_are_meant():
    for product in HANDOUTS:
        for name in NAMES:
            words = composed(product, record(name))
            assert pages(words) == words.pages


def test_more_words_are_set_smaller_before_they_run_over():
    short = composed("supervision-pack", changed("sar-marian", supervision_prompts=["One?"]))
    long = composed(
        "supervision-pack", changed("sar-marian", supervision_prompts=[" ".join(["word"] * 24)] * 8)
    )

    assert STEPS.index(fit(long)) > STEPS.index(fit(short))
    assert pages(long) == pages(short) == 2


def test_nothing_is_ever_set_smaller_than_the_house_allows():
    assert min(step.size for step in STEPS) == 11
    assert min(step.pen_mm for step in STEPS) == 8


def test_a_word_wider_than_the_page_is_broken_and_not_cut():
    read = changed("sar-marian", title=LONG_WORD * 2, supervision_prompts=[LONG_WORD * 3])

    for suffix in ("docx", "pdf"):
        assert LONG_WORD * 3 in all_of(made("supervision-pack", suffix, read), suffix)


def test_the_template_is_what_its_builder_makes(tmp_path, monkeypatch):
    """If you changed the builder: run it, look at the pages, and commit the .docx with it."""
    monkeypatch.syspath_prepend(str(Path(WORD).parent))
    import build_handout

    build_handout.build(tmp_path / "again.docx")

    assert zips.unpacked((tmp_path / "again.docx").read_bytes()) == zips.unpacked(WORD.read_bytes())
