"""What a review is to do, and which duties a joint one meets.

Why: a review was commissioned without saying what it asks, how and by when.
Safe to run while the old code serves: yes. It adds only.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "review_scope",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("key_questions", pprg.encryption.Sealed(), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "independent author with agency reports",
                "learning event with front-line staff and their managers",
                "systems review by trained reviewers",
                "review in rapid time",
                "significant event analysis",
                "joint chronology and a meeting",
                "appreciative inquiry",
                "peer review",
                "table-top review",
                "after-action review",
                "thematic review of several cases",
                "review by one agency that reports back",
                name="known_method",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("why_this_method", pprg.encryption.Sealed(), nullable=False),
        sa.Column("agencies", sa.JSON(), nullable=False),
        sa.Column("independent", sa.Boolean(), nullable=True),
        sa.Column("family", pprg.encryption.Sealed(), nullable=False),
        sa.Column("constraints", pprg.encryption.Sealed(), nullable=False),
        sa.Column("report_by", sa.Date(), nullable=True),
        sa.Column("publish_by", sa.Date(), nullable=True),
        sa.Column(
            "cost",
            sa.Enum(
                "within what agencies do anyway",
                "under £5,000",
                "£5,000 to £15,000",
                "£15,000 to £30,000",
                "over £30,000",
                name="known_cost",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column(
            "publication",
            sa.Enum(
                "publish the report and a briefing",
                "publish a briefing only",
                "do not publish; share the learning inside",
                "decide when the report is there",
                name="known_publication",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_by_id", sa.Uuid(), nullable=True),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreed_by_id"], ["account.id"], name=op.f("fk_review_scope_agreed_by_id_account")
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_scope_review_id_review")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_scope")),
        sa.UniqueConstraint("review_id", name=op.f("uq_review_scope_review_id")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.add_column(sa.Column("duties", sa.JSON(), server_default="[]", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_column("duties")
    op.drop_table("review_scope")
