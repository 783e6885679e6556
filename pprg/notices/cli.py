import click
from flask import current_app
from flask.cli import AppGroup

from pprg import database
from pprg.notices import services
from pprg.notices.post import Post

notices_cli = AppGroup("notices", help="The outbox.")


@notices_cli.command("send")
def send() -> None:
    """Send what waits in the outbox. Run it every minute or two."""
    config = current_app.config["PPRG"]
    if not config.smtp_url:
        click.echo("Nothing sent: PPRG_SMTP_URL is not set.")
        return
    site = config.base_url.rstrip("/")
    post = Post(url=config.smtp_url, sender=config.mail_from, site=site)
    sent, failed = services.send_waiting(post, commit=database.commit)
    click.echo(f"{sent} sent, {failed} to be tried again.")
