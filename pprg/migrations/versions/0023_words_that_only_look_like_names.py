"""What looks like a name in minutes and is none stays there, for a reason.

Why: the vault of a case knows Rose as a name, and the group met in the Rose Room.
Safe to run while the old code serves: yes, it adds an empty column that the old code does not read.
Going back loses the reasons given; the words are asked about again.
"""

import sqlalchemy as sa
from alembic import op

import pprg.encryption

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    with op.batch_alter_table("minute", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stays", pprg.encryption.Sealed(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("minute", schema=None) as batch_op:
        batch_op.drop_column("stays")
