"""How the program says no: in a sentence, with what to do next, and never with a stack trace."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from pprg import database
from pprg.errors import Refused
from pprg.web import files
from pprg.web.fragments import wants_a_piece
from pprg.web.typed import words_sent

log = logging.getLogger(__name__)

SAID = {
    400: ("We could not read that", "Go back, check what you sent, and try again."),
    403: ("You cannot do this", "You may see it, but this step belongs to somebody else."),
    404: ("There is nothing here for you", "It may have moved, or it is not for you to see."),
    405: ("That page does not work this way", "Go back and use the buttons on the page."),
    413: ("That is too much at once", "Shorten the text, or send it in parts. Nothing was changed."),
    422: ("We could not read that", "Go back, check what you sent, and try again."),
    429: ("Too many tries", "Wait a few minutes, then try again."),
    500: ("Something broke on our side", "What was saved is safe. Try again, or ring us."),
    503: ("We are busy", "Nothing was lost. Wait a minute, then press the button again."),
}
GIVES_BACK = frozenset({403, 404, 500, 503})
"""After these the page that somebody wrote on may be gone, and what they wrote with it."""
CHANGED = "Somebody else changed this while you were looking at it. Open it again to see what is new."
EXPIRED = (
    "This page was open too long or you signed in again elsewhere. Go back, reload it and send it again."
)


def init_app(app: Flask) -> None:
    app.register_error_handler(Refused, lambda refusal: _refuse(str(refusal)))
    app.register_error_handler(StaleDataError, lambda _: _refuse(CHANGED))
    app.register_error_handler(IntegrityError, _clash)
    app.register_error_handler(OperationalError, _storage)
    app.register_error_handler(CSRFError, lambda _: _refuse(EXPIRED))
    app.register_error_handler(HTTPException, lambda error: _explain(error.code or 500, error))
    app.register_error_handler(Exception, _broke)


def _refuse(message: str) -> Response:
    database.undo()
    page = render_template("web/refused.html", message=message, written=words_sent())
    response = make_response(page, 409)
    if wants_a_piece():
        # Whatever htmx meant to replace, leave it alone and speak in the alert instead.
        response.headers.update(
            {"HX-Retarget": "#alert", "HX-Reselect": "#alert > *", "HX-Reswap": "innerHTML"}
        )
    return response


def _clash(_: IntegrityError) -> Response:
    log.warning("clash on %s", request.url_rule)
    return _refuse(CHANGED)


def _storage(error: OperationalError) -> Response:
    """Disk full, or locked for longer than anyone should wait: not saved, and said so."""
    log.error("storage trouble on %s: %s", request.url_rule, type(error.orig).__name__)
    database.undo()
    answer = _explain(503)
    answer.headers["Retry-After"] = "30"
    return answer


def _broke(error: Exception) -> Response:
    # The trace goes to the log without the request's text: it may hold a person's name.
    log.exception("broke on %s %s", request.method, request.url_rule, exc_info=error)
    database.undo()
    return _explain(500)


def _explain(code: int, error: HTTPException | None = None) -> Response:
    if error is not None and error.code is not None and 300 <= error.code < 400:
        return Response(error.get_response().get_data(), error.code, dict(error.get_headers()))
    if code >= 500:
        g.setdefault("me", None)  # the page must not ask the database that has just failed
    title, sentence = SAID.get(code, SAID[400 if code < 500 else 500])
    if code == 413:
        files.read_on()
        sentence = files.said_of_too_much() or sentence
    written = words_sent() if code in GIVES_BACK else ()
    words: dict[str, Any] = {"title": title, "sentence": sentence, "code": code, "written": written}
    return make_response(render_template("web/error.html", **words), code)
