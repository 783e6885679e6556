"""Who stepped out comes back by two others alone, and a restricted case has a list of names."""

import pytest
from sqlalchemy import select

from pprg.audit.models import AuditLine
from pprg.cases import rules, services
from pprg.cases.models import SteppingBack
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.notices.services import send_waiting
from tests.house_rules.test_need_to_know import PostOffice

REASON = "It was another family of that name."


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def second(people):
    return people.coordinator("Sasha Second")


@pytest.fixture
def chair(people):
    return people.chair()


@pytest.fixture
def case(coordinator):
    return services.open_case(by=coordinator.account)


def access(case):
    return f"/cases/{case.id}/access"


def proposes(coordinator, case, whom):
    return coordinator.fills_in(f"/cases/{case.id}/opening", account=str(whom.account.id), reason=REASON)


def test_a_coordinator_proposes_and_a_chair_agrees(case, coordinator, second, chair):
    services.step_out(case, second.account, by=second.account)
    assert second.opens(f"/cases/{case.id}").status_code == 404
    assert proposes(coordinator, case, second).status_code == 303
    assert second.opens(f"/cases/{case.id}").status_code == 404
    assert REASON in chair.opens(access(case)).text
    assert chair.presses(access(case), "Agree").status_code == 303
    assert second.opens(f"/cases/{case.id}").status_code == 200
    assert "agreed to open it again to Sasha Second" in " ".join(chair.reads(access(case)).text.split())


def test_a_chair_may_say_no_and_then_it_stays_closed(case, coordinator, second, chair):
    services.step_out(case, second.account, by=second.account)
    proposes(coordinator, case, second)
    assert chair.presses(access(case), "Do not agree").status_code == 303
    assert second.opens(f"/cases/{case.id}").status_code == 404
    assert "did not agree" in chair.opens(access(case)).text
    assert "Agree" not in [button.text for button in chair.reads(access(case)).select("form button")]


def test_nobody_lifts_their_own(case, coordinator, chair):
    """The case is not there for whoever is out; who proposes does not answer, whatever their roles."""
    services.step_out(case, chair.account, by=chair.account)
    proposed = services.propose_opening(case, chair.account, reason=REASON, by=coordinator.account)
    for path in (access(case), f"/cases/{case.id}/opening"):
        assert chair.opens(path).status_code == 404
    assert chair.posts(f"/cases/openings/{proposed.id}/yes").status_code == 404
    assert coordinator.posts(f"/cases/openings/{proposed.id}/yes").status_code == 403
    with pytest.raises(Refused, match="Somebody else answers"):
        services.answer_proposal(proposed, agreed=True, by=coordinator.account)
    with pytest.raises(Refused, match="Nobody lifts an interest of their own"):
        services.propose_opening(case, chair.account, reason=REASON, by=chair.account)
    assert not rules.look_into_case(chair.account, case)


def test_who_may_be_a_person_of_the_case_is_not_let_in_by_this_way(case, coordinator, second, chair):
    services.close_quietly(case, second.account, by=coordinator.account)
    db.session.flush()
    with pytest.raises(Refused, match="has not stepped out"):
        services.propose_opening(case, second.account, reason=REASON, by=coordinator.account)
    assert "Sasha" not in coordinator.reads(access(case)).select_one("section:has(#out)").text
    assert "Sasha" not in coordinator.opens(f"/cases/{case.id}/opening").text
    assert "Sasha" not in chair.reads(access(case)).select_one("section:has(#out)").text


def test_who_was_kept_out_after_it_was_proposed_stays_out(case, coordinator, second, chair):
    """The other reason to be out wins over an answer that comes later."""
    out = services.step_out(case, second.account, by=second.account)
    proposed = services.propose_opening(case, second.account, reason=REASON, by=coordinator.account)
    out.quiet = True
    db.session.flush()
    with pytest.raises(Refused, match="has not stepped out"):
        services.answer_proposal(proposed, agreed=True, by=chair.account)
    assert not rules.look_into_case(second.account, case)


def test_it_is_proposed_once_and_answered_once(case, coordinator, second, chair):
    services.step_out(case, second.account, by=second.account)
    proposes(coordinator, case, second)
    again = proposes(coordinator, case, second)
    assert again.status_code == 422
    assert "proposed already" in again.text
    assert REASON in again.text
    proposed = db.session.scalars(select(SteppingBack)).one()
    assert chair.posts(f"/cases/openings/{proposed.id}/yes").status_code == 303
    assert chair.posts(f"/cases/openings/{proposed.id}/no").status_code == 409
    assert second.opens(f"/cases/{case.id}").status_code == 200


def test_a_reason_is_wanted(case, coordinator, second):
    services.step_out(case, second.account, by=second.account)
    answer = coordinator.fills_in(f"/cases/{case.id}/opening", account=str(second.account.id), reason=" ")
    assert answer.status_code == 422
    assert "Say why." in answer.text


def test_chairs_hear_by_mail_that_an_answer_is_wanted_and_no_name(case, coordinator, second, chair):
    services.step_out(case, second.account, by=second.account)
    proposes(coordinator, case, second)
    assert [notice.to_id for notice in db.session.scalars(select(Notice))] == [chair.account.id]
    post = PostOffice()
    send_waiting(post, commit=db.session.flush)
    (mail,) = post.sent
    assert case.reference in mail["Subject"]
    assert "Sasha" not in str(mail)
    assert REASON not in str(mail)


def test_the_trail_says_who_proposed_and_who_agreed(case, coordinator, second, chair):
    services.step_out(case, second.account, by=second.account)
    proposes(coordinator, case, second)
    chair.presses(access(case), "Agree")
    told = chair.reads(f"/cases/{case.id}").select_one("section:has(#looked)").text
    assert "Proposed to open the case again" in told
    assert "Agreed to open the case again" in told
    details = " ".join(line.detail for line in db.session.scalars(select(AuditLine)))
    assert REASON not in details


def test_one_alone_restricts_and_two_lift_it(case, coordinator, second, chair):
    assert coordinator.presses(access(case), "Restrict it now").status_code == 303
    for other in (second, chair):
        assert other.opens(f"/cases/{case.id}").status_code == 404
        assert case.reference not in other.opens("/cases").text
    coordinator.fills_in(access(case), form="form.pprg-search", account=str(chair.account.id))
    assert chair.opens(f"/cases/{case.id}").status_code == 200
    coordinator.fills_in(f"/cases/{case.id}/opening", account="all", reason="The trial is over.")
    assert second.opens(f"/cases/{case.id}").status_code == 404
    assert chair.presses(access(case), "Agree").status_code == 303
    assert second.opens(f"/cases/{case.id}").status_code == 200


def test_a_name_is_put_on_the_list_and_taken_off_from_the_next_request(people, case, coordinator, chair):
    member = people.panel_member()
    services.restrict(case, by=coordinator.account, members=[coordinator.account])
    coordinator.fills_in(access(case), form="form.pprg-search", account=str(member.account.id))
    assert rules.look_into_case(member.account, case)
    page = coordinator.reads(access(case))
    assert [entry.b.text for entry in page.select("#names li")] == ["Cora Coordinator", "Pat Panel"]
    taken = next(entry for entry in page.select("#names li") if "Pat" in entry.text)
    assert coordinator.posts(str(taken.form["action"])).status_code == 303
    db.session.expire_all()
    assert not rules.look_into_case(member.account, case)


def test_somebody_who_looks_after_it_stays_on_the_list(case, coordinator):
    services.restrict(case, by=coordinator.account, members=[coordinator.account])
    last = coordinator.posts(str(coordinator.reads(access(case)).select_one("#names li form")["action"]))
    assert last.status_code == 409
    assert "Somebody who looks after the case stays" in last.text
    assert coordinator.opens(f"/cases/{case.id}").status_code == 200


def test_who_stepped_out_is_not_put_on_the_list_by_the_way(case, coordinator, second):
    services.restrict(case, by=coordinator.account, members=[coordinator.account])
    services.step_out(case, second.account, by=coordinator.account)
    answer = coordinator.fills_in(access(case), form="form.pprg-search", account=str(second.account.id))
    assert answer.status_code == 422
    assert "have stepped out" in answer.text
    assert second.opens(f"/cases/{case.id}").status_code == 404


def test_the_referrer_stays_on_the_list_of_their_own_referral(people, case, coordinator):
    referrer = people.referrer()
    services.let_know(case, referrer.account, Part.REFERRER, by=coordinator.account)
    services.restrict(case, by=coordinator.account, members=[coordinator.account])
    entry = next(e for e in coordinator.reads(access(case)).select("#names li") if "Rowan" in e.text)
    assert entry.form is None
    member = next(m for m in case.members if m.part == Part.REFERRER)
    assert coordinator.posts(f"/cases/names/{member.id}/removal").status_code == 403
    assert rules.know_of_case(referrer.account, case)


def test_only_coordinators_and_chairs_of_the_case_see_its_list(people, case, coordinator, chair):
    for person in people.everyone():
        allowed = person in {coordinator, chair}
        assert (person.opens(access(case)).status_code == 200) == allowed
    member = people.panel_member()
    services.let_know(case, member.account, Part.PANEL, by=coordinator.account)
    for path in (access(case), f"/cases/{case.id}/opening"):
        assert member.opens(path).status_code == 403
    assert member.posts(f"/cases/{case.id}/restriction").status_code == 403
