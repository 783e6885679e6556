"""A coordinator's desk: what is overdue, due today and due soon, then who has what and since when."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from pprg import clock
from pprg.cases.clocks import pause_clock, start_clock
from pprg.cases.models import RunningClock
from pprg.cases.services import restrict, step_out
from pprg.cases.states import Delay
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind
from pprg.referrals import services
from pprg.referrals.states import Screening
from tests.builders import a_sent_referral, an_awaited_referral
from tests.home.test_today import home, leads_on

A_MONDAY = "2026-11-16 09:00:00+00:00"


@pytest.fixture
def on_a_monday():
    with time_machine.travel(A_MONDAY, tick=False) as when:
        yield when


def rows_of(page, heading):
    return list(page.get(heading, {}))


def test_what_is_new_is_due_soon_and_leads_to_the_referral(people, on_a_monday):
    sent = a_sent_referral(by=people.referrer().account)
    page = home(people.coordinator())
    row, address = next(iter(page["Due soon"].items()))
    assert row.startswith(f"Acknowledge {sent.reference} Due in 2 working days")
    assert "Marlshire Police" in row
    assert address == f"/referrals/{sent.id}"


def test_as_days_go_by_it_is_due_today_and_then_overdue(people, on_a_monday):
    sent = a_sent_referral(by=people.referrer().account)
    commit()
    for days, heading, words in ((2, "Due today", "Due today"), (3, "Overdue", "Overdue by 1 working day")):
        on_a_monday.move_to(A_MONDAY)
        on_a_monday.shift(timedelta(days=days))
        cora = people.coordinator(f"Cora {days}")
        assert rows_of(home(cora), heading)[0].startswith(f"Acknowledge {sent.reference} {words}")


def test_the_headings_stand_in_the_order_of_what_presses(people, on_a_monday):
    first = a_sent_referral(by=people.referrer().account)
    on_a_monday.shift(timedelta(days=1))
    second = a_sent_referral(by=people.referrer().account)
    on_a_monday.shift(timedelta(days=2))
    third = a_sent_referral(by=people.referrer().account)
    page = home(people.coordinator())
    dated = {heading: rows for heading, rows in page.items() if any("Acknowledge" in row for row in rows)}
    assert list(dated) == ["Overdue", "Due today", "Due soon"]
    assert [next(iter(rows)).split()[1] for rows in dated.values()] == [
        first.reference, second.reference, third.reference,
    ]  # fmt: skip


def test_once_acknowledged_it_is_gone_from_there(people, on_a_monday):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    services.acknowledge_referral(sent, by=cora.account)
    assert not {"Overdue", "Due today", "Due soon"} & set(home(cora))


def test_a_date_that_is_far_off_or_stands_still_does_not_press(people, on_a_monday):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    services.acknowledge_referral(sent, by=cora.account)
    decide = db.session.query(RunningClock).filter_by(kind=ClockKind.SAR_DECIDE).one()
    on_a_monday.shift(timedelta(days=50))
    dee = people.coordinator("Dee Later")
    first = rows_of(home(dee), "Due soon")[0]
    assert first.startswith(f"Decide on a Safeguarding Adults Review: {sent.reference}")
    why = {"reason": Delay.CRIMINAL, "because": "A trial.", "agreed_by": "The chair"}
    pause_clock(decide, on=clock.today(), **why, by=dee.account)
    assert "Due soon" not in home(dee)


def test_other_dates_lead_to_how_they_were_reached(people, on_a_monday):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    started = start_clock(sent.case, ClockKind.SIN_NOTIFY, trigger=clock.today(), by=cora.account)
    on_a_monday.shift(timedelta(days=3))
    dee = people.coordinator("Dee Later")
    page = home(dee)
    row = next(row for row in page["Due soon"] if row.startswith("Notify the national Panel"))
    assert "The local authority" in row
    assert page["Due soon"][row] == f"/clocks/{started.id}"
    leads_on(dee, page["Due soon"] | page["Overdue"])


def test_many_dates_are_ten_and_a_way_to_the_others(people, on_a_monday):
    for _ in range(12):
        a_sent_referral(by=people.referrer().account)
    page = home(people.coordinator())
    assert len(page["Due soon"]) == 11
    assert rows_of(page, "Due soon")[-1].startswith("See 2 other dates that come near or have passed")
    assert list(page["Due soon"].values())[-1] == "/clocks/"


def test_nobody_but_coordinators_of_the_case_is_shown_its_dates(people, on_a_monday):
    cora, second, chair = people.coordinator(), people.coordinator("Sasha Second"), people.chair()
    out = a_sent_referral(by=people.referrer().account)
    restricted = a_sent_referral(by=people.referrer().account)
    step_out(out.case, cora.account, by=chair.account)
    restrict(restricted.case, by=chair.account, members=[second.account])
    assert "Acknowledge" not in cora.opens("/").text
    assert len(home(second)["Due soon"]) == 2
    others = [people.panel_member(), people.referrer(), people.safeguarding_lead(), people.auditor()]
    for who in (chair, *others):
        assert "Due soon" not in home(who)


def test_of_what_awaits_authorisation_no_date_shows_before_the_coordinators_may_know(people, on_a_monday):
    people.safeguarding_lead()
    awaited = an_awaited_referral(by=people.referrer().account)
    assert awaited.reference not in people.coordinator().opens("/").text
    on_a_monday.shift(timedelta(hours=5))
    assert f"Acknowledge {awaited.reference}" in people.coordinator("Cora Later").opens("/").text


def test_screened_and_not_authorised_yet_it_lies_with_the_lead(people, on_a_monday):
    cora = people.coordinator()
    awaited = an_awaited_referral(by=people.referrer().account, essentials={"concerns": "child"})
    services.screen_referral(awaited, Screening.FOR_THE_GROUP, reason="It fits.", by=cora.account)
    page = home(cora)
    row = rows_of(page, "With somebody else")[0]
    assert row.startswith(f"{awaited.reference} is with the safeguarding lead Sent")
    assert not [row for row in rows_of(page, "Also waiting for you") if "Screen" in row]


def test_with_the_referrer_it_says_since_when(people, on_a_monday):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    services.return_referral(sent, "When?", by=cora.account)
    row = rows_of(home(cora), "With somebody else")[0]
    assert row.startswith(f"{sent.reference} is returned, with its writer Returned today")
