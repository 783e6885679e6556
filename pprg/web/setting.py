"""Putting the plumbing into an app, and what every template may count on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click
from flask import Flask, request, url_for
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from pprg.config import CHECKOUT, Config
from pprg.web import files, filters, guard, headers, refusals, sessions
from pprg.web.fragments import htmx

LONGEST_POST = 4 * 1024 * 1024


@dataclass(frozen=True)
class Way:
    """One entry of the service navigation, shown to whom its rule lets in."""

    label: str
    endpoint: str
    rule: Callable[[Any], bool]
    visitors: str | None = None


@dataclass(frozen=True)
class Signpost:
    label: str
    url: str
    current: bool


_ways: list[Way] = []


def show_the_way(
    label: str,
    endpoint: str,
    rule: Callable[[Any], bool],
    *,
    visitors: str | None = None,
    before_all: bool = False,
) -> None:
    """Put a page into the navigation for everybody whom `rule` admits. Rooms call this once.

    `visitors` names the setting that also opens it to those who are not signed in.
    """
    way = Way(label, endpoint, rule, visitors)
    if way not in _ways:
        _ways.insert(0 if before_all else len(_ways), way)


def init_app(app: Flask, config: Config, *, who: sessions.Who, denied: guard.Denied) -> None:
    app.config.update(
        SECRET_KEY=config.secret_key,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=LONGEST_POST,
        MAX_FORM_MEMORY_SIZE=LONGEST_POST,
        MAX_FORM_PARTS=5000,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.extensions["pprg_denied"] = denied
    files.init_app(app, largest=config.largest_paper_mb * 1_000_000, words=LONGEST_POST)
    CSRFProtect(app)
    htmx.init_app(app)
    sessions.init_app(app, config, who=who)
    headers.init_app(app, https=config.base_url.startswith("https://"))
    refusals.init_app(app)
    filters.init_app(app)
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=CHECKOUT / "static", prefix="static/", autorefresh=not config.production
    )

    @app.cli.command("rules")
    def rules() -> None:
        """Print every route with the rule that guards it: who may do what, for review."""
        click.echo(guard.written_down(app))

    @app.context_processor
    def in_every_page() -> dict[str, Any]:
        return {"house": config, "me": sessions.me(), "navigation": signposts()}


def signposts() -> Sequence[Signpost]:
    reader = sessions.me()
    open_ways = [
        (way.label, url_for(way.endpoint))
        for way in _ways
        if way.rule(reader) and (reader is not None or _welcomes_visitors(way))
    ]
    return [Signpost(label, url, _leads_here(url)) for label, url in open_ways]


def _leads_here(url: str) -> bool:
    """Whether this page is the one at the signpost, or lies behind it."""
    return request.path == url or (url != url_for("home.index") and request.path.startswith(url))


def _welcomes_visitors(way: Way) -> bool:
    return way.visitors is not None and guard.visitors_welcome(way.visitors)
