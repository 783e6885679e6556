"""One person, one case: who is known already, which cases are one, who is quietly kept out.

Why: one death was referred three times on three forms, and nobody saw it.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "person_key",
        sa.Column("digest", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_key_person_id_person")),
        sa.PrimaryKeyConstraint("digest", "person_id", name=op.f("pk_person_key")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("person_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_key_person_id"), ["person_id"], unique=False)
    op.create_table(
        "person_match",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "possible",
                "same person, another matter",
                "same person, same matter",
                "not the same person",
                name="known_match_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_person_match_other_id_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_match_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_match")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_person_match_person_id")),
    )
    with op.batch_alter_table("person_match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_match_other_id"), ["other_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_match_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_match_state"), ["state"], unique=False)
    op.create_table(
        "staff_match",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "kept out", "let in", name="known_kept", native_enum=False, create_constraint=True, length=80
            ),
            nullable=False,
        ),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_staff_match_account_id_account")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_staff_match_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["account.id"], name=op.f("fk_staff_match_decided_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_match")),
        sa.UniqueConstraint("case_id", "account_id", name=op.f("uq_staff_match_case_id")),
    )
    with op.batch_alter_table("staff_match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_match_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_match_case_id"), ["case_id"], unique=False)
    op.create_table(
        "person_match_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("match_id", sa.Uuid(), nullable=False),
        sa.Column(
            "event",
            sa.Enum(
                "link",
                "join",
                "dismiss",
                "undo",
                name="known_match_event",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["account.id"], name=op.f("fk_person_match_decision_decided_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["match_id"], ["person_match.id"], name=op.f("fk_person_match_decision_match_id_person_match")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_match_decision")),
    )
    with op.batch_alter_table("person_match_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_match_decision_match_id"), ["match_id"], unique=False)
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("awaited", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("opens_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("joined_to_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_file_joined_to_id"), ["joined_to_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_case_file_joined_to_id_case_file"), "case_file", ["joined_to_id"], ["id"]
        )
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("through_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_case_member_through_id_case_file"), "case_file", ["through_id"], ["id"]
        )
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quiet", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sex", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("phones", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("sketch", pprg.encryption.Sealed(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.drop_column("sketch")
        batch_op.drop_column("phones")
        batch_op.drop_column("sex")
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.drop_column("quiet")
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_member_through_id_case_file"), type_="foreignkey")
        batch_op.drop_column("through_id")
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_file_joined_to_id_case_file"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_case_file_joined_to_id"))
        batch_op.drop_column("joined_to_id")
        batch_op.drop_column("opens_at")
        batch_op.drop_column("awaited")
    with op.batch_alter_table("person_match_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_match_decision_match_id"))
    op.drop_table("person_match_decision")
    with op.batch_alter_table("staff_match", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_match_case_id"))
        batch_op.drop_index(batch_op.f("ix_staff_match_account_id"))
    op.drop_table("staff_match")
    with op.batch_alter_table("person_match", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_match_state"))
        batch_op.drop_index(batch_op.f("ix_person_match_person_id"))
        batch_op.drop_index(batch_op.f("ix_person_match_other_id"))
    op.drop_table("person_match")
    with op.batch_alter_table("person_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_key_person_id"))
    op.drop_table("person_key")
