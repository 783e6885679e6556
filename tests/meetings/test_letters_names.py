"""Letters give nobody away: names that the vault knows are shown before a letter goes, and stop it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings.letters import compose
from pprg.meetings.letters.kinds import MustStand
from pprg.meetings.queries.finds import finds_in
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterKind, LetterState, Outcome
from pprg.people.services import add_person, keep_secrets
from pprg.people.states import SecretKind
from tests.meetings.builders import a_ratified_decision, an_item
from tests.meetings.letters import filled, not_held, to_referrer
from tests.referrals.builders import ALIAS, NAME, NHS_NUMBER, POSTCODE

NIECE, NURSE = "Wilhelmina Oakeshott", "Barnaby Thistlewood"
REASON = f"The district nurse told the GP twice that {NAME} did not open her door."
FIRST, *_, LAST = NAME.split()


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def item(people, coordinator):
    found = an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )
    address = "14 Tanner Row, Marlford, Marlshire"
    add_person(found.case, label="Niece", subject=False, by=coordinator, names=[NIECE], addresses=[address])
    keep_secrets(found.case, SecretKind.STAFF, [NURSE], by=coordinator)
    return found


@pytest.fixture
def chair(people):
    return people.chair().account


def of_kind(kind, item, by, chair):
    """A letter of this kind as it is proposed, its gaps filled in."""
    route = {LetterKind.PANEL: Route.CHILD, LetterKind.HOME_OFFICE: Route.DHR}.get(kind, Route.SAR)
    outcome = {Route.CHILD: Outcome.LCSPR, Route.DHR: Outcome.DHR}.get(route, Outcome.MANDATORY_SAR)
    if kind in {LetterKind.ACKNOWLEDGEMENT, LetterKind.INVITATION, LetterKind.INFORMATION}:
        return filled(services.propose_letter(kind, case=item.case, referral=item.referral, by=by), by)
    if kind == LetterKind.NO_REVIEW:
        return filled(to_referrer(not_held(item, by, chair), by, kind), by)
    decision = a_ratified_decision(item, route, by=by, chair=chair, outcome=outcome)
    return filled(services.propose_letter(kind, decision=decision, by=by), by)


def write(letter, words, by, to=None):
    to = letter.to if to is None else to
    services.save_letter(letter, to=to, words=words, version=letter.version, by=by)
    commit()


def sure(letter):
    return [hit.found for hit in finds_in(letter, compose.house()).sure]


def possible(letter):
    return [hit.found for hit in finds_in(letter, compose.house()).possible]


def text_of(page):
    return " ".join(page.main.get_text(" ").split())


@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_is_proposed_with_a_name_and_the_county_is_none(item, coordinator, chair, kind):
    letter = of_kind(kind, item, coordinator, chair)
    assert sure(letter) == []
    # A colleague's name is Lead: "a safeguarding lead" could be her.
    assert [found for found in possible(letter) if found != "lead"] == []


@pytest.mark.parametrize("kind", LetterKind)
def test_whoever_a_letter_names_is_found_unless_it_is_to_the_family(item, coordinator, chair, kind):
    letter = of_kind(kind, item, coordinator, chair)
    clean = letter.words
    for name in (NAME, ALIAS, f"Mrs {LAST}", NIECE, NURSE, NHS_NUMBER, POSTCODE):
        write(letter, f"{clean}\n\nThis is about {name}, as you know.", coordinator)
        if kind == LetterKind.FAMILY and name not in {NURSE, NHS_NUMBER}:
            assert sure(letter) == []
            assert possible(letter) == ([NIECE] if name == NIECE else [])
        else:
            (found,) = sure(letter)
            assert found in name


def test_a_colleague_may_be_addressed_by_name_and_nobody_else_named(item, coordinator, chair):
    letter = of_kind(LetterKind.ACKNOWLEDGEMENT, item, coordinator, chair)
    words = letter.words.replace("Dear colleague", "Dear Rowan")
    write(letter, words, coordinator, to="Rowan Referrer\nMarlshire Police")
    assert (sure(letter), possible(letter)) == ([], [])
    write(letter, f"{words}\n\nAsk {NURSE}.", coordinator, to=f"Rowan Referrer, for {NAME}")
    assert sure(letter) == [NAME, NURSE]


def test_reasons_come_word_for_word_so_a_name_in_one_is_shown_and_stops_the_letter(
    people, item, coordinator, chair
):
    decision = not_held(item, coordinator, chair)
    decision.weighings[0].reason = REASON
    letter = filled(to_referrer(decision, coordinator, LetterKind.NO_REVIEW), coordinator)
    commit()
    cora, url = people.coordinator(), f"/meetings/letters/{letter.id}"
    for page in (cora.reads(url), cora.reads(f"{url}/preview")):
        assert page.select_one(".pprg-hits mark").get_text() == NAME
        assert "told the GP twice that" in page.select_one(".pprg-hits").get_text()
    asked = cora.presses(url, "Check and send")
    assert asked.location == f"{url}/sending"
    page = cora.reads(asked.location)
    assert page.select_one(".pprg-hits mark").get_text() == NAME
    assert page.select_one(f"a[href='{url}#words']")
    answer = cora.presses(asked.location, "Send this letter")
    assert answer.status_code == 422
    assert "Change the names in the letter, or say why they must stand." in answer.text
    with pytest.raises(Refused, match="Names of people in the case stand in it"):
        services.send_letter(letter, by=coordinator)
    assert letter.state == LetterState.DRAFT
    write(letter, letter.words.replace(NAME, "the person"), coordinator)
    assert not cora.reads(asked.location).select(".pprg-hits, [name=names]")
    assert cora.presses(asked.location, "Send this letter").status_code == 303


@pytest.mark.parametrize("because", MustStand)
def test_names_that_must_stand_go_with_a_reason_in_fixed_words(people, item, coordinator, chair, because):
    letter = of_kind(LetterKind.ACKNOWLEDGEMENT, item, coordinator, chair)
    write(letter, f"{letter.words}\n\nPlease ring {NURSE}. {NAME} knew him.", coordinator)
    url = f"/meetings/letters/{letter.id}"
    answer = people.coordinator().presses(f"{url}/sending", "Send this letter", names=because.value)
    assert answer.status_code == 303
    said = db.session.scalars(select(AuditLine).where(AuditLine.verb == "sent")).all()[-1].detail
    assert f"names=2 because={because.name}" in said
    for word in (FIRST, LAST, *NURSE.split()):
        assert word not in said
    for reader in (people.coordinator(), people.referrer()):
        assert not reader.reads(url).select(".pprg-hits")


def test_a_letter_without_names_says_nothing_of_names_in_the_trail(item, coordinator, chair):
    letter = of_kind(LetterKind.ACKNOWLEDGEMENT, item, coordinator, chair)
    services.send_letter(letter, by=coordinator, names=MustStand.NEEDED)
    said = db.session.scalars(select(AuditLine).where(AuditLine.verb == "sent")).all()[-1].detail
    assert "because" not in said


def test_a_possible_find_is_shown_and_stops_nothing(people, item, coordinator, chair):
    letter = of_kind(LetterKind.FAMILY, item, coordinator, chair)
    write(letter, f"{letter.words}\n\nWe have also written to {NIECE}.", coordinator)
    url = f"/meetings/letters/{letter.id}/sending"
    page = people.coordinator().reads(url)
    assert page.select_one(".pprg-hits mark").get_text() == NIECE
    assert "Nothing here stops the letter." in text_of(page)
    assert people.coordinator().presses(url, "Fix its words", asked="y").status_code == 303


def test_whoever_a_family_letter_is_written_to_is_no_find(item, coordinator, chair):
    letter = of_kind(LetterKind.FAMILY, item, coordinator, chair)
    words = letter.words.replace("Dear Brook House", f"Dear {NIECE}")
    write(letter, f"{words}\n\nWe write of {NAME}.", coordinator, to=f"{NIECE}\n14 Tanner Row\nMarlford")
    assert (sure(letter), possible(letter)) == ([], [])


def test_a_request_says_whom_to_look_for_under_its_own_heading_and_nowhere_else(item, coordinator, chair):
    letter = of_kind(LetterKind.INFORMATION, item, coordinator, chair)
    told = f"## Who it is about\n\n{NAME}, NHS number {NHS_NUMBER}, {POSTCODE}."
    head, _, rest = letter.words.partition("## Who it is about")
    write(letter, f"{head}{told}\n\n{rest.partition('## Which time')[2]}", coordinator)
    assert sure(letter) == []
    write(letter, f"{letter.words}\n\nWhen was {NAME} last seen?", coordinator)
    assert sure(letter) == [NAME]
    write(letter, f"{head}{told}", coordinator, to=f"The lead\nabout {NAME}")
    assert sure(letter) == [NAME]


@pytest.mark.parametrize(
    ("words", "found"),
    [("We meet in Sandmere.", []), ("She lived at 14 Tanner Row.", ["14 Tanner Row"]), ("County Hall", [])],
)
def test_a_town_alone_stops_no_letter(item, coordinator, chair, words, found):
    address = "County Hall, 14 Tanner Row, Sandmere"
    add_person(item.case, label="Son", subject=False, by=coordinator, names=["Ed"], addresses=[address])
    letter = of_kind(LetterKind.INVITATION, item, coordinator, chair)
    write(letter, words, coordinator)
    assert sure(letter) == found


def test_the_job_of_a_colleague_is_no_name(item, coordinator, chair):
    staff = ["Samuel Obafemi, head of safeguarding", "Priya Nand, housing officer"]
    keep_secrets(item.case, SecretKind.STAFF, staff, by=coordinator)
    letter = of_kind(LetterKind.INVITATION, item, coordinator, chair)
    write(letter, "The Safeguarding Adults Board and Housing asked Obafemi.", coordinator)
    assert sure(letter) == ["Obafemi"]


def test_names_of_another_case_are_not_looked_for(people, item, coordinator, chair):
    """Only this case's vault is opened: the writer may know no other."""
    other = an_item(by=coordinator, referrer=people.referrer().account)
    add_person(other.case, label="Son", subject=False, by=coordinator, names=["Peregrine Ashdown"])
    letter = of_kind(LetterKind.INVITATION, item, coordinator, chair)
    write(letter, f"{letter.words}\n\nAsk Peregrine Ashdown.", coordinator)
    assert sure(letter) == []
