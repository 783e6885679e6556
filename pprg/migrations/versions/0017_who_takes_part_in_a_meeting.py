"""The life of a meeting, who is invited as what, who was there, and items that are no referral.

Why: who came, who sent a deputy and who presented was in the minute taker's notebook.
Safe to run while the old code serves: no. Stop it first: it does not know agenda items without a referral.
Going back loses what the new tables and columns hold.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "presenter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "reply",
            sa.Enum(
                "no answer yet",
                "accepted",
                "declined",
                "sends a deputy",
                name="known_reply",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("replied_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_presenter_account_id_account")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_presenter_item_id_agenda_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presenter")),
        sa.UniqueConstraint("item_id", "account_id", name=op.f("uq_presenter_item_id")),
    )
    with op.batch_alter_table("presenter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presenter_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_presenter_item_id"), ["item_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("came_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("left_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["meeting_seat.id"], name=op.f("fk_attendance_seat_id_meeting_seat")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_seat_id"), ["seat_id"], unique=False)
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(
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
                server_default="New referrals",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("review_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("starts_at", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("asked", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("office_notes", pprg.encryption.Sealed(), nullable=True))
        batch_op.add_column(sa.Column("joint", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("carried_from_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("referral_id", existing_type=sa.CHAR(length=32), nullable=True)
        batch_op.create_index(batch_op.f("ix_agenda_item_review_id"), ["review_id"], unique=False)
        batch_op.create_unique_constraint("uq_agenda_item_review_once", ["meeting_id", "review_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_agenda_item_carried_from_id_agenda_item"),
            "agenda_item",
            ["carried_from_id"],
            ["id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_agenda_item_review_id_review"), "review", ["review_id"], ["id"]
        )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind",
                sa.Enum(
                    "meeting",
                    "extraordinary meeting",
                    "chair’s action",
                    name="known_kind",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                server_default="meeting",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "state",
                sa.Enum(
                    "being prepared",
                    "agenda open to members",
                    "in session",
                    "closed",
                    "called off",
                    name="known_state",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                server_default="being prepared",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("ends_at", sa.String(), server_default="12:30", nullable=False))
        batch_op.add_column(sa.Column("sequence", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("begun_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("because", pprg.encryption.Sealed(), nullable=True))
    with op.batch_alter_table("meeting_seat", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "capacity",
                sa.Enum(
                    "chair",
                    "deputy chair",
                    "core member",
                    "deputy",
                    "co-opted",
                    "adviser",
                    "observer",
                    "takes the minutes",
                    name="known_capacity",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                server_default="core member",
                nullable=False,
            )
        )
        batch_op.add_column(
            sa.Column(
                "voice",
                sa.Enum(
                    "the council’s adult social care",
                    "the council’s children’s services",
                    "the integrated care board",
                    "the police",
                    "the Community Safety Partnership",
                    "probation",
                    name="known_voice",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("in_place_of_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("only_item_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "reply",
                sa.Enum(
                    "no answer yet",
                    "accepted",
                    "declined",
                    "sends a deputy",
                    name="known_reply",
                    native_enum=False,
                    create_constraint=True,
                    length=80,
                ),
                server_default="no answer yet",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("replied_at", pprg.database.UTCTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_meeting_seat_in_place_of_id_account"), "account", ["in_place_of_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_meeting_seat_only_item_id_agenda_item"), "agenda_item", ["only_item_id"], ["id"]
        )
    op.execute("UPDATE meeting SET state = 'agenda open to members' WHERE agenda_opened_at IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table("meeting_seat", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_meeting_seat_only_item_id_agenda_item"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_meeting_seat_in_place_of_id_account"), type_="foreignkey")
        batch_op.drop_column("replied_at")
        batch_op.drop_constraint(op.f("ck_meeting_seat_known_reply"), type_="check")
        batch_op.drop_column("reply")
        batch_op.drop_column("only_item_id")
        batch_op.drop_column("in_place_of_id")
        batch_op.drop_constraint(op.f("ck_meeting_seat_known_voice"), type_="check")
        batch_op.drop_column("voice")
        batch_op.drop_constraint(op.f("ck_meeting_seat_known_capacity"), type_="check")
        batch_op.drop_column("capacity")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("because")
        batch_op.drop_column("closed_at")
        batch_op.drop_column("begun_at")
        batch_op.drop_column("sequence")
        batch_op.drop_column("ends_at")
        batch_op.drop_constraint(op.f("ck_meeting_known_state"), type_="check")
        batch_op.drop_column("state")
        batch_op.drop_constraint(op.f("ck_meeting_known_kind"), type_="check")
        batch_op.drop_column("kind")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_agenda_item_review_id_review"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_agenda_item_carried_from_id_agenda_item"), type_="foreignkey")
        batch_op.drop_constraint("uq_agenda_item_review_once", type_="unique")
        batch_op.drop_index(batch_op.f("ix_agenda_item_review_id"))
        batch_op.alter_column("referral_id", existing_type=sa.CHAR(length=32), nullable=False)
        batch_op.drop_column("carried_from_id")
        batch_op.drop_column("joint")
        batch_op.drop_column("office_notes")
        batch_op.drop_column("asked")
        batch_op.drop_column("starts_at")
        batch_op.drop_column("review_id")
        batch_op.drop_constraint(op.f("ck_agenda_item_known_section"), type_="check")
        batch_op.drop_column("section")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_seat_id"))
    op.drop_table("attendance")
    with op.batch_alter_table("presenter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presenter_item_id"))
        batch_op.drop_index(batch_op.f("ix_presenter_account_id"))
    op.drop_table("presenter")
