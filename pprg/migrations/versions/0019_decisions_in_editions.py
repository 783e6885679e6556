"""Decisions in editions, who disagrees, what is done at once; clocks for answers to challenges.

Why: a signed decision may be amended, never changed, and has to show who disagreed.
Safe to run while the old code serves: no. Stop it first: it does not know the new states.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0019"
down_revision = "0018"


DECISION_OUTCOME_BEFORE = (
    "recommend a Safeguarding Adults Review that must be held",
    "recommend a discretionary Safeguarding Adults Review",
    "hold a rapid review",
    "recommend a Local Child Safeguarding Practice Review",
    "recommend a Domestic Homicide Review",
    "hold a learning review outside the statutory routes",
    "hold no review",
    "wait for more information",
)
DECISION_OUTCOME = (
    "recommend a Safeguarding Adults Review that must be held",
    "recommend a discretionary Safeguarding Adults Review",
    "hold a rapid review",
    "recommend a Local Child Safeguarding Practice Review",
    "recommend a Domestic Homicide Review",
    "hold a learning review outside the statutory routes",
    "recommend to the national Panel that it considers a national review",
    "ask one agency to review its own part and to report back",
    "share the learning in a briefing, without a review",
    "pass the case to another process",
    "hold no review",
    "wait for more information",
)
DECISION_STATE_BEFORE = ("draft", "recorded", "signed")
DECISION_STATE = ("draft", "recorded", "signed, to be confirmed", "signed")
RUNNING_CLOCK_KIND_BEFORE = (
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
)
RUNNING_CLOCK_KIND = (
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
    "panel_reply",
    "home_office_reply",
    "reconsider",
)
RUNNING_CLOCK_COUNTED_FROM_BEFORE = (
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
)
RUNNING_CLOCK_COUNTED_FROM = (
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
    "panel_answered",
    "home_office_answered",
    "challenged",
)


def _known(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=80)


def upgrade() -> None:
    op.create_table(
        "decision_dissent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_decision_dissent_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_dissent_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_dissent")),
    )
    with op.batch_alter_table("decision_dissent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_dissent_decision_id"), ["decision_id"], unique=False)
    op.create_table(
        "decision_saving",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_decision_saving_by_id_account")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_saving_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_saving")),
    )
    with op.batch_alter_table("decision_saving", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_saving_decision_id"), ["decision_id"], unique=False)
    op.create_table(
        "urgent_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", pprg.encryption.Sealed(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("owner", pprg.encryption.Sealed(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_urgent_action_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_urgent_action_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["account.id"], name=op.f("fk_urgent_action_done_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urgent_action")),
    )
    with op.batch_alter_table("urgent_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_urgent_action_decision_id"), ["decision_id"], unique=False)
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("edition", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("amends_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("amended_because", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("of_whom", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("for_and_against", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("voice", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("learning_now", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("quorate", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("took_part", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("confirmed_at_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("unconfirmed_because", pprg.encryption.Sealed(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_decision_item_id"), type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_decision_item_id"), ["item_id", "route", "edition"])
        batch_op.create_foreign_key(
            batch_op.f("fk_decision_amends_id_decision"), "decision", ["amends_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_decision_confirmed_at_id_meeting"), "meeting", ["confirmed_at_id"], ["id"]
        )
    with op.batch_alter_table("weighing", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "suggested",
                sa.Enum(
                    "met",
                    "not met",
                    "not enough information",
                    name="known_suggested",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                nullable=True,
            )
        )
    with op.batch_alter_table("decision", recreate="auto") as batch_op:
        batch_op.alter_column(
            "outcome",
            existing_type=_known("known_outcome", DECISION_OUTCOME_BEFORE),
            type_=_known("known_outcome", DECISION_OUTCOME),
            existing_nullable=True,
        )
    with op.batch_alter_table("decision", recreate="auto") as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=_known("known_state", DECISION_STATE_BEFORE),
            type_=_known("known_state", DECISION_STATE),
            existing_nullable=False,
        )
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=_known("known_kind", RUNNING_CLOCK_KIND_BEFORE),
            type_=_known("known_kind", RUNNING_CLOCK_KIND),
            existing_nullable=False,
        )
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.alter_column(
            "counted_from",
            existing_type=_known("known_trigger", RUNNING_CLOCK_COUNTED_FROM_BEFORE),
            type_=_known("known_trigger", RUNNING_CLOCK_COUNTED_FROM),
            existing_nullable=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("weighing", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_weighing_known_suggested"), type_="check")
        batch_op.drop_column("suggested")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_decision_confirmed_at_id_meeting"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_decision_amends_id_decision"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_decision_item_id"), type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_decision_item_id"), ["item_id", "route"])
        batch_op.drop_column("unconfirmed_because")
        batch_op.drop_column("confirmed_at_id")
        batch_op.drop_column("took_part")
        batch_op.drop_column("quorate")
        batch_op.drop_column("learning_now")
        batch_op.drop_column("voice")
        batch_op.drop_column("for_and_against")
        batch_op.drop_column("until")
        batch_op.drop_column("of_whom")
        batch_op.drop_column("amended_because")
        batch_op.drop_column("amends_id")
        batch_op.drop_column("edition")
    with op.batch_alter_table("urgent_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_urgent_action_decision_id"))
    op.drop_table("urgent_action")
    with op.batch_alter_table("decision_saving", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_saving_decision_id"))
    op.drop_table("decision_saving")
    with op.batch_alter_table("decision_dissent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_dissent_decision_id"))
    op.drop_table("decision_dissent")
    with op.batch_alter_table("decision", recreate="auto") as batch_op:
        batch_op.alter_column(
            "outcome",
            existing_type=_known("known_outcome", DECISION_OUTCOME),
            type_=_known("known_outcome", DECISION_OUTCOME_BEFORE),
            existing_nullable=True,
        )
    with op.batch_alter_table("decision", recreate="auto") as batch_op:
        batch_op.alter_column(
            "state",
            existing_type=_known("known_state", DECISION_STATE),
            type_=_known("known_state", DECISION_STATE_BEFORE),
            existing_nullable=False,
        )
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=_known("known_kind", RUNNING_CLOCK_KIND),
            type_=_known("known_kind", RUNNING_CLOCK_KIND_BEFORE),
            existing_nullable=False,
        )
    with op.batch_alter_table("running_clock", recreate="auto") as batch_op:
        batch_op.alter_column(
            "counted_from",
            existing_type=_known("known_trigger", RUNNING_CLOCK_COUNTED_FROM),
            type_=_known("known_trigger", RUNNING_CLOCK_COUNTED_FROM_BEFORE),
            existing_nullable=False,
        )
