"""How the databases are opened."""

import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError

from bot.errors import ConfigurationError, StorageError
from bot.storage.database import open_engine
from tests.storage.silence import Road

GIVEN_UP = 60  # seconds; without a limit it takes for ever, and a busy machine may be slow


def test_sqlite_forgets_what_was_deleted_and_checks_references(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new' / 'klachtbalie.db'}", 0.5)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "secure_delete", "temp_store", "foreign_keys", "busy_timeout")
        }
    engine.dispose()

    assert found == {
        "journal_mode": "delete",
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "busy_timeout": 500,
    }


def test_sqlite_folder_is_for_the_owner_only(tmp_path: Path) -> None:
    open_engine(f"sqlite:///{tmp_path / 'var' / 'klachtbalie.db'}").dispose()

    assert (tmp_path / "var").stat().st_mode & 0o077 == 0


def test_sqlite_file_is_for_the_owner_only(tmp_path: Path) -> None:
    """Also when the folder was there before and others may look into it."""
    tmp_path.chmod(0o755)
    file = tmp_path / "klachtbalie.db"

    open_engine(f"sqlite:///{file}").dispose()

    assert file.stat().st_mode & 0o077 == 0


def test_postgresql_waits_no_longer_than_asked(empty_postgresql: str) -> None:
    engine = open_engine(empty_postgresql, 0.5)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"SHOW {name}").scalar()
            for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
        }
    engine.dispose()

    assert found == {
        "lock_timeout": "500ms",
        "statement_timeout": "1s",
        "idle_in_transaction_session_timeout": "2s",
    }


def test_postgresql_that_was_restarted_is_found_again(empty_postgresql: str) -> None:
    engine = open_engine(empty_postgresql)
    with engine.connect() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
    with psycopg.connect(empty_postgresql) as other:
        other.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar() != pid
    engine.dispose()


@pytest.fixture
def road(postgresql: str) -> Iterator[Road]:
    """A road to PostgreSQL that can fall silent."""
    built = Road(f"{postgresql}/.s.PGSQL.5432")
    yield built
    built.close()


def _over(road: Road, url: str) -> str:
    return f"postgresql://postgres@127.0.0.1:{road.port}/{make_url(url).database}"


def test_postgresql_that_takes_connections_and_stays_silent_is_given_up(
    road: Road, empty_postgresql: str
) -> None:
    engine = open_engine(_over(road, empty_postgresql), 0.5)
    started = time.monotonic()

    with road.silent(), pytest.raises(OperationalError):
        engine.connect()

    assert time.monotonic() - started < GIVEN_UP
    engine.dispose()


def test_postgresql_that_falls_silent_halfway_is_given_up_and_found_again(
    road: Road, empty_postgresql: str
) -> None:
    """The limits of the server itself are of no use when it hangs."""
    engine = open_engine(_over(road, empty_postgresql), 0.5)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        started = time.monotonic()
        with road.silent(), pytest.raises(OperationalError):
            connection.exec_driver_sql("SELECT 2")
        waited = time.monotonic() - started

    assert 1 < waited < GIVEN_UP
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 3").scalar() == 3
    engine.dispose()


def test_postgresql_that_ends_a_statement_keeps_its_connection(empty_postgresql: str) -> None:
    engine = open_engine(empty_postgresql, 0.3)
    with engine.connect() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with pytest.raises(OperationalError):
            connection.exec_driver_sql("SELECT pg_sleep(60)")

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar() == pid
    engine.dispose()


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "mysql://localhost/x", "sqlite://", "sqlite:///:memory:"],
    ids=["empty", "no address", "other kind", "no file", "memory"],
)
def test_wrong_url_is_one_sentence_that_names_the_setting(url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^KLACHTBALIE_DATABASE_URL"):
        open_engine(url)


def test_sqlite_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageError, match="cannot be made"):
        open_engine(f"sqlite:///{tmp_path / 'file' / 'klachtbalie.db'}")
