import json
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.models import Account
from pprg.accounts.queries import demo_accounts
from pprg.accounts.states import DEMO_PASSWORD
from pprg.demo import partnership

demo_cli = AppGroup("demo", help="The made-up partnership.")


@demo_cli.command("load")
@click.option("--if-empty", is_flag=True, help="Do nothing, quietly, where there are accounts already.")
def load(if_empty: bool) -> None:
    """Fill an empty database with a made-up county, its cases and its learning."""
    if current_app.config["PPRG"].production:
        raise click.ClickException("The demo is not for production: its password is known to everybody.")
    if database.db.session.query(Account).first() is not None:
        if if_empty:
            return
        raise click.ClickException("There are accounts already. The demo goes into an empty database only.")
    partnership.load()
    database.commit()
    click.echo("The demo is loaded.")


@demo_cli.command("accounts")
@click.option("--json", "as_json", is_flag=True, help="Print them for a program to read.")
def accounts(as_json: bool) -> None:
    """Print who can sign in to the demo."""
    rows = [_row(account) for account in demo_accounts()]
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    elif rows:
        click.echo(f"Sign in as any of these, with the password: {DEMO_PASSWORD}")
        for row in rows:
            click.echo(f"  {row['user']:32} {row['role']:24} {row['agency']}")


def _row(account: Account) -> dict[str, Any]:
    return {
        "user": account.email,
        "password": DEMO_PASSWORD,
        "role": ", ".join(sorted(account.roles)),
        "agency": account.agency_name,
    }
