import json
from pathlib import Path

import click
from flask.cli import AppGroup

from pprg import database
from pprg.errors import Mistaken
from pprg.people import queries, services
from pprg.people.matching.pairs import read_pairs
from pprg.people.matching.weighing import compare

people_cli = AppGroup("people", help="People that cases are about.")


@people_cli.command("index")
def index() -> None:
    """Make anew what people are found by: once after an upgrade, and when the data key has changed."""
    count = services.index_people(queries.everybody())
    database.commit()
    click.echo(f"{count} {'person is' if count == 1 else 'people are'} indexed.")


@people_cli.command("match")
@click.argument("file", type=click.Path(path_type=Path))
def match(file: Path) -> None:
    """Say of each pair of records in FILE whether it is one person, how likely, and why."""
    try:
        pairs = read_pairs(file.read_bytes())
    except OSError as refused:
        raise click.ClickException(f"{file} cannot be read: {refused.strerror}.") from None
    except Mistaken as mistaken:
        for where, sentence in mistaken.mistakes:
            click.echo(f"{where}: {sentence}", err=True)
        raise click.ClickException("Nothing was compared.") from None
    weighed = {name: compare(a, b) for name, (a, b) in pairs.items()}
    answers = {
        name: {"same": likeness.same, "score": likeness.score, "reasons": likeness.sentences}
        for name, likeness in weighed.items()
    }
    click.echo(json.dumps(answers, ensure_ascii=False, indent=1))
