import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.cli import acting
from pprg.audit.services import record
from pprg.papers import services

papers_cli = AppGroup("papers", help="Files that were handed in.")


@papers_cli.command("check")
def check() -> None:
    """Open every file and compare it with what was handed in. Run it every week."""
    found = list(services.faults())
    for fault in found:
        click.echo(fault)
    if found:
        click.echo("Put the files back with a restore of a backup (docs/deployment.md).")
        raise click.exceptions.Exit(1)
    click.echo("Every paper has its file, whole.")


@papers_cli.command("tidy")
def tidy() -> None:
    """Take away files of discarded drafts and of sendings that came to nothing. Run it every night."""
    gone = services.tidy()
    if gone:
        record("tidied papers", None, by=acting(None), files=gone)
        database.commit()
    click.echo(f"{gone} files taken away.")
