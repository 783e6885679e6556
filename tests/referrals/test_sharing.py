"""A draft is its writer's alone until they name a colleague, and theirs again when they stop."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pprg.accounts.services import appoint, command_line
from pprg.accounts.states import Role
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.referrals import queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral, Share
from pprg.referrals.states import State
from tests.builders import a_draft
from tests.people import Person, an_account

POLICE = "Marlshire Police"


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def colleague(app, people):
    account = an_account("Noa Nightshift", Role.REFERRER, POLICE)
    commit()
    return Person(app, account)


@pytest.fixture
def draft(referrer):
    return a_draft(by=referrer.account)


def share(person, draft, account):
    return person.fills_in(f"/referrals/{draft.id}/share", colleague=str(account.id))


def test_somebody_names_a_colleague_who_then_writes_in_it(referrer, colleague, draft):
    assert colleague.opens(f"/referrals/{draft.id}").status_code == 404
    assert share(referrer, draft, colleague.account).status_code == 303
    assert "Noa Nightshift" in referrer.reads(f"/referrals/{draft.id}/share").get_text()
    assert "Rowan Referrer and you can see it." in colleague.reads(f"/referrals/{draft.id}").get_text()
    written = colleague.fills_in(f"/referrals/{draft.id}/why", together="Nobody rang back.")
    assert written.status_code == 303
    assert "Nobody rang back." in referrer.reads(f"/referrals/{draft.id}/check").get_text()


def test_no_mail_goes_out_and_the_trail_says_who_was_named(referrer, colleague, draft):
    share(referrer, draft, colleague.account)
    assert not db.session.query(Notice).filter_by(to_id=colleague.account.id).count()


def test_a_colleague_writes_and_its_writer_alone_sends_withdraws_and_shares(referrer, colleague, draft):
    share(referrer, draft, colleague.account)
    page = colleague.reads(f"/referrals/{draft.id}/check")
    assert "Rowan Referrer began this referral and sends it." in page.get_text(" ", strip=True)
    assert not page.select_one("main form")
    assert colleague.posts(f"/referrals/{draft.id}/check", version=draft.version).status_code == 403
    assert colleague.opens(f"/referrals/{draft.id}/withdraw").status_code == 403
    assert colleague.opens(f"/referrals/{draft.id}/share").status_code == 403
    assert db.session.get(Referral, draft.id).state == State.DRAFT


def test_from_the_moment_sharing_stops_it_is_not_there_for_them(referrer, colleague, draft):
    share(referrer, draft, colleague.account)
    answer = referrer.presses(f"/referrals/{draft.id}/share", "Stop sharing")
    assert answer.status_code == 303
    for way in ("", "/why", "/check"):
        assert colleague.opens(f"/referrals/{draft.id}{way}").status_code == 404
    assert "Yours to finish" not in colleague.reads("/referrals/").get_text()


def test_only_those_who_refer_for_the_same_agency_are_offered(people, referrer, colleague, draft):
    people.safeguarding_lead("NHS Marlshire"), people.team_leader(POLICE), people.coordinator()
    page = referrer.reads(f"/referrals/{draft.id}/share").select_one("main form").get_text(" ", strip=True)
    assert "Noa Nightshift" in page
    for name in ("Lee Lead", "Toni Teamleader", "Cora Coordinator", "Rowan Referrer"):
        assert name not in page


def test_a_name_that_was_not_offered_is_refused_and_the_page_stays(people, referrer, colleague, draft):
    stranger = people.safeguarding_lead("NHS Marlshire")
    answer = share(referrer, draft, stranger.account)
    assert answer.status_code == 422
    assert not db.session.query(Share).count()
    with pytest.raises(Refused, match="Choose a colleague from the list"):
        services.share_draft(draft, stranger.account, by=referrer.account)


def test_pressing_the_button_without_a_choice_is_answered_beside_it(referrer, colleague, draft):
    answer = referrer.fills_in(f"/referrals/{draft.id}/share")
    assert answer.status_code == 422
    assert "Choose a colleague." in answer.text


def test_somebody_who_has_gone_to_another_agency_does_not_see_it_any_more(referrer, colleague, draft):
    share(referrer, draft, colleague.account)
    colleague.account.agency = an_account("X Y", Role.REFERRER, "NHS Marlshire").agency
    commit()
    assert colleague.opens(f"/referrals/{draft.id}").status_code == 404


def test_reading_a_colleagues_draft_is_written_down(referrer, colleague, draft):
    from pprg.audit.models import AuditLine

    share(referrer, draft, colleague.account)
    colleague.opens(f"/referrals/{draft.id}")
    (line,) = db.session.query(AuditLine).filter_by(verb="read", actor_id=colleague.account.id)
    assert line.thing_id == draft.id


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    roles=st.sets(st.sampled_from(list(Role)), min_size=1, max_size=3),
    agency=st.sampled_from([POLICE, "NHS Marlshire", ""]),
    shared=st.booleans(),
)
def test_nobody_else_ever_sees_a_draft(app, roles, agency, shared):
    """Whatever roles they hold and wherever they work."""
    writer = an_account("Rowan Referrer", Role.REFERRER, POLICE)
    somebody = an_account(f"Sam {agency}", Role.TEAM_LEADER, agency)
    for held in list(somebody.appointments):
        somebody.appointments.remove(held)
    for role in roles - {Role.DECISION_MAKER}:
        appoint(somebody, role, by=command_line())
    draft = a_draft(by=writer)
    if shared and any(one.id == somebody.id for one in services.apart.colleagues(draft)):
        services.share_draft(draft, somebody, by=writer)
    named = somebody.id in {share.account_id for share in draft.shares}
    assert may.read_referral(somebody, draft) == named
    assert (queries.referral_visible_to(somebody, draft.id) is not None) == named
    assert (draft in queries.drafts_of(somebody)) == named
    assert draft not in queries.referrals_to_authorise(somebody)
    assert draft not in queries.sent_to_us(somebody, State.DRAFT).referrals
