"""A coordinator has a referral in hand: whom it waits for, what is due, and what is made of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pprg import clock
from pprg.cases.queries import clocks_of
from pprg.cases.services import let_know, step_out
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.calendar import months_after, working_days_after
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import Route
from pprg.notices.models import Notice
from pprg.referrals import services, wording
from pprg.referrals.services.timing import sending_tells_the_csp
from pprg.referrals.states import LeadsView, Screening, State
from tests.builders import a_sent_referral, an_awaited_referral
from tests.referrals.builders import NAME, on_the


@pytest.fixture
def telling():
    """A partnership for which sending a referral counts as telling the Community Safety Partnership."""
    sending_tells_the_csp(True)
    yield
    sending_tells_the_csp(False)


def the_clocks(reader, referral):
    """What runs and ran in its case, by kind."""
    return {due.clock.kind: due for due in clocks_of(reader.account, referral.case_id)}


def text_of(page):
    return page.main.get_text(" ", strip=True)


def notices(kind):
    return db.session.scalars(select(Notice).where(Notice.kind == kind)).all()


def test_a_coordinator_sees_whom_it_waits_for_and_what_is_due(people):
    sent = a_sent_referral(by=people.referrer().account)
    page = people.coordinator().reads(f"/referrals/{sent.id}")
    assert "It waits for you" in text_of(page)
    due = working_days_after(clock.today(), 2)
    assert "Acknowledge the referral" in page.select_one(".pprg-clocks").get_text()
    date = page.select_one(f'.pprg-clocks a time[datetime="{due.isoformat()}"]')
    assert date.find_parent("a")["href"].startswith("/clocks/")
    assert NAME not in page.get_text()


def test_acknowledging_tells_the_referrer_once_and_stops_the_clock(people):
    cora, rowan = people.coordinator(), people.referrer()
    sent = a_sent_referral(by=rowan.account)
    for _ in range(2):
        assert cora.posts(f"/referrals/{sent.id}/acknowledge").status_code == 303
    assert [notice.to_id for notice in notices(wording.ACKNOWLEDGED)] == [rowan.account.id]
    assert not the_clocks(cora, sent)[ClockKind.ACK_REFERRER].clock.runs
    assert "had it in hand" in text_of(rowan.reads(f"/referrals/{sent.id}"))
    assert "Acknowledge it" not in text_of(cora.reads(f"/referrals/{sent.id}"))


def test_whoever_asks_a_question_has_acknowledged_it_too(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account)
    cora.fills_in(f"/referrals/{sent.id}/return", question="When did the council learn of it?")
    assert not the_clocks(cora, sent)[ClockKind.ACK_REFERRER].clock.runs
    page = text_of(cora.reads(f"/referrals/{sent.id}"))
    assert "It waits for the referrer" in page
    assert "When did the council learn of it?" in page


def test_screening_is_kept_with_its_reason_and_nobody_outside_the_case_reads_it(people):
    cora, rowan = people.coordinator(), people.referrer()
    sent = a_sent_referral(by=rowan.account)
    said = {"outcome": Screening.FOR_THE_GROUP.value, "reason": "Two services closed on one day."}
    assert cora.fills_in(f"/referrals/{sent.id}/screen", **said).status_code == 303
    page = text_of(cora.reads(f"/referrals/{sent.id}"))
    assert "It waits for a meeting" in page
    assert "Two services closed on one day." in page
    for reader in (rowan, people.safeguarding_lead()):
        assert "Two services closed" not in reader.reads(f"/referrals/{sent.id}").get_text()


def test_screening_without_a_reason_comes_back_with_what_was_chosen(people):
    sent = a_sent_referral(by=people.referrer().account)
    url = f"/referrals/{sent.id}/screen"
    answer = people.coordinator().fills_in(url, outcome=Screening.MORE_NEEDED.value, reason=" ")
    assert answer.status_code == 422
    assert "Say why." in answer.text
    assert f'value="{Screening.MORE_NEEDED.value}" checked' in answer.text


def test_when_more_is_needed_the_next_page_asks_for_it(people):
    sent = a_sent_referral(by=people.referrer().account)
    url = f"/referrals/{sent.id}/screen"
    said = {"outcome": Screening.MORE_NEEDED.value, "reason": "Nobody says who knew what."}
    answer = people.coordinator().fills_in(url, **said)
    assert answer.headers["Location"].endswith(f"/referrals/{sent.id}/return")


def test_pressed_twice_it_is_screened_once(people):
    cora = people.coordinator().account
    sent = a_sent_referral(by=people.referrer().account)
    for _ in range(2):
        services.screen_referral(sent, Screening.FOR_THE_GROUP, reason="Three agencies.", by=cora)
    assert len(sent.screenings) == 1


def test_what_is_over_is_not_screened_or_acknowledged(people):
    sent = a_sent_referral(by=people.referrer().account)
    services.withdraw_referral(sent, reason="Sent twice.", by=people.referrer().account)
    cora = people.coordinator()
    assert cora.posts(f"/referrals/{sent.id}/acknowledge").status_code == 409
    with pytest.raises(Refused):
        services.screen_referral(sent, Screening.FOR_THE_GROUP, reason="Late.", by=cora.account)


def test_while_authorisation_is_awaited_it_can_be_screened_and_that_is_all(people):
    cora = people.coordinator()
    awaited = an_awaited_referral(by=people.referrer().account, essentials={"concerns": "child"})
    page = cora.reads(f"/referrals/{awaited.id}")
    assert "Authorisation is awaited" in text_of(page)
    buttons = {a.get_text(strip=True) for a in page.select(".pprg-desk .pprg-buttons :is(a, button)")}
    assert buttons == {"Acknowledge it", "Screen it"}
    said = {"outcome": Screening.FOR_THE_GROUP.value, "reason": "It fits."}
    assert cora.fills_in(f"/referrals/{awaited.id}/screen", **said).status_code == 303
    assert awaited.state == State.AWAITING


# Whom these doors are shut to: (address, method).
DOORS = {
    "/triage": "opens", "/acknowledge": "posts", "/screen": "opens", "/redirect": "opens",
    "/letter.pdf": "opens", "/letter.docx": "opens", "/elsewhere/leder": "opens",
}  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
def test_while_it_is_awaited_nobody_else_learns_that_it_exists(people, door):
    awaited = an_awaited_referral(by=people.referrer().account, essentials={"concerns": "child"})
    for who in (people.chair(), people.panel_member(), people.auditor(), people.referrer("NHS Marlshire")):
        assert getattr(who, DOORS[door])(f"/referrals/{awaited.id}{door}").status_code == 404
    assert people.chair().opens(f"/referrals/{awaited.id}").status_code == 404


@pytest.mark.parametrize("door", DOORS)
def test_people_outside_the_case_find_nothing_behind_any_door(people, door):
    sent = a_sent_referral(by=people.referrer().account)
    outside = [
        people.panel_member(), people.referrer("NHS Marlshire"), people.safeguarding_lead("NHS Marlshire"),
        people.team_leader(), people.administrator(), people.auditor(), people.author(),
    ]  # fmt: skip
    for who in outside:
        assert getattr(who, DOORS[door])(f"/referrals/{sent.id}{door}").status_code == 404


@pytest.mark.parametrize("door", ["/acknowledge", "/screen", "/redirect"])
def test_only_coordinators_screen_though_others_may_read(people, door):
    sent = a_sent_referral(by=people.referrer().account)
    for who in (people.chair(), people.referrer(), people.safeguarding_lead()):
        assert getattr(who, DOORS[door])(f"/referrals/{sent.id}{door}").status_code == 403


def test_members_who_look_into_the_case_see_the_grid_and_its_writer_does_not(people):
    rowan, pat = people.referrer(), people.panel_member()
    sent = a_sent_referral(by=rowan.account)
    let_know(sent.case, pat.account, Part.PANEL, by=people.coordinator().account)
    assert "It advises. People decide." in text_of(pat.reads(f"/referrals/{sent.id}/triage"))
    assert rowan.opens(f"/referrals/{sent.id}/triage").status_code == 403
    assert "Which reviews the facts point to" not in text_of(rowan.reads(f"/referrals/{sent.id}"))


def test_that_somebody_may_be_known_already_is_said_to_coordinators_of_both_cases_alone(people):
    cora, second, chair = people.coordinator(), people.coordinator("Sasha Second"), people.chair()
    earlier = a_sent_referral(by=people.referrer("NHS Marlshire").account)
    later = a_sent_referral(by=people.referrer().account)
    step_out(earlier.case, second.account, by=chair.account)
    said = "may be known already"
    assert said in text_of(cora.reads(f"/referrals/{later.id}"))
    for who in (second, chair, people.referrer(), people.safeguarding_lead()):
        assert said not in text_of(who.reads(f"/referrals/{later.id}"))


# --- clocks ----------------------------------------------------------------------------------


def test_a_review_of_an_adult_that_was_asked_for_is_decided_in_eight_weeks(people):
    sent = a_sent_referral(by=people.referrer().account)
    due = the_clocks(people.coordinator(), sent)[ClockKind.SAR_DECIDE]
    assert due.due_on == clock.today() + timedelta(days=56)


def test_no_clock_of_a_review_runs_that_nobody_asked_for_and_no_fact_points_to(people):
    asked = {"types": [Route.LEARNING.value]}
    sent = a_sent_referral(by=people.referrer().account, essentials=asked)
    assert set(the_clocks(people.coordinator(), sent)) == {ClockKind.ACK_REFERRER}


def test_sent_back_and_sent_again_before_it_was_ever_authorised_time_counts_from_then(people):
    rowan, lead = people.referrer().account, people.safeguarding_lead().account
    awaited = an_awaited_referral(by=rowan)
    kinds = the_clocks(people.coordinator(), awaited)
    assert kinds == {}  # the coordinators do not know of it yet
    services.authorise_referral(awaited, LeadsView.SENT_BACK, comments="Say when.", by=lead)
    services.send_referral(awaited, by=rowan)
    services.authorise_referral(awaited, LeadsView.AGREE, alone_because="Nobody else", by=lead)
    started = the_clocks(people.coordinator(), awaited)[ClockKind.ACK_REFERRER].clock.started_on
    assert started == clock.today()


def test_where_sending_counts_as_telling_the_partnership_its_month_runs_from_that_day(people, telling):
    asked = {"types": [Route.DHR.value]}
    sent = a_sent_referral(by=people.referrer().account, essentials=asked)
    due = the_clocks(people.coordinator(), sent)[ClockKind.DHR_DECIDE]
    assert (due.clock.started_on, due.due_on) == (clock.today(), months_after(clock.today(), 1))


def test_where_it_does_not_count_nobody_pretends_that_the_partnership_was_told(people):
    asked = {"types": [Route.DHR.value]}
    sent = a_sent_referral(by=people.referrer().account, essentials=asked)
    assert ClockKind.DHR_DECIDE not in the_clocks(people.coordinator(), sent)


def test_a_decision_stops_what_was_to_be_decided_and_leaves_the_duties_of_others(people, telling):
    cora = people.coordinator()
    asked = {"types": [Route.SAR.value, Route.DHR.value]}
    sent = a_sent_referral(by=people.referrer().account, essentials=asked)
    services.table_referral(sent, by=cora.account)
    services.close_referral(sent, outcome="The group holds a review.", by=cora.account)
    running = {kind for kind, due in the_clocks(cora, sent).items() if due.clock.runs}
    assert running == {ClockKind.DHR_DECIDE}


def a_child_who_was_harmed(**processes):
    """As the pages say it: a child of 7, harmed here by neglect, and when the council knew."""
    year = clock.today().year
    return {
        "essentials": {
            "types": [Route.CHILD.value],
            "concerns": "child",
            "born": on_the(date(year - 8, 1, 1)),
            "alive": "alive",
        },
        "harm": {"abuse": "known", "serious": "yes"},
        "ask": {"lived_here": "yes", "happened_in": "own"},
        "happened": {"council_told": "yes", "council_knew": on_the(clock.today() - timedelta(days=2))},
        "processes": processes,
    }


def test_the_councils_five_days_run_from_when_the_council_knew(people):
    sent = a_sent_referral(by=people.referrer().account, **a_child_who_was_harmed())
    due = the_clocks(people.coordinator(), sent)[ClockKind.SIN_NOTIFY]
    knew = clock.today() - timedelta(days=2)
    assert (due.clock.started_on, due.due_on) == (knew, working_days_after(knew, 5))


def test_once_the_panel_was_notified_the_rapid_review_counts_from_there(people):
    notified = clock.today() - timedelta(days=1)
    said = a_child_who_was_harmed(sin="yes", sin_on=on_the(notified))
    sent = a_sent_referral(by=people.referrer().account, **said)
    kinds = the_clocks(people.coordinator(), sent)
    assert kinds[ClockKind.SIN_NOTIFY].clock.stopped_on == notified
    assert kinds[ClockKind.RAPID_REVIEW].due_on == working_days_after(notified, 15)
