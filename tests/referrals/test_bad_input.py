"""Whatever is put into a page of the form: a clear sentence, the words are there still, and never a 500."""

import pytest

from pprg.database import db
from pprg.referrals.models import Referral
from pprg.referrals.questions import Kind
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import questions_of, steps_of
from tests.builders import a_draft
from tests.people import as_it_stands
from tests.referrals.builders import on_the, words
from tests.referrals.shapes import TODAY

A_BOOK = "She was alone. " * 130_000
"""Two megabytes of it."""
HOSTILE = "a\x00b\x08c\u202e <script>alert(1)</script> {{ 7*7 }} ' OR 1=1 --\ud800 \x0b é"
EVERY_PAGE = {"essentials": {"concerns": "both", "types": ["sar", "child", "dhr"]}, "harm": {"by": "partner"}}
SAID = (Kind.LINE, Kind.LINES, Kind.TEXT)


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account, **EVERY_PAGE)


def posts(referrer, draft, step, /, **answers):
    """Each page as it stands, with these answers over it."""
    place = f"/referrals/{draft.id}/{step}"
    form = as_it_stands(referrer.reads(place).select_one("main form[method=post]"))
    return referrer._browser.post(place, data=form | answers)


def asked(draft, step, *kinds):
    return [question.key for question in questions_of(step, draft.answers, TODAY) if question.kind in kinds]


def kept(draft, step):
    db.session.expire_all()
    return db.session.get(Referral, draft.id).answers.get(step, {})


def test_every_page_of_the_form_is_there_to_be_tried(draft):
    assert set(steps_of(draft.answers)) == set(Step)


@pytest.mark.parametrize("step", Step)
def test_hostile_words_are_kept_as_words_on_every_page(referrer, draft, step):
    keys = asked(draft, step, *SAID)
    answer = posts(referrer, draft, step, **dict.fromkeys(keys, HOSTILE.encode("utf-8", "ignore").decode()))
    assert answer.status_code in {303, 422}
    page = referrer.reads(f"/referrals/{draft.id}/{step}")
    assert not [script for script in page.select("script") if "alert" in script.get_text()]
    for key in keys:
        assert "<script>alert(1)</script> {{ 7*7 }} ' OR 1=1 --" in str(kept(draft, step)[key])


@pytest.mark.parametrize("step", [step for step in Step if step != Step.DATES])
def test_days_that_are_none_are_told_and_kept_on_every_page(referrer, draft, step):
    days = asked(draft, step, Kind.DAY)
    for typed in (("31", "2", "2025"), ("0", "13", "99999"), ("x", "<b>", "-1"), ("²", "５", "２０２５")):
        boxes = {
            f"{key}-{box}": said
            for key in days
            for box, said in zip(("day", "month", "year"), typed, strict=True)
        }
        answer = posts(referrer, draft, step, **boxes)
        assert answer.status_code == (422 if days else answer.status_code) != 500
        for key in days:
            assert [kept(draft, step)[key][box] for box in ("day", "month", "year")] == list(typed)
            assert f'href="#{key}-' in answer.text


@pytest.mark.parametrize("step", Step)
def test_two_megabytes_in_a_box_are_refused_in_words_and_what_was_kept_stays(referrer, draft, step):
    keys = asked(draft, step, *SAID)
    before = kept(draft, step)
    for key in keys[:1]:
        answer = posts(referrer, draft, step, **{key: A_BOOK})
        assert answer.status_code in {413, 422}
        assert "Error" in answer.text or "too" in answer.text
        now = kept(draft, step)
        assert now == before or now[key].strip() == A_BOOK.strip()


def test_a_death_before_the_birth_and_a_wrong_nhs_number_are_told_beside_the_field(referrer, draft):
    days = {"born": on_the(TODAY), "died": on_the(TODAY.replace(year=TODAY.year - 1))}
    boxes = {f"{key}-{box}": said[box] for key, said in days.items() for box in ("day", "month", "year")}
    answer = posts(referrer, draft, Step.ESSENTIALS, **boxes)
    assert answer.status_code == 422
    assert "before" in answer.text
    assert kept(draft, Step.ESSENTIALS)["died"]["year"] == str(TODAY.year - 1)

    answer = posts(referrer, draft, Step.PERSON, nhs_number="999 000 0019")
    assert answer.status_code == 422
    assert 'id="nhs_number-error"' in answer.text
    assert kept(draft, Step.PERSON)["nhs_number"] == "999 000 0019"


def test_a_choice_that_nobody_offered_is_not_taken_for_an_answer(referrer, draft):
    answer = posts(referrer, draft, Step.ESSENTIALS, alive="<none>", types=["sar", "murder"])
    assert answer.status_code == 422
    assert "murder" not in kept(draft, Step.ESSENTIALS)["types"]


def test_the_words_of_other_pages_are_untouched_by_all_this(referrer, draft):
    posts(referrer, draft, Step.WHY, together=A_BOOK)
    assert kept(draft, Step.HAPPENED)["facts"] == words()[Step.HAPPENED]["facts"]
