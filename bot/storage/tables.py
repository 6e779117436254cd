"""The tables, typed; nothing outside this package sees a row."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    func,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, relationship

from bot.complaints.deadlines import AMSTERDAM

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware datetime: UTC in the database (SQLite knows no zones), Dutch time outside it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime: it would be off by hours without anyone noticing."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return Dutch time."""
        if value is None:
            return None
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(AMSTERDAM)


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=_NAMES)


class ComplaintRow(Base):
    """A complaint; the middle block has the field names of a Submission."""

    __tablename__ = "complaints"
    # Without AUTOINCREMENT, SQLite would give the id of a removed complaint to a new one.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    submission_key: Mapped[str] = mapped_column(String(64), unique=True)
    status: Mapped[str] = mapped_column(String(20), index=True)
    received_at: Mapped[datetime] = mapped_column(Moment, index=True)
    verdict_due: Mapped[date]
    latest_due: Mapped[date]
    notice_due: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)

    what: Mapped[str] = mapped_column(Text)
    when_from: Mapped[date | None]
    when_to: Mapped[date | None]
    when_time: Mapped[str] = mapped_column(Text)
    when_text: Mapped[str] = mapped_column(Text)
    where: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    on_behalf_of: Mapped[str] = mapped_column(Text)
    street: Mapped[str] = mapped_column(Text)
    house_number: Mapped[str] = mapped_column(Text)
    addition: Mapped[str] = mapped_column(Text)
    postcode: Mapped[str] = mapped_column(Text)
    city: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    flags: Mapped[list[str]] = mapped_column(JSON)

    turns: Mapped[list["TurnRow"]] = relationship(order_by="TurnRow.position", lazy="selectin")
    files: Mapped[list["FileRow"]] = relationship(order_by="FileRow.id", lazy="selectin")


class TurnRow(Base):
    """One message of the conversation in which the complaint was made."""

    __tablename__ = "transcript_turns"

    complaint_id: Mapped[int] = mapped_column(
        ForeignKey("complaints.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    sender: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    intent: Mapped[str | None] = mapped_column(String(100))
    confidence: Mapped[float | None]


class FileRow(Base):
    """Evidence that came with a complaint, after it was made safe."""

    __tablename__ = "complaint_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(100))
    alt_text: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    size: Mapped[int] = column_property(func.length(content))


class AuditRow(Base):
    """Who did what, when; outlives the complaint, so it holds no personal data of citizens."""

    __tablename__ = "audit_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    event: Mapped[str] = mapped_column(String(50))
    actor: Mapped[str] = mapped_column(String(100))
    reference: Mapped[str | None] = mapped_column(String(20), index=True)
    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class PurgeReceiptRow(Base):
    """That a conversation was forgotten, when and why; nothing of what was in it."""

    __tablename__ = "purge_receipts"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(20))
    turns: Mapped[int]
