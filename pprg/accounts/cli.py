from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup

from pprg import database
from pprg.accounts import queries, services
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.agencies.queries import agency_called
from pprg.agencies.services import welcome_agency
from pprg.agencies.states import Kind, LegalOwner
from pprg.errors import Refused

accounts_cli = AppGroup("accounts", help="People who sign in.")


def acting(email: str | None) -> Account:
    """The account a command acts for: the one named with --by, else the command line's own."""
    if email is None:
        return services.command_line()
    account = queries.account_with_email(email)
    if account is None or not account.active:
        raise click.ClickException(f"There is no account {email}.")
    return account


@contextmanager
def in_words() -> Iterator[None]:
    """A refusal ends the command with its sentence."""
    try:
        yield
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None


by_option = click.option("--by", metavar="EMAIL", help="Whose act this is; else the command line's.")


@accounts_cli.command("invite")
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice([role.value for role in Role]), required=True
)
@click.option("--agency", help="The name of their agency.")
@click.option(
    "--owner",
    type=click.Choice([owner.value for owner in LegalOwner]),
    help="Whom a decision-maker signs for.",
)
@by_option
def invite(
    email: str, name: str, roles: list[str], agency: str | None, owner: str | None, by: str | None
) -> None:
    """Open an account and print the code with which its owner chooses a password."""
    works_at = agency_called(agency) if agency else None
    if agency and works_at is None:
        raise click.ClickException(f'There is no agency "{agency}".')
    actor = acting(by)
    with in_words():
        account = services.open_account(email=email, name=name, agency=works_at, by=actor)
        for role in roles:
            services.appoint(account, Role(role), by=actor, owner=LegalOwner(owner) if owner else None)
        code = services.invite(account, by=actor)
    database.commit()
    click.echo(f"{email} may choose a password at /invitation within 72 hours with the code {code}")


@accounts_cli.command("welcome-agency")
@click.argument("name")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), required=True)
@by_option
def welcome(name: str, kind: str, by: str | None) -> None:
    """Add an organisation to those round the table, so that people can be invited for it."""
    if agency_called(name):
        raise click.ClickException(f'"{name}" is there already.')
    welcome_agency(name=name, kind=Kind(kind), by=acting(by))
    database.commit()
    click.echo(f"{name} is welcome.")


@accounts_cli.command("renew")
@click.argument("email")
@by_option
def renew(email: str, by: str | None) -> None:
    """Print a code with which somebody who forgot their password chooses a new one."""
    actor, account = acting(by), acting(email)
    with in_words():
        code = services.invite(account, by=actor)
    database.commit()
    click.echo(f"{email} may choose a password at /invitation within 72 hours with the code {code}")


@accounts_cli.command("close")
@click.argument("email")
@by_option
def close(email: str, by: str | None) -> None:
    """Close the account of somebody who has left; every browser is signed out at once."""
    actor, account = acting(by), acting(email)
    with in_words():
        services.close_account(account, by=actor)
    database.commit()
    click.echo(f"The account {email} is closed.")
