"""The way out of the building: one SMTP connection, given by its address."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

PATIENCE = 20  # seconds; a mail server that says nothing holds up only the outbox


@dataclass(frozen=True, kw_only=True)
class Post:
    """`url` is smtp://host:port or smtp+starttls://user:password@host:port."""

    url: str
    sender: str
    site: str = ""
    """Where links in mails begin: https://reviews.example.org."""

    def send(self, mail: EmailMessage) -> None:
        where = urlsplit(self.url)
        with smtplib.SMTP(where.hostname or "localhost", where.port or 25, timeout=PATIENCE) as server:
            if where.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            if where.username:
                server.login(unquote(where.username), unquote(where.password or ""))
            server.send_message(mail)
