"""A learning record comes in from a file: public words to a draft, what is restricted to the vault."""

import json
import re

import pytest
from sqlalchemy import select, text

from pprg.accounts.services import command_line
from pprg.database import Base, db
from pprg.people.queries import identifiers_of_case
from pprg.publications import queries
from pprg.publications.models import Publication
from pprg.publications.states import State
from pprg.reviews.states import State as ReviewState
from tests.publications.builders import NAMES, a_publication, a_release, as_json, the_file

TABLES = (
    "publication", "proof", "made_file", "made_content", "page_picture", "disclosure_judgement", "release",
    "finding", "recommendation", "review", "audit_line", "notice",
)  # fmt: skip


@pytest.fixture
def imports(app, tmp_path):
    """`flask publications import` with this file and these options."""

    def run(data: bytes, *options: str):
        file = tmp_path / "record.json"
        file.write_bytes(data)
        return app.test_cli_runner().invoke(args=["publications", "import", str(file), *options])

    return run


def stored() -> list[Publication]:
    return list(db.session.scalars(select(Publication).order_by(Publication.reference)))


def whole_table(name: str) -> str:
    return "\n".join(str(tuple(row)) for row in db.session.execute(select(Base.metadata.tables[name])))


@pytest.mark.both_databases
def test_the_command_takes_each_of_the_three_records(imports):
    for name in NAMES:
        answer = imports(the_file(name))
        assert answer.exit_code == 0, answer.output
        assert answer.output.split()[-1] == as_json(name)["reference"]

    assert [one.state for one in stored()] == [State.DRAFT] * 3
    assert {one.review.state for one in stored()} == {ReviewState.CONCLUDED}
    assert queries.releases_readable() == []


def test_what_was_imported_is_what_the_file_says(imports):
    imports(the_file("dhr-rosa"))

    record = queries.record_of(stored()[0]).model_dump(mode="json")
    said = as_json("dhr-rosa")
    assert record["findings"] == said["findings"]
    assert record["recommendations"] == said["recommendations"]
    assert record["lived_experience"] == said["lived_experience"]
    assert not {"findings", "recommendations", "restricted"} & stored()[0].words.keys()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_restricted_is_kept_outside_the_vault(imports, name):
    imports(the_file(name))

    dump = "\n".join(whole_table(table) for table in TABLES).casefold()
    known = {one.words for one in identifiers_of_case(stored()[0].case_id)}
    assert len(known) > 40
    assert [words for words in known if re.search(rf"\b{re.escape(words.casefold())}\b", dump)] == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_restricted_is_in_the_vault(imports, name):
    imports(the_file(name))

    restricted = as_json(name)["restricted"]
    known = {one.words for one in identifiers_of_case(stored()[0].case_id)}
    wanted = {*restricted["staff"], *restricted["exact_dates"], *restricted["places"]}
    for person in restricted["people"]:
        wanted |= {*person["names"], *person["addresses"], *person["postcodes"]}
        wanted |= {*person["school_or_workplace"], *person["other_identifiers"]}
        wanted |= {person[day] for day in ("date_of_birth", "date_of_death", "nhs_number") if person[day]}
    assert known == wanted


def test_the_vault_is_unreadable_in_the_database_file(imports):
    imports(the_file())

    for rows in (text("SELECT * FROM person_identity"), text("SELECT * FROM case_secret")):
        sealed = str([tuple(row) for row in db.session.execute(rows)])
        assert "Pruett" not in sealed
        assert "Stourbeck" not in sealed


def test_mistakes_are_said_by_field_and_nothing_is_kept(imports):
    said = as_json()
    said["findings"][2]["heading"] = ""

    answer = imports(json.dumps(said).encode())

    assert answer.exit_code == 1
    assert "findings[2].heading: Say the finding in a heading." in answer.output
    assert stored() == []


def test_handing_in_the_same_record_again_changes_nothing(imports):
    imports(the_file())
    before = stored()[0].revision, len(identifiers_of_case(stored()[0].case_id))

    answer = imports(the_file())

    assert answer.exit_code == 0
    assert answer.output.split()[-1] == "MAR-L-2024-03"
    assert (stored()[0].revision, len(identifiers_of_case(stored()[0].case_id))) == before


def test_other_words_under_the_same_reference_need_to_be_asked_for(imports):
    imports(the_file())

    refused = imports(the_file(title="Marian: another title"))
    assert refused.exit_code == 1
    assert "There is a learning record MAR-L-2024-03 already" in refused.output

    replaced = imports(the_file(title="Marian: another title", findings=as_json()["findings"][:3],
                                recommendations=as_json()["recommendations"][:4]), "--replace")  # fmt: skip
    assert replaced.exit_code == 0, replaced.output
    record = queries.record_of(stored()[0])
    assert record.title == "Marian: another title"
    assert [finding.ref for finding in record.findings] == ["F1", "F2", "F3"]
    assert stored()[0].revision == 2


def test_replacing_can_bring_more_findings_too(imports):
    said = as_json()
    imports(the_file(findings=said["findings"][:1], recommendations=said["recommendations"][:2]))

    answer = imports(the_file(), "--replace")

    assert answer.exit_code == 0, answer.output
    assert len(queries.record_of(stored()[0]).findings) == 5


def test_replacing_what_is_released_makes_a_draft_and_readers_keep_theirs(imports, people):
    author = people.author()
    publication = a_publication(by=author.account)
    release = a_release(publication, by=people.chair().account, asked_by=author.account)

    answer = imports(the_file(title="Marian: another title"), "--replace")

    assert answer.exit_code == 0, answer.output
    assert publication.state == State.DRAFT
    assert publication.current.id == release.id
    assert queries.record_of(release).title == "Marian: when every service closed at once"


def test_a_record_goes_to_the_review_of_the_case_that_it_names(imports, people):
    by = command_line()
    case = a_publication(by=by, record="lcspr-wren").review.case
    said = as_json()
    said["restricted"]["people"][0]["other_identifiers"].append(f"{case.reference} (ours)")

    answer = imports(json.dumps(said).encode())

    assert case.reference in answer.output
    assert {one.review.case_id for one in stored()} == {case.id}


def test_a_record_does_not_reach_a_case_that_its_author_may_not_know_of(imports, people):
    case = a_publication(by=command_line(), record="lcspr-wren").review.case
    said = as_json()
    said["restricted"]["people"][0]["other_identifiers"].append(case.reference)
    author = people.author()

    imports(json.dumps(said).encode(), "--by", author.account.email)

    assert len({one.review.case_id for one in stored()}) == 2


def test_an_author_who_hands_in_a_record_writes_its_review(imports, people):
    author = people.author()

    answer = imports(the_file(), "--by", author.account.email)

    assert answer.exit_code == 0, answer.output
    assert stored()[0].review.author_id == author.account.id
    assert author.opens(f"/publications/{stored()[0].id}").status_code == 200


def test_the_command_does_not_know_strangers(imports):
    assert (
        "There is no account nobody@example.org." in imports(the_file(), "--by", "nobody@example.org").output
    )
