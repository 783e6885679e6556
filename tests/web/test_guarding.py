"""The guard, the headers and the way the program says no."""

import pytest

from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.web import guard
from tests.builders import a_sent_referral


def test_a_view_without_a_rule_stops_the_app_from_starting(another_app):
    app = another_app()
    app.add_url_rule("/bare", view_func=lambda: "open to all", endpoint="door")
    with pytest.raises(RuntimeError, match="No rule guards door"):
        guard.check_every_view(app)


def test_every_answer_forbids_what_is_not_ours(people):
    for url in ("/sign-in", "/", "/nowhere", "/help"):
        headers = people.visitor().opens(url).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_is_refused_and_told_why(people):
    visitor = people.visitor()
    answer = visitor._browser.post("/sign-in", data={"email": "a@example.org", "password": "x"})
    assert answer.status_code == 409
    assert "reload" in answer.text


def test_what_is_not_there_and_what_is_not_yours_look_the_same(people):
    anothers = a_sent_referral(by=people.referrer().account)
    stranger = people.referrer("Marlshire Probation")
    nothing = stranger.opens("/referrals/00000000-0000-4000-8000-000000000000")
    not_yours = stranger.opens(f"/referrals/{anothers.id}")
    assert nothing.status_code == not_yours.status_code == 404
    assert nothing.text == not_yours.text


def test_a_mistake_in_the_program_shows_a_sentence_and_not_a_trace(another_app):
    app = another_app()
    app.testing = False

    def breaks():
        raise ZeroDivisionError("the secret name of somebody")

    breaks.guarded = guard.Guarded(guard.anyone, True)
    app.add_url_rule("/breaks", view_func=breaks, endpoint="breaks")

    with app.app_context():
        answer = app.test_client().get("/breaks")

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text
    assert "secret name" not in answer.text


def test_the_exit_ends_the_session_and_says_nothing(people):
    person = people.referrer()
    answer = person.opens("/exit")
    assert answer.status_code == 303
    assert "weather" in answer.location
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert person.opens("/").status_code == 303


def test_what_was_denied_is_written_down(people):
    lead = people.safeguarding_lead()
    referral = a_sent_referral(by=people.referrer().account)
    answer = lead.posts(f"/referrals/{referral.id}/return", question="May I?")
    assert answer.status_code == 403
    line = db.session.query(AuditLine).filter_by(outcome="denied").one()
    assert line.actor_id == lead.account.id
    assert line.thing_id == referral.id


def test_every_page_can_be_left_at_once(people):
    for url in ("/sign-in", "/help", "/accessibility", "/privacy", "/exit-safely", "/nowhere"):
        page = people.visitor().opens(url).text
        assert "Exit this page" in page, url
