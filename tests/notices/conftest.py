"""A real mail server on this machine, that keeps what it is given."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller

from pprg.notices.post import Post
from tests.program import free_port


class Letterbox:
    post: Post

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.raw: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the mail server's own name
        self.raw.append(envelope.content)
        self.mails.append(cast("EmailMessage", message_from_bytes(envelope.content, policy=default)))
        return "250 Kept"


@pytest.fixture
def letterbox() -> Iterator[Letterbox]:
    box = Letterbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    box.post = Post(url=f"smtp://127.0.0.1:{server.port}", sender="no-reply@example.org")
    yield box
    server.stop()
