"""Who somebody is stands apart, unreadable in the file, and is shown to few, for a purpose."""

from pathlib import Path

import pytest

from pprg import database
from pprg.audit.models import AuditLine
from pprg.cases.services import let_know, open_case, step_out
from pprg.cases.states import Part
from pprg.database import db
from pprg.people import queries, services
from pprg.people.models import Identity
from pprg.people.states import IdentityKind, Purpose, SecretKind
from tests.people import People

NAME = "Zebedee Quillfeather"


@pytest.fixture
def case(people):
    return open_case(by=people.coordinator().account)


@pytest.fixture
def person(people, case):
    return services.add_person(
        case,
        label="Adult A",
        subject=True,
        names=[NAME, " Zeb ", NAME, ""],
        born="1950-02-01",
        died="1999",
        nhs_number="999 000 0018",
        addresses=["9 Kiln Row"],
        postcodes=["ZE1 9ZZ"],
        workplaces=["Kiln Row School"],
        other=["tenancy 77"],
        by=people.coordinator().account,
    )


def reveals(who, person, **purpose):
    url = f"/people/{person.id}"
    return who.fills_in(url, **{f"{person.id.hex}-{name}": value for name, value in purpose.items()})


def test_nothing_of_who_it_is_can_be_read_in_the_database_file(app, person):
    database.commit()
    file = Path(app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))
    stored = file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
    for words in (NAME, "Quillfeather", "1950-02-01", "9990000018", "Kiln Row", "ZE1 9ZZ", "tenancy 77"):
        assert words.encode() not in stored, words
    assert b"Adult A" in stored


def test_names_are_kept_once_each_and_the_number_without_blanks(person):
    assert person.identity.names == [NAME, "Zeb"]
    assert person.identity.nhs_number == "9990000018"
    assert person.identity.nhs_spaced == "999 000 0018"


def test_the_same_number_has_the_same_index_and_another_cipher_text(people, case, person):
    again = services.add_person(
        case, label="B", subject=False, names=["B"], nhs_number="9990000018", by=people.coordinator().account
    )
    assert again.identity.nhs_index == person.identity.nhs_index
    database.commit()
    stored = db.session.execute(db.text("SELECT nhs_number FROM person_identity")).scalars().all()
    assert len(set(stored)) == 2


def test_a_coordinator_learns_who_it_is_and_that_is_written_down(people, case, person):
    answer = reveals(people.coordinator(), person, purpose=Purpose.FAMILY)
    assert answer.status_code == 200
    assert NAME in answer.text
    assert "1 February 1950" in answer.text
    assert "It was written down on" in answer.text
    line = db.session.query(AuditLine).filter_by(verb="revealed").one()
    assert (line.actor_id, line.thing_id) == (people.coordinator().account.id, person.id)
    assert (line.case_id, line.detail) == (case.id, "purpose=FAMILY")


def test_without_a_purpose_nothing_is_shown(people, person):
    answer = reveals(people.coordinator(), person)
    assert answer.status_code == 422
    assert "Choose why you need to know." in answer.text
    assert NAME not in answer.text
    assert reveals(people.coordinator(), person, purpose="because I am curious").status_code == 422
    assert db.session.query(AuditLine).filter_by(verb="revealed").count() == 0


def test_what_cannot_be_written_down_is_not_shown(people, person):
    coordinator = people.coordinator()
    page = coordinator.reads(f"/people/{person.id}")
    token = page.select_one("main form [name=csrf_token]")["value"]
    database.commit()
    db.session.execute(db.text("ALTER TABLE audit_line RENAME TO lost"))
    form = {"csrf_token": token, f"{person.id.hex}-purpose": Purpose.FAMILY}
    answer = coordinator._browser.post(f"/people/{person.id}/reveal", data=form)
    assert answer.status_code in {500, 503}
    assert NAME not in answer.text


def test_the_page_without_a_purpose_says_only_the_label(people, person):
    page = people.coordinator().opens(f"/people/{person.id}")
    assert "Adult A" in page.text
    assert NAME not in page.text
    assert "Quillfeather" not in page.headers.get("Location", "")


def test_in_another_page_the_answer_takes_the_place_of_the_question(people, person):
    answer = people.coordinator().fills_in(
        f"/people/{person.id}", htmx=True, **{f"{person.id.hex}-purpose": Purpose.SAFETY}
    )
    assert answer.text.lstrip().startswith("<section")
    assert 'hx-trigger="load delay:60s"' in answer.text


def test_only_these_learn_who_it_is(people, case, person):
    statuses = {who.account.name: who.opens(f"/people/{person.id}").status_code for who in people.everyone()}
    assert {name for name, status in statuses.items() if status == 200} == {
        "Cora Coordinator",
        "Charlie Chair",
    }
    assert set(statuses.values()) == {200, 404}


@pytest.mark.parametrize(
    ("who", "part", "status"),
    [
        (People.author, Part.AUTHOR, 200),
        (People.coordinator, Part.COORDINATOR, 200),
        (People.panel_member, Part.PANEL, 403),
        (People.decision_maker, Part.DECISION_MAKER, 403),
        (People.author, Part.COORDINATOR, 404),
        (People.author, Part.PANEL, 404),
        (People.author, Part.DECISION_MAKER, 404),
        (People.author, Part.REFERRER, 404),
        (People.author, Part.SAFEGUARDING_LEAD, 404),
    ],
)
def test_those_in_the_case_learn_it_where_their_part_needs_it(people, case, person, who, part, status):
    """The part that they have in it, by a role that they hold."""
    reader = who(people)
    let_know(case, reader.account, part, by=people.coordinator().account)
    assert reader.opens(f"/people/{person.id}").status_code == status
    assert reader.posts(f"/people/{person.id}/reveal").status_code == (422 if status == 200 else status)
    labels = [one.label for one in queries.people_of(reader.account, case.id)]
    assert labels == (["Adult A"] if status in {200, 403} else [])


def test_somebody_who_stepped_out_learns_nothing(people, case, person):
    chair = people.chair()
    step_out(case, chair.account, by=people.coordinator().account)
    assert chair.opens(f"/people/{person.id}").status_code == 404
    assert list(queries.people_of(chair.account, case.id)) == []


def test_everything_that_could_give_somebody_away_is_known_to_the_disclosure_check(people, case, person):
    by = people.coordinator().account
    services.keep_secrets(case, SecretKind.STAFF, ["Hester Bisset", " Hester Bisset", ""], by=by)
    services.keep_secrets(case, SecretKind.STAFF, ["Hester Bisset", "Anselm Rook"], by=by)
    services.keep_secrets(case, SecretKind.PLACE, ["Kittiwake Ward"], by=by)
    known = [(one.kind, one.words, one.whose) for one in queries.identifiers_of_case(case.id)]
    assert known[:2] == [(IdentityKind.NAME, NAME, "Adult A"), (IdentityKind.NAME, "Zeb", "Adult A")]
    assert {(kind, words) for kind, words, _ in known} == {
        (IdentityKind.NAME, NAME),
        (IdentityKind.NAME, "Zeb"),
        (IdentityKind.BORN, "1950-02-01"),
        (IdentityKind.DIED, "1999"),
        (IdentityKind.NHS_NUMBER, "9990000018"),
        (IdentityKind.ADDRESS, "9 Kiln Row"),
        (IdentityKind.POSTCODE, "ZE1 9ZZ"),
        (IdentityKind.WORKPLACE, "Kiln Row School"),
        (IdentityKind.OTHER, "tenancy 77"),
        (SecretKind.STAFF, "Hester Bisset"),
        (SecretKind.STAFF, "Anselm Rook"),
        (SecretKind.PLACE, "Kittiwake Ward"),
    }
    assert len(known) == 12


def test_one_case_knows_nothing_of_anothers_people(people, case, person):
    other = open_case(by=people.coordinator().account)
    assert queries.identifiers_of_case(other.id) == []


def test_the_identity_goes_with_no_list(people, case, person):
    labels = queries.people_of(people.coordinator().account, case.id)
    assert [one.label for one in labels] == ["Adult A"]
    assert db.session.query(Identity).count() == 1
