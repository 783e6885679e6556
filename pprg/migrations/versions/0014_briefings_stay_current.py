"""What is said of a briefing while it is written, and what every file was made from.

Why: files must say when they are out of date, and an author what was left out knowingly.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "first_noticed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_noticed")),
        sa.UniqueConstraint("key", name=op.f("uq_first_noticed_key")),
    )
    op.create_table(
        "box_comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column(
            "box",
            sa.Enum(
                "person",
                "why",
                "happened",
                "learned",
                "worked",
                "do_now",
                "talk",
                name="known_box",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("settled_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_box_comment_by_id_account")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_box_comment_publication_id_publication")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["account.id"], name=op.f("fk_box_comment_settled_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_box_comment")),
    )
    with op.batch_alter_table("box_comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_box_comment_publication_id"), ["publication_id"], unique=False)
    op.create_table(
        "family_agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_family_agreement_by_id_account")),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_family_agreement_publication_id_publication"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_agreement")),
    )
    with op.batch_alter_table("family_agreement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_family_agreement_publication_id"), ["publication_id"], unique=False
        )
    op.create_table(
        "left_out_knowingly",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_left_out_knowingly_by_id_account")),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_left_out_knowingly_publication_id_publication"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_left_out_knowingly")),
        sa.UniqueConstraint("publication_id", name=op.f("uq_left_out_knowingly_publication_id")),
    )
    op.create_table(
        "made_edition",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "all",
                "adult_social_care",
                "childrens_social_care",
                "health",
                "primary_care",
                "police",
                "housing",
                "education",
                "voluntary",
                "probation",
                "health_visiting",
                "midwifery",
                "early_years",
                name="known_audience",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["made_file.id"], name=op.f("fk_made_edition_file_id_made_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_edition")),
        sa.UniqueConstraint("file_id", "audience", name=op.f("uq_made_edition_file_id")),
    )
    with op.batch_alter_table("made_edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_made_edition_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_made_edition_file_id"), ["file_id"], unique=False)
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("content_digest", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("template_digest", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("fingerprint", sa.String(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_made_file_fingerprint"), ["fingerprint"], unique=False)
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.add_column(sa.Column("choices", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("renews_number", sa.Integer(), nullable=True))
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.add_column(sa.Column("differs_since", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_column("differs_since")
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.drop_column("renews_number")
        batch_op.drop_column("choices")
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_made_file_fingerprint"))
        batch_op.drop_column("fingerprint")
        batch_op.drop_column("template_digest")
        batch_op.drop_column("content_digest")
    with op.batch_alter_table("made_edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_made_edition_file_id"))
        batch_op.drop_index(batch_op.f("ix_made_edition_digest"))
    op.drop_table("made_edition")
    op.drop_table("left_out_knowingly")
    with op.batch_alter_table("family_agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_family_agreement_publication_id"))
    op.drop_table("family_agreement")
    with op.batch_alter_table("box_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_box_comment_publication_id"))
    op.drop_table("box_comment")
    op.drop_table("first_noticed")
