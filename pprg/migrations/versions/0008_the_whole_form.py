"""The whole referral form (being built).

Why: the whole form and triage.
Safe to run while the old code serves: it adds only.
Going back loses what only the new tables hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("awaited", sa.Boolean(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("opens_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("joined_to_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_file_joined_to_id"), ["joined_to_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_case_file_joined_to_id_case_file"), "case_file", ["joined_to_id"], ["id"]
        )

    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quiet", sa.Boolean(), server_default=sa.text("0"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.drop_column("quiet")

    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_file_joined_to_id_case_file"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_case_file_joined_to_id"))
        batch_op.drop_column("joined_to_id")
        batch_op.drop_column("opens_at")
        batch_op.drop_column("awaited")
