"""What agencies are asked to tell about a case, and what they return.

Why: agencies were asked by e-mail, and nobody saw who had answered.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "asking",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum(
                "Care Act 2014 section 45",
                "Children Act 2004 section 16H",
                "Domestic Violence, Crime and Victims Act 2004 section 9",
                "UK GDPR Article 6(1)(e): a task in the public interest",
                name="known_basis",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("identifiers", pprg.encryption.Sealed(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("questions", pprg.encryption.Sealed(), nullable=False),
        sa.Column("rapid", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_asking_by_id_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_asking_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asking")),
    )
    with op.batch_alter_table("asking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asking_case_id"), ["case_id"], unique=False)
    op.create_table(
        "info_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("asking_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "opened",
                "nothing known",
                "returned",
                "withdrawn",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("opened_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("answers", pprg.encryption.Sealed(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("returns", pprg.encryption.Sealed(), nullable=False),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("returned_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("returned_by_id", sa.Uuid(), nullable=True),
        sa.Column("authorised_by", pprg.encryption.Sealed(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("asks_again", pprg.encryption.Sealed(), nullable=False),
        sa.Column("held_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_info_request_agency_id_agency")),
        sa.ForeignKeyConstraint(["asking_id"], ["asking.id"], name=op.f("fk_info_request_asking_id_asking")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_info_request_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(
            ["returned_by_id"], ["account.id"], name=op.f("fk_info_request_returned_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_request")),
        sa.UniqueConstraint("asking_id", "agency_id", name=op.f("uq_info_request_asking_id")),
    )
    with op.batch_alter_table("info_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_info_request_agency_id"), ["agency_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_info_request_asking_id"), ["asking_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_info_request_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_info_request_state"), ["state"], unique=False)
    op.create_table(
        "info_request_chase",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_info_request_chase_by_id_account")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_request_chase_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_request_chase")),
    )
    with op.batch_alter_table("info_request_chase", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_info_request_chase_request_id"), ["request_id"], unique=False)
    op.create_table(
        "info_request_writer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_info_request_writer_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_request_writer_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_request_writer")),
        sa.UniqueConstraint("request_id", "account_id", name=op.f("uq_info_request_writer_request_id")),
    )
    with op.batch_alter_table("info_request_writer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_info_request_writer_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_info_request_writer_request_id"), ["request_id"], unique=False)
    op.create_table(
        "returned_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("paper_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("description", pprg.encryption.Sealed(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("removed_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_returned_file_by_id_account")),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name=op.f("fk_returned_file_paper_id_paper")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_returned_file_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_file")),
    )
    with op.batch_alter_table("returned_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_returned_file_request_id"), ["request_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("returned_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_returned_file_request_id"))
    op.drop_table("returned_file")
    with op.batch_alter_table("info_request_writer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_info_request_writer_request_id"))
        batch_op.drop_index(batch_op.f("ix_info_request_writer_account_id"))
    op.drop_table("info_request_writer")
    with op.batch_alter_table("info_request_chase", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_info_request_chase_request_id"))
    op.drop_table("info_request_chase")
    with op.batch_alter_table("info_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_info_request_state"))
        batch_op.drop_index(batch_op.f("ix_info_request_case_id"))
        batch_op.drop_index(batch_op.f("ix_info_request_asking_id"))
        batch_op.drop_index(batch_op.f("ix_info_request_agency_id"))
    op.drop_table("info_request")
    with op.batch_alter_table("asking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_asking_case_id"))
    op.drop_table("asking")
