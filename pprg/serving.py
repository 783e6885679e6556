"""The program as people meet it: its tables brought up to date, the demo put into an empty
database, then gunicorn until it is told to end. `make run` comes here by `python -m pprg`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
from collections.abc import Mapping
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from pprg import create_app
from pprg.config import CannotStart, Config
from pprg.migrations import bring_up_to_date

HOST = "127.0.0.1"
"""A proxy on the same machine speaks TLS to the outside; we speak to it alone."""

INTERRUPTED = 130
ENDINGS = {signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGABRT}


def main() -> int:
    """Serve until told to end. Gives the exit code."""
    try:
        port = free_port(os.environ)
        config = Config.from_environment({"PPRG_BASE_URL": f"http://{HOST}:{port}", **os.environ})
        app = create_app(config)
        prepare(app, config)
        welcome = f"{config.organisation}: {config.base_url} (Ctrl-C ends it)"
        Server(app, port, welcome=welcome).run()
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def free_port(environ: Mapping[str, str]) -> int:
    """The port asked for by PORT, or a refusal to start in one sentence."""
    asked = environ.get("PORT") or "5000"
    if not asked.isdecimal() or not 0 < int(asked) < 65536:
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {asked!r}.")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, int(asked)))
        except OSError as why:
            raise CannotStart(
                f"Port {asked} cannot be used ({why.strerror}). Choose another: make run PORT=8080"
            ) from None
    return int(asked)


def prepare(app: Flask, config: Config) -> None:
    """Bring the tables up to date; outside production, put the demo into an empty database.

    In a process of its own, because workers are forked from this one. None may inherit an open
    connection, nor typst once it has drawn: its threads are not forked with it, and a worker that
    draws a PDF would wait for them for ever.
    """
    apart = multiprocessing.get_context("fork").Process(target=_prepare, args=(app, config))
    apart.start()
    apart.join()
    if apart.exitcode == INTERRUPTED:
        raise SystemExit(INTERRUPTED)
    if apart.exitcode:
        raise CannotStart("The database could not be made ready. What went wrong stands above.")


def _prepare(app: Flask, config: Config) -> None:
    try:
        with app.app_context():
            bring_up_to_date()
            if not config.production:
                for words in (["load", "--if-empty"], ["accounts"]):
                    app.cli.main(["demo", *words], standalone_mode=False)
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


class Master(Arbiter):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's master, whose workers miss no signal.

    One that came between a worker's fork and its readiness to listen was lost, and Ctrl-C took
    half a minute. Now it waits until the worker listens (`post_worker_init`).
    """

    def spawn_worker(self) -> Any:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        try:
            return super().spawn_worker()
        finally:
            listen()


def listen(_: object = None) -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn around an app that is already put together, so that its workers share it."""

    def __init__(self, app: Flask, port: int, *, welcome: str) -> None:
        self.application = app
        self.settings: dict[str, Any] = {
            "bind": f"{HOST}:{port}",
            "worker_class": "gthread",
            "workers": int(os.environ.get("WEB_CONCURRENCY") or 2),
            "threads": 2,  # more give no throughput on two cores, and a longer tail
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 30,
            "max_requests": 5000,
            "max_requests_jitter": 500,
            "umask": 0o077,
            "loglevel": "warning",
            "control_socket_disable": True,
            "post_worker_init": listen,
            "when_ready": lambda _: click.echo(welcome),
        }
        memory = "/dev/shm"  # noqa: S108 - gunicorn makes private files there
        if os.access(memory, os.W_OK | os.X_OK):
            self.settings["worker_tmp_dir"] = memory
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def run(self) -> None:
        Master(self).run()

    def load(self) -> Flask:
        return self.application
