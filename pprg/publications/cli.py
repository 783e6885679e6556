from pathlib import Path

import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.cli import acting, by_option
from pprg.errors import Mistaken, Refused
from pprg.publications import services

publications_cli = AppGroup("publications", help="What may be said outside about a review.")


@publications_cli.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
@click.option("--replace", is_flag=True, help="Put these words in the place of others with this reference.")
@by_option
def import_record(file: Path, replace: bool, by: str | None) -> None:
    """Take in a review's learning record from FILE, as a draft that no reader sees.

    What is restricted goes into the vault of the case. Prints what is wrong field by field, or the
    reference as its last word.
    """
    try:
        publication = services.import_record(file.read_bytes(), by=acting(by), replace=replace)
    except Mistaken as mistaken:
        for where, sentence in mistaken.mistakes:
            click.echo(f"{where}: {sentence}", err=True)
        raise click.ClickException("Nothing was imported.") from None
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    database.commit()
    case = publication.review.case.reference
    click.echo(f"Kept with the concluded review in case {case}, {publication.state}: {publication.reference}")
