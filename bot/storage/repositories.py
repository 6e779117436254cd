"""Finding and keeping complaints, audit events and purge receipts within one transaction."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.complaints.complaint import Complaint, Submission, Turn
from bot.complaints.deadlines import inadmissibility_notice_due, latest_due, verdict_due
from bot.complaints.evidence import NewFile, StoredFile
from bot.complaints.reference import normalise_reference
from bot.complaints.statuses import Status
from bot.storage.tables import AuditRow, ComplaintRow, FileRow, PurgeReceiptRow, TurnRow

_TURN_FIELDS = tuple(field.name for field in fields(Turn))
_PLAIN_FIELDS = tuple(field.name for field in fields(Submission) if field.name not in ("flags", "transcript"))


class PurgeReason(StrEnum):
    """Why a conversation was forgotten."""

    EXPIRED = "expired"
    STOPPED = "stopped"
    RESTARTED = "restarted"


class ComplaintRepository:
    """The complaints."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        submission: Submission,
        reference: str,
        received_at: datetime,
        files: Sequence[NewFile] = (),
    ) -> Complaint:
        """Keep a new complaint; the law counts from the day of *received_at*, which is in Dutch time."""
        day = received_at.date()
        row = ComplaintRow(
            reference=reference,
            status=Status.RECEIVED,
            received_at=received_at,
            verdict_due=verdict_due(day),
            latest_due=latest_due(day),
            notice_due=inadmissibility_notice_due(day),
            flags=list(submission.flags),
            files=[FileRow(**asdict(file), sha256=sha256(file.content).hexdigest()) for file in files],
            turns=[TurnRow(position=n, **asdict(turn)) for n, turn in enumerate(submission.transcript)],
            **{name: getattr(submission, name) for name in _PLAIN_FIELDS},
        )
        self._session.add(row)
        self._session.flush()
        return _to_complaint(row)

    def file_content(self, complaint: Complaint, number: int) -> bytes | None:
        """Return what is in the file of this number, or None."""
        query = select(FileRow.content).filter_by(complaint_id=complaint.id).order_by(FileRow.id)
        return self._session.scalar(query.offset(number - 1).limit(1)) if number > 0 else None

    def find_by_key(self, submission_key: str) -> Complaint | None:
        """Return the complaint that this conversation already submitted."""
        row = self._session.scalar(select(ComplaintRow).filter_by(submission_key=submission_key))
        return _to_complaint(row) if row else None

    def find_by_reference(self, reference: str, lock: bool = False) -> Complaint | None:
        """Return the complaint with this reference, however it was typed; *lock* before changing it."""
        query = select(ComplaintRow).filter_by(reference=normalise_reference(reference))
        row = self._session.scalar(query.with_for_update() if lock else query)
        return _to_complaint(row) if row else None

    def list_after(self, last_id: int, limit: int) -> list[Complaint]:
        """Return the next complaints in the order in which they came."""
        query = select(ComplaintRow).where(ComplaintRow.id > last_id).order_by(ComplaintRow.id).limit(limit)
        return [_to_complaint(row) for row in self._session.scalars(query)]

    def set_status(self, complaint: Complaint, status: Status, closed_at: datetime | None) -> None:
        """Store the status; *closed_at* starts the retention period."""
        self._session.execute(
            update(ComplaintRow)
            .where(ComplaintRow.id == complaint.id)
            .values(status=status, closed_at=closed_at)
        )

    def remove_closed_before(self, moment: datetime) -> Sequence[str]:
        """Remove what was closed before *moment*, with transcripts and files; return the references."""
        expired = (ComplaintRow.status == Status.CLOSED, ComplaintRow.closed_at < moment)
        return self._session.scalars(
            delete(ComplaintRow).where(*expired).returning(ComplaintRow.reference)
        ).all()


class AuditRepository:
    """The record of who did what."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, event: str, actor: str, at: datetime, reference: str | None = None, **details: object
    ) -> None:
        """Record an event; *details* may hold counts and codes, never personal data."""
        self._session.add(AuditRow(at=at, event=event, actor=actor, reference=reference, details=details))


class PurgeReceiptRepository:
    """The content-free receipts of forgotten conversations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, reason: PurgeReason, at: datetime, turns: int) -> None:
        """Record that a conversation of so many turns was forgotten."""
        self._session.add(PurgeReceiptRow(reason=reason, at=at, turns=turns))


def _to_complaint(row: ComplaintRow) -> Complaint:
    return Complaint(
        id=row.id,
        reference=row.reference,
        status=Status(row.status),
        received_at=row.received_at,
        verdict_due=row.verdict_due,
        latest_due=row.latest_due,
        notice_due=row.notice_due,
        closed_at=row.closed_at,
        files=tuple(_to_file(number, file) for number, file in enumerate(row.files, start=1)),
        submission=Submission(
            flags=tuple(row.flags),
            transcript=tuple(Turn(**{n: getattr(turn, n) for n in _TURN_FIELDS}) for turn in row.turns),
            **{name: getattr(row, name) for name in _PLAIN_FIELDS},
        ),
    )


def _to_file(number: int, row: FileRow) -> StoredFile:
    return StoredFile(
        number=number,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        alt_text=row.alt_text,
        sha256=row.sha256,
    )
