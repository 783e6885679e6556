"""What readers have is out of date when, and only when, it would be made differently today."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pprg import clock
from pprg.briefings import currency as telling
from pprg.briefings import house_sentences, imprints, products, queries, services
from pprg.briefings.choosing.picks import Settling
from pprg.briefings.content import BoxKind
from pprg.briefings.drawing import pdf, word
from pprg.database import commit, db
from pprg.publications.currency import Cause, currency_of
from pprg.publications.queries import content_of
from tests.briefings.builders import facts, rewritten, wanted
from tests.briefings.releasing import a_released_publication, released


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def chair(people):
    return people.chair()


@pytest.fixture
def publication(author, chair):
    made = a_released_publication(author=author.account, second=chair.account)
    commit()
    return made


def stale(publication):
    """Each product that is out of date, and why."""
    return {one.product: {why.words for why in one.because} for one in currency_of(publication).stale}


def would_differ(publication):
    """The truth: products of which some file, made again today with its version and day, has other bytes."""
    release = publication.newest
    desk = queries.desk_of(publication)
    imprint = imprints.of_release(desk.record, number=release.version, dated=release.visible_from)
    return {
        file.product
        for file in release.proof.files
        if file.product in products.NAMES
        and services.one_file(desk, products.product_called(file.product), file.suffix, imprint).content
        != content_of(file)
    }


@pytest.mark.both_databases
def test_what_was_just_released_is_current(publication):
    assert stale(publication) == {}
    assert would_differ(publication) == set()


def test_a_changed_word_marks_the_products_that_say_it_and_no_other(publication, author):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])

    assert stale(publication).keys() - {"everything"} == would_differ(publication)
    assert "supervision-pack" in stale(publication)
    assert "seven-minute-briefing" not in stale(publication)
    assert stale(publication)["supervision-pack"] == {"the words under “Supervision prompts” changed"}


def test_the_moment_is_that_of_the_first_change_and_not_of_a_later_one(publication, author):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])
    before = dict(publication.differs_since)
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["And then?"])

    assert set(before) == {"supervision_prompts"}
    assert publication.differs_since == before
    (one,) = [one for one in currency_of(publication).stale if one.product == "supervision-pack"]
    assert one.since.isoformat() == before["supervision_prompts"]


def test_what_is_put_back_as_it_was_is_current_again(publication, author):
    prompts = list(telling._Held(publication.newest).then.supervision_prompts)
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["Another."])
    rewritten(publication, "supervision", by=author.account, supervision_prompts=prompts)

    assert stale(publication) == {}
    assert publication.differs_since == {}


def test_another_choice_marks_what_it_changes(publication, author):
    row = queries.box_choices_of(publication)[BoxKind.TALK]
    kept = [line.source for line in row.lines][:-1]
    services.choose(publication, BoxKind.TALK, wanted(*kept), version=row.version, by=author.account)

    assert stale(publication).keys() - {"everything"} == would_differ(publication)
    assert stale(publication)["seven-minute-briefing"] == {"something else was chosen for “Talk about it”"}


def test_a_changed_fact_of_which_the_author_keeps_the_old_words_is_not_out_of_date_there(publication, author):
    rewritten(publication, "person", by=author.account, pen_picture=["She raised roses.", *facts()[1:]])
    row = queries.box_choices_of(publication)[BoxKind.PERSON]
    assert "seven-minute-briefing" in stale(publication)

    services.settle(
        publication, BoxKind.PERSON, "pen_picture/0", Settling.KEEP, version=row.version, by=author.account
    )

    assert "seven-minute-briefing" not in stale(publication)
    assert stale(publication).keys() - {"everything"} == would_differ(publication)


def test_a_changed_template_marks_only_what_is_drawn_with_it(publication, monkeypatch, tmp_path):
    template = tmp_path / word.HOUSE_TEMPLATE.name
    shutil.copy(word.HOUSE_TEMPLATE, template)
    template.write_bytes(template.read_bytes() + b"\0")
    monkeypatch.setattr(word, "HOUSE_TEMPLATE", template)

    found = currency_of(publication)

    assert stale(publication).keys() == {"seven-minute-briefing", "everything"}
    assert stale(publication)["seven-minute-briefing"] == {"the template changed (Word)"}
    assert found.stale[0].suffixes == ("docx",)
    assert all(one.looks_only for one in found.stale)


def test_when_a_template_was_seen_to_be_another_is_kept(publication, monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "TEMPLATE", tmp_path / pdf.TEMPLATE.name)
    (tmp_path / pdf.TEMPLATE.name).write_text("other")
    first = currency_of(publication).stale[0].since

    monkeypatch.setattr(clock, "now", lambda: first + timedelta(days=3))

    assert currency_of(publication).stale[0].since == first


def test_a_changed_setting_marks_what_carries_it(publication, monkeypatch):
    monkeypatch.setattr(imprints, "_house", [replace(imprints._house[0], telephone="01632 960199")])

    assert stale(publication).keys() - {"everything"} == would_differ(publication)
    (why,) = stale(publication)["seven-minute-briefing"]
    assert why == "a label or a setting of the partnership changed"


def test_a_changed_label_marks_what_says_it(publication, monkeypatch):
    telling._contents.cache_clear()
    headings = house_sentences.BOX_HEADINGS | {BoxKind.WORKED: "What went well"}
    for place in (house_sentences, __import__("pprg.briefings.compose", fromlist=["house"]).house):
        monkeypatch.setattr(place, "BOX_HEADINGS", headings)
    try:
        assert {why.cause for one in currency_of(publication).stale for why in one.because} == {Cause.LABEL}
        assert stale(publication).keys() - {"everything"} == would_differ(publication)
    finally:
        telling._contents.cache_clear()


def test_a_new_release_is_current_and_what_is_withdrawn_is_nothing_to_readers(publication, author, chair):
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["Another."])
    released(publication, author=author.account, second=chair.account)

    assert publication.newest.version == "2.0"
    assert stale(publication) == {}


def test_a_record_that_is_not_whole_is_said_to_be_so(publication, author):
    rewritten(publication, "why", by=author.account, why_reviewed="", statistic=None)

    found = currency_of(publication)

    assert found.stale == ()
    assert "not whole" in found.unknown


CHANGES = {
    "life": {"lived_experience": "Days were long."},
    "worked": {"good_practice": [{"role": "A nurse", "what": "Came back the next day."}]},
    "do": {"what_to_do": [{"audience": "all", "action": "Ask what a good day is."}]},
    "questions": {"questions": ["Who would you ring first?"]},
    "supervision": {"supervision_prompts": ["What did you notice?"]},
    "changes": {"changes_already_made": []},
    "themes": {"themes": ["professional_curiosity"], "keywords": ["hoarding"]},
    "support": {"content_warnings": ["Death of an older person"], "support": []},
    "person": {"pen_picture": ["She sang."]},
}


@given(edits=some.lists(some.sampled_from(sorted(CHANGES)), max_size=3, unique=True))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_edits_mark_exactly_what_would_be_made_differently(publication, author, edits):
    try:
        for section in edits:
            rewritten(publication, section, by=author.account, **CHANGES[section])

        found = currency_of(publication)

        assert found.unknown == ""
        assert {one.product for one in found.stale} - {"everything"} == would_differ(publication)
        assert all(one.because and one.since for one in found.stale)
    finally:
        db.session.rollback()
        db.session.expire_all()
