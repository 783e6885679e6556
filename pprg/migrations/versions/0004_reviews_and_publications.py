"""Reviews with their findings, and what may be said of them outside.

Why: findings belong to the review; publications quote them, and released bytes are kept by digest.
Safe to run while the old code serves: there is none yet.
Going back loses these tables and everything in them.
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
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
        "page_picture",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_picture")),
        sa.UniqueConstraint("digest", "page", name=op.f("uq_page_picture_digest")),
    )
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
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=80,
            ),
            nullable=False,
        ),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_until", sa.Date(), nullable=True),
        sa.Column("commissioned_on", sa.Date(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("learning_changed_at", pprg.database.UTCTime(timezone=True), nullable=True),
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
        sa.Column("last_changed_at", pprg.database.UTCTime(timezone=True), nullable=True),
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
        sa.Column("imprint", sa.JSON(), nullable=False),
        sa.Column("ticks", sa.JSON(), nullable=False),
        sa.Column("comment", pprg.encryption.Sealed(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_proof_asked_by_id_account")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_proof_publication_id_publication")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof")),
    )
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proof_publication_id"), ["publication_id"], unique=False)
    op.create_table(
        "disclosure_judgement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", pprg.database.UTCTime(timezone=True), nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=False),
        sa.Column("hit", sa.String(), nullable=False),
        sa.Column("reason", pprg.encryption.Sealed(), nullable=False),
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
        sa.Column("why_withdrawn", pprg.encryption.Sealed(), nullable=False),
        sa.Column("never_out", sa.Boolean(), nullable=False),
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


def downgrade() -> None:
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
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proof_publication_id"))
    op.drop_table("proof")
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recommendation_review_id"))
    op.drop_table("recommendation")
    op.drop_table("publication")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_review_id"))
    op.drop_table("finding")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_case_id"))
        batch_op.drop_index(batch_op.f("ix_review_author_id"))
    op.drop_table("review")
    op.drop_table("page_picture")
    op.drop_table("made_content")
