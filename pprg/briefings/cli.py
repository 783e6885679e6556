from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts.cli import acting, by_option
from pprg.audit.services import record
from pprg.briefings import products, remaking, services
from pprg.errors import Refused
from pprg.publications import services as publishing
from pprg.publications.currency import Currency, Stale, currency_of, made_by
from pprg.publications.models import Publication, Release
from pprg.publications.queries import (
    content_of,
    every_publication,
    publication_referred_to,
    released_content,
)

briefings_cli = AppGroup("briefings", help="Briefings and slides from learning records.")

made_by(remaking.MAKER)

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


@briefings_cli.command("stale")
@click.argument("reference", required=False)
def list_stale(reference: str | None) -> None:
    """List what readers have that would be made differently today, since when and because of what.

    Prints nothing where everything is current.
    """
    for publication in _publications(reference):
        found = currency_of(publication)
        for line in _lines(publication, found) if found else ():
            click.echo(line)
    database.commit()


@briefings_cli.command("make-again")
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


@briefings_cli.command("released")
@click.argument("digest")
@by_option
def write_released(digest: str, by: str | None) -> None:
    """Write the bytes once released under the SHA-256 DIGEST to standard output, withdrawn or not.

    flask briefings released DIGEST > file
    """
    content = released_content(digest.strip())
    if content is None:
        raise click.ClickException("Nothing was released under that digest. All sixty-four signs are needed.")
    record("took released bytes", None, by=acting(by), digest=digest.strip()[:12].lower())
    database.commit()
    click.echo(content, nl=False)


def _publications(reference: str | None) -> list[Publication]:
    if reference is None:
        return list(every_publication())
    try:
        return [_publication(reference)]
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None


def _lines(publication: Publication, found: Currency) -> list[str]:
    said = [f"{publication.reference} {found.unknown}"] if found.unknown else []
    return said + [f"{publication.reference} {_told(one)}" for one in found.stale]


def _told(one: Stale) -> str:
    since = f" since {one.since.date().isoformat()}" if one.since else ""
    forms = " ".join(one.suffixes)
    return (
        f"{one.product} ({forms}) out of date{since}, because {'; '.join(why.words for why in one.because)}"
    )


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
