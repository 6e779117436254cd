"""Storing a submission, on SQLite and on PostgreSQL alike."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from bot.complaints.complaint import Submission, Turn, submission_key
from bot.complaints.statuses import Status
from bot.errors import StorageError, UncertainError
from bot.storage import submissions
from bot.storage.database import open_engine
from bot.storage.repositories import PurgeReason
from bot.storage.submissions import find_submission, record_purge, store_submission
from bot.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission

HOSTILE = "'; DROP TABLE complaints;-- <script>alert(1)</script> %s {0} \\ \" é 👩‍👩‍👧"
TEXT_FIELDS = [f.name for f in fields(Submission) if f.type is str and f.name != "submission_key"]


def count(url: str, table: str) -> int:
    """Return how many rows a table has, past all our own code."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        found = connection.scalar(text(f"SELECT count(*) FROM {table}"))
    engine.dispose()
    return found


class TestStoreSubmission:
    """The contract of storing; every test runs on both databases."""

    def test_it_keeps_every_field_and_the_transcript(self, new_unit: UnitOfWorkFactory) -> None:
        submission = create_submission()

        stored = store_submission(new_unit, submission, NOW, "KL")

        assert submission == stored.submission
        assert stored == find_submission(new_unit, submission.submission_key)

    def test_it_sets_reference_status_and_legal_dates(self, new_unit: UnitOfWorkFactory) -> None:
        stored = store_submission(new_unit, create_submission(), NOW, "KL")

        assert stored.reference.startswith("KL-2026-")
        assert Status.RECEIVED is stored.status
        assert stored.received_at == NOW
        assert date(2027, 1, 4) == stored.verdict_due
        assert date(2027, 1, 29) == stored.latest_due
        assert date(2026, 12, 18) == stored.notice_due
        assert stored.closed_at is None

    def test_it_counts_from_the_dutch_day(self, new_unit: UnitOfWorkFactory) -> None:
        """Half past eleven in the evening in Greenwich is the next day in Almere."""
        late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

        stored = store_submission(new_unit, create_submission(), late, "KL")

        assert stored.reference.startswith("KL-2027-")
        assert date(2027, 2, 12) == stored.verdict_due
        assert stored.received_at.isoformat() == "2027-01-01T00:30:00+01:00"

    def test_it_writes_one_audit_event_without_personal_data(
        self, new_unit: UnitOfWorkFactory, url: str
    ) -> None:
        stored = store_submission(new_unit, create_submission(), NOW, "KL")

        engine = open_engine(url)
        with engine.connect() as connection:
            [event] = connection.execute(text("SELECT event, actor, reference, details FROM audit_events"))
        engine.dispose()
        assert ("complaint_submitted", "chat", stored.reference) == tuple(event)[:3]
        assert event.details in ({}, "{}")

    @pytest.mark.parametrize("name", TEXT_FIELDS)
    def test_it_keeps_code_as_text(self, new_unit: UnitOfWorkFactory, name: str) -> None:
        fits = HOSTILE[:10] if name in ("house_number", "postcode") else HOSTILE[:20]
        submission = create_submission(**{name: fits})

        store_submission(new_unit, submission, NOW, "KL")

        assert fits == getattr(find_submission(new_unit, submission.submission_key).submission, name)

    def test_it_keeps_code_as_text_in_long_fields_and_the_transcript(
        self, new_unit: UnitOfWorkFactory, url: str
    ) -> None:
        turn = Turn(at=NOW, sender="citizen", text=HOSTILE)
        submission = create_submission(what=HOSTILE, where=HOSTILE, flags=(HOSTILE,), transcript=(turn,))

        store_submission(new_unit, submission, NOW, "KL")

        assert submission == find_submission(new_unit, submission.submission_key).submission
        assert count(url, "complaints") == 1

    def test_it_keeps_ten_thousand_characters_with_emoji_and_without_nulls(
        self, new_unit: UnitOfWorkFactory
    ) -> None:
        long = "👩‍👩‍👧é\n" * 1428

        stored = store_submission(new_unit, create_submission(what="\x00" + long), NOW, "KL")

        assert len(long) == 9996
        assert long == find_submission(new_unit, stored.submission.submission_key).submission.what

    def test_it_keeps_a_submission_of_which_little_was_told(self, new_unit: UnitOfWorkFactory) -> None:
        submission = Submission(submission_key=submission_key("x"), what="Ik wacht nog steeds.")

        store_submission(new_unit, submission, NOW, "KL")

        assert submission == find_submission(new_unit, submission.submission_key).submission

    def test_it_refuses_a_field_over_its_limit(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        with pytest.raises(ValueError, match="what"):
            store_submission(new_unit, create_submission(what="x" * 10_001), NOW, "KL")

        assert count(url, "complaints") == 0


class TestStoreSubmissionOnce:
    """The same confirmation is one complaint, whatever happens to it on the way."""

    def test_twice_gives_the_same_complaint(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        first = store_submission(new_unit, create_submission(), NOW, "KL")
        second = store_submission(new_unit, create_submission(what="Nog een keer."), NOW, "KL")

        assert first == second
        assert tuple(count(url, table) for table in ("complaints", "transcript_turns", "audit_events")) == (
            1,
            2,
            1,
        )

    def test_two_conversations_give_two_complaints(self, new_unit: UnitOfWorkFactory) -> None:
        first = store_submission(new_unit, create_submission("one"), NOW, "KL")
        second = store_submission(new_unit, create_submission("two"), NOW, "KL")

        assert first.reference != second.reference

    def test_twenty_at_once_give_one_complaint(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        start = threading.Barrier(20)

        def store(_: int) -> str:
            start.wait()
            return store_submission(new_unit, create_submission(), NOW, "KL").reference

        with ThreadPoolExecutor(20) as threads:
            references = set(threads.map(store, range(20)))

        assert len(references) == 1
        assert count(url, "complaints") == count(url, "audit_events") == 1

    def test_retry_after_an_answer_lost_in_commit_finds_the_complaint(
        self, new_unit: UnitOfWorkFactory, url: str
    ) -> None:
        def lost_answer() -> UnitOfWork:
            unit = new_unit()
            kept = unit._session.commit

            def commit() -> None:
                kept()
                raise OperationalError("COMMIT", {}, Exception("the answer was lost"))

            unit._session.commit = commit  # type: ignore[method-assign]
            return unit

        with pytest.raises(UncertainError):
            store_submission(lost_answer, create_submission(), NOW, "KL")
        stored = store_submission(new_unit, create_submission(), NOW, "KL")

        assert stored == find_submission(new_unit, create_submission().submission_key)
        assert count(url, "complaints") == 1

    def test_taken_reference_is_replaced_by_a_new_one(
        self, new_unit: UnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn = iter(["KL-2026-222222", "KL-2026-222222", "KL-2026-333333"])
        monkeypatch.setattr(submissions, "new_reference", lambda *_: next(drawn))

        store_submission(new_unit, create_submission("one"), NOW, "KL")
        second = store_submission(new_unit, create_submission("two"), NOW, "KL")

        assert second.reference == "KL-2026-333333"

    def test_only_taken_references_end_in_an_error(
        self, new_unit: UnitOfWorkFactory, url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(submissions, "new_reference", lambda *_: "KL-2026-222222")
        store_submission(new_unit, create_submission("one"), NOW, "KL")

        with pytest.raises(StorageError, match="reference"):
            store_submission(new_unit, create_submission("two"), NOW, "KL")

        assert count(url, "complaints") == 1

    def test_unknown_key_finds_nothing(self, new_unit: UnitOfWorkFactory) -> None:
        assert find_submission(new_unit, submission_key("never")) is None


class TestStoreSubmissionWithoutDatabase:
    """What cannot be stored is an error without the citizen's words, and leaves nothing behind."""

    def test_locked_database_gives_an_error_and_stores_nothing(
        self, impatient_unit: UnitOfWorkFactory, new_unit: UnitOfWorkFactory, url: str
    ) -> None:
        with locked(url), pytest.raises(StorageError) as error:
            store_submission(impatient_unit, create_submission(what="geheim"), NOW, "KL")

        assert "geheim" not in f"{error.value!r}"
        assert count(url, "complaints") == 0
        assert store_submission(new_unit, create_submission(), NOW, "KL")

    def test_unmigrated_database_gives_an_error_without_the_words(self, empty_url: str) -> None:
        engine = open_engine(empty_url)

        with pytest.raises(StorageError) as error:
            store_submission(lambda: UnitOfWork(engine), create_submission(what="geheim"), NOW, "KL")

        engine.dispose()
        assert error.value.__suppress_context__
        assert "geheim" not in str(error.value)

    def test_failure_halfway_keeps_nothing(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        def fails_at_audit() -> UnitOfWork:
            unit = new_unit()
            unit.audit.add = None  # type: ignore[assignment]
            return unit

        with pytest.raises(TypeError):
            store_submission(fails_at_audit, create_submission(), NOW, "KL")

        assert (count(url, "complaints"), count(url, "transcript_turns")) == (0, 0)

    def test_process_killed_before_commit_keeps_nothing(self, new_unit: UnitOfWorkFactory, url: str) -> None:
        killed = subprocess.run(
            [sys.executable, "-c", KILLED_MIDWAY, json.dumps(url)], check=False, stderr=subprocess.PIPE
        )

        assert (killed.returncode, killed.stderr) == (-9, b"")
        assert count(url, "complaints") == 0
        assert store_submission(new_unit, create_submission(), NOW, "KL")


KILLED_MIDWAY = """
import json, os, signal, sys
from bot.storage.database import open_engine
from bot.storage.submissions import store_submission
from bot.storage.unit_of_work import UnitOfWork
from tests.storage.builders import NOW, create_submission
unit = UnitOfWork(open_engine(json.loads(sys.argv[1])))
unit.commit = lambda: os.kill(os.getpid(), signal.SIGKILL)
store_submission(lambda: unit, create_submission(), NOW, "KL")
"""


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Keep all others from the complaints."""
    engine = open_engine(url)
    with engine.begin() as connection:  # on SQLite this takes the lock already
        if url.startswith("postgresql"):
            connection.execute(text("LOCK TABLE complaints IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


@pytest.mark.parametrize("reason", list(PurgeReason))
def test_record_purge_keeps_when_why_and_how_many(
    new_unit: UnitOfWorkFactory, url: str, reason: PurgeReason
) -> None:
    record_purge(new_unit, reason, NOW, turns=7)

    engine = open_engine(url)
    with engine.connect() as connection:
        [receipt] = connection.execute(text("SELECT * FROM purge_receipts")).mappings()
    engine.dispose()
    assert {"id", "at", "reason", "turns"} == set(receipt)
    assert (reason.value, 7) == (receipt["reason"], receipt["turns"])


def test_moment_without_zone_is_refused(new_unit: UnitOfWorkFactory) -> None:
    with pytest.raises(StorageError):
        record_purge(new_unit, PurgeReason.EXPIRED, NOW.replace(tzinfo=None), turns=1)


def test_away_postgresql_gives_an_error() -> None:
    engine = open_engine("postgresql://nobody@127.0.0.1:1/nowhere", 0.3)

    with pytest.raises(StorageError):
        store_submission(lambda: UnitOfWork(engine), create_submission(), NOW, "KL")
