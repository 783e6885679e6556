"""What a review is to do: sketched, saved at any time, agreed once nothing is missing."""

from datetime import date, timedelta

import pytest

from pprg import clock
from pprg.cases.clocks import start_clocks
from pprg.database import db
from pprg.errors import Mistaken
from pprg.guidance.clocks import Trigger
from pprg.guidance.codes import ReviewType, Route
from pprg.reviews import queries, services
from pprg.reviews.models import Review
from pprg.reviews.states import CostBand, Intention, Method
from pprg.reviews.words import ScopeWords
from tests.meetings.builders import autosaves
from tests.people import an_agency, as_it_stands
from tests.reviews.builders import a_review

QUESTIONS = ["Why did four agencies close within five weeks?", "Who led?", "What did the family see?"]


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def review(coordinator):
    return a_review(by=coordinator.account)


def whole(**changes):
    today = clock.today()
    said = {
        "period_from": today - timedelta(days=700),
        "period_to": today - timedelta(days=30),
        "key_questions": QUESTIONS,
        "method": Method.RAPID_TIME,
        "why_this_method": "One pattern, seen before.",
        "agencies": [str(an_agency("Marlshire Police").id)],
        "independent": True,
        "family": "Her sister is asked by the coordinator.",
        "constraints": "The inquest is in March.",
        "report_by": today + timedelta(days=180),
        "publish_by": today + timedelta(days=240),
        "cost": CostBand.SMALL,
        "publication": Intention.BRIEFING,
    }
    return ScopeWords(**{**said, **changes})


def url(review):
    return f"/reviews/{review.id}/scope"


def test_half_a_scope_is_kept_and_stands_on_the_review(review, coordinator):
    answer = coordinator.fills_in(
        url(review), key_questions="\n".join(QUESTIONS[:1]), method=Method.SILP.value
    )
    assert answer.status_code == 303
    page = coordinator.reads(f"/reviews/{review.id}").get_text(" ", strip=True)
    assert QUESTIONS[0] in page
    assert "Learning event with front-line staff" in page
    assert "Being written" in page


def test_agreeing_names_what_is_missing_and_keeps_what_was_typed(review, coordinator):
    page = coordinator.presses(url(review), "Save and agree", key_questions=QUESTIONS[0])
    assert page.status_code == 422
    assert "Ask 3 to 6 key questions" in page.text
    assert "Say why this is proportionate." in page.text
    assert QUESTIONS[0] in page.text
    assert review.scope.key_questions == [QUESTIONS[0]]
    assert review.scope.agreed_on is None


def test_a_whole_scope_is_agreed_and_a_change_is_agreed_anew(review, coordinator):
    services.save_scope(review, whole(), version=0, by=coordinator.account)
    db.session.flush()
    assert coordinator.presses(url(review), "Save and agree").status_code == 303
    assert review.scope.agreed_on == clock.today()
    assert "Agreed" in coordinator.opens(f"/reviews/{review.id}").text

    coordinator.fills_in(url(review), constraints="The trial is in May.")
    assert review.scope.agreed_on is None


def test_the_chair_agrees_from_the_review(review, coordinator, people):
    chair = people.chair()
    services.save_scope(review, whole(cost=None), version=0, by=coordinator.account)
    assert "Agree the scope" not in chair.opens(f"/reviews/{review.id}").text
    services.save_scope(review, whole(), version=review.scope.version, by=coordinator.account)
    assert chair.presses(f"/reviews/{review.id}", "Agree the scope").status_code == 303
    assert review.scope.agreed_on


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"key_questions": QUESTIONS[:2]}, "key_questions"),
        ({"key_questions": QUESTIONS * 3}, "key_questions"),
        ({"independent": None}, "independent"),
        ({"period_to": clock.today() - timedelta(days=900)}, "period_to"),
        ({"publish_by": clock.today()}, "publish_by"),
        ({"publish_by": None}, "publish_by"),
    ],
)
def test_what_does_not_hold_together_is_named(review, coordinator, change, where):
    services.save_scope(review, whole(**change), version=0, by=coordinator.account)
    with pytest.raises(Mistaken) as wrong:
        services.agree_scope(review, by=coordinator.account)
    assert [place for place, _ in wrong.value.mistakes] == [where]


def test_what_is_not_published_needs_no_day_for_it(review, coordinator):
    said = whole(publication=Intention.NOT, publish_by=None)
    services.save_scope(review, said, version=0, by=coordinator.account)
    services.agree_scope(review, by=coordinator.account)
    assert review.scope.agreed_on


def test_two_who_write_never_overwrite_each_other(review, people, coordinator):
    second = people.coordinator("Sasha Second")
    services.save_scope(review, whole(), version=0, by=coordinator.account)
    db.session.flush()
    stale = review.scope.version
    coordinator.fills_in(url(review), family="Her brother speaks for her.")

    answer = second.fills_in(url(review), version=stale, family="Nobody was found.")
    assert answer.status_code == 409
    assert "Her brother speaks for her." in answer.text
    assert "Nobody was found." in answer.text
    assert review.scope.family == "Her brother speaks for her."


def test_only_coordinators_write_and_whoever_writes_the_review_does_not_agree_it(review, people, coordinator):
    for person in (people.chair(), people.author(), people.referrer()):
        assert person.opens(url(review)).status_code in {403, 404}
    assert people.chair().posts(f"{url(review)}/agreement").status_code == 409


def test_the_day_for_the_report_is_proposed_from_the_clock(review, coordinator):
    start_clocks(
        review.case, Trigger.SAR_DECIDED, on=clock.today(), routes={Route.SAR}, by=coordinator.account
    )
    db.session.flush()
    (due,) = queries.timetable_of(coordinator.account, review)
    box = coordinator.reads(url(review)).select_one("input[name=report_by-year]")
    assert box["value"] == str(due.due_on.year)


def test_a_joint_review_meets_several_duties_and_follows_the_earliest(coordinator):
    first = a_review(by=coordinator.account, review_type=ReviewType.JOINT)
    case, by, today = first.case, coordinator.account, clock.today()
    for duty in (ReviewType.SAR_MANDATORY, ReviewType.DHR, ReviewType.SAR_MANDATORY):
        services.commission_review(case, ReviewType.JOINT, duties=(duty,), by=by)
    start_clocks(case, Trigger.SAR_DECIDED, on=today - timedelta(days=40), routes={Route.SAR}, by=by)
    start_clocks(case, Trigger.DHR_DECIDED, on=today, routes={Route.DHR}, by=by)
    db.session.flush()

    assert db.session.query(Review).count() == 1
    assert first.meets == [ReviewType.SAR_MANDATORY, ReviewType.DHR]
    kinds = [due.clock.kind.value for due in queries.timetable_of(by, first)]
    assert kinds == ["sar_complete", "dhr_complete"]
    page = coordinator.reads(f"/reviews/{first.id}").get_text(" ", strip=True)
    assert "One review meets several duties: Safeguarding Adults Review and Domestic Homicide Review." in page
    assert "The earliest of these counts." in page


def test_it_is_saved_while_somebody_types(review, coordinator):
    answer = autosaves(coordinator, url(review), family="Her sister is asked.")

    assert answer.status_code == 204
    assert answer.headers["X-Version"] == "1"
    assert (
        coordinator.reads(url(review)).select_one("[name=family]").get_text().strip()
        == "Her sister is asked."
    )


def boxes(coordinator, review, day):
    page = coordinator.reads(url(review))
    return [
        page.select_one(f"input[name={day}-{box}]").get("value") or "" for box in ("day", "month", "year")
    ]


def test_half_a_day_is_found_again_in_its_boxes_and_is_no_day_yet(review, coordinator):
    services.save_scope(review, whole(), version=0, by=coordinator.account)
    half = {"period_from-day": "3", "period_from-month": "June", "period_from-year": ""}

    answer = autosaves(coordinator, url(review), **half, family="Her brother too.")

    assert answer.status_code == 204
    assert boxes(coordinator, review, "period_from") == ["3", "June", ""]
    assert review.scope.period_from is None
    assert review.scope.family == "Her brother too."
    with pytest.raises(Mistaken, match="from when the review looks"):
        services.agree_scope(review, by=coordinator.account)

    autosaves(coordinator, url(review), **half | {"period_from-year": "2024"})
    assert review.scope.period_from == date(2024, 6, 3)
    assert review.scope.words.half_days == {}


def test_a_day_that_is_none_stays_as_typed_and_holds_up_agreement(review, coordinator):
    services.save_scope(
        review, whole(publication=Intention.NOT, publish_by=None), version=0, by=coordinator.account
    )
    none = {"publish_by-day": "31", "publish_by-month": "2", "publish_by-year": "2027"}
    assert autosaves(coordinator, url(review), **none).status_code == 204
    assert boxes(coordinator, review, "publish_by") == ["31", "2", "2027"]
    with pytest.raises(Mistaken, match="Finish this day, or clear it"):
        services.agree_scope(review, by=coordinator.account)


def test_what_stands_in_half_a_day_is_not_readable_in_the_database(review, coordinator):
    autosaves(coordinator, url(review), **{"report_by-day": "Hallewell"})
    assert review.scope.half_days["report_by"]["day"] == "Hallewell"
    raw = db.session.connection().exec_driver_sql("select half_days from review_scope").scalar_one()
    assert b"Hallewell" not in bytes(raw)


def test_two_who_type_at_once_never_overwrite_each_other(review, coordinator, people):
    page = coordinator.reads(url(review))
    autosaves(people.coordinator("Second"), url(review), family="Her sister is asked.")
    form = page.select_one("form[data-autosave]")

    answer = coordinator._browser.post(form["data-autosave"], data=as_it_stands(form) | {"family": "Nobody."})

    assert answer.status_code == 409
    assert review.scope.family == "Her sister is asked."
