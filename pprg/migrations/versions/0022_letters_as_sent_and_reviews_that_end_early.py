"""The very files of a letter that was sent, and reviews that end before a report.

Why: a letter drawn anew would carry a later letterhead; a decision to review can be amended to none.
Safe to run while the old code serves: yes, it adds empty columns; the old code does not know the new word.
Going back loses the files as sent and why reviews were discontinued; such reviews become commissioned again.
"""

import sqlalchemy as sa
from alembic import op

import pprg.encryption

revision = "0022"
down_revision = "0021"

BEFORE = ("commissioned", "under way", "concluded")
STATES = (*BEFORE, "discontinued")


def _known(words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name="known_state", native_enum=False, create_constraint=True, length=80)


def upgrade() -> None:
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("docx_as_sent", pprg.encryption.SealedBytes(), nullable=True))
        batch_op.add_column(sa.Column("pdf_as_sent", pprg.encryption.SealedBytes(), nullable=True))
    with op.batch_alter_table("review", recreate="auto") as batch_op:
        batch_op.add_column(sa.Column("discontinued_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("discontinued_because", pprg.encryption.Sealed(), nullable=True))
        batch_op.alter_column(
            "state", existing_type=_known(BEFORE), type_=_known(STATES), existing_nullable=False
        )


def downgrade() -> None:
    op.execute("UPDATE review SET state = 'commissioned' WHERE state = 'discontinued'")
    with op.batch_alter_table("review", recreate="auto") as batch_op:
        batch_op.alter_column(
            "state", existing_type=_known(STATES), type_=_known(BEFORE), existing_nullable=False
        )
        batch_op.drop_column("discontinued_because")
        batch_op.drop_column("discontinued_on")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_column("pdf_as_sent")
        batch_op.drop_column("docx_as_sent")
