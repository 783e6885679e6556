"""Deaths that must be told to LeDeR or to the child death review: shown when they apply, and noted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.guidance.elsewhere import CHILD_DEATH_FIRST
from pprg.notices.models import Notice
from pprg.referrals.models import Elsewhere
from tests.builders import a_sent_referral
from tests.referrals.builders import NAME, on_the
from tests.referrals.test_screening import text_of

LEDER = {"needs": {"had_needs": "yes", "learning_disability": "yes", "autism": "no", "diagnosis": "yes"}}
HERE = {"ask": {"lived_here": "yes", "happened_in": "own"}}


def a_child_of(age):
    """Died last year at this age, by the form's own words."""
    year = clock.today().year - 1
    return {"types": ["child"], "concerns": "child", "born": on_the(date(year - age, 3, 1))}


def links(page):
    return [a["href"].rsplit("/", 1)[1] for a in page.select('a[href*="/elsewhere/"]')]


@pytest.mark.parametrize(
    ("said", "told_to"),
    [
        (LEDER, ["leder"]),
        ({"needs": {"learning_disability": "no", "autism": "no"}}, []),
        ({"needs": {**LEDER["needs"], "diagnosis": "no"}}, []),
        ({"essentials": a_child_of(7), **HERE, **LEDER}, ["child_death_review", "leder"]),
        ({"essentials": a_child_of(2), **HERE, **LEDER}, ["child_death_review"]),
        ({"essentials": {"alive": "alive"}, **LEDER}, []),
    ],
)
def test_it_is_shown_exactly_when_it_applies(people, said, told_to):
    rowan = people.referrer()
    sent = a_sent_referral(by=rowan.account, **said)
    for reader in (rowan, people.coordinator(), people.safeguarding_lead()):
        assert links(reader.reads(f"/referrals/{sent.id}")) == told_to
    for scheme in {"leder", "child_death_review"} - set(told_to):
        assert rowan.opens(f"/referrals/{sent.id}/elsewhere/{scheme}").status_code == 404


def test_for_a_child_the_child_death_review_comes_first_and_is_said_to(people):
    rowan = people.referrer()
    sent = a_sent_referral(by=rowan.account, **{"essentials": a_child_of(7), **HERE, **LEDER})
    assert CHILD_DEATH_FIRST in text_of(rowan.reads(f"/referrals/{sent.id}/elsewhere/leder"))


def test_the_words_to_copy_name_nobody_and_the_day_is_for_its_own_agency(people):
    rowan = people.referrer()
    sent = a_sent_referral(by=rowan.account, **LEDER)
    died = date(clock.today().year - 1, 6, 2).strftime("%-d %B %Y")
    words = {}
    for name, reader in (("writer", rowan), ("coordinator", people.coordinator())):
        page = reader.reads(f"/referrals/{sent.id}/elsewhere/leder")
        words[name] = page.select_one(".pprg-copy").get_text()
        assert NAME not in page.get_text()
        assert page.select_one('a[href="https://leder.nhs.uk/"]')
    assert died in words["writer"]
    assert died not in words["coordinator"]
    assert sent.reference in words["coordinator"]


def test_that_it_was_told_is_noted_and_both_sides_read_it(people):
    rowan, cora = people.referrer(), people.coordinator()
    sent = a_sent_referral(by=rowan.account, **LEDER)
    url = f"/referrals/{sent.id}/elsewhere/leder"
    assert "Not told yet" in text_of(cora.reads(f"/referrals/{sent.id}"))
    yesterday = clock.today() - timedelta(days=1)
    when = {f"told_on-{box}": str(getattr(yesterday, box)) for box in ("day", "month", "year")}
    said = {"told": "yes", "told_by": "The ward manager", "their_reference": "LD-4471", **when}
    assert rowan.fills_in(url, **said).status_code == 303
    for reader in (rowan, cora):
        page = text_of(reader.reads(f"/referrals/{sent.id}"))
        assert "by The ward manager" in page
        assert "Their reference: LD-4471" in page
    kept = db.session.query(Elsewhere).one()
    assert (kept.told, kept.told_on) == (True, yesterday)
    assert not [n for n in db.session.query(Notice) if "LeDeR" in n.kind]


def test_their_reference_is_sealed_and_not_in_the_trail(people):
    rowan = people.referrer()
    sent = a_sent_referral(by=rowan.account, **LEDER)
    today = clock.today()
    when = {f"told_on-{box}": str(getattr(today, box)) for box in ("day", "month", "year")}
    said = {"told": "yes", "told_by": "The GP", "their_reference": "LD-4471", **when}
    rowan.fills_in(f"/referrals/{sent.id}/elsewhere/leder", **said)
    raw = db.session.connection().exec_driver_sql("SELECT their_reference, told_by FROM case_elsewhere").one()
    assert not any("4471" in str(column) or "GP" in str(column) for column in raw)
    assert not [line for line in db.session.query(AuditLine) if "4471" in line.detail]


def test_what_was_noted_can_be_put_right_and_is_one_note(people):
    cora = people.coordinator()
    sent = a_sent_referral(by=people.referrer().account, **LEDER)
    url, today = f"/referrals/{sent.id}/elsewhere/leder", clock.today()
    when = {f"told_on-{box}": str(getattr(today, box)) for box in ("day", "month", "year")}
    cora.fills_in(url, told="yes", told_by="The GP", **when)
    assert cora.fills_in(url, told="no").status_code == 303
    kept = db.session.query(Elsewhere).one()
    assert (kept.told, kept.told_on, kept.told_by) == (False, None, "")


def test_told_without_a_day_or_on_a_day_to_come_is_asked_again(people):
    rowan = people.referrer()
    sent = a_sent_referral(by=rowan.account, **LEDER)
    url = f"/referrals/{sent.id}/elsewhere/leder"
    answer = rowan.fills_in(url, told="yes", told_by="The ward manager")
    assert answer.status_code == 422
    assert "Enter the day on which it was told." in answer.text
    assert "The ward manager" in answer.text
    late = {"told_on-day": "1", "told_on-month": "1", "told_on-year": str(clock.today().year + 1)}
    assert "must be today or in the past" in rowan.fills_in(url, told="yes", **late).text


def test_the_chair_reads_it_and_does_not_note_it(people):
    sent = a_sent_referral(by=people.referrer().account, **LEDER)
    assert people.chair().opens(f"/referrals/{sent.id}/elsewhere/leder").status_code == 403
