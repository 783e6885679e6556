"""A review is commissioned, given an author, written and concluded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.rules import look_into_case
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.guidance.codes import ReviewType
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from pprg.reviews import services
from pprg.reviews.models import Review
from pprg.reviews.states import State
from tests.reviews.builders import a_concluded_review, a_review, findings, recommendations


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def review(coordinator):
    return a_review(by=coordinator.account)


def until(day):
    return {"until-day": day.day, "until-month": day.month, "until-year": day.year}


IN_A_YEAR = clock.today() + timedelta(days=365)


def test_a_case_has_one_review_of_each_type(coordinator, review):
    again = services.commission_review(review.case, ReviewType.SAR_MANDATORY, by=coordinator.account)
    other = services.commission_review(review.case, ReviewType.DHR, by=coordinator.account)
    assert again is review
    assert other is not review
    assert db.session.query(Review).count() == 2


def test_the_coordinator_appoints_an_author_who_then_knows_of_the_case(coordinator, author, review):
    url = f"/reviews/{review.id}"
    assert author.opens(url).status_code == 404
    answer = coordinator.fills_in(f"{url}/author", author=str(author.account.id), **until(IN_A_YEAR))

    assert answer.status_code == 303
    assert review.state == State.UNDER_WAY
    assert review.author == author.account
    assert author.opens(url).status_code == 200
    notice = db.session.query(Notice).filter_by(kind="appointed author").one()
    said = _wordings[notice.kind](notice.to_id, notice.thing_id)
    assert author.opens(said.path).status_code == 200
    assert review.case.reference in said.subject


def test_knowing_ends_with_the_contract(coordinator, author, review, time_machine):
    services.appoint_author(review, author.account, by=coordinator.account, until=IN_A_YEAR)
    time_machine.move_to(clock.now() + timedelta(days=366))
    assert not look_into_case(author.account, review.case)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"author": ""}, "Choose who writes the review."),
        ({"author": "00000000-0000-4000-8000-000000000000"}, "Not a valid choice"),
        ({"until-year": ""}, "must include a year"),
        ({"until-year": "2020"}, "The contract has ended already."),
    ],
)
def test_an_appointment_that_cannot_be_comes_back_with_a_sentence(coordinator, author, review, wrong, said):
    good = {"author": str(author.account.id), **until(IN_A_YEAR)}
    answer = coordinator.fills_in(f"/reviews/{review.id}/author", **{**good, **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert review.author is None


def test_only_a_review_author_who_may_know_of_the_case_is_appointed(people, coordinator, author, review):
    with pytest.raises(Refused, match="not a review author"):
        services.appoint_author(review, people.team_leader().account, by=coordinator.account)
    with pytest.raises(Refused, match="cannot appoint yourself"):
        services.appoint_author(review, coordinator.account, by=coordinator.account)
    cases.step_out(review.case, author.account, by=author.account)
    with pytest.raises(Refused, match="cannot write this review"):
        services.appoint_author(review, author.account, by=coordinator.account)


def test_another_author_follows_and_the_earlier_one_knows_no_more(people, coordinator, author, review):
    services.appoint_author(review, author.account, by=coordinator.account)
    second = people.author("Noor Next")
    services.appoint_author(review, second.account, by=coordinator.account, until=IN_A_YEAR)
    assert second.opens(f"/reviews/{review.id}").status_code == 200
    assert author.opens(f"/reviews/{review.id}").status_code == 404
    assert not look_into_case(author.account, review.case)


def test_an_author_of_two_reviews_of_a_case_keeps_the_other(people, coordinator, author, review):
    other = a_review(by=coordinator.account, case=review.case, review_type=ReviewType.DHR)
    for each in (review, other):
        services.appoint_author(each, author.account, by=coordinator.account)
    services.appoint_author(review, people.author("Noor Next").account, by=coordinator.account)
    assert author.opens(f"/reviews/{other.id}").status_code == 200
    assert author.opens(f"/reviews/{review.id}").status_code == 404


def test_the_coordinator_concludes_a_review_once(coordinator, author, review):
    assert "Conclude the review" not in coordinator.opens(f"/reviews/{review.id}").text
    services.appoint_author(review, author.account, by=coordinator.account)
    coordinator.presses(f"/reviews/{review.id}", "Conclude the review")
    assert review.state == State.CONCLUDED
    assert review.concluded_on == clock.today()
    assert coordinator.posts(f"/reviews/{review.id}/conclusion").status_code == 303


def test_nobody_concludes_a_review_that_they_write(coordinator, author, review):
    services.appoint_author(review, author.account, by=coordinator.account)
    with pytest.raises(Refused, match="ask another coordinator"):
        services.conclude_review(review, by=author.account)


def test_a_review_from_elsewhere_is_concluded_without_an_author(coordinator):
    assert a_concluded_review(by=coordinator.account).state == State.CONCLUDED


def test_findings_and_recommendations_are_read_on_the_page(coordinator, review):
    services.set_findings(review, findings("F1", "F2"), by=coordinator.account)
    services.set_recommendations(review, recommendations(R1="F2"), by=coordinator.account)
    text = coordinator.reads(f"/reviews/{review.id}").get_text()
    for words in (
        "Nobody called a meeting (F1)",
        "Before closing, ring the others.",
        "Case closure",
        "Agree who leads",
    ):
        assert words in text


def test_a_finding_keeps_its_row_when_findings_are_set_again(coordinator, review):
    services.set_findings(review, findings("F1", "F2"), by=coordinator.account)
    kept = {finding.ref: finding.id for finding in review.findings}
    db.session.flush()
    services.set_findings(review, findings("F2", "F3", "F1"), by=coordinator.account)
    db.session.expire_all()
    assert [finding.ref for finding in review.findings] == ["F2", "F3", "F1"]
    assert {finding.ref: finding.id for finding in review.findings if finding.ref in kept} == kept


def test_a_finding_that_a_recommendation_rests_on_does_not_go(coordinator, review):
    services.set_findings(review, findings("F1", "F2"), by=coordinator.account)
    services.set_recommendations(review, recommendations(R1="F2"), by=coordinator.account)
    with pytest.raises(Mistaken, match="R1 rests on finding F2"):
        services.set_findings(review, findings("F1"), by=coordinator.account)
    assert len(review.findings) == 2


def test_what_does_not_hold_together_is_named_by_place(coordinator, review):
    services.set_findings(review, findings("F1"), by=coordinator.account)
    with pytest.raises(Mistaken) as refused:
        services.set_recommendations(review, recommendations(R1="F1", R2="F9"), by=coordinator.account)
    assert [where for where, _ in refused.value.mistakes] == ["recommendations[1].finding"]
    with pytest.raises(Mistaken) as refused:
        services.set_findings(review, findings("F1", "F1"), by=coordinator.account)
    assert [where for where, _ in refused.value.mistakes] == ["findings[1].ref"]


def test_one_finding_is_said_in_other_words(coordinator, review):
    services.set_findings(review, findings("F1"), by=coordinator.account)
    before = review.version
    other = replace(findings("F1")[0], heading="Ring first")
    services.change_finding(review.findings[0], other, by=coordinator.account)
    assert review.findings[0].heading == "Ring first"
    assert review.version > before  # two editors of one review's findings meet here
