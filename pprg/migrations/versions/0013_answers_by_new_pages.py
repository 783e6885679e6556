"""Answers move to the pages on which the form now asks them.

Why: the essentials are two pages now, and other people are a list of entries instead of lines.
Safe to run while the old code serves: no. It rewrites drafts; stop the old code first.
Going back loses what only the new pages ask, and how other people are described beyond their names.
"""

import json
import secrets
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from pprg.encryption import seal, unseal

revision = "0013"
down_revision = "0012"

Pages = dict[str, dict[str, Any]]

MOVED = (
    ("you", "name", "essentials", "referrer"),
    ("you", "role", "essentials", "role"),
    ("you", "phone", "essentials", "phone"),
    ("you", "email", "essentials", "email"),
    ("ask", "types", "essentials", "types"),
    ("ask", "concerns", "essentials", "concerns"),
    ("ask", "alive", "essentials", "alive"),
    ("person", "name", "essentials", "name"),
    ("person", "born", "essentials", "born"),
    ("person", "age", "essentials", "age"),
    ("person", "died", "essentials", "died"),
    ("person", "told", "happened", "told"),
)
OLD_PAGES = ("you", "ask", "person", "happened", "why")


def upgrade() -> None:
    _rewrite(_forward)
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE referral SET authorised_at = sent_at WHERE sent_at IS NOT NULL"))
    pages = json.dumps(sorted({"essentials", *OLD_PAGES}))
    connection.execute(sa.text("UPDATE referral_sending SET steps = :pages"), {"pages": pages})


def downgrade() -> None:
    _rewrite(_back)


def _rewrite(change: Callable[[Pages], Pages]) -> None:
    """Open, change and seal again the answers of every referral and of everything that was sent."""
    connection = op.get_bind()
    for table in ("referral", "referral_sending"):
        rows = sa.table(table, sa.column("id"), sa.column("answers", sa.LargeBinary))
        for row in connection.execute(sa.select(rows.c.id, rows.c.answers)).all():
            pages = change(json.loads(unseal(bytes(row.answers))))
            sealed = seal(json.dumps(pages, ensure_ascii=False).encode())
            connection.execute(sa.update(rows).where(rows.c.id == row.id).values(answers=sealed))
    _marks(change)


def _marks(change: Callable[[Pages], Pages]) -> None:
    """A page that holds what was written on another counts as written in then."""
    connection = op.get_bind()
    marked = sa.table("referral", sa.column("id"), sa.column("marks", sa.JSON))
    for row in connection.execute(sa.select(marked.c.id, marked.c.marks)).all():
        marks = dict(row.marks)
        if change is _back:
            marks = {page: mark for page, mark in marks.items() if page in OLD_PAGES}
        elif latest := max((marks.get(page, 0) for page in ("you", "ask", "person")), default=0):
            marks["essentials"] = latest
        connection.execute(sa.update(marked).where(marked.c.id == row.id).values(marks=marks))


def _forward(pages: Pages) -> Pages:
    pages = {page: dict(said) for page, said in pages.items()}
    for old_page, old, new_page, new in MOVED:
        if old in pages.get(old_page, {}):
            pages.setdefault(new_page, {})[new] = pages[old_page].pop(old)
    lines = str(pages.get("person", {}).pop("others", "")).splitlines()
    if named := [line.strip() for line in lines if line.strip()]:
        pages["family"] = {"people": [{"id": secrets.token_hex(4), "name": name} for name in named]}
    knew = pages.get("happened", {}).get("council_knew") or {}
    if knew.get("unknown"):
        pages["happened"]["council_told"] = "not_known"
    elif any(knew.get(box) for box in ("day", "month", "year")):
        pages["happened"]["council_told"] = "yes"
    return pages


def _back(pages: Pages) -> Pages:
    pages = {page: dict(said) for page, said in pages.items()}
    for old_page, old, new_page, new in MOVED:
        if new in pages.get(new_page, {}):
            pages.setdefault(old_page, {})[old] = pages[new_page].pop(new)
    people = pages.pop("family", {}).get("people") or []
    if people:
        pages.setdefault("person", {})["others"] = "\n".join(str(row.get("name") or "") for row in people)
    return {page: said for page, said in pages.items() if page in OLD_PAGES}
