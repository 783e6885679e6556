"""Who reads which letter, and that no other case stands in one."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pprg.accounts.states import Role
from pprg.cases.services import let_know, restrict, step_out
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.errors import Mistaken
from pprg.guidance.codes import Route
from pprg.meetings.models import Letter
from pprg.meetings.queries.letters import letter_visible_to
from pprg.meetings.rules import letters as may
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterKind, LetterState, Outcome
from pprg.referrals.letters import other_cases
from tests.builders import a_sent_referral
from tests.meetings.builders import a_ratified_decision, an_item
from tests.meetings.letters import filled, sent, to_referrer
from tests.people import an_account


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )


@pytest.fixture
def decided(item, coordinator, people):
    return a_ratified_decision(item, by=coordinator, chair=people.chair().account)


STAGES = {
    "draft": lambda case, letters, by, readers: None,
    "sent": lambda case, letters, by, readers: [sent(letter, by) for letter in letters],
    "stepped out": lambda case, letters, by, readers: [
        step_out(case, readers[gone], by=by) for gone in ("Rowan Referrer", "Pat Panel")
    ],
    "restricted": lambda case, letters, by, readers: restrict(case, by=by, members=[by]),
}
"""What happens to a case and its letters, one after the other."""


@pytest.fixture
def readers(people, coordinator, item):
    """Everybody, by name; and somebody else of each agency."""
    let_know(item.case, people.author().account, Part.AUTHOR, by=coordinator)
    elsewhere = [people.safeguarding_lead("Marlford Housing"), people.panel_member("Marlford Housing")]
    there = {one.account.name: one.account for one in people.everyone()}
    there |= {f"{one.account.name} elsewhere": one.account for one in elsewhere}
    return there | {"Col League": an_account("Col League", Role.REFERRER, "Marlshire Police")}


def who_reads(letter, readers):
    """By the query, which must say the same as the rule."""
    found = {name: letter_visible_to(reader, letter.id) is not None for name, reader in readers.items()}
    assert found == {name: may.read_letter(reader, letter) for name, reader in readers.items()}
    return {name for name, reads in found.items() if reads}


def test_the_rule_and_the_query_agree_on_who_reads_which_letter(decided, coordinator, item, readers):
    invitation = services.propose_letter(LetterKind.INVITATION, referral=item.referral, by=coordinator)
    letters = {
        "referrer": to_referrer(decided, coordinator),
        "agencies": services.propose_letter(LetterKind.REVIEW_AGREED, decision=decided, by=coordinator),
        "family": services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator),
        "invitation": invitation,
    }
    seen = {}
    for stage, happens in STAGES.items():
        happens(item.case, letters.values(), coordinator, readers)
        commit()
        seen |= {(stage, whose): who_reads(letter, readers) for whose, letter in letters.items()}
    office = {"Cora Coordinator", "Charlie Chair"}
    agency = {"Rowan Referrer", "Lee Lead"}
    assert seen["draft", "referrer"] == office
    assert seen["sent", "referrer"] == office | agency | {"Pat Panel"}
    assert seen["sent", "agencies"] == office | {"Pat Panel"}
    assert seen["sent", "family"] == office
    assert seen["sent", "invitation"] == office | agency
    assert seen["stepped out", "referrer"] == office | {"Lee Lead"}
    assert seen["restricted", "family"] == {"Cora Coordinator"}


def test_nobody_begins_a_letter_that_the_page_does_not_offer(people, decided, item):
    commit()
    listed = f"/meetings/of-case/{item.case_id}/letters"
    answer = people.coordinator().posts(listed, letter=f"FAMILY..{item.id}")
    assert answer.status_code == 422
    assert people.chair().posts(listed, letter="INFORMATION..").status_code == 403
    assert "Propose the letter" not in people.chair().reads(listed).text


SEPARATORS = st.sampled_from(["-", " ", "/", "\u2010", "\u2011", "\u2013", "\u2212", "–\u200b", "_", ". "])
FILLER = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Nd"]), max_size=20)


@given(before=FILLER, after=FILLER, first=SEPARATORS, second=SEPARATORS, lower=st.booleans())
def test_no_way_of_writing_another_cases_reference_gets_past(before, after, first, second, lower):
    canary = f"pprg{first}2019{second}007" if lower else f"PPRG{first}2019{second}007"
    text = f"{before} {canary} {after} and PPRG-2026-001"
    assert other_cases(text, "PPRG-2026-001") == ["PPRG-2019-007"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(LetterKind), place=st.integers(0, 400), first=SEPARATORS, second=SEPARATORS)
def test_no_letter_that_is_sent_holds_another_case(app, people, kind, place, first, second):
    """Whatever is typed where: it is refused, or the other case is not in it."""
    by = people.coordinator().account
    held = db.session.scalars(
        select(Letter).where(Letter.kind == kind, Letter.state == LetterState.DRAFT)
    ).first()
    letter = held or _of_kind(kind, people, by)
    other = f"PPRG{first}2019{second}007"
    words = letter.words if held else filled(letter, by).words
    words = words.replace(other, "")
    clean = re.sub(r"PPRG\W{1,3}2019\W{1,3}007|pprg\S+", "", words)
    services.save_letter(
        letter, to=letter.to, words=f"{clean[:place]} {other} {clean[place:]}", version=letter.version, by=by
    )
    with pytest.raises(Mistaken, match="names another case: PPRG-2019-007"):
        services.send_letter(letter, by=by)
    services.save_letter(letter, to=letter.to, words=clean, version=letter.version, by=by)
    assert other_cases(letter.words, letter.case.reference) == []


def _of_kind(kind, people, by):
    """A letter of this kind in a case where it belongs, beside another case with canary names."""
    a_sent_referral(by=people.referrer().account)
    item = an_item(by=by, referrer=people.referrer().account, members=[people.panel_member().account])
    route = {LetterKind.PANEL: Route.CHILD, LetterKind.HOME_OFFICE: Route.DHR}.get(kind, Route.SAR)
    outcome = {Route.CHILD: Outcome.LCSPR, Route.DHR: Outcome.DHR}.get(route, Outcome.MANDATORY_SAR)
    if kind in {LetterKind.ACKNOWLEDGEMENT, LetterKind.INVITATION, LetterKind.INFORMATION}:
        referral = None if kind == LetterKind.INFORMATION else item.referral
        return services.propose_letter(kind, case=item.case, referral=referral, by=by)
    decision = a_ratified_decision(item, route, by=by, chair=people.chair().account, outcome=outcome)
    return services.propose_letter(kind, decision=decision, by=by)
