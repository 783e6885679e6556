"""What stands beside a referral: documents, questions before it is sent, and where a death is told elsewhere.

Why: files come with a referral, and people ask before they write one.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "case_elsewhere",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "scheme",
            sa.Enum(
                "the council’s safeguarding front door",
                "the partnership of another area",
                "LeDeR",
                "the child death review",
                "the agency’s complaints process",
                "a review by one agency",
                "another process",
                name="known_scheme",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_by", pprg.encryption.Sealed(), nullable=False),
        sa.Column("their_reference", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_case_elsewhere_case_id_case_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_elsewhere")),
        sa.UniqueConstraint("case_id", "scheme", name=op.f("uq_case_elsewhere_case_id")),
    )
    with op.batch_alter_table("case_elsewhere", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_elsewhere_case_id"), ["case_id"], unique=False)
    op.create_table(
        "referral_advice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("answer", pprg.encryption.Sealed(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name=op.f("fk_referral_advice_answered_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["account.id"], name=op.f("fk_referral_advice_asked_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_advice")),
    )
    with op.batch_alter_table("referral_advice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_advice_asked_by_id"), ["asked_by_id"], unique=False)
    op.create_table(
        "referral_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("paper_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "chronology",
                "agency report or 72-hour report",
                "record of a section 42 or section 47 enquiry",
                "serious incident notification",
                "prevention of future deaths report",
                "care plan",
                "body map",
                "other",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("description", pprg.encryption.Sealed(), nullable=False),
        sa.Column("third_party", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("removed_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_referral_document_by_id_account")),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name=op.f("fk_referral_document_paper_id_paper")),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_document_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_document")),
    )
    with op.batch_alter_table("referral_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_document_referral_id"), ["referral_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("referral_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_document_referral_id"))
    op.drop_table("referral_document")
    with op.batch_alter_table("referral_advice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_advice_asked_by_id"))
    op.drop_table("referral_advice")
    with op.batch_alter_table("case_elsewhere", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_elsewhere_case_id"))
    op.drop_table("case_elsewhere")
