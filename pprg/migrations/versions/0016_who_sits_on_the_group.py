"""Who sits on the group, how many it takes to decide, and how a case is opened again to somebody.

Why: a decision has to show whether the group could decide; nobody opens a case to themselves.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "case_stepping_back",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_case_stepping_back_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name=op.f("fk_case_stepping_back_answered_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_case_stepping_back_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["account.id"], name=op.f("fk_case_stepping_back_proposed_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_stepping_back")),
    )
    with op.batch_alter_table("case_stepping_back", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_stepping_back_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_stepping_back_case_id"), ["case_id"], unique=False)
    op.create_table(
        "core_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum(
                "chair",
                "deputy chair",
                "core member",
                "deputy",
                "co-opted",
                "adviser",
                "observer",
                "takes the minutes",
                name="known_capacity",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column(
            "voice",
            sa.Enum(
                "the council’s adult social care",
                "the council’s children’s services",
                "the integrated care board",
                "the police",
                "the Community Safety Partnership",
                "probation",
                name="known_voice",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("deputy_id", sa.Uuid(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_core_member_account_id_account")
        ),
        sa.ForeignKeyConstraint(["deputy_id"], ["account.id"], name=op.f("fk_core_member_deputy_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_core_member")),
    )
    with op.batch_alter_table("core_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_core_member_account_id"), ["account_id"], unique=False)
    op.create_table(
        "quorum_setting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column(
            "route",
            sa.Enum(
                "sar",
                "child",
                "dhr",
                "learning",
                name="known_route",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("core_share", sa.Integer(), nullable=False),
        sa.Column("set_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["account.id"], name=op.f("fk_quorum_setting_set_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quorum_setting")),
        sa.UniqueConstraint("route", "valid_from", name=op.f("uq_quorum_setting_route")),
    )


def downgrade() -> None:
    op.drop_table("quorum_setting")
    with op.batch_alter_table("core_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_core_member_account_id"))
    op.drop_table("core_member")
    with op.batch_alter_table("case_stepping_back", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_stepping_back_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_stepping_back_account_id"))
    op.drop_table("case_stepping_back")
