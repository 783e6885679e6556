from typing import Any

from flask import Blueprint, Response, current_app, make_response, redirect, request

from pprg import clock
from pprg.audit.services import record_read
from pprg.cases.models import Case
from pprg.cases.queries import case_open_to, others_of_matter
from pprg.cases.rules import list_clocks
from pprg.home import queries
from pprg.home import rules as may
from pprg.home.story import story_of
from pprg.home.today import today_of
from pprg.home.trail import kept_out_of, looks_at, members_of, stepped_out_of
from pprg.meetings.rules.letters import list_letters
from pprg.people.queries import people_of
from pprg.people.rules import list_matches
from pprg.referrals.rules import start_referral
from pprg.web import sessions
from pprg.web.fields import trimmed
from pprg.web.fragments import page
from pprg.web.guard import anyone, guard, open_to_visitors, signed_in
from pprg.web.sessions import me
from pprg.web.setting import show_the_way

bp = Blueprint("home", __name__)
show_the_way("Cases", "home.cases", may.list_cases, before_all=True)
show_the_way("Home", "home.index", signed_in, before_all=True)


@bp.get("/")
@guard(signed_in)
def index() -> Response:
    """What needs this person today."""
    return page(
        "home/index.html",
        today=today_of(me()),
        day=clock.today(),
        may_refer=start_referral(me()),
        looks_after=may.looks_after_system(me()),
    )


@bp.get("/cases")
@guard(may.list_cases)
def cases() -> Response:
    reference = trimmed(request.args.get("reference", ""))
    found = queries.cases_found(me(), reference, request.args.get("page", 1, int))
    ways = {"watches": list_clocks(me()), "matches": list_matches(me())}
    return page("home/cases.html", fragment="found", found=found, **ways)


@bp.get("/cases/<uuid:case_id>")
@guard(may.read_case, case=case_open_to)
def case(case: Case) -> Response:
    """One case from first letter to last action, each step as far as this reader may see it."""
    record_read("looked at", case, by=me())
    return page(
        "home/case.html",
        case=case,
        one_with=others_of_matter(me(), case),
        people=people_of(me(), case.id),
        story=story_of(me(), case),
        lists_letters=list_letters(me(), case),
        **(_who_knows(case) if may.see_who_knows(me(), case) else {}),
    )


def _who_knows(case: Case) -> dict[str, Any]:
    return {
        "sees_who": True,
        "members": members_of(case),
        "stepped_out": stepped_out_of(case),
        "kept_out": kept_out_of(me(), case),
        "looks": looks_at(me(), case),
    }


@bp.get("/help")
@open_to_visitors(anyone)
def help() -> Response:  # noqa: A001 - the page's own name
    return page("home/help.html")


@bp.get("/accessibility")
@open_to_visitors(anyone)
def accessibility() -> Response:
    return page("home/accessibility.html")


@bp.get("/privacy")
@open_to_visitors(anyone)
def privacy() -> Response:
    return page("home/privacy.html")


@bp.get("/exit-safely")
@open_to_visitors(anyone)
def exit_safely() -> Response:
    return page("home/exit-safely.html")


@bp.get("/healthz")
@open_to_visitors(anyone)
def healthz() -> Response:
    """The process lives. Nothing is said of what it holds."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/exit")
@open_to_visitors(anyone)
def leave() -> Response:
    """The way out: this browser's session ends and the screen goes somewhere that says nothing."""
    sessions.end()
    answer = make_response(redirect(current_app.config["PPRG"].exit_url, code=303))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
