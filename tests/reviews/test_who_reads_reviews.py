"""Coordinators and chairs of the case, and the author: nobody else knows that there is a review."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import db
from pprg.reviews import queries, services
from pprg.reviews import rules as may
from tests.reviews.builders import a_review, findings

OPENS = {
    "coordinator": (200, 200, 200),
    "chair": (200, 200, 403),
    "author": (200, 200, 403),
    "panel_member": (403, 404, 404),
    "referrer": (403, 404, 404),
    "safeguarding_lead": (403, 404, 404),
    "decision_maker": (403, 404, 404),
    "team_leader": (403, 404, 404),
    "administrator": (403, 404, 404),
    "auditor": (403, 404, 404),
}


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def review(people, coordinator):
    made = a_review(by=coordinator.account)
    services.appoint_author(made, people.author().account, by=coordinator.account)
    cases.let_know(made.case, people.panel_member().account, Part.PANEL, by=coordinator.account)
    cases.let_know(made.case, people.referrer().account, Part.REFERRER, by=coordinator.account)
    cases.let_know(made.case, people.decision_maker().account, Part.DECISION_MAKER, by=coordinator.account)
    services.set_findings(made, findings("F1"), by=coordinator.account)
    return made


@pytest.mark.parametrize("part", OPENS)
def test_every_role_opens_what_it_may(people, review, part):
    person = getattr(people, part)()
    urls = ("/reviews/", f"/reviews/{review.id}", f"/reviews/{review.id}/author")
    assert tuple(person.opens(url).status_code for url in urls) == OPENS[part]
    for url in (f"/reviews/{review.id}/author", f"/reviews/{review.id}/conclusion"):
        if part != "coordinator":
            assert person.posts(url).status_code in {403, 404}


def test_a_list_holds_only_what_its_reader_may_know(people, coordinator, review):
    other = a_review(by=coordinator.account)
    author = people.author().opens("/reviews/").text
    assert review.case.reference in author
    assert other.case.reference not in author
    cases.restrict(other.case, by=coordinator.account, members=[coordinator.account])
    assert other.case.reference not in people.chair().opens("/reviews/").text
    assert other.case.reference in coordinator.opens("/reviews/").text


@pytest.mark.parametrize("part", ["coordinator", "chair", "author"])
def test_who_stepped_out_finds_nothing(people, review, part):
    person = getattr(people, part)()
    cases.step_out(review.case, person.account, by=person.account)
    for url in (f"/reviews/{review.id}", f"/reviews/{review.id}/author"):
        assert person.opens(url).status_code == 404
    assert review.case.reference not in person.opens("/reviews/").text


def test_a_reading_is_written_down(people, review):
    from pprg.audit.models import AuditLine

    author = people.author()
    author.opens(f"/reviews/{review.id}")
    read = db.session.query(AuditLine).filter_by(verb="read", thing="review", actor_id=author.account.id)
    assert read.one().case_id == review.case_id


def test_rule_and_query_agree(people, coordinator, review):
    everyone = [person.account for person in people.everyone()] + [people.author("Noor Next").account]

    def they_agree():
        db.session.flush()
        for reader in [*everyone, None]:
            assert may.read_review(reader, review) == bool(queries.review_visible_to(reader, review.id))
            assert may.read_review(reader, review) == (review in queries.reviews_visible_to(reader))

    they_agree()
    cases.step_out(review.case, people.chair().account, by=coordinator.account)
    they_agree()
    people.author().account.appointments[0].ends_on = clock.today() - timedelta(days=1)
    they_agree()
    cases.restrict(review.case, by=coordinator.account, members=[])
    they_agree()
