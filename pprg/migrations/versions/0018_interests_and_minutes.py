"""Interests in a case, and the minutes of a meeting.

Why: a decision has to show who stood back and what was said.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "meeting_reopening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_meeting_reopening_by_id_account")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_reopening_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_reopening")),
    )
    with op.batch_alter_table("meeting_reopening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_reopening_meeting_id"), ["meeting_id"], unique=False)
    op.create_table(
        "interest",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "no interest",
                "I manage somebody who was involved",
                "I was involved myself",
                "I was responsible for care that is looked at",
                "I know somebody in it personally",
                "My agency is the focus of concern",
                "I have said publicly what I think of it",
                "I am or was commissioned to review it",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column(
            "ruling",
            sa.Enum(
                "stays and takes part",
                "gives facts only",
                "leaves for the decision",
                "steps out",
                name="known_ruling",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("ruled_because", pprg.encryption.Sealed(), nullable=False),
        sa.Column("ruled_by_id", sa.Uuid(), nullable=True),
        sa.Column("ruled_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_interest_account_id_account")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_interest_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["ruled_by_id"], ["account.id"], name=op.f("fk_interest_ruled_by_id_account")
        ),
        sa.ForeignKeyConstraint(["said_by_id"], ["account.id"], name=op.f("fk_interest_said_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
    )
    with op.batch_alter_table("interest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interest_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interest_item_id"), ["item_id"], unique=False)
    op.create_table(
        "minute",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column(
            "section",
            sa.Enum(
                "Welcome, attendance and apologies",
                "Interests",
                "Minutes and decision log",
                "Matters arising",
                "Urgent: rapid reviews and running clocks",
                "New referrals",
                "Referrals that come back with information",
                "Reviews under way",
                "Reports for sign-off",
                "Actions due and overdue",
                "Learning and dissemination",
                "What is asked of agencies",
                "Dates",
                name="known_section",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_minute_item_id_agenda_item")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minute_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["saved_by_id"], ["account.id"], name=op.f("fk_minute_saved_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minute")),
    )
    with op.batch_alter_table("minute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minute_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minute_meeting_id"), ["meeting_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("minute", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minute_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_minute_item_id"))
    op.drop_table("minute")
    with op.batch_alter_table("interest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interest_item_id"))
        batch_op.drop_index(batch_op.f("ix_interest_account_id"))
    op.drop_table("interest")
    with op.batch_alter_table("meeting_reopening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_reopening_meeting_id"))
    op.drop_table("meeting_reopening")
