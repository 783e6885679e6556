import click
from flask.cli import AppGroup

from pprg.meetings import queries

meetings_cli = AppGroup("meetings", help="Look after meetings and decisions.")


@meetings_cli.command("check-signed")
def check_signed() -> None:
    """Say which signed decisions no longer read as they were signed. Quiet if all do."""
    changed = [decision for decision in queries.signed_decisions() if decision.digest != decision.digest_now]
    for decision in changed:
        click.echo(f"{decision.case.reference}  {decision.route}  signed {decision.signed_at:%Y-%m-%d %H:%M}")
    if changed:
        raise SystemExit(1)
