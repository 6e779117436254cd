"""Storing what a citizen confirmed: once, completely, or not at all."""

from collections.abc import Sequence
from datetime import datetime

from bot.complaints.complaint import Complaint, Submission
from bot.complaints.deadlines import AMSTERDAM
from bot.complaints.evidence import NewFile
from bot.complaints.reference import new_reference
from bot.errors import StorageError
from bot.storage.repositories import PurgeReason
from bot.storage.unit_of_work import ConflictError, UnitOfWorkFactory

ATTEMPTS = 5


def store_submission(
    new_unit: UnitOfWorkFactory,
    submission: Submission,
    received_at: datetime,
    prefix: str,
    files: Sequence[NewFile] = (),
) -> Complaint:
    """Store a submission with its files and return the complaint; the same key returns the same complaint.

    Raises StorageError when nothing was stored, or when that is not certain; then the same call again
    is safe. Raises ValueError for a field that is longer than LIMITS allows.
    """
    if submission.too_long():
        raise ValueError(f"longer than allowed: {', '.join(submission.too_long())}")
    for _ in range(ATTEMPTS):
        try:
            return _store_once(new_unit, submission, received_at, prefix, files)
        except ConflictError:
            continue  # stored meanwhile by a twin, or the reference was taken
    raise StorageError("No free reference was found; nothing was stored.")


def _store_once(
    new_unit: UnitOfWorkFactory,
    submission: Submission,
    received_at: datetime,
    prefix: str,
    files: Sequence[NewFile],
) -> Complaint:
    here = received_at.astimezone(AMSTERDAM)
    with new_unit() as unit:
        stored = unit.complaints.find_by_key(submission.submission_key)
        if stored is None:
            reference = new_reference(prefix, here.year)
            stored = unit.complaints.add(submission, reference, here, files)
            unit.audit.add("complaint_submitted", "chat", here, reference)
            unit.commit()
        return stored


def find_submission(new_unit: UnitOfWorkFactory, submission_key: str) -> Complaint | None:
    """Return the complaint that this conversation submitted, or None."""
    with new_unit() as unit:
        return unit.complaints.find_by_key(submission_key)


def record_purge(new_unit: UnitOfWorkFactory, reason: PurgeReason, at: datetime, turns: int) -> None:
    """Record that a conversation was forgotten, without saying which."""
    with new_unit() as unit:
        unit.receipts.add(reason, at, turns)
        unit.commit()
