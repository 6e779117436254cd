"""The migrations make exactly the tables that the code uses."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from bot.errors import StorageError
from bot.storage.database import open_engine
from bot.storage.migrations import downgrade, is_current, upgrade
from bot.storage.tables import Base


def tables(url: str) -> set[str]:
    """Return the tables in a database."""
    engine = open_engine(url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_upgrade_makes_all_tables(empty_url: str) -> None:
    assert not is_current(empty_url)

    upgrade(empty_url)

    assert is_current(empty_url)
    assert tables(empty_url) == set(Base.metadata.tables) | {"alembic_version"}


def test_upgrade_again_changes_nothing(url: str) -> None:
    upgrade(url)

    assert is_current(url)


def test_migrations_and_tables_agree(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_downgrade_removes_the_tables(url: str) -> None:
    downgrade(url)

    assert tables(url) == {"alembic_version"}
    assert not is_current(url)


def test_upgrade_that_fails_leaves_nothing(empty_url: str) -> None:
    """A table in the way stops the migration; no half of it stays."""
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE purge_receipts (id INTEGER)")
    engine.dispose()

    with pytest.raises(StorageError):
        upgrade(empty_url)

    assert tables(empty_url) == {"purge_receipts"}


def test_database_away_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="KLACHTBALIE_DATABASE_URL"):
        is_current(f"sqlite:///{tmp_path}")
