import json
from pathlib import Path

import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.services import command_line
from pprg.errors import Mistaken
from pprg.guidance.triage import casebook
from pprg.guidance.triage.grid import weigh
from pprg.referrals import queries, reading, services

referrals_cli = AppGroup("referrals", help="Referrals that were sent.")


@referrals_cli.command("check-receipts")
def check_receipts() -> None:
    """Compare the words of every referral with the receipt its sender was given."""
    sendings = queries.sendings_of_all()
    changed = [one for one in sendings if reading.receipt_of(one.text) != one.receipt]
    for one in changed:
        click.echo(
            f"{one.referral.reference}, sent {one.sent_at:%Y-%m-%d %H:%M} UTC: these are not the words sent."
        )
    if changed:
        raise click.exceptions.Exit(1)
    click.echo(f"All {len(sendings)} receipts agree with the words.")


@referrals_cli.command("tidy")
def tidy() -> None:
    """Remind the writers of idle drafts, and delete those that stayed idle for 90 days."""
    reminded, deleted = services.tidy_drafts(by=command_line())
    database.commit()
    click.echo(f"Reminded: {reminded}. Deleted: {deleted}.")


@referrals_cli.command("triage")
@click.argument("file", type=click.Path(path_type=Path))
def triage(file: Path) -> None:
    """Weigh every door for the cases in FILE, and print {ID: grid} as JSON.

    It is the engine under the triage page. It advises: people decide. FILE is read and nothing is kept.
    """
    try:
        written = file.read_bytes()
        cases = casebook.cases_from(written)
    except OSError as refused:
        raise click.ClickException(f"{file} cannot be read: {refused.strerror}.") from None
    except Mistaken as mistaken:
        for where, sentence in mistaken.mistakes:
            click.echo(f"{where}: {sentence}", err=True)
        raise click.ClickException("Nothing was weighed.") from None
    for name, extra in casebook.left_out(written):
        click.echo(f"{name}: “{extra}” is no fact that triage reads; it was left out.", err=True)
    grids = {name: weigh(facts).as_json() for name, facts in cases.items()}
    click.echo(json.dumps(grids, indent=2))
