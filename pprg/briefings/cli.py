from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.cli import acting, by_option
from pprg.audit.services import record
from pprg.briefings import products, remaking, services
from pprg.briefings.commands import make_again, released, stale
from pprg.errors import Refused
from pprg.publications.currency import made_by
from pprg.publications.models import Publication, Release
from pprg.publications.queries import content_of, publication_referred_to

briefings_cli = AppGroup("briefings", help="Briefings and slides from learning records.")

made_by(remaking.MAKER)
for command in (stale, make_again, released):
    briefings_cli.add_command(command)

Files = Iterator[tuple[str, bytes]]


@briefings_cli.command("list")
def list_products() -> None:
    """List the products and their formats."""
    for product in products.LISTED:
        formats = " ".join(products.formats_of(product.name))
        click.echo(f"{product.name:<24}{formats:<16}{product.label}. {product.use}")


@briefings_cli.command("make")
@click.argument("reference")
@click.option("--out", required=True, help="The folder to write to; it is made if it is not there.")
@click.option("--product", "name", help="One product only: see `flask briefings list`.")
@click.option("--format", "suffix", help="One format only: docx, pdf, html, pptx or zip.")
@click.option("--draft", is_flag=True, help="The words as they stand, even if there is a release.")
@by_option
def make(reference: str, out: str, name: str | None, suffix: str | None, draft: bool, by: str | None) -> None:
    """Write the files of one review and print where they are.

    Where it is released these are the released files, byte for byte. Otherwise they are drafts, marked
    so on every page; a box for which nobody has chosen yet holds the lines that are offered first.
    """
    actor = acting(by)
    try:
        publication = _publication(reference)
        wanted = _wanted(name, suffix)
        release = None if draft else publication.current
        files = _released(release, wanted) if release else _drafts(publication, wanted)
        written = [_write(Path(out), file_name, content) for file_name, content in files]
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    record("made files of", release or publication, by=actor, files=len(written))
    database.commit()
    for path in written:
        click.echo(path)


def _publication(reference: str) -> Publication:
    found = publication_referred_to(reference.strip())
    if found is None:
        raise Refused(f'There is no learning record "{reference}".')
    return found


def _wanted(name: str | None, suffix: str | None) -> set[tuple[str, str]]:
    """The products and formats asked for, or a refusal that says which there are."""
    some = [one for one in products.LISTED if name in {None, one.name}]
    if not some:
        raise Refused(products.not_there(name or ""))
    suffix = suffix.lower().lstrip(".") if suffix else None
    found = {
        (one.name, form) for one in some for form in products.formats_of(one.name) if suffix in {None, form}
    }
    if not found:
        known = ", ".join(sorted({form for one in some for form in products.formats_of(one.name)}))
        made = f"{some[0].label} is not made" if name else "Nothing is made"
        raise Refused(f'{made} as "{suffix}". Formats: {known}.')
    return found


def _released(release: Release, wanted: set[tuple[str, str]]) -> Files:
    """The very bytes that were looked at and released."""
    for file in release.proof.files:
        if (file.product, file.suffix) in wanted:
            yield file.file_name, content_of(file)


def _drafts(publication: Publication, wanted: set[tuple[str, str]]) -> Files:
    for product in products.LISTED:
        for suffix in products.formats_of(product.name):
            if (product.name, suffix) in wanted:
                made = services.make(publication, product.name, suffix)
                yield made.file_name, made.content


def _write(folder: Path, file_name: str, content: bytes) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / file_name
        path.write_bytes(content)
    except OSError as trouble:
        raise Refused(f"Cannot write to {folder}: {trouble.strerror}.") from None
    return path
