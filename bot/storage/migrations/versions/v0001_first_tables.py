"""Make the tables for complaints, transcripts, files, audit events and purge receipts."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_complaints()
    _create_turns()
    _create_files()
    _create_audit_events()
    _create_purge_receipts()


def downgrade() -> None:
    for table in ("purge_receipts", "audit_events", "complaint_files", "transcript_turns", "complaints"):
        op.drop_table(table)


def _create_complaints() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("reference", sa.String(20), nullable=False),
        sa.Column("submission_key", sa.String(64), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("verdict_due", sa.Date, nullable=False),
        sa.Column("latest_due", sa.Date, nullable=False),
        sa.Column("notice_due", sa.Date, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("when_from", sa.Date),
        sa.Column("when_to", sa.Date),
        sa.Column("when_time", sa.Text, nullable=False),
        sa.Column("when_text", sa.Text, nullable=False),
        sa.Column("where", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("on_behalf_of", sa.Text, nullable=False),
        sa.Column("street", sa.Text, nullable=False),
        sa.Column("house_number", sa.Text, nullable=False),
        sa.Column("addition", sa.Text, nullable=False),
        sa.Column("postcode", sa.Text, nullable=False),
        sa.Column("city", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("flags", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_complaints"),
        sa.UniqueConstraint("reference", name="uq_complaints_reference"),
        sa.UniqueConstraint("submission_key", name="uq_complaints_submission_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_complaints_status", "complaints", ["status"])
    op.create_index("ix_complaints_received_at", "complaints", ["received_at"])


def _create_turns() -> None:
    op.create_table(
        "transcript_turns",
        sa.Column("complaint_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("sender", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("intent", sa.String(100)),
        sa.Column("confidence", sa.Double),
        sa.PrimaryKeyConstraint("complaint_id", "position", name="pk_transcript_turns"),
        _belongs_to_complaint("transcript_turns"),
    )


def _create_files() -> None:
    op.create_table(
        "complaint_files",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("complaint_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("alt_text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_files"),
        _belongs_to_complaint("complaint_files"),
    )
    op.create_index("ix_complaint_files_complaint_id", "complaint_files", ["complaint_id"])


def _create_audit_events() -> None:
    op.create_table(
        "audit_events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("event", sa.String(50), nullable=False),
        sa.Column("actor", sa.String(100), nullable=False),
        sa.Column("reference", sa.String(20)),
        sa.Column("details", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_events"),
    )
    op.create_index("ix_audit_events_at", "audit_events", ["at"])
    op.create_index("ix_audit_events_reference", "audit_events", ["reference"])


def _create_purge_receipts() -> None:
    op.create_table(
        "purge_receipts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("turns", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purge_receipts"),
    )


def _belongs_to_complaint(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["complaint_id"], ["complaints.id"], name=f"fk_{table}_complaint_id", ondelete="CASCADE"
    )
