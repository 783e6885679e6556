"""Why a clock stopped, half a day typed into a scope, and what stood around the words of a letter.

Why: a clock whose review was discontinued read as done; half a date was lost; a letter showed a later head.
Safe to run while the old code serves: yes, it adds empty columns that the old code does not read.
Going back loses all three: such clocks read as done, half days are gone, a letter shows the head of today.
"""

import sqlalchemy as sa
from alembic import op

import pprg.encryption

revision = "0024"
down_revision = "0023"

ENDED = (
    "the review was discontinued",
    "the duty was taken from its review",
    "the decision was amended",
    "the referral was sent another way",
    "the referral was withdrawn",
)


def upgrade() -> None:
    ended = sa.Enum(*ENDED, name="known_end", native_enum=False, create_constraint=True, length=80)
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.add_column(sa.Column("stopped_because", ended, nullable=True))
    with op.batch_alter_table("review_scope", schema=None) as batch_op:
        batch_op.add_column(sa.Column("half_days", pprg.encryption.Sealed(), nullable=True))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("head_as_sent", pprg.encryption.Sealed(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_column("head_as_sent")
    with op.batch_alter_table("review_scope", schema=None) as batch_op:
        batch_op.drop_column("half_days")
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.drop_constraint(op.f("ck_running_clock_known_end"), type_="check")
        batch_op.drop_column("stopped_because")
