"""The lines chosen for a briefing, and how teams used the learning.

Why: choices are kept apart from the record, each with the digest of what it rests on.
Safe to run while the old code serves: there is none yet.
Going back loses these tables and everything in them.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "box_choice",
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
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("chosen_by_id", sa.Uuid(), nullable=False),
        sa.Column("chosen_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chosen_by_id"], ["account.id"], name=op.f("fk_box_choice_chosen_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_box_choice_publication_id_publication")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_box_choice")),
        sa.UniqueConstraint("publication_id", "box", name=op.f("uq_box_choice_publication_id")),
    )
    with op.batch_alter_table("box_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_box_choice_publication_id"), ["publication_id"], unique=False)
    op.create_table(
        "chosen_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("choice_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_lead", sa.String(), nullable=False),
        sa.Column("source_text", sa.String(), nullable=False),
        sa.Column("shorter", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["choice_id"], ["box_choice.id"], name=op.f("fk_chosen_line_choice_id_box_choice")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chosen_line")),
        sa.UniqueConstraint("choice_id", "source", name=op.f("uq_chosen_line_choice_id")),
    )
    with op.batch_alter_table("chosen_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chosen_line_choice_id"), ["choice_id"], unique=False)
    op.create_table(
        "learning_use",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column(
            "occasion",
            sa.Enum(
                "team meeting",
                "supervision",
                "training",
                "something else",
                name="known_occasion",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_learning_use_release_id_release")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_use")),
    )
    with op.batch_alter_table("learning_use", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learning_use_release_id"), ["release_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("learning_use", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_learning_use_release_id"))
    op.drop_table("learning_use")
    with op.batch_alter_table("chosen_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chosen_line_choice_id"))
    op.drop_table("chosen_line")
    with op.batch_alter_table("box_choice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_box_choice_publication_id"))
    op.drop_table("box_choice")
