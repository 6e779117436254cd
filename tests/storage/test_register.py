"""Finding, stepping, exporting and removing complaints, on SQLite and on PostgreSQL alike."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.complaints.complaint import Complaint
from bot.complaints.deadlines import AMSTERDAM
from bot.complaints.statuses import Status
from bot.errors import NotFoundError
from bot.storage import register
from bot.storage.database import open_engine
from bot.storage.migrations import upgrade
from bot.storage.register import StepNotAllowedError, change_status, export_complaints, find_complaint
from bot.storage.retention import purge_complaints
from bot.storage.submissions import store_submission
from bot.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission

CANARY = "KANARIE-7f3a"


def audit(url: str) -> list[tuple[str, str, str | None]]:
    """Return the audit events in order, past our own code."""
    engine = open_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT event, actor, reference FROM audit_events ORDER BY id")).all()
    engine.dispose()
    return [tuple(row) for row in rows]


def create_complaint(new_unit: UnitOfWorkFactory, conversation: str = "one", **changes: str) -> Complaint:
    """Return a stored complaint."""
    return store_submission(new_unit, create_submission(conversation, **changes), NOW, "KL")


def close(new_unit: UnitOfWorkFactory, complaint: Complaint, at: datetime) -> None:
    """Take a complaint through the shortest way to its end."""
    for status in (Status.SETTLED, Status.CLOSED):
        change_status(new_unit, complaint.reference, status, "bram", at)


class TestFindComplaint:
    def test_it_takes_the_reference_as_typed(self, new_unit: UnitOfWorkFactory) -> None:
        stored = create_complaint(new_unit)

        assert stored == find_complaint(new_unit, f" {stored.reference.lower()} ", "bram", NOW)

    def test_it_records_who_looked(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        stored = create_complaint(new_unit)

        find_complaint(new_unit, stored.reference, "bram", NOW)

        assert audit(url)[-1] == ("complaint_viewed", "bram", stored.reference)

    def test_it_refuses_an_unknown_reference(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        with pytest.raises(NotFoundError):
            find_complaint(new_unit, "KL-2026-222222' OR '1'='1", "bram", NOW)

        assert audit(url) == []


class TestChangeStatus:
    def test_it_takes_an_allowed_step_and_records_it(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        stored = create_complaint(new_unit)

        changed = change_status(new_unit, stored.reference, Status.IN_PROGRESS, "bram", NOW)

        assert changed == find_complaint(new_unit, stored.reference, "bram", NOW)
        assert changed.status is Status.IN_PROGRESS
        assert ("status_changed", "bram", stored.reference) in audit(url)

    def test_it_refuses_a_step_that_the_table_does_not_allow(self, new_unit: UnitOfWorkFactory) -> None:
        stored = create_complaint(new_unit)

        with pytest.raises(StepNotAllowedError):
            change_status(new_unit, stored.reference, Status.CLOSED, "bram", NOW)

        assert find_complaint(new_unit, stored.reference, "bram", NOW).status is Status.RECEIVED

    def test_it_refuses_an_unknown_reference(self, new_unit: UnitOfWorkFactory) -> None:
        with pytest.raises(NotFoundError):
            change_status(new_unit, "KL-2026-222222", Status.IN_PROGRESS, "bram", NOW)

    def test_reopening_forgets_the_day_of_closing(self, new_unit: UnitOfWorkFactory) -> None:
        stored = create_complaint(new_unit)
        close(new_unit, stored, NOW)
        assert find_complaint(new_unit, stored.reference, "bram", NOW).closed_at == NOW

        change_status(new_unit, stored.reference, Status.IN_PROGRESS, "bram", NOW)

        assert find_complaint(new_unit, stored.reference, "bram", NOW).closed_at is None


class TestExportComplaints:
    def test_it_yields_all_over_several_pages_in_order(
        self, new_unit: UnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(register, "PAGE", 2)
        stored = [create_complaint(new_unit, str(number)).reference for number in range(5)]

        assert stored == [row["reference"] for row in export_complaints(new_unit, "bram", NOW)]

    def test_it_has_stable_names_and_plain_values(self, new_unit: UnitOfWorkFactory) -> None:
        stored = create_complaint(new_unit)

        [row] = export_complaints(new_unit, "bram", NOW)

        assert row == {
            "reference": stored.reference,
            "status": "received",
            "received_at": "2026-11-20T10:30:00+01:00",
            "verdict_due": "2027-01-04",
            "latest_due": "2027-01-29",
            "notice_due": "2026-12-18",
            "closed_at": None,
            "what": "Ik ben afgesnauwd aan de balie.",
            "when_from": "2026-11-02",
            "when_to": "2026-11-03",
            "when_time": "14:30",
            "when_text": "begin november, half drie",
            "where": "aan de balie",
            "about": "Burgerzaken",
            "name": "Anna de Vries-van 't Hoff",
            "on_behalf_of": "mijn moeder",
            "street": "Stationsplein",
            "house_number": "12",
            "addition": "a",
            "postcode": "1315KR",
            "city": "Almere",
            "phone": "+31612345678",
            "email": "anna@example.org",
            "flags": ["on_behalf_of"],
            "files": [],
            "transcript": [
                {
                    "at": "2026-11-20T10:30:00+01:00",
                    "sender": "bot",
                    "text": "Wat is er gebeurd?",
                    "intent": None,
                    "confidence": None,
                },
                {
                    "at": "2026-11-20T10:30:00+01:00",
                    "sender": "citizen",
                    "text": "Ik ben afgesnauwd.",
                    "intent": "klacht",
                    "confidence": 0.93,
                },
            ],
        }

    def test_it_is_recorded(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        assert list(export_complaints(new_unit, "bram", NOW)) == []
        assert audit(url) == [("complaints_exported", "bram", None)]


class TestPurgeComplaints:
    def test_it_removes_what_was_closed_too_long_ago(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        old, recent, open_one = (create_complaint(new_unit, name) for name in ("old", "recent", "open"))
        close(new_unit, old, datetime(2025, 11, 19, 23, 59, tzinfo=AMSTERDAM))
        close(new_unit, recent, datetime(2025, 11, 20, 0, 0, tzinfo=AMSTERDAM))

        removed = purge_complaints(new_unit, "system", NOW, months=12)

        assert (old.reference,) == removed
        kept = [row["reference"] for row in export_complaints(new_unit, "bram", NOW)]
        assert kept == [recent.reference, open_one.reference]

    def test_it_removes_transcripts_and_files_too(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        stored = create_complaint(new_unit)
        close(new_unit, stored, NOW - timedelta(days=60))
        engine = open_engine(url)
        with engine.begin() as connection:
            connection.execute(
                text("INSERT INTO complaint_files VALUES (1, :id, 'foto', 'image/png', '', '', :content)"),
                {"id": stored.id, "content": b"x"},
            )

        purge_complaints(new_unit, "system", NOW, months=1)

        with engine.connect() as connection:
            for table in ("complaints", "transcript_turns", "complaint_files"):
                assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0
        engine.dispose()

    def test_it_records_what_it_removed_and_nothing_personal(
        self, new_unit: UnitOfWorkFactory, url: str
    ) -> None:
        stored = create_complaint(new_unit)
        close(new_unit, stored, NOW - timedelta(days=60))

        purge_complaints(new_unit, "system", NOW, months=1)

        engine = open_engine(url)
        with engine.connect() as connection:
            details = str(connection.scalar(text("SELECT details FROM audit_events ORDER BY id DESC")))
        engine.dispose()
        assert audit(url)[-1] == ("complaints_purged", "system", None)
        assert stored.reference in details
        assert "Anna" not in details

    @pytest.mark.parametrize("months", [None, 0, -3])
    def test_it_removes_nothing_without_a_retention_period(
        self, new_unit: UnitOfWorkFactory, months: int | None
    ) -> None:
        close(new_unit, create_complaint(new_unit), NOW - timedelta(days=9999))

        assert purge_complaints(new_unit, "system", NOW, months) == ()
        assert len(list(export_complaints(new_unit, "bram", NOW))) == 1

    def test_new_complaint_never_gets_the_id_of_a_removed_one(self, new_unit: UnitOfWorkFactory) -> None:
        removed = create_complaint(new_unit, "removed")
        close(new_unit, removed, NOW - timedelta(days=60))
        purge_complaints(new_unit, "system", NOW, months=1)

        assert create_complaint(new_unit, "new").id > removed.id


def test_removed_complaint_leaves_no_byte_in_the_sqlite_folder(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'klachtbalie.db'}"
    upgrade(url)
    engine = open_engine(url)
    stored = create_complaint(lambda: UnitOfWork(engine), what=f"{CANARY} " * 700)
    assert CANARY.encode() in (tmp_path / "klachtbalie.db").read_bytes()
    close(lambda: UnitOfWork(engine), stored, NOW - timedelta(days=60))

    purge_complaints(lambda: UnitOfWork(engine), "system", NOW, months=1)

    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["klachtbalie.db"]
    assert CANARY.encode() not in (tmp_path / "klachtbalie.db").read_bytes()
