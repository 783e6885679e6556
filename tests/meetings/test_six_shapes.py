"""Six cases from the referral to the last letter: what each sets going, who agrees, and what is written."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.agencies.states import LegalOwner
from pprg.cases.clocks import start_clock, start_clocks
from pprg.cases.queries import clocks_of_case
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services
from pprg.meetings.queries.challenging import people_to_ask
from pprg.meetings.queries.letters import letters_due
from pprg.meetings.services.challenging import ask_to_consider
from pprg.meetings.states import Answer, ChallengeBy, ChallengeOutcome, LetterKind, Outcome
from pprg.meetings.words import ActionWords
from pprg.referrals.states import State
from pprg.reviews import services as reviews
from pprg.reviews.models import Review
from pprg.reviews.queries import timetable_of
from pprg.reviews.states import Method
from pprg.reviews.words import ScopeWords
from tests.meetings.county import County
from tests.people import an_agency

CHILD = (LegalOwner.PARTNER_LOCAL_AUTHORITY, LegalOwner.PARTNER_HEALTH, LegalOwner.PARTNER_POLICE)


@pytest.fixture
def county(app, people, time_machine):
    made = County(app, people, time_machine)
    for owner in LegalOwner:
        people.decision_maker(owner)
    return made


def runs(case):
    return {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}


def stopped(case, kind):
    return [due.clock.stopped_on for due in clocks_of_case(case) if due.clock.kind == kind][-1]


def reviews_of(case):
    return db.session.query(Review).filter_by(case_id=case.id).all()


def due_kinds(decision):
    return [wanted.due.kind for wanted in letters_due(decision)]


def test_an_adult_who_neglected_himself_waits_for_the_cause_of_death_and_is_then_reviewed(county):
    referral = county.refers("sar")
    case = referral.case
    county.day(20)
    unknown = {"harm": (Answer.NOT_ENOUGH, "The cause of death is awaited.")}
    waits = county.decides(
        county.meets(referral), Route.SAR, Outcome.WAIT, unknown,
        of_whom="the coroner", until=clock.today() + timedelta(days=28),
        reason="the cause of death is not known",
    )  # fmt: skip
    assert referral.state == State.RECEIVED
    assert waits.ratifications == []
    assert ClockKind.SAR_DECIDE in runs(case)  # to wait stops nothing
    assert due_kinds(waits) == [LetterKind.INFORMATION]

    county.day(48)
    decision = county.decides(county.meets(referral), Route.SAR, Outcome.MANDATORY_SAR)
    county.day(52)
    county.ratifies(decision, LegalOwner.SAFEGUARDING_ADULTS_BOARD)
    assert stopped(case, ClockKind.SAR_DECIDE) == clock.today()
    assert runs(case) >= {ClockKind.SAR_COMPLETE, ClockKind.OUTCOME_LETTER}
    (review,) = reviews_of(case)
    assert review.review_type == ReviewType.SAR_MANDATORY
    assert "the cause of death is not known" not in referral.outcome

    letter = county.writes(LetterKind.REVIEW_AGREED, decision, referral)
    assert ClockKind.OUTCOME_LETTER not in runs(case)
    read = county.at(county.referrer).opens(f"/meetings/letters/{letter.id}")
    assert read.status_code == 200
    assert "Safeguarding Adults Review" in read.text

    scope = ScopeWords(method=Method.RAPID_TIME, why_this_method="Two agencies have nothing to tell.")
    reviews.save_scope(review, scope, version=0, by=county.coordinator)
    commit()
    page = county.at(county.coordinator).opens(f"/reviews/{review.id}").text
    assert "Review in rapid time" in page


def test_an_injured_infant_has_a_rapid_review_and_the_panel_asks_for_evidence(county):
    referral = county.refers("child")
    case = referral.case
    county.day(4)
    start_clock(case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=county.coordinator)
    county.day(12)
    police = an_agency("Marlshire Police")
    lead = county.people.safeguarding_lead().account
    soon = clock.today() + timedelta(days=7)
    actions = tuple(
        ActionWords(what=what, agency_id=police.id, owner="Head of public protection", due_on=soon)
        for what in ("Check every open case of a bruised baby.", "Tell night staff whom to ring.")
    )
    decision = county.decides(
        county.meets(referral), Route.CHILD, Outcome.BRIEFING,
        {"worked_together": (Answer.NOT_MET, "They met."), "panel_view": (Answer.NOT_MET, "Not asked.")},
        actions=actions, reason="the theme is under a local thematic review",
    )  # fmt: skip
    to_do = county.at(lead).reads("/meetings/actions").select("main a[href*='/meetings/actions/']")
    assert len(to_do) == 2  # what is urgent waits for nobody's agreement
    done = county.at(lead).fills_in(to_do[0]["href"], words="Forty cases were read; two were visited.")
    assert done.status_code == 303
    assert [bool(each.done_on) for each in decision.actions].count(True) == 1

    county.ratifies(decision, *CHILD)
    assert reviews_of(case) == []
    county.day(15)
    assert LetterKind.PANEL in due_kinds(decision)
    county.writes(LetterKind.PANEL, decision)
    assert stopped(case, ClockKind.RAPID_REVIEW) == clock.today()

    county.day(26)
    the_panel_answers(county, decision)


def the_panel_answers(county, decision):
    """It asks for evidence later: a clock of its own runs until it is told when."""
    case, today = decision.case, clock.today()
    coordinator = county.at(county.coordinator)
    answer = coordinator.fills_in(
        f"/meetings/decisions/{decision.id}/challenges", by=ChallengeBy.PANEL.value,
        words="Agrees; asks for evidence on the earlier actions in six months.",
        **{"received_on-day": today.day, "received_on-month": today.month, "received_on-year": today.year},
    )  # fmt: skip
    assert answer.status_code == 303
    assert ClockKind.PANEL_REPLY in runs(case)
    coordinator.fills_in(answer.location, account=str(county.coordinator.id))
    replied = coordinator.presses(
        answer.location,
        "Close it with this answer",
        outcome=ChallengeOutcome.UPHELD.value,
        reply="In six months.",
    )
    assert replied.status_code == 303
    assert ClockKind.PANEL_REPLY not in runs(case)


def test_a_suspected_suicide_after_control_is_no_sar_and_a_domestic_homicide_review(county):
    referral = county.refers("sar", "dhr")
    case, by = referral.case, county.coordinator
    start_clocks(case, Trigger.CSP_TOLD, on=clock.today(), routes={Route.DHR}, by=by)
    county.day(14)
    item = county.meets(referral)
    services.start_decision(item, Route.DHR, by=by)
    no_needs = {"needs": (Answer.NOT_MET, "Nobody knew of needs for care and support.")}
    sar = county.decides(item, Route.SAR, Outcome.NO_REVIEW, no_needs, reason="needs for care were not met")
    dhr = county.decides(item, Route.DHR, Outcome.DHR, reason="her death appears to result from control")
    county.ratifies(sar, LegalOwner.SAFEGUARDING_ADULTS_BOARD)
    assert referral.state == State.TABLED  # nobody hears before both are agreed
    county.day(23)
    county.ratifies(dhr, LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP)

    assert referral.state == State.DECIDED
    assert stopped(case, ClockKind.DHR_DECIDE) == clock.today()
    assert runs(case) >= {ClockKind.DHR_HO_NOTICE, ClockKind.DHR_COMPLETE, ClockKind.OUTCOME_LETTER}
    assert [review.review_type for review in reviews_of(case)] == [ReviewType.DHR]
    county.writes(LetterKind.HOME_OFFICE, dhr)
    assert ClockKind.DHR_HO_NOTICE not in runs(case)
    letter = county.writes(LetterKind.NO_REVIEW, sar, referral)
    assert "Nobody knew of needs for care and support." in letter.words
    assert ClockKind.OUTCOME_LETTER in runs(case)  # the other letter is still owed
    county.writes(LetterKind.REVIEW_AGREED, dhr, referral)
    assert ClockKind.OUTCOME_LETTER not in runs(case)


def test_a_death_in_a_care_home_goes_to_the_provider_and_a_second_person_upholds_it(county):
    referral = county.refers("sar")
    county.day(10)
    in_12_weeks = clock.today() + timedelta(weeks=12)
    decision = county.decides(
        county.meets(referral), Route.SAR, Outcome.SINGLE_AGENCY,
        {"worked_together": (Answer.NOT_MET, "One provider was involved.")},
        of_whom="the provider", until=in_12_weeks, reason="one provider was involved",
    )  # fmt: skip
    county.ratifies(decision, LegalOwner.SAFEGUARDING_ADULTS_BOARD)
    assert reviews_of(referral.case) == []
    letter = county.writes(LetterKind.NO_REVIEW, decision, referral)
    assert "One provider was involved." in letter.words
    assert "20 working days" in letter.words

    county.day(20)
    url = f"/meetings/challenges/of-referral/{referral.id}"
    asked = county.at(county.referrer).fills_in(url, words="The ambulance service also knew him.")
    assert asked.status_code == 303
    (challenge,) = decision.challenges
    assert ClockKind.RECONSIDER in runs(referral.case)
    second = county.people.decision_maker(LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP).account
    assert second.id in {each.id for each in people_to_ask(challenge)}
    ask_to_consider(challenge, second, by=county.coordinator)
    commit()
    answer = county.at(second).fills_in(
        f"/meetings/challenges/{challenge.id}", outcome=ChallengeOutcome.FULLER.value,
        advice="Counsel: lawful.", reply="The ambulance came once, and passed on what it saw.",
    )  # fmt: skip
    assert answer.status_code == 303
    assert challenge.outcome == ChallengeOutcome.FULLER
    assert ClockKind.RECONSIDER not in runs(referral.case)


def test_good_practice_becomes_a_briefing_and_a_thank_you(county):
    referral = county.refers("learning")
    county.day(7)
    decision = county.decides(
        county.meets(referral),
        Route.LEARNING,
        Outcome.BRIEFING,
        reason="the team kept ringing until she answered",
    )
    assert decision.ratifications == []  # the group's own: it stands with the signature
    assert referral.state == State.DECIDED
    assert reviews_of(referral.case) == []
    assert decision.actions == []
    letter = county.writes(LetterKind.NO_REVIEW, decision, referral)
    assert "briefing" in letter.words
    assert ClockKind.OUTCOME_LETTER not in runs(referral.case)


def test_a_sixteen_year_old_killed_by_a_partner_has_one_joint_review(county):
    referral = county.refers("child", "dhr")
    case = referral.case
    county.day(3)
    start_clock(case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=county.coordinator)
    county.day(9)
    item = county.meets(referral)
    services.start_decision(item, Route.DHR, by=county.coordinator)
    commit()
    joint = county.at(county.coordinator).presses(f"/meetings/items/{item.id}/joint", "Hold one joint review")
    assert joint.status_code == 303
    child = county.decides(item, Route.CHILD, Outcome.RAPID_REVIEW)
    dhr = county.decides(item, Route.DHR, Outcome.DHR)
    county.ratifies(child, *CHILD[:2])
    assert reviews_of(case) == []
    county.ratifies(child, CHILD[2])
    (review,) = reviews_of(case)
    county.day(12)
    county.ratifies(dhr, LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP)

    assert reviews_of(case) == [review]
    assert review.review_type == ReviewType.JOINT
    assert review.meets == [ReviewType.RAPID_REVIEW, ReviewType.DHR]
    earliest, later = timetable_of(county.coordinator, review)
    assert (earliest.clock.kind, later.clock.kind) == (ClockKind.RAPID_REVIEW, ClockKind.DHR_COMPLETE)
    assert referral.state == State.DECIDED
    page = county.at(county.coordinator).opens(f"/reviews/{review.id}").text
    assert "The earliest of these counts." in page
