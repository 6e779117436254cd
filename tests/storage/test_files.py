"""Evidence is stored with its complaint in one transaction, found back whole, and removed with it."""

from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import event

from bot.complaints.complaint import Complaint
from bot.complaints.evidence import NewFile
from bot.complaints.statuses import Status
from bot.errors import NotFoundError, StorageError
from bot.storage.register import as_record, change_status, find_complaint, take_out_file
from bot.storage.repositories import AuditRepository
from bot.storage.retention import purge_complaints
from bot.storage.submissions import find_submission, store_submission
from bot.storage.tables import AuditRow, ComplaintRow, FileRow
from bot.storage.unit_of_work import UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission

PHOTO = NewFile(name="foto.jpg", media_type="image/jpeg", alt_text="De balie", content=b"\xff\xd8\x00foto")
LETTER = NewFile(name="brief.pdf", media_type="application/pdf", alt_text="", content=b"%PDF" * 1000)


def store(new_unit: UnitOfWorkFactory, *files: NewFile) -> Complaint:
    return store_submission(new_unit, create_submission(), NOW, "KL", files)


def count(new_unit: UnitOfWorkFactory, table: type) -> int:
    with new_unit() as unit:
        return unit._session.query(table).count()


def test_files_are_stored_in_order_with_what_is_known_of_them(new_unit: UnitOfWorkFactory) -> None:
    reference = store(new_unit, PHOTO, LETTER).reference

    [photo, letter] = find_complaint(new_unit, reference, "Bram", NOW).files
    assert (photo.number, photo.name, photo.media_type) == (1, "foto.jpg", "image/jpeg")
    assert (photo.alt_text, photo.size) == ("De balie", len(PHOTO.content))
    assert photo.sha256 == sha256(PHOTO.content).hexdigest()
    assert (letter.number, letter.name, letter.size) == (2, "brief.pdf", 4000)


def test_file_is_taken_out_byte_by_byte_and_on_record(new_unit: UnitOfWorkFactory) -> None:
    reference = store(new_unit, PHOTO, LETTER).reference

    contents = [take_out_file(new_unit, reference.lower(), number, "Bram", NOW) for number in (1, 2)]

    assert contents == [PHOTO.content, LETTER.content]
    with new_unit() as unit:
        taken = unit._session.query(AuditRow).filter_by(event="file_taken_out").all()
    assert [(row.actor, row.reference, row.details) for row in taken] == [
        ("Bram", reference, {"number": 1}),
        ("Bram", reference, {"number": 2}),
    ]


@pytest.mark.parametrize("number", [0, -1, 2, 1000])
def test_file_that_is_not_there_is_not_found(new_unit: UnitOfWorkFactory, number: int) -> None:
    reference = store(new_unit, PHOTO).reference

    with pytest.raises(NotFoundError):
        take_out_file(new_unit, reference, number, "Bram", NOW)


def test_same_submission_again_stores_no_file_twice(new_unit: UnitOfWorkFactory) -> None:
    first, second = store(new_unit, PHOTO), store(new_unit, PHOTO)

    assert first == second
    assert count(new_unit, FileRow) == 1


def test_failure_after_the_files_stores_neither_file_nor_complaint(
    new_unit: UnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_details: object) -> None:
        raise StorageError("away")

    monkeypatch.setattr(AuditRepository, "add", fail)

    with pytest.raises(StorageError):
        store(new_unit, PHOTO, LETTER)

    monkeypatch.undo()
    assert (count(new_unit, ComplaintRow), count(new_unit, FileRow)) == (0, 0)


def test_files_go_with_their_complaint_when_it_may_no_longer_be_kept(new_unit: UnitOfWorkFactory) -> None:
    reference = store(new_unit, PHOTO).reference
    for status in (Status.WITHDRAWN, Status.CLOSED):
        change_status(new_unit, reference, status, "Bram", NOW)

    removed = purge_complaints(new_unit, "Bram", NOW + timedelta(days=100), months=1)

    assert removed == (reference,)
    assert count(new_unit, FileRow) == 0


def test_record_lists_the_files_without_their_content(new_unit: UnitOfWorkFactory) -> None:
    [record] = as_record(store(new_unit, PHOTO))["files"]

    assert record == {
        "number": 1,
        "name": "foto.jpg",
        "media_type": "image/jpeg",
        "size": len(PHOTO.content),
        "alt_text": "De balie",
        "sha256": sha256(PHOTO.content).hexdigest(),
    }


def test_finding_a_complaint_reads_no_file(new_unit: UnitOfWorkFactory) -> None:
    """Fifty megabytes of evidence must not travel along with every look at the register."""
    store(new_unit, LETTER)
    statements: list[str] = []
    with new_unit() as unit:
        engine = unit._session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))

    assert find_submission(new_unit, create_submission().submission_key).files[0].size == 4000
    read = [statement for statement in statements if "complaint_files" in statement]
    assert read
    assert all(".content," not in line and "length(" in line for line in read)
