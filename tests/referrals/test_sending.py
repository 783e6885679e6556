"""A referral is sent: a reference, a receipt, and its words are fixed."""

import hashlib
import re
from datetime import date

import pytest

from pprg import clock, database
from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.database import db
from pprg.notices.models import Notice
from pprg.people.queries import identifiers_of_case
from pprg.people.states import IdentityKind, SecretKind
from pprg.referrals import reading
from pprg.referrals.answers import label_of
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, State
from tests.builders import a_draft, a_sent_referral
from tests.referrals.builders import ALIAS, NAME, NEIGHBOUR, POSTCODE, TOGETHER, words


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


def day(number, month, year):
    return {"day": str(number), "month": str(month), "year": str(year)}


def send(person, referral):
    return person.fills_in(f"/referrals/{referral.id}/check")


def test_it_is_sent_and_shown_with_its_reference_and_receipt(people, referrer, draft):
    lead, url = people.safeguarding_lead(), f"/referrals/{draft.id}"
    answer = send(referrer, draft)
    assert answer.headers["Location"] == url

    page = referrer.reads(url).get_text(" ", strip=True)

    sent = db.session.get(Referral, draft.id)
    assert sent.state == State.AWAITING
    assert f"Your reference PPRG-{clock.today().year}-001" in page
    assert sent.receipt in page
    assert "Lee Lead has been told now and authorises it, or sends it back to you." in page

    lead.fills_in(f"{url}/authorise", view=LeadsView.AGREE, checked="y")

    page = referrer.reads(url).get_text(" ", strip=True)
    assert db.session.get(Referral, draft.id).state == State.RECEIVED
    assert f"Your referral is with the group Your reference PPRG-{clock.today().year}-001" in page
    assert sent.receipt in page
    assert "A coordinator reads it and chooses a meeting for it" in page


def test_the_receipt_is_the_digest_of_the_words_one_can_take_away(referrer, draft):
    send(referrer, draft)
    page = referrer.reads(f"/referrals/{draft.id}")
    link = page.select_one("a[href*='/sendings/']:-soup-contains('Take the words as sent')")["href"]

    taken = referrer.opens(link)

    assert hashlib.sha256(taken.data).hexdigest() == page.select_one(".pprg-digest").get_text()
    assert taken.headers["Content-Disposition"] == f'attachment; filename="PPRG-{clock.today().year}-001.txt"'
    assert "no-store" in taken.headers["Cache-Control"]
    assert NAME in taken.text
    assert TOGETHER in taken.text


def test_every_word_that_was_typed_stands_in_the_words_as_sent(draft):
    text = reading.as_text(reading.parts(words(), on=clock.today()), heading="Referral")
    for said in words().values():
        for kept in said.values():
            if isinstance(kept, str) and " " in kept:
                assert kept in text


def test_who_it_is_goes_to_the_vault_and_the_days_and_staff_with_it(referrer):
    sent = a_sent_referral(by=referrer.account)
    kept = {(one.kind, one.words): one.whose for one in identifiers_of_case(sent.case_id)}
    assert kept[IdentityKind.NAME, NAME] == "Adult, 79"
    assert kept[IdentityKind.NAME, ALIAS] == "Adult, 79"
    assert kept[IdentityKind.NHS_NUMBER, "9990000018"] == "Adult, 79"
    assert kept[IdentityKind.POSTCODE, POSTCODE] == "Adult, 79"
    assert kept[IdentityKind.NAME, NEIGHBOUR] == "Other person 1"
    assert (SecretKind.STAFF, "Lee Lead") in kept
    assert (SecretKind.EXACT_DATE, f"{clock.today().year - 1}-06-02") in kept


LABELS = [
    ({"born": day(1, 3, 1946)}, "alive", "adult", "Adult, 79"),
    ({"born": day(2, "jun", 2018)}, "alive", "child", "Child, 7"),
    ({"born": day(3, "June", 2018)}, "alive", "child", "Child, 6"),
    ({"born": day(1, 6, 2025)}, "alive", "child", "Child, under 1"),
    ({"born": day(2, 6, 2007)}, "alive", "adult", "Adult, 18"),
    ({"born": day(29, 2, 2008)}, "alive", "child", "Child, 17"),
    ({"born": day(1, 3, 1946), "died": day(1, 3, 2020)}, "died", "adult", "Adult, 74"),
    ({"born": day(1, 3, 1946), "died": day(1, 3, 2020)}, "alive", "adult", "Adult, 79"),
    ({"born": day(1, 3, 2026)}, "alive", "child", "Child, age not known"),
    ({"age": "5 months"}, "died", "child", "Child, under 1"),
    ({"age": "in her 40s"}, "died", "adult", "Adult, about 40"),
    ({"age": "999"}, "alive", "both", "Person, age not known"),
    ({"born": {"unknown": True}}, "alive", "child", "Child, age not known"),
    ({}, "unborn", "child", "Unborn child"),
]


@pytest.mark.parametrize(("person", "alive", "concerns", "label"), LABELS)
def test_everybody_else_knows_the_person_by_a_label(person, alive, concerns, label):
    """Their age is counted at death, else when it happened, else on the day given."""
    answers = {
        "essentials": {"alive": alive, "concerns": concerns, **person},
        "happened": {"when": day(2, 6, 2025)},
    }
    assert label_of(answers, on=date(2026, 11, 23)) == label


def test_pressing_send_twice_gives_the_same_reference(referrer, draft):
    page = referrer.reads(f"/referrals/{draft.id}/check")
    form = {f["name"]: f["value"] for f in page.select("main form[method=post] [type=hidden]")}
    first = referrer.posts(f"/referrals/{draft.id}/check", **form)
    second = referrer.posts(f"/referrals/{draft.id}/check", **form)
    assert first.headers["Location"] == second.headers["Location"]
    assert db.session.query(Case).count() == 1
    assert len(db.session.get(Referral, draft.id).sendings) == 1


def test_pressing_send_the_rest_twice_sends_it_once(people, referrer, draft):
    send(referrer, draft)
    url = f"/referrals/{draft.id}"
    referrer.fills_in(f"{url}/background", summary="She taught the piano.")
    page = referrer.reads(f"{url}/check")
    form = {f["name"]: f["value"] for f in page.select("main form[method=post] [type=hidden]")}

    answers = [referrer.posts(f"{url}/check", **form) for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [url, url]
    assert len(db.session.get(Referral, draft.id).sendings) == 2
    referrer.fills_in(f"{url}/told", views="Her sister asks why.")
    assert referrer.posts(f"{url}/check", **form).status_code == 409


def test_words_that_changed_after_they_were_looked_through_are_not_sent(referrer, draft):
    page = referrer.reads(f"/referrals/{draft.id}/check")
    form = {f["name"]: f["value"] for f in page.select("main form[method=post] [type=hidden]")}
    referrer.fills_in(f"/referrals/{draft.id}/why", together="Changed in another window")
    answer = referrer.posts(f"/referrals/{draft.id}/check", **form)
    assert answer.status_code == 409
    assert "Look through them again" in answer.text
    assert draft.state == State.DRAFT


def test_the_coordinators_are_told_and_its_own_agency_may_know(people, referrer, draft):
    lead, coordinators = people.safeguarding_lead(), [people.coordinator(), people.coordinator("Colin")]
    other = people.safeguarding_lead("NHS Marlshire")
    send(referrer, draft)
    assert told("referral to authorise") == {lead.account.id}
    assert told("referral received") == set()
    members = {member.account_id for member in db.session.get(Referral, draft.id).case.members}
    assert members == {referrer.account.id, lead.account.id}
    assert other.account.id not in members

    lead.fills_in(f"/referrals/{draft.id}/authorise", view=LeadsView.AGREE, checked="y")

    assert told("referral received") == {one.account.id for one in coordinators}
    assert told("referral authorised") == {referrer.account.id}


def told(kind):
    return {notice.to_id for notice in db.session.query(Notice).filter_by(kind=kind)}


def test_the_trail_of_a_referral_names_nobody(referrer, draft):
    send(referrer, draft)
    trail = " ".join(f"{line.verb} {line.thing} {line.detail}" for line in db.session.query(AuditLine))
    assert not re.search("Theodora|Hallewell|Dolly|Quist|999 ?000", trail)
    sent = db.session.query(AuditLine).filter_by(verb="sent").one()
    assert db.session.get(Referral, draft.id).receipt in sent.detail


def test_a_word_changed_in_the_database_no_longer_fits_its_receipt(app, referrer):
    sent = a_sent_referral(by=referrer.account)
    database.commit()
    check = app.test_cli_runner().invoke
    assert check(args=["referrals", "check-receipts"]).output == "All 1 receipts agree with the words.\n"
    sent.sendings[0].text += "And more."
    database.commit()
    answer = check(args=["referrals", "check-receipts"])
    assert answer.exit_code == 1
    assert f"{sent.reference}, sent" in answer.output
