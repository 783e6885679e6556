"""Documents of a referral: several at once, described when there is time, fixed when sent, read by few."""

import re
from io import BytesIO

import pytest
from sqlalchemy import select

from pprg import database
from pprg.audit.models import AuditLine
from pprg.papers import services as papers
from pprg.papers import shelf
from pprg.papers.models import Paper
from pprg.people.states import Purpose
from pprg.referrals import services
from pprg.referrals.models import Document
from pprg.referrals.states import LeadsView
from tests.builders import a_draft, a_sent_referral
from tests.papers.files import PROGRAM, a_letter, a_pdf

NOTE = b"Dolly was seen on 3 May. Mr Quist rang."


def a_file(content=NOTE, name="Theodora Hallewell.txt"):
    return BytesIO(content), name


@pytest.fixture
def rowan(people):
    return people.referrer()


@pytest.fixture
def draft(rowan):
    return a_draft(by=rowan.account)


def documents_page(referral):
    return f"/referrals/{referral.id}/documents"


def adds(person, referral, *files, **more):
    return person.posts(documents_page(referral), files=list(files), **more)


def with_a_document(referral, *, by, content=NOTE, name="Theodora Hallewell.txt"):
    """Added through services, as the page does it."""
    arrived = papers.receive(BytesIO(content), name)
    (document,) = services.add_documents(referral, [arrived], by=by)
    return document


@pytest.fixture
def sent(people):
    """A referral that the group has, with one document."""
    by = people.referrer().account
    people.safeguarding_lead()
    draft = a_draft(by=by)
    with_a_document(draft, by=by)
    services.send_referral(draft, by=by)
    lead = people.safeguarding_lead().account
    services.authorise_referral(draft, LeadsView.AGREE, by=lead, receipt=draft.receipt)
    database.commit()
    return draft


def test_several_files_are_added_at_once_before_a_word_is_typed(people, rowan):
    draft = services.start_referral(by=rowan.account)
    answer = adds(
        rowan, draft, a_file(), a_file(a_pdf(), "chronology.pdf"), a_file(a_letter(), "letter.docx")
    )
    assert answer.status_code == 303
    page = rowan.reads(documents_page(draft))
    assert "3 documents" in page.text
    assert "Your 3 files are kept." in page.text
    assert "letter.docx" in page.text


def test_a_file_that_is_not_taken_is_named_with_the_reason_and_the_others_are_kept(rowan, draft):
    answer = adds(rowan, draft, a_file(), a_file(PROGRAM, "holiday.pdf"))
    assert answer.status_code == 422
    assert re.search(r"holiday\.pdf:</b>.*This is a program", answer.text)
    assert "One file is kept" in answer.text
    assert "Theodora Hallewell.txt" in answer.text


def test_pressing_the_button_without_a_file_says_so(rowan, draft):
    answer = adds(rowan, draft, (BytesIO(b""), ""))
    assert answer.status_code == 422
    assert "Choose a file first." in answer.text


def test_the_same_file_sent_twice_is_one_document(rowan, draft):
    adds(rowan, draft, a_file())
    adds(rowan, draft, a_file(name="again.txt"))
    assert "One document" in rowan.reads(documents_page(draft)).text


def test_a_script_is_answered_with_a_sentence(rowan, draft):
    kept = adds(rowan, draft, a_file(), headers={"X-Upload": "1"})
    refused = adds(rowan, draft, a_file(b""), headers={"X-Upload": "1"})
    assert (kept.status_code, kept.text) == (204, "")
    assert (refused.status_code, refused.text[:18]) == (422, "This file is empty")


def test_a_document_is_described_when_there_is_time(rowan, draft):
    document = with_a_document(draft, by=rowan.account)
    url = f"/referrals/documents/{document.id}"
    assert "Not described yet" in rowan.reads(documents_page(draft)).text
    answer = rowan.fills_in(
        url, kind="care plan", description="By the district nurse, 4 May.", third_party="y"
    )
    assert answer.status_code == 303
    page = rowan.reads(documents_page(draft)).text
    assert "Care plan" in page
    assert "By the district nurse, 4 May." in page


def test_a_mistake_in_describing_keeps_the_words(rowan, draft):
    document = with_a_document(draft, by=rowan.account)
    long = "She was seen. " * 400
    answer = rowan.fills_in(f"/referrals/documents/{document.id}", kind="care plan", description=long)
    assert answer.status_code == 422
    assert "Shorten this to 5,000" in answer.text
    assert long.strip() in answer.text


def test_what_is_typed_about_a_document_is_kept_while_it_is_typed(rowan, draft):
    document = with_a_document(draft, by=rowan.account)
    url = f"/referrals/documents/{document.id}"
    answer = rowan.posts(
        f"{url}/keep", kind="chronology", description="By the dis", headers={"X-Autosave": "1"}
    )
    assert answer.status_code == 204
    assert re.fullmatch(r"\d\d:\d\d", answer.headers["X-Saved-At"])
    assert "By the dis" in rowan.reads(url).text


def test_what_was_removed_can_be_put_back_until_it_is_sent(rowan, draft):
    document = with_a_document(draft, by=rowan.account)
    other = with_a_document(draft, by=rowan.account, content=a_pdf(), name="b.pdf")
    assert rowan.presses(documents_page(draft), "Remove document 1").status_code == 303
    assert rowan.presses(documents_page(draft), "Put back document 1").status_code == 303
    rowan.presses(documents_page(draft), "Remove document 2")
    database.db.session.expire_all()
    services.send_referral(draft, by=rowan.account)
    database.commit()
    assert document.sent_at
    assert database.db.session.get(Document, other.id) is None
    assert "b.pdf" not in rowan.reads(documents_page(draft)).text


def test_what_was_sent_stays_as_it_is(rowan, sent):
    document = sent.documents[0]
    for verb in ("remove", "put-back"):
        assert rowan.posts(f"/referrals/documents/{document.id}/{verb}").status_code == 409
    answer = rowan.posts(f"/referrals/documents/{document.id}", kind="other", description="changed")
    assert answer.status_code == 409
    assert not sent.documents[0].description


def test_a_document_of_a_sent_referral_waits_until_its_writer_sends_it(people, rowan, sent):
    services.say_that_is_all(sent, by=rowan.account)
    database.commit()
    adds(rowan, sent, a_file(a_pdf(), "late.pdf"))
    cora = people.coordinator()
    assert "2. " not in cora.reads(documents_page(sent)).select_one("main").text
    assert rowan.presses(documents_page(sent), "Send them to the group").status_code == 303
    assert "2. " in cora.reads(documents_page(sent)).select_one("main").text


def test_its_writer_takes_the_file_under_a_name_that_tells_nothing(rowan, sent):
    answer = rowan.opens(f"/referrals/documents/{sent.documents[0].id}/file")
    assert answer.data == NOTE
    named = answer.headers["Content-Disposition"]
    assert named == f"attachment; filename={sent.reference}-document-1.txt"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_coordinator_takes_it_for_a_purpose_that_is_written_down_first(people, sent):
    cora, document = people.coordinator(), sent.documents[0]
    url = f"/referrals/documents/{document.id}/file"
    assert cora.opens(url).status_code == 403
    assert "Theodora" not in cora.reads(documents_page(sent)).text
    assert cora.posts(url).status_code == 422
    purpose = next(iter(Purpose))
    answer = cora.posts(url, **{f"{document.id.hex}-purpose": purpose.value})
    assert answer.data == NOTE
    line = database.db.session.scalars(
        select(AuditLine).where(AuditLine.verb == "took", AuditLine.actor_id == cora.account.id)
    ).one()
    assert (line.thing_id, line.detail) == (document.id, f"purpose={purpose.name}")


def test_others_learn_no_more_than_that_there_is_a_document(people, sent):
    """The safeguarding lead of its agency reads it; whoever may not know of the case finds nothing there."""
    document = sent.documents[0]
    url = f"/referrals/documents/{document.id}/file"
    assert people.safeguarding_lead().opens(url).data == NOTE
    for person in (people.referrer("NHS Marlshire"), people.administrator(), people.team_leader()):
        assert person.opens(url).status_code == 404
        assert person.posts(url).status_code == 404
        assert person.opens(documents_page(sent)).status_code == 404
        assert adds(person, sent, a_file()).status_code == 404


def test_nobody_sees_a_document_of_a_draft_but_those_who_write_it(people, rowan, draft):
    document = with_a_document(draft, by=rowan.account)
    for person in (people.coordinator(), people.safeguarding_lead(), people.chair()):
        assert person.opens(f"/referrals/documents/{document.id}/file").status_code == 404


def test_a_draft_that_is_thrown_away_takes_its_documents_with_it(app, rowan, draft):
    with_a_document(draft, by=rowan.account)
    services.withdraw_referral(draft, by=rowan.account)
    database.commit()
    assert not database.db.session.scalars(select(Paper)).all()
    papers.tidy(older_than=papers.A_DAY * 0)
    assert not [path for path in shelf.folder().glob("*/*") if path.is_file()]


def test_no_name_stands_in_the_trail(rowan, sent):
    rowan.opens(f"/referrals/documents/{sent.documents[0].id}/file")
    lines = database.db.session.scalars(select(AuditLine)).all()
    assert not [line for line in lines if "Hallewell" in f"{line.verb} {line.detail}"]


def test_a_sent_referral_with_documents_reads_as_before(people):
    sent = a_sent_referral(by=people.referrer().account)
    assert "None was sent." in people.coordinator().reads(documents_page(sent)).text
