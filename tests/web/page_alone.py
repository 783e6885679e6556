"""A page in the house's frame with nothing behind it: what the scripts send is written down."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, redirect, render_template_string, request
from flask_wtf import CSRFProtect
from werkzeug.serving import make_server

from pprg.config import CHECKOUT, Config
from pprg.web import filters, headers

FORM = """
{% extends "layouts/base.html" %}
{% from "components/forms.html" import action, csrf, hidden_version, button, saved %}
{% block title %}What happened{% endblock %}
{% block main %}
  <h1>What happened</h1>{{ saved() }}
  <form method="post" action="/send" data-autosave="/keep" novalidate>
    {{ csrf() }}{{ hidden_version(1) }}
    <label for="story">Story</label><textarea id="story" name="story"></textarea>
    <label for="place">Place</label><input id="place" name="place">
    {{ button("Send") }}
  </form>
  {{ action("Submit again", "/refuse", target="main") }}
  <p><a href="/elsewhere">Elsewhere</a></p>
{% endblock %}
"""


@dataclass
class Server:
    """What the browser sent, in order, and how the server is told to answer the next save."""

    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answer: int = 204
    slow: float = 0
    version: int = 1
    may_answer: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_answer.set()

    def keep(self) -> Response:
        time.sleep(self.slow)
        self.may_answer.wait()
        said = request.form.to_dict()
        self.heard.append(("kept", said))
        if self.answer != 204:
            return Response("", self.answer)
        if said["version"] != str(self.version):
            return Response("", 409)
        self.version += 1
        return Response("", 204, {"X-Saved-At": "14:03", "X-Version": str(self.version)})

    def send(self) -> Response:
        self.heard.append(("sent", request.form.to_dict()))
        return Response("<!doctype html><title>Sent</title>")

    def leave(self) -> Response:
        self.heard.append(("left", {}))
        return Response("<!doctype html><title>Weather</title><h1>Weather</h1>")

    def words(self, what: str) -> list[str]:
        return [said.get("story", "") for kind, said in self.heard if kind == what]


def page_alone(server: Server, config: Config, *, me: Any) -> Flask:
    """The frame, the scripts and the headers of the house; no rooms and no database."""
    app = Flask("alone", template_folder=str(CHECKOUT / "templates"), static_folder=str(CHECKOUT / "static"))
    app.config["SECRET_KEY"] = config.secret_key
    CSRFProtect(app)
    headers.init_app(app, https=False)
    filters.init_app(app)
    app.context_processor(lambda: {"house": config, "me": me, "navigation": []})
    app.add_url_rule("/", "home.index", lambda: render_template_string(FORM))
    app.add_url_rule("/exit", "home.leave", server.leave)
    app.add_url_rule("/keep", "keep", server.keep, methods=["POST"])
    app.add_url_rule("/send", "send", server.send, methods=["POST"])
    app.add_url_rule("/refuse", "refuse", _refuse, methods=["POST"])
    app.add_url_rule("/elsewhere", "elsewhere", lambda: "<!doctype html><title>Elsewhere</title>")
    for name in ("home.help", "home.exit_safely", "home.accessibility", "home.privacy"):
        app.add_url_rule(f"/{name}", name, lambda: redirect("/"))
    for name in ("accounts.me", "accounts.sign_in", "accounts.sign_out"):
        app.add_url_rule(f"/{name}", name, lambda: redirect("/"), methods=["GET", "POST"])
    return app


def _refuse() -> Response:
    page = '{% include "web/refused.html" %}'
    answer = Response(render_template_string(page, message="You cannot submit it twice."), 409)
    answer.headers.update({"HX-Retarget": "#alert", "HX-Reselect": "#alert > *", "HX-Reswap": "innerHTML"})
    return answer


class Serving:
    """`with Serving(app) as address:`"""

    def __init__(self, app: Flask) -> None:
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.server.RequestHandlerClass.log_request = lambda *_: None  # type: ignore[method-assign]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
