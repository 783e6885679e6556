"""Whose browser this is.

The cookie (signed, HttpOnly, SameSite) holds a random token, the CSRF secret and one-time messages; whose
token it is stands in a table of the room that is given here, and without the row the cookie is nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from flask import Flask, current_app, g, request, session

if TYPE_CHECKING:
    from pprg.config import Config

TOKEN = "sign_in"  # noqa: S105 - the name of a place in the cookie, not a secret
BACKGROUND = "X-Background"
"""On what a page asks for by itself. Saving what was just typed follows a key, so it is a person's act."""


class Who(Protocol):
    """Gives the account a token belongs to, or nobody."""

    def __call__(self, token: str, *, idle: timedelta, whole: timedelta, active: bool) -> Any: ...


def init_app(app: Flask, config: Config, *, who: Who) -> None:
    https = config.base_url.startswith("https://")
    app.config.update(
        SESSION_COOKIE_NAME="__Host-pprg" if https else "pprg",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    idle, whole = timedelta(minutes=config.idle_minutes), timedelta(hours=config.session_hours)

    def ask() -> Any:
        token = session.get(TOKEN)
        person_did_it = BACKGROUND not in request.headers and request.endpoint != "static"
        return who(token, idle=idle, whole=whole, active=person_did_it) if token else None

    app.extensions["pprg_who"] = ask


def me() -> Any:
    """The account that is asking, or None for a visitor. Asked of the database once a request."""
    if "me" not in g:
        ask: Callable[[], Any] = current_app.extensions["pprg_who"]
        g.me = ask()
    return g.me


def begin(token: str) -> None:
    """Start afresh for a person who has just signed in: nothing of the visitor's session stays."""
    session.clear()
    session[TOKEN] = token
    g.pop("me", None)


def end() -> None:
    session.clear()
    g.me = None


def my_token() -> str:
    return str(session.get(TOKEN, ""))


def local_path(wanted: str | None) -> str | None:
    """Where to go after sign-in: a path of ours, or nothing. Never another site."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//"):
        return None
    return None if any(c == "\\" or ord(c) < 32 for c in wanted) else wanted
