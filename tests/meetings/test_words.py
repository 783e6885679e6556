"""The sentence that is read aloud, and what is still missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.states import Answer, Outcome
from pprg.meetings.words import DecisionWords, WeighingWords, digest, missing, prompts, sentence
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


boxes = st.builds(
    WeighingWords,
    answer=st.none() | st.sampled_from(Answer),
    evidence=st.sampled_from(["", "Page 4"]),
    reason=st.sampled_from(["", "Nobody asked"]),
)


@given(
    st.sampled_from(Route).flatmap(
        lambda route: st.tuples(
            st.just(route),
            st.fixed_dictionaries({each.key: boxes for each in criteria_on(route, DAY).criteria}),
            st.none() | st.sampled_from(Outcome),
            st.sampled_from(["", "a reason"]),
        )
    )
)
def test_a_decision_lacks_nothing_exactly_when_everything_is_there(drawn):
    route, weighings, outcome, reason = drawn
    said = DecisionWords(weighings=weighings, outcome=outcome, reason=reason)
    whole = all(one.answer and one.evidence and one.reason for one in weighings.values())
    lacks = missing(said, criteria_on(route, DAY))
    assert (lacks == []) == bool(whole and outcome and reason)
    numbered = list(criteria_on(route, DAY).criteria)
    for where, spoken in lacks:
        key = where.partition(".")[0]
        if key in weighings:
            number = [each.key for each in numbered].index(key) + 1
            assert spoken.startswith(f"Criterion {number} needs ")
            assert numbered[number - 1].question in spoken


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
