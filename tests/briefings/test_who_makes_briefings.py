"""The author and coordinators of the case choose; others do not even learn that there is something."""

import pytest

from pprg.cases import services as cases
from pprg.database import commit
from tests.briefings.builders import a_chosen_publication

PLACES = ["", "/preview", "/release", "/drafts/short-slides.pptx"]


@pytest.fixture
def publication(people):
    return a_chosen_publication(by=people.author().account)


def test_the_author_and_a_coordinator_may(people, publication):
    for person in (people.author(), people.coordinator()):
        for place in PLACES:
            assert person.opens(f"/publications/{publication.id}/briefing{place}").status_code == 200


@pytest.mark.parametrize(
    "part", ["referrer", "panel_member", "team_leader", "administrator", "auditor", "decision_maker"]
)
def test_for_others_there_is_nothing_there(people, publication, part):
    person = getattr(people, part)()

    for place in PLACES:
        assert person.opens(f"/publications/{publication.id}/briefing{place}").status_code == 404
    assert person.posts(f"/publications/{publication.id}/briefing/person").status_code == 404


def test_another_author_finds_nothing(people, publication):
    assert people.author("Odd Author").opens(f"/publications/{publication.id}/briefing").status_code == 404


def test_a_chair_reads_drafts_and_chooses_nothing(people, publication):
    chair = people.chair()

    assert chair.opens(f"/publications/{publication.id}/briefing/preview").status_code == 200
    assert chair.opens(f"/publications/{publication.id}/briefing").status_code == 403
    assert chair.posts(f"/publications/{publication.id}/briefing/person").status_code == 403


def test_a_visitor_is_asked_to_sign_in(people, publication):
    answer = people.visitor().opens(f"/publications/{publication.id}/briefing")

    assert (answer.status_code, "/sign-in" in answer.location) == (303, True)


def test_somebody_who_stepped_out_finds_nothing(people, publication):
    coordinator = people.coordinator()
    cases.step_out(publication.review.case, coordinator.account, by=coordinator.account)
    commit()

    assert coordinator.opens(f"/publications/{publication.id}/briefing").status_code == 404
