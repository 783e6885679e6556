"""A referral that came by telephone or letter is entered by a coordinator in its sender's name."""

import pytest

from pprg.database import db
from pprg.notices.models import Notice
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import CameBy, LeadsView, State, Step
from tests.people import an_agency
from tests.referrals.builders import words

SENDER = {"name": "Winsome Achebe", "role": "Ward manager", "contact": "01632 960444"}


@pytest.fixture
def coordinator(people):
    return people.coordinator()


def enters(person, **changes):
    agency = str(an_agency("NHS Marlshire").id)
    said = {**SENDER, "agency": agency, "came_by": CameBy.TELEPHONE.value, **changes}
    return person.fills_in("/referrals/enter", **said)


def the_only_one():
    return db.session.query(Referral).one()


@pytest.fixture
def entered(people, coordinator):
    """Entered to the end and sent, in the name of somebody at the hospital."""
    people.safeguarding_lead("NHS Marlshire")
    answer = enters(coordinator)

    draft = the_only_one()
    assert answer.headers["Location"] == f"/referrals/{draft.id}"
    for step, said in words(essentials={"referrer": SENDER["name"]}).items():
        services.save_step(draft, step, said, version=draft.version, by=coordinator.account)
    assert coordinator.fills_in(f"/referrals/{draft.id}/check").status_code == 303
    return the_only_one()


def test_the_form_begins_with_what_is_known_of_the_sender(people, coordinator):
    enters(coordinator)
    draft = the_only_one()
    assert draft.agency.name == "NHS Marlshire"
    page = coordinator.reads(f"/referrals/{draft.id}/essentials")
    assert page.select_one("#referrer")["value"] == "Winsome Achebe"
    assert page.select_one("#role")["value"] == "Ward manager"
    assert page.select_one("#phone")["value"] == "01632 960444"
    told = coordinator.reads(f"/referrals/{draft.id}").get_text(" ", strip=True)
    assert "Entered by Cora Coordinator for Winsome Achebe, Ward manager, 01632 960444" in told


def test_an_address_goes_into_its_own_box(coordinator):
    enters(coordinator, contact="winsome@nhs.example")
    assert the_only_one().answers[Step.ESSENTIALS]["email"] == "winsome@nhs.example"


def test_the_leads_of_the_senders_agency_authorise_it(people, entered):
    lead, other = people.safeguarding_lead("NHS Marlshire"), people.safeguarding_lead()
    assert entered.state == State.AWAITING
    page = lead.reads(f"/referrals/{entered.id}/authorise").get_text(" ", strip=True)
    assert "Entered by Cora Coordinator for Winsome Achebe" in page
    assert other.opens(f"/referrals/{entered.id}").status_code == 404
    answer = lead.fills_in(
        f"/referrals/{entered.id}/authorise", view=LeadsView.AGREE.value, checked="y", comments=""
    )
    assert answer.status_code == 303
    assert the_only_one().state == State.RECEIVED


def test_whoever_entered_it_does_not_authorise_it(people, coordinator, entered):
    page = coordinator.reads(f"/referrals/{entered.id}/authorise")
    assert not page.select_one("main form")
    assert "Lee Lead authorises it." in page.get_text(" ", strip=True)


def test_its_sender_gets_nothing_by_mail(people, coordinator, entered):
    told = {notice.to_id for notice in db.session.query(Notice)}
    known = {person.account.id for person in people.made.values()}
    assert told <= known


def test_until_it_is_sent_no_other_coordinator_sees_it(people, coordinator):
    enters(coordinator)
    assert people.coordinator("Colin").opens(f"/referrals/{the_only_one().id}").status_code == 404


def test_whoever_entered_it_works_on_it_as_coordinators_do_and_adds_for_its_sender(
    people, coordinator, entered
):
    lead = people.safeguarding_lead("NHS Marlshire")
    lead.fills_in(f"/referrals/{entered.id}/authorise", view=LeadsView.AGREE.value, checked="y", comments="")
    desk = coordinator.reads(f"/referrals/{entered.id}").get_text(" ", strip=True)
    assert "Choose a meeting for it" in desk
    assert coordinator.opens(f"/referrals/{entered.id}/sender").status_code == 200
    assert coordinator.fills_in(f"/referrals/{entered.id}/add", words="She rang again.").status_code == 303


def test_readers_see_that_it_was_entered_and_not_the_senders_name(people, coordinator, entered):
    lead = people.safeguarding_lead("NHS Marlshire")
    lead.fills_in(f"/referrals/{entered.id}/authorise", view=LeadsView.AGREE.value, checked="y", comments="")
    page = people.chair().reads(f"/referrals/{entered.id}").get_text(" ", strip=True)
    assert "Entered by a coordinator in its sender’s name, as it came by telephone." in page


def test_nobody_but_a_coordinator_enters_for_others(people):
    for person in (people.referrer(), people.safeguarding_lead(), people.chair(), people.administrator()):
        assert person.opens("/referrals/enter").status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"agency": ""}, "Choose the agency."),
        ({"name": ""}, "Enter the sender’s name."),
        ({"name": "  "}, "Say whose referral it is."),
        ({"role": ""}, "Enter the sender’s job title."),
        ({"contact": ""}, "Enter how to reach the sender."),
        ({"came_by": ""}, "Say how it reached you."),
        ({"role": "x" * 501}, "Shorten this to 500 characters or fewer."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stays(coordinator, change, sentence):
    answer = enters(coordinator, **change)
    assert answer.status_code == 422
    assert sentence in answer.text
    if "contact" not in change:
        assert "01632 960444" in answer.text
    assert not db.session.query(Referral).count()
