"""The intranet of a Partnership Practice Review Group: `create_app` is the list of its rooms."""

import os
from importlib import import_module

from flask import Flask
from flask.cli import with_appcontext
from flask_migrate import Migrate

from pprg import database, encryption
from pprg.accounts import passwords
from pprg.accounts.queries import account_signed_in
from pprg.audit.services import record_denial
from pprg.backups import backup_command, restore_command
from pprg.config import CHECKOUT, Config
from pprg.demo.absence import refuse_demo_accounts
from pprg.guidance import clocks
from pprg.migrations import database_cli, make_tables_if_there_are_none
from pprg.web import guard, setting

ROOMS = [
    "audit", "notices", "agencies", "accounts", "guidance", "papers", "cases", "people", "requests",
    "referrals", "reviews", "publications", "meetings", "briefings", "learning", "home", "demo",
]  # fmt: skip


def create_app(config: Config | None = None) -> Flask:
    """Put the house together: plumbing first, then each room's pages and commands."""
    config = config or Config.from_environment(os.environ)
    app = Flask("pprg", root_path=str(CHECKOUT), static_folder="static", template_folder="templates")
    app.config["PPRG"] = config
    app.json.sort_keys = False  # type: ignore[attr-defined]
    encryption.use_keys(*config.data_keys)
    passwords.use_costs(rounds=config.password_rounds, memory_kib=config.password_memory_kib)
    clocks.count_rapid_reviews_from(config.rapid_review_from)
    database.init_app(app, config.database_url)
    Migrate(app, database.db, directory=str(CHECKOUT / "pprg" / "migrations"), render_as_batch=True)
    setting.init_app(app, config, who=account_signed_in, denied=record_denial)
    for command in (database_cli, backup_command, restore_command):
        app.cli.add_command(command)
    for room in ROOMS:
        _furnish(app, room)
    guard.check_every_view(app)
    if config.production:
        refuse_demo_accounts(app)
    return app


def _furnish(app: Flask, room: str) -> None:
    """Bring in what the room has: tables, pages under `bp`, commands under `<room>_cli`."""
    for part in ("models", "views", "cli"):
        place = CHECKOUT / "pprg" / room / part
        if not (place / "__init__.py").exists() and not place.with_suffix(".py").exists():
            continue
        module = import_module(f"pprg.{room}.{part}")
        if part == "views":
            app.register_blueprint(module.bp)
        if part == "cli":
            commands = getattr(module, f"{room}_cli")
            commands.callback = with_appcontext(make_tables_if_there_are_none)
            app.cli.add_command(commands)
