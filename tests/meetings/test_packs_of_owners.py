"""What a legal owner reads beside a recommendation: the pack of that one case, and nothing else of it."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from pprg import clock, database
from pprg.accounts import services as accounts
from pprg.agencies.states import LegalOwner
from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.cases.clocks import start_clock
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind, rule_on
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import Ratification
from pprg.meetings.packs.owners import held_in_text, item_for_owners, since
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.rules import ratifying as may
from pprg.meetings.services.effects import ENDS
from pprg.meetings.states import Outcome, RatifyingEvent
from pprg.referrals.services.later import add_to_referral
from pprg.requests.models import InfoRequest
from tests.documents.opened import pdf_text, squeezed
from tests.meetings.builders import a_recorded_decision, a_signed_decision
from tests.meetings.reading_packs import CANARY, SECRET, WAYS, everything_in, read_of, taken
from tests.referrals.builders import ALIAS, NAME
from tests.requests.builders import asked as asks
from tests.requests.builders import returned

SAB, CSP = LegalOwner.SAFEGUARDING_ADULTS_BOARD, LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP
TOLD = "Housing, the GP and adult social care each closed their case."


@pytest.fixture
def board(people):
    return people.decision_maker()


@pytest.fixture
def signed(item, board, coordinator, chair):
    police, *_ = asks(
        item.case, "Marlshire Police", "NHS Marlshire", "Marlford Housing", by=coordinator.account
    )
    returned(police, by=coordinator.account, practice={"well": f"{NAME} was seen. {CANARY}"})
    item.office_notes, item.asked = "The discharge letter is missing.", f"To weigh what {ALIAS} was owed."
    decision = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    commit()
    return decision


def put(decision, owner=SAB):
    return next(each for each in decision.ratifications if each.owner == owner)


def url(ratification, way=""):
    return f"/meetings/ratifications/{ratification.id}{way}"


def ways(person, ratification):
    return [person.opens(url(ratification, way)).status_code for way in WAYS]


def says_none(person, ratification):
    """Fill in that there is no interest, and follow to the pack."""
    return person.presses(url(ratification, "/interest"), "No interest: open the pack")


def test_the_board_reads_what_the_group_had_in_three_ways_that_agree(signed, board):
    says_none(board, put(signed))
    page, printed = (board.reads(url(put(signed), way)).get_text(" ") for way in ("/pack", "/pack/print"))
    file = taken(board, url(put(signed), "/pack.pdf"))
    for words in (
        TOLD,
        CANARY,
        "The discharge letter is missing.",
        "What was the group asked?",
        "To weigh what",
    ):
        assert words in page, words
        assert words in printed
        assert squeezed(words) in squeezed(pdf_text(file))
    for text in (page, printed, everything_in(file)):
        assert "Marlford Housing" in text  # who did not answer
        assert board.account.name in text
        for name in (NAME, ALIAS, "Decision form", "Presented by"):
            assert name not in text


def test_nothing_in_it_leads_to_what_they_may_not_open(signed, board):
    says_none(board, put(signed))
    page = board.reads(url(put(signed), "/pack"))
    for link in page.select("main a[href]"):
        if not link["href"].startswith("#"):
            assert board.opens(link["href"]).status_code == 200, link["href"]


def test_it_opens_once_they_have_said_that_they_have_no_interest(signed, board):
    asked = put(signed)
    assert ways(board, asked) == [303, 403, 403]
    assert board.opens(url(asked, "/pack")).headers["Location"] == url(asked, "/interest")
    assert CANARY not in board.opens(url(asked, "/interest")).text

    answer = says_none(board, asked)

    assert answer.headers["Location"] == url(asked, "/pack")
    assert ways(board, asked) == [200, 200, 200]
    closed = (f"/meetings/items/{signed.item_id}/pack", f"/cases/{signed.case_id}",
              f"/referrals/{signed.item.referral_id}", f"/meetings/decisions/{signed.id}")  # fmt: skip
    assert [board.opens(path).status_code for path in closed] == [404] * len(closed)


def test_whoever_has_an_interest_steps_out_and_finds_nothing(signed, board, coordinator):
    asked = put(signed)
    says_none(board, asked)
    assert board.presses(url(asked, "/interest"), "Step out of this case").status_code == 303

    assert ways(board, asked) == [404, 404, 404]
    for way in ("", "/interest"):
        assert board.opens(url(asked, way)).status_code == 404
    assert signed.case.reference not in board.opens("/meetings/ratifications").text
    assert board.posts(url(asked), answer=RatifyingEvent.RATIFY.value).status_code == 404
    said = coordinator.reads(f"/meetings/decisions/{signed.id}/ratification").get_text(" ")
    assert "Nobody can answer for Safeguarding Adults Board." in said


def test_each_opening_is_written_down_case_by_case(signed, board, coordinator):
    says_none(board, put(signed))
    me = board.account.id
    board.reads(url(put(signed), "/pack"))
    taken(board, url(put(signed), "/pack.pdf"))
    board.reads(url(put(signed), "/pack/print"))

    assert [read_of(signed.item, verb) for verb in ("opened pack", "took pack", "printed pack")] == [[me]] * 3
    looked = coordinator.reads(f"/cases/{signed.case_id}").get_text(" ", strip=True)
    assert "Took the pack as a file" in looked


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_written_down_is_not_shown(signed, board, way):
    says_none(board, put(signed))
    address = url(put(signed), way)
    database.commit()
    db.session.execute(db.text("ALTER TABLE audit_line RENAME TO lost"))

    answer = board.opens(address)

    assert answer.status_code in {500, 503}
    assert CANARY.encode() not in answer.data
    assert not answer.data.startswith(b"%PDF")


def test_another_owner_a_coordinator_and_the_chair_do_not_open_it(signed, people, coordinator, chair):
    others = [people.decision_maker(owner) for owner in LegalOwner if owner != SAB]
    for person in (*others, coordinator, chair, people.auditor(), people.administrator()):
        assert ways(person, put(signed)) == [404, 404, 404], person.account.name


def test_it_stays_open_for_thirty_days_after_the_last_answer(signed, board):
    asked = put(signed)
    says_none(board, asked)
    services.answer_ratification(asked, RatifyingEvent.RATIFY, by=board.account)
    commit()
    for days, there in ((30, True), (31, False)):
        with time_machine.travel(clock.now() + timedelta(days=days), tick=False):
            assert may.read_owners_pack(board.account, asked) is there
            seen = queries.owners_pack_visible_to(board.account, asked.id)
            assert (seen is not None) is there


def test_of_an_answer_that_is_wanted_it_stays_open_however_long(signed, board):
    with time_machine.travel(clock.now() + timedelta(days=200), tick=False):
        assert may.read_owners_pack(board.account, put(signed))


def test_what_they_sign_lists_what_the_pack_held(signed, board):
    listed = held_in_text(put(signed).text)
    assert {"The referral", "What Marlshire Police answered", "Notes of the office"} <= listed.keys()
    assert "What NHS Marlshire answered" not in listed
    page = board.reads(url(put(signed))).get_text(" ", strip=True)
    assert f"What Marlshire Police answered ({listed['What Marlshire Police answered']})" in page
    assert "The pack is as it was when this was put before you." in page


def test_a_late_return_is_named_as_new_and_the_kept_text_stays(signed, board, coordinator):
    kept = put(signed).text
    late = next(one for one in _requests(signed) if one.agency.name == "NHS Marlshire")
    returned(late, by=coordinator.account, practice={"well": SECRET})
    add_to_referral(signed.item.referral, "One more thing.", by=signed.item.referral.owner)
    commit()
    says_none(board, put(signed))
    for way in ("", "/pack"):
        page = board.reads(url(put(signed), way)).get_text(" ", strip=True)
        assert "New: What NHS Marlshire answered" in page
        assert "Reads otherwise now: The referral" in page
    assert SECRET in page
    assert put(signed).text == kept


def test_the_same_pack_is_no_other_on_another_day(signed):
    """That an answer is late, or a clock nearer its end, is no change of what is told."""
    with time_machine.travel(clock.now() + timedelta(days=40), tick=False):
        assert since(put(signed), item_for_owners(signed)).same


def test_the_trail_says_which_pack_was_signed_on(signed, board):
    services.answer_ratification(put(signed), RatifyingEvent.RATIFY, by=board.account)
    line = db.session.query(AuditLine).filter_by(verb="answered for ratification").one()
    whole = put(signed).text.rpartition("SHA-256 of all of them ")[2].strip()
    assert f"pack={whole}" in line.detail


def test_two_bodies_asked_on_one_case_read_each_its_own(item, board, people, coordinator, chair):
    community, by = people.decision_maker(CSP), coordinator.account
    both = [
        a_recorded_decision(item, Route.SAR, by=by),
        a_recorded_decision(item, Route.DHR, by=by, outcome=Outcome.DHR),
    ]
    for decision in both:
        services.sign_decision(decision, by=chair.account)
    start_clock(item.case, ClockKind.SAR_DECIDE, trigger=clock.today(), by=by)
    start_clock(item.case, ClockKind.DHR_DECIDE, trigger=clock.today(), by=by)
    commit()
    due = {route: rule_on(kind, clock.today()).label for route, kind in ENDS.items()}
    for person, stranger, asked, route, other in (
        (board, community, put(both[0]), Route.SAR, Route.DHR),
        (community, board, put(both[1], CSP), Route.DHR, Route.SAR),
    ):
        says_none(person, asked)
        page = person.reads(url(asked, "/pack")).get_text(" ")
        assert due[route] in page
        assert due[other] not in page
        assert ways(stranger, asked) == [404, 404, 404]


def test_the_rule_and_the_query_agree_on_every_pack(people, signed, board, coordinator, chair, item):
    everybody = [*people.everyone(), people.decision_maker(CSP), board]

    def seen_by(person):
        each = db.session.scalars(select(Ratification.id))
        return {one for one in each if queries.owners_pack_visible_to(person.account, one)}

    def agree():
        rows = db.session.query(Ratification).all()
        for person in everybody:
            assert seen_by(person) == {each.id for each in rows if may.read_owners_pack(person.account, each)}
            for each in rows:
                visible = queries.ratification_visible_to(person.account, each.id) is not None
                assert visible == may.read_ratification(person.account, each), person.account.name
        return seen_by(board)

    assert agree() == {put(signed).id}
    services.answer_ratification(put(signed), RatifyingEvent.ESCALATE, reasons="Why?", by=board.account)
    assert agree() == {put(signed).id}
    cases.restrict(signed.case, by=coordinator.account, members=[coordinator.account])
    assert agree() == set()
    cases.let_know(signed.case, board.account, Part.DECISION_MAKER, by=coordinator.account)
    assert agree() == {put(signed).id}
    cases.close_quietly(signed.case, board.account, by=coordinator.account)
    assert agree() == set()


def test_whoever_decides_no_longer_reads_no_longer(signed, board):
    says_none(board, put(signed))
    accounts.close_account(board.account, by=accounts.command_line())
    commit()
    assert board.opens(url(put(signed), "/pack")).status_code in {302, 303}
    assert not may.open_owners_pack(board.account, put(signed))


def test_an_id_that_was_made_up_answers_like_one_that_is_not_theirs(board):
    for way in WAYS:
        assert board.opens(f"/meetings/ratifications/{uuid.uuid4()}{way}").status_code == 404


def _requests(decision):
    return db.session.query(InfoRequest).filter_by(case_id=decision.case_id).all()
