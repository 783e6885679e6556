"""Cases, who may know of them, and the vault of who they are about.

Why: every other room asks a case who may know; identities stand apart and sealed from the first row on.
Safe to run while the old code serves: there is none yet.
Going back loses these tables and everything in them.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_file_reference")),
    )
    op.create_table(
        "case_reference_count",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_reference_count")),
        sa.UniqueConstraint("year", name=op.f("uq_case_reference_count_year")),
    )
    op.create_table(
        "case_secret",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "member of staff",
                "place",
                "exact date",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_secret_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_secret")),
    )
    with op.batch_alter_table("case_secret", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_secret_case_id"), ["case_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("subject", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_person_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_case_id"), ["case_id"], unique=False)
    op.create_table(
        "case_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "made the referral",
                "leads safeguarding at the referring agency",
                "sits at the meeting",
                "coordinates",
                "chairs",
                "decides for a legal owner",
                "writes the review",
                name="known_part",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_case_member_account_id_account")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_member_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_member")),
        sa.UniqueConstraint("case_id", "account_id", "part", name=op.f("uq_case_member_case_id")),
    )
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_member_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_member_case_id"), ["case_id"], unique=False)
    op.create_table(
        "case_stepping_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_case_stepping_out_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_case_stepping_out_case_id_case_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_stepping_out")),
        sa.UniqueConstraint("case_id", "account_id", name=op.f("uq_case_stepping_out_case_id")),
    )
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_stepping_out_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_stepping_out_case_id"), ["case_id"], unique=False)
    op.create_table(
        "person_identity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("names", pprg.encryption.Sealed(), nullable=False),
        sa.Column("born", pprg.encryption.Sealed(), nullable=True),
        sa.Column("died", pprg.encryption.Sealed(), nullable=True),
        sa.Column("nhs_number", pprg.encryption.Sealed(), nullable=True),
        sa.Column("nhs_index", sa.String(), nullable=True),
        sa.Column("addresses", pprg.encryption.Sealed(), nullable=False),
        sa.Column("postcodes", pprg.encryption.Sealed(), nullable=False),
        sa.Column("workplaces", pprg.encryption.Sealed(), nullable=False),
        sa.Column("other", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_identity_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_identity")),
        sa.UniqueConstraint("person_id", name=op.f("uq_person_identity_person_id")),
    )
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_identity_nhs_index"), ["nhs_index"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_identity_nhs_index"))
    op.drop_table("person_identity")
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_stepping_out_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_stepping_out_account_id"))
    op.drop_table("case_stepping_out")
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_member_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_member_account_id"))
    op.drop_table("case_member")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_case_id"))
    op.drop_table("person")
    with op.batch_alter_table("case_secret", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_secret_case_id"))
    op.drop_table("case_secret")
    op.drop_table("case_reference_count")
    op.drop_table("case_file")
