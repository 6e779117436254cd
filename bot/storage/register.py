"""Finding a complaint again, taking it a step further, and handing all of them out."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime

from bot.complaints.complaint import Complaint, Turn
from bot.complaints.statuses import Status, may_become
from bot.errors import KlachtbalieError, NotFoundError
from bot.storage.unit_of_work import UnitOfWorkFactory

PAGE = 100


class StepNotAllowedError(KlachtbalieError):
    """The table of statuses does not allow this step."""


def find_complaint(new_unit: UnitOfWorkFactory, reference: str, actor: str, at: datetime) -> Complaint:
    """Return a complaint and record who looked; raises NotFoundError."""
    with new_unit() as unit:
        complaint = unit.complaints.find_by_reference(reference)
        if complaint is None:
            raise NotFoundError("There is no complaint with this reference.")
        unit.audit.add("complaint_viewed", actor, at, complaint.reference)
        unit.commit()
    return complaint


def take_out_file(
    new_unit: UnitOfWorkFactory, reference: str, number: int, actor: str, at: datetime
) -> bytes:
    """Return what is in one file of a complaint and record who took it out; raises NotFoundError."""
    with new_unit() as unit:
        complaint = unit.complaints.find_by_reference(reference)
        content = unit.complaints.file_content(complaint, number) if complaint else None
        if complaint is None or content is None:
            raise NotFoundError("There is no such file with this reference.")
        unit.audit.add("file_taken_out", actor, at, complaint.reference, number=number)
        unit.commit()
    return content


def change_status(
    new_unit: UnitOfWorkFactory, reference: str, status: Status, actor: str, at: datetime
) -> Complaint:
    """Take a complaint to its next status; closing it starts the retention period."""
    closed_at = at if status is Status.CLOSED else None
    with new_unit() as unit:
        complaint = unit.complaints.find_by_reference(reference, lock=True)
        if complaint is None:
            raise NotFoundError("There is no complaint with this reference.")
        if not may_become(complaint.status, status):
            raise StepNotAllowedError(f"A complaint cannot go from {complaint.status} to {status}.")
        unit.complaints.set_status(complaint, status, closed_at)
        unit.audit.add("status_changed", actor, at, complaint.reference, to=status)
        unit.commit()
    return replace(complaint, status=status, closed_at=closed_at)


def export_complaints(new_unit: UnitOfWorkFactory, actor: str, at: datetime) -> Iterator[dict[str, object]]:
    """Yield every complaint with its transcript, oldest first; the field names are stable.

    Reads a page per transaction, so that a long export does not keep citizens waiting.
    """
    with new_unit() as unit:
        unit.audit.add("complaints_exported", actor, at)
        unit.commit()
    last_id = 0
    while page := _page_after(new_unit, last_id):
        yield from map(as_record, page)
        last_id = page[-1].id


def _page_after(new_unit: UnitOfWorkFactory, last_id: int) -> list[Complaint]:
    with new_unit() as unit:
        return unit.complaints.list_after(last_id, PAGE)


def as_record(complaint: Complaint) -> dict[str, object]:
    """Return a complaint as plain values, dates in ISO 8601."""
    it = complaint.submission
    return {
        "reference": complaint.reference,
        "status": complaint.status.value,
        "received_at": complaint.received_at.isoformat(),
        "verdict_due": complaint.verdict_due.isoformat(),
        "latest_due": complaint.latest_due.isoformat(),
        "notice_due": complaint.notice_due.isoformat(),
        "closed_at": complaint.closed_at and complaint.closed_at.isoformat(),
        "what": it.what,
        "when_from": it.when_from and it.when_from.isoformat(),
        "when_to": it.when_to and it.when_to.isoformat(),
        "when_time": it.when_time,
        "when_text": it.when_text,
        "where": it.where,
        "about": it.about,
        "name": it.name,
        "on_behalf_of": it.on_behalf_of,
        "street": it.street,
        "house_number": it.house_number,
        "addition": it.addition,
        "postcode": it.postcode,
        "city": it.city,
        "phone": it.phone,
        "email": it.email,
        "flags": list(it.flags),
        "files": [asdict(file) for file in complaint.files],
        "transcript": [_turn_record(turn) for turn in it.transcript],
    }


def _turn_record(turn: Turn) -> dict[str, object]:
    return {
        "at": turn.at.isoformat(),
        "sender": turn.sender,
        "text": turn.text,
        "intent": turn.intent,
        "confidence": turn.confidence,
    }
