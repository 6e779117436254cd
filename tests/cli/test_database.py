"""Migrating and purging from the command line."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.complaints.statuses import Status
from bot.storage.register import change_status
from bot.storage.submissions import store_submission
from bot.storage.unit_of_work import UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission


def test_migrate_makes_the_database_ready(run: Callable) -> None:
    assert run("migrate").out == "The database is up to date.\n"
    assert run("complaints", "export", "--format", "jsonl").code == 0


def test_migrate_of_a_folder_is_one_sentence(run: Callable, environment: Callable, tmp_path: Path) -> None:
    environment("DATABASE_URL", f"sqlite:///{tmp_path}")

    ran = run("migrate")

    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "KLACHTBALIE_DATABASE_URL" in ran.err


def test_purge_says_that_no_period_was_chosen(run: Callable, new_unit: UnitOfWorkFactory) -> None:
    assert "bewaartermijn_maanden in gemeente.yml is empty" in run("purge").out


def test_purge_removes_what_is_over_its_period(
    run: Callable, new_unit: UnitOfWorkFactory, municipality_file: Callable
) -> None:
    municipality_file("bewaartermijn_maanden:", "bewaartermijn_maanden: 12")
    stored = store_submission(new_unit, create_submission(), NOW, "KL")
    for status in (Status.WITHDRAWN, Status.CLOSED):
        change_status(new_unit, stored.reference, status, "bram", NOW - timedelta(days=400))

    assert run("purge").out == f"Removed: {stored.reference}.\n"
    assert run("purge").out == "Removed: nothing.\n"


def test_wrong_setting_is_one_sentence(run: Callable, environment: Callable) -> None:
    environment("PORT", "web")

    ran = run("migrate")

    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert ran.err.startswith("KLACHTBALIE_PORT: ")
