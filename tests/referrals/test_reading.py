"""Who may know of a referral, and with which words."""

from itertools import product

import pytest

from pprg import database
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases.services import let_know, restrict, step_out
from pprg.cases.states import Part
from pprg.database import db
from pprg.referrals import rules as may
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.queries import referral_visible_to, referrals_visible_to, words_for
from pprg.referrals.states import State
from tests.builders import a_draft, a_sent_referral
from tests.referrals.builders import ALIAS, NAME, NEIGHBOUR, POSTCODE, TOGETHER
from tests.referrals.standing import WITH_ITS_AGENCY, a_referral_that_is

WORKS_ON_CASES = {"coordinator", "chair"}
ITS_AGENCY = {"writer", "lead"}


def the_cast(people):
    return {
        "writer": people.referrer(),
        "colleague": people._person("Casey Colleague", Role.REFERRER, "Marlshire Police"),
        "lead": people.safeguarding_lead(),
        "other referrer": people.referrer("NHS Marlshire"),
        "other lead": people.safeguarding_lead("NHS Marlshire"),
        "coordinator": people.coordinator(),
        "chair": people.chair(),
        "panel": people.panel_member(),
        "author": people.author(),
        "decision-maker": people.decision_maker(),
        "team leader": people.team_leader(),
        "administrator": people.administrator(),
        "auditor": people.auditor(),
    }


@pytest.mark.parametrize("state", list(State))
def test_only_these_find_a_referral_that_is_so(people, state):
    cast = the_cast(people)
    referral = a_referral_that_is(state, cast["writer"].account)
    assert referral.state == state
    found = {name for name, who in cast.items() if who.opens(f"/referrals/{referral.id}").status_code == 200}
    group = set() if state in WITH_ITS_AGENCY else WORKS_ON_CASES
    assert found == ({"writer"} if state == State.DRAFT else ITS_AGENCY | group)


@pytest.mark.parametrize("part", [Part.PANEL, Part.AUTHOR, Part.DECISION_MAKER])
def test_those_who_work_on_its_case_find_it_too(people, part):
    reader = {
        Part.PANEL: people.panel_member(),
        Part.AUTHOR: people.author(),
        Part.DECISION_MAKER: people.decision_maker(),
    }[part]
    sent = a_sent_referral(by=people.referrer().account)
    assert reader.opens(f"/referrals/{sent.id}").status_code == 404
    let_know(sent.case, reader.account, part, by=people.coordinator().account)
    assert reader.opens(f"/referrals/{sent.id}").status_code == 200


# What each may do with a referral that was sent; all others of the cast find nothing there.
DOORS = {
    ("GET", "/check"): {"writer"},
    ("GET", "/withdraw"): {"writer"},
    ("GET", "/you"): {"writer"},
    ("POST", "/you/keep"): {"writer"},
    ("GET", "/return"): {"coordinator"},
    ("POST", "/as-written"): {"coordinator", "chair"},
}


@pytest.mark.parametrize(("method", "door"), DOORS)
def test_each_door_opens_to_these_alone(people, method, door):
    cast = the_cast(people)
    sent = a_sent_referral(by=cast["writer"].account)
    for name, who in cast.items():
        knock = who.opens if method == "GET" else who.posts
        status = knock(f"/referrals/{sent.id}{door}").status_code
        if name in DOORS[method, door]:
            assert status not in {403, 404}, name
        else:
            assert status == (403 if name in ITS_AGENCY | WORKS_ON_CASES else 404), name


def test_the_words_as_sent_are_for_its_own_agency(people):
    cast = the_cast(people)
    sent = a_sent_referral(by=cast["writer"].account)
    url = f"/referrals/sendings/{sent.sendings[0].id}"
    statuses = {name: who.opens(url).status_code for name, who in cast.items()}
    assert {name for name, status in statuses.items() if status == 200} == ITS_AGENCY
    assert {name for name, status in statuses.items() if status == 403} == WORKS_ON_CASES


def test_a_visitor_is_asked_to_sign_in(people):
    sent = a_sent_referral(by=people.referrer().account)
    for url in ("/referrals/", f"/referrals/{sent.id}", f"/referrals/{sent.id}/check"):
        assert people.visitor().opens(url).headers["Location"].startswith("/sign-in")


def test_a_referral_that_is_not_there_and_one_that_is_not_for_you_look_the_same(people):
    draft = a_draft(by=people.referrer().account)
    stranger = people.referrer("NHS Marlshire")
    forbidden = stranger.opens(f"/referrals/{draft.id}")
    missing = stranger.opens("/referrals/00000000-0000-4000-8000-000000000000")
    assert (forbidden.status_code, forbidden.text) == (missing.status_code, missing.text)


def a_case_of_every_kind(cast):
    """Referrals of which everybody is a member in every part, restricted or not, stepped out of or not."""
    by = cast["coordinator"].account
    for part, restricted, out in product([None, *Part], [False, True], [False, True]):
        case = a_sent_referral(by=cast["writer"].account).case
        for who in cast.values():
            if part:
                let_know(case, who.account, part, by=by)
            if out:
                step_out(case, who.account, by=by)
        if restricted:
            restrict(case, by=by, members=[])


def test_the_rule_and_the_query_agree_on_who_reads_what(people):
    cast = the_cast(people)
    writer = cast["writer"].account
    a_case_of_every_kind(cast)
    for state in State:
        a_referral_that_is(state, writer)
    services.withdraw_referral(a_draft(by=writer), by=writer)
    database.commit()
    everything = db.session.query(Referral).all()
    for name, who in cast.items():
        listed = {referral.id for referral in referrals_visible_to(who.account)}
        for referral in everything:
            by_rule = may.read_referral(who.account, referral)
            assert by_rule == (referral_visible_to(who.account, referral.id) is not None), name
            assert by_rule == (referral.id in listed), name


def test_somebody_who_steps_out_no_longer_finds_it_even_their_own(people):
    writer, chair, coordinator = people.referrer(), people.chair(), people.coordinator()
    sent = a_sent_referral(by=writer.account)
    for who in (writer, chair):
        assert who.opens(f"/referrals/{sent.id}").status_code == 200
        step_out(sent.case, who.account, by=coordinator.account)
        assert who.opens(f"/referrals/{sent.id}").status_code == 404
        assert sent.reference not in who.opens("/referrals/").text


def test_a_writer_who_changes_agency_leaves_the_referral_behind(people):
    writer, other = people.referrer(), people.referrer("NHS Marlshire")
    sent = a_sent_referral(by=writer.account)
    writer.account.agency = other.account.agency
    database.commit()
    assert writer.opens(f"/referrals/{sent.id}").status_code == 404


def test_names_are_in_no_list_title_or_address(people):
    sent = a_sent_referral(by=people.referrer().account)
    for who in (people.referrer(), people.safeguarding_lead(), people.coordinator(), people.chair()):
        for word in (NAME, "Hallewell", ALIAS, NEIGHBOUR, POSTCODE, "9990000018"):
            assert word not in who.opens("/referrals/").text
            assert word not in who.reads(f"/referrals/{sent.id}").title.get_text()


def test_a_coordinator_reads_labels_in_place_of_names(people):
    sent = a_sent_referral(by=people.referrer().account)
    page = people.coordinator().reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert "[Adult, 79] was found at home on 2 June. Mr [Other person 1] had rung the council" in page
    for word in ("Theodora", "Hallewell", ALIAS, "Quist", POSTCODE, "Saltpan", "999 000 0018", "March"):
        assert word not in page
    assert TOGETHER in page


def test_reading_is_written_down_before_it_is_shown(people):
    sent = a_sent_referral(by=people.referrer().account)
    people.coordinator().reads(f"/referrals/{sent.id}")
    people.referrer().reads(f"/referrals/{sent.id}")
    readers = [line.actor_id for line in db.session.query(AuditLine).filter_by(verb="read", thing_id=sent.id)]
    assert readers == [people.coordinator().account.id]


def test_what_cannot_be_written_down_is_not_shown(people):
    sent = a_sent_referral(by=people.referrer().account)
    coordinator = people.coordinator()
    database.commit()
    db.session.execute(db.text("ALTER TABLE audit_line RENAME TO lost"))
    answer = coordinator.opens(f"/referrals/{sent.id}")
    assert answer.status_code in {500, 503}
    assert TOGETHER not in answer.text


def test_the_words_as_written_are_read_for_a_purpose_that_is_written_down(people):
    sent = a_sent_referral(by=people.referrer().account)
    coordinator, url = people.coordinator(), f"/referrals/{sent.id}"
    form = "form[action$=as-written]"

    without = coordinator.fills_in(url, form=form)
    assert without.status_code == 422
    assert "Choose why you need to know." in without.text
    assert "Theodora" not in without.text

    answer = coordinator.fills_in(url, form=form, **{"words-purpose": "To prepare a meeting or a decision"})
    assert "Theodora was found at home" in answer.text
    assert "It was written down that you read the words as written" in answer.text
    line = db.session.query(AuditLine).filter_by(verb="read as written").one()
    assert (line.thing_id, line.case_id, line.detail) == (sent.id, sent.case_id, "purpose=MEETING")


def test_its_own_safeguarding_lead_reads_what_the_agency_wrote(people):
    sent = a_sent_referral(by=people.referrer().account)
    page = people.safeguarding_lead().reads(f"/referrals/{sent.id}").get_text(" ", strip=True)
    assert NAME in page
    assert "Show who this is" not in page
    assert "Return it with a question" not in page


def test_a_meeting_can_weigh_what_was_said_without_names(people):
    said = {"sar_harm": "yes", "sar_harm_shown_by": "Dolly starved."}
    sent = a_sent_referral(by=people.referrer().account, why=said)
    read = {one.key: one.words for part in words_for(people.chair().account, sent) for one in part.said}
    assert read["sar_harm_shown_by"] == "[Adult, 79] starved."
    assert not {"name", "born", "died", "aliases", "address", "nhs_number"} & read.keys()
    assert "neighbour" in read["people"]
    assert "Quist" not in " ".join(read.values())


def test_decisions_are_asked_for_by_those_who_work_on_the_case_alone(people):
    sent = a_referral_that_is(State.DECIDED, people.referrer().account)
    url = f"/meetings/of-case/{sent.case_id}"
    assert people.chair().reads(f"/referrals/{sent.id}").select_one(f"[hx-get='{url}'] a[href='{url}']")
    assert people.chair().opens(url).status_code == 200
    assert not people.safeguarding_lead().reads(f"/referrals/{sent.id}").select(f"[hx-get='{url}']")
