"""Who may do what: every role at every door."""

import pytest

from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit
from pprg.guidance.codes import ReviewType
from pprg.publications import queries
from pprg.publications import rules as may
from tests.publications.builders import a_concluded_review, a_proof, a_publication, a_release

NOT_FOR = 404  # for whoever may not know, it does not exist
KNOWS = {"coordinator", "chair", "author"}


@pytest.fixture
def cast(people):
    return {
        "coordinator": people.coordinator(), "chair": people.chair(), "author": people.author(),
        "referrer": people.referrer(), "lead": people.safeguarding_lead(), "panel": people.panel_member(),
        "team leader": people.team_leader(), "administrator": people.administrator(),
        "auditor": people.auditor(), "decision-maker": people.decision_maker(),
        "another author": people.author("Anna Other"),
    }  # fmt: skip


@pytest.fixture
def publication(people):
    return a_publication(by=people.author().account)


@pytest.fixture
def proof(people, publication):
    put_forward = a_proof(publication, by=people.author().account)
    commit()
    return put_forward


def answers(cast, address: str) -> dict[str, int]:
    return {who: person.opens(address).status_code for who, person in cast.items()}


def posted(cast, address: str, **words) -> dict[str, int]:
    return {who: person.posts(address, **words).status_code for who, person in cast.items()}


def expected(cast, **known: int) -> dict[str, int]:
    return {who: known.get(who.replace(" ", "_"), NOT_FOR) for who in cast}


def test_only_those_who_work_on_it_read_it(cast, publication, proof):
    for address in (
        f"/publications/{publication.id}",
        f"/publications/{publication.id}/words",
        f"/publications/proofs/{proof.id}",
        f"/publications/files/{proof.files[1].id}",
        f"/publications/files/{proof.files[1].id}/pages/1.png",
        f"/publications/files/{proof.files[1].id}/content",
        f"/publications/of-review/{publication.review_id}",
    ):
        assert answers(cast, address) == expected(cast, coordinator=200, chair=200, author=200), address


def test_the_author_and_coordinators_write_and_the_chair_reads(cast, publication):
    commit()
    for address in (
        "sections/title",
        "sections/findings",
        "sections/findings/F1",
        "sections/recommendations",
    ):
        seen = answers(cast, f"/publications/{publication.id}/{address}")
        assert seen == expected(cast, coordinator=200, author=200, chair=403), address
    for address in ("sections/title", "sections/life/keep", "sections/findings", "sections/findings/F2/up"):
        seen = posted(cast, f"/publications/{publication.id}/{address}", version="x")
        assert {who: code in {NOT_FOR, 403} for who, code in seen.items()} == {
            who: who not in {"coordinator", "author"} for who in cast
        }, address


def test_a_record_is_begun_by_the_author_and_coordinators(cast, people):
    review = a_concluded_review(ReviewType.SAR_MANDATORY, author=people.author().account)
    commit()
    for what in ("start", "import"):
        seen = answers(cast, f"/publications/of-review/{review.id}/{what}")
        assert seen == expected(cast, coordinator=200, author=200, chair=403), what


def test_only_a_second_person_checks(cast, proof):
    for address, words in (
        (f"/publications/files/{proof.files[1].id}/looked", {}),
        (f"/publications/files/{proof.files[1].id}/reasons", {}),
        (f"/publications/proofs/{proof.id}/list", {"do": "keep"}),
    ):
        assert posted(cast, address, **words) == expected(cast, coordinator=303, chair=303, author=403), (
            address
        )


def test_only_a_second_person_sends_back(cast, proof):
    seen = answers(cast, f"/publications/proofs/{proof.id}/send-back")

    assert seen == expected(cast, coordinator=200, chair=200, author=403)


def test_coordinators_and_the_chair_withdraw(cast, people, publication):
    release = a_release(publication, by=people.chair().account, asked_by=people.author().account)
    commit()

    seen = answers(cast, f"/publications/releases/{release.id}/withdrawal")

    assert seen == expected(cast, coordinator=200, chair=200, author=403)


def test_the_list_is_for_those_who_have_something_on_it(cast, publication):
    commit()

    assert answers(cast, "/publications/") == {
        who: 200 if who in {"coordinator", "chair", "author", "another author"} else 403 for who in cast
    }
    assert "MAR-L-2024-03" in cast["author"].opens("/publications/").text
    assert "MAR-L-2024-03" not in cast["another author"].opens("/publications/").text


def test_visitors_are_asked_to_sign_in(people, publication, proof):
    visitor = people.visitor()

    for address in ("/publications/", f"/publications/{publication.id}", f"/publications/proofs/{proof.id}"):
        assert visitor.opens(address).headers["Location"].startswith("/sign-in")


@pytest.mark.both_databases
def test_who_stepped_out_of_the_case_sees_nothing_more(people, publication, proof):
    chair = people.chair()
    assert chair.opens(f"/publications/proofs/{proof.id}").status_code == 200

    cases.step_out(publication.review.case, chair.account, by=people.coordinator().account)
    commit()

    for address in (
        f"/publications/{publication.id}",
        f"/publications/proofs/{proof.id}",
        f"/publications/files/{proof.files[0].id}/content",
    ):
        assert chair.opens(address).status_code == NOT_FOR
    assert "MAR-L-2024-03" not in chair.opens("/publications/").text


def test_a_restricted_case_is_published_by_its_members_alone(people, publication, proof):
    cases.restrict(publication.review.case, by=people.coordinator().account, members=[people.chair().account])
    commit()

    assert people.chair().opens(f"/publications/{publication.id}").status_code == 200
    assert people.coordinator().opens(f"/publications/{publication.id}").status_code == NOT_FOR


def test_an_author_whose_contract_has_ended_sees_nothing_more(people, publication):
    author = people.author()
    case = publication.review.case
    for member in case.members:
        if member.part == Part.AUTHOR:
            member.until = publication.review.commissioned_on.replace(year=2020)
    commit()

    assert author.opens(f"/publications/{publication.id}").status_code == NOT_FOR


def test_the_rule_and_the_query_agree_on_who_reads_what(cast, publication):
    commit()

    for who, person in cast.items():
        by_query = queries.publication_visible_to(person.account, publication.id) is not None
        assert may.read_publication(person.account, publication) == by_query, who
    assert queries.publication_visible_to(None, publication.id) is None
