"""The list of referrals: how each stands, page after page."""

from pprg.referrals.states import State
from tests.builders import a_sent_referral
from tests.referrals.standing import a_referral_that_is

WAYS = "nav[aria-label^=Referrals] a"


def test_the_coordinators_list_says_how_each_stands(people):
    coordinator, writer = people.coordinator(), people.referrer().account
    for state in State:
        a_referral_that_is(state, writer)
    page = coordinator.reads("/referrals/")
    ways = dict(link.get_text().removesuffix(")").split(" (") for link in page.select(WAYS))
    assert ways == {
        "To be authorised": "0",
        "Sent back": "0",
        "Waiting": "1",
        "Returned": "1",
        "On an agenda": "1",
        "Decided": "1",
        "Sent another way": "1",
        "Withdrawn": "1",
    }
    for stands, word in (("received", "Received"), ("tabled", "On an agenda"), ("decided", "Decided")):
        rows = coordinator.reads(f"/referrals/?stands={stands}").select("tbody tr")
        assert [word in row.get_text() for row in rows] == [True]
    assert coordinator.opens("/referrals/?stands=nonsense&page=x").status_code == 200


def test_the_safeguarding_leads_list_holds_what_is_with_their_agency(people):
    for state in State:
        a_referral_that_is(state, people.referrer().account)
    page = people.safeguarding_lead().reads("/referrals/?stands=awaiting")
    assert {link.get_text()[-3:] for link in page.select(WAYS)} == {"(1)"}
    assert "Waiting for authorisation" in page.select_one("tbody tr").get_text()


def test_a_long_list_goes_on_to_further_pages(people):
    writer = people.referrer().account
    for _ in range(26):
        a_sent_referral(by=writer)
    coordinator = people.coordinator()
    first, second = (coordinator.reads(f"/referrals/?page={number}").select("tbody tr") for number in (1, 2))
    assert (len(first), len(second)) == (25, 1)
    assert len(coordinator.reads("/referrals/?page=9").select("tbody tr")) == 1
