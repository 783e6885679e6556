"""Days that are no working days here, and the clocks that run in a case.

Why: legal clocks were kept in heads and spreadsheets; due dates follow from the calendar.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "running_clock",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "sin_notify",
                "rapid_review",
                "lcspr_publish",
                "lcspr_presend",
                "report_online",
                "sar_decide",
                "sar_complete",
                "dhr_decide",
                "dhr_ho_notice",
                "dhr_complete",
                "nsr_complete",
                "ack_referrer",
                "info_return",
                "info_return_rr",
                "outcome_letter",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column(
            "counted_from",
            sa.Enum(
                "la_became_aware",
                "sin_sent",
                "lcspr_decided",
                "publication_planned",
                "published",
                "referral_received",
                "sar_decided",
                "csp_told",
                "dhr_decided",
                "learning_decided",
                "info_asked",
                "decision_ratified",
                name="known_trigger",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column(
            "late_reason",
            sa.Enum(
                "criminal proceedings",
                "an inquest",
                "no reviewer appointed",
                "an agency’s return is late",
                "the family",
                "sickness",
                "the Home Office’s quality assurance",
                "the panel",
                "redaction",
                "another reason",
                name="known_late_reason",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("late_because", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_running_clock_case_id_case_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_running_clock")),
    )
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_running_clock_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            "uq_running_clock_one_of_a_kind",
            ["case_id", "kind"],
            unique=True,
            sqlite_where=sa.text("stopped_on IS NULL"),
            postgresql_where=sa.text("stopped_on IS NULL"),
        )
    op.create_table(
        "clock_pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("clock_id", sa.Uuid(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=False),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "criminal proceedings",
                "an inquest",
                "no reviewer appointed",
                "an agency’s return is late",
                "the family",
                "sickness",
                "the Home Office’s quality assurance",
                "the panel",
                "redaction",
                "another reason",
                name="known_reason",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("because", pprg.encryption.Sealed(), nullable=False),
        sa.Column("agreed_by", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["clock_id"], ["running_clock.id"], name=op.f("fk_clock_pause_clock_id_running_clock")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_pause")),
    )
    with op.batch_alter_table("clock_pause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clock_pause_clock_id"), ["clock_id"], unique=False)
    op.create_table(
        "closure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["added_by_id"], ["account.id"], name=op.f("fk_closure_added_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
        sa.UniqueConstraint("day", name=op.f("uq_closure_day")),
    )


def downgrade() -> None:
    op.drop_table("closure")
    with op.batch_alter_table("clock_pause", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clock_pause_clock_id"))
    op.drop_table("clock_pause")
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_running_clock_one_of_a_kind",
            sqlite_where=sa.text("stopped_on IS NULL"),
            postgresql_where=sa.text("stopped_on IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_running_clock_case_id"))
    op.drop_table("running_clock")
