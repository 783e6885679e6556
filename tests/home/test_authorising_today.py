"""What waits for a safeguarding lead stands on their first page; the others see with whom it lies."""

from datetime import timedelta

import time_machine

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit
from pprg.referrals.services import authorise_referral, redirect_referral, share_draft
from pprg.referrals.states import AnotherWay, LeadsView
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.home.test_today import home, leads_on, needs

URGENT = {"at_risk": "yes", "risk_done": "Rang the front door."}


def test_a_safeguarding_lead_authorises_the_urgent_first(people):
    lead, referrer = people.safeguarding_lead(), people.referrer()
    an_awaited_referral(by=referrer.account)
    an_awaited_referral(by=referrer.account, happened=URGENT)
    an_awaited_referral(by=people.referrer("NHS Marlshire").account)

    rows = needs(lead)

    assert [words.partition(" Adult")[0] for words in rows] == [
        "Authorise PPRG-2026-002 Urgent, waiting since today",
        "Authorise PPRG-2026-001 Waiting since today",
    ]
    assert all(address.endswith("/authorise") for address in rows.values())
    leads_on(lead, rows)
    assert "PPRG-2026-003" not in lead.opens("/").text


def test_nobody_is_asked_to_authorise_what_they_wrote(people):
    lead = people.safeguarding_lead()
    an_awaited_referral(by=lead.account)
    page = home(lead)
    assert "What needs you today" not in page
    assert next(iter(page["With somebody else"])).startswith(
        "PPRG-2026-001 is with the safeguarding lead Sent today"
    )


def test_a_coordinator_learns_of_it_when_nobody_has_answered_and_no_earlier(people):
    coordinator, lead = people.coordinator(), people.safeguarding_lead()
    with time_machine.travel(clock.now() - timedelta(days=7), tick=False):
        late = an_awaited_referral(by=people.referrer().account)
        commit()
    an_awaited_referral(by=people.referrer().account)

    rows = needs(coordinator)

    assert [words.partition(" Adult")[0] for words in rows] == [
        "Screen PPRG-2026-001 while its authorisation is awaited Waiting 7 days"
    ]
    assert "Marlshire Police" in next(iter(rows))
    leads_on(coordinator, rows)

    authorise_referral(late, LeadsView.AGREE, by=lead.account)
    assert [words.partition(" Adult")[0] for words in needs(coordinator)] == [
        "Put PPRG-2026-001 on an agenda, or return it Waiting 7 days"
    ]


def test_the_writer_sees_that_it_lies_with_the_lead_and_what_was_sent_back(people):
    lead, referrer = people.safeguarding_lead(), people.referrer()
    sent = an_awaited_referral(by=referrer.account)
    with_others = home(referrer)["With somebody else"]
    assert next(iter(with_others)).startswith("PPRG-2026-001 is with the safeguarding lead Sent today")
    leads_on(referrer, with_others)

    authorise_referral(sent, LeadsView.SENT_BACK, comments="Say when.", by=lead.account)

    rows = needs(referrer)
    assert next(iter(rows)).startswith("Change PPRG-2026-001 and send it again Sent back today")
    leads_on(referrer, rows)
    page = home(lead)
    assert list(page) == ["With somebody else"]
    assert next(iter(page["With somebody else"])).startswith(
        "PPRG-2026-001 is sent back by the safeguarding lead, with its writer Sent back today"
    )


def test_a_letter_that_sends_it_another_way_is_read_by_the_writer_and_the_lead(people):
    sent = a_sent_referral(by=people.referrer().account)
    coordinator = people.coordinator().account
    redirect_referral(sent, AnotherWay.COMPLAINT, reason="No harm.", letter="Dear all", by=coordinator)
    for person in (people.referrer(), people.safeguarding_lead()):
        page = home(person)
        assert next(iter(page["Decided lately"])).startswith(
            "Read the letter that answers PPRG-2026-001 Decided today"
        )
        assert "With somebody else" not in page
        leads_on(person, page["Decided lately"])


def test_a_draft_that_is_shared_does_not_say_that_only_you_can_see_it(people):
    referrer = people.referrer()
    colleague = people._person("Casey Colleague", Role.REFERRER, "Marlshire Police")
    draft = a_draft(by=referrer.account)
    assert "Only you can see it." in next(iter(needs(referrer)))

    share_draft(draft, colleague.account, by=referrer.account)

    for person in (referrer, colleague):
        assert "Only those who write it can see it." in next(iter(needs(person)))
        leads_on(person, needs(person))
