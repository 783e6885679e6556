"""A review ends before its report: with a reason, without its author, and is taken up again."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.cases import services as cases
from pprg.cases.clocks import go_on, start_clock, start_clocks, stop_clock
from pprg.cases.queries import clocks_of_case, due_of
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.guidance.codes import ReviewType
from pprg.guidance.due import said
from pprg.home.today import today_of
from pprg.meetings.queries.agenda import candidates_for
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.publications.services import begin_publication
from pprg.reviews import queries, services
from pprg.reviews import rules as may
from pprg.reviews.states import State
from pprg.reviews.words import ScopeWords
from tests.meetings.builders import a_meeting
from tests.reviews.builders import a_concluded_review, a_review

WHY = "The inquest looks at the same questions and the family asked for one inquiry only."


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def review(coordinator, author):
    review = a_review(by=coordinator.account)
    services.appoint_author(
        review, author.account, by=coordinator.account, until=clock.today() + timedelta(days=90)
    )
    start_clocks(review.case, Trigger.SAR_DECIDED, on=clock.today(), by=coordinator.account)
    commit()
    return review


@pytest.fixture
def ended(review, coordinator):
    services.discontinue_review(review, WHY, by=coordinator.account)
    commit()
    return review


def running(case):
    return {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}


def test_a_coordinator_ends_it_with_a_reason_that_stands_on_its_page(coordinator, review):
    url = f"/reviews/{review.id}"
    page = coordinator.reads(f"{url}/discontinuation").get_text(" ", strip=True)
    assert "This date no longer counts: Complete the Safeguarding Adults Review" in page
    assert "The author is told" in page

    wrong = coordinator.fills_in(f"{url}/discontinuation", reason="  ")
    assert wrong.status_code == 422
    assert "Say why it ends before its report." in wrong.text

    assert coordinator.fills_in(f"{url}/discontinuation", reason=WHY).location == url
    page = " ".join(coordinator.reads(url).get_text(" ").split())
    today = clock.today()
    assert f"Discontinued on {today.day} {today:%B %Y} because: {WHY}" in page
    for offered in ("Appoint an author", "Sketch the scope", "Conclude the review", "Discontinue the review"):
        assert offered not in page


def test_pressed_twice_it_ends_once_with_the_first_reason(coordinator, ended):
    services.discontinue_review(ended, "Another reason", by=coordinator.account)
    assert ended.discontinued_because == WHY
    assert db.session.query(AuditLine).filter_by(verb="discontinued").count() == 1


def test_the_reason_is_not_in_the_trail_and_not_readable_in_the_database(ended):
    lines = " ".join(line.detail for line in db.session.query(AuditLine))
    assert "inquest" not in lines
    raw = db.session.connection().exec_driver_sql("select discontinued_because from review").scalar_one()
    assert "inquest" not in str(raw)


def test_its_author_is_told_and_lets_go_of_the_case(author, review, coordinator):
    assert author.opens(f"/reviews/{review.id}").status_code == 200
    services.discontinue_review(review, WHY, by=coordinator.account)
    commit()

    assert author.opens(f"/reviews/{review.id}").status_code == 404
    assert not look_into_case(author.account, review.case)
    (notice,) = db.session.query(Notice).filter_by(kind="review discontinued")
    told = _wordings[notice.kind](notice.to_id, notice.thing_id)
    assert told.address == author.account.email
    assert WHY not in told.body
    cases.step_out(review.case, author.account, by=author.account)
    assert _wordings[notice.kind](notice.to_id, notice.thing_id) is None


def test_an_author_who_writes_another_review_of_the_case_keeps_that_one_alone(author, review, coordinator):
    other = a_review(by=coordinator.account, case=review.case, review_type=ReviewType.DHR)
    services.appoint_author(other, author.account, by=coordinator.account)
    services.discontinue_review(review, WHY, by=coordinator.account)
    commit()
    assert author.opens(f"/reviews/{other.id}").status_code == 200
    assert author.opens(f"/reviews/{review.id}").status_code == 404
    assert not may.read_review(author.account, review)
    services.discontinue_review(other, WHY, by=coordinator.account)
    assert not look_into_case(author.account, review.case)


def test_only_coordinators_of_the_case_end_it_and_nobody_their_own(people, author, review, coordinator):
    url = f"/reviews/{review.id}/discontinuation"
    assert author.opens(url).status_code == 403
    assert people.chair().opens(url).status_code == 403
    with pytest.raises(Refused, match="Nobody ends a review that they write"):
        services.discontinue_review(review, WHY, by=author.account)
    assert not may.discontinue_review(author.account, review)
    cases.step_out(review.case, coordinator.account, by=coordinator.account)
    commit()
    assert coordinator.opens(url).status_code == 404


def test_what_is_concluded_is_not_discontinued(coordinator):
    review = a_concluded_review(by=coordinator.account)
    answer = coordinator.fills_in(f"/reviews/{review.id}/discontinuation", reason=WHY)
    assert answer.status_code == 422
    assert "You cannot discontinue a review that is concluded." in answer.text
    assert WHY in answer.text


def test_the_clocks_that_counted_on_it_stop_and_a_rapid_review_still_goes_to_the_panel(review, coordinator):
    by, case = coordinator.account, review.case
    start_clock(case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=by)
    rapid = a_review(by=by, case=case, review_type=ReviewType.RAPID_REVIEW)
    assert running(case) == {ClockKind.SAR_COMPLETE, ClockKind.RAPID_REVIEW}
    services.discontinue_review(review, WHY, by=by)
    services.discontinue_review(rapid, WHY, by=by)
    assert running(case) == {ClockKind.RAPID_REVIEW}


def test_a_clock_that_stopped_with_its_review_never_reads_as_done(review, coordinator):
    services.discontinue_review(review, WHY, by=coordinator.account)
    commit()
    (due,) = [due for due in clocks_of_case(review.case) if due.clock.kind == ClockKind.SAR_COMPLETE]
    for url in (f"/clocks/of/{review.case_id}", f"/clocks/{due.clock.id}"):
        page = " ".join(coordinator.reads(url).get_text(" ").split())
        assert f"Stopped: the review was discontinued on {said(clock.today())}" in page
        assert "Done" not in page


def test_a_duty_taken_from_a_joint_review_is_not_done_either(coordinator):
    by, both = coordinator.account, (ReviewType.SAR_MANDATORY, ReviewType.DHR)
    case = a_review(by=by, review_type=ReviewType.LEARNING_REVIEW).case
    joint = services.commission_review(case, ReviewType.JOINT, duties=both, by=by)
    start_clocks(case, Trigger.SAR_DECIDED, on=clock.today(), by=by)
    services.leave_duty(joint, ReviewType.SAR_MANDATORY, WHY, by=by)
    (due,) = [due for due in clocks_of_case(case) if due.clock.kind == ClockKind.SAR_COMPLETE]
    assert due.words.startswith("stopped: the duty was taken from its review on ")


def test_a_clock_that_goes_on_again_forgets_why_it_stopped(review, coordinator):
    services.discontinue_review(review, WHY, by=coordinator.account)
    (due,) = [due for due in clocks_of_case(review.case) if due.clock.kind == ClockKind.SAR_COMPLETE]
    go_on(due.clock, by=coordinator.account)
    assert due.clock.stopped_because is None
    stop_clock(review.case, ClockKind.SAR_COMPLETE, on=clock.today(), by=coordinator.account)
    assert due_of(due.clock).words.startswith("done ")


def test_a_clock_that_another_review_counts_on_runs_on(review, coordinator):
    by = coordinator.account
    a_review(by=by, case=review.case, review_type=ReviewType.SAR_DISCRETIONARY)
    services.discontinue_review(review, WHY, by=by)
    assert running(review.case) == {ClockKind.SAR_COMPLETE}


def test_nothing_is_done_with_it_any_more(people, coordinator, author, ended):
    by = coordinator.account
    for act in (
        lambda: services.appoint_author(ended, people.author("Noor Next").account, by=by),
        lambda: services.save_scope(ended, ScopeWords(family="Asked."), version=0, by=by),
        lambda: services.agree_scope(ended, by=by),
        lambda: services.conclude_review(ended, by=by),
        lambda: begin_publication(ended, "SAR-2026-01", by=by),
    ):
        with pytest.raises(Refused, match="discontinued"):
            act()
    assert (
        "nothing is written of it for outside"
        in coordinator.opens(f"/publications/of-review/{ended.id}").text
    )
    assert "Reviews" not in candidates_for(by, a_meeting(by=by))
    assert not [need for need in today_of(by).needs if ended.case.reference in need.do]
    assert queries.timetable_of(by, ended) == []


def test_decided_anew_it_is_taken_up_again_with_what_was_written(coordinator, author, review, people):
    by = coordinator.account
    scope = services.save_scope(review, ScopeWords(family="She was asked."), version=0, by=by)
    scope.agreed_on, scope.agreed_by_id = clock.today(), by.id
    services.discontinue_review(review, WHY, by=by)

    assert services.commission_review(review.case, ReviewType.SAR_MANDATORY, by=by) is review
    commit()

    assert review.state == State.COMMISSIONED
    assert (review.discontinued_on, review.discontinued_because, review.author) == (None, None, None)
    assert (review.scope.family, review.scope.agreed_on) == ("She was asked.", None)
    assert author.opens(f"/reviews/{review.id}").status_code == 404
    home = [need.do for need in today_of(by).needs]
    assert f"Appoint an author for the review of {review.case.reference}" in home
    (line,) = db.session.query(AuditLine).filter_by(verb="took up again")
    assert f"author={author.account.id}" in line.detail
    (notice,) = db.session.query(Notice).filter_by(kind="review discontinued")
    assert _wordings[notice.kind](notice.to_id, notice.thing_id) is None


def test_a_joint_review_goes_on_with_the_duty_that_is_left(coordinator):
    by, both = coordinator.account, (ReviewType.SAR_MANDATORY, ReviewType.DHR)
    case = a_review(by=by, review_type=ReviewType.LEARNING_REVIEW).case
    joint = services.commission_review(case, ReviewType.JOINT, duties=both, by=by)
    for happened in (Trigger.SAR_DECIDED, Trigger.DHR_DECIDED, Trigger.LEARNING_DECIDED):
        start_clocks(case, happened, on=clock.today(), by=by)

    services.leave_duty(joint, ReviewType.SAR_MANDATORY, WHY, by=by)
    assert (joint.meets, joint.state) == ([ReviewType.DHR], State.COMMISSIONED)
    assert ClockKind.SAR_COMPLETE not in running(case)
    assert {ClockKind.DHR_COMPLETE, ClockKind.NSR_COMPLETE} <= running(case)

    services.leave_duty(joint, ReviewType.DHR, WHY, by=by)
    assert (joint.state, joint.discontinued_because) == (State.DISCONTINUED, WHY)
    assert ClockKind.DHR_COMPLETE not in running(case)
    assert ClockKind.NSR_COMPLETE in running(case)


def test_the_rule_and_the_query_agree(people, coordinator, ended):
    for person in people.everyone():
        ruled = may.read_review(person.account, ended)
        assert bool(queries.review_visible_to(person.account, ended.id)) == ruled


def test_the_list_and_the_case_say_so(coordinator, ended):
    page = coordinator.reads("/reviews/").get_text(" ", strip=True)
    assert "Discontinued" in page
    assert "Waiting for an author" not in page
    assert "Review discontinued" in coordinator.opens("/cases").text
    assert "Review discontinued" in coordinator.opens(f"/cases/{ended.case_id}").text
