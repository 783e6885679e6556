"""What is out of date, making it again, and finding what was released, from a terminal."""

from __future__ import annotations

import click

from pprg import database
from pprg.accounts.cli import acting, by_option
from pprg.audit.services import record
from pprg.errors import Refused
from pprg.publications import queries
from pprg.publications import services as publishing
from pprg.publications.currency import Currency, Stale, currency_of
from pprg.publications.models import Publication


@click.command("stale")
@click.argument("reference", required=False)
def stale(reference: str | None) -> None:
    """List what readers have that would be made differently today, since when and because of what.

    Prints nothing where everything is current.
    """
    for publication in _publications(reference):
        found = currency_of(publication)
        for line in _lines(publication, found) if found else ():
            click.echo(line)
    database.commit()


@click.command("make-again")
@click.argument("reference", required=False)
@click.option("--product", "names", multiple=True, help="One product only; may be given several times.")
@by_option
def make_again(reference: str | None, names: tuple[str, ...], by: str | None) -> None:
    """Make released words again where templates or labels changed: of REFERENCE, or of all records.

    The files wait for one coordinator, who compares them with the released ones and lets them out.
    """
    actor = acting(by)
    for publication in _publications(reference):
        found = currency_of(publication)
        if not reference and not (found and found.looks):
            continue
        try:
            proof = publishing.renew(publication, names, by=actor)
        except Refused as refusal:
            if reference:
                raise click.ClickException(str(refusal)) from None
            click.echo(f"{publication.reference}: {refusal}", err=True)
            continue
        click.echo(f"{publication.reference} version {proof.number} waits for a coordinator to compare it.")
    database.commit()


@click.command("released")
@click.argument("digest")
@by_option
def released(digest: str, by: str | None) -> None:
    """Write the bytes once released under the SHA-256 DIGEST to standard output, withdrawn or not.

    flask briefings released DIGEST > file
    """
    content = queries.released_content(digest.strip())
    if content is None:
        raise click.ClickException("Nothing was released under that digest. All sixty-four signs are needed.")
    record("took released bytes", None, by=acting(by), digest=digest.strip()[:12].lower())
    database.commit()
    click.echo(content, nl=False)


def _publications(reference: str | None) -> list[Publication]:
    if reference is None:
        return list(queries.every_publication())
    found = queries.publication_referred_to(reference.strip())
    if found is None:
        raise click.ClickException(f'There is no learning record "{reference}".')
    return [found]


def _lines(publication: Publication, found: Currency) -> list[str]:
    said = [f"{publication.reference} {found.unknown}"] if found.unknown else []
    return said + [f"{publication.reference} {_of(one)}" for one in found.stale]


def _of(one: Stale) -> str:
    since = f" since {one.since.date().isoformat()}" if one.since else ""
    forms = " ".join(one.suffixes)
    return (
        f"{one.product} ({forms}) out of date{since}, because {'; '.join(why.words for why in one.because)}"
    )
