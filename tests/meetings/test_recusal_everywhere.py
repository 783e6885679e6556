"""Whatever somebody is, sits as or has said: every way to a case gives the one answer that the rules give.

Screen, piece, search, count, pack, file and mail are asked in turn, of a reader drawn at random. The rules
themselves are held to the queries in far more draws: for a long look PPRG_DRAWS=10000, -k rules_and and
-o faulthandler_timeout=0, because it takes longer than any test may.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from pprg import clock
from pprg.accounts.models import Appointment
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases import queries as cases
from pprg.cases.models import Member, SteppingOut
from pprg.cases.rules import look_into_case
from pprg.cases.states import Part
from pprg.database import commit, db, undo
from pprg.guidance.codes import Route
from pprg.home.queries import cases_found
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.models import Attendance, Interest, Seat
from pprg.meetings.queries.quorate import quorum_of
from pprg.meetings.rules.packs import open_pack
from pprg.meetings.services import hearing, telling
from pprg.meetings.services.agenda import add_item
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.states import InterestKind, MeetingKind, Ruling, Section
from pprg.notices.services import _wordings
from pprg.papers import services as papers
from pprg.referrals import services as referrals
from pprg.referrals.states import LeadsView
from tests.builders import a_draft, a_sent_referral
from tests.meetings.builders import a_meeting, a_recorded_decision, a_signed_decision
from tests.people import HTMX, an_account

SHOWN = int(os.environ.get("PPRG_DRAWS", 200))
ROLES = [
    Role.REPRESENTATIVE,
    Role.CHAIR,
    Role.COORDINATOR,
    Role.AUTHOR,
    Role.DECISION_MAKER,
    Role.TEAM_LEADER,
]
SEATS = ["none", "whole", "this item", "other item"]
KNOWS = ["by agenda", "no", "panel", "panel, gone by", "author"]
OUT = ["no", "openly", "quietly"]


@dataclass(frozen=True)
class Drawn:
    """One mixture of what a reader is, sits as, has said and may not."""

    roles: frozenset[Role]
    seat: str
    comes_for_one_out: bool
    said: InterestKind | None
    ruling: Ruling | None
    knows: str
    out: str
    restricted: bool
    opened: bool

    @property
    def stays(self) -> bool:
        """Whether the chair ruled so: of whoever has said nothing there is nothing to rule on."""
        return self.said is not None and self.ruling == Ruling.STAY


mixtures = st.builds(
    Drawn,
    roles=st.frozensets(st.sampled_from(ROLES), max_size=2),
    seat=st.sampled_from(SEATS),
    comes_for_one_out=st.booleans(),
    said=st.sampled_from([None, InterestKind.NONE, InterestKind.AGENCY, InterestKind.INVOLVED]),
    ruling=st.sampled_from([None, Ruling.STAY, Ruling.LEAVES]),
    knows=st.sampled_from(KNOWS),
    out=st.sampled_from(OUT),
    restricted=st.booleans(),
    opened=st.booleans(),
)


class Scene:
    """A meeting with two cases, one of them decided, and one reader whom each draw makes anew."""

    def __init__(self, people):
        self.coordinator, chair = people.coordinator().account, people.chair().account
        referrer = people.referrer().account
        self.person = people.panel_member()
        self.reader = self.person.account
        self.principal = an_account("Prin Cipal", Role.REPRESENTATIVE, "Marlshire Council")
        self.meeting = a_meeting(by=self.coordinator, in_days=3)
        draft = a_draft(by=referrer)
        referrals.add_documents(draft, [papers.receive(BytesIO(b"Seen on 3 May."), "Notes.txt")], by=referrer)
        referrals.send_referral(draft, by=referrer)
        lead = an_account("Lee Lead", Role.SAFEGUARDING_LEAD, referrer.agency_name)
        referrals.authorise_referral(draft, LeadsView.AGREE, alone_because="Nobody else is there", by=lead)
        self.item = services.put_on_agenda(self.meeting, draft, by=self.coordinator)
        self.other = services.put_on_agenda(self.meeting, a_sent_referral(by=referrer), by=self.coordinator)
        self.decisions = [
            a_recorded_decision(self.other, by=self.coordinator),
            a_signed_decision(self.item, by=self.coordinator, chair=chair),
        ]
        self.case, self.route = self.item.case, Route.SAR
        self.called = a_meeting(by=self.coordinator, in_days=1)
        self.called.kind = MeetingKind.EXTRAORDINARY
        add_item(self.called, self.case, Section.ARISING, by=self.coordinator)
        self.document = draft.documents[0]
        commit()

    def becomes(self, drawn: Drawn) -> None:
        """Let the reader be as drawn. Nothing of it is committed, so that the next draw begins anew."""
        undo()
        self._make(drawn)

    def becomes_for_all(self, drawn: Drawn) -> None:
        """The same for browsers too, which see what is committed."""
        undo()
        self._forget()
        self._make(drawn)
        commit()

    def _forget(self) -> None:
        reader = self.reader
        seats = select(Seat.id).where(Seat.account_id == reader.id)
        db.session.execute(delete(Attendance).where(Attendance.seat_id.in_(seats)))
        for table in (Interest, Seat, SteppingOut, Member):
            db.session.execute(delete(table).where(table.account_id.in_([reader.id, self.principal.id])))
        db.session.execute(delete(Appointment).where(Appointment.account_id == reader.id))
        db.session.expire_all()

    def _make(self, drawn: Drawn) -> None:
        reader, case = self.reader, self.case
        reader.appointments[:] = [_appointment(role) for role in sorted(drawn.roles)]
        case.restricted = drawn.restricted
        for meeting in (self.meeting, self.called):
            meeting.agenda_opened_at = clock.now() if drawn.opened else None
        if drawn.seat == "whole":
            db.session.add(Seat(meeting=self.called, account=reader, account_id=reader.id))
        if drawn.seat != "none":
            only = {"this item": self.item.id, "other item": self.other.id}.get(drawn.seat)
            seat = Seat(meeting=self.meeting, account=reader, account_id=reader.id, only_item_id=only)
            seat.in_place_of = self.principal if drawn.comes_for_one_out else None
            db.session.add(seat)
        if drawn.comes_for_one_out:
            db.session.add(SteppingOut(case_id=case.id, account_id=self.principal.id))
        if drawn.said is not None:
            said = Interest(item=self.item, account=reader, account_id=reader.id, kind=drawn.said)
            said.said_by_id, said.ruling = reader.id, drawn.ruling
            db.session.add(said)
        if drawn.out != "no":
            out = SteppingOut(case_id=case.id, account_id=reader.id, quiet=drawn.out == "quietly")
            db.session.add(out)
        db.session.flush()
        self._let_know(drawn)
        db.session.flush()
        db.session.expire_all()

    def _let_know(self, drawn: Drawn) -> None:
        if drawn.knows == "by agenda":
            let_member_know(self.case, self.reader, by=self.coordinator)
        elif drawn.knows != "no":
            part = Part.AUTHOR if drawn.knows == "author" else Part.PANEL
            until = clock.today() - timedelta(days=1) if drawn.knows == "panel, gone by" else None
            db.session.add(Member(case=self.case, account=self.reader, part=part, until=until))


def _appointment(role: Role) -> Appointment:
    owner = LegalOwner.SAFEGUARDING_ADULTS_BOARD if role == Role.DECISION_MAKER else None
    return Appointment(role=role, owner=owner, starts_on=clock.today())


@pytest.fixture
def scene(people):
    return Scene(people)


draws = settings(
    max_examples=SHOWN,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(drawn=mixtures)
@draws
def test_the_rules_and_the_queries_say_the_same(scene, drawn):
    scene.becomes(drawn)
    reader, item, case = scene.reader, scene.item, scene.case
    looks = look_into_case(reader, case)
    assert looks == (cases.case_open_to(reader, case.id) is not None)
    for meeting in (scene.meeting, scene.called):
        seen = queries.meeting_visible_to(reader, meeting.id) is not None
        assert may.read_meeting(reader, meeting) == seen
    assert may.read_item(reader, item) == bool(queries.item_visible_to(reader, item.id))
    for decision in scene.decisions:
        assert may.read_decision(reader, decision) == bool(queries.decision_visible_to(reader, decision.id))
    assert cases_found(reader, case.reference, 1).total == int(looks)
    assert (item in queries.items_of_case(reader, case.id)) == may.read_item(reader, item)
    _deny_wins(scene, drawn)


def _deny_wins(scene, drawn):
    reader, case = scene.reader, scene.case
    if drawn.out != "no":
        assert not look_into_case(reader, case)
    if drawn.out == "quietly":
        assert not may.read_meeting(reader, scene.called)
    works = drawn.roles & {Role.COORDINATOR, Role.CHAIR}
    if drawn.knows == "by agenda" and not works and look_into_case(reader, case):
        assert drawn.opened
        assert drawn.said is not None
        assert drawn.seat in {"whole", "this item"}
        assert not drawn.restricted
        assert not drawn.comes_for_one_out or drawn.stays


@given(drawn=mixtures)
@draws
def test_screen_piece_search_count_pack_file_and_mail_agree_with_the_rules(scene, drawn):
    scene.becomes_for_all(drawn)
    reader, item, case, person = scene.reader, scene.item, scene.case, scene.person
    reads, looks = may.read_item(reader, item), look_into_case(reader, case)
    packs, sees = open_pack(reader, item), may.read_meeting(reader, scene.meeting)
    reference, reader_id = case.reference, reader.id

    there = {
        f"/meetings/items/{item.id}": reads,
        f"/meetings/decisions/{scene.decisions[1].id}": may.read_decision(reader, scene.decisions[1]),
        f"/cases/{case.id}": looks,
        f"/meetings/{scene.called.id}": may.read_meeting(reader, scene.called),
    }
    for path, open_to_them in there.items():
        assert person.opens(path).status_code == (200 if open_to_them else 404), path
    file = person.opens(f"/referrals/documents/{scene.document.id}/file")
    assert (file.status_code != 404) == looks  # who looks into the case may still have to ask for names in it
    piece = person.opens(f"/meetings/items/{item.id}/quorum/sar", headers=HTMX)
    assert piece.status_code == (200 if reads else 404)
    found = person.opens(f"/cases?reference={reference}")
    assert (f'/cases/{case.id}"' in found.text) == (looks and found.status_code == 200)
    assert person.opens(f"/meetings/items/{item.id}/pack").status_code == (
        200 if packs else 303 if reads else 404
    )
    if not packs:
        answer = person.opens(f"/meetings/items/{item.id}/pack.pdf")
        assert answer.status_code == (403 if reads else 404)

    agenda = person.opens(f"/meetings/{scene.meeting.id}")
    assert agenda.status_code == (200 if sees else 404)
    waits = item in queries.items_to_declare(scene.reader, scene.meeting)
    assert (reference in agenda.text) == (reads or waits)
    if sees and not reads and not waits:
        whole = person.opens(f"/meetings/{scene.meeting.id}/pack").text
        assert reference not in whole
        assert str(item.id) not in whole
    assert (_wordings[telling.STEPPED_OUT](reader_id, item.id) is not None) == reads
    if (said := item.interest_of(scene.reader)) is not None:
        assert _wordings[hearing.TO_RULE](reader_id, said.id) is None
    _counts_only_who_takes_part(scene, drawn)


def _counts_only_who_takes_part(scene, drawn):
    seat = next((seat for seat in scene.meeting.invited if seat.account_id == scene.reader.id), None)
    if seat is None:
        return
    services.note_arrival(seat, by=scene.coordinator)
    db.session.flush()
    counted = any(line.startswith("Pat Panel,") for line in quorum_of(scene.item, scene.route).took_part)
    without = drawn.out != "no" or (drawn.comes_for_one_out and not drawn.stays)
    interest = drawn.said not in {None, InterestKind.NONE} and not drawn.stays
    assert counted == (not without and not interest)
