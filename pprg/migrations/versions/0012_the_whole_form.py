"""The whole referral form: essentials first, a lead who authorises, and what a coordinator makes of it.

Why: the form of the first release asked a third of what the group needs and knew no authorisation.
Safe to run while the old code serves: no. Stop it first: it does not know the new states.
Going back loses what the new tables and columns hold. What waits for a safeguarding lead goes back to its
writer as returned; what was sent another way counts as decided.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0012"
down_revision = "0011"

OLD = ("draft", "received", "returned for more information", "on an agenda", "decided", "withdrawn")
NEW = (
    "draft",
    "waiting for authorisation",
    "sent back by the safeguarding lead",
    "received",
    "returned for more information",
    "on an agenda",
    "decided",
    "sent another way",
    "withdrawn",
)


UNKNOWN_BEFORE = {
    "waiting for authorisation": "returned for more information",
    "sent back by the safeguarding lead": "returned for more information",
    "sent another way": "decided",
}


def _states(known: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*known, name="known_state", native_enum=False, create_constraint=True, length=80)


def upgrade() -> None:
    op.create_table(
        "referral_addendum",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_referral_addendum_by_id_account")),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_addendum_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_addendum")),
    )
    with op.batch_alter_table("referral_addendum", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_addendum_referral_id"), ["referral_id"], unique=False)
    op.create_table(
        "referral_authorisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column(
            "view",
            sa.Enum(
                "agrees",
                "agrees, for learning only",
                "sends it back",
                name="known_view",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("comments", pprg.encryption.Sealed(), nullable=False),
        sa.Column("alone_because", pprg.encryption.Sealed(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_referral_authorisation_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_authorisation_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_authorisation")),
    )
    with op.batch_alter_table("referral_authorisation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_referral_authorisation_referral_id"), ["referral_id"], unique=False
        )
    op.create_table(
        "referral_screening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "for the group",
                "more is needed first",
                "another route",
                name="known_outcome",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "the council’s safeguarding front door",
                "the partnership of another area",
                "LeDeR",
                "the child death review",
                "the agency’s complaints process",
                "a review by one agency",
                "another process",
                name="known_way",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("letter", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_referral_screening_by_id_account")),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_screening_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_screening")),
    )
    with op.batch_alter_table("referral_screening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_screening_referral_id"), ["referral_id"], unique=False)
    op.create_table(
        "referral_share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_referral_share_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_share_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_share")),
        sa.UniqueConstraint("referral_id", "account_id", name=op.f("uq_referral_share_referral_id")),
    )
    with op.batch_alter_table("referral_share", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_share_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_share_referral_id"), ["referral_id"], unique=False)
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rest_by", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("authorise_by", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("authorised_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("acknowledged_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("entered_for", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "came_by",
                sa.Enum(
                    "telephone",
                    "letter",
                    "e-mail",
                    "in person",
                    name="known_way",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("reminded_at", pprg.database.UTCTime(timezone=True), nullable=True))
    with op.batch_alter_table("referral_sending", schema=None) as batch_op:
        batch_op.add_column(sa.Column("steps", sa.JSON(), server_default="[]", nullable=False))
    with op.batch_alter_table("referral", recreate="auto") as batch_op:
        batch_op.alter_column(
            "state", existing_type=_states(OLD), type_=_states(NEW), existing_nullable=False
        )


def downgrade() -> None:
    for now, before in UNKNOWN_BEFORE.items():
        words = {"now": now, "before": before}
        op.get_bind().execute(sa.text("UPDATE referral SET state = :before WHERE state = :now"), words)
    with op.batch_alter_table("referral_sending", schema=None) as batch_op:
        batch_op.drop_column("steps")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_column("reminded_at")
        batch_op.drop_constraint(op.f("ck_referral_known_way"), type_="check")
        batch_op.drop_column("came_by")
        batch_op.drop_column("entered_for")
        batch_op.drop_column("acknowledged_at")
        batch_op.drop_column("authorised_at")
        batch_op.drop_column("authorise_by")
        batch_op.drop_column("rest_by")
    with op.batch_alter_table("referral_share", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_share_referral_id"))
        batch_op.drop_index(batch_op.f("ix_referral_share_account_id"))
    op.drop_table("referral_share")
    with op.batch_alter_table("referral_screening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_screening_referral_id"))
    op.drop_table("referral_screening")
    with op.batch_alter_table("referral_authorisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_authorisation_referral_id"))
    op.drop_table("referral_authorisation")
    with op.batch_alter_table("referral_addendum", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_addendum_referral_id"))
    op.drop_table("referral_addendum")
    with op.batch_alter_table("referral", recreate="auto") as batch_op:
        batch_op.alter_column(
            "state", existing_type=_states(NEW), type_=_states(OLD), existing_nullable=False
        )
