from flask import Blueprint, Response, current_app, make_response, redirect

from pprg.web import sessions
from pprg.web.fragments import page
from pprg.web.guard import anyone, guard, open_to_visitors, signed_in

bp = Blueprint("home", __name__)


@bp.get("/")
@guard(signed_in)
def index() -> Response:
    return page("home/index.html")


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
