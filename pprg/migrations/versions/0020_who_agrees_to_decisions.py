"""Who confirms, ratifies and challenges a decision, and the letters that go out.

Why: years later a decision must show who agreed to it in law, and what was written about it.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "challenge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column(
            "by",
            sa.Enum(
                "the national Child Safeguarding Practice Review Panel",
                "the Home Office",
                "whoever made the referral",
                "the person or the family",
                name="known_by",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("late_because", pprg.encryption.Sealed(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=False),
        sa.Column("considered_by_id", sa.Uuid(), nullable=True),
        sa.Column("advice", pprg.encryption.Sealed(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "the decision stands",
                "the decision stands, with fuller reasons",
                "the group looks at it again",
                name="known_outcome",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("reply", pprg.encryption.Sealed(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_challenge_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["considered_by_id"], ["account.id"], name=op.f("fk_challenge_considered_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_challenge_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["account.id"], name=op.f("fk_challenge_entered_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_challenge_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_challenge_decision_id"), ["decision_id"], unique=False)
    op.create_table(
        "decision_confirmation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_decision_confirmation_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_confirmation_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_confirmation")),
        sa.UniqueConstraint("decision_id", "account_id", name=op.f("uq_decision_confirmation_decision_id")),
    )
    with op.batch_alter_table("decision_confirmation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_confirmation_account_id"), ["account_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_decision_confirmation_decision_id"), ["decision_id"], unique=False
        )
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "acknowledgement",
                "request for information",
                "invitation to present",
                "outcome: a review is held",
                "outcome: no review of this kind",
                "letter to the person or the family",
                "outcome to the national Panel",
                "notice to the Home Office",
                "the review is concluded",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("referral_id", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft", "sent", name="known_state", native_enum=False, create_constraint=True, length=80
            ),
            nullable=False,
        ),
        sa.Column("to", pprg.encryption.Sealed(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("saved_by_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_letter_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_letter_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_letter_referral_id_referral")
        ),
        sa.ForeignKeyConstraint(["saved_by_id"], ["account.id"], name=op.f("fk_letter_saved_by_id_account")),
        sa.ForeignKeyConstraint(["sent_by_id"], ["account.id"], name=op.f("fk_letter_sent_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_decision_id"), ["decision_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_referral_id"), ["referral_id"], unique=False)
    op.create_table(
        "ratification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "owner",
            sa.Enum(
                "Safeguarding Adults Board",
                "Safeguarding partner: local authority",
                "Safeguarding partner: integrated care board",
                "Safeguarding partner: police",
                "Community Safety Partnership",
                "Partnership Practice Review Group",
                name="known_owner",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "with the decision-maker",
                "ratified",
                "ratified with changes",
                "not agreed",
                "escalated",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("text", pprg.encryption.Sealed(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("reasons", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name=op.f("fk_ratification_answered_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_ratification_case_id_case_file")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_ratification_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratification")),
        sa.UniqueConstraint("decision_id", "owner", name=op.f("uq_ratification_decision_id")),
    )
    with op.batch_alter_table("ratification", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ratification_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ratification_decision_id"), ["decision_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("ratification", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ratification_decision_id"))
        batch_op.drop_index(batch_op.f("ix_ratification_case_id"))
    op.drop_table("ratification")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_referral_id"))
        batch_op.drop_index(batch_op.f("ix_letter_decision_id"))
        batch_op.drop_index(batch_op.f("ix_letter_case_id"))
    op.drop_table("letter")
    with op.batch_alter_table("decision_confirmation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_confirmation_decision_id"))
        batch_op.drop_index(batch_op.f("ix_decision_confirmation_account_id"))
    op.drop_table("decision_confirmation")
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_challenge_decision_id"))
        batch_op.drop_index(batch_op.f("ix_challenge_case_id"))
    op.drop_table("challenge")
