"""The made-up county of Marlshire: its people, its referrals, its meetings and its learning."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from pprg import clock
from pprg.accounts import services as accounts
from pprg.accounts.models import Account
from pprg.accounts.queries import account_with_email
from pprg.accounts.states import DEMO_PASSWORD, Role
from pprg.agencies import services as agencies
from pprg.agencies.queries import agency_called
from pprg.agencies.states import Kind, LegalOwner
from pprg.database import db
from pprg.demo.asking import ask
from pprg.demo.deciding import decide
from pprg.demo.gathering import everybody_comes, first_is_presented, seat_the_group, some_answer
from pprg.demo.releasing import release_record
from pprg.meetings import services as meetings
from pprg.meetings.models import Meeting
from pprg.meetings.states import InterestKind
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from pprg.referrals.services.apart import leads
from pprg.referrals.states import AnotherWay, LeadsView, Step

HERE = Path(__file__).parent
REST_OPEN = ("awaiting", "rest follows", "sent back")
"""Sent with the essentials; the rest may still follow."""


def load() -> None:
    """Fill an empty database, through the services that people use and in the order in which they do."""
    _bring_people_together(accounts.command_line())
    for file in sorted(HERE.glob("records/*.json")):
        release_record(file.read_bytes(), author=_who("author"), checker=_who("coordinator.two"))
    made = {said["id"]: (said, _written(said)) for said in _read("referrals")}
    group, by = _read("cast")["group"], _who("coordinator")
    seat_the_group(group, who=_who, by=by)
    soon, today = _meeting(in_days=15), _meeting(in_days=0)
    some_answer(soon, group, who=_who, by=by)
    everybody_comes(today, by=by)
    for said, referral in made.values():
        _carry_on(said, referral, soon=soon, today=today)
    db.session.flush()
    if (asked := made["self-neglect"][1].case) is not None:
        ask(asked, by=_who("coordinator"))
    first_is_presented(soon, by=by)
    meetings.open_agenda(soon, by=by)
    meetings.open_agenda(today, by=by)
    _sit(today)
    for item in today.items:
        said = next(said for said, referral in made.values() if referral.id == item.referral_id)
        decide(item, said, clerk=_who("coordinator"), chair=_who("chair"), author=_who("author"))


def _bring_people_together(by: Account) -> None:
    cast = _read("cast")
    for name, kind in cast["agencies"].items():
        agencies.welcome_agency(name=name, kind=Kind(kind), by=by)
    for said in cast["accounts"]:
        agency = agency_called(said["agency"]) if said["agency"] else None
        account = accounts.open_account(
            email=said["email"], name=said["name"], agency=agency, by=by, demo=True
        )
        owner = LegalOwner(said["owner"]) if "owner" in said else None
        for role in said["roles"]:
            accounts.appoint(account, Role(role), by=by, owner=owner)
        accounts.set_password(account, DEMO_PASSWORD, by=by)


def _written(said: dict[str, Any]) -> Referral:
    by = _who(said["by"].partition("@")[0])
    referral = referrals.start_referral(by=by)
    for step, answers in said["answers"].items():
        words = {key: _dated(answer) for key, answer in answers.items()}
        referrals.save_step(referral, Step(step), words, version=referral.version, by=by)
    if said["then"] != "draft":
        _send(said, referral, by)
    return referral


def _send(said: dict[str, Any], referral: Referral, by: Account) -> None:
    """To the safeguarding lead of its agency, who authorises it or sends it back."""
    referrals.send_referral(referral, by=by)
    if said["then"] not in REST_OPEN:
        referrals.say_that_is_all(referral, by=by)
    db.session.flush()
    lead = leads(referral)[0]
    if said["then"] == "sent back":
        referrals.authorise_referral(referral, LeadsView.SENT_BACK, comments=said["comments"], by=lead)
    elif said["then"] != "awaiting":
        referrals.authorise_referral(referral, LeadsView.AGREE, by=lead)


def _dated(answer: Any) -> Any:
    """A day as the form's three boxes hold it, so that the demo is always of this year."""
    if isinstance(answer, list):
        return [
            {key: _dated(said) for key, said in row.items()} if isinstance(row, dict) else row
            for row in answer
        ]
    if not isinstance(answer, dict):
        return answer
    day = clock.today() - timedelta(days=answer["days_ago"])
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year), "unknown": False}


def _meeting(*, in_days: int) -> Meeting:
    by = _who("coordinator")
    day = clock.today() + timedelta(days=in_days)
    return meetings.arrange_meeting(
        held_on=day, starts_at="10:00", place="Council Offices, Sandmere, and by video", by=by
    )


def _sit(meeting: Meeting) -> None:
    """Its members say, case by case, that they have no interest, and come into the room."""
    for seat in meeting.invited:
        for item in meeting.items:
            meetings.declare_interest(item, InterestKind.NONE, by=seat.account)
        meetings.note_arrival(seat, by=_who("coordinator"))


def _carry_on(said: dict[str, Any], referral: Referral, *, soon: Meeting, today: Meeting) -> None:
    by = _who("coordinator")
    match said["then"]:
        case "returned":
            referrals.return_referral(referral, said["question"], by=by)
        case "redirected":
            way = AnotherWay[said["way"]]
            referrals.redirect_referral(referral, way, reason=said["reason"], letter=said["letter"], by=by)
        case "tabled":
            meetings.put_on_agenda(soon, referral, by=by)
        case "decided" | "to sign":
            meetings.put_on_agenda(today, referral, by=by)


def _who(name: str) -> Account:
    account = account_with_email(f"{name}@example.org")
    if account is None:
        raise LookupError(f"The demo has nobody called {name}.")
    return account


def _read(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
