"""A referral is sent: a reference, a receipt, and its words are fixed."""

import hashlib
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from pprg import clock, database
from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.database import db
from pprg.notices.models import Notice
from pprg.people.queries import identifiers_of_case
from pprg.people.states import IdentityKind, SecretKind
from pprg.referrals import reading, services
from pprg.referrals.answers import label_of
from pprg.referrals.models import Referral
from pprg.referrals.states import State
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


def needed(answer):
    """What the page says is missing, with where each line leads."""
    page = BeautifulSoup(answer.text, "html.parser")
    return {one.get_text(): one["href"] for one in page.select("[aria-labelledby=wanting] li a")}


def test_it_is_sent_and_shown_with_its_reference_and_receipt(referrer, draft):
    answer = send(referrer, draft)
    assert answer.headers["Location"] == f"/referrals/{draft.id}"

    page = referrer.reads(f"/referrals/{draft.id}").get_text(" ", strip=True)

    sent = db.session.get(Referral, draft.id)
    assert sent.state == State.RECEIVED
    assert f"Your reference PPRG-{clock.today().year}-001" in page
    assert sent.receipt in page
    assert "A coordinator reads it and chooses a meeting for it" in page


def test_the_receipt_is_the_digest_of_the_words_one_can_take_away(referrer, draft):
    send(referrer, draft)
    page = referrer.reads(f"/referrals/{draft.id}")
    link = page.select_one("a[href*='/sendings/']")["href"]

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


def test_a_blank_referral_is_told_everything_it_still_needs_and_where(referrer):
    blank = services.start_referral(by=referrer.account)
    answer = send(referrer, blank)
    assert answer.status_code == 422
    wanted = needed(answer)
    assert wanted["Enter your job title."] == f"/referrals/{blank.id}/you#role"
    assert wanted["Say what happened."] == f"/referrals/{blank.id}/happened#facts"
    assert blank.state == State.DRAFT


ESSENTIAL = [
    ("you", "name", "Enter your name."),
    ("you", "lead_on", "Enter the day you spoke to the safeguarding lead."),
    ("ask", "types", "Choose which reviews the group should think about, or say that you are not sure."),
    ("ask", "alive", "Say whether the person has died."),
    ("person", "name", "Enter the person’s name. If nobody knows it, enter “not known”."),
    ("person", "died", "Enter the date of death. “Not known” is an answer."),
    ("happened", "at_risk", "Say whether anybody is at risk now."),
    ("happened", "council_knew", "Enter the day the council learnt of it. “Not known” is an answer."),
    ("why", "together", "Say how the agencies worked together, or that you do not know."),
]


@pytest.mark.parametrize(("step", "key", "sentence"), ESSENTIAL)
def test_each_missing_essential_is_named_and_leads_to_a_box_that_is_there(referrer, step, key, sentence):
    draft = a_draft(by=referrer.account, **{step: {key: "" if key != "types" else []}})
    answer = send(referrer, draft)
    assert answer.status_code == 422
    wanted = needed(answer)
    assert list(wanted) == [sentence]
    url, _, box = wanted[sentence].partition("#")
    assert referrer.reads(url).select_one(f"#{box}") is not None


def test_blanks_are_no_answer(referrer):
    draft = a_draft(by=referrer.account, why={"together": " \n\t "})
    assert send(referrer, draft).status_code == 422


def test_an_age_will_do_where_the_date_of_birth_is_not_known(referrer):
    draft = a_draft(by=referrer.account, person={"born": "", "age": "about 40"})
    assert send(referrer, draft).status_code == 303
    assert draft.about == "Adult, about 40"


def test_nothing_that_is_only_useful_stops_it(referrer):
    bare = {"nhs_number": "", "address": "", "postcodes": "", "others": "", "aliases": "", "sex": ""}
    draft = a_draft(by=referrer.account, person=bare)
    page = referrer.reads(f"/referrals/{draft.id}/check")
    assert "What is the NHS number?" in page.get_text()
    assert send(referrer, draft).status_code == 303


def test_a_yes_without_evidence_is_what_the_group_will_ask_about(referrer):
    draft = a_draft(by=referrer.account, why={"sar_needs_shown_by": ""})
    page = referrer.reads(f"/referrals/{draft.id}")
    first = page.select_one("main ol li")
    assert "What shows it? Did the adult have needs for care and support" in first.get_text()
    assert first.a["href"].endswith("/why#sar_needs_shown_by")


def test_a_live_risk_that_nobody_has_acted_on_stops_it_and_says_what_to_do(referrer):
    draft = a_draft(by=referrer.account, happened={"at_risk": "yes"})
    answer = send(referrer, draft)
    assert answer.status_code == 422
    text = BeautifulSoup(answer.text, "html.parser").get_text(" ", strip=True)
    assert "Somebody is at risk now. Act first." in text
    assert "Ring 999 if they are in danger." in text
    assert draft.state == State.DRAFT

    referrer.fills_in(
        f"/referrals/{draft.id}/happened", risk_done="The children’s front door was rung at 10:40."
    )
    assert send(referrer, draft).status_code == 303
    assert db.session.get(Referral, draft.id).urgent


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
        "ask": {"alive": alive, "concerns": concerns},
        "person": person,
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
    told = {notice.to_id for notice in db.session.query(Notice).filter_by(kind="referral received")}
    assert told == {one.account.id for one in coordinators}
    members = {member.account_id for member in db.session.get(Referral, draft.id).case.members}
    assert members == {referrer.account.id, lead.account.id}
    assert other.account.id not in members


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
