"""The sentence that is read aloud, and what is still missing."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.earlier import both, boxes, kept, words_from
from pprg.meetings.states import Answer, Outcome
from pprg.meetings.words import (
    CALLED,
    ActionWords,
    DecisionWords,
    WeighingWords,
    digest,
    missing,
    prompts,
    sentence,
)
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


@pytest.mark.parametrize(
    ("outcome", "of_whom", "until", "read"),
    [
        (Outcome.WAIT, "the coroner", DAY, "wait for more information from the coroner by 23 November 2026"),
        (Outcome.WAIT, "", None, "wait for more information"),
        (
            Outcome.SINGLE_AGENCY,
            "Marlshire Housing",
            DAY,
            "ask Marlshire Housing to review its own part and to report back by 23 November 2026",
        ),
        (Outcome.OTHER_ROUTE, "LeDeR", DAY, "pass the case to LeDeR"),
        (Outcome.NO_REVIEW, "left over", DAY, "hold no review"),
    ],
)
def test_the_sentence_names_of_whom_and_by_when_where_the_outcome_needs_them(outcome, of_whom, until, read):
    assert sentence(outcome, "", of_whom=of_whom, until=until) == f"The group decided to {read}."


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
    assert "it is no choice" in prompts(words(outcome=Outcome.DISCRETIONARY_SAR), Route.SAR)[0]
    assert prompts(words(), Route.SAR) == []


def test_another_word_another_digest():
    first = digest(words(), reference="PPRG-2026-001")
    assert first == digest(words(), reference="PPRG-2026-001")
    assert first != digest(words(reason="x"), reference="PPRG-2026-001")
    assert first != digest(words(), reference="PPRG-2026-002")
    assert first != digest(words(voice="x"), reference="PPRG-2026-001")
    assert first != digest(words(actions=(ActionWords(what="x"),)), reference="PPRG-2026-001")


TEXT = st.text(max_size=12)
ROWS = st.lists(st.builds(ActionWords, what=TEXT, owner=TEXT, due_on=st.none() | st.just(DAY)), max_size=3)
SAID = st.builds(WeighingWords, answer=st.none() | st.sampled_from(Answer), evidence=TEXT, reason=TEXT)
DECISIONS = st.builds(
    DecisionWords,
    weighings=st.fixed_dictionaries({"adult": SAID, "area": SAID}),
    outcome=st.none() | st.sampled_from(Outcome),
    reason=TEXT,
    until=st.none() | st.just(DAY),
    voice=TEXT,
    actions=ROWS.map(tuple),
)


@given(DECISIONS)
def test_words_are_kept_and_come_back_as_they_were(said):
    assert words_from(json.loads(json.dumps(kept(said)))) == said


@given(DECISIONS, DECISIONS, DECISIONS)
def test_of_two_peoples_words_none_is_lost_unasked(base, saved, mine):
    """In each box: what only one of them changed stands, what both changed is asked, rows of both stay."""
    merged, clashes = both(base, saved, mine)
    was, there, own, now = (boxes(each) for each in (base, saved, mine, merged))
    for where in now:
        if where in ("dissents", "actions"):
            assert all(row in now[where] for row in (*there[where], *own[where]) if row not in was[where])
        elif where in clashes:
            assert there[where]
            assert own[where]
            assert now[where] == there[where] != own[where]
        elif there[where] == was[where]:
            assert now[where] == own[where]
        elif own[where] == was[where]:
            assert now[where] == there[where]
        else:
            assert now[where] in (there[where], own[where])
            assert there[where] == own[where] or not (there[where] and own[where])


@given(DECISIONS, DECISIONS)
def test_of_two_texts_whose_beginning_is_not_known_any_more_both_are_asked_about(saved, mine):
    _, clashes = both(None, saved, mine)
    for where, here in boxes(mine).items():
        there = boxes(saved)[where]
        if where not in ("dissents", "actions") and here and there and here != there:
            assert where in clashes
