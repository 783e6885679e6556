"""the house.

Why:
Safe to run while the old code serves:
Going back loses:
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "local authority",
                "health",
                "police",
                "probation",
                "housing",
                "education",
                "fire",
                "voluntary",
                "partnership",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("name", name=op.f("uq_agency_name")),
    )
    op.create_table(
        "audit_line",
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_line")),
        sa.UniqueConstraint("id", name=op.f("uq_audit_line_id")),
    )
    with op.batch_alter_table("audit_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_line_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_line_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_line_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_line_thing_id"), ["thing_id"], unique=False)

    op.create_table(
        "case_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_file_reference")),
    )
    op.create_table(
        "case_reference_count",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_reference_count")),
        sa.UniqueConstraint("year", name=op.f("uq_case_reference_count_year")),
    )
    op.create_table(
        "made_content",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_content")),
        sa.UniqueConstraint("digest", name=op.f("uq_made_content_digest")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("agenda_opened_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_held_on"), ["held_on"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("not_before", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("settled_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_settled_at"), ["settled_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_to_id"), ["to_id"], unique=False)

    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("account_digest", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
        sa.Column("at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_in_attempt_account_digest"), ["account_digest"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_source_digest"), ["source_digest"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_account_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_agency_id"), ["agency_id"], unique=False)

    op.create_table(
        "case_secret",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "member of staff",
                "place",
                "exact date",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_secret_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_secret")),
    )
    with op.batch_alter_table("case_secret", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_secret_case_id"), ["case_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("subject", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_person_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_case_id"), ["case_id"], unique=False)

    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "agency referrer",
                "agency safeguarding lead",
                "agency representative",
                "coordinator",
                "chair",
                "decision-maker",
                "review author",
                "team leader",
                "agency administrator",
                "system administrator",
                "auditor",
                name="known_role",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
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
            nullable=True,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_appointment_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("account_id", "role", "owner", name=op.f("uq_appointment_account_id")),
    )
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointment_account_id"), ["account_id"], unique=False)

    op.create_table(
        "case_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "made the referral",
                "leads safeguarding at the referring agency",
                "sits at the meeting",
                "coordinates",
                "chairs",
                "decides for a legal owner",
                "writes the review",
                name="known_part",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_case_member_account_id_account")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_member_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_member")),
        sa.UniqueConstraint("case_id", "account_id", "part", name=op.f("uq_case_member_case_id")),
    )
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_member_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_member_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_stepping_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_case_stepping_out_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_case_stepping_out_case_id_case_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_stepping_out")),
        sa.UniqueConstraint("case_id", "account_id", name=op.f("uq_case_stepping_out_case_id")),
    )
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_stepping_out_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_stepping_out_case_id"), ["case_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("code_digest", sa.String(), nullable=False),
        sa.Column("expires_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("used_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_invitation_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_account_id"), ["account_id"], unique=False)

    op.create_table(
        "meeting_seat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_meeting_seat_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_seat_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_seat")),
        sa.UniqueConstraint("meeting_id", "account_id", name=op.f("uq_meeting_seat_meeting_id")),
    )
    with op.batch_alter_table("meeting_seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_seat_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_seat_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "person_identity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("names", pprg.encryption.Sealed(), nullable=False),
        sa.Column("born", pprg.encryption.Sealed(), nullable=True),
        sa.Column("died", pprg.encryption.Sealed(), nullable=True),
        sa.Column("nhs_number", pprg.encryption.Sealed(), nullable=True),
        sa.Column("nhs_index", sa.String(), nullable=True),
        sa.Column("addresses", pprg.encryption.Sealed(), nullable=False),
        sa.Column("postcodes", pprg.encryption.Sealed(), nullable=False),
        sa.Column("workplaces", pprg.encryption.Sealed(), nullable=False),
        sa.Column("other", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_identity_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_identity")),
        sa.UniqueConstraint("person_id", name=op.f("uq_person_identity_person_id")),
    )
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_identity_nhs_index"), ["nhs_index"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "received",
                "returned for more information",
                "on an agenda",
                "decided",
                "withdrawn",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("answers", pprg.encryption.Sealed(), nullable=False),
        sa.Column("saved_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("sent_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("decided_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_referral_agency_id_agency")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_referral_case_id_case_file")),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_referral_owner_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_agency_id"), ["agency_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "review_type",
            sa.Enum(
                "sar_mandatory",
                "sar_discretionary",
                "lcspr",
                "rapid_review",
                "dhr",
                "joint",
                "learning_review",
                "good_practice",
                name="known_type",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "commissioned",
                "under way",
                "concluded",
                "stopped",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("commissioned_on", sa.Date(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_review_author_id_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_review_case_id_case_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("case_id", "review_type", name=op.f("uq_review_case_id")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_review_case_id"), ["case_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_sign_in_token_digest")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_account_id"), ["account_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_agenda_item_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_agenda_item_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "referral_id", name=op.f("uq_agenda_item_meeting_id")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_item_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_item_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "finding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("in_practice", sa.String(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("report_paragraphs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_finding_review_id_review")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("review_id", "ref", name=op.f("uq_finding_review_id")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_review_id"), ["review_id"], unique=False)

    op.create_table(
        "publication",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "with the checker",
                "released",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("last_changed_by_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["last_changed_by_id"], ["account.id"], name=op.f("fk_publication_last_changed_by_id_account")
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_publication_review_id_review")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("reference", name=op.f("uq_publication_reference")),
        sa.UniqueConstraint("review_id", name=op.f("uq_publication_review_id")),
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("addressed_to", sa.JSON(), nullable=False),
        sa.Column("finding_ref", sa.String(), nullable=False),
        sa.Column("national", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_recommendation_review_id_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("review_id", "ref", name=op.f("uq_recommendation_review_id")),
    )
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recommendation_review_id"), ["review_id"], unique=False)

    op.create_table(
        "referral_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("words", pprg.encryption.Sealed(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["account.id"], name=op.f("fk_referral_question_asked_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_question_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_question")),
    )
    with op.batch_alter_table("referral_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_question_referral_id"), ["referral_id"], unique=False)

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
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "route",
            sa.Enum(
                "sar",
                "child",
                "dhr",
                "learning",
                name="known_route",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("criteria_from", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "recorded",
                "signed",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "recommend a Safeguarding Adults Review that must be held",
                "recommend a discretionary Safeguarding Adults Review",
                "hold a rapid review",
                "recommend a Local Child Safeguarding Practice Review",
                "recommend a Domestic Homicide Review",
                "hold a learning review outside the statutory routes",
                "hold no review",
                "wait for more information",
                name="known_outcome",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.Column(
            "agreement",
            sa.Enum(
                "everyone agreed",
                "most agreed",
                "the chair decided",
                name="known_agreement",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("dissent", pprg.encryption.Sealed(), nullable=False),
        sa.Column("equality", pprg.encryption.Sealed(), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("signed_by_id", sa.Uuid(), nullable=True),
        sa.Column("signed_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_decision_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["account.id"], name=op.f("fk_decision_recorded_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["account.id"], name=op.f("fk_decision_signed_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("item_id", "route", name=op.f("uq_decision_item_id")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_item_id"), ["item_id"], unique=False)

    op.create_table(
        "proof",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "overtaken by a change",
                "sent back",
                "released",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_proof_asked_by_id_account")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_proof_publication_id_publication")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof")),
    )
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proof_publication_id"), ["publication_id"], unique=False)

    op.create_table(
        "chosen_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("choice_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
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
        "disclosure_judgement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=False),
        sa.Column("hit", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_disclosure_judgement_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["proof_id"], ["proof.id"], name=op.f("fk_disclosure_judgement_proof_id_proof")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_judgement")),
        sa.UniqueConstraint("proof_id", "hit", name=op.f("uq_disclosure_judgement_proof_id")),
    )
    with op.batch_alter_table("disclosure_judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disclosure_judgement_proof_id"), ["proof_id"], unique=False)

    op.create_table(
        "made_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("looked_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("looked_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["looked_by_id"], ["account.id"], name=op.f("fk_made_file_looked_by_id_account")
        ),
        sa.ForeignKeyConstraint(["proof_id"], ["proof.id"], name=op.f("fk_made_file_proof_id_proof")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_file")),
        sa.UniqueConstraint("proof_id", "product", "suffix", name=op.f("uq_made_file_proof_id")),
    )
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_made_file_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_made_file_proof_id"), ["proof_id"], unique=False)

    op.create_table(
        "release",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("visible_from", sa.Date(), nullable=False),
        sa.Column("released_by_id", sa.Uuid(), nullable=False),
        sa.Column("ticked", sa.JSON(), nullable=False),
        sa.Column("withdrawn_at", pprg.database.UTCTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("why_withdrawn", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["proof_id"], ["proof.id"], name=op.f("fk_release_proof_id_proof")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_release_publication_id_publication")
        ),
        sa.ForeignKeyConstraint(
            ["released_by_id"], ["account.id"], name=op.f("fk_release_released_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["account.id"], name=op.f("fk_release_withdrawn_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("proof_id", name=op.f("uq_release_proof_id")),
        sa.UniqueConstraint("publication_id", "number", name=op.f("uq_release_publication_id")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_publication_id"), ["publication_id"], unique=False)

    op.create_table(
        "weighing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "met",
                "not met",
                "not enough information",
                name="known_answer",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=True,
        ),
        sa.Column("evidence", pprg.encryption.Sealed(), nullable=False),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_weighing_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weighing")),
        sa.UniqueConstraint("decision_id", "criterion", name=op.f("uq_weighing_decision_id")),
    )
    with op.batch_alter_table("weighing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_weighing_decision_id"), ["decision_id"], unique=False)

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
    with op.batch_alter_table("weighing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_weighing_decision_id"))

    op.drop_table("weighing")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_publication_id"))

    op.drop_table("release")
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_made_file_proof_id"))
        batch_op.drop_index(batch_op.f("ix_made_file_digest"))

    op.drop_table("made_file")
    with op.batch_alter_table("disclosure_judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_disclosure_judgement_proof_id"))

    op.drop_table("disclosure_judgement")
    with op.batch_alter_table("chosen_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chosen_line_choice_id"))

    op.drop_table("chosen_line")
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proof_publication_id"))

    op.drop_table("proof")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_item_id"))
        batch_op.drop_index(batch_op.f("ix_decision_case_id"))

    op.drop_table("decision")
    with op.batch_alter_table("box_choice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_box_choice_publication_id"))

    op.drop_table("box_choice")
    with op.batch_alter_table("referral_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_question_referral_id"))

    op.drop_table("referral_question")
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recommendation_review_id"))

    op.drop_table("recommendation")
    op.drop_table("publication")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_review_id"))

    op.drop_table("finding")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_referral_id"))
        batch_op.drop_index(batch_op.f("ix_agenda_item_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_agenda_item_case_id"))

    op.drop_table("agenda_item")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_account_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_case_id"))
        batch_op.drop_index(batch_op.f("ix_review_author_id"))

    op.drop_table("review")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_owner_id"))
        batch_op.drop_index(batch_op.f("ix_referral_case_id"))
        batch_op.drop_index(batch_op.f("ix_referral_agency_id"))

    op.drop_table("referral")
    with op.batch_alter_table("person_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_identity_nhs_index"))

    op.drop_table("person_identity")
    with op.batch_alter_table("meeting_seat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_seat_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_seat_account_id"))

    op.drop_table("meeting_seat")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_account_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("case_stepping_out", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_stepping_out_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_stepping_out_account_id"))

    op.drop_table("case_stepping_out")
    with op.batch_alter_table("case_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_member_case_id"))
        batch_op.drop_index(batch_op.f("ix_case_member_account_id"))

    op.drop_table("case_member")
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointment_account_id"))

    op.drop_table("appointment")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_case_id"))

    op.drop_table("person")
    with op.batch_alter_table("case_secret", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_secret_case_id"))

    op.drop_table("case_secret")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_agency_id"))

    op.drop_table("account")
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_source_digest"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_at"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_account_digest"))

    op.drop_table("sign_in_attempt")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notice_to_id"))
        batch_op.drop_index(batch_op.f("ix_notice_settled_at"))

    op.drop_table("notice")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_held_on"))

    op.drop_table("meeting")
    op.drop_table("made_content")
    op.drop_table("case_reference_count")
    op.drop_table("case_file")
    with op.batch_alter_table("audit_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_line_thing_id"))
        batch_op.drop_index(batch_op.f("ix_audit_line_case_id"))
        batch_op.drop_index(batch_op.f("ix_audit_line_at"))
        batch_op.drop_index(batch_op.f("ix_audit_line_actor_id"))

    op.drop_table("audit_line")
    op.drop_table("agency")
