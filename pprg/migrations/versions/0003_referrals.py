"""What agencies ask the group to look at.

Why: a referral is written before there is a case, and its words as sent are kept for good.
Safe to run while the old code serves: there is none yet.
Going back loses these tables and everything in them.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "received",
                "returned for more information",
                "on an agenda",
                "decided",
                "withdrawn",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("answers", pprg.encryption.Sealed(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("outcome", pprg.encryption.Sealed(), nullable=False),
        sa.Column("decided_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("withdrawn_because", pprg.encryption.Sealed(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_referral_agency_id_agency")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_referral_case_id_case_file")),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_referral_owner_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_agency_id"), ["agency_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_state"), ["state"], unique=False)
    op.create_table(
        "referral_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["account.id"], name=op.f("fk_referral_question_asked_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_question_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_question")),
    )
    with op.batch_alter_table("referral_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_question_referral_id"), ["referral_id"], unique=False)
    op.create_table(
        "referral_sending",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.Column("answers", pprg.encryption.Sealed(), nullable=False),
        sa.Column("text", pprg.encryption.Sealed(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_sending_referral_id_referral")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["account.id"], name=op.f("fk_referral_sending_sent_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_sending")),
    )
    with op.batch_alter_table("referral_sending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_sending_referral_id"), ["referral_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("referral_sending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_sending_referral_id"))
    op.drop_table("referral_sending")
    with op.batch_alter_table("referral_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_question_referral_id"))
    op.drop_table("referral_question")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_state"))
        batch_op.drop_index(batch_op.f("ix_referral_owner_id"))
        batch_op.drop_index(batch_op.f("ix_referral_case_id"))
        batch_op.drop_index(batch_op.f("ix_referral_agency_id"))
    op.drop_table("referral")
