"""A colleague who is in a referral is never offered it, never told of it, and never gets in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pprg.accounts.states import Role
from pprg.cases.services import step_out
from pprg.database import commit, db
from pprg.home.today import today_of
from pprg.meetings.queries import meetings_visible_to
from pprg.notices.models import Notice
from pprg.people.models import StaffMatch
from pprg.people.services import let_in
from pprg.referrals import queries, services, wording
from pprg.referrals.services import apart
from pprg.referrals.states import LeadsView
from tests.builders import a_draft, an_awaited_referral
from tests.people import Person, an_account

POLICE = "Marlshire Police"
MATCHED = "Morgan Castellane"
IN_THE_FAMILY = {"family": {"people": [{"id": "a1", "name": MATCHED, "relationship": "brother"}]}}
AMONG_INSIDERS = {"essentials": {"insider": "yes", "insiders": f"{MATCHED}, {POLICE}\nSomebody at the GP"}}
AS_ALLEGED = {"alleged": {"people": [{"id": "b1", "name": f"Mr {MATCHED}"}]}}
EVERY_WAY = [IN_THE_FAMILY, AMONG_INSIDERS, AS_ALLEGED, {"essentials": {"name": MATCHED}}]


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def matched(app, people):
    """A safeguarding lead of the agency who has the name of somebody in it."""
    account = an_account(MATCHED, Role.SAFEGUARDING_LEAD, POLICE)
    commit()
    return Person(app, account)


def all_that_is_there_for(person):
    """Everything somebody finds, on every page that lists referrals, cases or what waits."""
    account = person.account
    lists = [person.reads(url).select_one("main").get_text(" ", strip=True) for url in ("/", "/referrals/")]
    today = today_of(account)
    return (
        lists,
        [need.do for need in (*today.needs, *today.waits, *today.decided)],
        queries.how_many_stand(account),
        list(queries.referrals_to_authorise(account)),
        list(meetings_visible_to(account)),
    )


@pytest.mark.parametrize("said", EVERY_WAY)
def test_a_lead_who_is_in_it_is_offered_nowhere_and_told_nothing(people, referrer, matched, said):
    other = people.safeguarding_lead()
    before = all_that_is_there_for(matched)
    draft = a_draft(by=referrer.account, **said)
    shared = referrer.reads(f"/referrals/{draft.id}/share").get_text()
    listed = referrer.reads(f"/referrals/{draft.id}").get_text()
    for page in (shared, listed):
        assert MATCHED not in page
    assert "Lee Lead" in listed

    services.send_referral(draft, by=referrer.account)
    commit()

    assert not db.session.query(Notice).filter_by(to_id=matched.account.id).count()
    assert (
        MATCHED not in referrer.reads(f"/referrals/{draft.id}").select_one(".pprg-receipt ~ p b").get_text()
    )
    assert all_that_is_there_for(matched) == before
    for way in ("", "/authorise", "/documents", "/sender", "/add"):
        assert matched.opens(f"/referrals/{draft.id}{way}").status_code == 404
    assert matched.opens(f"/referrals/sendings/{draft.sendings[0].id}/pdf").status_code == 404
    assert [lead.id for lead in apart.leads(draft)] == [other.account.id]
    services.authorise_referral(draft, LeadsView.AGREE, by=other.account)
    assert queries.referral_visible_to(matched.account, draft.id) is None


def test_the_only_lead_is_in_it_so_the_coordinators_hear_at_once(people, referrer, matched):
    sent = an_awaited_referral(by=referrer.account, **IN_THE_FAMILY)
    assert people.coordinator().opens(f"/referrals/{sent.id}").status_code == 200
    page = referrer.reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert "has no other safeguarding lead here who can authorise it" in page


def test_a_coordinator_who_is_in_it_is_not_told_either(app, people, referrer):
    account = an_account(MATCHED, Role.COORDINATOR, "Marlshire Safeguarding Partnership")
    commit()
    one_of_them = Person(app, account)
    sent = an_awaited_referral(by=referrer.account, **IN_THE_FAMILY)
    assert wording._word(wording.AWAITED, people.coordinator().account.id, sent.id) is not None
    assert wording._word(wording.AWAITED, account.id, sent.id) is None
    assert one_of_them.opens(f"/referrals/{sent.id}").status_code == 404


def test_a_colleague_whose_name_is_written_later_loses_the_draft_at_once(app, referrer, matched):
    draft = a_draft(by=referrer.account)
    services.share_draft(draft, matched.account, by=referrer.account)
    commit()
    assert matched.opens(f"/referrals/{draft.id}").status_code == 200
    referrer.posts(
        f"/referrals/{draft.id}/family/people/a1/keep", name=MATCHED, relationship="brother", version=99
    )
    kept = referrer.fills_in(f"/referrals/{draft.id}/family/people/a1", name=MATCHED)
    assert kept.status_code == 303
    assert matched.opens(f"/referrals/{draft.id}").status_code == 404


def test_the_writer_learns_nothing_of_a_match(referrer, matched):
    """Same words, whether a name is somebody's who signs in here or nobody's."""
    named = an_awaited_referral(by=referrer.account, **IN_THE_FAMILY)
    other = {"family": {"people": [{"id": "a1", "name": "Wilhelmina Starling", "relationship": "brother"}]}}
    nobody = an_awaited_referral(by=referrer.account, **other)
    pages = [
        referrer.reads(f"/referrals/{one.id}").select_one("main").get_text(" ", strip=True)
        for one in (named, nobody)
    ]
    assert "match" not in pages[0].lower()
    assert "kept out" not in pages[0].lower()


def test_whom_a_coordinator_has_let_in_may_authorise_it(people, referrer, matched):
    sent = an_awaited_referral(by=referrer.account, **IN_THE_FAMILY)
    (kept,) = db.session.query(StaffMatch).filter_by(account_id=matched.account.id)
    let_in(kept, reason="Another of that name.", by=people.coordinator().account)
    assert [lead.id for lead in apart.leads(sent)] == [matched.account.id]


def test_a_lead_who_stepped_out_of_the_case_is_not_asked_to_authorise_it(people, referrer):
    lead, other = people.safeguarding_lead(), an_account("Dana Deputy", Role.SAFEGUARDING_LEAD, POLICE)
    sent = an_awaited_referral(by=referrer.account)
    step_out(sent.case, lead.account, by=lead.account)
    commit()
    assert [one.id for one in apart.leads(sent)] == [other.id]
    assert lead.opens(f"/referrals/{sent.id}/authorise").status_code == 404


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given=st.sampled_from(["Morgan", "MORGAN", "morgan", "Mórgan"]),
    middle=st.sampled_from(["", "James", "J."]),
    spaces=st.sampled_from([" ", "  ", "\u00a0"]),
    rank=st.sampled_from(["", "Mr ", "DS ", "Det Sgt ", "PC 4417 ", "di ", "Cllr. "]),
    more=st.sampled_from(["", ", Marlshire Police", " , custody sergeant, Marlford"]),
)
def test_however_the_name_is_written_they_are_kept_out(app, given, middle, spaces, rank, more):
    lead = an_account(MATCHED, Role.SAFEGUARDING_LEAD, POLICE)
    writer = an_account("Rowan Referrer", Role.REFERRER, POLICE)
    name = rank + spaces.join(filter(None, [given, middle, "Castellane"])) + more
    draft = a_draft(by=writer, essentials={"insider": "yes", "insiders": name})
    assert lead.id not in {one.id for one in (*apart.leads(draft), *apart.colleagues(draft))}
