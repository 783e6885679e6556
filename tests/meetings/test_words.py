"""The sentence that is read aloud, and what is still missing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.states import Answer, Outcome
from pprg.meetings.words import CALLED, WeighingWords, digest, missing, prompts, sentence
from tests.meetings.builders import words

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("four agencies closed the case.", "because four agencies closed the case."),
        ("The GP knew", "because the GP knew."),
        ("because the GP knew", "because the GP knew."),
        ("Because: the GP knew!", "because the GP knew!"),
        ("GP records were not shared", "because GP records were not shared."),
        ("Adult A was not seen", "because Adult A was not seen."),
        ("Theodora was not seen", "because Theodora was not seen."),
        ("she was not seen. Nobody asked why.", "because she was not seen. Nobody asked why."),
    ],
)
def test_the_sentence_reads_as_one_whatever_was_typed(typed, read):
    assert sentence(Outcome.NO_REVIEW, typed) == f"The group decided to hold no review {read}"


def test_without_an_outcome_or_a_reason_the_sentence_says_what_is_known():
    assert sentence(None, "anything") == "The group has not decided yet."
    assert sentence(Outcome.NO_REVIEW, "  ") == "The group decided to hold no review."


@given(st.sampled_from(Outcome), st.text())
def test_no_text_breaks_the_sentence_and_none_of_it_is_lost(outcome, reason):
    said = sentence(outcome, reason)
    assert said.startswith(f"The group decided to {outcome}")
    tail = reason.strip()[20:]
    assert tail in said


def places(route):
    """Every box that a decision on this route needs: "needs.reason", "outcome"."""
    keys = [criterion.key for criterion in criteria_on(route, DAY).criteria]
    return [f"{key}.{part}" for key in keys for part in ("answer", "evidence", "reason")] + [
        "outcome",
        "reason",
    ]


@given(
    st.sampled_from(Route).flatmap(
        lambda route: st.tuples(st.just(route), st.sets(st.sampled_from(places(route)), max_size=3))
    )
)
def test_a_decision_lacks_what_was_left_out_and_nothing_else(drawn):
    route, left_out = drawn
    criteria = criteria_on(route, DAY)
    said = words(route)
    weighings = {
        key: replace(one, **{p: None if p == "answer" else "" for p in CALLED if f"{key}.{p}" in left_out})
        for key, one in said.weighings.items()
    }
    blank = {name: None if name == "outcome" else "" for name in ("outcome", "reason") if name in left_out}

    lacks = dict(missing(replace(said, weighings=weighings, **blank), criteria))

    assert {where.partition(".")[0] for where in lacks} == {where.partition(".")[0] for where in left_out}
    for number, criterion in enumerate(criteria.criteria, start=1):
        named = [called for part, called in CALLED.items() if f"{criterion.key}.{part}" in left_out]
        told = " ".join(
            sentence for where, sentence in lacks.items() if where.startswith(f"{criterion.key}.")
        )
        assert bool(named) == told.startswith(f"Criterion {number} needs ")
        assert all(called in told for called in named)


def test_a_chair_is_asked_where_the_outcome_and_the_criteria_part():
    against = prompts(words(outcome=Outcome.NO_REVIEW), Route.SAR)
    assert "Every criterion is met, and still no review of this kind is chosen" in against[0]
    weighings = {**words().weighings, "needs": WeighingWords(answer=Answer.NOT_MET, evidence="e", reason="r")}
    assert "section 44 does not say" in prompts(words(weighings=weighings), Route.SAR)[0]
    assert prompts(words(), Route.SAR) == []


def test_another_word_another_digest():
    kept = digest(words(), reference="PPRG-2026-001")
    assert kept == digest(words(), reference="PPRG-2026-001")
    assert kept != digest(words(reason="x"), reference="PPRG-2026-001")
    assert kept != digest(words(), reference="PPRG-2026-002")
