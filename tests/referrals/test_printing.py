"""What was sent, as a paper: for its writer and the leads of its agency, whole, marked and numbered."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.documents import checking_pdf
from pprg.referrals import documents, services
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, Step
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.referrals.builders import NAME, NEIGHBOUR, TOGETHER

AWKWARD = "#set text(red) $x$ *not bold* _nor slanted_ \\ `raw` <label> @ref //not a comment 🙂 łódź 中文"


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def sent(referrer):
    return an_awaited_referral(by=referrer.account)


def takes(person, referral):
    return person.opens(f"/referrals/sendings/{referral.sendings[-1].id}/pdf")


def words_of(answer):
    assert answer.status_code == 200
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages]
    return pages, "".join("".join(pages).split())


def test_its_writer_takes_it_by_a_link_under_the_receipt(referrer, sent):
    page = referrer.reads(f"/referrals/{sent.id}")
    link = page.select_one("a[href$='/pdf']")
    answer = referrer.opens(link["href"])
    assert answer.headers["Content-Disposition"] == f"attachment; filename={sent.reference}.pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_every_answer_the_marking_the_reference_and_the_receipt_stand_on_it(referrer, sent):
    pages, words = words_of(takes(referrer, sent))
    for number, page in enumerate(pages, start=1):
        assert "OFFICIAL-SENSITIVE" in page
        assert sent.reference in page
        assert f"Page {number} of {len(pages)}" in page
    for said in (NAME, NEIGHBOUR, TOGETHER, sent.receipt, "Marlshire Police", "Adult, 79"):
        assert "".join(said.split()) in words
    for answers in sent.answers.values():
        for kept in answers.values():
            if isinstance(kept, str) and " " in kept:
                assert "".join(kept.split()) in words


def test_nothing_shuts_anybody_out_of_it(referrer, sent):
    assert list(checking_pdf.faults(takes(referrer, sent).data)) == []


def test_its_title_names_nobody(referrer, sent):
    about = PdfReader(BytesIO(takes(referrer, sent).data)).metadata
    assert about.title == f"Referral {sent.reference}"
    assert NAME.split()[-1] not in str(about)


def test_the_leads_of_its_agency_take_it_and_that_is_written_down(people, referrer, sent):
    lead = people.safeguarding_lead()
    assert takes(lead, sent).status_code == 200
    lines = db.session.query(AuditLine).filter_by(verb="took words of", actor_id=lead.account.id)
    assert [line.thing_id for line in lines] == [sent.id]


def test_nobody_else_takes_it(people, referrer):
    sent = a_sent_referral(by=referrer.account)
    for person in (people.coordinator(), people.chair()):
        assert takes(person, sent).status_code == 403
    for person in (people.panel_member(), people.safeguarding_lead("NHS Marlshire"), people.auditor()):
        assert takes(person, sent).status_code == 404


def test_it_says_who_authorised_these_words_and_what_came_later(people, referrer, sent):
    lead = people.safeguarding_lead()
    services.authorise_referral(sent, LeadsView.LEARNING_ONLY, by=lead.account)
    services.add_to_referral(sent, "An inquest opens in May.", by=referrer.account)
    _, words = words_of(takes(referrer, sent))
    assert "Authorisedby:LeeLeadon" in words
    assert "forlearningonly" in words
    assert "Aninquestopensin" in words


def test_awkward_words_are_shown_as_they_were_typed(referrer):
    draft = a_draft(by=referrer.account, happened={"facts": AWKWARD + "\n" + "w" * 400})
    services.send_referral(draft, by=referrer.account)
    _, words = words_of(takes(referrer, draft))
    for part in ("#settext(red)$x$*notbold*", "`raw`<label>@ref//notacomment", "łódź"):
        assert part in words
    assert words.count("w") >= 400, "a word wider than the page is broken and not cut"


def test_a_chronology_of_twelve_hundred_rows_is_whole_on_it(referrer):
    rows = [
        {"id": f"r{number}", "on": {"year": "2025"}, "what": f"Contact number {number}"}
        for number in range(1_200)
    ]
    draft = a_draft(by=referrer.account, dates={"events": rows})
    services.send_referral(draft, by=referrer.account)
    pages, words = words_of(takes(referrer, draft))
    assert "Contactnumber0" in words
    assert "Contactnumber1199" in words
    assert len(pages) > 20


def test_the_same_sending_gives_the_same_bytes(referrer, sent):
    assert takes(referrer, sent).data == takes(referrer, sent).data


def test_the_paper_of_an_earlier_sending_keeps_its_own_words(referrer, sent):
    first = sent.sendings[0]
    more = {"safety": "Her sister moved in."}
    services.save_step(sent, Step.DONE, more, version=sent.version, by=referrer.account)
    services.send_the_rest(sent, by=referrer.account)
    commit()
    old = documents.paper_of(first, house="The group", marking="OFFICIAL-SENSITIVE")
    new = documents.paper_of(db.session.get(Referral, sent.id).sendings[-1], house="The group", marking="X")
    assert "Her sister moved in." not in str(old)
    assert "Her sister moved in." in str(new)
    assert old.receipt == first.receipt
