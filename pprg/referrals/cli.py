import click
from flask.cli import AppGroup

from pprg.referrals import queries, reading

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
